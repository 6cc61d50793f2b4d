import {memoize} from '../memoize.js';
import {fold} from '../text/fold.js';
import type {Stem, Word} from './words.js';

/** Tells which words are forms of one word. */
export interface Inflection {
  /** Folded letters that every form of the word begins with. */
  beginning(word: Word): string;
  isSame(one: Word, other: Word): boolean;
}

/** How many letters two words have in common at their beginning. */
function commonLetters({text: one}: Word, {text: other}: Word): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return common;
}

const longerOf = ({text: one}: Word, {text: other}: Word) => Math.max(one.length, other.length);

/** A stem may end otherwise than the word: `libraries` is `librari`. */
const CHANGED_LETTERS = 2;
/** Shorter beginnings are shared by words of all kinds. */
const SHORTEST_BEGINNING = 3;
/** Stemmers make one word of `community` and `communicate`, of which a smaller share is common. */
const COMMON_SHARE_OF_STEM = 0.55;

/** By a stemmer of the language. */
export function inflectionByStem(stem: Stem): Inflection {
  const stemOf = memoize((written: string) => fold(stem(written)));
  return {
    beginning({written}) {
      const known = stemOf(written);
      return known.slice(0, Math.max(SHORTEST_BEGINNING, known.length - CHANGED_LETTERS));
    },
    // Letters are compared faster than stems are found.
    isSame: (one, other) =>
      commonLetters(one, other) >= COMMON_SHARE_OF_STEM * longerOf(one, other) &&
      stemOf(one.written) === stemOf(other.written),
  };
}

/** So many letters, and such a share of the longer word, are common to forms of one word. */
const COMMON_LETTERS = 5;
const COMMON_SHARE = 0.75;
/** Korean particles are as long as words: 도서관에서 is 도서관. Letters are those within a syllable. */
const COMMON_SHARE_IN_KOREAN = 0.55;
const shareOf = ({text}: Word) => (/\p{sc=Hang}/u.test(text) ? COMMON_SHARE_IN_KOREAN : COMMON_SHARE);

/** By a long common beginning, for languages without a stemmer. */
export const inflectionByBeginning: Inflection = {
  beginning: (word) => word.text.slice(0, Math.max(COMMON_LETTERS, Math.ceil(word.text.length * shareOf(word)))),
  isSame: (one, other) => commonLetters(one, other) >= Math.max(COMMON_LETTERS, shareOf(one) * longerOf(one, other)),
};
