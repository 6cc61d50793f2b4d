import {countPairs} from '../facets/cross-table.js';
import {
  countFacets,
  type FacetIndex,
  findMisses,
  findRelaxations,
  findUnmatched,
  leaveOnly,
  mustJoinPlaces,
} from '../facets/facet-index.js';
import {knownRefinements} from '../facets/known-values.js';
import type {Feed} from '../feed/feed.js';
import {memoizeLast} from '../memoize.js';
import type {Attribute, Practice} from '../practice.js';
import {textLanguages} from '../search/fields.js';
import {createLabels, type ValueNames} from '../search/labels.js';
import {correct, parseQuery} from '../search/query.js';
import type {SearchIndex, SearchMatches} from '../search/search-index.js';
import {rankSimilar} from '../search/similar.js';
import type {UnderstandingInput} from '../search/understanding.js';
import {synonymWords, type LanguageWords} from '../search/words.js';
import {nothingUnderstood, type SearchResults, type Understanding} from '../state/search-results.js';
import {type Refinements, type SearchState, type Sort, sortOf} from '../state/search-state.js';
import {compareBy} from '../state/sort.js';
import {runSliced, sortSliced, type Sliced} from '../time-slicing.js';
import type {Engine} from './engine.js';
import {scopeSliced, type ScopeOptions} from './scope.js';

/** How many similar practices to return, which fit below a card. */
const MAX_SIMILAR = 3;

/** The settings of the webmaster, and what core does not know by itself. */
export interface LocalEngineOptions extends ScopeOptions {
  /** The facets to count, in their order. */
  readonly facets: readonly Attribute[];
  /** The default order. Null: by relevance with a query, otherwise as in the feed. */
  readonly sort: Sort | null;
  readonly hitsPerPage: number;
  /** BCP 47 tag. Queries find names of countries and topics in it, and its collation sorts. */
  readonly language: string;
  /** Names that take precedence over those of the feed and the browser. */
  readonly names?: ValueNames;
  /**
   * The letters of the language in their order, if the browser does not know it. See
   * `createCompare`.
   */
  readonly alphabet?: string;
}

/**
 * Creates the engine that has the practices in memory. It never blocks the thread for longer than a
 * slice, however many practices there are. It counts facets first, because the first cards need
 * them, and builds the index of words for the first query.
 */
