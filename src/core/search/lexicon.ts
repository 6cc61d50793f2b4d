import Fuse from 'fuse.js/basic';
import {memoize} from '../memoize.js';
import type {Sliced} from '../time-slicing.js';

/**
 * A word that a term may stand for. `closeness` is 1 for the term itself, and less for other words.
 */
export interface Expansion {
  /** Index in `Lexicon.words`. */
  readonly word: number;
  readonly closeness: number;
}

/** All words of the practices, folded and sorted, with lookup by parts and by similar spelling. */
export interface Lexicon {
  readonly words: readonly string[];
  /** The index of a word, otherwise -1. */
  find(term: string): number;
  /** Whether a term is a word or a part of one. */
  has(term: string): boolean;
  /** The indexes of the words with this beginning. */
  range(beginning: string): number[];
  /** Longer words that begin with the term. */
  prefixed(term: string): Expansion[];
  /** Words that contain the term after their beginning. */
  containing(term: string): Expansion[];
  /**
   * Words of which the term may be a misspelling. A term of four letters or more may differ by one
   * edit. From eight letters on, two edits are allowed. The first letter must be right if there are
   * two, or if the term is short. A swap of two letters is one edit. An open term that is not short
   * may also be a misspelt beginning.
   */
  similar(term: string, isOpen: boolean): readonly Expansion[];
}

/** The words are folded already, and a match may be anywhere in a word. */
const bitap = {isCaseSensitive: true, ignoreLocation: true};

/** Whether a term is so short that most words with one edit are other words: `code` and `come`. */
export const isShort = (term: string): boolean => term.length < 6;

/** Four letters allow one edit, and eight allow two. A number with an edit is another number. */
const editsAllowed = (term: string) => (/\p{N}/u.test(term) || term.length < 4 ? 0 : term.length < 8 ? 1 : 2);

/** In edits. People seldom mistype the first letter: `imigrants` is `immigrants`, not `emigrants`. */
const OTHER_START = 0.5;

/** @param words folded, distinct, sorted by code unit. */
export function* createLexicon(words: readonly string[]): Sliced<Lexicon> {
  // One substring search in all words is far faster than a call for each word.
  const joined = `\n${words.join('\n')}\n`;
  yield;
  const masks = new Int32Array(words.length);
  const lengths = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) {
    masks[i] = letterMask(words[i]!);
    lengths[i] = Math.min(words[i]!.length, 0xffff);
    if (i % 1000 === 0) yield;
  }

  /** The first index whose word is `text` or sorts after it. */
  function lowerBound(text: string): number {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const find = (term: string) => {
    const i = lowerBound(term);
    return words[i] === term ? i : -1;
  };

  function range(beginning: string): number[] {
    const found: number[] = [];
    for (let i = lowerBound(beginning); words[i]?.startsWith(beginning); i++) found.push(i);
    return found;
  }

  const prefixed = (term: string): Expansion[] =>
    range(term)
      .filter((word) => words[word] !== term)
      .map((word) => ({word, closeness: 0.5 + 0.4 * (term.length / words[word]!.length)}));

  const has = memoize((term) => words[lowerBound(term)]?.startsWith(term) || joined.includes(term));

  function containing(term: string): Expansion[] {
    const found: Expansion[] = [];
    for (let at = has(term) ? joined.indexOf(term) : -1; at >= 0;) {
      const start = joined.lastIndexOf('\n', at) + 1;
      const end = joined.indexOf('\n', at);
      if (at > start)
        found.push({word: find(joined.slice(start, end)), closeness: 0.2 + 0.3 * (term.length / (end - start))});
      at = joined.indexOf(term, end);
    }
    return found;
  }

  function findSimilar(term: string, isOpen: boolean): Expansion[] {
    const edits = editsAllowed(term);
    const mask = letterMask(term);
    const [first, end] = [lowerBound(term.charAt(0)), lowerBound(`${term.charAt(0)}\uffff`)];
    const found: Expansion[] = [];
    // The cheap checks on numbers come first: they reject nearly all of hundreds of thousands of
    // words.
    for (let i = 0; edits > 0 && i < words.length; i++) {
      if (lengths[i]! < term.length - edits || hasMoreBits(mask & ~masks[i]!, edits)) continue;
      const isSameStart = i >= first && i < end;
      const isBeginning = isOpen && isSameStart && !isShort(term);
      if (!isBeginning && (lengths[i]! > term.length + edits || hasMoreBits(masks[i]! & ~mask, edits))) continue;
      const word = words[i]!;
      const compared = isBeginning ? word.slice(0, term.length) : word;
      const isSwapped = isSwap(term, compared);
      if (hasMoreBits(letterMask(compared) & ~mask, edits) || !(isSwapped || sharesPart(term, word, edits))) continue;
      // Bitap finds the term anywhere in a word. Each missing line end counts as an edit, so only
      // whole words, or beginnings, are close.
      const pattern = `\n${term}${isBeginning ? '' : '\n'}`;
      const {score} = Fuse.match(pattern, `\n${word}\n`, {...bitap, threshold: 2.01 / pattern.length});
      // Bitap counts a swap as two edits.
      const made = isSwapped ? 1 : score * pattern.length;
      const allowed = isSameStart ? edits : isShort(term) ? 0 : 1;
      const distance = isSameStart ? made : made + OTHER_START;
      if (made < allowed + 0.1) found.push({word: i, closeness: 0.3 * (1 - distance / term.length)});
    }
    return found;
  }

  // With each letter that a visitor types, the search looks up the other words again.
  const similarBeginnings = memoize((term) => findSimilar(term, true));
  const similarWords = memoize((term) => findSimilar(term, false));
  const similar = (term: string, isOpen: boolean) => (isOpen ? similarBeginnings : similarWords)(term);

  return {words, find, has, range, prefixed, containing, similar};
}

/** A bit for each Latin letter. All other letters share the remaining six bits. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (Math.abs(letter) % 6));
  }
  return mask;
}

/** A cheap necessary condition: one edit removes at most one letter of the other word. */
function hasMoreBits(mask: number, count: number): boolean {
  let rest = mask;
  for (let i = 0; i < count; i++) rest &= rest - 1;
  return rest !== 0;
}

/**
 * A second necessary condition. If the term is cut into one part more than there are edits, one
 * part is intact near its place. Together these conditions reject nearly every word before Fuse
 * compares it.
 */
function sharesPart(term: string, word: string, edits: number): boolean {
  const size = Math.ceil(term.length / (edits + 1));
  for (let at = 0; at < term.length; at += size)
    if (word.slice(Math.max(0, at - edits), at + size + edits).includes(term.slice(at, at + size))) return true;
  return false;
}

/** Whether the words differ only by a swap of two adjacent letters. */
function isSwap(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
