import {memoize} from '../memoize.js';
import {fold} from '../text/fold.js';
import type {Sliced} from '../time-slicing.js';
import {createLexicon, type Lexicon} from './lexicon.js';
import {type LanguageWords, readWords, type Stem, type Word} from './words.js';

/** A term of a concept in one language. */
export interface Term {
  /** As the file of words has it. */
  readonly label: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Whether it is understood in a query, but neither looked for in texts nor shown. */
  readonly isInputOnly: boolean;
  readonly words: readonly Word[];
}

/** How well words of a query name a concept, best first. */
export type Likeness = 'same' | 'inflected';

/** The words of one language, ready to be looked up. */
export interface Dictionary {
  readonly language: string;
  /** The words of the longest term. */
  readonly maxLength: number;
  /** The concepts that words side by side name; empty where they name none. */
  conceptsOf(words: readonly Word[], likeness: Likeness): readonly string[];
  /** The concepts that the parts of a compound name, such as `Jugend` and `Arbeit`: each part its own. Empty for all other words. */
  conceptsInside(word: Word): readonly (readonly string[])[];
  /** Whether words are one that looks like a term, in this language or in English, and means something else. */
  isFalseFriend(words: readonly Word[]): boolean;
  /** Whether it has a word, in any form, alone or in a term. */
  knows(word: Word): boolean;
  /** The word that was most likely meant by a misspelt one. */
  spell(word: Word): Word | undefined;
  readonly inflection: Inflection;
  /** The terms of a concept. */
  termsOf(concept: string): readonly Term[];
  /** How many words from `start` on say nothing by themselves: an article, or the two of “work on”. */
  countStopWords(words: readonly Word[], start: number): number;
}

/** Languages that write several words as one. */
const COMPOUNDING = /^(?:da|de|et|fi|fo|hu|is|lb|nb|nl|nn|no|sv)\b/;
/** What may join the parts of a compound. */
const JOINT = /^(?:e?s|e?n|er?|a|u|i)?$/;
const SHORTEST_PART = 4;
/** The article, “and” and prepositions, which Hebrew joins to a word. */
const HEBREW_PREFIX = /^[הובלמשכ](?=\p{sc=Hebr}{3})/u;
/** More ways to read a few words are not looked up. */
const MAX_KEYS = 64;
/** With an edit, a shorter word is another word of its language. */
const SHORTEST_MISSPELT = 7;

const joined = (words: readonly Word[]) => words.map(({text}) => text).join(' ');

/** Reads the words of one language: about 3,000 terms. */
export function* createDictionary({file, language, stem}: LanguageWords): Sliced<Dictionary> {
  const terms = new Map<string, Term[]>();
  const concepts = new Map<string, string[]>();
  const words = new Map<string, Word>();
  const falseFriends = new Set(readWords(file.falseFriends ?? '').map(({text}) => text));
  const stopPhrases = new Set<string>();
  let longestStopPhrase = 0;
  let maxLength = 0;

  for (const phrase of file.stopWords.split(', ')) {
    const phraseWords = readWords(phrase);
    if (phraseWords.length) stopPhrases.add(joined(phraseWords));
    longestStopPhrase = Math.max(longestStopPhrase, phraseWords.length);
  }
  const countStopWords = (query: readonly Word[], start: number) => {
    for (let length = Math.min(longestStopPhrase, query.length - start); length > 0; length--)
      if (stopPhrases.has(joined(query.slice(start, start + length)))) return length;
    return 0;
  };

  /** Without the stop words inside: “right to vote” is known as “right of vote”, but “city council” is more than “council”. */
  const withoutStopWords = (all: readonly Word[]) =>
    all.filter(({text}, i) => i === 0 || i === all.length - 1 || !stopPhrases.has(text));

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
      // The pronoun “us” is everywhere, and no US.
      const isInputOnly = isMarked || countStopWords(termWords, 0) === termWords.length;
      return {label: isMarked ? label.slice(1) : label, language, isInputOnly, words: termWords};
    });
    terms.set(concept, conceptTerms);
    for (const {words: all} of conceptTerms) {
      const telling = withoutStopWords(all);
      const key = joined(telling);
      concepts.set(key, [...new Set([...(concepts.get(key) ?? []), concept])]);
      maxLength = Math.max(maxLength, all.length);
      for (const word of telling) words.set(word.text, word);
    }
  }

  const lexicon: Lexicon = yield* createLexicon([...words.keys()].sort((a, b) => (a < b ? -1 : 1)));
  const wordAt = (i: number) => words.get(lexicon.words[i]!)!;
  const inflection = stem ? inflectionByStem(stem) : inflectionByBeginning;
  function inflected(word: Word): readonly string[] {
    const forms = lexicon.range(inflection.beginning(word)).filter((i) => inflection.isSame(wordAt(i), word));
    const bare = word.text.replace(HEBREW_PREFIX, '');
    return [...forms.map((i) => lexicon.words[i]!), ...(words.has(bare) ? [bare] : [])];
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
      keys = keys.flatMap((key) => texts.map((text) => (key ? `${key} ${text}` : text))).slice(0, MAX_KEYS);
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
  /** A park of the city is a park: Dutch `stadspark`. */
  const isStopPart = (text: string) =>
    stopPhrases.has(text) || (/[^s]s$/.test(text) && stopPhrases.has(text.slice(0, -1)));
  /** The concepts of the first part of a compound, with or without the letters that join it to the second. */
  function headOf(text: string): readonly string[] | undefined {
    for (let end = text.length; end >= Math.max(SHORTEST_PART, text.length - 2); end--) {
      const found = JOINT.test(text.slice(end)) && concepts.get(text.slice(0, end));
      if (found) return found;
    }
    const [stemmed] = inflected({text, written: text, isAccented: false});
    return stemmed === undefined ? undefined : concepts.get(stemmed);
  }

  return {
    language,
    inflection,
    maxLength,
    conceptsOf,
    conceptsInside,
    isFalseFriend: (query) => query.length === 1 && falseFriends.has(query[0]!.text),
    knows: (word) =>
      words.has(word.text) ||
      falseFriends.has(word.text) ||
      inflected(word).length > 0 ||
      conceptsInside(word).length > 0,
    spell,
    termsOf: (concept) => terms.get(concept) ?? [],
    countStopWords,
  };
}

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
