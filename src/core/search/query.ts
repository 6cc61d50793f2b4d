import {isAccented, isUnspaced, wordsOf} from './tokenize.js';

/** More is neither typed by people nor worth the time: what lies beyond is not read. */
export const MAX_QUERY_LENGTH = 128;
const MAX_TERMS = 12;

/** A term finds words that begin with it from three letters, and those that it is inside from four: shorter ones are everywhere. */
export const mayBegin = (term: string): boolean => term.length > 2 || isUnspaced(term);
export const mayBeInside = (term: string): boolean => term.length > 3 || isUnspaced(term);

/** A query, read. Every text in it is folded. */
export interface Query {
  /** Words that must all be found. */
  readonly terms: readonly string[];
  /** Those of them that were typed with accents: what is written so goes before the rest, as does what is not for the others. */
  readonly accented: ReadonlySet<string>;
  /** Words in quotes, which must stand side by side; their words are among the terms as well. */
  readonly phrases: readonly string[];
  /** Words with a minus before them, which must not be there. */
  readonly excluded: readonly string[];
  /** The last term may be the beginning of a longer one: nothing was typed behind it yet. */
  readonly isLastOpen: boolean;
}

/** What one language sets before or behind a word without a space: `l’` in l’école, `'s` in the city's, `ال` in المدينة. The index knows the word without. */
const ELISION = /^.*['’ʼ](?=\p{sc=Latn}{3})|^ال(?=\p{L}{3})|['’]s$/u;

const PART = /(^|\s)(-?)["“”„«»]([^"“”„«»]*)["“”«»]?|(\S+)/gu;

/** Reads `youth "public space" -school`. Never fails: what is no word is passed over. */
export function parseQuery(text: string): Query {
  const terms = new Set<string>();
  const accented = new Set<string>();
  const phrases: string[] = [];
  const excluded = new Set<string>();
  const short = text.slice(0, MAX_QUERY_LENGTH);
  for (const [, , minus, quoted, bare] of short.matchAll(PART)) {
    const part = quoted ?? bare?.replace(ELISION, '') ?? '';
    const words = wordsOf(part);
    if (isAccented(part)) for (const word of words) accented.add(word);
    const isExcluded = minus === '-' || (bare?.startsWith('-') ?? false);
    for (const word of words) (isExcluded ? excluded : terms).add(word);
    if (quoted !== undefined && !isExcluded && words.length > 1) phrases.push(words.join(' '));
  }
  return {
    terms: [...terms].slice(0, MAX_TERMS),
    accented,
    phrases,
    excluded: [...excluded].slice(0, MAX_TERMS),
    isLastOpen: /[\p{L}\p{N}\p{M}]$/u.test(short),
  };
}
