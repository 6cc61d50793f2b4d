import type {FacetValue} from '../state/search-results.js';
import {isWithin, type Refinement} from '../state/search-state.js';

/**
 * One bar: a year, how many practices ran in it, and whether it is chosen. If no year is chosen,
 * all are.
 */
export interface YearBar {
  readonly year: number;
  readonly count: number;
  readonly isChosen: boolean;
}

/** The values of the attribute `year` as a chart. It always has bars. */
export interface YearHistogram {
  /** Every year from the first to the last, including years without practices. */
  readonly bars: readonly YearBar[];
  /** The chosen range within the bars. If none is chosen, all bars. */
  readonly from: number;
  readonly to: number;
  /** The first year with the most practices. */
  readonly peak: YearBar;
}

/**
 * Creates the histogram from the values of the facet `year` and its refinements, single years and
 * ranges. If the address has several ranges, visitors adjust the first one. Null if there are fewer
 * than two years.
 */
export function yearHistogram(values: readonly FacetValue[], refinements: readonly Refinement[]): YearHistogram | null {
  const known = values.filter(({value}) => +value);
  const years = known.map(({value}) => +value);
  if (years.length < 2) return null;
  // The facet lists the newest year first.
  const [first, last] = [years.at(-1)!, years[0]!];
  const ranges = refinements.filter((one) => typeof one !== 'string');
  const isAll = !ranges.length && !known.some(({isRefined}) => isRefined);
  const counts = new Map(known.map(({count, value}) => [+value, count]));
  const bars: YearBar[] = [];
  for (let year = first; year <= last; year++) {
    const isChosen = isAll || refinements.includes(String(year)) || ranges.some((range) => isWithin(year, range));
    bars.push({year, count: counts.get(year) ?? 0, isChosen});
  }
  const highest = Math.max(...bars.map(({count}) => count));
  const clamp = (year: number) => Math.min(Math.max(year, first), last);
  return {
    bars,
    from: clamp(ranges[0]?.from ?? first),
    to: clamp(ranges[0]?.to ?? last),
    peak: bars.find(({count}) => count === highest)!,
  };
}
