import {isObject} from '../feed/json-value.js';
import {CHUNK, isAccented, wordsOf} from '../text/tokenize.js';

/** A word of a query, a term or a text. */
export interface Word {
  /** Folded: what the index knows. */
  readonly text: string;
  /** In small letters, with its accents: what stemmers know. */
  readonly written: string;
  readonly isAccented: boolean;
}

/** What one language sets before or behind a word without a space: `l’` in l’école, `'s` in the city's, `ال` in المدينة. The index knows the word without. */
const ELISION = /^.*['’ʼ](?=\p{sc=Latn}{3})|^ال(?=\p{L}{3})|['’]s$/u;

/** A word as stemmers know it. */
export const writtenAs = (word: string): string => word.toLowerCase().normalize();

/** The words of a text as people type it, in order. */
export const readWords = (text: string): Word[] =>
  (text.match(CHUNK) ?? []).flatMap((chunk) => {
    const bare = chunk.replace(ELISION, '');
    const words = wordsOf(bare);
    const accented = isAccented(bare);
    // A chunk of several words is of a script that has no stemmer.
    const written = words.length === 1 ? writtenAs(bare) : '';
    return words.map((word) => ({text: word, written: written || word, isAccented: accented}));
  });

/** The form of a word that all its inflections share, as a stemmer of one language finds it. */
export type Stem = (word: string) => string;

/** A file of words, `words/<tag>.json`. Terms are separated by a comma and a space. Those behind a `~` are understood in a query, but neither looked for in texts nor shown: hurtful ones, and those with many meanings. */
export interface WordsFile {
  readonly stopWords: string;
  /** Words of this language that look like a term of the vocabulary, here or in English, and mean something else. */
  readonly falseFriends?: string;
  /** By the id of a concept, its terms in this language. */
  readonly concepts: Readonly<Record<string, string>>;
  /** By the code of a country or the English name of a city, its names in this language; of a city, those beside the English one. */
  readonly places: Readonly<Record<string, string>>;
}

/** The words of one language. */
export interface LanguageWords {
  /** BCP 47 tag. */
  readonly language: string;
  readonly file: WordsFile;
  /** Absent where there is no stemmer, or it failed to load: then words with a long common beginning are the same. */
  readonly stem?: Stem | undefined;
}

/** The groups of terms that a feed adds, as words of every language. */
export const synonymWords = (groups: readonly (readonly string[])[]): LanguageWords => ({
  language: '',
  file: {
    stopWords: '',
    concepts: Object.fromEntries(groups.map((terms, i) => [`feed:${i}`, terms.join(', ')])),
    places: {},
  },
});

const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');

/** Checks a file of words. Throws a `TypeError` if it is something else: a server may answer with another document. */
export function readWordsFile(file: unknown): WordsFile {
  const {concepts, falseFriends = '', places, stopWords} = isObject(file) ? file : {};
  if (!isTexts(concepts) || !isTexts(places) || typeof stopWords !== 'string' || typeof falseFriends !== 'string')
    throw new TypeError('Its file does not contain words.');
  return {concepts, falseFriends, places, stopWords};
}