export function createLocalEngine(feed: Feed, options: LocalEngineOptions): Engine {
  const {alphabet, hitsPerPage, language, names} = options;
  const closing = new AbortController();
  const labels = createLabels(feed.topics, language, names, feed.facets);
  const arePlacesJoined = mustJoinPlaces(options.facets);
  const scoped = runSliced(scopeSliced(feed, options, labels), closing.signal);
  /** One object for all questions without a query, so that cards that stay are not drawn again. */
  const everything = scoped.then(({practices}): SearchMatches => ({
    ranked: [...practices.keys()],
    scoreOf: () => 0,
    tierOf: () => null,
    isPartial: false,
    matchedTerms: [],
    corrections: [],
    units: [],
  }));
  // Callers read the error. An engine that is closed before has none.
  everything.catch(() => {});
  /** Many visitors never search, so the index waits for the first query. */
  let searchIndex: Promise<SearchIndex> | undefined;
  const loadIndex = () => (searchIndex ??= buildIndex());
  async function buildIndex(): Promise<SearchIndex> {
    const [{practices}, {indexSliced}] = await Promise.all([scoped, import('../search/search-index.js')]);
    return runSliced(indexSliced(practices, {labels, currentYear: options.currentYear}), closing.signal);
  }

  let words: readonly LanguageWords[] = [];
  const loadVocabulary = memoizeLast(async (loaded: readonly LanguageWords[]) => {
    const {createVocabulary} = await import('../search/vocabulary.js');
    return runSliced(createVocabulary([...loaded, synonymWords(feed.synonyms)]), closing.signal);
  });

  async function findMatches(text: string, loaded: readonly LanguageWords[]): Promise<SearchMatches> {
    const query = parseQuery(text);
    if (!query.words.length && !query.excluded.length) return everything;
    const [index, vocabulary] = await Promise.all([loadIndex(), loadVocabulary(loaded)]);
    return index.search(query, vocabulary);
  }
  /** Cached for the latest query, which stays the same while the visitor refines and sorts. */
  const searchText = memoizeLast(findMatches);

  /** For each order, the rank of every practice by its position. Each is computed once. */
  const orders = new Map<Sort, Promise<Uint32Array>>();
  function order(sort: Exclude<Sort, 'relevance'>, practices: readonly Practice[]): Promise<Uint32Array> {
    const known =
      orders.get(sort) ?? runSliced(orderSliced(practices, compareBy(sort, language, alphabet)), closing.signal);
    orders.set(sort, known);
    return known;
  }

  /** Cached for the latest refinements, which stay the same while the visitor types. */
  const missesOf = memoizeLast((index: FacetIndex, refinements: Refinements, members?: readonly number[]) => {
    const misses = findMisses(index, refinements, arePlacesJoined);
    return members ? leaveOnly(misses, members) : misses;
  });

  /** The practices that match, not in their final order, and what counting the others needs. */
  async function match(state: SearchState) {
    const {collections, facetIndex, practices} = await scoped;
    const refinements = knownRefinements(facetIndex.facets, state.refinements);
    const members = collections.get(state.collection);
    const loaded = words;
    const matches = await searchText(state.query, loaded);
    const misses = missesOf(facetIndex, refinements, members);
    const found = matches.ranked.filter((i) => !misses[i]);
    return {collections, facetIndex, found, loaded, matches, members, misses, practices, refinements};
  }

  /** The first `limit` hits in their order, and the counts of `facets`. */
  async function find(state: SearchState, facets: readonly Attribute[], limit: number): Promise<SearchResults> {
    const matched = await match(state);
    const {collections, facetIndex, found, loaded, matches, members, misses, practices, refinements} = matched;
    const {ranked, scoreOf, tierOf, isPartial, matchedTerms} = matches;
    const collection = members ? state.collection : '';
    const countsOf = (names: readonly Attribute[]) =>
      countFacets(facetIndex, names, ranked, misses, refinements, arePlacesJoined);
    const sort = sortOf({...state, collection}, options.sort);
    if (sort !== 'relevance') {
      const places = sort === 'feed' && members ? placesOf(members, practices.length) : await order(sort, practices);
      found.sort((a, b) => places[a]! - places[b]!);
    }
    return {
      state:
        refinements === state.refinements && collection === state.collection
          ? state
          : {...state, refinements, collection},
      hits: found.slice(0, limit).map((i) => ({practice: practices[i]!, tier: tierOf(i), score: scoreOf(i)})),
      totalHits: found.length,
      totalPractices: practices.length,
      isPartial,
      collections: [...collections].map(([id, {length}]) => ({id, count: length})),
      facets: countsOf(facets),
      matchedTerms,
      ...(await suggest(state.query, matched)),
      understanding: await understand(loaded, {
        hasHits: found.length > 0,
        matches,
        query: state.query,
        refinements,
        async count(query, others) {
          const missed = missesOf(facetIndex, others, members);
          return (await findMatches(query, loaded)).ranked.filter((i) => !missed[i]).length;
        },
        countCities: async () => countsOf(['city'])[0]!.values,
      }),
      relaxations: found.length ? [] : findRelaxations(facetIndex, ranked, misses),
    };
  }

  /**
   * Suggests a correction if the hits are those of the correction, or if it finds something and the
   * query does not.
   */
  async function suggest(query: string, {found, loaded, matches, misses}: Awaited<ReturnType<typeof match>>) {
    const suggestion = correct(query, matches.corrections);
    if (suggestion === null || found.length) return {suggestion, isCorrected: suggestion !== null};
    const {isPartial, ranked} = await findMatches(suggestion, loaded);
    return {suggestion: !isPartial && ranked.some((i) => !misses[i]) ? suggestion : null, isCorrected: false};
  }

  async function understand(loaded: readonly LanguageWords[], input: UnderstandingInput): Promise<Understanding> {
    return input.matches.units.length ? (await loadUnderstanding(loaded))(input) : nothingUnderstood;
  }
  const loadUnderstanding = memoizeLast(async (loaded: readonly LanguageWords[]) => {
    const [{facetIndex}, vocabulary, {createUnderstanding}] = await Promise.all([
      scoped,
      loadVocabulary(loaded),
      import('../search/understanding.js'),
    ]);
    return createUnderstanding({
      facets: facetIndex.facets,
      labels,
      arePlacesJoined,
      asksForCities: (asked) => vocabulary.asksForCities(asked),
      isSameWord: (one, other, of) => vocabulary.inflectionIn(of).isSame(one, other),
      ownLanguages: [language, ...textLanguages(feed.practices, language)],
      async finds(text) {
        const {isPartial, ranked} = await findMatches(text, loaded);
        return ranked.length > 0 && !isPartial;
      },
    });
  });

  const findPractice = async (id: string) => (await scoped).practices.find((practice) => practice.id === id) ?? null;

  return {
    // If the index fails, the query that needs it reports why.
    prepare: () => void Promise.all([loadIndex(), loadVocabulary(words)]).catch(() => {}),
    learn: (loaded) => void (words = loaded),
    search: (state) => find(state, options.facets, state.page * hitsPerPage),
    practice: findPractice,
    rank: async (id, state) => (await find(state, [], Infinity)).hits.findIndex(({practice}) => practice.id === id),
    hits: async (state, limit = Infinity) => (await find(state, [], limit)).hits,
    async similar(id) {
      const practice = await findPractice(id);
      return practice ? rankSimilar((await scoped).practices, practice, await loadIndex()).slice(0, MAX_SIMILAR) : [];
    },
    async crossTable(state, rows, columns) {
      const {facetIndex, found} = await match(state);
      return countPairs(facetIndex, rows, columns, found);
    },
    async unmatched(preset) {
      const {facetIndex, unmatched} = await scoped;
      return {
        ...unmatched,
        facets: feed.practices.length ? options.facets.filter((name) => !facetIndex.facets.has(name)) : [],
        preset: findUnmatched(facetIndex, preset, arePlacesJoined),
      };
    },
    close: () => closing.abort(),
  };
}

/** The place of each member by its position. The others do not matter. */
function placesOf(members: readonly number[], size: number): Uint32Array {
  const places = new Uint32Array(size);
  members.forEach((position, place) => (places[position] = place));
  return places;
}

/** The rank of each practice in an order, by its position. Ties are in feed order. */
function* orderSliced(practices: readonly Practice[], compare: ReturnType<typeof compareBy>): Sliced<Uint32Array> {
  const sorted = yield* sortSliced([...practices.keys()], (a, b) => compare(practices[a]!, practices[b]!));
  return placesOf(sorted, practices.length);
}
