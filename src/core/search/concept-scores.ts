import type {MatchedTerm, Phrase} from '../engine.js';
import type {Term} from './dictionary.js';
import {fieldNames} from './fields.js';
import {fold} from './fold.js';
import type {Postings} from './postings.js';
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
  /** The texts of one field of a practice. */
  textsOf(practice: number, field: number): readonly string[];
}

/** A word that means the same says less than the word that was typed. */
const CONCEPT = 0.45;
/** Forms of one word that are looked for in a phrase. */
const MAX_FORMS = 30;

const LETTER = '[\\p{L}\\p{N}\\p{M}]';
const BETWEEN = '[^\\p{L}\\p{N}\\p{M}]+';
const escape = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&');

/** Finds the practices that have any of some terms. */
export function scoreConcept(terms: readonly Term[], {formsOf, postings, size, textsOf}: ConceptSource): ConceptScores {
  const {fieldMasks, offsets, owners, words} = postings;
  const masks = new Uint8Array(size);
  const matchedWords = new Set<string>();
  const phrases: Phrase[] = [];
  const counts = new Map<Term, number>();

  /** By practice, the fields that have one of the words. */
  function maskOf(forms: readonly number[]): Uint8Array {
    const found = new Uint8Array(size);
    for (const form of forms)
      for (let i = offsets[form]!, end = offsets[form + 1]!; i < end; i++) found[owners[i]!]! |= fieldMasks[i]!;
    return found;
  }

  /** The fields, by practice, that have words side by side. */
  function phraseMask(forms: readonly (readonly number[])[]): Uint8Array {
    const all = forms.map(maskOf);
    const found = new Uint8Array(size).fill(-1);
    for (const mask of all) for (let practice = 0; practice < size; practice++) found[practice]! &= mask[practice]!;
    const parts = forms.map(
      (some) =>
        `(?:${some
          .slice(0, MAX_FORMS)
          .map((form) => escape(words[form]!))
          .join('|')})`,
    );
    const pattern = new RegExp(`(?<!${LETTER})${parts.join(BETWEEN)}(?!${LETTER})`, 'u');
    found.forEach((mask, practice) => {
      for (let field = 0; field < fieldNames.length; field++)
        if (mask & (1 << field) && !textsOf(practice, field).some((text) => pattern.test(fold(text))))
          found[practice]! &= ~(1 << field);
    });
    return found;
  }

  // As a form of another word, `house` does not mean `housing`.
  const otherMeanings = new Set(
    terms.flatMap((term) => (term.isInputOnly && term.words.length === 1 ? term.words[0]!.text : [])),
  );
  for (const term of terms.filter(({isInputOnly}) => !isInputOnly)) {
    const forms = term.words.map((word) => formsOf(word).filter((form) => !otherMeanings.has(words[form]!)));
    if (!forms.length || forms.some((some) => !some.length)) continue;
    const found = forms.length === 1 ? maskOf(forms[0]!) : phraseMask(forms);
    let count = 0;
    found.forEach((mask, practice) => {
      masks[practice]! |= mask;
      if (mask) count++;
    });
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
