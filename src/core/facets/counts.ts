import {valueKey} from '../attribute-values.js';
import {attributes, type Attribute} from '../practice.js';
import type {Facet, FacetValue, Relaxation} from '../state/search-results.js';
import {
  isWithin,
  mapAttributes,
  refinementKey,
  refinementToText,
  type Refinement,
  type Refinements,
} from '../state/search-state.js';
import {sum} from '../sum.js';
import type {FacetIndex, IndexedAttribute, IndexedValue} from './facet-index.js';

/**
 * What each practice misses by its position: one bit for each attribute that it does not meet. With 0 it passes, if the query finds it;
 * with its own facet's bit alone it is counted there. So one byte answers for all facets together.
 */
export type Misses = Uint8Array;

const bitOf = (attribute: Attribute) => 1 << attributes.indexOf(attribute);
const PLACE = bitOf('country') | bitOf('city');

/**
 * Drops the values that no practice has (an address may be old, or made up), and spells the others as the facets do. Ranges stay. The same
 * object where all are known.
 */
export function knownRefinements(index: FacetIndex, refinements: Refinements): Refinements {
  const known = mapAttributes((attribute) => {
    const spelled = refinements[attribute].flatMap((refinement): Refinement | [] =>
      typeof refinement === 'string'
        ? (index[attribute].values.get(valueKey(attribute, refinement))?.value ?? [])
        : refinement,
    );
    return [...new Set(spelled)];
  });
  return JSON.stringify(known) === JSON.stringify(refinements) ? refinements : known;
}

/**
 * Whether countries and cities are one facet, with cities under their countries. Then a practice meets it that is in a chosen city, or in a
 * chosen country none of whose cities is chosen: Norway and Bilbao finds both, Spain and Bilbao finds Bilbao. (Were they two facets, each to
 * be met, Norway and Bilbao would find nothing.)
 */
export const mustJoinPlaces = (facets: readonly Attribute[]): boolean =>
  facets.includes('country') && facets.includes('city');

/** What the practices miss: to meet every attribute, each by at least one of its refinements. */
export function findMisses(index: FacetIndex, refinements: Refinements, arePlacesJoined = false): Misses {
  const chosen = attributes.filter((attribute) => refinements[attribute].length);
  const misses = new Uint8Array(index.size).fill(sum(chosen.map(bitOf)));
  for (const attribute of chosen) {
    const bit = bitOf(attribute);
    for (const {positions} of refinements[attribute].flatMap((one) => valuesOf(index[attribute], attribute, one)))
      for (const position of positions) misses[position]! &= ~bit;
  }
  if (arePlacesJoined && refinements.city.length && refinements.country.length) joinPlaces(misses, index, refinements);
  return misses;
}

/** The values that meet a refinement. */
function valuesOf({values}: IndexedAttribute, attribute: Attribute, refinement: Refinement): IndexedValue[] {
  if (typeof refinement === 'string') return [values.get(valueKey(attribute, refinement)) ?? []].flat();
  // what is not a year is NaN, and so in no range
  return [...values].flatMap(([key, indexed]) => (isWithin(+key, refinement) ? indexed : []));
}

/** Who is in a chosen country that has none of the chosen cities misses no city, and who misses no city misses no country. */
function joinPlaces(misses: Misses, {city, country}: FacetIndex, refinements: Refinements): void {
  const [cityBit, countryBit] = [bitOf('city'), bitOf('country')];
  const narrowed = refinements.city.flatMap((one) => city.values.get(refinementKey('city', one))?.countries ?? []);
  for (const one of refinements.country.map(refinementToText))
    if (!narrowed.includes(one))
      for (const position of country.values.get(one)?.positions ?? []) misses[position]! &= ~cityBit;
  misses.forEach((missed, position) => {
    if (!(missed & cityBit)) misses[position] = missed & ~countryBit;
  });
}

/**
 * The values of each facet with their disjunctive counts among the practices that the query `found`, in whatever order these stand. Years come
 * newest first, then ongoing, then without date; others by count, then in feed order.
 */
export function countFacets(
  index: FacetIndex,
  facets: readonly Attribute[],
  found: readonly number[],
  misses: Misses,
  refinements: Refinements,
  arePlacesJoined = false,
): Facet[] {
  return facets.map((attribute) => {
    const others = ~(arePlacesJoined && PLACE & bitOf(attribute) ? PLACE : bitOf(attribute));
    const counts = countValues(index[attribute], found, misses, others);
    const keys = refinements[attribute].map((refinement) => refinementKey(attribute, refinement));
    const values = [...index[attribute].values.values()].map(({value, key, number, countries}): FacetValue => {
      return {value, count: counts[number]!, isRefined: keys.includes(key), countries};
    });
    return {attribute, values: attribute === 'year' ? values : values.sort((a, b) => b.count - a.count)};
  });
}

/** How many practices have each value, by its number, and miss no attribute of `others`. Goes through practices, not values: most queries leave few. */
function countValues(
  {numbers, starts, values}: IndexedAttribute,
  found: readonly number[],
  misses: Misses,
  others: number,
): Uint32Array {
  const counts = new Uint32Array(values.size);
  for (const position of found)
    if (!(misses[position]! & others))
      for (let i = starts[position]!; i < starts[position + 1]!; i++) counts[numbers[i]!]!++;
  return counts;
}

/** What alone keeps practices out where none passes: who misses only one thing is found without it. */
export function findRelaxations(found: readonly number[], misses: Misses): Relaxation[] {
  const ways = attributes.map((without): Relaxation => {
    return {without, count: found.filter((position) => misses[position] === bitOf(without)).length};
  });
  return [{without: 'query' as const, count: misses.filter((missed) => !missed).length}, ...ways].filter(
    ({count}) => count,
  );
}
