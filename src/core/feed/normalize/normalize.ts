import type {Practice} from '../../practice.js';
import {runSync, type Sliced} from '../../time-slicing.js';
import {createWarningLog} from '../feed-warnings.js';
import type {Feed, RawFeed} from '../feed.js';
import {pointerTo, toFields} from '../json-value.js';
import {withDistinctIds} from './practice-id.js';
import {readPractice} from './practice.js';
import {readSameHostUrl} from './safe-url.js';
import {readSynonyms} from './synonyms.js';
import {readLanguage, readLocalized, readText} from './text.js';
import {createTopicRegistry} from './topics.js';

/** So many records of a feed are read, where nobody says otherwise. */
export const MAX_PRACTICES = 20_000;

export interface NormalizeOptions {
  /** How many records are read; `MAX_PRACTICES` by default. What is beyond is left out, with a warning. */
  readonly maxPractices?: number | undefined;
}

/**
 * A feed as all else in this house knows it, from any document whatever. Never throws. What is odd is mended or left out, and said
 * once as a warning (see `FeedWarningCode`); a practice is left out only if it has no title, or is beyond the cap.
 */
export const normalize = (raw: RawFeed, options: NormalizeOptions = {}): Feed => runSync(normalizeSliced(raw, options));

/** The same with a rest now and then. */
export function* normalizeSliced(raw: RawFeed, {maxPractices = MAX_PRACTICES}: NormalizeOptions): Sliced<Feed> {
  const {address, pointer, records} = raw;
  const {warn, warnings} = createWarningLog();
  const field = toFields({value: raw, pointer: ''})!;
  const wording = {language: readLanguage(field('language'), warn), warn};
  const topics = createTopicRegistry(field('topics'), wording);
  const reading = {...wording, address, topics, givenIds: new Set<string>()};

  const version = field('version');
  if (!/^(?:1\b|$)/.test(readText(version, reading, 'remark'))) warn('unknown-version', version, 'read as 1');
  if (records.length > maxPractices) {
    const item = {value: records.length, pointer: pointerTo(pointer, maxPractices)};
    warn('too-many-practices', item, `the first ${maxPractices} were read`);
  }
  const texts = readSameHostUrl(field('texts'), reading);
  /** Where none says where its text is, that of those without is with all others. */
  const inTexts = (practice: Practice) =>
    texts && !practice.sections.length ? {...practice, details: texts} : practice;
  const practices: Practice[] = [];
  const readRecords = Math.min(records.length, maxPractices);
  for (let i = 0; i < readRecords; i++) {
    const practice = readPractice({value: records[i], pointer: pointerTo(pointer, i)}, reading);
    if (practice) practices.push(practice);
    yield;
  }
  return {
    title: readLocalized(field('title'), reading, 'title'),
    language: wording.language,
    license: readText(field('license'), reading, 'license'),
    updated: readText(field('updated'), reading, 'remark'),
    totalRecords: records.length,
    readRecords,
    texts,
    missing: [],
    practices: withDistinctIds(practices.some(({details}) => details) ? practices : practices.map(inTexts)),
    topics: [...topics.topics.values()],
    synonyms: readSynonyms(field('synonyms'), reading),
    warnings: [...warnings.values()],
  };
}
