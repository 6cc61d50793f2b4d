import type {Sliced} from '../time-slicing.js';
import {explainStop, type JsonFault} from './json-fault.js';
import {scanJson, type JsonStop} from './scan-json.js';

/** JSON that was made of a document that is almost JSON. */
export interface RepairedJson {
  readonly text: string;
  /** What was wrong, in the order of the document. Empty if nothing was. */
  readonly faults: readonly JsonFault[];
}

/** A document with more mistakes than this was not meant as JSON. */
const MAX_FAULTS = 1000;

/**
 * Corrects mistakes whose correction is plain, such as a missing comma. Null if the document cannot
 * be corrected without a guess.
 */
export function* repairJsonSliced(text: string): Sliced<RepairedJson | null> {
  const faults: JsonFault[] = [];
  let repaired = text.trim();
  for (let stop = scanJson(repaired); stop; stop = scanJson(repaired)) {
    const fault = explainStop(repaired, stop);
    const next = correct(repaired, stop, fault);
    if (next === null || next === repaired || faults.length === MAX_FAULTS) return null;
    faults.push(fault);
    repaired = next;
    yield;
  }
  return {text: repaired, faults};
}

const replace = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end);
const insert = (text: string, offset: number, added: string) => replace(text, offset, offset, added);

/** The document without one of its mistakes; null if only a guess would help. */
function correct(text: string, stop: JsonStop, {code, offset}: JsonFault): string | null {
  const char = text[offset] ?? '';
  const rest = text.slice(offset);
  switch (code) {
    case 'trailing-comma':
    case 'extra-comma':
      return replace(text, offset, offset + 1, '');
    case 'missing-comma':
      // 007 is not three numbers.
      return /\d/.test(char) && /\d/.test(text[offset - 1] ?? '') ? null : insert(text, offset, ',');
    case 'missing-colon':
      return insert(text, offset, ':');
    case 'unquoted-name':
    case 'not-a-value':
      return offset ? quoteWord(text, offset, rest) : null;
    case 'wrong-quotes':
      return correctQuotes(text, offset, rest);
    case 'quote-in-text':
      // The mark that ended the text belongs to it.
      return insert(text, text.slice(0, stop.offset).trimEnd().length - 1, '\\');
    case 'line-break-in-text':
      return correctLineBreak(text, offset);
    case 'control-in-text':
      return replace(text, offset, offset + 1, char === '\t' ? '\\t' : ' ');
    case 'bad-escape':
      // JavaScript writes \' where JSON needs no backslash.
      return text[offset + 1] === "'" ? replace(text, offset, offset + 1, '') : insert(text, offset, '\\');
    case 'invisible-character':
      return replace(text, offset, offset + 1, ' ');
    case 'comment':
      return text.slice(0, offset) + rest.replace(/^(?:\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#)[^\n\r]*)/, '');
    case 'script-around':
      return text.slice(offset + rest.search(/[[{]/));
    case 'more-after-end':
      return endDocument(text, offset, rest);
    case 'wrong-bracket':
      return correctBracket(text, offset, char);
    case 'cut-off':
      return complete(text, stop);
    default:
      return null;
  }
}

/** Words of other languages that JSON has under another name. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
]);

function quoteWord(text: string, offset: number, rest: string): string | null {
  const word = /^[\p{L}\w$.+-]+(?: [\p{L}\w$.+-]+)*/u.exec(rest)?.[0];
  return word ? replace(text, offset, offset + word.length, WORDS.get(word) ?? JSON.stringify(word)) : null;
}

const CLOSING: Readonly<Record<string, string>> = {'“': '”“"', '„': '“”"', '«': '»', '‘': '’‘', '‹': '›', '`': "`'"};

/** A text between other quotation marks ends at the mark that a colon, a comma or a bracket follows. */
function correctQuotes(text: string, offset: number, rest: string): string | null {
  const closing = CLOSING[rest[0]!] ?? rest[0]!;
  for (let end = 1; end < rest.length && !/[\n\r]/.test(rest[end]!); end++)
    if (closing.includes(rest[end]!) && /^\s*(?:[:,}\]]|$)/.test(rest.slice(end + 1, end + 100))) {
      const inner = rest
        .slice(1, end)
        .replaceAll("\\'", "'")
        .replace(/(?<!\\)"/g, '\\"');
      return replace(text, offset, offset + end + 1, `"${inner}"`);
    }
  return null;
}

/** Either the closing mark is missing, or the line break belongs to the text. */
function correctLineBreak(text: string, offset: number): string {
  const rest = text.slice(offset);
  const next = /^\s*(?:"[^"\n\r]*"\s*:|[}\]])/.test(rest);
  if (!next) return replace(text, offset, offset + (rest.startsWith('\r\n') ? 2 : 1), '\\n');
  const line = text.slice(0, offset).trimEnd();
  return insert(text, line.endsWith(',') ? line.length - 1 : line.length, '"');
}

/** Leaves out brackets that close nothing, and makes a list of several documents. */
function endDocument(text: string, offset: number, rest: string): string | null {
  if (/^[\s)\];}]*$/.test(rest)) return text.slice(0, offset);
  return text.startsWith('{') && /^,?\s*\{/.test(rest) ? `[${text}` : null;
}

function correctBracket(text: string, offset: number, char: string): string | null {
  if (char === '{') return insert(text, offset, '},');
  return /[}\]]/.test(char) ? insert(text, offset, char === '}' ? ']' : '}') : null;
}

/** A regular expression would need quadratic time. */
function withoutLastBackslashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\\') end--;
  return text.slice(0, end);
}

/** Closes what is open where a document is cut off. */
function complete(text: string, {before, expected, path}: JsonStop): string | null {
  const open = text[before];
  switch (expected) {
    case 'text':
      return `${withoutLastBackslashes(text)}"`;
    case 'escape':
      return text.replace(/\\(?:u[\da-fA-F]*)?$/, '');
    case 'colon':
      return `${text}:`;
    case 'comma':
      return text + (typeof path.at(-1) === 'number' ? ']' : '}');
    default:
      if (open === ',') return text.slice(0, before);
      if (open === ':') return `${text} null`;
      return open === '[' ? `${text}]` : open === '{' ? `${text}}` : null;
  }
}
