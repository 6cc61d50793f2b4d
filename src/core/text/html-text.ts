import {cleanParagraphs, collapse} from './clean.js';
import {decodeText} from './decode.js';

// The entities that content management systems write most, each with its character last. Accented letters follow a rule instead.
const ENTITIES = new Map(
  (
    'amp& lt< gt> quot" apos\' nbsp\xA0 shy\xAD hellip… ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ laquo« raquo» ' +
    'bull• euro€ iexcl¡ iquest¿ szligß aeligæ oeligœ oslashø Oslash\xD8 AElig\xC6'
  )
    .split(' ')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)] as const),
);
const ENTITY = /&(?:#(\d{1,6}|x[\da-f]{1,5})|([a-z])(grave|acute|circ|tilde|uml|ring|caron|cedil)|(\w+));/gi;
// where the combining accents are in Unicode, from U+0300
const ACCENTS: Record<string, number> = {grave: 0, acute: 1, circ: 2, tilde: 3, uml: 8, ring: 10, caron: 12, cedil: 39};

/** Character references decoded, once: `&amp;amp;` is `&amp;`. Only with their semicolon, so that `?a=1&copy=2` stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text; // as nearly all are, and this is as good as free
  return text.replace(ENTITY, (entity: string, number?: string, letter?: string, accent?: string, name?: string) => {
    if (letter) return (letter + String.fromCharCode(0x300 + ACCENTS[accent!.toLowerCase()]!)).normalize();
    if (name) return ENTITIES.get(name) ?? entity;
    const code = Number(`0${number}`);
    // as HTML has it, 128 to 159 are meant as windows-1252: so is such a byte by itself
    return code > 0x7f && code < 0xa0 ? decodeText(Uint8Array.of(code)) : String.fromCodePoint(code);
  });
}

// Comments, elements without words for readers with all that is in them (those that elements/features/safe-html.ts drops), and tags; a quoted
// attribute value may hold a ">". Any other "<" is text.
// What is not closed ends with the text. So each of these matches wherever it begins, and the time is in proportion to the text:
// a feed may hold a megabyte of `<!-- <!-- <!--`.
const MARKUP =
  /<!--[^]*?(?:-->|$)|<(script|style|template|noscript|iframe|object|svg|math|title|textarea|select|datalist|audio|video|canvas|noembed|noframes)\b[^]*?(?:<\/\1\b[^>]*>?|$)|<[!?/a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?/gi;
const PARAGRAPH = /^<\/?(?:p|div|h\d|[uod]l|table|pre|hr|blockquote|section|fig\w+)\b/i;
const LINE = /^<(?:br|li|tr|d[td])\b/i;
const CELL = /^<t[dh]\b/i;

/**
 * The words of an HTML fragment, as `cleanParagraphs` makes them: paragraphs and their like end in an empty line, `br`, list items
 * and table rows start a new line.
 */
export function htmlToText(html: string): string {
  const text = collapse(html).replace(MARKUP, (tag) =>
    PARAGRAPH.test(tag) ? '\n\n' : LINE.test(tag) ? '\n' : CELL.test(tag) ? ' ' : '',
  );
  return cleanParagraphs(decodeEntities(text));
}

/** For readers that decode character references, as those of `normalize` do: what looks like one is written as one. */
export const escapeEntities = (text: string): string =>
  decodeEntities(text) === text ? text : text.replaceAll('&', '&amp;');

const REFERENCES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** A text as it stands in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => REFERENCES[char]!);
}
