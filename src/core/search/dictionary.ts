import type {Sliced} from '../time-slicing.js';
import {type Inflection, inflectionByBeginning, inflectionByStem} from './inflection.js';
import {createLexicon, type Lexicon} from './lexicon.js';
import {regions} from './regions.js';
import {type LanguageWords, readWords, type Word, type YearPhrase} from './words.js';

/** A term of a concept in one language. */
export interface Term {
  /** As written in the file of words. */
  readonly label: string;
  /** BCP 47 tag. */
  readonly language: string;
  /**
   * Whether the search understands it in a query, but neither looks for it in texts nor shows it.
   */
  readonly isInputOnly: boolean;
  /**
   * Where the search looks for it. A name of a place that also means something else, as `Roma` does,
   * is among places only. What is no place is in all other fields: German `Essen` is food, and a city.
   */
  readonly where: 'everywhere' | 'places' | 'texts';
  readonly words: readonly Word[];
}

/** How closely words of a query name a concept, best first. */
export type Likeness = 'same' | 'inflected';

/** The words of one language, indexed for lookup. */
export interface Dictionary {
  readonly language: string;
  /** The number of words of the longest term. */
  readonly maxLength: number;
  /** The concepts that these adjacent words name. Empty if they name none. */
  conceptsOf(words: readonly Word[], likeness: Likeness): readonly string[];
  /**
   * The concepts that the parts of a compound name, a list for each part. For `Jugendarbeit` these
   * are those of `Jugend` and of `Arbeit`. Empty for all other words.
   */
  conceptsInside(word: Word): readonly (readonly string[])[];
  /**
   * Whether this is one word that looks like a term of this language or of English, but means
   * something else.
   */
  isFalseFriend(words: readonly Word[]): boolean;
  /**
   * The concepts of the first few words with this beginning. They become fewer with each letter.
   */
  conceptsFrom(beginning: string): readonly string[];
  /** Whether the dictionary has a word in any form, alone or in a term. */
  knows(word: Word): boolean;
  /** The most likely correction of a misspelt word. */
  spell(word: Word): Word | undefined;
  readonly inflection: Inflection;
  termsOf(concept: string): readonly Term[];
  /**
   * The number of words from `start` on that mean nothing by themselves. An article is one, “work
   * on” are two.
   */
  countStopWords(words: readonly Word[], start: number): number;
  /** What these adjacent words say with years. */
  yearPhrase(words: readonly Word[]): YearPhrase | undefined;
  /** Whether some of the words ask for cities, such as “which city”. */
  asksForCities(words: readonly Word[]): boolean;
}

/** Languages that write compounds as one word. */
const COMPOUNDING = /^(?:da|de|et|fi|fo|hu|is|lb|nb|nl|nn|no|sv)\b/;
/** The letters that may join the parts of a compound. */
const JOINT = /^(?:e?s|e?n|er?|a|u|i)?$/;
/** In letters. Shorter parts of compounds are in too many words. */
const SHORTEST_PART = 4;
/** Hebrew and Arabic join the article, “and” and prepositions to a word. */
const JOINED = [/^[הובלמשכ](?=\p{sc=Hebr}{3})/u, /^[ولب](?=\p{sc=Arab}{3})/u, /^(?:[وفبك]ال|لل)(?=\p{sc=Arab}{3})/u];
/**
 * How many readings of adjacent words to look up. Words with many inflected forms would multiply.
 */
const MAX_KEYS = 64;
/** More concepts would find too much. By the alphabet, a word comes before those that begin with it. */
const MAX_BEGUN = 3;
/** In letters. With one edit, a shorter word often is another word of its language. */
const SHORTEST_MISSPELT = 7;

/** People write `antirumours` as well as `anti-rumours`. */
const withoutHyphens = (label: string) => (label.includes('-') ? [readWords(label.replaceAll('-', ''))] : []);
const joined = (words: readonly Word[]) => words.map(({text}) => text).join(' ');

