import type {Practice} from '../../practice.js';
import {runSync, type Sliced} from '../../time-slicing.js';
import {createWarningLog} from '../feed-warnings.js';
import type {Feed, RawFeed} from '../feed.js';
import {pointerTo, toFields} from '../json-value.js';
import {followIds, readCollections, readExamples} from './collections.js';
import {readFacets} from './facets.js';
import {readFilterFeeds} from './filter-feeds.js';
import {withDistinctIds} from './practice-id.js';
import {readDate, readPractice} from './practice.js';
import {readSameHostUrl} from './safe-url.js';
import {readSynonyms} from './synonyms.js';
import {readLanguage, readLocalized, readText} from './text.js';
import {createTopicRegistry} from './topics.js';

/** Default limit of the records of a feed. */
export const MAX_PRACTICES = 20_000;

export interface NormalizeOptions {
  /**
   * The most records that are read. The rest is left out, with a warning. Default: `MAX_PRACTICES`.
   */
  readonly maxPractices?: number | undefined;
  /** Facets that the page describes, as in its attribute `facets`: `target:list budget:number`. */
  readonly facets?: string | undefined;
}

/**
 * Makes a feed that the other code can trust of any document. Never throws. Invalid values are
 * repaired or left out, with a warning (see `FeedWarningCode`). A practice is left out only if it
 * has no title or is beyond the limit.
 */
export const normalize = (raw: RawFeed, options: NormalizeOptions = {}): Feed => runSync(normalizeSliced(raw, options));

/** The same with pauses. */
export function* normalizeSliced(
  raw: RawFeed,
  {facets: pageFacets = '', maxPractices = MAX_PRACTICES}: NormalizeOptions,
): Sliced<Feed> {
  const {address, pointer, records} = raw;
  const {warn, warnings} = createWarningLog();
  const field = toFields({value: raw, pointer: ''})!;
  const textContext = {language: readLanguage(field('language'), warn), warn};
  const topics = createTopicRegistry(field('topics'), textContext);
  const facets = readFacets(field('facets'), pageFacets, records, textContext);
  const context = {...textContext, address, facets, topics, givenIds: new Set<string>()};

  const version = field('version');
  if (!/^(?:1\b|$)/.test(readText(version, context, 'remark'))) warn('unknown-version', version, 'read as 1');
  if (records.length > maxPractices) {
    const item = {value: records.length, pointer: pointerTo(pointer, maxPractices)};
    warn('too-many-practices', item, `the first ${maxPractices} were read`);
  }
  const texts = readSameHostUrl(field('texts'), context);
  /** If no practice has `details`, the full texts of those without text are with all others. */
  const inTexts = (practice: Practice) =>
    texts && !practice.sections.length ? {...practice, details: texts} : practice;
  const practices: Practice[] = [];
  const readRecords = Math.min(records.length, maxPractices);
  for (let i = 0; i < readRecords; i++) {
    const practice = readPractice({value: records[i], pointer: pointerTo(pointer, i)}, context);
    if (practice) practices.push(practice);
    yield;
  }
  const whole = practices.some(({details}) => details) ? practices : practices.map(inTexts);
  const distinct = withDistinctIds(whole);
  return {
    title: readLocalized(field('title'), context, 'title'),
    language: textContext.language,
    license: readText(field('license'), context, 'license'),
    updated: readDate(field('updated'), context),
    totalRecords: records.length,
    readRecords,
    texts,
    missing: [],
    practices: distinct,
    topics: [...topics.topics.values()],
    facets: facets.map(({label, name, type}) => ({name, label, type})),
    synonyms: readSynonyms(field('synonyms'), context),
    collections: followIds(readCollections(field('collections'), context), whole, distinct),
    examples: readExamples(field('examples'), context),
    feeds: readFilterFeeds(field('feeds'), context),
    warnings: [...warnings.values()],
  };
}
