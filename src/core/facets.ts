import {attributeValues, valueKey} from './attribute-values.js';
import {addBit, createBitset, createFullBitset, forEachBit, intersectWith, type Bitset} from './bitset.js';
import type {Facet} from './engine.js';
import {attributes, ONGOING, type Attribute, type Practice} from './practice.js';
import {distinctRefinements, mapRefinements, type Refinement, type Refinements} from './search-state.js';

/**
 * One attribute of all practices. The values of practice `p` are the numbers `list[starts[p]]` to `list[starts[p + 1] - 1]`.
 * This one list answers both questions, who passes and how many have a value, for years as quickly as for a thousand
 * cities; postings by value, or a bitset for each, would be a second copy.
 */
interface AttributeIndex {
  /** The values by number, in feed order, and each in its most frequent spelling. */
  readonly values: readonly string[];
  /** The number of a value by its key. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

/** What is needed to count facets, built once from the practices. A practice is known by its position among them. */
export interface FacetIndex {
  readonly size: number;
  readonly attributes: {readonly [A in Attribute]: AttributeIndex};
}

/** `currentYear` is how far practices that are ongoing have come. */
export function createFacetIndex(practices: readonly Practice[], {currentYear}: {currentYear: number}): FacetIndex {
  const entries = attributes.map((attribute) => [attribute, indexAttribute(practices, attribute, currentYear)]);
  return {size: practices.length, attributes: Object.fromEntries(entries) as FacetIndex['attributes']};
}

function indexAttribute(practices: readonly Practice[], attribute: Attribute, currentYear: number): AttributeIndex {
  const numbers = new Map<string, number>();
  const spellings: Map<string, number>[] = [];
  const starts = new Uint32Array(practices.length + 1);
  const list: number[] = [];
  practices.forEach((practice, position) => {
    for (const value of attributeValues(practice, attribute, currentYear)) {
      const key = valueKey(attribute, value);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      const counts = (spellings[number] ??= new Map<string, number>());
      counts.set(value, (counts.get(value) ?? 0) + 1);
      list.push(number);
    }
    starts[position + 1] = list.length;
  });
  return {values: spellings.map(mostFrequent), numbers, starts, list: Uint32Array.from(list)};
}

/** The first of those that are counted most often: a map keeps feed order, and so does a stable sort. */
const mostFrequent = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1])[0]![0];

/** Drops the values that no practice has (an address may be old, or made up), and spells the others as the facets do. Ranges stay. */
export function knownRefinements(index: FacetIndex, refinements: Refinements): Refinements {
  const known = mapRefinements((attribute) => {
    const {values, numbers} = index.attributes[attribute];
    const spelled = refinements[attribute].flatMap((refinement): Refinement | [] => {
      if (typeof refinement !== 'string') return refinement;
      const number = numbers.get(valueKey(attribute, refinement));
      return number === undefined ? [] : values[number]!;
    });
    return distinctRefinements(attribute, spelled);
  });
  const isUnchanged = attributes.every(
    (attribute) =>
      known[attribute].length === refinements[attribute].length &&
      known[attribute].every((refinement, i) => refinement === refinements[attribute][i]),
  );
  return isUnchanged ? refinements : known;
}

/** The practices that meet every attribute, each by at least one of its refinements. A value that no practice has is met by none. */
export function passing(index: FacetIndex, refinements: Refinements): Bitset {
  const passes = createFullBitset(index.size);
  for (const set of passingByAttribute(index, refinements).values()) intersectWith(passes, set);
  return passes;
}

/**
 * The values of each facet with their disjunctive counts among `matches` (null: all practices). Values that would leave
 * nothing are left out unless they are refined. Years come newest first, then ongoing, then without date; others by count, then
 * in feed order.
 */
export function countFacets(
  index: FacetIndex,
  facets: readonly Attribute[],
  matches: Bitset | null,
  refinements: Refinements,
): Facet[] {
  const passes = passingByAttribute(index, refinements);
  return facets.map((attribute) => {
    const {values, numbers, starts, list} = index.attributes[attribute];
    const counted = matches?.slice() ?? createFullBitset(index.size);
    for (const [other, set] of passes) if (other !== attribute) intersectWith(counted, set);
    const counts = new Uint32Array(values.length);
    forEachBit(counted, (position) => {
      for (let i = starts[position]!; i < starts[position + 1]!; i++) counts[list[i]!]! += 1;
    });
    const refined = new Set(
      refinements[attribute].map((chosen) => typeof chosen === 'string' && numbers.get(valueKey(attribute, chosen))),
    );
    const facetValues = values
      .map((value, number) => ({value, count: counts[number]!, isRefined: refined.has(number)}))
      .filter(({count, isRefined}) => count > 0 || isRefined);
    return {
      attribute,
      values: facetValues.sort((a, b) =>
        attribute === 'year' ? yearRank(b.value) - yearRank(a.value) : b.count - a.count,
      ),
    };
  });
}

/** For each attribute that is refined, the practices that meet it. */
function passingByAttribute(index: FacetIndex, refinements: Refinements): Map<Attribute, Bitset> {
  const refined = attributes.filter((attribute) => refinements[attribute].length > 0);
  return new Map(refined.map((attribute) => [attribute, passingOne(index, attribute, refinements[attribute])]));
}

function passingOne(index: FacetIndex, attribute: Attribute, refinements: readonly Refinement[]): Bitset {
  const {starts, list} = index.attributes[attribute];
  const isChosen = chosenValues(index.attributes[attribute], attribute, refinements);
  const passes = createBitset(index.size);
  for (let position = 0; position < index.size; position++) {
    for (let i = starts[position]!; i < starts[position + 1]!; i++) if (isChosen[list[i]!]) addBit(passes, position);
  }
  return passes;
}

/** By number of the value, 1 where one of the refinements chooses it. */
function chosenValues(
  {values, numbers}: AttributeIndex,
  attribute: Attribute,
  refinements: readonly Refinement[],
): Uint8Array {
  const isChosen = new Uint8Array(values.length);
  for (const refinement of refinements) {
    if (typeof refinement === 'string') {
      const number = numbers.get(valueKey(attribute, refinement));
      if (number !== undefined) isChosen[number] = 1;
    } else if (attribute === 'year') {
      const {from, to} = refinement;
      values.forEach((value, number) => {
        // what is not a year is NaN, and so in no range
        if (+value >= (from ?? -Infinity) && +value <= (to ?? Infinity)) isChosen[number] = 1;
      });
    }
  }
  return isChosen;
}

function yearRank(value: string): number {
  const year = Number(value);
  if (!Number.isNaN(year)) return year;
  return value === ONGOING ? -1 : -2;
}
