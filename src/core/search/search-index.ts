import {isSameLanguage} from '../localized-text.js';
import {memoize, memoizeLast} from '../memoize.js';
import type {Practice} from '../practice.js';
import type {MatchedTerm, Tier} from '../state/search-results.js';
import {wordsOf} from '../text/tokenize.js';
import {runSync, type Sliced} from '../time-slicing.js';
import type {Term} from './dictionary.js';
import {type FieldContext, fieldTexts, textLanguages} from './fields.js';
import {createLexicon, type Expansion} from './lexicon.js';
import {buildPostings, createPhraseFinder} from './postings.js';
import {type Correction, mayBegin, mayBeInside, type Query, type QueryUnit, spellingOf} from './query.js';
import {coverage, createTermScorer, FEW_PRACTICES, HEAD_FIELDS, TIERS} from './term-scores.js';
import {createUnitScorer, type UnitScores} from './unit-scores.js';
import {emptyVocabulary, type Spelling, type Vocabulary} from './vocabulary.js';
import type {Word} from './words.js';

/** What a query found. */
export interface SearchMatches {
  /** Positions of practices, best first. */
  readonly ranked: readonly number[];
  readonly scoreOf: (practice: number) => number;
  readonly tierOf: (practice: number) => Tier | null;
  /** Whether no practice has every term. Then these have the most. */
  readonly isPartial: boolean;
  readonly matchedTerms: readonly MatchedTerm[];
  readonly corrections: readonly Correction[];
  /** How the query was understood. */
  readonly units: readonly FoundUnit[];
}

/** A unit of a query, and the terms for its meaning in the practices. */
export interface FoundUnit extends QueryUnit {
  /** The terms of its concepts that practices have, the most frequent first. */
  readonly found: readonly Term[];
}

export interface SearchIndex {
  /** @param vocabulary the loaded words; none by default */
  search(query: Query, vocabulary?: Vocabulary): SearchMatches;
  /**
   * The positions of the practices that have a folded word, ascending. `fields` restricts the
   * fields, by their bits.
   */
  ownersOf(word: string, fields?: number): Uint16Array | Uint32Array;
}

/** How many practices a visitor reads at a glance. */
const MAX_AT_A_GLANCE = 3;

/** If some words are missing, a match with only a part of another word is too weak. */
const CLEAR_TIERS: readonly Tier[] = ['exact', 'inflection', 'concept'];

/** How many practices to read to learn how a word is spelled. */
const SPELLING_SAMPLE = 20;

/**
 * Reads the words of all practices once, and answers queries from them. A practice of 2 kB costs
 * about 0.15 ms. It needs memory for two small numbers for each distinct word, and one byte for
 * every word. The practices themselves are used for phrases and spellings only.
 */
export const createSearchIndex = (practices: readonly Practice[], context: FieldContext): SearchIndex =>
  runSync(indexSliced(practices, context));

