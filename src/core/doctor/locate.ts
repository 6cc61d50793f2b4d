import {csvRecordOffsets} from '../feed/formats/csv.js';
import {pointerKeys} from '../feed/json-value.js';
import {createPositionFinder, type TextPosition} from '../text/position.js';
import {scanJson} from './scan-json.js';

/** The place in a document where the value at a pointer begins. */
export type Locate = (pointer: string) => TextPosition;

export const NOWHERE: TextPosition = {line: 0, column: 0};

/** Whether a text is meant to be JSON. */
export const looksLikeJson = (text: string) => /^\s*[[{]/.test(text);

/**
 * Locates pointers: values in JSON, and rows in a table. In other documents every place is
 * `NOWHERE`.
 */
export function createLocator(text: string, pointers: readonly string[], isTable: boolean): Locate {
  const toPosition = createPositionFinder(text);
  if (looksLikeJson(text)) {
    // `parseFeed` accepts white space around the document that JSON does not allow.
    const start = text.length - text.trimStart().length;
    const offsets = jsonOffsets(text.slice(start), pointers);
    return (pointer) => toPosition(start + offsets.get(pointer)!);
  }
  const rows = isTable ? csvRecordOffsets(text) : [];
  return (pointer) => {
    const offset = rows[Number(/^\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    return offset === undefined ? NOWHERE : toPosition(offset);
  };
}

interface Node {
  readonly children: Map<string, Node>;
  offset: number;
}

/**
 * The offsets in a JSON text where the values at RFC 6901 pointers begin. If there is no such
 * value, the offset is that of the value it should be in. Walks through the text once for all
 * pointers. In a text that is not JSON the walk ends at the fault.
 */
export function jsonOffsets(text: string, pointers: Iterable<string>): ReadonlyMap<string, number> {
  const root: Node = {children: new Map(), offset: 0};
  const wanted = new Set(pointers);
  for (const pointer of wanted) {
    let node = root;
    for (const key of pointerKeys(pointer)) {
      const child = node.children.get(key) ?? {children: new Map(), offset: -1};
      node.children.set(key, child);
      node = child;
    }
  }
  scanJson(text, (path, offset) => {
    let node: Node | undefined = root;
    for (const key of path) {
      node = node.children.get(String(key));
      if (!node) return;
    }
    node.offset = offset;
  });
  const offsetOf = (pointer: string) => {
    let {children, offset} = root;
    for (const key of pointerKeys(pointer)) {
      const child = children.get(key);
      // JSON.parse takes the last of two members with one name. What was found before it is in the
      // other member.
      if (!child || child.offset <= offset) break;
      ({children, offset} = child);
    }
    return offset;
  };
  return new Map([...wanted].map((pointer) => [pointer, offsetOf(pointer)]));
}
