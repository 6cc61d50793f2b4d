import type {LocalizedText, Practice, Section} from '../../practice.js';
import {SNIPPET_LENGTH} from '../../search/highlight.js';
import type {Feed} from '../feed.js';
import {toJson, toRecord, writeNativeJson} from './native-json.js';
import {isWindowsName, slugOf} from './slug.js';

/** A feed in several documents of our own format. */
export interface SplitFeed {
  /**
   * The list for searching, filtering and drawing cards: without full texts, links and contacts.
   */
  readonly list: string;
  /** Everything that the list lacks, in one document, so that its words can be found. */
  readonly texts: string;
  /** The full record of each practice that is shortened in the list, by its path. */
  readonly details: ReadonlyMap<string, string>;
}

/**
 * Splits a feed, so that little has to load before the first cards. Joined again, it is the same.
 * `texts` is the future address of the texts.
 */
export function splitFeed(feed: Feed, texts = 'texts.json'): SplitFeed {
  const {language} = feed;
  const details = new Map<string, string>();
  const textRecords: unknown[] = [];
  const fileNameOf = createFileNames();
  const practices = feed.practices.map((practice): Practice => {
    const {contact, id, links, sections, summary} = practice;
    if (!sections.length && !links.length && !contact) return practice;
    const path = `details/${fileNameOf(id)}.json`;
    // An empty summary takes precedence over the teaser in the list.
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

/** A teaser in place of a missing summary: as much text as a card shows, in each language. */
function teaserOf([section]: readonly Section[]): LocalizedText {
  return (section?.text ?? []).map(({lang, text}) => {
    const line = text.replaceAll(/\s+/g, ' ');
    return {
      lang,
      text: line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH).replace(/\s?\S*$/, '')}…` : line,
    };
  });
}

/**
 * Makes file names that are distinct on every file system and server: the id itself, if possible.
 * Ids without Latin letters are numbered.
 */
function createFileNames(): (id: string) => string {
  const taken = new Set<string>();
  /** The last number after each name. To count from the start again would take quadratic time. */
  const counts = new Map<string, number>();
  return (id) => {
    const plain = slugOf(id.toLowerCase());
    const base = !plain || isWindowsName(plain) ? `practice-${plain}`.replace(/-$/, '') : plain;
    let name = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(name)) name = `${base}-${++count}`;
    counts.set(base, count);
    taken.add(name);
    return name;
  };
}
