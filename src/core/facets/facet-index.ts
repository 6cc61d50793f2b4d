import {attributeValues, valueKey} from '../attribute-values.js';
import {type Attribute, attributes, ONGOING, type Practice} from '../practice.js';
import type {Facet, FacetValue, Relaxation} from '../state/search-results.js';
import {
  isWithin,
  mapAttributes,
  type Refinement,
  refinementKey,
  type Refinements,
  refinementToText,
} from '../state/search-state.js';
import {sum} from '../sum.js';
import {runSync, type Sliced} from '../time-slicing.js';

/**
 * A value in its most frequent spelling, and the positions of the practices that have it, in feed
 * order.
 */
export interface IndexedValue {
  value: string;
  readonly key: string;
  /** Its number among the values of its attribute, in feed order. */
  readonly number: number;
  readonly positions: number[];
  /** Only cities have countries. */
  readonly countries: string[];
}

export interface IndexedAttribute {
  /**
   * By key, in the order in which they are shown if their counts are equal: feed order, and for
   * years the newest first.
   */
  readonly values: ReadonlyMap<string, IndexedValue>;
  /**
   * The practice `i` has the values with the numbers `numbers[starts[i]]` to `numbers[starts[i + 1]
   * - 1]`.
   */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
}

/** What counting facets needs, built once. A practice is known by its position. */
export interface FacetIndex extends Readonly<Record<Attribute, IndexedAttribute>> {
  readonly size: number;
}

/** The world has fewer than 250 countries. A feed that makes up more would make the lookup slow. */
const MAX_COUNTRIES_OF_CITY = 250;

/** @param currentYear up to which year ongoing practices run */
export const createFacetIndex = (practices: readonly Practice[], currentYear: number): FacetIndex =>
  runSync(indexFacetsSliced(practices, currentYear));

/** The same in slices. */
export function* indexFacetsSliced(practices: readonly Practice[], currentYear: number): Sliced<FacetIndex> {
  const found = new Map<Attribute, IndexedAttribute>();
  for (const attribute of attributes) found.set(attribute, yield* indexAttribute(practices, attribute, currentYear));
  for (let position = 0; position < practices.length; position++) {
    if (position % 100 === 99) yield;
    for (const {city, country} of practices[position]!.places) {
      const countries = found.get('city')!.values.get(valueKey('city', city))?.countries;
      if (country && countries && countries.length < MAX_COUNTRIES_OF_CITY && !countries.includes(country))
        countries.push(country);
    }
  }
  return {size: practices.length, ...mapAttributes((attribute) => found.get(attribute)!)};
}

function* indexAttribute(
  practices: readonly Practice[],
  attribute: Attribute,
  currentYear: number,
): Sliced<IndexedAttribute> {
  const values = new Map<string, IndexedValue>();
  const counts = new Map<string, number>();
  const numbers: number[] = [];
  const starts = [0];
  for (let position = 0; position < practices.length; position++) {
    if (position % 100 === 99) yield;
    for (const value of attributeValues(practices[position]!, attribute, currentYear)) {
      const key = valueKey(attribute, value);
      const indexed = values.get(key) ?? {value, key, number: values.size, positions: [], countries: []};
      // A practice may have a city twice, in two spellings.
      if (indexed.positions.at(-1) === position) continue;
      values.set(key, indexed);
      numbers.push(indexed.number);
      indexed.positions.push(position);
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (counts.get(value)! > counts.get(indexed.value)!) indexed.value = value;
    }
    starts.push(numbers.length);
  }
  const rank = (key: string) => (attribute === 'year' ? +key || Number(key === ONGOING) : 0);
  return {
    values: new Map([...values].sort(([a], [b]) => rank(b) - rank(a))),
    numbers: new Uint32Array(numbers),
    starts: new Uint32Array(starts),
  };
}

/**
 * For each practice by its position, the attributes that it fails: a bit each. A practice with 0
 * passes, if the query finds it. A facet counts the practices that fail nothing but this facet. So
 * one number serves all facets.
 */
export type Misses = Uint16Array;

const bitOf = (attribute: Attribute) => 1 << attributes.indexOf(attribute);
const PLACE = bitOf('country') | bitOf('city');

