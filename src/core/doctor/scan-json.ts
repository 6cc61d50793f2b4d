/** What JSON would need at the place where it stops. */
export type Expected = 'value' | 'name' | 'colon' | 'comma' | 'end' | 'text' | 'escape';

/** The place where a document stops being JSON. */
export interface JsonStop {
  /** The first wrong character; the length of the text if it is cut off. */
  readonly offset: number;
  readonly expected: Expected;
  /** The offset of the value, name or sign before it; -1 if there is none. */
  readonly before: number;
  /** The first keys of the path to the value that contains it. */
  readonly path: readonly (string | number)[];
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
// What ends a text, and what JSON does not allow in it.
const SPECIAL = /["\\\0-\x1f]/g;

/** Keys of a path in a message. */
const MAX_PATH_LENGTH = 30;

/**
 * Walks through JSON (RFC 8259) of any depth and length, and reports where each value begins.
 * `path` has the keys of the value; it is reused for the next one. Null if all of the text is JSON.
 */
export function scanJson(
  text: string,
  onValue: (path: readonly (string | number)[], offset: number) => void = () => {},
): JsonStop | null {
  const path: (string | number)[] = [];
  const isObject: boolean[] = [];
  let at = 0;
  let before = -1;
  const match = (token: RegExp) => {
    token.lastIndex = at;
    if (!token.test(text)) return false;
    before = at;
    at = token.lastIndex;
    return true;
  };
  const skip = () => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  };
  const sign = (char: string) => {
    if (text[at] !== char) return false;
    before = at++;
    return true;
  };
  /** Reads a text in quotes. Returns what is missing. */
  const quoted = (): Expected | null => {
    const start = at++;
    for (;;) {
      SPECIAL.lastIndex = at;
      at = SPECIAL.test(text) ? SPECIAL.lastIndex - 1 : text.length;
      before = start;
      if (text[at] === '"') break;
      if (text[at] !== '\\') return 'text';
      if (!match(ESCAPE)) return 'escape';
    }
    before = start;
    at++;
    return null;
  };
  const stop = (expected: Expected): JsonStop => ({offset: at, expected, before, path: path.slice(0, MAX_PATH_LENGTH)});

  /** Reads the name of a member and its colon. Returns what is missing. */
  const member = (): Expected | null => {
    skip();
    const start = at;
    if (text[at] !== '"') return 'name';
    const fault = quoted();
    if (fault) return fault;
    path[path.length - 1] = JSON.parse(text.slice(start, at)) as string;
    skip();
    return sign(':') ? null : 'colon';
  };

  for (;;) {
    skip();
    onValue(path, at);
    let isOpen = false;
    if (text[at] === '"') {
      const fault = quoted();
      if (fault) return stop(fault);
    } else if (text[at] === '{' || text[at] === '[') {
      isObject.push(text[at] === '{');
      path.push(0);
      before = at++;
      skip();
      isOpen = text[at] !== (isObject.at(-1) ? '}' : ']');
      const fault = isOpen && isObject.at(-1) ? member() : null;
      if (fault) return stop(fault);
    } else if (!match(WORD) && !match(NUMBER)) return stop('value');
    // Close what ends here. Then read the name of the next value.
    while (!isOpen) {
      skip();
      if (!isObject.length) return at < text.length ? stop('end') : null;
      if (sign(isObject.at(-1) ? '}' : ']')) {
        isObject.pop();
        path.pop();
        continue;
      }
      if (!sign(',')) return stop('comma');
      if (!isObject.at(-1)) path[path.length - 1] = (path.at(-1) as number) + 1;
      const fault = isObject.at(-1) ? member() : null;
      if (fault) return stop(fault);
      isOpen = true;
    }
  }
}
