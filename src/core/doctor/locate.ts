import {createLines, type TextPosition} from '../text/lines.js';
import {csvRowOffsets} from './csv-offsets.js';
import {jsonOffsets} from './json-offsets.js';

/** Where in a document a pointer leads. */
export type Locate = (pointer: string) => TextPosition;

export const NOWHERE: TextPosition = {line: 0, column: 0};

/** Whether a text is meant to be JSON. */
export const looksLikeJson = (text: string) => /^\s*[[{]/.test(text);

/** Finds pointers in JSON, and the rows of a table that the records at `recordsAt` come from; in other documents nothing. */
export function createLocator(text: string, pointers: readonly string[], records: number): Locate {
  // what parses may have white space around it that JSON does not know
  const start = text.length - text.trimStart().length;
  const toPosition = createLines(text);
  if (looksLikeJson(text)) {
    const offsets = jsonOffsets(text.slice(start), pointers);
    return (pointer) => toPosition(start + offsets.get(pointer)!);
  }
  if (text.startsWith('<', start)) return () => NOWHERE;
  // whatever stands above the table, its records are its last rows
  const rows = csvRowOffsets(text).slice(-records);
  return (pointer) => {
    const offset = rows[Number(/^\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    return offset === undefined ? NOWHERE : toPosition(offset);
  };
}
