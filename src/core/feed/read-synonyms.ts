import {pointerTo, toItems, type Item} from './json-value.js';
import {asLine, readText, type Wording} from './read-text.js';

/** So many groups, terms in each and letters in a term are read: a feed adds its own words, not a dictionary. */
export const MAX_SYNONYMS = {groups: 500, terms: 20, letters: 60} as const;

/** A term may be in no list that is separated by commas, and is shown if nothing marks it. */
const asTerm = (text: string) =>
  asLine(text)
    .replace(/[,~\s]+/g, ' ')
    .trim();

/** Reads groups of terms that mean the same: `[["KiTa", "nursery"], …]`. What is beyond the limits is left out, with a warning. */
export function readSynonyms(item: Item, wording: Wording): readonly (readonly string[])[] {
  const {groups, letters, terms} = MAX_SYNONYMS;
  const {warn} = wording;
  const warnIfLonger = (list: unknown, pointer: string, max: number, what: string) => {
    if (Array.isArray(list) && list.length > max)
      warn('too-many-synonyms', {value: list.length, pointer}, `the first ${max} ${what} were read`);
  };

  function readTerm(term: Item): string[] {
    const text = readText(term, wording, 'name', asTerm);
    if (text.length <= letters) return text ? [text] : [];
    warn('text-too-long', term);
    return [];
  }

  function readGroup({value, pointer}: Item): string[][] {
    warnIfLonger(value, pointer, terms, 'terms');
    const found = Array.isArray(value) ? toItems({value, pointer}, terms).flatMap(readTerm) : [];
    if (found.length > 1) return [found];
    warn('bad-synonyms', {value, pointer});
    return [];
  }

  if (item.value === undefined || item.value === null) return [];
  if (!Array.isArray(item.value)) {
    warn('bad-synonyms', item);
    return [];
  }
  warnIfLonger(item.value, item.pointer, groups, 'groups');
  return item.value
    .slice(0, groups)
    .flatMap((value: unknown, i) => readGroup({value, pointer: pointerTo(item.pointer, i)}));
}
