import {isObject, pointerTo} from '../../feed/json-value.js';
import type {Doubt} from '../report.js';
import type {Check} from '../subject.js';

/** The names that a record of our own format has. */
export const recordFields: readonly string[] =
  'id title titleLang city country location period years year topics summary sections url image links contact details'.split(
    ' ',
  );

/** Names in records that the format does not know: what stands under them is not shown. */
export const checkFields: Check = ({raw}) => {
  const unknown = new Map<string, {pointer: string; count: number}>();
  for (const [i, record] of raw.records.entries()) {
    if (!isObject(record)) continue;
    for (const name of Object.keys(record)) {
      // what begins so is the feed's own, and says that it knows
      if (recordFields.includes(name) || /^(?:x-|_|\$)/.test(name)) continue;
      const known = unknown.get(name);
      if (known) known.count++;
      else if (unknown.size < 100) unknown.set(name, {pointer: pointerTo(pointerTo(raw.pointer, i), name), count: 1});
    }
  }
  return [...unknown].map(([name, {count, pointer}]): Doubt => {
    const meant = nearest(name);
    return meant
      ? {code: 'misspelt-field', pointer, message: `“${name}” is unknown: is “${meant}” meant?`, count}
      : {code: 'unknown-field', pointer, message: `“${name.slice(0, 60)}” is unknown: it is not shown.`, count};
  });
};

/** The known name that differs in case or by one edit; two edits in long names. */
function nearest(name: string): string | undefined {
  const lower = name.toLowerCase();
  return recordFields.find((field) => {
    const allowed = field.length < 4 ? 0 : field.length < 7 ? 1 : 2;
    return Math.abs(name.length - field.length) <= allowed && distance(lower, field.toLowerCase()) <= allowed;
  });
}

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
