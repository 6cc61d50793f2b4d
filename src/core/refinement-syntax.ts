import {countryCode} from './feed/country.js';
import {attributes, NO_DATE, ONGOING, type Attribute} from './practice.js';
import {distinctRefinements, mapRefinements, type Refinement, type Refinements} from './search-state.js';

const YEAR_RANGE = /^(\d{1,4})?\.\.(\d{1,4})?$/;
const YEAR = new RegExp(`^(?:\\d{1,4}|${ONGOING}|${NO_DATE})$`);
// A comma, a value in quotes (straight, or as an editor curled them), or a word up to white space.
const TOKENS = /(,)|["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s,"“”„«»]+)/g;

/** The way back from `refinementToText`. Years the wrong way round are taken the right way. */
export function textToRefinement(attribute: Attribute, text: string): Refinement {
  const [match, from, to] = (attribute === 'year' && YEAR_RANGE.exec(text)) || [];
  if (!match || !(from ?? to)) return text;
  const range = {from: from ? Number(from) : null, to: to ? Number(to) : null};
  return range.from !== null && range.to !== null && range.from > range.to ? {from: range.to, to: range.from} : range;
}

/**
 * Reads the attributes `scope` and `preset`: `country:ES topic:education,youth city:"San Sebastián","Palma" year:2015..2019`.
 * Countries may be written as in a feed. A word with a colon names an attribute, so a value with a colon after a comma, or one with
 * white space or a comma in it, stands in quotes. What cannot be read is left out and told in `problems`, in plain English.
 */
export function readRefinements(text: string): {refinements: Refinements; problems: string[]} {
  const read = new Map<string, Refinement[]>(attributes.map((attribute) => [attribute, []]));
  const problems: string[] = [];
  let name = '';
  let isEmpty = false;
  let isValueDue = false;

  const take = (value: string) => {
    isEmpty = isValueDue = false;
    const known = name === 'year' ? value.toLowerCase() : name === 'country' ? countryCode(value) || value : value;
    const refinement = textToRefinement(name as Attribute, known);
    if (name === 'year' && refinement === known && !YEAR.test(known)) {
      problems.push(`'${value}' is not a year; write 2015, 2015..2019, ${ONGOING} or ${NO_DATE}`);
    } else if (known) read.get(name)?.push(refinement);
  };
  const close = () => {
    if (isEmpty) problems.push(`a value is missing after '${name}'`);
  };

  for (const [, comma, quoted, word = ''] of text.matchAll(TOKENS)) {
    const colon = word.indexOf(':');
    if (comma) isValueDue = name !== '';
    else if (colon >= 0) {
      close();
      name = word.slice(0, colon).toLowerCase();
      if (!read.has(name)) problems.push(`'${name}' is not an attribute; known are ${attributes.join(', ')}`);
      isEmpty = isValueDue = true;
      if (colon + 1 < word.length) take(word.slice(colon + 1));
    } else if (isValueDue) take(quoted?.trim() ?? word);
    else problems.push(`'${quoted ?? word}' follows no attribute; put a value with spaces in quotes`);
  }
  close();
  return {refinements: mapRefinements((attribute) => distinctRefinements(attribute, read.get(attribute)!)), problems};
}
