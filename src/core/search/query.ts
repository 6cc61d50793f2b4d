import {MAX_QUERY_LENGTH} from '../state/search-state.js';
import {CHUNK, isUnspaced, wordsOf} from '../text/tokenize.js';
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

/** A term that no practice has, and the word that was most likely meant, spelled as a practice spells it. */
export interface Correction {
  readonly term: string;
  readonly spelling: string;
}

/** Whether a piece of text is a folded word, and nothing else. */
const isWord = (chunk: string, word: string) => wordsOf(chunk).join(' ') === word;

/** How the texts spell a folded word: `Zürich` for `zurich`, but in small letters if any text has it so; the word itself where none has it by itself. */
export function spellingOf(word: string, texts: Iterable<string>): string {
  let first: string | undefined;
  for (const text of texts)
    for (const chunk of text.match(CHUNK) ?? []) {
      if (!isWord(chunk, word)) continue;
      if (chunk === chunk.toLowerCase()) return chunk;
      first ??= chunk;
    }
  return first ?? word;
}

/** A query with its misspelt terms corrected, all else as it was typed; null where there is nothing to correct. */
export function correct(query: string, corrections: readonly Correction[]): string | null {
  const corrected = query.replace(
    CHUNK,
    (chunk) => corrections.find(({term}) => isWord(chunk, term))?.spelling ?? chunk,
  );
  return corrected === query ? null : corrected;
}

/** The folded words of a piece of a query: of `l’emploi`, `emploi`. */
const wordsIn = (chunk: string): string[] => readWords(chunk).map(({text}) => text);

/** A query without some of its folded words, all else as it was typed. */
export const withoutWords = (query: string, words: readonly string[]): string =>
  query
    .replace(CHUNK, (chunk) => (wordsIn(chunk).every((word) => words.includes(word)) ? '' : chunk))
    .split(/\s+/)
    // What joined two words is left of them.
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .join(' ');

/** A query that finds letters alone: the units whose meaning counted are in quotes, all else as it was typed. */
export function literalQuery(query: string, meant: readonly {readonly words: readonly Word[]}[]): string {
  // Quotes count beside spaces only.
  const pieces = query.trim().split(/\s+/);
  const units = pieces.map((piece) =>
    piece.startsWith('-') ? undefined : meant.find(({words}) => words.some(({text}) => wordsIn(piece).includes(text))),
  );
  return pieces
    .map((piece, i) => {
      const open = units[i] && units[i] !== units[i - 1] ? '"' : '';
      const close = units[i] && units[i] !== units[i + 1] ? '"' : '';
      return open + piece + close;
    })
    .join(' ');
}
