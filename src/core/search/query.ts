import {MAX_QUERY_LENGTH, type Refinement} from '../state/search-state.js';
import {CHUNK, isUnspaced, wordsOf} from '../text/tokenize.js';
import {readWords, type Word} from './words.js';

/** How many words of a query count. Visitors type fewer, and each costs a pass over the practices. */
export const MAX_WORDS = 12;

/**
 * Shorter terms are parts of too many words. From three letters on, a term finds words that begin
 * with it. From four letters on, it finds words that contain it.
 */
export const mayBegin = (term: string): boolean => term.length > 2 || isUnspaced(term);
export const mayBeInside = (term: string): boolean => term.length > 3 || isUnspaced(term);

export interface QueryWord extends Word {
  /** Whether it was typed in quotes. Then its letters count, not its meaning. */
  readonly isQuoted: boolean;
}

/** A parsed query. */
export interface Query {
  /** Distinct words that must all be found, in their order. */
  readonly words: readonly QueryWord[];
  /** Folded phrases in quotes. Their words are also among `words`. */
  readonly phrases: readonly string[];
  /** Folded words after a minus. A practice with one of them does not match. */
  readonly excluded: readonly string[];
  /** Whether the last word may be the beginning of a longer one, because nothing follows it yet. */
  readonly isLastOpen: boolean;
}

const PART = /(^|\s)(-?)["“”„«»]([^"“”„«»]*)["“”«»]?|(\S+)/gu;

/**
 * Parses `youth "public space" -school`. It never fails, and ignores everything that is not a word.
 */
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

/**
 * A term that no practice has, and the word that the visitor most likely meant, as the practices
 * spell it.
 */
export interface Correction {
  readonly term: string;
  readonly spelling: string;
}

/** Words of a query that together mean one thing, or one unknown word. */
export interface QueryUnit {
  readonly words: readonly QueryWord[];
  /**
   * For each part of the unit, the ids of concepts that it may mean. One of them is enough. Only
   * compounds have several parts. A unit of unknown meaning has none.
   */
  readonly parts: readonly (readonly string[])[];
  /** A range of years or `ongoing`, if it means that. Then a practice must have run in one of the years. */
  readonly years?: Refinement;
  /** BCP 47 tag of the language in which it was understood, otherwise `''`. */
  readonly language: string;
  /** Whether it means nothing by itself, such as an article or “which”. */
  readonly isStopWord: boolean;
  /** The misspelt words, and what the visitor most likely meant. */
  readonly corrections: readonly Correction[];
}

/** Whether a unit can mean places only. Their ids begin with a capital letter: `IT`, `Rome`. */
export const isPlace = ({parts}: QueryUnit): boolean => parts.flat().every((id) => /^[A-Z]/.test(id));

/** Whether a chunk is exactly this folded word. */
const isWord = (chunk: string, word: string) => wordsOf(chunk).join(' ') === word;

const BETWEEN_APOSTROPHES = /[^'’‘](?:.*[^'’‘])?/s;

/**
 * How texts spell a folded word: `Zürich` for `zurich`. Lower case wins if any text has it.
 * Otherwise it is the first spelling found, or the word itself.
 */
export function spellingOf(word: string, texts: Iterable<string>): string {
  let first: string | undefined;
  for (const text of texts)
    for (const quoted of text.match(CHUNK) ?? []) {
      if (!isWord(quoted, word)) continue;
      // An apostrophe at an end is a quotation mark or a genitive.
      const [chunk] = BETWEEN_APOSTROPHES.exec(quoted)!;
      if (chunk === chunk.toLowerCase()) return chunk;
      first ??= chunk;
    }
  return first ?? word;
}

/**
 * The query with its misspelt terms corrected and everything else as typed. Null if nothing
 * changes.
 */
export function correct(query: string, corrections: readonly Correction[]): string | null {
  const corrected = query.replace(
    CHUNK,
    (chunk) => corrections.find(({term}) => isWord(chunk, term))?.spelling ?? chunk,
  );
  return corrected === query ? null : corrected;
}

/** The folded words of a chunk: `emploi` of `l’emploi`. */
const wordsIn = (chunk: string): string[] => readWords(chunk).map(({text}) => text);

const SEPARATORS_AT_START = /^[\s,;:/+&-]+/;
const SEPARATORS_AT_END = /(?<![\s,;:/+&-])[\s,;:/+&-]+$/;

/** The query without some folded words and what separated them, and everything else as typed. */
export const withoutWords = (query: string, words: readonly string[]): string =>
  query
    .split(/\s+/)
    .map((piece) => {
      const rest = piece.replace(CHUNK, (chunk) => (wordsIn(chunk).every((word) => words.includes(word)) ? '' : chunk));
      // The hyphen of “2015-2018” is no minus.
      return rest === piece ? piece : rest.replace(SEPARATORS_AT_START, '').replace(/--+/g, '-');
    })
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .join(' ')
    .replace(SEPARATORS_AT_END, '');

/**
 * A query that finds letters only: it has quotes around the units that were found by meaning, and
 * everything else as typed.
 */
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
