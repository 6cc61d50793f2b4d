import {memoize} from '../memoize.js';
import {fold} from '../text/fold.js';
import type {Stem, Word} from './words.js';

/** Tells which words are forms of the same word. */
export interface Inflection {
  /** Folded letters with which every form of the word begins. */
  beginning(word: Word): string;
  isSame(one: Word, other: Word): boolean;
}

/** The number of letters that two words share at their beginning. */
function commonLetters({text: one}: Word, {text: other}: Word): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return common;
}

const longerOf = ({text: one}: Word, {text: other}: Word) => Math.max(one.length, other.length);

/** In letters. The end of a stem may differ from the word: the stem of `libraries` is `librari`. */
const CHANGED_LETTERS = 2;
/** In letters. Unrelated words share shorter beginnings. */
const SHORTEST_BEGINNING = 3;
/**
 * Stemmers give `community` and `communicate` the same stem. These share less than this part of the
 * longer word.
 */
const COMMON_SHARE_OF_STEM = 0.55;

/** Compares words by a stemmer of the language. */
export function inflectionByStem(stem: Stem): Inflection {
  const stemOf = memoize((written: string) => fold(stem(written)));
  return {
    beginning({text, written}) {
      const known = stemOf(written);
      const beginning = known.slice(0, Math.max(SHORTEST_BEGINNING, known.length - CHANGED_LETTERS));
      // The stem of `days` is `dai`.
      return text.startsWith(beginning) ? beginning : beginning.slice(0, -1);
    },
    // Comparing letters is faster than stemming.
    isSame: (one, other) =>
      commonLetters(one, other) >= COMMON_SHARE_OF_STEM * longerOf(one, other) &&
      stemOf(one.written) === stemOf(other.written),
  };
}

/** The forms of a word share at least this many letters, and this part of the longer word. */
const COMMON_LETTERS = 5;
const COMMON_SHARE = 0.75;
/**
 * Korean particles are as long as words: 도서관에서 is a form of 도서관. Letters are counted within
 * syllables.
 */
const COMMON_SHARE_IN_KOREAN = 0.55;
const shareOf = ({text}: Word) => (/\p{sc=Hang}/u.test(text) ? COMMON_SHARE_IN_KOREAN : COMMON_SHARE);

/** Compares words by their common beginning, for languages without a stemmer. */
export const inflectionByBeginning: Inflection = {
  beginning: (word) => word.text.slice(0, Math.max(COMMON_LETTERS, Math.ceil(word.text.length * shareOf(word)))),
  isSame: (one, other) => commonLetters(one, other) >= Math.max(COMMON_LETTERS, shareOf(one) * longerOf(one, other)),
};
