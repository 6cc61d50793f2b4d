import {cleanParagraphs, collapse} from './clean-text.js';

// The entities that content management systems write most, each with its character last. Accented letters follow a rule instead.
const ENTITIES = new Map(
  (
    'amp& lt< gt> quot" apos\' nbsp\xA0 shy\xAD hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» ' +
    'lsaquo‹ rsaquo› bull• middot· euro€ pound£ copy© reg® trade™ deg° sect§ iexcl¡ iquest¿ ordfª ordmº times× ' +
    'szligß aeligæ AEligÆ oeligœ OEligŒ oslashø OslashØ eth\xF0 thorn\xFE'
  )
    .split(' ')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)] as const),
);
const ACCENTS = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030A'],
  ['caron', '\u030C'],
  ['cedil', '\u0327'],
]);
const ENTITY = /&(?:#(\d{1,9})|#x([\da-f]{1,8})|(([a-z])([a-z]{1,7})));/gi;

/** Character references decoded, once: `&amp;amp;` is `&amp;`. Only with their semicolon, so that `?a=1&copy=2` stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name = '', letter = '', accent = '') => {
    if (decimal || hex) return characterOf(decimal ? Number(decimal) : Number.parseInt(hex!, 16));
    const accented = (letter + (ACCENTS.get(accent) ?? '')).normalize('NFC');
    return ENTITIES.get(name) ?? (ACCENTS.has(accent) && accented.length === 1 ? accented : entity);
  });
}

/** As HTML has it: 128 to 159 are meant as windows-1252, and what is no character becomes U+FFFD. */
function characterOf(code: number): string {
  if (code > 0x7f && code < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isCharacter = code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

// Where markup starts; any other "<" is text.
const MARKUP = /<(?:!--|[!?]|\/?([a-z][^\s/>]*)|\/(?=[^]))/gi;
// Elements whose content is not for readers, and in which tags are not tags.
const HIDDEN = /^(?:script|style|title|textarea|iframe|noembed|noframes)$/;
const LINE = /^(?:br|li|tr|dt|dd)$/;
const PARAGRAPH =
  /^(?:p|div|h[1-6]|[uod]l|table|pre|hr|blockquote|section|article|aside|header|footer|fig(?:ure|caption))$/;

/**
 * The words of an HTML fragment, as `cleanParagraphs` makes them: paragraphs and their like end in an empty line, `br`, list items
 * and table rows start a new line. What is not closed (a tag, a comment, a script) hides the rest, as in a browser.
 *
 * One pass over the text: a feed may hold a megabyte of `<a <a <a`.
 */
export function htmlToText(html: string): string {
  const markup = new RegExp(MARKUP);
  let text = '';
  let at = 0;
  for (let match = markup.exec(html); match; match = markup.exec(html)) {
    text += wordsOf(html.slice(at, match.index));
    const name = match[1]?.toLowerCase();
    const isEnd = match[0][1] === '/';
    if (name) {
      at = endOfTag(html, markup.lastIndex);
      if (PARAGRAPH.test(name)) text += '\n\n';
      else if (name === 'br' || (LINE.test(name) && !isEnd)) text += '\n';
      else if (name === 'td' || name === 'th') text += ' ';
      if (!isEnd && HIDDEN.test(name)) at = endOfHidden(html, at, name);
    } else {
      at = match[0] === '<!--' ? after('-->', html, match.index + 2) : after('>', html, markup.lastIndex);
    }
    markup.lastIndex = at;
  }
  return cleanParagraphs(text + wordsOf(html.slice(at)));
}

const wordsOf = (text: string) => collapse(decodeEntities(text));

/** The place after the next `text`; the end where there is none. */
function after(text: string, html: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}

// The end of a tag, or its next attribute as browsers read it: "=" may begin a name, and a value without an end goes on to the end.
const ATTRIBUTE = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*))?)/y;

/** The place after the `>` of a tag. A quoted attribute value may hold one too. */
function endOfTag(html: string, from: number): number {
  const attribute = new RegExp(ATTRIBUTE);
  attribute.lastIndex = from;
  for (let match = attribute.exec(html); match; match = attribute.exec(html)) if (match[1]) return attribute.lastIndex;
  return html.length;
}

/** The place of the end tag. `name` is one of those above: no text of a feed becomes a regular expression. */
function endOfHidden(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
