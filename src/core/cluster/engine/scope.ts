import type {KnownFacet, KnownFacets, KnownValue} from '../../facets/known-values.js';
import type {Attribute} from '../../practice.js';
import type {CollectionCount} from '../../state/search-results.js';
import type {ClusterAnswer} from '../client.js';
import {CITY_SEPARATOR, MAX_VALUES} from '../fields.js';
import type {EngineContext} from './context.js';

/** A value of a facet that practices in scope have. */
export interface ScopedValue extends KnownValue {
  readonly key: string;
}

/** Everything that the practices in scope have. It does not depend on the search. */
export interface Scope {
  /** How many practices there are. */
  readonly size: number;
  /** In the order in which values are shown if their counts are equal. */
  readonly facets: KnownFacets<ScopedValue>;
  readonly collections: readonly CollectionCount[];
}

/** Where the template `feed` counts. */
const PATH = ['all', 'scope'];

/** How many practices are in scope. */
export const readSize = (answer: ClusterAnswer): number => answer.count(PATH);

/**
 * Reads an answer of the template `feed`.
 * @param excluded ids of topics to leave out
 */
export function readScope(
  answer: ClusterAnswer,
  {facets: definitions, info, slots, tools}: EngineContext,
  excluded: ReadonlySet<string>,
): Scope {
  const cities = readCities(answer);
  const facets = new Map<Attribute, KnownFacet<ScopedValue>>();
  for (const [name, facet] of definitions) {
    const buckets = answer
      .buckets([...PATH, slots.get(name)!])
      .filter(({key}) => name !== 'topic' || !excluded.has(key))
      .sort((a, b) =>
        facet.kind === 'span' ? tools.compareSpanKeys(a.key, b.key) : a.first - b.first || b.count - a.count,
      );
    const values = buckets.map(({key}): [string, ScopedValue] => {
      const city = name === 'city' ? cities.get(key) : undefined;
      return [key, {key, value: city?.name ?? key, countries: city?.countries ?? []}];
    });
    facets.set(name, {...facet, values: new Map(values), isCut: buckets.length >= MAX_VALUES});
  }
  const counts = new Map(answer.buckets([...PATH, 'collections']).map(({count, key}) => [key, count]));
  return {
    size: readSize(answer),
    facets,
    collections: info.collections.flatMap(({id}) => (counts.has(id) ? {id, count: counts.get(id)!} : [])),
  };
}

/** The name and the countries of each city by its key. */
function readCities(answer: ClusterAnswer) {
  const cities = new Map<string, {readonly name: string; readonly countries: string[]}>();
  // The most frequent spelling of a city comes first.
  for (const {key} of answer.buckets([...PATH, 'cities'])) {
    const [city = '', name = '', country = ''] = key.split(CITY_SEPARATOR);
    const entry = cities.get(city) ?? {name, countries: []};
    if (country && !entry.countries.includes(country)) entry.countries.push(country);
    cities.set(city, entry);
  }
  return cities;
}
