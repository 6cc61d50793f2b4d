import {keysOf} from './pointer.js';
import {scanJson} from './scan-json.js';

interface Node {
  readonly children: Map<string, Node>;
  offset: number;
}

/**
 * Where in a JSON text the values begin that RFC 6901 pointers lead to; where there is no such value, the one that it should be in.
 * One walk through the text, however many pointers. In what is not JSON it goes as far as it is.
 */
export function jsonOffsets(text: string, pointers: Iterable<string>): ReadonlyMap<string, number> {
  const root: Node = {children: new Map(), offset: 0};
  const wanted = new Set(pointers);
  for (const pointer of wanted) {
    let node = root;
    for (const key of keysOf(pointer)) {
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
    for (const key of keysOf(pointer)) {
      const child = children.get(key);
      // a name that is given twice is read from where it is given last: what was found before that is of the other
      if (!child || child.offset <= offset) break;
      ({children, offset} = child);
    }
    return offset;
  };
  return new Map([...wanted].map((pointer) => [pointer, offsetOf(pointer)]));
}
