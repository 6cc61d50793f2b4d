import {translationFor} from '../localized-text.js';
import type {Practice} from '../practice.js';
import {createCompare} from '../text/compare.js';
import type {Sort} from './search-state.js';

/** After any year. */
const LATER = 1e4;
/** After any text, in every collation. */
const LAST = '\uffff';

const began = ({period: {from, to}}: Practice, unknown: number) => from ?? to ?? unknown;
/** An ongoing practice ends after any year. */
const ended = ({period: {from, to, ongoing}}: Practice) => (ongoing ? LATER : (to ?? from ?? 0));

/** Compares two ISO 8601 dates; no date is the earliest. */
const later = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * Returns a function that compares two practices in an order. Titles and cities sort as in
 * `language` (see `createCompare`). The newest order is by the year in which a practice began, then
 * by the year in which it ended, then by the date on which its record changed. Practices without a year or city come last. The caller keeps ties
 * in the order of the feed.
 */
export function compareBy(
  sort: Exclude<Sort, 'relevance'>,
  language: string,
  alphabet?: string,
): (a: Practice, b: Practice) => number {
  const compare = createCompare(language, alphabet);
  const city = ({places}: Practice) => places[0]?.city || LAST;
  const title = (practice: Practice) => translationFor(practice.title, language).text;
  return {
    feed: () => 0,
    newest: (a: Practice, b: Practice) =>
      began(b, 0) - began(a, 0) || ended(b) - ended(a) || later(b.updated, a.updated),
    oldest: (a: Practice, b: Practice) => began(a, LATER) - began(b, LATER),
    title: (a: Practice, b: Practice) => compare(title(a), title(b)),
    city: (a: Practice, b: Practice) => compare(city(a), city(b)),
  }[sort];
}