/** The bit of a practice that is not in the collection. No attribute has it. */
const OUTSIDE = 1 << 15;

/** Marks all practices but those at `positions` as outside. No facet counts them. */
export function leaveOnly(misses: Misses, positions: readonly number[]): Misses {
  const left = misses.map((missed) => missed | OUTSIDE);
  for (const position of positions) left[position]! &= ~OUTSIDE;
  return left;
}

/**
 * Drops values that no practice has (an address may be old or made up), and spells the others as
 * the facets do. Ranges stay. Returns the same object if nothing changes.
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
 * Whether countries and cities are one facet, with cities under their countries. A practice then
 * matches if it is in a chosen city, or in a chosen country without a chosen city. “Norway” and
 * “Bilbao” find both, and “Spain” and “Bilbao” find Bilbao. As two facets, “Norway” and “Bilbao”
 * would find nothing.
 */
export const mustJoinPlaces = (facets: readonly Attribute[]): boolean =>
  facets.includes('country') && facets.includes('city');

/** For each practice, the attributes of which it has none of the chosen values. */
export function findMisses(index: FacetIndex, refinements: Refinements, arePlacesJoined = false): Misses {
  const chosen = attributes.filter((attribute) => refinements[attribute].length);
  const misses = new Uint16Array(index.size).fill(sum(chosen.map(bitOf)));
  for (const attribute of chosen) {
    const bit = bitOf(attribute);
    for (const {positions} of refinements[attribute].flatMap((one) => valuesOf(index[attribute], attribute, one)))
      for (const position of positions) misses[position]! &= ~bit;
  }
  if (arePlacesJoined && refinements.city.length && refinements.country.length) joinPlaces(misses, index, refinements);
  return misses;
}

/** What of fixed refinements no practice matches. */
export interface UnmatchedRefinements {
  /** Single values, as the attribute `scope` has them: `country:XX`. */
  readonly values: readonly string[];
  /** Whether no practice matches all of them. */
  readonly findsNothing: boolean;
}

/** Finds what no practice matches. Without practices, nothing is to blame. */
export function findUnmatched(
  index: FacetIndex,
  refinements: Refinements,
  arePlacesJoined = false,
): UnmatchedRefinements {
  if (!index.size) return {values: [], findsNothing: false};
  const values = attributes.flatMap((attribute) =>
    refinements[attribute]
      .filter((one) => !valuesOf(index[attribute], attribute, one).length)
      .map((one) => `${attribute}:${refinementToText(one)}`),
  );
  return {values, findsNothing: findMisses(index, refinements, arePlacesJoined).every(Boolean)};
}

/** The values that match a refinement. */
function valuesOf({values}: IndexedAttribute, attribute: Attribute, refinement: Refinement): IndexedValue[] {
  if (typeof refinement === 'string') return [values.get(valueKey(attribute, refinement)) ?? []].flat();
  // Values other than years are NaN, which is in no range.
  return [...values].flatMap(([key, indexed]) => (isWithin(+key, refinement) ? indexed : []));
}

/**
 * A practice in a chosen country without a chosen city does not fail the city. A practice that does
 * not fail the city does not fail the country either.
 */
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
 * The values of each facet, with their disjunctive counts among the practices in `found`. Years
 * come newest first, then ongoing, then without date. Other values are sorted by count, then in
 * feed order.
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

/**
 * For each value by its number, how many practices have it and fail no attribute of `others`. It
 * loops over practices, not values, because most queries leave few.
 */
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

/**
 * What to give up if nothing is found: a practice that fails only one attribute matches without it.
 */
export function findRelaxations(found: readonly number[], misses: Misses): Relaxation[] {
  const ways = attributes.map((without): Relaxation => {
    return {without, count: found.filter((position) => misses[position] === bitOf(without)).length};
  });
  const collection = found.filter((position) => misses[position] === OUTSIDE).length;
  return [
    {without: 'query' as const, count: misses.filter((missed) => !missed).length},
    {without: 'collection' as const, count: collection},
    ...ways,
  ].filter(({count}) => count);
}
