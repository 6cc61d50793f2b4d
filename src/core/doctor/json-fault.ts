import {scanJson, type JsonStop} from './scan-json.js';

/** The reason why a document is not JSON. */
export type JsonFaultCode =
  | 'empty-document'
  | 'cut-off'
  | 'trailing-comma'
  | 'extra-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'wrong-quotes'
  | 'unquoted-name'
  | 'quote-in-text'
  | 'line-break-in-text'
  | 'control-in-text'
  | 'bad-escape'
  | 'wrong-bracket'
  | 'comment'
  | 'invisible-character'
  | 'not-a-value'
  | 'more-after-end'
  | 'script-around'
  | 'unexpected-character';

export interface JsonFault {
  readonly code: JsonFaultCode;
  readonly message: string;
  /** The offset in the text. */
  readonly offset: number;
  readonly path: readonly (string | number)[];
}

const INVISIBLE =
  /^[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;
const QUOTE = /^['`\u2018-\u201f\u00ab\u00bb\u2039\u203a\u201e\uff02\uff07]/;

/** Finds the place where a text stops being JSON, and the probable mistake; null if it is JSON. */
export function findJsonFault(text: string): JsonFault | null {
  const stop = scanJson(text);
  return stop && explainStop(text, stop);
}

/** The probable mistake at the place where a text stops being JSON. */
export function explainStop(text: string, stop: JsonStop): JsonFault {
  const [code, message, offset = stop.offset] = explain(text, stop);
  return {code, message, offset, path: stop.path};
}

type Explanation = [code: JsonFaultCode, message: string, offset?: number];

function explain(text: string, stop: JsonStop): Explanation {
  const {before, expected, offset} = stop;
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const rest = text.slice(offset, offset + 40);
  if (expected === 'text') return explainText(text, stop);
  if (expected === 'escape')
    return ['bad-escape', `A backslash in a text is followed by “${text[offset + 1] ?? ''}”, which has no meaning.`];
  if (offset >= text.length) {
    return before < 0
      ? ['empty-document', 'The document is empty.']
      : ['cut-off', 'The document is cut off: its end is missing.'];
  }
  if (INVISIBLE.test(char)) {
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return ['invisible-character', `An invisible character (U+${code}) is between the values.`];
  }
  if (/^(?:\/[/*]|#)/.test(rest)) return ['comment', 'This is a comment. JSON does not allow comments.'];
  if (expected === 'end')
    return ['more-after-end', `The document ends here, but more text follows: “${oneLine(rest)}”.`];
  if (before < 0 && /^[\w.$]+\s*[(=]/.test(rest))
    return ['script-around', `A script surrounds the JSON. It begins with “${oneLine(rest)}”.`];
  if (expected === 'comma') return explainMissing(text, stop, char);
  if (QUOTE.test(char)) return ['wrong-quotes', `A text begins with ${char} instead of ".`];
  if (text[before] === ',' && /[}\]]/.test(char))
    return ['trailing-comma', `There is a comma after the last value, before ${char}.`, before];
  if (char === ',') return ['extra-comma', 'There is a comma where a value should be.'];
  if (expected === 'colon')
    return ['missing-colon', `A colon is missing between a name and its value, before “${oneLine(rest)}”.`];
  const word = /^[\p{L}\w$.+-]+/u.exec(rest)?.[0];
  if (word && expected === 'name') return ['unquoted-name', `The name ${word} is not in quotes.`];
  if (word) return ['not-a-value', `${word} is not a valid JSON value.`];
  return ['unexpected-character', `“${char}” is not allowed here.`];
}

/** A text with a character that JSON does not allow, or without an end. */
function explainText(text: string, {before, offset}: JsonStop): Explanation {
  const start = oneLine(text.slice(before + 1, Math.min(offset, before + 41)));
  if (offset >= text.length) return ['cut-off', `The text that begins with “${start}” is never closed.`, before];
  if (/[\n\r]/.test(text[offset]!)) return ['line-break-in-text', `There is a line break within the text “${start}…”.`];
  const name = text[offset] === '\t' ? 'A tab' : 'A control character';
  return ['control-in-text', `${name} is in the text “${start}…”.`];
}

/** After a value, neither a comma nor the closing bracket follows. */
function explainMissing(text: string, {before, offset, path}: JsonStop, char: string): Explanation {
  if (/[}\]]/.test(char)) {
    const other = char === '}' ? ']' : '}';
    return ['wrong-bracket', `There is ${char} where ${other} or a comma should be.`];
  }
  const isInList = typeof path.at(-1) === 'number';
  if (!isInList && char === '{') return ['wrong-bracket', 'There is { where } or a comma should be.'];
  if (isInList && /^"[^"\n]*"\s*:/.test(text.slice(offset, offset + 200)))
    return ['wrong-bracket', 'There is a name in a list: ] is missing before it.'];
  const value = text.slice(before, offset);
  const gap = value.slice(value.trimEnd().length);
  const isOnLine = !/[\n\r]/.test(gap);
  if (text[before] === '"' && isOnLine && (/[^"{[:]/.test(char) || (char === '"' && !gap)))
    return ['quote-in-text', `A text ends here, but goes on with “${oneLine(text.slice(offset, offset + 20))}”.`];
  if (/["{[\dtfn-]/.test(char)) return ['missing-comma', 'A comma is missing before this value.'];
  return ['unexpected-character', `There is “${char}” where a comma or a bracket should be.`];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
