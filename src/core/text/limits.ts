import {letterStart} from './fold.js';

/**
 * The most characters (UTF-16 units) of a text, by its kind. Each limit is far above what people
 * write, and low enough for browsers to draw and search at once. Longer texts are cut, with a
 * warning.
 */
export const MAX_LENGTHS = {
  /** The title of a practice or a feed. */
  title: 500,
  heading: 500,
  /** A city, a country or a topic. Buttons and filters show them. */
  name: 200,
  /** `readPeriod` reads as much. */
  period: 300,
  summary: 20_000,
  /** One section in one language. Browsers parse longer HTML slowly. */
  sectionText: 200_000,
  sectionHtml: 200_000,
  linkLabel: 500,
  /** Each part of a contact: name, email address and telephone number. */
  contact: 500,
  imageAlt: 2000,
  license: 500,
  /** A synonym in a feed. */
  synonym: 60,
  /** What a collection is about. */
  introduction: 2000,
  /** A query that an empty search field shows. */
  example: 40,
  /** The filter of a feed that visitors can follow. */
  filter: 1000,
  /** A version, or a date. */
  remark: 100,
  /** An interface message that the page replaces. A longer one is ignored. */
  message: 1000,
  /** The hash of a long id covers this much. */
  id: 10_000,
} as const;

export type TextKind = keyof typeof MAX_LENGTHS;

/** The most content of all sections of one practice: browsers draw it in a moment. */
export const MAX_SECTIONS = {
  /** Characters in all languages together. */
  length: 500_000,
  /** Paragraphs and HTML tags in the language that has most. */
  elements: 5000,
} as const;

/**
 * Characters of an address; RFC 9110 asks servers to support 8,000 octets. Longer addresses are
 * left out: a cut address would lead elsewhere.
 */
export const MAX_ADDRESS_LENGTH = 8000;

/**
 * Entities, tags and white space make a text longer than its words. Up to this many times its
 * limit, a text is cleaned.
 */
const MAX_MARKUP_FACTOR = 4;

/** The beginning of a text that is cleaned, so that no regular expression sees megabytes. */
export const worthCleaning = (text: string, kind: TextKind): string =>
  text.slice(0, MAX_LENGTHS[kind] * MAX_MARKUP_FACTOR);

/** Cuts a text to `max` characters, the last of them “…”. Letters stay whole; `''` if none fits. */
export function cutText(text: string, max: number): string {
  const start = text.slice(0, letterStart(text, Math.min(text.length, Math.max(0, max - 1)))).trimEnd();
  return start && `${start}…`;
}

/** Cuts HTML like `cutText`, never within a tag. Parsers close what is open. */
export function cutHtml(html: string, max: number): string {
  const start = html.slice(0, max);
  const tag = start.lastIndexOf('<');
  return cutText(html, tag > start.lastIndexOf('>') ? tag + 1 : max);
}
