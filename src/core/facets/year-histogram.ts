import type {FacetValue} from '../state/search-results.js';
import {isWithin, type Refinement} from '../state/search-state.js';

/** One bar: a year, how many practices ran in it, and whether it is chosen; where no year is, all are. */
export interface YearBar {
  readonly year: number;
  readonly count: number;
  readonly isChosen: boolean;
}

/** The values of the attribute `year` as a picture. Never empty. */
export interface YearHistogram {
  /** Every year from the first to the last that a practice has, also those between that none has. */
  readonly bars: readonly YearBar[];
  /** The chosen range, as far as there are bars; from the first bar to the last where none is chosen. */
  readonly from: number;
  readonly to: number;
  /** The year with the most practices, the first of several. */
  readonly peak: YearBar;
}

/**
 * The histogram of the values of a `year` facet, with what is refined in it: single years and ranges. Of several ranges (an address may have them) the
 * first is the one to set. Null where there are not two years to choose between.
 */
export function yearHistogram(values: readonly FacetValue[], refinements: readonly Refinement[]): YearHistogram | null {
  const known = values.filter(({value}) => +value);
  const years = known.map(({value}) => +value);
  if (years.length < 2) return null;
  // newest first, as the facet lists them
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