/** Reads the words of one language: about 3,000 terms. */
export function* createDictionary({file, language, stem}: LanguageWords): Sliced<Dictionary> {
  const terms = new Map<string, Term[]>();
  const concepts = new Map<string, string[]>();
  const words = new Map<string, Word>();
  const falseFriends = new Set(readWords(file.falseFriends ?? '').map(({text}) => text));
  const stopPhrases = new Set<string>();
  const cityPhrases: string[] = [];
  const yearPhrases = new Map<string, YearPhrase>();
  let longestStopPhrase = 0;
  let maxLength = 0;

  const readPhrases = (text: string, add: (phrase: string) => void) => {
    for (const phrase of text.split(', ')) {
      const phraseWords = readWords(phrase);
      if (phraseWords.length) add(joined(phraseWords));
      longestStopPhrase = Math.max(longestStopPhrase, phraseWords.length);
    }
  };
  readPhrases(file.stopWords, (phrase) => stopPhrases.add(phrase));
  readPhrases(file.cityWords ?? '', (phrase) => {
    stopPhrases.add(phrase);
    cityPhrases.push(` ${phrase} `);
  });
  for (const [kind, text] of Object.entries(file.yearWords ?? {}) as [YearPhrase, string][])
    readPhrases(text, (phrase) => {
      yearPhrases.set(phrase, kind);
      if (kind !== 'ongoing') stopPhrases.add(phrase);
    });
  const countStopWords = (query: readonly Word[], start: number) => {
    for (let length = Math.min(longestStopPhrase, query.length - start); length > 0; length--)
      if (stopPhrases.has(joined(query.slice(start, start + length)))) return length;
    return 0;
  };

  /**
   * Drops the stop words between other words, so that “right to vote” equals “right of vote”. Those
   * at the ends stay: “cities for the refugees” are no “city refuge”.
   */
  function withoutStopWords(all: readonly Word[]): readonly Word[] {
    const isTelling = all.map(({text}) => !stopPhrases.has(text));
    const first = isTelling.indexOf(true);
    const last = isTelling.lastIndexOf(true);
    return all.filter((_, i) => i <= first || i >= last || isTelling[i]);
  }

  /** Without spaces, because people write `publicspace` and `inter cultural` as well. */
  const keyOf = (all: readonly Word[]) =>
    withoutStopWords(all)
      .map(({text}) => text)
      .join('');
  const meansMoreThanPlaces = (key: string) => concepts.get(key)?.some((concept) => concept in file.concepts) ?? false;
  /** Synonyms of a feed may be places. */
  const isOfFeed = !language;
  const isCity = (place: string) => place.length > 2;
  const places = Object.entries(file.places).map(([place, names]): [string, string] => [
    place,
    isCity(place) ? [names, place].filter(Boolean).join(', ') : names,
  ]);
  const entries = [...Object.entries(file.concepts), ...places];
  for (const [concept, text] of entries) {
    if (terms.size % 20 === 0) yield;
    const conceptTerms = text.split(', ').map((label): Term => {
      const isMarked = label.startsWith('~');
      const termWords = readWords(label);
      // The country “US” looks like the pronoun “us”, which is in every text.
      const isInputOnly = isMarked || countStopWords(termWords, 0) === termWords.length;
      const isPlace = concept in file.places;
      const where =
        isPlace && meansMoreThanPlaces(keyOf(termWords)) ? 'places' : isPlace || isOfFeed ? 'everywhere' : 'texts';
      return {label: isMarked ? label.slice(1) : label, language, isInputOnly, where, words: termWords};
    });
    terms.set(concept, conceptTerms);
    const countries = regions[concept]?.split(' ') ?? [];
    for (const all of conceptTerms.flatMap(({label, words: spelled}) => [spelled, ...withoutHyphens(label)])) {
      const key = keyOf(all);
      concepts.set(key, [...new Set([...(concepts.get(key) ?? []), concept, ...countries])]);
      maxLength = Math.max(maxLength, all.length);
      for (const word of withoutStopWords(all)) words.set(word.text, word);
    }
  }

  // So that they are not corrected.
  for (const word of withoutStopWords(readWords(file.yearWords?.ongoing ?? ''))) words.set(word.text, word);

  const lexicon: Lexicon = yield* createLexicon([...words.keys()].sort((a, b) => (a < b ? -1 : 1)));
  const wordAt = (i: number) => words.get(lexicon.words[i]!)!;
  const inflection = stem ? inflectionByStem(stem) : inflectionByBeginning;
  function inflected(word: Word): readonly string[] {
    const forms = lexicon.range(inflection.beginning(word)).filter((i) => inflection.isSame(wordAt(i), word));
    const bare = JOINED.map((prefix) => word.text.replace(prefix, '')).filter((text) => words.has(text));
    return [...forms.map((i) => lexicon.words[i]!), ...new Set(bare)];
  }
  function spell({text}: Word): Word | undefined {
    const similar = text.length < SHORTEST_MISSPELT ? [] : lexicon.similar(text, false);
    const [best] = [...similar].sort((a, b) => b.closeness - a.closeness);
    return best && wordAt(best.word);
  }
  const alternatives: Readonly<Record<Likeness, (word: Word) => readonly string[]>> = {
    same: ({text}) => [text],
    inflected: (word) => [word.text, ...inflected(word)],
  };

  function conceptsOf(query: readonly Word[], likeness: Likeness): readonly string[] {
    let keys: readonly string[] = [''];
    for (const word of withoutStopWords(query)) {
      const texts = alternatives[likeness](word);
      keys = keys.flatMap((key) => texts.map((text) => key + text)).slice(0, MAX_KEYS);
    }
    return [...new Set(keys.flatMap((key) => concepts.get(key) ?? []))];
  }

  function conceptsInside({text}: Word): readonly (readonly string[])[] {
    if (!COMPOUNDING.test(language) || falseFriends.has(text)) return [];
    for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at++) {
      const tail = concepts.get(text.slice(at));
      if (!tail) continue;
      const head = headOf(text.slice(0, at));
      if (head) return [head, tail];
      if (isStopPart(text.slice(0, at))) return [tail];
    }
    return [];
  }
  /** Dutch `stadspark`, a park of the city, is a park. */
  const isStopPart = (text: string) =>
    stopPhrases.has(text) || (/[^s]s$/.test(text) && stopPhrases.has(text.slice(0, -1)));
  /** The concepts of the first part of a compound, with or without joining letters at its end. */
  function headOf(text: string): readonly string[] | undefined {
    for (let end = text.length; end >= Math.max(SHORTEST_PART, text.length - 2); end--) {
      const found = JOINT.test(text.slice(end)) && concepts.get(text.slice(0, end));
      if (found) return found;
    }
    const [stemmed] = inflected({text, written: text, isAccented: false});
    return stemmed === undefined ? undefined : concepts.get(stemmed);
  }

  function conceptsFrom(beginning: string): readonly string[] {
    const begun = lexicon.range(beginning).flatMap((i) => concepts.get(lexicon.words[i]!) ?? []);
    const found = [...new Set(begun)];
    return found.slice(0, MAX_BEGUN);
  }

  return {
    language,
    inflection,
    maxLength,
    conceptsOf,
    conceptsInside,
    conceptsFrom,
    isFalseFriend: (query) => query.length === 1 && falseFriends.has(query[0]!.text),
    knows: (word) =>
      words.has(word.text) ||
      concepts.has(word.text) ||
      falseFriends.has(word.text) ||
      inflected(word).length > 0 ||
      conceptsInside(word).length > 0,
    spell,
    termsOf: (concept) => terms.get(concept) ?? [],
    countStopWords,
    yearPhrase: (query) => yearPhrases.get(joined(query)),
    asksForCities(query) {
      const text = ` ${joined(query)} `;
      return cityPhrases.some((phrase) => text.includes(phrase));
    },
  };
}
