import type {Engine, SearchResults} from './engine.js';
import {countFacets, createFacetIndex, findMisses, findWaysOut, knownRefinements} from './facets.js';
import type {Feed} from './feed/feed.js';
import type {Attribute} from './practice.js';
import {correct} from './search/correct.js';
import {fold} from './search/fold.js';
import {createLabels} from './search/labels.js';
import {parseQuery} from './search/query.js';
import {createSearchIndex, type SearchIndex, type SearchMatches} from './search/search-index.js';
import {rankSimilar} from './similar.js';
import type {Refinements, SearchState, Sort} from './search-state.js';
import {compareBy} from './sort.js';

/** What the webmaster decided, and what core does not look up by itself. */
export interface LocalEngineOptions {
  /** Only these practices exist. */
  readonly scope: Refinements;
  /** Which facets are counted, in their order. */
  readonly facets: readonly Attribute[];
  /** The order where the visitor chose none; null: by relevance with a query, else as in the feed. */
  readonly sort: Sort | null;
  readonly hitsPerPage: number;
  /** BCP 47 tag: names of countries and topics in it can be searched, and its collation sorts. */
  readonly language: string;
  /** How far practices that are ongoing have come. */
  readonly currentYear: number;
}

/** The engine that has the practices in memory and answers at once. */
export function createLocalEngine(feed: Feed, options: LocalEngineOptions): Engine {
  const {currentYear, hitsPerPage, language, scope} = options;
  let {practices} = feed;
  let facetIndex = createFacetIndex(practices, currentYear);
  const outside = findMisses(facetIndex, practices.keys(), scope);
  if (outside.some(Boolean)) {
    practices = practices.filter((_, i) => !outside[i]);
    facetIndex = createFacetIndex(practices, currentYear);
  }
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const labels = createLabels(feed.topics, language);

  const everything: SearchMatches = {
    ranked: [...practices.keys()],
    scoreOf: () => 0,
    tierOf: () => null,
    isPartial: false,
    matchedTerms: [],
    corrections: [],
  };
  // The first cards need no words: the index is built when the first are asked for.
  let searchIndex: SearchIndex | undefined;
  const searchText = (text: string): SearchMatches => {
    const query = parseQuery(text);
    if (!query.terms.length && !query.excluded.length) return everything;
    searchIndex ??= createSearchIndex(practices, labels);
    return searchIndex.search(query);
  };

  /** The first `limit` hits in their order, and the counts of some facets. */
  function find(state: SearchState, facets: readonly Attribute[], limit: number): SearchResults {
    const refinements = knownRefinements(facetIndex, state.refinements);
    const {ranked, scoreOf, tierOf, isPartial, matchedTerms, corrections} = searchText(state.query);
    const misses = findMisses(facetIndex, ranked, refinements);
    const found = ranked.filter((i) => !misses[i]);
    const sort = state.sort ?? options.sort ?? 'relevance';
    if (sort !== 'relevance') {
      const compare = compareBy(sort, language);
      found.sort((a, b) => compare(practices[a]!, practices[b]!) || a - b);
    }
    return {
      state: refinements === state.refinements ? state : {...state, refinements},
      hits: found.slice(0, limit).map((i) => ({practice: practices[i]!, tier: tierOf(i), score: scoreOf(i)})),
      totalHits: found.length,
      totalPractices: practices.length,
      isPartial,
      facets: countFacets(facetIndex, facets, misses, refinements),
      matchedTerms,
      suggestion: correct(state.query, corrections),
      waysOut: found.length ? [] : findWaysOut(misses),
    };
  }

  return {
    search: (state) => find(state, options.facets, state.page * hitsPerPage),
    facetValues(attribute, text, state) {
      const wanted = fold(text.trim());
      const [facet] = find(state, [attribute], 0).facets;
      return facet!.values.filter(({value}) => fold(labels.of(attribute, value)).includes(wanted));
    },
    practice: (id) => byId.get(id) ?? null,
    rank: (id, state) => find(state, [], Infinity).hits.findIndex(({practice}) => practice.id === id),
    hits: (state) => find(state, [], Infinity).hits,
    similar(id) {
      const practice = byId.get(id);
      return practice ? rankSimilar(practices, practice).slice(0, 3) : [];
    },
  };
}
