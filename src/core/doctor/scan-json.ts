/** What a document should have gone on with where it is not JSON. */
export type Expected = 'value' | 'name' | 'colon' | 'comma' | 'end' | 'text' | 'escape';

/** Where a document stops being JSON. */
export interface JsonStop {
  /** Of the first character that does not belong there; the length of the text where it is cut off. */
  readonly offset: number;
  readonly expected: Expected;
  /** Where the value, the name or the sign before it begins; -1 where it is the first. */
  readonly before: number;
  /** The keys that lead to the value that it is in; of one that is deep down, the first of them. */
  readonly path: readonly (string | number)[];
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
// what a text cannot have as it is, and its end
const SPECIAL = /["\\\0-\x1f]/g;

/**
 * Walks through JSON (RFC 8259), as deep and as long as it may be, and tells where each value begins. `path` holds the keys that lead
 * to it, and is used again for the next. Null where all of it is JSON.
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
  /** A text in quotes; what is wrong with it where it is none. */
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
  const stop = (expected: Expected): JsonStop => ({offset: at, expected, before, path: path.slice(0, 30)});

  /** The name of a member and its colon, at the end of which its value begins. */
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
    // what has ended; then what the next value is called
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
