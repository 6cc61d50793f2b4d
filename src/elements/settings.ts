import type {ComplexAttributeConverter} from 'lit';
import {attributes, type Attribute} from '../core/practice.js';
import {readRefinements} from '../core/refinement-syntax.js';
import {sorts, type Refinements, type Sort} from '../core/search-state.js';

const said = new Set<string>();

/** Tells the webmaster, once for the page, what is wrong with a setting, and goes on. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`<good-practice-browser>: ${message}`);
}

/** Reads an attribute as a whole number of at least `least`; where it is none, says so and takes `fallback`. */
export function wholeNumber(name: string, fallback: number, least = 1): ComplexAttributeConverter<number> {
  return {
    fromAttribute(text) {
      const value = Number(text ?? fallback);
      if (Number.isInteger(value) && value >= least && text?.trim() !== '') return value;
      warnOnce(`${name}="${text}" is not a whole number of at least ${least}; ${fallback} is used.`);
      return fallback;
    },
  };
}

/** Reads `topic country year`. */
export function readFacets(text: string): readonly Attribute[] {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const known = names.filter((name): name is Attribute => isOneOf(attributes, name));
  for (const name of names)
    if (!isOneOf(attributes, name))
      warnOnce(`facets: “${name}” is not one of ${attributes.join(', ')}; it is left out.`);
  return [...new Set(known)];
}

/** Reads a sort; null where none is named. */
export function readSort(text: string): Sort | null {
  if (isOneOf(sorts, text)) return text;
  if (text) warnOnce(`sort="${text}" is not one of ${sorts.join(', ')}; the usual order is used.`);
  return null;
}

/** Reads `scope` and `preset`. */
export function readRefinementSetting(name: string, text: string): Refinements {
  const {refinements, problems} = readRefinements(text);
  for (const problem of problems) warnOnce(`${name}: ${problem}`);
  return refinements;
}

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);
