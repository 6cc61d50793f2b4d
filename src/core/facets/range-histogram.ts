import type {FacetValue} from '../state/search-results.js';
import {isWithin, type NumberRange, type Refinement} from '../state/search-state.js';

/** One bar: how many practices have a number in it, and whether it is chosen. If nothing is chosen, all bars are. */
export interface RangeBar {
  /** The number of the bar, or the lowest one. */
  readonly number: number;
  readonly count: number;
  readonly isChosen: boolean;
}

/** The numbers of a facet as a chart. It always has bars. */
export interface RangeHistogram {
  /** Every whole number (or year) from the first to the last, or equal parts of the scale. */
  readonly bars: readonly RangeBar[];
  /** Whether each bar has a number of its own. Otherwise bars begin and end at steps of the scale. */
  readonly isWhole: boolean;
  /** The ends of the scale, and the distance between two bars. */
  readonly first: number;
  readonly last: number;
  readonly step: number;
  /** The chosen range within the scale. If none is chosen, all of it. */
  readonly from: number;
  readonly to: number;
  /** The first bar with the most practices. */
  readonly peak: RangeBar;
}

/** Parts of a scale that has room for no bar of each number. */
const MAX_BARS = 24;
/** Visitors can hit as many whole numbers with a thumb. Years have a bar each in any case. */
const MAX_WHOLE = 40;

/**
 * Creates the histogram from the values of a facet and its refinements, single numbers and ranges.
 * If the address has several ranges, visitors adjust the first one. Null if there are fewer than two
 * numbers.
 */
export function rangeHistogram(
  values: readonly FacetValue[],
  refinements: readonly Refinement[],
  type: 'year' | 'number' = 'year',
): RangeHistogram | null {
  const known = values.filter(({value}) => !Number.isNaN(+value));
  const numbers = known.map(({value}) => +value);
  if (numbers.length < 2) return null;
  // The facet lists the highest number first.
  const [lowest, highest] = [numbers.at(-1)!, numbers[0]!];
  const isWhole = type === 'year' || (highest - lowest < MAX_WHOLE && numbers.every(Number.isInteger));
  const step = isWhole ? 1 : stepFor((highest - lowest) / MAX_BARS);
  const [lowestStep, highestStep] = [Math.floor(exact(lowest / step)), Math.ceil(exact(highest / step))];
  const at = (i: number) => exact((lowestStep + i) * step);
  const length = highestStep - lowestStep + (isWhole ? 1 : 0);
  const last = at(highestStep - lowestStep);

  const counts = new Map<number, number>();
  for (const {count, value} of known) {
    const i = Math.min(Math.floor(exact(+value / step)) - lowestStep, length - 1);
    counts.set(i, (counts.get(i) ?? 0) + count);
  }
  const ranges = refinements.filter((one) => typeof one !== 'string');
  const singles = known.filter(({isRefined}) => isRefined).map(({value}) => +value);
  const isAll = !ranges.length && !singles.length;
  const overlaps = (number: number, range: NumberRange) =>
    isWhole
      ? isWithin(number, range)
      : number < (range.to ?? Infinity) && exact(number + step) > (range.from ?? -Infinity);
  const bars: RangeBar[] = [];
  for (let i = 0; i < length; i++) {
    const number = at(i);
    const isChosen =
      isAll ||
      singles.some((single) => single >= number && single < exact(number + step)) ||
      ranges.some((range) => overlaps(number, range));
    bars.push({number, count: counts.get(i) ?? 0, isChosen});
  }
  const most = Math.max(...bars.map(({count}) => count));
  const clamp = (number: number) => Math.min(Math.max(number, at(0)), last);
  return {
    bars,
    isWhole,
    first: at(0),
    last,
    step,
    from: clamp(ranges[0]?.from ?? at(0)),
    to: clamp(ranges[0]?.to ?? last),
    peak: bars.find(({count}) => count === most)!,
  };
}

/** The next of 1, 2, 5, 10, 20, 50 …, also of 0.1, 0.2, 0.5 … */
export function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return exact([1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? power);
}

/** A product or quotient without what computers add to it: 0.3 instead of 0.30000000000000004. */
const exact = (number: number) => Number(number.toPrecision(12));
