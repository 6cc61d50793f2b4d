import Fuse from 'fuse.js/basic';
import type {Tier} from '../engine.js';

/** A word that a term may mean. `closeness` is 1 for the term itself and falls to 0. */
export interface Expansion {
  /** Index in `Lexicon.words`. */
  readonly word: number;
  readonly tier: Tier;
  readonly closeness: number;
}

/** All words of the practices, folded and sorted. */
export interface Lexicon {
  readonly words: readonly string[];
  /** The index of a word, or -1. */
  find(term: string): number;
  /** Words that begin with the term, the term itself left out. */
  prefixed(term: string): Expansion[];
  /** Words that the term is inside, but does not begin. */
  containing(term: string): Expansion[];
  /** Words that the term may be a misspelling of: one edit from four letters, two from eight; a swap of two letters is one. */
  similar(term: string): Expansion[];
}

/** Words are folded already, and a match counts wherever it is in a word. */
const bitap = {isCaseSensitive: true, ignoreLocation: true};

/** From four letters one edit, from eight two; none in a number, which would be another number. */
const editsAllowed = (term: string) => (/\p{N}/u.test(term) || term.length < 4 ? 0 : term.length < 8 ? 1 : 2);

/** @param words folded, distinct, sorted by code unit. */
export function createLexicon(words: readonly string[]): Lexicon {
  // One string of all words: the engine's own substring search is far faster than a call for each word.
  const joined = `\n${words.join('\n')}\n`;
  const positions = new Uint32Array(words.length);
  for (let i = 0, at = 1; i < words.length; i++) {
    positions[i] = at;
    at += words[i]!.length + 1;
  }
  const masks = Int32Array.from(words, letterMask);

  /** The first index whose word is not before `text`. */
  const lowerBound = (text: string) => bisect(words.length, (i) => words[i]! < text);
  const find = (term: string) => {
    const i = lowerBound(term);
    return words[i] === term ? i : -1;
  };

  function prefixed(term: string): Expansion[] {
    const found: Expansion[] = [];
    for (let i = lowerBound(term); words[i]?.startsWith(term); i++) {
      const length = words[i]!.length;
      if (length > term.length) found.push({word: i, tier: 'prefix', closeness: 0.5 + 0.4 * (term.length / length)});
    }
    return found;
  }

  function containing(term: string): Expansion[] {
    const found: Expansion[] = [];
    for (let at = joined.indexOf(term); at >= 0;) {
      const word = bisect(words.length, (i) => positions[i]! <= at) - 1;
      const length = words[word]!.length;
      if (at > positions[word]!) found.push({word, tier: 'infix', closeness: 0.2 + 0.3 * (term.length / length)});
      at = joined.indexOf(term, positions[word]! + length);
    }
    return found;
  }

  function similar(term: string): Expansion[] {
    const edits = editsAllowed(term);
    if (edits === 0) return [];
    const mask = letterMask(term);
    const found: Expansion[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (!mayMatch(term, mask, word, masks[i]!, edits)) continue;
      // Bitap counts a swap as two edits, so one more is let through, for swaps only.
      const {isMatch, score} = Fuse.match(term, word, {...bitap, threshold: (Math.max(edits, 2) + 0.01) / term.length});
      if (isMatch && (score * term.length < edits + 0.5 || isAnagram(term, word)))
        found.push({word: i, tier: 'fuzzy', closeness: 0.3 * (1 - score)});
    }
    return found;
  }

  return {words, find, prefixed, containing, similar};
}

/** The smallest index below `length` for which `isBefore` is false; `isBefore` must hold for a beginning of the indices only. */
function bisect(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One bit for each Latin letter; other letters share the remaining six. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (Math.abs(letter) % 6));
  }
  return mask;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Cheap and necessary: with at most `edits` edits, at most as many letters of one word are missing in the other. A longer word is
 * compared by its beginning as well, for a typo in a word that is still being typed. It spares Fuse nearly every word.
 */
function mayMatch(term: string, mask: number, word: string, wordMask: number, edits: number): boolean {
  const isNear = (other: number) => countBits(mask & ~other) <= edits && countBits(other & ~mask) <= edits;
  if (word.length < term.length - edits) return false;
  if (word.length <= term.length + edits) return isNear(wordMask);
  return countBits(mask & ~wordMask) <= edits && isNear(letterMask(word.slice(0, term.length)));
}

const sorted = (word: string) => [...word].sort().join('');
const isAnagram = (a: string, b: string) => a.length === b.length && sorted(a) === sorted(b);
