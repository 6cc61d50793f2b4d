import type {Feed} from './feed.js';
import {createWarningLog, type Warn} from './feed-warnings.js';
import {describe, pointerTo, type Item} from './json-value.js';
import {distinctIds} from './practice-id.js';
import type {RawFeed} from './raw-feed.js';
import {readLanguage, readLocalized, readText} from './read-text.js';
import {readPractice} from './read-practice.js';
import {createTopicBook} from './read-topics.js';

export interface NormalizeOptions {
  /** How many records are read; 20,000 by default. What is beyond is left out, with a warning. */
  readonly maxPractices?: number | undefined;
}

/**
 * A feed as all else in this house knows it, from any document whatever. Never throws. What is odd is mended or left out, and said
 * once as a warning (see `FeedWarningCode`); a practice is left out only if it has no title, or is beyond the cap.
 */
export function normalize(raw: RawFeed, {maxPractices = 20_000}: NormalizeOptions = {}): Feed {
  const {warn, warnings} = createWarningLog();
  const field = (key: keyof RawFeed): Item => ({value: raw[key], pointer: pointerTo('', key)});
  const {address, pointer, records} = raw;

  const version = readText(field('version'), warn);
  if (version && !/^1(?:\.|$)/.test(version)) {
    warn('unknown-version', '/version', `Version ${describe(version)} is not known. The feed was read as version 1.`);
  }
  const language = readLanguage(field('language'), warn);
  const topics = createTopicBook(field('topics'), language, warn);
  if (records.length > maxPractices) {
    const message = `Of ${records.length} practices, only the first ${maxPractices} were read.`;
    warn('too-many-practices', pointerTo(pointer, maxPractices), message);
  }
  const info = {
    title: readLocalized(field('title'), language, warn),
    language,
    license: readText(field('license'), warn),
    updated: readDate(field('updated'), warn),
    totalRecords: records.length,
  };
  const reading = {address, language, topics, givenIds: new Set<string>(), warn};
  const read = records
    .slice(0, maxPractices)
    .flatMap((value, i) => readPractice({value, pointer: pointerTo(pointer, i)}, reading) ?? []);
  const ids = distinctIds(read);
  const practices = read.map((practice, i) => (practice.id === ids[i] ? practice : {...practice, id: ids[i]!}));
  return {...info, topics: [...topics.topics.values()], practices, warnings};
}

const ISO_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

function readDate(item: Item, warn: Warn): string {
  const text = readText(item, warn);
  if (!text || (ISO_DATE.test(text) && !Number.isNaN(Date.parse(text)))) return text;
  warn('bad-date', item.pointer, `${describe(text)} is not a date such as "2026-11-24". It was left out.`);
  return '';
}
