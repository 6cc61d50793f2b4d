import {attributeValues, type FacetDefinition, facetsOf, valueKey} from '../attribute-values.js';
import type {OwnFacet} from '../own-facets.js';
import type {Attribute, Practice} from '../practice.js';
import type {Facet, FacetValue, Relaxation} from '../state/search-results.js';
import {refinementKey, type Refinements, refinementsOf} from '../state/search-state.js';
import {sum} from '../sum.js';
import {runSync, type Sliced} from '../time-slicing.js';
import {
  compareSpanKeys,
  type KnownFacet,
  type KnownValue,
  unknownRefinements,
  valuesOf,
  wholeCountries,
} from './known-values.js';

/**
 * A value in its most frequent spelling, and the positions of the practices that have it, in feed
 * order.
 */
export interface IndexedValue extends KnownValue {
  value: string;
  readonly key: string;
  /** Its number among the values of its attribute, in feed order. */
  readonly number: number;
  readonly positions: number[];
  readonly countries: string[];
}

export interface IndexedFacet extends KnownFacet<IndexedValue> {
  /** Which bit of `Misses` it has. */
  readonly bit: number;
  /**
   * By key, in the order in which they are shown if their counts are equal: feed order, and for
   * numbers the highest first.
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
export interface FacetIndex {
  /** How many practices there are. */
  readonly size: number;
  readonly facets: ReadonlyMap<Attribute, IndexedFacet>;
}

/** The world has fewer than 250 countries. A feed that makes up more would make the lookup slow. */
const MAX_COUNTRIES_OF_CITY = 250;

/**
 * @param currentYear up to which year ongoing practices run
 * @param own the feed's own facets
 */
export const createFacetIndex = (
  practices: readonly Practice[],
  currentYear: number,
  own: readonly OwnFacet[] = [],
): FacetIndex => runSync(indexFacetsSliced(practices, currentYear, own));

/** The same in slices. */
export function* indexFacetsSliced(
  practices: readonly Practice[],
  currentYear: number,
  own: readonly OwnFacet[],
): Sliced<FacetIndex> {
  const facets = new Map<Attribute, IndexedFacet>();
  for (const facet of facetsOf(own))
    facets.set(facet.name, yield* indexFacet(practices, facet, 1 << facets.size, currentYear));
  const cities = facets.get('city')!.values;
  for (let position = 0; position < practices.length; position++) {
    if (position % 100 === 99) yield;
    for (const {city, country} of practices[position]!.places) {
      const countries = cities.get(valueKey('city', city))?.countries;
      if (country && countries && countries.length < MAX_COUNTRIES_OF_CITY && !countries.includes(country))
        countries.push(country);
    }
  }
  return {size: practices.length, facets};
}

function* indexFacet(
  practices: readonly Practice[],
  facet: FacetDefinition,
  bit: number,
  currentYear: number,
): Sliced<IndexedFacet> {
  const {kind, name} = facet;
  const values = new Map<string, IndexedValue>();
  const counts = new Map<string, number>();
  const numbers: number[] = [];
  const starts = [0];
  for (let position = 0; position < practices.length; position++) {
    if (position % 100 === 99) yield;
    for (const value of attributeValues(practices[position]!, name, currentYear)) {
      const key = valueKey(name, value);
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
  return {
    ...facet,
    bit,
    values: kind === 'span' ? new Map([...values].sort(([a], [b]) => compareSpanKeys(a, b))) : values,
    numbers: new Uint32Array(numbers),
    starts: new Uint32Array(starts),
  };
}

/**
 * For each practice by its position, the attributes that it fails: a bit each. Another bit says that
 * it is not in the collection. A practice with 0 passes, if the query finds it. A facet counts the
 * practices that fail nothing but this facet. So one number serves all facets.
 */
export type Misses = Uint16Array;

/** The bit of a practice that is not in the collection. No facet has it, because a feed has at most eleven. */
const OUTSIDE = 1 << 15;

/** Marks all practices but those at `positions` as outside. No facet counts them. */
export function leaveOnly(misses: Misses, positions: readonly number[]): Misses {
  const left = misses.map((missed) => missed | OUTSIDE);
  for (const position of positions) left[position]! &= ~OUTSIDE;
  return left;
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
  const chosen = [...index.facets.values()].filter(({name}) => refinementsOf(refinements, name).length);
  const misses = new Uint16Array(index.size).fill(sum(chosen.map(({bit}) => bit)));
  for (const facet of chosen)
    for (const {positions} of refinementsOf(refinements, facet.name).flatMap((one) => valuesOf(facet, one)))
      for (const position of positions) misses[position]! &= ~facet.bit;
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
  return {
    values: unknownRefinements(index.facets, refinements),
    findsNothing: findMisses(index, refinements, arePlacesJoined).every(Boolean),
  };
}

/**
 * A practice in a chosen country without a chosen city does not fail the city. A practice that does
 * not fail the city does not fail the country either.
 */
function joinPlaces(misses: Misses, {facets}: FacetIndex, refinements: Refinements): void {
  const [city, country] = [facets.get('city')!, facets.get('country')!];
  for (const one of wholeCountries(facets, refinements))
    for (const position of country.values.get(one)?.positions ?? []) misses[position]! &= ~city.bit;
  misses.forEach((missed, position) => {
    if (!(missed & city.bit)) misses[position] = missed & ~country.bit;
  });
}

/**
 * Of so many numbers, an answer has those that some practice has, and the ends of the scale. A chart
 * needs no others, and a worker copies each answer.
 */
const MANY_NUMBERS = 500;

/**
 * The values of each facet, with their disjunctive counts among the practices in `found`. Numbers
 * come highest first: the newest year, then ongoing, then without date. Other values are sorted by
 * count, then in feed order.
 */
export function countFacets(
  index: FacetIndex,
  facets: readonly Attribute[],
  found: readonly number[],
  misses: Misses,
  refinements: Refinements,
  arePlacesJoined = false,
): Facet[] {
  const placeBits = index.facets.get('country')!.bit | index.facets.get('city')!.bit;
  return facets.flatMap((attribute) => {
    const facet = index.facets.get(attribute);
    if (!facet) return [];
    const others = ~(arePlacesJoined && placeBits & facet.bit ? placeBits : facet.bit);
    const counts = countValues(facet, found, misses, others);
    const keys = refinementsOf(refinements, attribute).map((refinement) => refinementKey(attribute, refinement));
    const all = [...facet.values.values()];
    const needed =
      facet.kind === 'list' || all.length < MANY_NUMBERS
        ? all
        : all.filter(({key, number}, i) => counts[number] || i === 0 || i === all.length - 1 || keys.includes(key));
    const values = needed.map(({value, key, number, countries}): FacetValue => {
      return {value, count: counts[number]!, isRefined: keys.includes(key), countries};
    });
    return {attribute, values: facet.kind === 'span' ? values : values.sort((a, b) => b.count - a.count)};
  });
}

/**
 * For each value by its number, how many practices have it and fail no attribute of `others`. It
 * loops over practices, not values, because most queries leave few.
 */
function countValues(
  {numbers, starts, values}: IndexedFacet,
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
export function findRelaxations({facets}: FacetIndex, found: readonly number[], misses: Misses): Relaxation[] {
  const countFailing = (bit: number) => found.filter((position) => misses[position] === bit).length;
  return [
    {without: 'query', count: misses.filter((missed) => !missed).length},
    {without: 'collection', count: countFailing(OUTSIDE)},
    ...[...facets.values()].map(({bit, name}) => ({without: name, count: countFailing(bit)})),
  ].filter(({count}) => count);
}
