import {createDictionary} from '../search/dictionary.js';
import type {LanguageWords, Word} from '../search/words.js';
import {runSync} from '../time-slicing.js';
import {conceptWord} from './fields.js';

const textOf = (words: readonly Word[]) => words.map(({written}) => written).join(' ');

/** Rules that replace the terms of concepts by the ids of these, for an index. */
export interface SynonymRules {
  /**
   * The cluster takes the longest term in a text, and then sees no term inside it. So the rule of
   * “single parents” has the concepts of “parents” as well.
   */
  readonly everywhere: readonly string[];
  /** Of names that also mean something else. The city of `Roma` is looked for among places only. */
  readonly places: readonly string[];
}

/** All words are of one language, or of none. */
export function synonymRules(all: readonly LanguageWords[]): SynonymRules {
  const termsByText = new Map<string, readonly Word[]>();
  const conceptsByText = new Map<string, Set<string>>();
  const placesByText = new Map<string, Set<string>>();
  const add = (ids: Map<string, Set<string>>, text: string, id: string) =>
    ids.set(text, (ids.get(text) ?? new Set()).add(id));
  for (const words of all) {
    const {termsOf} = runSync(createDictionary(words));
    for (const concept of [...Object.keys(words.file.concepts), ...Object.keys(words.file.places)])
      for (const {isInputOnly, where, words: term} of termsOf(concept)) {
        const text = textOf(term);
        if (isInputOnly || !text) continue;
        const isPlaceOnly = where === 'places';
        if (!isPlaceOnly) termsByText.set(text, term);
        add(isPlaceOnly ? placesByText : conceptsByText, text, concept);
      }
  }
  const conceptsIn = (text: string) => [...(conceptsByText.get(text) ?? [])];
  return {
    everywhere: [...termsByText].map(([text, term]) => rule(text, partsOf(term).flatMap(conceptsIn))),
    places: [...placesByText].map(([text, places]) => rule(text, [...conceptsIn(text), ...places])),
  };
}

const rule = (text: string, concepts: readonly string[]) =>
  `${escape(text)} => ${[...new Set(concepts)].map((concept) => escape(conceptWord(concept))).join(', ')}`;

/** The term itself, and all that are inside it: each run of its words. */
const partsOf = (term: readonly Word[]): string[] =>
  term.flatMap((_, start) => term.slice(start).map((__, length) => textOf(term.slice(start, start + length + 1))));

/** Of the characters with a meaning in rules, words and ids have none but these. */
const escape = (text: string) => text.replace(/[\\,=>#]/g, '\\$&');
