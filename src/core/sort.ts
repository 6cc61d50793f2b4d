import {translationFor} from './localized-text.js';
import type {Practice} from './practice.js';
import type {Sort} from './search-state.js';

type Compare = (a: Practice, b: Practice) => number;

/** The last year in which a practice ran; one that is ongoing is newer than any year, one without a year older. */
const lastYear = ({period: {from, to, ongoing}}: Practice) => (ongoing ? Infinity : (to ?? from ?? -Infinity));
const firstYear = ({period: {from, to}}: Practice) => from ?? to;

/** Descending; two that are both infinite are equal. */
const descending = (a: number, b: number) => (a === b ? 0 : b > a ? 1 : -1);

/** Newest by when it ended, then by when it began; no date comes last, as it does among the oldest. */
const newest: Compare = (a, b) =>
  descending(lastYear(a), lastYear(b)) || descending(firstYear(a) ?? -Infinity, firstYear(b) ?? -Infinity);
const oldest: Compare = (a, b) => descending(firstYear(b) ?? Infinity, firstYear(a) ?? Infinity);

/** How two practices compare in an order that reads them; titles and cities by the collation of a BCP 47 `language`. */
export function compareBy(sort: Exclude<Sort, 'relevance' | 'feed'>, language: string): Compare {
  if (sort === 'newest') return newest;
  if (sort === 'oldest') return oldest;
  const {compare} = new Intl.Collator([language, 'en'], {numeric: true});
  const key = (practice: Practice) =>
    sort === 'title' ? translationFor(practice.title, language).text : (practice.places[0]?.city ?? '');
  // What has no city comes last.
  return (a, b) => Number(!key(a)) - Number(!key(b)) || compare(key(a), key(b));
}
