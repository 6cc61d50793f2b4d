import {attributeValues, valueKey} from '../attribute-values.js';
import {attributes, ONGOING, type Attribute, type Practice} from '../practice.js';
import {mapAttributes} from '../state/search-state.js';
import {runSync, type Sliced} from '../time-slicing.js';

/** A value in its most frequent spelling, and the practices that have it: their positions, in feed order. */
export interface IndexedValue {
  value: string;
  readonly key: string;
  /** Its place among the values of its attribute, as the feed names them. */
  readonly number: number;
  readonly positions: number[];
  /** Of a city. */
  readonly countries: string[];
}

export interface IndexedAttribute {
  /** By their keys; as they are listed where counts are equal: in feed order, years from the newest. */
  readonly values: ReadonlyMap<string, IndexedValue>;
  /** The numbers of the values that practice `i` has are `numbers[starts[i]]` to `numbers[starts[i + 1] - 1]`. */
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
}

/** What is needed to count facets, built once from the practices. A practice is known by its position among them. */
export interface FacetIndex extends Readonly<Record<Attribute, IndexedAttribute>> {
  readonly size: number;
}

/** There are not many more countries. In a feed that makes them up, to look for one among the others would take longer and longer. */
const MAX_COUNTRIES_OF_CITY = 250;

/** `currentYear` is how far practices that are ongoing have come. */
export const createFacetIndex = (practices: readonly Practice[], currentYear: number): FacetIndex =>
  runSync(indexFacetsSliced(practices, currentYear));

/** The same with a rest now and then. */
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
      // a practice may have a city twice, in two spellings
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
