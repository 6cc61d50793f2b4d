import {cleanParagraphs, collapse, limitMarks} from './clean.js';
import {decodeText} from './decode.js';

/** Names whose characters follow each other, from the one with the code `first`. */
const inOrder = (first: number, names: string) =>
  names.split(' ').map((name, i) => [name, String.fromCharCode(first + i)] as const);
// There is no capital of sigmaf, and nobody writes it.
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf Sigma Tau Upsilon Phi Chi Psi Omega';
// The entities of HTML 4 without mathematics, which editors write for other characters than ASCII.
// Accented letters follow a rule (ENTITY).
const ENTITIES = new Map([
  ...inOrder(
    0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
      'cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  ),
  ...inOrder(0x391, GREEK),
  ...inOrder(0x3b1, GREEK.toLowerCase()),
  ...inOrder(0x2190, 'larr uarr rarr darr harr'),
  // The last character of each is its value.
  ...(
    'amp& lt< gt> quot" apos\' AElig\xC6 ETH\xD0 times× Oslash\xD8 THORN\xDE szligß aeligæ ethð divide÷ oslashø thornþ OElig\u0152 ' +
    'oeligœ fnofƒ circˆ tilde˜ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200C zwj\u200D lrm\u200E rlm\u200F ndash– mdash— lsquo‘ rsquo’ ' +
    'sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› frasl⁄ euro€ trade™ minus− ' +
    'infin∞ asymp≈ ne≠ le≤ ge≥'
  )
    .split(' ')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)] as const),
]);
const ENTITY = /&(?:#(\d{1,6}|x[\da-f]{1,5})|([a-z])(grave|acute|circ|tilde|uml|ring|caron|cedil)|(\w+));/gi;
// Offsets of combining accents from U+0300.
const ACCENTS: Record<string, number> = {grave: 0, acute: 1, circ: 2, tilde: 3, uml: 8, ring: 10, caron: 12, cedil: 39};

/**
 * Decodes character references, once: `&amp;amp;` becomes `&amp;`. Only with a semicolon, so that
 * `?a=1&copy=2` stays.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text; // nearly all texts
  return text.replace(ENTITY, (entity: string, number?: string, letter?: string, accent?: string, name?: string) => {
    if (letter) return (letter + String.fromCharCode(0x300 + ACCENTS[accent!.toLowerCase()]!)).normalize();
    if (name) return ENTITIES.get(name) ?? entity;
    const code = Number(`0${number}`);
    // HTML reads 128 to 159 as windows-1252. `decodeText` does the same with such a byte.
    return code > 0x7f && code < 0xa0 ? decodeText(Uint8Array.of(code)) : String.fromCodePoint(code);
  });
}

// Comments; elements whose content is not text for readers (those that
// elements/features/safe-html.ts drops); and tags, whose quoted attribute values may contain ">".
// Any other "<" is text.
// An unclosed one ends with the text, so each of these matches wherever it begins, and the time is
// linear: a feed may contain a megabyte of `<!-- <!-- <!--`.
const MARKUP =
  /<!--[^]*?(?:-->|$)|<(script|style|template|noscript|iframe|object|svg|math|title|textarea|select|datalist|audio|video|canvas|noembed|noframes)\b[^]*?(?:<\/\1\b[^>]*>?|$)|<[!?/a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?/gi;
const PARAGRAPH = /^<\/?(?:p|div|h\d|[uod]l|table|pre|hr|blockquote|section|fig\w+)\b/i;
const LINE = /^<(?:br|li|tr|d[td])\b/i;
const CELL = /^<t[dh]\b/i;

/**
 * Converts HTML to text, cleaned as by `cleanParagraphs`. Paragraphs and similar elements end in an
 * empty line; `br`, list items and table rows start a new line.
 */
export function htmlToText(html: string): string {
  const text = collapse(html).replace(MARKUP, (tag) =>
    PARAGRAPH.test(tag) ? '\n\n' : LINE.test(tag) ? '\n' : CELL.test(tag) ? ' ' : '',
  );
  return cleanParagraphs(decodeEntities(text));
}

/**
 * A tag that is closed or has attributes, or a tag that needs neither. `Dear <name>` is not HTML.
 */
const HTML = /<(?:!--|(?:br|hr|p|li)\b|\/[a-z]\w*\s*>|[a-z]\w*\s[^<>]*=)/i;

/** Whether a text in a format that allows both is HTML. */
export const isMarkup = (text: string): boolean => HTML.test(text);

/**
 * Splits a text at separators (characters of an expression). A semicolon that ends a character
 * reference, as in `R&amp;D`, is none.
 */
export function splitOutsideReferences(text: string, separators: string): string[] {
  const masked = text.replace(ENTITY, (reference) =>
    decodeEntities(reference) === reference ? reference : `${reference.slice(0, -1)}\0`,
  );
  return masked.split(new RegExp(`[${separators}]+`)).map((part) => part.replaceAll('\0', ';'));
}

/** Limits the marks on letters of HTML, in which they may be character references. */
export function limitMarksInHtml(html: string): string {
  const plain = html.replace(ENTITY, (reference) => {
    const character = decodeEntities(reference);
    return /[\s<>&"']/.test(character) ? reference : character;
  });
  const limited = limitMarks(plain);
  return limited === plain ? html : limited;
}

/**
 * Escapes a text for `normalize`, which decodes character references in most fields. The schema
 * forbids `&#` in addresses, as it may hide a script.
 */
export const escapeEntities = (text: string): string =>
  decodeEntities(text) === text && !text.includes('&#') ? text : text.replaceAll('&', '&amp;');

const REFERENCES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Escapes a text for HTML: between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => REFERENCES[char]!);
}

/**
 * Escapes a text for formats whose texts may have HTML and character references. Most texts stay as
 * they are.
 */
export const escapeMarkup = (text: string): string =>
  isMarkup(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : escapeEntities(text);
