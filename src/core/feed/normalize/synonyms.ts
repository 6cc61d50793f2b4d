import {toItems, type Item} from '../json-value.js';
import {readList, readText, warnIfLonger, type TextContext} from './text.js';

/** The most groups, and terms in each: a feed adds its own words, not a dictionary. */
export const MAX_SYNONYMS = {groups: 500, terms: 20} as const;

/**
 * Reads groups of terms that mean the same: `[["KiTa", "nursery"], …]`. Those beyond the limits are
 * left out, with a warning.
 */
export function readSynonyms(item: Item, context: TextContext): readonly (readonly string[])[] {
  const {groups, terms} = MAX_SYNONYMS;
  const {warn} = context;

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

  function readGroup(group: Item): string[][] {
    warnIfLonger(group, terms, 'too-many-synonyms', warn, 'terms');
    const found = Array.isArray(group.value) ? toItems(group, terms).flatMap(readTerms).slice(0, terms) : [];
    if (found.length > 1) return [found];
    warn('bad-synonyms', group);
    return [];
  }

  const codes = {bad: 'bad-synonyms', tooMany: 'too-many-synonyms', what: 'groups'} as const;
  return readList(item, groups, codes, warn).flatMap(readGroup);
}
