import {fieldOf} from '../../feed/formats/field-names.js';
import {recordFields} from '../../feed/formats/native-json.js';
import {isObject, pointerTo, toItems, valueAt, type Item} from '../../feed/json-value.js';
import {editDistance} from '../../text/edit-distance.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/** The fields of a feed in our own format. */
export const feedFields: readonly string[] =
  '$schema version title language license updated topics facets synonyms collections examples feeds practices texts next_url'.split(
    ' ',
  );

/**
 * Field names in JSON that are neither ours nor other names for ours. Their values are not shown.
 */
export const checkFields: Check = ({document, isOwnField, raw}) => {
  const records = toItems({value: valueAt(document, raw.pointer), pointer: raw.pointer}, Infinity);
  const feed = raw.pointer === '/practices' ? [{value: document, pointer: ''}] : [];
  const unknown = [...tally(records, recordFields)].filter(([name]) => !isOwnField(name));
  return [...toIssues(tally(feed, feedFields), feedFields), ...toIssues(new Map(unknown), recordFields)];
};

/** Names that have a finding of their own. */
const MAX_NAMES = 100;

type Tally = ReadonlyMap<string, {readonly pointer: string; readonly count: number}>;

/** The unknown names, each with its first place and how many there are. */
function tally(items: readonly Item[], known: readonly string[]): Tally {
  const names = new Map<string, {pointer: string; count: number}>();
  for (const {pointer, value} of items) {
    for (const name of isObject(value) ? Object.keys(value) : []) {
      // Records of other formats have their fields in these objects, beside those of the database.
      if (isInner(name, value) || isMeant(name, known)) continue;
      const before = names.get(name);
      if (before) before.count++;
      else if (names.size < MAX_NAMES) names.set(name, {pointer: pointerTo(pointer, name), count: 1});
    }
  }
  return names;
}

/** Whether a name is known, or meant to be unknown. */
const isMeant = (name: string, known: readonly string[]) =>
  known.includes(name) || (known === recordFields && fieldOf(name) !== undefined) || /^(?:x-|_|@|\$)/.test(name);

const isInner = (name: string, record: unknown) =>
  /^(?:fields|attributes|properties|node|createdTime)$/.test(name) && isObject(record) && !('title' in record);

function toIssues(names: Tally, known: readonly string[]): Issue[] {
  return [...names].map(([name, {count, pointer}]) => {
    const meant = nearest(name, known);
    return meant
      ? {code: 'misspelt-field', pointer, message: `“${name}” is unknown. Did you mean “${meant}”?`, count}
      : {code: 'unknown-field', pointer, message: `“${name.slice(0, 60)}” is unknown. It is not shown.`, count};
  });
}

/**
 * The known name that differs in case, in the order of letters, or by one edit (in long names,
 * two).
 */
function nearest(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return known.find((field) => {
    const other = field.toLowerCase();
    const allowed = field.length < 4 ? 0 : field.length < 7 ? 1 : 2;
    if (Math.abs(name.length - field.length) > allowed) return false;
    return editDistance(lower, other) <= allowed || (allowed > 0 && lettersOf(lower) === lettersOf(other));
  });
}

const lettersOf = (name: string) => [...name].sort().join('');

/**
 * The fields of a record in our own format, with misspelt names corrected. A name is kept if
 * the record has the correct one too.
 */
export function correctNames(record: unknown): unknown {
  if (!isObject(record)) return record;
  const names = Object.keys(record);
  const correct = (name: string) => {
    const meant = isInner(name, record) || isMeant(name, recordFields) ? undefined : nearest(name, recordFields);
    return meant && !names.includes(meant) ? meant : name;
  };
  return Object.fromEntries(names.map((name) => [correct(name), record[name]]));
}
