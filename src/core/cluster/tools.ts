import {warnOnce} from '../../platform/warn-once.js';
import {facetsOf} from '../attribute-values.js';
import {findTopics, withoutTopics} from '../engine/exclude-topics.js';
import {mustJoinPlaces} from '../facets/facet-index.js';
import {
  compareSpanKeys,
  isRange,
  knownRefinements,
  unknownRefinements,
  valuesOf,
  wholeCountries,
} from '../facets/known-values.js';
import {startDeadline} from '../feed/deadline.js';
import {FeedError} from '../feed/feed-error.js';
import type {Feed} from '../feed/feed.js';
import {fetchFeed} from '../feed/fetch.js';
import {readNativeJson} from '../feed/formats/native-json.js';
import type {JsonObject} from '../feed/json-value.js';
import {normalize} from '../feed/normalize/normalize.js';
import {parseFeed} from '../feed/parse.js';
import {memoizeLast} from '../memoize.js';
import {broaderConcepts} from '../search/broader-concepts.js';
import {createLabels} from '../search/labels.js';
import {correct, parseQuery} from '../search/query.js';
import {createSearchIndex} from '../search/search-index.js';
import {createUnderstanding} from '../search/understanding.js';
import {createVocabulary, type Vocabulary} from '../search/vocabulary.js';
import {type LanguageWords, readWords, synonymWords} from '../search/words.js';
import {nothingUnderstood} from '../state/search-results.js';
import {initialState, refinementKey, refinementPairs, refinementsOf, sortOf} from '../state/search-state.js';
import {runSync} from '../time-slicing.js';

/** How long one answer may take. */
const SEARCH_DEADLINE_MS = 60_000;

/** Asks a server, with the limits and errors that feeds have. */
async function post(
  address: string,
  body: string,
  maxBytes: number,
  signal: AbortSignal,
  deadlineMs = SEARCH_DEADLINE_MS,
): Promise<unknown> {
  const message = `${address} took longer than ${deadlineMs / 1000} seconds. Check the health of the cluster.`;
  const deadline = startDeadline(deadlineMs, message, signal);
  try {
    return parseFeed(await fetchFeed(address, {body, maxBytes, signal: deadline.signal}), 'json').content;
  } finally {
    deadline.end();
  }
}

/** Reads a document in our own format, so that links and HTML in it are as safe as those of a feed. */
const readFeed = (document: JsonObject, address: string): Feed =>
  normalize(readNativeJson(document, address), {maxPractices: Infinity});

const readVocabulary = (words: readonly LanguageWords[], synonyms: Feed['synonyms']): Vocabulary =>
  runSync(createVocabulary([...words, synonymWords(synonyms)]));

/**
 * What an engine for a cluster needs of the widget. Its script for web pages has none of this code:
 * the widget hands it over.
 */
export const clusterTools = {
  FeedError,
  broaderConcepts,
  compareSpanKeys,
  correct,
  createLabels,
  createSearchIndex,
  createUnderstanding,
  facetsOf,
  findTopics,
  initialState,
  isRange,
  knownRefinements,
  memoizeLast,
  mustJoinPlaces,
  nothingUnderstood,
  parseQuery,
  post,
  readFeed,
  readVocabulary,
  readWords,
  refinementKey,
  refinementPairs,
  refinementsOf,
  sortOf,
  unknownRefinements,
  valuesOf,
  warnOnce,
  wholeCountries,
  withoutTopics,
};

export type ClusterTools = typeof clusterTools;
