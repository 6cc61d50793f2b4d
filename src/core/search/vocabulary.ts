import {stemmer} from '@orama/stemmers/english';
import {baseLanguage, isSameLanguage} from '../localized-text.js';
import {ONGOING} from '../practice.js';
import {runSync, type Sliced} from '../time-slicing.js';
import {createDictionary, type Dictionary, type Term} from './dictionary.js';
import {type Inflection, inflectionByBeginning, inflectionByStem} from './inflection.js';
import {isShort} from './lexicon.js';
import type {QueryUnit, QueryWord} from './query.js';
import type {LanguageWords, Word} from './words.js';
import {joinYears} from './years.js';

/** How the practices spell words. */
export interface Spelling {
  /** Whether they have the word, or one that contains it. */
  isRight(word: QueryWord): boolean;
  /** The most likely word of theirs. */
  correct(word: QueryWord): Word | undefined;
  /** Whether the visitor may still be typing the word, in a language that is none of theirs. */
  isBegun(word: QueryWord, language: string): boolean;
}

/** The words of all loaded languages. */
export interface Vocabulary {
  /** Splits a query into units. */
  understand(words: readonly QueryWord[], spelling: Spelling): readonly QueryUnit[];
  /** Whether adjacent words, in this form, name a concept in a language. */
  knows(words: readonly QueryWord[], language: string): boolean;
  /** Whether a word of a language looks like a term, but means something else. */
  isFalseFriend(word: Word, language: string): boolean;
  /** Whether a word means nothing by itself in a language. */
  isStopWord(word: Word, language: string): boolean;
  /** Whether words ask for cities in one of the languages, such as “which cities”. */
  asksForCities(words: readonly Word[]): boolean;
  /** The terms of a concept in one language. The tag may have a region. */
  termsOf(concept: string, language: string): readonly Term[];
  /** How to compare the forms of words in a language. */
  inflectionIn(language: string): Inflection;
}

function unknownUnit(word: QueryWord): QueryUnit {
  return {words: [word], parts: [], language: '', isStopWord: false, corrections: []};
}

const english = inflectionByStem(stemmer);

