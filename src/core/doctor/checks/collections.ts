import {toFields, toItems, type Item} from '../../feed/json-value.js';
import {MAX_COLLECTIONS} from '../../feed/normalize/collections.js';
import {cleanId} from '../../feed/normalize/practice-id.js';
import type {Check, CheckInput} from '../check-input.js';
import type {Issue} from '../report.js';

const idOf = (item: Item): string => cleanId(item, {language: '', warn: () => {}});

/**
 * Collections with practices that the feed lacks or that they have twice. Another page of the feed
 * may have the practices that this one lacks.
 */
export const checkCollections: Check = (input) => {
  const {raw} = input;
  const known = raw.next ? null : knownIds(input);
  return toItems({value: raw.collections, pointer: '/collections'}, MAX_COLLECTIONS.collections).flatMap((item) => {
    const field = toFields(item);
    return field ? checkCollection(idOf(field('id')), field('practices'), known) : [];
  });
};

/** The ids of the practices, and those that their records give: several records may give the same. */
function knownIds({feed, raw}: CheckInput): ReadonlySet<string> {
  const given = raw.records
    .map((value) => toFields({value, pointer: ''}))
    .map((field) => (field ? idOf(field('id')) : ''));
  return new Set([...feed.practices.map(({id}) => id), ...given].filter(Boolean));
}

/** `known` is null if nobody knows all ids. */
function checkCollection(name: string, practices: Item, known: ReadonlySet<string> | null): Issue[] {
  const report = (code: Issue['code'], pointer: string, what: string): Issue => {
    return {code, pointer, message: `The collection “${name}” ${what}.`, count: 1};
  };
  const items = toItems(practices, MAX_COLLECTIONS.practices);
  const ids = items.map(idOf);
  if (known && ids.length && !ids.some((id) => known.has(id)))
    return [report('empty-collection', practices.pointer, 'has no practice of this feed')];
  return ids.flatMap((id, i) => {
    const pointer = items[i]!.pointer;
    if (ids.indexOf(id) < i) return report('listed-twice', pointer, `has the practice “${id}” twice`);
    return known && !known.has(id)
      ? report('missing-practice', pointer, `names “${id}”, but no practice has this id`)
      : [];
  });
}
