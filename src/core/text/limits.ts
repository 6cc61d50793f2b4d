import {letterStart} from './fold.js';

/**
 * How many characters (UTF-16 units) of a text are kept, by its kind. Each limit is far above what people write, and low enough that a
 * browser draws and searches the text at once. Longer texts are cut, with a warning.
 */
export const MAX_LENGTHS = {
  /** Of a practice or a feed. */
  title: 500,
  heading: 500,
  /** Of a city, a country or a topic: buttons and filters show these. */
  name: 200,
  /** `readPeriod` looks for years in as much. */
  period: 300,
  summary: 20_000,
  /** Of one section, in one language. Parsers of browsers are slow beyond. */
  sectionText: 200_000,
  sectionHtml: 200_000,
  linkLabel: 500,
  /** Each part of a contact: its name, email address and telephone number. */
  contact: 500,
  imageAlt: 2000,
  license: 500,
  /** A term of the feed's own. */
  synonym: 60,
  /** A version, or a date. */
  remark: 100,
  /** A string of the interface that a page replaces. One that is longer is left out. */
  message: 1000,
  /** What is cut from an id would not be in its hash. */
  id: 10_000,
} as const;

export type TextKind = keyof typeof MAX_LENGTHS;

/** How much one practice has in all of its sections: what a browser draws in a moment. */
export const MAX_SECTIONS = {
  /** Characters, in all languages together. */
  length: 500_000,
  /** Paragraphs and HTML tags, in the language that has most. */
  elements: 5000,
} as const;

/** RFC 9110 asks servers to read addresses of 8,000 octets. A longer one is left out: cut, it would lead elsewhere. */
export const MAX_ADDRESS_LENGTH = 8000;

/** Entities, tags and white space make a text longer than what is read. So many times its limit is cleaned, and no more. */
const MAX_MARKUP = 4;

/** The part of a text that is worth cleaning, so that no expression sees megabytes. */
export const worthCleaning = (text: string, kind: TextKind): string => text.slice(0, MAX_LENGTHS[kind] * MAX_MARKUP);

/** At most `max` characters, the last of them “…” where anything is cut. No letter is torn; `''` where none fits. */
export function cutText(text: string, max: number): string {
  const start = text.slice(0, letterStart(text, Math.min(text.length, Math.max(0, max - 1)))).trimEnd();
  return start && `${start}…`;
}

/** The same of HTML, without the tag in which it would end. Parsers close what is open. */
export function cutHtml(html: string, max: number): string {
  const start = html.slice(0, max);
  const tag = start.lastIndexOf('<');
  return cutText(html, tag > start.lastIndexOf('>') ? tag + 1 : max);
}
