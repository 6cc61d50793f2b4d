import type {MatchedTerm, Phrase} from '../state/search-results.js';
import {broaderConcepts} from './broader-concepts.js';
import type {Term} from './dictionary.js';
import {fieldsWith, type PhraseFinder, type Postings} from './postings.js';
import type {QueryWord} from './query.js';
import {type TermOptions, type TermScores, TIERS, weightOfFields, withHead} from './term-scores.js';
import type {QueryUnit, Vocabulary} from './vocabulary.js';
import {readWords, type Word} from './words.js';

/** What the practices have of a concept. */
export interface ConceptScores extends TermScores {
  /** Its terms that practices have, those that most have first. */
  readonly found: readonly Term[];
}

export interface ConceptSource {
  readonly postings: Postings;
  readonly size: number;
  /** The indexes of a word and of its other forms among the words of the practices. */
  formsOf(word: Word): readonly number[];
  readonly findPhrase: PhraseFinder;
}

/** A word that means the same says less than the word that was typed. */
const CONCEPT = 0.45;

/** Finds the practices that have any of some terms. */
export function scoreConcept(
  terms: readonly Term[],
  {findPhrase, formsOf, postings, size}: ConceptSource,
): ConceptScores {
  const {words} = postings;
  const masks = new Uint8Array(size);
  const matchedWords = new Set<string>();
  const phrases: Phrase[] = [];
  const counts = new Map<Term, number>();

  // As a form of another word, `house` does not mean `housing`.
  const otherMeanings = new Set(
    terms.flatMap((term) => (term.isInputOnly && term.words.length === 1 ? term.words[0]!.text : [])),
  );
  for (const term of terms.filter(({isInputOnly}) => !isInputOnly)) {
    const forms = term.words.map((word) => formsOf(word).filter((form) => !otherMeanings.has(words[form]!)));
    if (!forms.length || forms.some((some) => !some.length)) continue;
    const found = forms.length === 1 ? fieldsWith(postings, size, forms[0]!) : findPhrase(forms);
    let count = 0;
    for (let i = 0; i < size; i++) {
      masks[i]! |= found[i]!;
      if (found[i]) count++;
    }
    if (!count) continue;
    counts.set(term, count);
    if (forms.length === 1) for (const form of forms[0]!) matchedWords.add(words[form]!);
    else phrases.push(forms.map((some) => some.map((form) => words[form]!)));
  }

  const owned = masks.filter(Boolean).length;
  const rarity = Math.log(1 + size / Math.max(1, owned));
  const matched: MatchedTerm[] = [{text: '', words: [...matchedWords], phrases}];
  return {
    scores: Float32Array.from(masks, (mask) => rarity * CONCEPT * weightOfFields[mask]!),
    tiers: masks.map((mask) => (mask ? TIERS.indexOf('concept') : 0)),
    fields: masks.map(withHead),
    isNeeded: true,
    matched,
    found: [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!),
  };
}

/** How well each practice meets one unit of a query. */
export interface UnitScores extends TermScores {
  readonly unit: QueryUnit;
  /** The terms of its concepts that practices have, those that most have first. */
  readonly found: readonly Term[];
}

