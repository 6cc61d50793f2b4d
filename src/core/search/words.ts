import {isObject} from '../feed/json-value.js';
import {CHUNK, isAccented, wordsOf} from '../text/tokenize.js';

/** A word of a query, a term or a text. */
export interface Word {
  /** Folded, as in the index. */
  readonly text: string;
  /** In lower case with its accents, as stemmers expect it. */
  readonly written: string;
  readonly isAccented: boolean;
}

/**
 * What a language joins to a word without a space: `l’` in l’école, `dell’` in dell’arte, `'s` in the
 * city's, `'dan` in Turkish Almanya'dan, `ال` in المدينة. The index has the word without it. In other
 * words, such as Qur'an and doesn't, the apostrophe is a letter.
 */
const ELISION =
  /^(?:\p{L}{1,2}|\p{L}+(?:ll|qu))['’ʼ](?=\p{sc=Latn}{3})|^ال(?=\p{L}{3})|['’]s$|(?<=[\p{sc=Latn}\p{N}]{4})['’](?!t$)\p{sc=Latn}{1,4}$/u;

/** A word as stemmers expect it. */
export const writtenAs = (word: string): string => word.toLowerCase().normalize();

/** The words of a text or query, in order. */
export const readWords = (text: string): Word[] =>
  (text.match(CHUNK) ?? []).flatMap((chunk) => {
    const bare = chunk.replace(ELISION, '');
    const words = wordsOf(bare);
    const accented = isAccented(bare);
    // Several words in one chunk belong to a script without a stemmer.
    const written = words.length === 1 ? writtenAs(bare) : '';
    return words.map((word) => ({text: word, written: written || word, isAccented: accented}));
  });

/** Returns the form that all inflections of a word share, in one language. */
export type Stem = (word: string) => string;

/** What visitors say with years: `since`, `after`, `until` and `before` one, or that something is `ongoing`. */
export type YearPhrase = 'since' | 'after' | 'until' | 'before' | 'ongoing';

/**
 * A file of words, `words/<tag>.json`. A comma and a space separate terms. A `~` marks terms that
 * the search understands, but neither looks for in texts nor shows: hurtful terms, and terms with
 * many meanings.
 */
export interface WordsFile {
  readonly stopWords: string;
  /**
   * Words and phrases that ask for cities, such as “which city”. Otherwise they say nothing, as stop
   * words do.
   */
  readonly cityWords?: string;
  /** Words and phrases beside years. Those without a year say nothing, apart from “ongoing”. */
  readonly yearWords?: Readonly<Partial<Record<YearPhrase, string>>>;
  /**
   * Words of this language that look like a term of this language or of English, but mean something
   * else.
   */
  readonly falseFriends?: string;
  /** The terms of each concept, by its id. */
  readonly concepts: Readonly<Record<string, string>>;
  /**
   * The names of countries by their code, and of cities by their English name. The English name of
   * a city is not repeated.
   */
  readonly places: Readonly<Record<string, string>>;
}

/** The words of one language. */
export interface LanguageWords {
  /** BCP 47 tag. */
  readonly language: string;
  readonly file: WordsFile;
  /**
   * Absent if there is no stemmer or it failed to load. Then words with a long common beginning
   * count as the same.
   */
  readonly stem?: Stem | undefined;
}

/** The synonyms of a feed, as words of every language. */
export const synonymWords = (groups: readonly (readonly string[])[]): LanguageWords => ({
  language: '',
  file: {
    stopWords: '',
    concepts: Object.fromEntries(groups.map((terms, i) => [`feed:${i}`, terms.join(', ')])),
    places: {},
  },
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every(isText);

/**
 * Checks a file of words. Throws a `TypeError` for anything else: a server may send another
 * document.
 */
export function readWordsFile(file: unknown): WordsFile {
  const {cityWords = '', concepts, falseFriends = '', places, stopWords, yearWords = {}} = isObject(file) ? file : {};
  if (![concepts, places, yearWords].every(isTexts) || ![stopWords, cityWords, falseFriends].every(isText))
    throw new TypeError('Its file does not contain words.');
  return {cityWords, concepts, falseFriends, places, stopWords, yearWords} as WordsFile;
}
