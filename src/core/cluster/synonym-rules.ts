import {createDictionary} from '../search/dictionary.js';
import type {LanguageWords, Word} from '../search/words.js';
import {runSync} from '../time-slicing.js';
import {conceptWord} from './fields.js';

const textOf = (words: readonly Word[]) => words.map(({written}) => written).join(' ');

/**
 * Rules that replace the terms of concepts by the ids of these, for an index. All words are of one
 * language, or of none. The cluster takes the longest term in a text, and then sees no term inside
 * it. So the rule of “single parents” has the concepts of “parents” as well.
 */
export function synonymRules(all: readonly LanguageWords[]): string[] {
  const termsByText = new Map<string, readonly Word[]>();
  const conceptsByText = new Map<string, Set<string>>();
  for (const words of all) {
    const {termsOf} = runSync(createDictionary(words));
    for (const concept of [...Object.keys(words.file.concepts), ...Object.keys(words.file.places)])
      for (const {isInputOnly, words: term} of termsOf(concept)) {
        const text = textOf(term);
        if (isInputOnly || !text) continue;
        termsByText.set(text, term);
        conceptsByText.set(text, (conceptsByText.get(text) ?? new Set()).add(concept));
      }
  }
  return [...termsByText].map(([text, term]) => {
    const concepts = new Set(partsOf(term).flatMap((part) => [...(conceptsByText.get(part) ?? [])]));
    return `${escape(text)} => ${[...concepts].map((concept) => escape(conceptWord(concept))).join(', ')}`;
  });
}

/** The term itself, and all that are inside it: each run of its words. */
const partsOf = (term: readonly Word[]): string[] =>
  term.flatMap((_, start) => term.slice(start).map((__, length) => textOf(term.slice(start, start + length + 1))));

/** Of the characters with a meaning in rules, words and ids have none but these. */
const escape = (text: string) => text.replace(/[\\,=>#]/g, '\\$&');
