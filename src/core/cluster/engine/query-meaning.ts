import type {Practice} from '../../practice.js';
import type {SearchMatches} from '../../search/search-index.js';
import type {Vocabulary} from '../../search/vocabulary.js';
import type {Understanding} from '../../state/search-results.js';
import type {EngineContext} from './context.js';
import {readFacets} from './facet-answers.js';
import type {Finder, Found} from './finder.js';
import type {TextMatch} from './text-search.js';

/** So many hits are read for their words. Reading takes time, and further ones rarely have others. */
const MAX_READ_HITS = 60;

/** What a query means in the hits. */
export type HitMatches = Pick<SearchMatches, 'matchedTerms' | 'corrections' | 'units' | 'tierOf'>;

/**
 * Finds the words of the hits that a query means, for highlights. The cluster does not say, so an
 * index of the hits does.
 */
export function readHitMatches(
  {labels, options: {currentYear}, tools}: EngineContext,
  vocabulary: Vocabulary,
  {corrections, query, text, units}: TextMatch,
  practices: readonly Practice[],
): HitMatches {
  if (!query.words.length || !practices.length)
    return {matchedTerms: [], corrections, units: units.map((unit) => ({...unit, found: []})), tierOf: () => null};
  const index = tools.createSearchIndex(practices.slice(0, MAX_READ_HITS), {labels, currentYear});
  const {matchedTerms, tierOf, units: found} = index.search(tools.parseQuery(text), vocabulary);
  return {matchedTerms, corrections, units: found, tierOf: (i) => (i < MAX_READ_HITS ? tierOf(i) : null)};
}

/** Describes how a query was understood, as the local engine does. The cluster has the numbers. */
export async function understand(
  context: EngineContext,
  vocabulary: Vocabulary,
  {count, find}: Finder,
  {answer, scope, state}: Found,
  matches: HitMatches,
  signal: AbortSignal,
): Promise<Understanding> {
  const {arePlacesJoined, labels, languages, options, tools} = context;
  const {query, refinements} = state;
  if (!matches.units.length) return tools.nothingUnderstood;
  const describe = tools.createUnderstanding({
    facets: scope.facets,
    labels,
    arePlacesJoined,
    ownLanguages: [options.language, ...languages],
    asksForCities: (words) => vocabulary.asksForCities(words),
    isSameWord: (one, other, language) => vocabulary.inflectionIn(language).isSame(one, other),
    async finds(text) {
      const {match} = await find({...tools.initialState, query: text}, {size: '0'}, {signal});
      return match.found > 0 && !match.isPartial;
    },
  });
  return describe({
    query,
    matches,
    refinements,
    hasHits: answer.total > 0,
    count: (text, others) => count({...state, query: text, refinements: others}, signal),
    async countCities() {
      const found = await find(state, {size: '0'}, {facets: ['city'], signal});
      return readFacets(context, ['city'], scope.facets, refinements, found.answer)[0]?.values ?? [];
    },
  });
}
