import {baseLanguage} from '../../localized-text.js';
import type {NumberRange, Refinement, Refinements, SearchState} from '../../state/search-state.js';
import type {Parameters} from '../client.js';
import {MAX_LISTED_VALUES, SEPARATOR, spanSlots} from '../fields.js';
import type {EngineContext} from './context.js';
import type {Scope} from './scope.js';

/** What a search state asks for besides its query, as parameters of the templates. */
export interface SearchParameters {
  /** Only practices in scope. Every request has these. */
  readonly scope: Parameters;
  /** Only practices with these refinements, and in this collection. */
  filter(state: Pick<SearchState, 'refinements' | 'collection'>, scope: Scope): Parameters;
  /** The order of the hits. */
  order(state: SearchState): Parameters;
}

/** The limits of a range without limits: what the number fields of the index can compare with. */
const WIDEST_YEARS = {from: -9999, to: 99_999};
const WIDEST_NUMBERS = {from: -1e300, to: 1e300};

export function createSearchParameters(context: EngineContext): SearchParameters {
  const {arePlacesJoined, facets: definitions, info, options, orders, slots, tools} = context;

  /** The refinements of each attribute. */
  function refine(refinements: Refinements, prefix: string, scope?: Scope): Parameters {
    const all = [...slots].map(([attribute, slot]): Parameters => {
      const chosen = tools.refinementsOf(refinements, attribute);
      if (!chosen.length) return {};
      const facet = definitions.get(attribute)!;
      const isRange = (one: Refinement) => tools.isRange(facet, one);
      const [range, ...otherRanges] = chosen.filter(isRange) as NumberRange[];
      const keys = chosen.filter((one) => !isRange(one)).map((one) => tools.refinementKey(attribute, one));
      // A request has one range. The values of others are listed.
      for (const other of otherRanges)
        keys.push(...tools.valuesOf(scope?.facets.get(attribute), other).map(({key}) => key));
      return {[prefix + slot]: joinKeys(keys), ...(spanSlots.includes(slot) && spanParameters(prefix + slot, range))};
    });
    return Object.assign({}, ...all) as Parameters;
  }

  /**
   * If countries and cities are one facet: a practice matches in a chosen city, or in a country
   * without a chosen city.
   */
  function refinePlaces(refinements: Refinements, scope: Scope): Parameters {
    const {city, country} = refinements;
    if (!city.length && !country.length) return {};
    return {
      place_any: 'none',
      place_city: joinKeys(city.map((one) => tools.refinementKey('city', one))),
      place_country: joinKeys(tools.wholeCountries(scope.facets, refinements)),
    };
  }

  return {
    scope: refine(options.scope, 'scope_'),
    filter: ({collection, refinements}, scope) => ({
      ...(arePlacesJoined
        ? {...refine({...refinements, city: [], country: []}, '', scope), ...refinePlaces(refinements, scope)}
        : refine(refinements, '', scope)),
      ...(collection && {collection}),
    }),
    order(state) {
      const sort = tools.sortOf(state, options.sort);
      if (sort === 'relevance') return {sort, tie: sort};
      if (sort === 'feed' && state.collection)
        return {sort: `collection-${info.collections.findIndex(({id}) => id === state.collection)}`, tie: sort};
      const base = baseLanguage(options.language);
      const isByLetters = sort === 'title' || sort === 'city';
      return {sort: isByLetters && orders.includes(base) ? `${sort}-${base}` : sort, tie: 'feed'};
    },
  };
}

const joinKeys = (keys: readonly string[]): string => keys.slice(0, MAX_LISTED_VALUES).join(SEPARATOR);

/** The parameters of a slot with numbers, beside its list of values. */
const spanParameters = (name: string, range: NumberRange | undefined): Parameters => ({
  [`${name}_any`]: 'none',
  ...(range && rangeParameters(name, range, name.endsWith('year') ? WIDEST_YEARS : WIDEST_NUMBERS)),
});

/** A range as parameters. By default, it is one of years. */
export const rangeParameters = (name: string, {from, to}: NumberRange, widest = WIDEST_YEARS): Parameters => ({
  [`${name}_from`]: String(from ?? widest.from),
  [`${name}_to`]: String(to ?? widest.to),
});
