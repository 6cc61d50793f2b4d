import {stripControls} from '../../text/clean.js';
import {escapeHtml} from '../../text/html-text.js';

/** Characters that XML forbids, also as references. */
const FORBIDDEN = /[\x0B\x0C\uFFFE\uFFFF]/g;

/** Escapes a text for XML: between tags or in a quoted attribute. */
const escapeXml = (text: string): string => escapeHtml(stripControls(text).replace(FORBIDDEN, ''));

/** Attributes by their names. Those without a value are left out. */
type Attributes = Readonly<Record<string, string>>;

const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escapeXml(value)}"` : ''))
    .join('');

/** An element with a text; `''` without one. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  text && `<${name}${writeAttributes(attributes)}>${escapeXml(text)}</${name}>`;

/** An element with attributes alone. */
export const emptyElement = (name: string, attributes: Attributes): string =>
  `<${name}${writeAttributes(attributes)} />`;

/** An element with others inside, one on each line. Empty ones are left out. */
export const parentElement = (name: string, children: readonly string[], attributes: Attributes = {}): string =>
  `<${name}${writeAttributes(attributes)}>\n${children
    .filter(Boolean)
    .map((child) => `${child}\n`)
    .join('')}</${name}>`;
