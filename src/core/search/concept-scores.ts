import type {MatchedTerm, Phrase} from '../state/search-results.js';
import type {Term} from './dictionary.js';
import type {PhraseFinder} from './phrases.js';
import {fieldsWith, type Postings} from './postings.js';
import {TIERS, weightOfFields, withHead, type TermScores} from './term-scores.js';
import type {Word} from './words.js';

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
