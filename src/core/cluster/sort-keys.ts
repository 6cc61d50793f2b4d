import type {Practice} from '../practice.js';
import {fold} from '../text/fold.js';

// An index sorts by bytes. So a practice has a key for each order, whose bytes are in this order.

/** A year after all others. */
const LATER = 99_999;
const digits = (year: number) => String(year).padStart(5, '0');

/** By the year of the beginning, of the end, and by the date of the record; the latest first. */
export function newestKey({period: {from, ongoing, to}, updated}: Practice): string {
  const began = from ?? to ?? 0;
  const ended = ongoing ? LATER - 1 : (to ?? from ?? 0);
  // The characters of a date, each turned around. What is longer is later, so its key is smaller.
  const date = [...updated].map((each) => String.fromCharCode(158 - Math.min(each.charCodeAt(0), 126))).join('');
  return `${digits(LATER - began)}${digits(LATER - ended)}${date}\x7f`;
}

/** By the year of the beginning, otherwise of the end; the first year first. */
export const oldestKey = ({period: {from, to}}: Practice): string => digits(from ?? to ?? LATER);

/** The most characters of a text that its order depends on. */
const MAX_KEY = 100;

/**
 * Creates a function that makes a key of a text. The order of the keys, byte by byte, is the order
 * of the texts in a language: an index knows no other. Numbers in them sort by value.
 */
export function createSortKey(language: string): (text: string) => string {
  const collator = new Intl.Collator([language, 'en'], {sensitivity: 'base'});
  const keys = new Map<string, string>();
  // Marks come before digits and letters.
  const marks = [...MARKS].sort(collator.compare);
  /** A letter that a language has beside a to z comes after the one before it: ñ after n, å after z. */
  function keyOf(letter: string): string {
    const known = keys.get(letter);
    if (known !== undefined) return known;
    const folded = fold(letter);
    const mark = marks.indexOf(letter);
    let key = /\s/.test(letter) ? ' ' : mark < 0 ? folded : `!${String.fromCharCode(0x21 + mark)}`;
    if (/^[a-z]+$/.test(folded) && folded !== letter && collator.compare(letter, folded) !== 0) {
      const before = [...'abcdefghijklmnopqrstuvwxyz'].filter((each) => collator.compare(each, letter) < 0).at(-1);
      const others = [...EXTRA].filter((each) => collator.compare(each, letter) < 0).length;
      key = `${before ?? ''}{${String.fromCharCode(0x30 + others)}`;
    }
    keys.set(letter, key);
    return key;
  }
  return (text) =>
    [...text.slice(0, MAX_KEY).toLowerCase().normalize()]
      .map(keyOf)
      .join('')
      .replace(/\d+/g, (number) => String(number.length).padStart(2, '0') + number);
}
const MARKS = '_-–—,;:!?¿¡.…·\'‘’‚"“”„«»()[]{}§@*/\\&#%`^+<=>|~$€';
/** Letters that some language sorts as letters of their own. */
const EXTRA = 'áàâäãåāăąæçćčĉďđðéèêëēęěğģĝħíìîïīįıķĺļľłñńņňóòôöõøőœŕřśšşșťţțúùûüūůűųýÿźżžþß';
