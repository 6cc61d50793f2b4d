import {countryCode} from '../feed/normalize/country.js';
import {isOwnName} from '../own-facets.js';
import {attributes, type BuiltInAttribute, NO_DATE, ONGOING, type Attribute} from '../practice.js';
import {mapAttributes, type Refinement, type Refinements, refinementToText} from './search-state.js';

const YEARS = /^(\d{0,4})\.\.(\d{0,4})$/;
const NUMBER = '(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)?';
const NUMBERS = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`);
const YEAR = new RegExp(`^(\\d{1,4}|${ONGOING}|${NO_DATE})$`);
// The name of an attribute, a value in quotes (straight or curly), a word, or a comma.
const TOKENS = /([^\s,:"“”„«»]+):|["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s,:"“”„«»]+|,/g;

/**
 * The inverse of `refinementToText`. Swaps years in the wrong order. Only the feed says whether a
 * facet of its own has numbers, so what may be a range of them is read as one, if that loses
 * nothing. The engine takes it for a text again if the facet has texts.
 */
export function textToRefinement(attribute: Attribute, text: string): Refinement {
  if (isOwnName(attribute)) {
    const [, from, to] = NUMBERS.exec(text) ?? [];
    const range = {from: from ? +from : null, to: to ? +to : null};
    const isRange = text !== '..' && (range.from ?? -Infinity) <= (range.to ?? Infinity);
    return isRange && refinementToText(range) === text ? range : text;
  }
  const [, from, to] = (attribute === 'year' && YEARS.exec(text)) || [];
  if (!from && !to) return text;
  if (from && to && +from > +to) return {from: +to, to: +from};
  return {from: from ? +from : null, to: to ? +to : null};
}

/** The refinements of an attribute, each once. */
export const readTexts = (attribute: Attribute, texts: readonly string[]): readonly Refinement[] =>
  [...new Set(texts)].filter(Boolean).map((text) => textToRefinement(attribute, text));

/** Reads a list such as `education, "Good practices"`: words, and texts in quotes. */
export const readValues = (text: string): string[] =>
  [...text.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s,"“”„«»]+/g)]
    .map(([token, quoted]) => (quoted ?? token).trim())
    .filter(Boolean);

/**
 * Parses the attributes `scope` and `preset`: `country:ES topic:education,youth city:"San
 * Sebastián","Palma" year:2015..2019 target:families`. Countries may be written as in a feed. A value with a space,
 * a comma or a colon is in quotes.
 *
 * `unread` has what cannot be read and is left out: words without an attribute, values of `year`
 * that are not years, unknown attributes and attributes without a value. A quote without an end
 * reaches to the end of the text, and is in `unread` as well.
 */
export function readRefinements(text: string): {refinements: Refinements; unread: string[]} {
  const read = new Map<string, string[]>();
  const unread: string[] = [];
  let values: string[] | undefined;
  let isDue = false;
  for (const [token, name, quoted] of text.matchAll(TOKENS)) {
    if (name) {
      values = read.get(name.toLowerCase()) ?? [];
      read.set(name.toLowerCase(), values);
      isDue = true;
    } else if (token === ',') isDue = true;
    else if (values && isDue) {
      const value = quoted?.trim() ?? token;
      if (value) values.push(value);
      if (quoted && token.length < quoted.length + 2) unread.push(token);
      isDue = false;
    } else unread.push(token);
  }
  const refinements = mapAttributes((attribute) =>
    [...new Set(read.get(attribute))].flatMap((value): Refinement | [] => {
      if (attribute === 'country') return countryCode(value) || value;
      if (attribute !== 'year') return value;
      const refinement = textToRefinement(attribute, value.toLowerCase());
      if (typeof refinement !== 'string' || YEAR.test(refinement)) return refinement;
      unread.push(value);
      return [];
    }),
  );
  const isBuiltIn = (name: string) => attributes.includes(name as BuiltInAttribute);
  for (const [name, {length}] of read) if (!length || !(isBuiltIn(name) || isOwnName(name))) unread.push(`${name}:`);
  const own = [...read].filter(([name, {length}]) => length && isOwnName(name));
  const ownRefinements = own.map(([name, texts]) => [name, readTexts(name, texts)] as const);
  return {refinements: {...refinements, ...Object.fromEntries(ownRefinements)}, unread};
}
