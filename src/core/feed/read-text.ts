import {memoize} from '../memoize.js';
import type {LocalizedText, Translation} from '../practice.js';
import {cleanLine, cleanParagraphs} from './clean-text.js';
import type {Warn} from './feed-warnings.js';
import {decodeEntities} from './html-text.js';
import {isObject, pointerTo, type Item} from './json-value.js';

/** What all readers of texts share. */
export interface Wording {
  /** BCP 47 tag of what is not marked otherwise; `''` where the feed does not say. */
  readonly language: string;
  readonly warn: Warn;
}

/** How the text of a field becomes clean: on one line, in paragraphs, or out of HTML. */
export type Cleaning = (text: string) => string;
export const asLine: Cleaning = (text) => cleanLine(decodeEntities(text));
export const asParagraphs: Cleaning = (text) => cleanParagraphs(decodeEntities(text));

/** A BCP 47 tag in its canonical spelling (`pt_br` is `pt-BR`), Norwegian as Bokmål; `''` where it is none. */
export function languageTag(value: unknown): string {
  const tag = String(typeof value === 'string' && value.trim()).replaceAll('_', '-');
  // Longer primary subtags are allowed by the grammar but not in use: "rendered" is no language.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0]!.replace(/^no\b/, 'nb');
  } catch {
    return '';
  }
}

const tagOf = memoize(languageTag);

/** A language that a field names; `''`, and a warning where it names something else. */
export function readLanguage(item: Item, warn: Warn): string {
  const tag = isText(item.value) ? tagOf(String(item.value)) : '';
  if (!tag && item.value) warn('unknown-language', item);
  return tag;
}

const isText = (value: unknown): value is string | number => typeof value === 'string' || Number.isFinite(value);

/** A text or number, clean; `''` for nothing. Anything else has a warning, and only the texts of a list count. */
export function readText({value, pointer}: Item, {warn}: Wording, clean: Cleaning = asLine): string {
  const text = value ?? '';
  if (isText(text)) return clean(String(text));
  const parts = Array.isArray(text) ? text : [];
  warn('bad-text', {value, pointer}, parts === text ? 'joined' : undefined);
  return parts
    .filter(isText)
    .map((part) => clean(String(part)))
    .filter(Boolean)
    .join(clean === asLine ? ', ' : '\n\n');
}

/**
 * A text, or an object of texts by language. The language of the reading is that of a plain text, and the one that comes first
 * among several.
 */
export function readLocalized(item: Item, wording: Wording, clean: Cleaning = asLine): LocalizedText {
  const {language, warn} = wording;
  const entries = isObject(item.value) ? Object.entries(item.value) : [];
  if (!entries.some(([key]) => tagOf(key))) {
    const text = readText(item, wording, clean);
    return text ? [{lang: language, text}] : [];
  }
  const translations = new Map<string, Translation>();
  for (const [key, value] of entries) {
    const pointer = pointerTo(item.pointer, key);
    const lang = readLanguage({value: key, pointer}, warn);
    const text = lang && readText({value, pointer}, wording, clean);
    if (text && !translations.has(lang)) translations.set(lang, {lang, text});
  }
  return [...translations.values()].sort((a, b) => Number(b.lang === language) - Number(a.lang === language));
}
