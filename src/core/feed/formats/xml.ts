import {decodeEntities} from '../../text/html-text.js';
import {describePosition} from '../../text/position.js';
import {FeedError} from '../feed-error.js';

export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, decoded. */
  readonly text: string;
  /** Its content with the markup. */
  readonly inner: string;
  /** `xml:lang` and `xml:base`, its own or inherited; the base is absolute. */
  readonly language: string;
  readonly base: string;
}

type Draft = {-readonly [Key in keyof XmlElement]: XmlElement[Key]} & {children: XmlElement[]; start: number};

/** Deeper documents are not feeds but attacks on recursive code. */
const MAX_DEPTH = 200;

const NAME = /[^\s<>/="']+/y;
// Names without a value match too, so that no character is read twice.
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * Parses XML leniently, as many feeds are not well-formed: an unclosed element ends with its
 * parent, and any other "<" or "&" is text. It fetches nothing, knows only the entities of HTML,
 * and ignores DTDs. Takes linear time. Throws a `FeedError` if elements are nested too deeply.
 *
 * @returns an element without a name that contains the document
 */
export function parseXml(text: string, address: string): XmlElement {
  const open: Draft[] = [createElement('', new Map(), {language: '', base: address}, 0)];
  const close = (depth: number, end: number) => {
    for (const element of open.splice(depth)) element.inner = text.slice(element.start, end);
  };
  let at = 0;
  /** The end of the text up to and including `mark`; the end of all text if `mark` is missing. */
  const after = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  while (at < text.length) {
    const start = at;
    const parent = open.at(-1)!;
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      at = next < 0 ? text.length : next;
      parent.text += decodeEntities(text.slice(start, at));
    } else if (text.startsWith('<!--', at)) at = after('-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) {
      at = after(']]>', at + 9);
      parent.text += text.slice(start + 9, text.startsWith(']]>', at - 3) ? at - 3 : at);
    } else if (text.startsWith('<?', at)) at = after('?>', at);
    else if (text.startsWith('<!', at)) {
      at = after('>', at);
      // A DTD may have declarations in brackets.
      if (text.slice(start, at).includes('[')) at = after(']>', start);
    } else {
      const isEnd = text[at + 1] === '/';
      NAME.lastIndex = at + (isEnd ? 2 : 1);
      const [name] = NAME.exec(text) ?? [];
      if (!name || !/^[\p{L}_]/u.test(name)) {
        parent.text += '<';
        at++;
        continue;
      }
      at = tagEnd(text, at);
      if (isEnd) {
        const depth = open.map((element) => element.name).lastIndexOf(name);
        if (depth > 0) close(depth, start);
        continue;
      }
      const tag = text.slice(start + 1 + name.length, at);
      const element = createElement(name, readAttributes(tag), parent, at);
      parent.children.push(element);
      if (/\/>?$/.test(tag)) continue;
      if (open.length > MAX_DEPTH)
        throw new FeedError(
          'not-a-feed',
          `${address}, ${describePosition(text, start)}: elements are nested more than ${MAX_DEPTH} levels deep. Perhaps end tags are missing.`,
        );
      open.push(element);
    }
  }
  const [root] = open;
  close(0, text.length);
  return root!;
}

function createElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: Pick<XmlElement, 'language' | 'base'>,
  start: number,
): Draft {
  const base = absolute(attributes.get('xml:base'), parent.base);
  const language = attributes.get('xml:lang') ?? parent.language;
  return {name, attributes, children: [], text: '', inner: '', language, base, start};
}

/**
 * The offset after the ">" of a tag. A ">" in a quoted value does not count, unless the quote is
 * never closed.
 */
function tagEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '>') return at + 1;
    if ((sign === '"' || sign === "'") && text[at - 1] === '=') {
      const end = text.indexOf(sign, at + 1);
      if (end > 0) at = end;
    }
  }
  return text.length;
}

function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of tag.matchAll(ATTRIBUTE))
    attributes.set(name!, decodeEntities(double ?? single ?? bare ?? ''));
  return attributes;
}

/** An absolute address; unchanged if it is not an address. */
export function absolute(address: string | undefined, base: string): string {
  return address === undefined ? base : URL.canParse(address, base) ? new URL(address, base).href : address;
}
