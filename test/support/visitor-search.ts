import type {SearchResults} from '../../src/core/state/search-results.js';
import type {Feed} from '../../src/core/feed/feed.js';
import {createLocalEngine} from '../../src/core/engine/local-engine.js';
import {memoize} from '../../src/core/memoize.js';
import {initialState, noRefinements} from '../../src/core/state/search-state.js';
import type {LanguageWords} from '../../src/core/search/words.js';
import {loadWordsFor, wordLanguage} from '../../src/i18n/load-language.js';

/** How many hits a search gives. */
const HITS = 20;

/** The words that a page in one language loads for a feed in English. */
export async function wordsOfPage(language: string): Promise<readonly LanguageWords[]> {
  const languages = new Set([wordLanguage(language), 'en'].filter(Boolean));
  const words = await Promise.all([...languages].map((each) => loadWordsFor(each, {assetsHref: null, baseURI: ''})));
  return words.map((each) => each!);
}

/** Searches a feed in English as pages in any language do, with the same words loaded. */
export function createVisitorSearch(feed: Feed): (query: string, language?: string) => Promise<SearchResults> {
  const engineFor = memoize(async (language: string) => {
    const options = {scope: noRefinements, facets: [], sort: null, hitsPerPage: HITS, language, currentYear: 2026};
    const engine = createLocalEngine(feed, options);
    engine.learn(await wordsOfPage(language));
    return engine;
  });
  return async (query, language = 'en') => (await engineFor(language)).search({...initialState, query});
}
