import {countryCode} from '../feed/normalize/country.js';
import {attributes, NO_DATE, ONGOING, type Attribute} from '../practice.js';
import {mapAttributes, type Refinement, type Refinements} from './search-state.js';

const RANGE = /^(\d{0,4})\.\.(\d{0,4})$/;
const YEAR = new RegExp(`^(\\d{1,4}|${ONGOING}|${NO_DATE})$`);
// The name of an attribute, a value in quotes (straight, or as an editor curled them), a word, or a comma.
const TOKENS = /([^\s,:"“”„«»]+):|["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s,:"“”„«»]+|,/g;

/** The way back from `refinementToText`. Years the wrong way round are taken the right way. */
export function textToRefinement(attribute: Attribute, text: string): Refinement {
  const [, from, to] = (attribute === 'year' && RANGE.exec(text)) || [];
  if (!from && !to) return text;
  if (from && to && +from > +to) return {from: +to, to: +from};
  return {from: from ? +from : null, to: to ? +to : null};
}

/**
 * Reads the attributes `scope` and `preset`: `country:ES topic:education,youth city:"San Sebastián","Palma" year:2015..2019`.
 * Countries may be written as in a feed. A value with white space, a comma or a colon in it stands in quotes. What cannot be read
 * is left out and given back as `unread`: words that follow no attribute, years that are none, names that are no attribute's or
 * have no value. A quote that is not closed goes to the end, and is given back as well.
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
  for (const [name, {length}] of read) if (!length || !attributes.includes(name as Attribute)) unread.push(`${name}:`);
  return {refinements, unread};
}
