import {pointerTo, toItems, type Item} from '../json-value.js';
import {readText, type TextContext} from './text.js';

/** The most groups, and terms in each: a feed adds its own words, not a dictionary. */
export const MAX_SYNONYMS = {groups: 500, terms: 20} as const;

/**
 * Reads groups of terms that mean the same: `[["KiTa", "nursery"], …]`. Those beyond the limits are
 * left out, with a warning.
 */
export function readSynonyms(item: Item, context: TextContext): readonly (readonly string[])[] {
  const {groups, terms} = MAX_SYNONYMS;
  const {warn} = context;
  const warnIfLonger = (list: unknown, pointer: string, max: number, what: string) => {
    if (Array.isArray(list) && list.length > max)
      warn('too-many-synonyms', {value: list.length, pointer}, `the first ${max} ${what} were read`);
  };

  /**
   * Files of words separate terms by commas and mark some with `~`, so no term may contain either.
   */
  function readTerms(term: Item): string[] {
    const text = readText(term, context, 'synonym');
    if (text.includes(',')) warn('bad-synonyms', {...term, value: text}, 'read as several terms');
    return text
      .replaceAll('~', ' ')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  }

  function readGroup({value, pointer}: Item): string[][] {
    warnIfLonger(value, pointer, terms, 'terms');
    const found = Array.isArray(value) ? toItems({value, pointer}, terms).flatMap(readTerms).slice(0, terms) : [];
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
