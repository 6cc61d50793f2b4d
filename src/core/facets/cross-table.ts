import type {Attribute} from '../practice.js';
import type {CrossTable, ValueCount} from '../state/search-results.js';
import type {FacetIndex, IndexedFacet} from './facet-index.js';

/** Counts the pairs of values of two attributes among the practices at `positions`. */
export function countPairs(
  {facets}: FacetIndex,
  rows: Attribute,
  columns: Attribute,
  positions: readonly number[],
): CrossTable {
  const [rowFacet, columnFacet] = [facets.get(rows), facets.get(columns)];
  if (!rowFacet || !columnFacet) return {rows: [], columns: []};
  return {
    rows: countByValue(rowFacet, positions).map(({value, count, members}) => ({
      value,
      count,
      cells: countByValue(columnFacet, members).map(withoutMembers),
    })),
    columns: countByValue(columnFacet, positions).map(withoutMembers),
  };
}

interface Group extends ValueCount {
  /** The positions of the practices with this value. */
  readonly members: readonly number[];
}

/** The values that any of these practices has, in the order of the facet. */
function countByValue({numbers, starts, values}: IndexedFacet, positions: readonly number[]): Group[] {
  const members: number[][] = [];
  for (const position of positions)
    for (let i = starts[position]!; i < starts[position + 1]!; i++) (members[numbers[i]!] ??= []).push(position);
  return [...values.values()].flatMap(({value, number}) => {
    const found = members[number];
    return found ? {value, count: found.length, members: found} : [];
  });
}

const withoutMembers = ({value, count}: Group): ValueCount => ({value, count});
