import {escapeHtml, decodeEntities, htmlToText} from '../../text/html-text.js';

// Texts of WordPress: what its editors and themes make of a post.

/** The beginning of a text and of its excerpt that are compared. */
const MAX_BEGINNING = 20_000;

/** Themes add a link such as “Continue reading”. */
const MORE_LINK = /<a\s[^<>]*more-link[^]*/;
/** The end of an excerpt that WordPress or a theme made: `[…]`, “Continue reading”. */
const CUT = /\[(?:…|\.{3})\]$|(?:^|…|\.{3})\s?continue reading\b/i;
const PARAGRAPH_START = /<p(?:\s[^<>]*)?>/i;

/**
 * The summary of a post. Without an excerpt of its own, WordPress sends the first words of the text,
 * with headings, tables and lists in one line: the first paragraph is easier to read.
 */
export function readPostSummary(excerpt: string, content: string): string {
  const own = excerpt.replace(MORE_LINK, '');
  const text = htmlToText(own.slice(0, MAX_BEGINNING));
  const beginning = content.slice(0, MAX_BEGINNING);
  const isAutomatic =
    CUT.test(text) || lettersOf(htmlToText(beginning)).startsWith(lettersOf(text.replace(/(?:…|\.{3})$/, '')));
  return (isAutomatic && firstParagraph(beginning)) || own;
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

function firstParagraph(html: string): string {
  const [, ...paragraphs] = html.split(PARAGRAPH_START);
  for (const paragraph of paragraphs) {
    const end = paragraph.search(/<\/p>/i);
    if (end > 0 && htmlToText(paragraph.slice(0, end))) return paragraph.slice(0, end);
  }
  return '';
}

/** The two links of a file block, which the theme shows apart. */
const FILE_LINKS = /<\/a>(?=<a\s[^<>]*wp-block-file__button)/g;
/** A video whose player WordPress could not load: its address. */
const EMBEDDED_ADDRESS = /(wp-block-embed__wrapper">\s?)(https?:\/\/[^\s<>"']+)/g;
const FRAME = /<iframe\s([^<>]*)>[^<]*(?:<\/iframe>)?/gi;
const VIDEO = /^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,20})[^]*/;

/** The text of a post, with a link for each frame: the widget shows no frames. */
export const readPostContent = (html: string): string =>
  html
    .replace(FILE_LINKS, '</a><br>')
    .replace(EMBEDDED_ADDRESS, (_, start: string, address: string) => start + linkTo(decodeEntities(address)))
    .replace(FRAME, (frame, attributes: string) => {
      const address = attributeIn(attributes, 'src').replace(VIDEO, 'https://www.youtube.com/watch?v=$1');
      return /^https?:/.test(address) ? linkTo(address, attributeIn(attributes, 'title')) : frame;
    });

const ATTRIBUTE = /\b(src|title)=["']([^"']*)/gi;
const attributeIn = (attributes: string, wanted: string) =>
  decodeEntities([...attributes.matchAll(ATTRIBUTE)].find(([, name]) => name!.toLowerCase() === wanted)?.[2] ?? '');

const linkTo = (address: string, label = '') => `<a href="${escapeHtml(address)}">${escapeHtml(label || address)}</a>`;
