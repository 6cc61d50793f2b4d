import type {LocalizedText, Practice, Section} from '../../practice.js';
import {SNIPPET_LENGTH} from '../../search/highlight.js';
import type {Feed} from '../feed.js';
import {toJson, toRecord, writeNativeJson} from './native-json.js';

/** A feed in several documents of our own format, by their addresses from the list on. */
export interface SplitFeed {
  /** What is needed to search, refine and draw cards: all but the full texts, links and contacts. */
  readonly list: string;
  /** All that the list lacks, in one document: for the words in it to be found. */
  readonly texts: string;
  /** The full record of each practice of which the list lacks something, for who opens it. */
  readonly details: ReadonlyMap<string, string>;
}

/** Splits a feed, so that little has to be fetched before there are cards. Joined again, it is the same. `texts` is where the texts will be. */
export function splitFeed(feed: Feed, texts = 'texts.json'): SplitFeed {
  const {language} = feed;
  const details = new Map<string, string>();
  const textRecords: unknown[] = [];
  const isTaken = new Set<string>();
  const practices = feed.practices.map((practice): Practice => {
    const {contact, id, links, sections, summary} = practice;
    if (!sections.length && !links.length && !contact) return practice;
    const path = `details/${fileName(id, isTaken)}.json`;
    // a summary that there is not goes before the one that stands in for it
    const record = toRecord({...practice, details: ''}, language);
    const full = {...record, summary: record.summary ?? ''};
    details.set(path, toJson({language, ...full}));
    textRecords.push({id, summary: full.summary, sections: full.sections, links: full.links, contact: full.contact});
    return {
      ...practice,
      summary: summary.length ? summary : teaserOf(sections),
      sections: [],
      links: [],
      contact: null,
      details: path,
    };
  });
  return {
    list: writeNativeJson({...feed, texts: details.size ? texts : ''}, practices),
    texts: toJson({version: '1', language: language || undefined, practices: textRecords}),
    details,
  };
}

/** What stands for a summary that there is not: as much of the text as a card shows, in each of its languages. */
function teaserOf([section]: readonly Section[]): LocalizedText {
  return (section?.text ?? []).map(({lang, text}) => {
    const line = text.replaceAll(/\s+/g, ' ');
    return {
      lang,
      text: line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH).replace(/\s?\S*$/, '')}…` : line,
    };
  });
}

/** Names that no file may have on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A name that any file system and any server knows apart from the others: the id itself, if it is one. */
function fileName(id: string, isTaken: Set<string>): string {
  const plain = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const base = !plain || RESERVED.test(plain) ? `practice-${plain}`.replace(/-$/, '') : plain;
  let name = base;
  for (let i = 2; isTaken.has(name); i++) name = `${base}-${i}`;
  isTaken.add(name);
  return name;
}
