// Filters as `scope` and `preset` write them: `country:ES topic:education,youth city:"San Sebastián"`.
import {readRefinements} from '../../../src/core/state/refinement-syntax.js';
import {refinementToText} from '../../../src/core/state/search-state.js';

/** A value with a space, a comma, a colon or a quote is in quotes. */
const write = (value) => (/^[^\s,:"“”„«»]+$/.test(value) ? value : `"${value}"`);

/**
 * Writes filters. Values that have a quote are left out, because the syntax has no way to write one.
 * @param {import('../../../src/core/state/search-state.js').Refinements} refinements
 * @returns {{text: string, left: string[]}} `left`: the values that were left out
 */
export function writeRefinements(refinements) {
  const left = [];
  const words = [];
  for (const [name, chosen] of Object.entries(refinements)) {
    const texts = chosen.map(refinementToText);
    const isPossible = (text) => !/["“”„«»]/.test(text);
    left.push(...texts.filter((text) => !isPossible(text)));
    const values = texts.filter(isPossible).map(write);
    if (values.length) words.push(`${name}:${values.join(',')}`);
  }
  return {text: words.join(' '), left};
}

/** Adds filters to a `scope`. Where both name an attribute, the new values count. */
export function addToScope(scope, refinements) {
  const before = readRefinements(scope).refinements;
  const chosen = Object.entries(refinements).filter(([, values]) => values.length);
  return writeRefinements({...before, ...Object.fromEntries(chosen)});
}
