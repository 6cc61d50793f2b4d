import {describePosition} from '../../text/position.js';
import {FeedError} from '../feed-error.js';
import type {RawFeed} from '../feed.js';
import {unguardFormulas} from '../formula-guard.js';
import {MAX_FIELDS} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {fieldOf} from './field-names.js';
import {toRecord} from './to-record.js';

const SEPARATORS = [',', ';', '\t', '|'];
/** The row of column names is among the first rows. Titles, authors and dates may be above it. */
const MAX_HEAD_ROWS = 10;
/** An error quotes the beginning of the first line, up to this length. */
const MAX_QUOTE_LENGTH = 100;

/** A row of a table, and the offset in the text where it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly offset: number;
}

/**
 * Reads a table with a row of column names, as spreadsheets save it: separated by commas,
 * semicolons, tabs or bars.
 */
export function readCsv(content: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const text = typeof content === 'string' ? content : '';
  const head = findHead(text);
  if (!head.score) {
    const [first = ''] = text.trim().split(/[\r\n]/, 1);
    throw new FeedError(
      'not-a-feed',
      `${address} is not JSON, XML or a table with a column “title”. It begins with “${first.slice(0, MAX_QUOTE_LENGTH)}”.`,
    );
  }
  const {names} = head;
  const records = [...readRows(text, head, address)].map(({cells}) =>
    toRecord(
      cells.slice(0, names.length).map((cell, i) => [names[i]!, unguardFormulas(cell)]),
      isOwn,
    ),
  );
  return {address, records, pointer: ''};
}

/** The offsets in the text of a table where its records begin. */
export const csvRecordOffsets = (text: string): number[] =>
  [...readRows(text, findHead(text), '')].map(({offset}) => offset);

/** The column names of a table. */
export const csvColumns = (text: string): readonly string[] => findHead(text).names;

/** The columns of a table that have content but no name, as spreadsheets call them: `C`, `AA`. */
export function csvNamelessColumns(text: string): string[] {
  const head = findHead(text);
  const found = new Set<number>();
  for (const {cells} of readRows(text, head, ''))
    cells.slice(0, MAX_FIELDS).forEach((cell, i) => {
      if (cell.trim() && !head.names[i]?.trim()) found.add(i);
    });
  return [...found].sort((a, b) => a - b).map(columnLetters);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const columnLetters = (i: number): string =>
  (i < LETTERS.length ? '' : columnLetters(Math.floor(i / LETTERS.length) - 1)) + LETTERS[i % LETTERS.length]!;

/**
 * The rows below the column names, without empty ones: one after the other, as there may be
 * millions. Throws a `FeedError` if a quote is never closed.
 */
function* readRows(text: string, {row, separator}: Head, address: string): Generator<CsvRow, void> {
  let number = 0;
  for (const each of parseCsv(text, separator, address))
    if (number++ > row && each.cells.some((cell) => cell.trim())) yield each;
}

/** The row of column names. */
interface Head {
  readonly separator: string;
  readonly row: number;
  readonly names: readonly string[];
  /** How many of the names are known; 0 if none is the name of a title. */
  readonly score: number;
}

/** The row, and the separator, with the most names that are known. */
const findHead = (text: string): Head =>
  SEPARATORS.map((separator) => findHeadWith(separator, text)).sort((a, b) => b.score - a.score)[0]!;

function findHeadWith(separator: string, text: string): Head {
  let best: Head = {separator, row: 0, names: [], score: 0};
  let row = 0;
  try {
    for (const {cells} of parseCsv(text, separator, '')) {
      const names = cells.slice(0, MAX_FIELDS);
      const fields = new Set(names.map((name) => fieldOf(name)?.field).filter(Boolean));
      // No column is called `{"id"`: this is JSON with something before it.
      if (fields.has('title') && fields.size > best.score && !names[0]!.includes('{"'))
        best = {separator, row, names, score: fields.size};
      if (++row === MAX_HEAD_ROWS) break;
    }
  } catch {
    // Another separator may close the quotes. If none does, `readRows` reports it.
  }
  return best;
}

/**
 * The rows of a table (RFC 4180, with any separator and line end). Spaces may precede an opening
 * quote, and any text may follow a closing one. Throws a `FeedError` if a quote is never closed,
 * since it would swallow the rest of the table.
 */
export function* parseCsv(text: string, separator: string, address: string): Generator<CsvRow, void> {
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  const quote = / *"/y;
  let cells: string[] = [];
  let offset = 0;
  for (let at = 0; at < text.length || cells.length;) {
    const start = at;
    let cell = '';
    quote.lastIndex = at;
    if (quote.test(text)) {
      // At the opening quote or, of two quotes in a row, which are one quote in a cell, at the
      // second.
      at = quote.lastIndex - 1;
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0)
          throw new FeedError(
            'not-a-feed',
            `${address}, ${describePosition(text, start)}: the quotation mark (") that opens here is never closed.`,
          );
        cell += text.slice(at + 1, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    end.lastIndex = at;
    const next = end.exec(text)?.index ?? text.length;
    cells.push(cell + text.slice(at, next));
    at = next + 1;
    if (text[next] === separator) continue;
    if (text.startsWith('\r\n', next)) at++;
    yield {cells, offset};
    cells = [];
    offset = at;
  }
}