/** The same in slices. */
export function* indexSliced(practices: readonly Practice[], context: FieldContext): Sliced<SearchIndex> {
  const postings = yield* buildPostings(practices, context);
  const {fieldMasks, words, spellings, offsets, owners} = postings;
  const lexicon = yield* createLexicon(words);
  const pageLanguage = context.labels.language;
  const common = textLanguages(practices, pageLanguage);
  // No language is common in an empty feed, and in one of many languages.
  const languages = common.length ? common : [pageLanguage];
  const ownersAt = (word: number) => owners.subarray(offsets[word], offsets[word + 1]);
  const ownersOf = (text: string, fields = -1) => {
    const word = lexicon.find(text);
    const start = offsets[word] ?? 0;
    return ownersAt(word).filter((_, i) => fieldMasks[start + i]! & fields);
  };
  const exactly = (text: string) => [lexicon.find(text)].filter((word) => word >= 0);
  const textsOf = (practice: number) => fieldTexts(practices[practice]!, context);
  const findPhrase = createPhraseFinder(
    postings,
    practices.length,
    memoize((practice: number) =>
      textsOf(practice).map((texts) => texts.map((text) => ` ${wordsOf(text).join(' ')} `).join('\n')),
    ),
  );

  const wordAt = (i: number): Word | undefined =>
    i < 0 ? undefined : {text: words[i]!, written: spellings[i]!, isAccented: spellings[i] !== words[i]};
  /** Of equally close words, the one that most practices have. -1 if there is none. */
  function nearest(similar: readonly Expansion[]): number {
    const likelihood = ({closeness, word}: Expansion) => closeness + ownersAt(word).length / practices.length / 100;
    return [...similar].sort((a, b) => likelihood(b) - likelihood(a))[0]?.word ?? -1;
  }

  /** The other forms of a word in a language, as far as its words are loaded. */
  const formsWith =
    (vocabulary: Vocabulary) =>
    (word: Word, language: string): readonly number[] => {
      const inflection = vocabulary.inflectionIn(language);
      const isFalseFriend = (one: Word) => vocabulary.isFalseFriend(one, language);
      const isForm = (one: Word) => inflection.isSame(one, word) && isFalseFriend(one) === isFalseFriend(word);
      return lexicon
        .range(inflection.beginning(word))
        .filter((i) => isForm({text: words[i]!, written: spellings[i]!, isAccented: false}));
    };

  /** Scores units with the loaded words. */
  const scorerFor = memoizeLast((vocabulary: Vocabulary) => {
    const formsIn = formsWith(vocabulary);
    const inflected = (word: Word) => [...new Set(languages.flatMap((language) => formsIn(word, language)))];
    return createUnitScorer({
      scoreTerm: createTermScorer(postings, lexicon, practices.length, inflected),
      source: (language) => ({
        postings,
        size: practices.length,
        formsOf: (word) => [...new Set([...exactly(word.text), ...formsIn(word, language)])],
        findPhrase,
      }),
      languages,
      vocabulary,
    });
  });

  /** Understands a query. The function scores its units by their meaning, or by broader concepts. */
  const readUnits = (query: Query, vocabulary = emptyVocabulary) => {
    const last = query.isLastOpen ? query.words.at(-1) : undefined;
    const formsIn = formsWith(vocabulary);
    const isPart = ({text}: Word) => (mayBeInside(text) ? lexicon.has(text) : lexicon.range(text).length > 0);
    const isRight = (word: Word) => isPart(word) || languages.some((language) => formsIn(word, language).length > 0);
    const isForeign = (language: string) => !languages.some((own) => isSameLanguage(own, language));
    const spelling: Spelling = {
      isRight,
      isBegun: (word, language) => word === last && mayBegin(word.text) && isForeign(language) && !isRight(word),
      correct: (word) => wordAt(nearest(lexicon.similar(word.text, word === last))),
    };
    const units = vocabulary.understand(query.words, spelling);
    return (isBroad: boolean) => units.map((unit) => scorerFor(vocabulary)(unit, {openWord: last, isBroad}));
  };

  /** The units that practices need, how many of them each has, and the most that one has. */
  function countNeeded(found: readonly UnitScores[]) {
    const isAnyNeeded = found.some(({isNeeded}) => isNeeded);
    const needed = found.filter(({isNeeded, unit}) => (isAnyNeeded ? isNeeded : !unit.isStopWord));
    const counts = new Uint8Array(practices.length);
    let most = 0;
    for (const {scores} of needed)
      for (let i = 0; i < scores.length; i++) if (scores[i]! > 0) most = Math.max(most, ++counts[i]!);
    return {found, needed, counts, most};
  }

  function* textsWith(word: string): Iterable<string> {
    for (const practice of ownersOf(word).subarray(0, SPELLING_SAMPLE)) yield* textsOf(practice).flat();
  }
  /** A folded word as the texts spell it. */
  const spelled = memoize((word) => spellingOf(word, textsWith(word)));
  /** A correction as the texts spell it, if they have it. */
  function inTexts({spelling, term}: Correction): Correction {
    const [word = ''] = wordsOf(spelling);
    return {term, spelling: lexicon.find(word) < 0 ? spelling : spelled(word)};
  }

  function search(query: Query, vocabulary?: Vocabulary): SearchMatches {
    const {excluded} = query;
    const phrases = query.phrases.map((phrase) => findPhrase(phrase.split(' ').map(exactly)));
    const hasPhrases = (practice: number) => phrases.every((fields) => fields[practice]);
    const score = readUnits(query, vocabulary);
    const narrow = countNeeded(score(false));
    const broad = narrow.most < narrow.needed.length ? countNeeded(score(true)) : narrow;
    // Housing for refugees is nearer to “landlords for refugees” than all that is for refugees.
    const {counts, found, needed} = broad.most > narrow.most ? broad : narrow;
    // More than the number of units, so no practice reaches it by matches.
    const EXCLUDED = needed.length + 1;
    for (const text of excluded) for (const practice of ownersOf(text)) counts[practice] = EXCLUDED;

    const FUZZY = TIERS.indexOf('fuzzy');
    const hasUnknown = needed.some(({scores, unit}) => !unit.parts.length && !scores.some((score) => score > 0));
    // A guessed spelling is too weak if other words of the query are unknown.
    const isClear = ({tiers, unit}: UnitScores, practice: number) =>
      CLEAR_TIERS.includes(TIERS[tiers[practice]!]!) || (unit.corrections.length > 0 && !hasUnknown);
    const hasClearMatch = (practice: number) =>
      needed.some((unit) => unit.scores[practice]! > 0 && isClear(unit, practice));

    // First the practices that match every unit. If there are none, those that match most units,
    // but at least half of them.
    let best = EXCLUDED;
    let matches: number[] = [];
    do {
      best--;
      for (let i = 0; i < counts.length; i++) if (counts[i] === best && hasPhrases(i)) matches.push(i);
      if (best < needed.length) matches = matches.filter(hasClearMatch);
    } while (!matches.length && best > 1 && best - 1 >= needed.length / 2);
    // If half of the words are unknown, the other half says little. Then more than a few practices
    // must be about the known words, and not more than a tenth of all.
    if (best * 2 === needed.length && hasUnknown) {
      const isAbout = (practice: number) => needed.some(({fields}) => fields[practice]! & HEAD_FIELDS);
      if (matches.length > MAX_AT_A_GLANCE) matches = matches.filter(isAbout);
      if (matches.length > Math.max(FEW_PRACTICES, practices.length / 10)) matches = [];
    }

    const totals = new Float32Array(practices.length);
    const worst = new Uint8Array(practices.length);
    for (const practice of matches) {
      let sum = 0;
      for (const {scores} of found) sum += scores[practice]!;
      let common = -1;
      for (const {fields, tiers} of needed) {
        common &= fields[practice]!;
        worst[practice] = Math.max(worst[practice]!, tiers[practice]!);
      }
      totals[practice] = needed.length ? sum * coverage(common) : 0;
    }
    const isFuzzy = (practice: number) => Number(worst[practice] === FUZZY);
    return {
      ranked: matches.sort((a, b) => isFuzzy(a) - isFuzzy(b) || totals[b]! - totals[a]! || a - b),
      scoreOf: (practice) => totals[practice]!,
      tierOf: (practice) => (needed.length ? TIERS[worst[practice]!]! : null),
      isPartial: best < needed.length,
      matchedTerms: found.flatMap(({matched, unit}) => (unit.isStopWord ? [] : matched)),
      corrections: found.flatMap(({unit}) => unit.corrections.map(inTexts)),
      units: found.map(({found: terms, unit}) => ({...unit, found: terms})),
    };
  }

  return {search, ownersOf};
}
