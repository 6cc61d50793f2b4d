import {isSameLanguage} from '../localized-text.js';
import type {MatchedTerm, Phrase, Tier} from '../state/search-results.js';
import {isWithin, type Refinement} from '../state/search-state.js';
import {broaderConcepts} from './broader-concepts.js';
import type {Term} from './dictionary.js';
import {fieldNames} from './fields.js';
import {fieldsWith, type PhraseFinder, type Postings} from './postings.js';
import {isPlace, type QueryUnit, type QueryWord} from './query.js';
import {type TermOptions, type TermScores, TIERS, weightOfFields, withHead} from './term-scores.js';
import type {Vocabulary} from './vocabulary.js';
import {readWords, type Word} from './words.js';
import {isYear} from './years.js';

/** How well each practice matches a concept. */
export interface ConceptScores extends TermScores {
  /** The terms of the concept that practices have, the most frequent first. */
  readonly found: readonly Term[];
}

export interface ConceptSource {
  readonly postings: Postings;
  readonly size: number;
  /** The indexes of a word and its other forms among the words of the practices. */
  formsOf(word: Word): readonly number[];
  readonly findPhrase: PhraseFinder;
}

const PLACE_FIELD = 1 << fieldNames.indexOf('places');
/** The bits of the fields in which to look for a term. */
const fieldsOf: Readonly<Record<Term['where'], number>> = {everywhere: -1, places: PLACE_FIELD, texts: ~PLACE_FIELD};
const YEARS_FIELD = 1 << fieldNames.indexOf('years');
/** A word with the same meaning counts less than the typed word. */
const CONCEPT = 0.45;

/**
 * Words that mean a concept in queries only. In texts they mean something else, as `house` does for
 * `housing`.
 */
const inputOnlyWords = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap(({isInputOnly, words}) => (isInputOnly && words.length === 1 ? words[0]!.text : []));

/** Scores practices by the fields in which each has something. */
function scoreFields(masks: Uint8Array, tier: Tier, weight: number): Omit<TermScores, 'matched'> {
  const owned = masks.filter(Boolean).length;
  const rarity = Math.log(1 + masks.length / Math.max(1, owned));
  return {
    scores: Float32Array.from(masks, (mask) => rarity * weight * weightOfFields[mask]!),
    tiers: masks.map((mask) => (mask ? TIERS.indexOf(tier) : 0)),
    fields: masks.map(withHead),
    isNeeded: true,
  };
}

/** Scores the practices that ran in one of the years, or are ongoing. */
function scoreYears(years: Refinement, typed: readonly Word[], {postings, size}: ConceptSource): TermScores {
  const isMeant = (text: string) =>
    typeof years === 'string' ? text === years : isYear({text}) && isWithin(Number(text), years);
  const found = fieldsWith(
    postings,
    size,
    postings.words.flatMap((text, i) => (isMeant(text) ? i : [])),
  );
  const masks = found.map((mask) => (mask & YEARS_FIELD ? mask : 0));
  return {...scoreFields(masks, 'exact', 1), matched: typed.filter(isYear).map(({text}) => ({text, words: []}))};
}

/** Scores the practices that have at least one of the terms. */
function scoreConcept(terms: readonly Term[], {findPhrase, formsOf, postings, size}: ConceptSource): ConceptScores {
  const {words} = postings;
  const masks = new Uint8Array(size);
  const matchedWords = new Set<string>();
  const phrases: Phrase[] = [];
  const counts = new Map<Term, number>();
  const otherMeanings = inputOnlyWords(terms);
  for (const term of terms.filter(({isInputOnly}) => !isInputOnly)) {
    const forms = term.words.map((word) =>
      formsOf(word).filter((form) => words[form] === word.text || !otherMeanings.includes(words[form]!)),
    );
    if (!forms.length || forms.some((some) => !some.length)) continue;
    const found = forms.length === 1 ? fieldsWith(postings, size, forms[0]!) : findPhrase(forms);
    const fields = fieldsOf[term.where];
    let count = 0;
    for (let i = 0; i < size; i++) {
      const mask = found[i]! & fields;
      masks[i]! |= mask;
      if (mask) count++;
    }
    if (!count) continue;
    counts.set(term, count);
    if (forms.length === 1) for (const form of forms[0]!) matchedWords.add(words[form]!);
    else phrases.push(forms.map((some) => some.map((form) => words[form]!)));
  }

  const matched: MatchedTerm[] = [{text: '', words: [...matchedWords], phrases}];
  return {
    ...scoreFields(masks, 'concept', CONCEPT),
    matched,
    found: [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!),
  };
}

