import type {Engine} from '../../engine/engine.js';
import type {LocalEngineOptions} from '../../engine/local-engine.js';
import type {LanguageWords} from '../../search/words.js';
import type {Hit, SearchResults} from '../../state/search-results.js';
import type {SearchState} from '../../state/search-state.js';
import {MAX_WINDOW, SEPARATOR} from '../fields.js';
import {type ClusterFeed, createContext} from './context.js';
import {readCrossTable, readFacets} from './facet-answers.js';
import {createFinder} from './finder.js';
import {createHitReader} from './hit-reader.js';
import {createPracticeLookup} from './practice-lookup.js';
import {readHitMatches, understand} from './query-meaning.js';
import {findRelaxations} from './relaxations.js';
import {createTextSearch} from './text-search.js';
import {createTypingPace} from './typing-pace.js';
import {findUnmatched} from './unmatched.js';

/**
 * In characters. The similarity needs no more of a summary. Each has three bytes at most, and a
 * request 8 kB.
 */
const MAX_LIKE = 1500;

/** The practices that a state matches. Two states with the same key have the same hits. */
const keyOf = ({collection, query, refinements, sort}: SearchState): string =>
  JSON.stringify([query, refinements, sort, collection]);

/**
 * Creates the engine that asks a cluster. It has the practices of answers only. It divides queries
 * and reads their meaning with the code of the local engine.
 */
export function createClusterEngine(feed: ClusterFeed, options: LocalEngineOptions): Engine {
  const closing = new AbortController();
  const context = createContext(feed, options, closing.signal);
  const {client, info, slots, tools} = context;

  let words: readonly LanguageWords[] = [];
  const readVocabulary = tools.memoizeLast((loaded: readonly LanguageWords[]) =>
    tools.readVocabulary(loaded, info.synonyms),
  );
  const vocabulary = () => readVocabulary(words);
  const textSearch = createTextSearch(tools, vocabulary);
  const finder = createFinder(context, textSearch);
  const pace = createTypingPace();
  const readHits = createHitReader(context);
  const findPractice = createPracticeLookup(async (ids) => {
    const answer = await client.ask('practices', {...finder.scope, ids: ids.join(SEPARATOR)}, closing.signal);
    return readHits(answer).map(({practice}) => practice);
  });

  /**
   * The hits of the pages that are shown, so that “Show more” asks for the next page only. With other
   * words, a query may have other hits.
   */
  let shown: {readonly key: string; readonly words: typeof words; readonly hits: readonly Hit[]} | null = null;
  const shownFor = (state: SearchState) => (shown?.words === words && shown.key === keyOf(state) ? shown.hits : []);
  let current: AbortController | undefined;

  /** If the cluster fails to answer what is offered beside the hits, visitors still see these. */
  const orNothing =
    <Nothing>(nothing: Nothing, signal: AbortSignal) =>
    (error: unknown): Nothing => {
      signal.throwIfAborted();
      if (error instanceof tools.FeedError) return nothing;
      throw error;
    };

  async function search(asked: SearchState): Promise<SearchResults> {
    current?.abort();
    current = new AbortController();
    const {signal} = current;
    await pace.wait(asked.query, textSearch.isKnown, signal);
    const used = words;
    const wanted = Math.min(asked.page * options.hitsPerPage, MAX_WINDOW);
    const before = asked.page > 1 ? shownFor(asked).slice(0, wanted) : [];
    const window = {from: String(before.length), size: String(wanted - before.length)};
    const found = await pace.measure(finder.find(asked, window, {facets: options.facets, signal}));
    const {answer, match, scope, state} = found;
    const hits = [...before, ...readHits(answer)];
    shown = {key: keyOf(asked), words: used, hits};
    const practices = hits.map(({practice}) => practice);
    const matches = readHitMatches(context, vocabulary(), match, practices);
    const isCorrection = match.corrections.length > 0 && match.text !== state.query;
    const suggestion = isCorrection && match.found && !match.isPartial ? match.text : null;
    return {
      state,
      hits: hits.map((hit, i) => ({...hit, tier: matches.tierOf(i)})),
      totalHits: answer.total,
      totalPractices: scope.size,
      isPartial: match.isPartial && match.found > 0,
      facets: readFacets(context, options.facets, scope.facets, state.refinements, answer),
      collections: scope.collections,
      matchedTerms: matches.matchedTerms,
      suggestion,
      isCorrected: suggestion !== null && answer.total > 0,
      understanding: await understand(context, vocabulary(), finder, found, matches, signal).catch(
        orNothing(tools.nothingUnderstood, signal),
      ),
      maxHits: MAX_WINDOW,
      warnings: answer.warnings,
      relaxations: answer.total
        ? []
        : await findRelaxations(context, finder, state, signal).catch(orNothing([], signal)),
    };
  }

  return {
    // The cluster has its index, and the vocabulary is quick to read.
    prepare() {},
    learn: (loaded) => void (words = loaded),
    search,
    practice: findPractice,
    async rank(id, state) {
      // Visitors nearly always open a practice that they see.
      const place = shownFor(state).findIndex(({practice}) => practice.id === id);
      if (place >= 0) return place;
      const {answer} = await finder.find(state, {size: String(MAX_WINDOW), fields: 'nothing'});
      return answer.ids.indexOf(id);
    },
    async hits(state, limit = Infinity) {
      return readHits((await finder.find(state, {size: String(Math.min(limit, MAX_WINDOW))})).answer);
    },
    async similar(id) {
      const practice = await findPractice(id);
      if (!practice) return [];
      const {places, summary, title, topics} = practice;
      const text = [...title, ...summary].map((each) => each.text).join(' ');
      const countries = new Set(places.map(({country}) => country).filter(Boolean));
      const parameters = {
        ...finder.scope,
        id,
        topics: topics.join(SEPARATOR),
        countries: [...countries].join(SEPARATOR),
        like: tools
          .readWords(text.slice(0, MAX_LIKE))
          .map((word) => word.text)
          .join(' ')
          .slice(0, MAX_LIKE),
      };
      return readHits(await client.ask('similar', parameters, closing.signal)).map((hit) => hit.practice);
    },
    async crossTable(state, rows, columns) {
      const [rowSlot, columnSlot] = [slots.get(rows), slots.get(columns)];
      if (!rowSlot || !columnSlot) return {rows: [], columns: []};
      const {parameters, scope} = await finder.find(state, {size: '0'});
      const asked = {...parameters, rows: rowSlot, columns: columnSlot};
      const answer = await client.ask('table', asked, closing.signal);
      return readCrossTable(scope.facets.get(rows)!, scope.facets.get(columns)!, answer);
    },
    unmatched: (preset) => findUnmatched(context, finder, preset),
    close: () => closing.abort(),
  };
}
