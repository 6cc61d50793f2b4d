import type {LocalizedText, Translation} from '../practice.js';
import {cleanLine, cleanParagraphs} from './clean-text.js';
import type {Warn} from './feed-warnings.js';
import {decodeEntities, htmlToText} from './html-text.js';
import {describe, isObject, pointerTo, type Item} from './json-value.js';

/** How the text of a field becomes clean: on one line, in paragraphs, or out of HTML. */
export type Cleaning = (text: string) => string;
export const asLine: Cleaning = (text) => cleanLine(decodeEntities(text));
export const asParagraphs: Cleaning = (text) => cleanParagraphs(decodeEntities(text));
export const asHtml: Cleaning = htmlToText;

/** A BCP 47 tag in its canonical spelling (`pt_br` is `pt-BR`); `''` where it is none. */
export function languageTag(value: unknown): string {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  // Longer primary subtags are allowed by the grammar but not in use: "rendered" is no language.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return '';
  }
}

/** A language that a field names; `''`, and a warning where it names something else. */
export function readLanguage({value, pointer}: Item, warn: Warn): string {
  const tag = languageTag(value);
  if (!tag && value) {
    warn(
      'unknown-language',
      pointer,
      `${describe(value)} is no language tag such as "en" or "pt-BR". It was left out.`,
    );
  }
  return tag;
}

/** A text or number, clean; a list of them is joined with a warning. `''` for nothing, and for anything else with a warning. */
export function readText({value, pointer}: Item, warn: Warn, clean: Cleaning = asLine): string {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === undefined || value === null) return '';
  const texts = Array.isArray(value) ? joinable(value, clean) : '';
  const done = texts ? 'was joined' : 'was left out';
  warn('bad-text', pointer, `A text was expected, not ${describe(value)}. It ${done}.`);
  return texts;
}

/** Texts and numbers of a list, one line or paragraph after the other; what else is in it does not count. */
function joinable(list: readonly unknown[], clean: Cleaning): string {
  return list
    .map((item) => (typeof item === 'string' ? clean(item) : Number.isFinite(item) ? String(item) : ''))
    .filter(Boolean)
    .join(clean === asLine ? ', ' : '\n\n');
}

/**
 * A text, or an object of texts by language. `language` is that of a plain text, and the one that comes first
 * among several.
 */
export function readLocalized(item: Item, language: string, warn: Warn, clean: Cleaning = asLine): LocalizedText {
  const translations: Translation[] = [];
  const add = (lang: string, text: string) => {
    if (text && !translations.some((other) => other.lang === lang)) translations.push({lang, text});
  };
  const entries = isObject(item.value) ? Object.entries(item.value) : [];
  if (!entries.some(([key]) => languageTag(key))) {
    add(language, readText(item, warn, clean));
    return translations;
  }
  for (const [key, value] of entries) {
    const pointer = pointerTo(item.pointer, key);
    const lang = readLanguage({value: key, pointer}, warn);
    if (lang) add(lang, readText({value, pointer}, warn, clean));
  }
  return translations.sort((a, b) => Number(b.lang === language) - Number(a.lang === language));
}