export interface UnitScorerInput {
  scoreTerm(word: QueryWord, options: TermOptions): TermScores;
  /** The practices, as concepts are looked up in them in one language. */
  source(language: string): ConceptSource;
  /** The languages of the texts. */
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** Concepts whose scores are kept: nine bytes a practice each. */
const MAX_CACHED_CONCEPTS = 16;
/** A word of the visitor's language that is in the texts, too, may be there by chance: German `Kind` in “this kind of”. */
const BY_CHANCE = 0.1;
/** What was most likely meant may not be what was meant. */
const CORRECTED = 0.8;

/** Scores units by their letters and by their meaning. */
export function createUnitScorer({languages, scoreTerm, source, vocabulary}: UnitScorerInput) {
  const kept = new Map<string, ConceptScores>();

  /** The practices that have any of some concepts. */
  function scoreConcepts(concepts: readonly string[]): ConceptScores {
    const key = concepts.join(' ');
    const known = kept.get(key);
    if (known) return known;
    const scores = languages.map((language) =>
      scoreConcept(
        concepts.flatMap((concept) => vocabulary.termsOf(concept, language)),
        source(language),
      ),
    );
    const best = {...combined(scores, better), found: scores.flatMap(({found}) => found)};
    if (kept.size === MAX_CACHED_CONCEPTS) kept.clear();
    kept.set(key, best);
    return best;
  }

  /** Words that mean a concept only in a query: as forms of another word they mean something else, as `house` does for `housing`. */
  const inputOnlyWords = (concepts: readonly string[], language: string): readonly string[] =>
    concepts
      .flatMap((concept) => vocabulary.termsOf(concept, language))
      .flatMap(({isInputOnly, words}) => (isInputOnly && words.length === 1 ? words[0]!.text : []));

  /** What the practices have of a meaning; where that is nothing, of what is broader. */
  function scoreMeaning(parts: readonly (readonly string[])[]): ConceptScores[] {
    const scores = parts.map(scoreConcepts);
    const broader = parts.flat().flatMap((concept) => broaderConcepts[concept] ?? []);
    return scores.every(hasAny) || !broader.length ? scores : broader.map((concept) => scoreConcepts([concept]));
  }

  /** The practices that have all words of a unit. Where one was corrected, the right word counts nearly as much as if it had been typed. */
  function scoreLetters({corrections, words}: QueryUnit, options: (word: QueryWord) => TermOptions): TermScores {
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
      right.map((word) => scoreTerm(word, {...options(word), isOpen: false, isMeant: true})),
      both,
    );
    return better(typed, weakened(meant, CORRECTED));
  }

  return (unit: QueryUnit, openWord: QueryWord | undefined): UnitScores => {
    const {corrections, isStopWord, language, parts, words} = unit;
    const concepts = scoreMeaning(parts);
    const inTiers = corrections.length ? asFuzzy : (scored: TermScores) => scored;
    const isMeant = concepts.length > 0 && !corrections.length;
    const isKnownIn = (text: string) => isSameLanguage(text, language) || vocabulary.knows(words, text);
    const isForeign = isMeant && concepts.every(hasAny) && !languages.some(isKnownIn);
    const otherMeanings = languages.flatMap((text) => inputOnlyWords(parts.flat(), text));
    const letters = scoreLetters(unit, (word) => ({isOpen: word === openWord, isMeant, isForeign, otherMeanings}));
    if (!parts.length) return {...inTiers(letters), unit, found: [], isNeeded: letters.isNeeded && !isStopWord};
    const isStopIn = (text: string) => words.every((word) => vocabulary.isStopWord(word, text));
    const chance = isForeign ? (languages.some(isStopIn) ? 0 : BY_CHANCE) : 1;
    const scores = better(weakened(letters, chance), combined(concepts, both));
    return {...inTiers(scores), unit, found: concepts.flatMap(({found}) => found)};
  };
}

const hasAny = ({scores}: TermScores) => scores.some((score) => score > 0);

const isSameLanguage = (one: string, other: string) => one.split('-')[0] === other.split('-')[0];

const weakened = (scored: TermScores, factor: number): TermScores => ({
  ...scored,
  scores: scored.scores.map((score) => score * factor),
});

/** What was corrected is a guess, however well the right word fits. */
const asFuzzy = (scored: TermScores): TermScores => ({
  ...scored,
  tiers: scored.tiers.map((_, i) => (scored.scores[i]! > 0 ? TIERS.indexOf('fuzzy') : 0)),
});

/** Several scores as one. */
function combined(all: readonly TermScores[], combine: typeof both): TermScores {
  let result = all[0]!;
  for (const other of all.slice(1)) result = combine(result, other);
  return result;
}

/** Of each practice the better of two scores. */
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

/** Of each practice that meets both, both scores together. */
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
