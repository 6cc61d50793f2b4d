import {attributeValues, valueKey} from './attribute-values.js';
import type {Facet, FacetValue, WayOut} from './engine.js';
import {attributes, ONGOING, type Attribute, type Practice} from './practice.js';
import {
  isWithin,
  mapAttributes,
  refinementKey,
  refinementToText,
  type Refinement,
  type Refinements,
} from './search-state.js';
import {finish, type Steps} from './steps.js';

/** A value in its most frequent spelling, and the practices that have it: their positions, in feed order. */
interface IndexedValue {
  value: string;
  readonly positions: number[];
  /** Of a city. */
  readonly countries: string[];
}

/** The values of an attribute by their keys, in feed order. */
type IndexedValues = ReadonlyMap<string, IndexedValue>;

/** What is needed to count facets, built once from the practices. A practice is known by its position among them. */
export interface FacetIndex {
  readonly size: number;
  readonly values: {readonly [A in Attribute]: IndexedValues};
}

/**
 * What each practice misses, by position, one bit for each doubt: the attributes that it does not meet, and the query. With 0 it
 * passes; with its own facet's bit alone it is counted there. So one byte a practice answers for all facets together.
 */
export type Misses = Uint8Array;

const QUERY = 1;
const bitOf = (attribute: Attribute) => 2 << attributes.indexOf(attribute);
const PLACE = bitOf('country') | bitOf('city');

/** `currentYear` is how far practices that are ongoing have come. */
export const createFacetIndex = (practices: readonly Practice[], currentYear: number): FacetIndex =>
  finish(indexFacetsInSteps(practices, currentYear));

/** The same with a rest now and then. */
export function* indexFacetsInSteps(practices: readonly Practice[], currentYear: number): Steps<FacetIndex> {
  const found = new Map<Attribute, IndexedValues>();
  for (const attribute of attributes) found.set(attribute, yield* indexValues(practices, attribute, currentYear));
  const values = mapAttributes((attribute) => found.get(attribute)!);
  for (const [position, {places}] of practices.entries()) {
    if (position % 100 === 99) yield;
    for (const {city, country} of places) {
      const countries = values.city.get(valueKey('city', city))?.countries;
      if (country && !countries?.includes(country)) countries?.push(country);
    }
  }
  return {size: practices.length, values};
}

function* indexValues(
  practices: readonly Practice[],
  attribute: Attribute,
  currentYear: number,
): Steps<Map<string, IndexedValue>> {
  const values = new Map<string, IndexedValue>();
  const counts = new Map<string, number>();
  for (const [position, practice] of practices.entries()) {
    if (position % 100 === 99) yield;
    for (const value of attributeValues(practice, attribute, currentYear)) {
      const key = valueKey(attribute, value);
      const indexed = values.get(key) ?? {value, positions: [], countries: []};
      // a practice may have a city twice, in two spellings
      if (indexed.positions.at(-1) === position) continue;
      values.set(key, indexed);
      indexed.positions.push(position);
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (counts.get(value)! > counts.get(indexed.value)!) indexed.value = value;
    }
  }
  return values;
}

/**
 * Drops the values that no practice has (an address may be old, or made up), and spells the others as the facets do. Ranges stay. The same
 * object where all are known.
 */
export function knownRefinements({values}: FacetIndex, refinements: Refinements): Refinements {
  const known = mapAttributes((attribute) => {
    const spelled = refinements[attribute].flatMap((refinement): Refinement | [] =>
      typeof refinement === 'string'
        ? (values[attribute].get(valueKey(attribute, refinement))?.value ?? [])
        : refinement,
    );
    return [...new Set(spelled)];
  });
  return JSON.stringify(known) === JSON.stringify(refinements) ? refinements : known;
}

/**
 * Whether countries and cities are one facet, places, with cities under their countries: then a place is met by a chosen city, or by a chosen
 * country that has none of the chosen cities. (Norway and Bilbao are both wanted, Spain and Bilbao are Bilbao: that each must be met
 * would find nothing, and take Norway away from whoever ticked Bilbao.)
 */
export const arePlacesOne = (facets: readonly Attribute[]): boolean =>
  facets.includes('country') && facets.includes('city');

/** What the practices miss: to be `found` by the query, and to meet every attribute, each by at least one of its refinements. */
export function findMisses(
  {size, values}: FacetIndex,
  found: Iterable<number>,
  refinements: Refinements,
  isPlaceOne = false,
): Misses {
  const misses = new Uint8Array(size).fill(QUERY);
  for (const position of found) misses[position] = 0;
  for (const attribute of attributes) {
    const chosen = refinements[attribute];
    if (!chosen.length) continue;
    const bit = bitOf(attribute);
    const keys = chosen.map((refinement) => refinementKey(attribute, refinement));
    // what is not a year is NaN, and so in no range
    const isInRange = (year: number) => chosen.some((one) => typeof one !== 'string' && isWithin(year, one));
    for (let position = 0; position < size; position++) misses[position]! |= bit;
    for (const [key, {positions}] of values[attribute])
      if (keys.includes(key) || isInRange(+key)) for (const position of positions) misses[position]! &= ~bit;
  }
  if (isPlaceOne && refinements.city.length && refinements.country.length) joinPlaces(misses, values, refinements);
  return misses;
}

/** Who is in a chosen country that has none of the chosen cities misses no city, and who misses no city misses no country. */
function joinPlaces(misses: Misses, {city, country}: FacetIndex['values'], refinements: Refinements): void {
  const [cityBit, countryBit] = [bitOf('city'), bitOf('country')];
  const narrowed = refinements.city.flatMap((one) => city.get(refinementKey('city', one))?.countries ?? []);
  for (const one of refinements.country.map(refinementToText))
    if (!narrowed.includes(one))
      for (const position of country.get(one)?.positions ?? []) misses[position]! &= ~cityBit;
  misses.forEach((missed, position) => {
    if (!(missed & cityBit)) misses[position] = missed & ~countryBit;
  });
}

/** The values of each facet with their disjunctive counts. Years come newest first, then ongoing, then without date; others by count, then in feed order. */
export function countFacets(
  {values}: FacetIndex,
  facets: readonly Attribute[],
  misses: Misses,
  refinements: Refinements,
  isPlaceOne = false,
): Facet[] {
  return facets.map((attribute) => {
    const others = ~(isPlaceOne && PLACE & bitOf(attribute) ? PLACE : bitOf(attribute));
    const keys = refinements[attribute].map((refinement) => refinementKey(attribute, refinement));
    const rank = ({value, count}: FacetValue) => (attribute === 'year' ? +value || Number(value === ONGOING) : count);
    const counted = [...values[attribute]].map(([key, {value, positions, countries}]) => ({
      value,
      count: positions.reduce((sum, position) => sum + Number(!(misses[position]! & others)), 0),
      isRefined: keys.includes(key),
      countries,
    }));
    return {attribute, values: counted.sort((a, b) => rank(b) - rank(a))};
  });
}

/** What alone keeps practices out: where only one thing is missed, giving it up finds them. */
export function findWaysOut(misses: Misses): WayOut[] {
  return (['query', ...attributes] as const)
    .map((without) => {
      const bit = without === 'query' ? QUERY : bitOf(without);
      return {without, count: misses.reduce((sum, missed) => sum + Number(missed === bit), 0)};
    })
    .filter(({count}) => count);
}
