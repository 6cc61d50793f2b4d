import {MAX_QUERY_LENGTH} from '../state/search-state.js';
import {isUnspaced} from '../text/tokenize.js';
import {readWords, type Word} from './words.js';

const MAX_WORDS = 12;

/** A term finds words that begin with it from three letters, and those that it is inside from four: shorter ones are everywhere. */
export const mayBegin = (term: string): boolean => term.length > 2 || isUnspaced(term);
export const mayBeInside = (term: string): boolean => term.length > 3 || isUnspaced(term);

/** A word of a query. */
export interface QueryWord extends Word {
  /** Whether it was typed in quotes: then its letters count, not its meaning. */
  readonly isQuoted: boolean;
}

/** A query, read. */
export interface Query {
  /** Words that must all be found, in their order; each is there once. */
  readonly words: readonly QueryWord[];
  /** Folded words in quotes, which must be side by side; they are among the words, too. */
  readonly phrases: readonly string[];
  /** Folded words with a minus before them, which must not be there. */
  readonly excluded: readonly string[];
  /** Whether the last word may be the beginning of a longer one: nothing was typed behind it yet. */
  readonly isLastOpen: boolean;
}

const PART = /(^|\s)(-?)["“”„«»]([^"“”„«»]*)["“”«»]?|(\S+)/gu;

/** Reads `youth "public space" -school`. Never fails: it passes over what is not a word. */
export function parseQuery(text: string): Query {
  const words = new Map<string, QueryWord>();
  const phrases: string[] = [];
  const excluded = new Set<string>();
  const short = text.slice(0, MAX_QUERY_LENGTH);
  for (const [, , minus, quoted, bare] of short.matchAll(PART)) {
    const isQuoted = quoted !== undefined;
    const found = readWords(quoted ?? bare ?? '');
    if (minus === '-' || bare?.startsWith('-')) {
      for (const word of found) excluded.add(word.text);
      continue;
    }
    for (const word of found) {
      const isAccented = word.isAccented || words.get(word.text)?.isAccented === true;
      words.set(word.text, {...word, isAccented, isQuoted});
    }
    if (isQuoted && found.length > 1) phrases.push(found.map((word) => word.text).join(' '));
  }
  return {
    words: [...words.values()].slice(0, MAX_WORDS),
    phrases,
    excluded: [...excluded].slice(0, MAX_WORDS),
    isLastOpen: /[\p{L}\p{N}\p{M}]$/u.test(short),
  };
}
