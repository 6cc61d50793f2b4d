import {addBit, createBitset, hasBit} from './bitset.js';
import type {Engine, FacetValue, Hit, SearchResults} from './engine.js';
import {countFacets, createFacetIndex, knownRefinements, passing} from './facets.js';
import type {Feed} from './feed/feed.js';
import type {Attribute, Practice} from './practice.js';
import {fold} from './search/fold.js';
import {createLabels} from './search/labels.js';
import {parseQuery} from './search/query.js';
import {createSearchIndex, type SearchIndex, type SearchMatches} from './search/search-index.js';
import {rankSimilar} from './similar.js';
import {hasRefinements, type Refinements, type SearchState, type Sort} from './search-state.js';
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
  const {currentYear, facets, hitsPerPage, language} = options;
  const practices = inScope(feed.practices, options);
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  const labels = createLabels(feed.topics, language);
  const facetIndex = createFacetIndex(practices, {currentYear});

  // The first cards need no words: the index is built when the first are asked for.
  let searchIndex: SearchIndex | undefined;
  const searchText = (query: string): SearchMatches | null => {
    const parsed = parseQuery(query);
    if (parsed.terms.length + parsed.excluded.length === 0) return null;
    searchIndex ??= createSearchIndex(practices, labels);
    return searchIndex.search(parsed);
  };

  /** The hits in their order, and what is needed to draw and to count them. */
  function find(state: SearchState) {
    const refinements = knownRefinements(facetIndex, state.refinements);
    const matches = searchText(state.query);
    const passes = passing(facetIndex, refinements);
    const ranked = (matches?.ranked ?? practices.map((_, i) => i)).filter((i) => hasBit(passes, i));
    const sort = state.sort ?? options.sort ?? 'relevance';
    if (sort === 'feed') ranked.sort((a, b) => a - b);
    else if (sort !== 'relevance') {
      const compare = compareBy(sort, language);
      ranked.sort((a, b) => compare(practices[a]!, practices[b]!) || a - b);
    }
    const toHit = (i: number): Hit => ({
      practice: practices[i]!,
      tier: matches?.tierOf(i) ?? null,
      score: matches?.scoreOf(i) ?? 0,
    });
    return {refinements, matches, ranked, toHit};
  }

  function countIn(wanted: readonly Attribute[], matches: SearchMatches | null, refinements: Refinements) {
    if (!matches) return countFacets(facetIndex, wanted, null, refinements);
    const found = createBitset(practices.length);
    for (const i of matches.ranked) addBit(found, i);
    return countFacets(facetIndex, wanted, found, refinements);
  }

  return {
    search(state): SearchResults {
      const {refinements, matches, ranked, toHit} = find(state);
      return {
        state: refinements === state.refinements ? state : {...state, refinements},
        hits: ranked.slice(0, state.page * hitsPerPage).map(toHit),
        totalHits: ranked.length,
        totalPractices: practices.length,
        isPartial: matches?.isPartial ?? false,
        facets: countIn(facets, matches, refinements),
        matchedTerms: matches?.matchedTerms ?? [],
      };
    },
    facetValues(attribute, text, state): readonly FacetValue[] {
      const {refinements, matches} = find(state);
      const wanted = fold(text.trim());
      const [facet] = countIn([attribute], matches, refinements);
      return facet!.values.filter(({value}) => fold(labels.of(attribute, value)).includes(wanted));
    },
    practice: (id) => byId.get(id) ?? null,
    hits: (state) => {
      const {ranked, toHit} = find(state);
      return ranked.map(toHit);
    },
    similar: (id) => rankSimilar(practices, byId.get(id)).slice(0, 3),
  };
}

function inScope(practices: readonly Practice[], {scope, currentYear}: LocalEngineOptions): readonly Practice[] {
  if (!hasRefinements(scope)) return practices;
  const inside = passing(createFacetIndex(practices, {currentYear}), scope);
  return practices.filter((_, i) => hasBit(inside, i));
}