/** Reads the words of several languages. Queries are looked up in them in this order. */
export function* createVocabulary(languages: readonly LanguageWords[]): Sliced<Vocabulary> {
  const dictionaries: Dictionary[] = [];
  for (const words of languages) {
    const isEnglish = baseLanguage(words.language) === 'en';
    dictionaries.push(yield* createDictionary(isEnglish ? {...words, stem: stemmer} : words));
  }

  /**
   * The number of words from `start` on that are stop words in one of the languages. They must mean
   * nothing in the languages before it: Turkish `iş` (work) is not English `is`.
   */
  function countStopWords(words: readonly QueryWord[], start: number): number {
    const word = [words[start]!];
    const meant = dictionaries.findIndex((dictionary) => dictionary.conceptsOf(word, 'same').length > 0);
    const candidates = meant < 0 ? dictionaries : dictionaries.slice(0, meant + 1);
    return Math.max(0, ...candidates.map((dictionary) => dictionary.countStopWords(words, start)));
  }

  const ofLanguages = dictionaries.filter(({language}) => language);
  const ofFeed = dictionaries.filter(({language}) => !language);

  /** The meaning of adjacent words in the first dictionary that knows them. */
  function meaningIn(some: readonly Dictionary[], words: readonly QueryWord[]) {
    for (const likeness of ['same', 'inflected'] as const)
      for (const dictionary of some) {
        const concepts = dictionary.conceptsOf(words, likeness);
        if (concepts.length) return {concepts, language: dictionary.language};
        if (dictionary.isFalseFriend(words)) return undefined;
      }
    return undefined;
  }

  /**
   * The longest unit that begins with the first word. Its meaning is that of its language and that
   * of the feed's synonyms.
   */
  function readUnit(words: readonly QueryWord[]): QueryUnit | undefined {
    const longest = Math.min(words.length, Math.max(0, ...dictionaries.map(({maxLength}) => maxLength)));
    for (let length = longest; length > 0; length--) {
      const some = words.slice(0, length);
      const ongoing = dictionaries.find((dictionary) => dictionary.yearPhrase(some) === 'ongoing');
      if (ongoing) return {...unknownUnit(words[0]!), words: some, language: ongoing.language, years: ONGOING};
      const meanings = [ofLanguages, ofFeed].flatMap((each) => meaningIn(each, some) ?? []);
      if (meanings[0])
        return {
          ...unknownUnit(words[0]!),
          words: some,
          parts: [meanings.flatMap(({concepts}) => concepts)],
          language: meanings[0].language,
        };
    }
    return undefined;
  }

  const asksForCities = (words: readonly Word[]) => dictionaries.some((dictionary) => dictionary.asksForCities(words));
  const isKnown = (word: Word) => dictionaries.some((dictionary) => dictionary.knows(word));

  /** A short word is corrected to one that means something only, as far as meanings are loaded. */
  const mayBecome = (meant: Word, word: Word) => !isShort(word.text) || !ofLanguages.length || isKnown(meant);

  /** Corrects a word that is in no text and in no dictionary. */
  function correct(word: QueryWord, spelling: Spelling): QueryWord {
    if (word.isQuoted || spelling.isRight(word) || isKnown(word) || readBegun(word, spelling)) return word;
    const meant = dictionaries.map((dictionary) => dictionary.spell(word)).find(Boolean) ?? spelling.correct(word);
    return meant && mayBecome(meant, word) ? {...word, ...meant} : word;
  }

  const readCompound = (word: QueryWord): QueryUnit | undefined =>
    dictionaries
      .map((dictionary) => ({
        ...unknownUnit(word),
        parts: dictionary.conceptsInside(word),
        language: dictionary.language,
      }))
      .find(({parts}) => parts.length);

  const readBegun = (word: QueryWord, {isBegun}: Spelling): QueryUnit | undefined =>
    ofLanguages
      .filter(({language}) => isBegun(word, language))
      .map(({conceptsFrom, language}) => ({...unknownUnit(word), parts: [conceptsFrom(word.text)], language}))
      .find(({parts}) => parts.flat().length);

  function understand(typed: readonly QueryWord[], spelling: Spelling): readonly QueryUnit[] {
    const stopWords = new Set<number>();
    for (let at = 0; at < typed.length; at++)
      for (let count = countStopWords(typed, at); count > 0; count--) stopWords.add(at + count - 1);
    // If a query has only stop words, each of them counts. “Which cities” asks for all.
    const saysNothing = stopWords.size < typed.length || asksForCities(typed.filter(({isQuoted}) => !isQuoted));
    const isStopWord = (at: number) => stopWords.has(at) && saysNothing && !typed[at]!.isQuoted;
    const words = typed.map((word, at) => (stopWords.has(at) ? word : correct(word, spelling)));
    const units: QueryUnit[] = [];
    for (let at = 0; at < words.length; at += units.at(-1)!.words.length) {
      const word = words[at]!;
      const quoted = words.findIndex(({isQuoted}, i) => i >= at && isQuoted);
      const unit = word.isQuoted
        ? undefined
        : (readUnit(words.slice(at, quoted < 0 ? undefined : quoted)) ??
          readCompound(word) ??
          readBegun(word, spelling));
      const isStop = isStopWord(at) && !(unit && unit.words.length > 1);
      const {length} = isStop || !unit ? [word] : unit.words;
      const own = typed.slice(at, at + length);
      units.push({
        ...(isStop || !unit ? unknownUnit(word) : unit),
        words: own,
        isStopWord: isStop,
        corrections: own.flatMap(({text}, i) => {
          const {text: meant, written} = words[at + i]!;
          return meant === text ? [] : {term: text, spelling: written};
        }),
      });
    }
    return joinYears(units, (some) => dictionaries.flatMap((dictionary) => dictionary.yearPhrase(some) ?? [])[0]);
  }

  const dictionariesIn = (language: string) =>
    dictionaries.filter((dictionary) => !dictionary.language || isSameLanguage(dictionary.language, language));
  const byStemOrBeginning = (language: string) => (baseLanguage(language) === 'en' ? english : inflectionByBeginning);

  return {
    understand,
    knows: (words, language) =>
      dictionariesIn(language).some((dictionary) => dictionary.conceptsOf(words, 'same').length > 0),
    isFalseFriend: (word, language) => dictionariesIn(language).some((dictionary) => dictionary.isFalseFriend([word])),
    isStopWord: (word, language) =>
      dictionariesIn(language).some((dictionary) => dictionary.countStopWords([word], 0) > 0),
    asksForCities,
    termsOf: (concept, language) => dictionariesIn(language).flatMap((dictionary) => dictionary.termsOf(concept)),
    inflectionIn: (language) =>
      dictionariesIn(language).find((each) => each.language)?.inflection ?? byStemOrBeginning(language),
  };
}

/** The vocabulary before any words are loaded. */
export const emptyVocabulary: Vocabulary = runSync(createVocabulary([]));
