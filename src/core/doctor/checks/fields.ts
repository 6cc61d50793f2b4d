import {fieldOf} from '../../feed/formats/field-names.js';
import {recordFields} from '../../feed/formats/native-json.js';
import {isObject, pointerTo, toItems, valueAt, type Item} from '../../feed/json-value.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/** The names that a feed of our own format has. */
export const feedFields: readonly string[] =
  '$schema version title language license updated topics synonyms practices texts next_url'.split(' ');

/** Names in JSON that are not known, neither as ours nor as another for it: what stands under them is not shown. */
export const checkFields: Check = ({document, raw}) => {
  const records = toItems({value: valueAt(document, raw.pointer), pointer: raw.pointer});
  const feed = raw.pointer === '/practices' ? [{value: document, pointer: ''}] : [];
  return [...toDoubts(tally(feed, feedFields), feedFields), ...toDoubts(tally(records, recordFields), recordFields)];
};

type Tally = ReadonlyMap<string, {readonly pointer: string; readonly count: number}>;

/** The names that are not known, where each stands first and how often. */
function tally(items: readonly Item[], known: readonly string[]): Tally {
  const names = new Map<string, {pointer: string; count: number}>();
  for (const {pointer, value} of items) {
    for (const name of isObject(value) ? Object.keys(value) : []) {
      // in these a record of another format has its fields, beside what its database says of it
      if (isInner(name, value)) continue;
      // what begins so is the feed's own, and says that it knows
      if (known.includes(name) || (known === recordFields && fieldOf(name)) || /^(?:x-|_|@|\$)/.test(name)) continue;
      const before = names.get(name);
      if (before) before.count++;
      else if (names.size < 100) names.set(name, {pointer: pointerTo(pointer, name), count: 1});
    }
  }
  return names;
}

const isInner = (name: string, record: unknown) =>
  /^(?:fields|attributes|properties|node|createdTime)$/.test(name) && isObject(record) && !('title' in record);

function toDoubts(names: Tally, known: readonly string[]): Issue[] {
  return [...names].map(([name, {count, pointer}]) => {
    const meant = nearest(name, known);
    return meant
      ? {code: 'misspelt-field', pointer, message: `“${name}” is unknown: is “${meant}” meant?`, count}
      : {code: 'unknown-field', pointer, message: `“${name.slice(0, 60)}” is unknown: it is not shown.`, count};
  });
}

/** The known name that differs in case, in the order of its letters, or by one edit; two edits in long names. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return known.find((field) => {
    const other = field.toLowerCase();
    const allowed = field.length < 4 ? 0 : field.length < 7 ? 1 : 2;
    if (Math.abs(name.length - field.length) > allowed) return false;
    return distance(lower, other) <= allowed || (allowed > 0 && lettersOf(lower) === lettersOf(other));
  });
}

const lettersOf = (name: string) => [...name].sort().join('');

/** How many letters must be changed, put in or taken out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let k = 0; k < b.length; k++) {
      next.push(Math.min(next[k]! + 1, row[k + 1]! + 1, row[k]! + Number(a[i] !== b[k])));
    }
    row = next;
  }
  return row[b.length]!;
}
