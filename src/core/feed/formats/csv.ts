import {textPosition} from '../../text/position.js';
import {FeedError} from '../feed-error.js';
import type {RawFeed} from '../raw-feed.js';
import {fieldOf} from './field-names.js';
import {toRecord} from './to-record.js';

const SEPARATORS = [',', ';', '\t', '|'];
/** The row of names is among so many: titles, authors and dates may stand above it. */
const MAX_HEAD = 10;
// What our own table writes before a cell that a spreadsheet would take for a formula.
const FORMULA_MARK = /^'(?=['\s]*[=+\-@＝＋－＠\t\r])/;

/** Reads a table with a row of names, as spreadsheets save it: with commas, semicolons, tabs or bars between the cells. */
export function readCsv(content: unknown, address: string): RawFeed {
  const text = typeof content === 'string' ? content : '';
  const {names, row, separator, score} = findBestHead(text, address);
  if (score) {
    const records = [...parseCsv(text, separator, address)]
      .slice(row + 1)
      .filter((cells) => cells.some((cell) => cell.trim()))
      .map((cells) =>
        toRecord(cells.slice(0, names.length).map((cell, i) => [names[i]!, cell.replace(FORMULA_MARK, '')])),
      );
    return {address, records, pointer: ''};
  }
  const [first = ''] = text.trim().split(/[\r\n]/, 1);
  throw new FeedError(
    'not-a-feed',
    `${address} is not JSON, XML or a table with a column “title”. It begins with “${first.slice(0, 100)}”.`,
  );
}

/** The row of names that makes the most of a table. */
export const findBestHead = (text: string, address: string): Head =>
  SEPARATORS.map((separator) => findHead(text, separator, address)).sort((a, b) => b.score - a.score)[0]!;

interface Head {
  readonly separator: string;
  readonly row: number;
  readonly names: readonly string[];
  /** How many of the names are known; 0 where none of them is that of a title. */
  readonly score: number;
}

/** The row of names, if this is what separates them. */
function findHead(text: string, separator: string, address: string): Head {
  let best: Head = {separator, row: 0, names: [], score: 0};
  let row = 0;
  try {
    for (const names of parseCsv(text, separator, address)) {
      const fields = new Set(names.map((name) => fieldOf(name)?.field).filter(Boolean));
      // no column is called `{"id"`: this is JSON with something before it
      if (fields.has('title') && fields.size > best.score && !names[0]!.includes('{"'))
        best = {separator, row, names, score: fields.size};
      if (++row === MAX_HEAD) break;
    }
  } catch {
    // with another separator the quotes may be closed; with this one it is said when all is read
  }
  return best;
}

/**
 * The rows of a table (RFC 4180, with any separator and line end). Spaces may stand before a quote, and anything after one. Throws a
 * `FeedError` where a quote is never closed, since it would swallow the rest of the table.
 */
export function* parseCsv(text: string, separator: string, address: string): Generator<string[], void> {
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  const quote = / *"/y;
  let cells: string[] = [];
  for (let at = 0; at < text.length || cells.length;) {
    const start = at;
    let cell = '';
    quote.lastIndex = at;
    if (quote.test(text)) {
      // at the quote that opens; or, of two in a row, which are one quote in a cell, at the second
      at = quote.lastIndex - 1;
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0)
          throw new FeedError(
            'not-a-feed',
            `${address}, ${textPosition(text, start)}: the quotation mark (") that opens here is never closed.`,
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
    yield cells;
    cells = [];
  }
}
