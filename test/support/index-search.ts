import type {Feed} from '../../src/core/feed/feed.js';
import {createLabels} from '../../src/core/search/labels.js';
import {parseQuery} from '../../src/core/search/query.js';
import {createSearchIndex, type SearchMatches} from '../../src/core/search/search-index.js';
import {createVocabulary} from '../../src/core/search/vocabulary.js';
import {synonymWords} from '../../src/core/search/words.js';
import {runSync} from '../../src/core/time-slicing.js';
import {feedWith} from '../fixtures/practices.js';
import {wordsOfPage} from './visitor-search.js';

/** What a query found, with the titles of the practices, best first. */
interface FoundTitles extends SearchMatches {
  readonly titles: readonly string[];
}

/** Searches the index of a feed with the words that a page in some language loads. */
export async function createIndexSearch(feed: Feed, language = 'en'): Promise<(query: string) => FoundTitles> {
  const labels = createLabels(feed.topics, language);
  const index = createSearchIndex(feed.practices, {labels, currentYear: 2026});
  const vocabulary = runSync(createVocabulary([...(await wordsOfPage(language)), synonymWords(feed.synonyms)]));
  return (query) => {
    const matches = index.search(parseQuery(query), vocabulary);
    return {...matches, titles: matches.ranked.map((i) => feed.practices[i]!.title[0]!.text)};
  };
}

/** The same for practices that have nothing but a title. */
export const searchTitles = (titles: readonly string[], language?: string) =>
  createIndexSearch(feedWith({practices: titles.map((title) => ({title}))}), language);