/** How well each practice matches one unit of a query. */
export interface UnitScores extends TermScores {
  readonly unit: QueryUnit;
  /** The terms of its concepts that practices have, the most frequent first. */
  readonly found: readonly Term[];
}

export interface UnitScorerInput {
  scoreTerm(word: QueryWord, options: TermOptions): TermScores;
  /** Looks up concepts in the practices, in one language. */
  source(language: string): ConceptSource;
  /** The languages of the texts. */
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** How to look for a unit. */
export interface UnitOptions {
  /** The word that the visitor may still be typing. */
  readonly openWord: QueryWord | undefined;
  /** Whether to look for the broader concepts, as far as there are any. */
  readonly isBroad: boolean;
}

/** How many concepts to cache. Each takes nine bytes for a practice. */
const MAX_CACHED_CONCEPTS = 16;
/**
 * A word of the visitor's language may be in the texts by chance: German `Kind` in “this kind of”.
 */
const BY_CHANCE = 0.1;
/** A corrected word is a guess, so it counts less. */
const CORRECTED = 0.8;

/** Creates a function that scores units by their letters and by their meaning. */
export function createUnitScorer({languages, scoreTerm, source, vocabulary}: UnitScorerInput) {
  const cache = new Map<string, ConceptScores>();

  /** Scores the practices that have at least one of the concepts. */
  function scoreConcepts(concepts: readonly string[]): ConceptScores {
    const key = concepts.join(' ');
    const known = cache.get(key);
    if (known) return known;
    const scores = languages.map((language) => scoreConcept(termsOf(concepts, language), source(language)));
    const best = {...combined(scores, better), found: scores.flatMap(({found}) => found)};
    if (cache.size === MAX_CACHED_CONCEPTS) cache.clear();
    cache.set(key, best);
    return best;
  }

  const termsOf = (concepts: readonly string[], language: string): readonly Term[] =>
    concepts.flatMap((concept) => vocabulary.termsOf(concept, language));

  /** Scores the practices by meaning. If a part finds nothing, it takes the broader concepts. */
  function scoreMeaning(parts: readonly (readonly string[])[], isBroad: boolean): ConceptScores[] {
    const scores = parts.map(scoreConcepts);
    const broader = parts.flat().flatMap((concept) => broaderConcepts[concept] ?? []);
    const isEnough = scores.every(hasAny) && !isBroad;
    return isEnough || !broader.length ? scores : broader.map((concept) => scoreConcepts([concept]));
  }

  /**
   * Scores the practices that have all words of a unit, apart from the stop words inside it. A
   * corrected word counts nearly as much as a typed one.
   */
  function scoreLetters(unit: QueryUnit, options: (word: QueryWord) => TermOptions): TermScores {
    const {corrections, language} = unit;
    const isEnd = (i: number) => i === 0 || i === unit.words.length - 1;
    const words = unit.words.filter((word, i) => isEnd(i) || !vocabulary.isStopWord(word, language));
    const typed = combined(
      words.map((word) => scoreTerm(word, options(word))),
      both,
    );
    if (!corrections.length) return typed;
    const right = words.map((word) => {
      const spelling = corrections.find(({term}) => term === word.text)?.spelling ?? word.text;
      return {...word, ...readWords(spelling)[0]};
    });
    const meant = combined(
      right.map((word) => scoreTerm(word, {...options(word), isOpen: false, isMeant: true, isMisspelt: false})),
      both,
    );
    return better(typed, weakened(meant, CORRECTED));
  }

  return (unit: QueryUnit, {isBroad, openWord}: UnitOptions): UnitScores => {
    const {corrections, isStopWord, language, parts, words, years} = unit;
    if (years) return {...scoreYears(years, words, source(language)), unit, found: []};
    const concepts = scoreMeaning(parts, isBroad);
    const inTiers = corrections.length ? asFuzzy : (scored: TermScores) => scored;
    const isMeant = concepts.length > 0 && !corrections.length;
    const isKnownIn = (text: string) => isSameLanguage(text, language) || vocabulary.knows(words, text);
    // German `Rom` is no beginning of “Roma people”, even if no practice is in Rome.
    const isForeign = isMeant && (isPlace(unit) || concepts.every(hasAny)) && !languages.some(isKnownIn);
    const meanings = parts.flat().flatMap((concept) => [concept, ...(broaderConcepts[concept] ?? [])]);
    const otherMeanings = languages.flatMap((text) => inputOnlyWords(termsOf(meanings, text)));
    const isFalseFriend = (word: Word) => languages.some((text) => vocabulary.isFalseFriend(word, text));
    const letters = scoreLetters(unit, (word) => ({
      isOpen: word === openWord,
      isMeant: isMeant || isFalseFriend(word),
      isMisspelt: corrections.some(({term}) => term === word.text),
      isForeign,
      otherMeanings,
    }));
    if (!parts.length) return {...inTiers(letters), unit, found: [], isNeeded: letters.isNeeded && !isStopWord};
    const isStopIn = (text: string) => words.every((word) => vocabulary.isStopWord(word, text));
    const chance = isForeign ? (languages.some(isStopIn) ? 0 : BY_CHANCE) : 1;
    const scores = better(weakened(letters, chance), combined(concepts, both));
    return {...inTiers(scores), unit, found: concepts.flatMap(({found}) => found)};
  };
}

const hasAny = ({scores}: TermScores) => scores.some((score) => score > 0);

const weakened = (scored: TermScores, factor: number): TermScores => ({
  ...scored,
  scores: scored.scores.map((score) => score * factor),
});

/** A correction is a guess, even if the corrected word matches exactly. */
const asFuzzy = (scored: TermScores): TermScores => ({
  ...scored,
  tiers: scored.tiers.map((_, i) => (scored.scores[i]! > 0 ? TIERS.indexOf('fuzzy') : 0)),
});

function combined(all: readonly TermScores[], combine: typeof both): TermScores {
  let result = all[0]!;
  for (const other of all.slice(1)) result = combine(result, other);
  return result;
}

/** For each practice, the better of two scores. */
function better(one: TermScores, other: TermScores): TermScores {
  const [scores, tiers, fields] = [one.scores.slice(), one.tiers.slice(), one.fields.slice()];
  for (let i = 0; i < scores.length; i++) {
    fields[i]! |= other.fields[i]!;
    if (scores[i]! >= other.scores[i]!) continue;
    scores[i] = other.scores[i]!;
    tiers[i] = other.tiers[i]!;
  }
  const isNeeded = one.isNeeded || other.isNeeded;
  return {scores, tiers, fields, isNeeded, matched: [...one.matched, ...other.matched]};
}

/** For each practice that matches both, the sum of both scores. */
function both(one: TermScores, other: TermScores): TermScores {
  const [scores, tiers, fields] = [one.scores.slice(), one.tiers.slice(), one.fields.slice()];
  for (let i = 0; i < scores.length; i++) {
    fields[i]! &= other.fields[i]!;
    const isMet = scores[i]! > 0 && other.scores[i]! > 0;
    scores[i] = isMet ? scores[i]! + other.scores[i]! : 0;
    tiers[i] = isMet ? Math.max(tiers[i]!, other.tiers[i]!) : 0;
  }
  const isNeeded = one.isNeeded || other.isNeeded;
  return {scores, tiers, fields, isNeeded, matched: [...one.matched, ...other.matched]};
}
