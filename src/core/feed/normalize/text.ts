import {memoize} from '../../memoize.js';
import type {LocalizedText, Translation} from '../../practice.js';
import {sum} from '../../sum.js';
import {cleanLine, cleanName, cleanParagraphs} from '../../text/clean.js';
import {decodeEntities, limitMarksInHtml} from '../../text/html-text.js';
import {cutHtml, cutText, MAX_LENGTHS, worthCleaning, type TextKind} from '../../text/limits.js';
import type {FeedWarningCode, Warn} from '../feed-warnings.js';
import {UNSAID} from '../feed.js';
import {isObject, MAX_ITEMS, pointerTo, toItems, type Item} from '../json-value.js';

/** What readers of texts share. */
export interface TextContext {
  /** BCP 47 tag of texts that have no other; `''` if the feed does not say. */
  readonly language: string;
  readonly warn: Warn;
}

/** What the readers of other fields share. */
export interface FieldReadContext extends TextContext {
  /** Where relative addresses start; absolute. */
  readonly address: string;
}

/** Cleans the text of a field: to one line, to paragraphs, or from HTML. */
export type Cleaning = (text: string) => string;
const asLine: Cleaning = (text) => cleanLine(decodeEntities(text));
export const asName: Cleaning = (text) => cleanName(decodeEntities(text));
export const asParagraphs: Cleaning = (text) => cleanParagraphs(decodeEntities(text));

/** Longer than any tag: RFC 5646 asks software to support 35 characters. */
const MAX_TAG_LENGTH = 100;

/**
 * A BCP 47 tag in its canonical spelling (`pt_br` is `pt-BR`), Norwegian as Bokmål; `''` if it is
 * not a tag.
 */
export function languageTag(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_TAG_LENGTH) return '';
  const tag = value.trim().replaceAll('_', '-');
  // The grammar allows longer primary subtags, but none is in use: "rendered" is not a language.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0]!.replace(/^no\b/, 'nb');
  } catch {
    return '';
  }
}

const tagOf = memoize(languageTag);

/** Reads a language; `''`, with a warning if it is not one. */
export function readLanguage(item: Item, warn: Warn): string {
  const tag = isText(item.value) ? tagOf(String(item.value)) : '';
  if (!tag && item.value) warn('unknown-language', item);
  return tag;
}

const isText = (value: unknown): value is string | number => typeof value === 'string' || Number.isFinite(value);

/**
 * Reads a text or number and cleans it; `''` if there is none. Other values get a warning, except
 * that the texts of a list are joined. A long text is cut.
 */
export function readText(
  {value, pointer}: Item,
  context: TextContext,
  kind: TextKind,
  clean: Cleaning = kind === 'name' ? asName : asLine,
): string {
  const isList = Array.isArray(value);
  if (!isText(value ?? '')) context.warn('bad-text', {value, pointer}, isList ? 'joined' : undefined);
  const parts = (isList ? value.slice(0, MAX_ITEMS) : [value]).filter(isText).map(String);
  const beginnings = parts.map((part) => worthCleaning(part, kind));
  const text = beginnings
    .map(clean)
    .filter(Boolean)
    .join(kind.startsWith('section') ? '\n\n' : ', ');
  if (beginnings.some((part) => limitMarksInHtml(part) !== part))
    context.warn('too-many-marks', {value: text, pointer});
  const isWhole = parts.every((part) => part === worthCleaning(part, kind));
  const length = isWhole ? text.length : sum(parts.map((part) => part.length));
  return limitText({value: text, pointer}, context, kind, length);
}

/**
 * Cuts a clean text if it is too long for its kind, with a warning. `length` is the length of the
 * whole, of which this may be the beginning.
 */
export function limitText(
  {value: text, pointer}: TextItem,
  {warn}: TextContext,
  kind: TextKind,
  length = text.length,
): string {
  const max = MAX_LENGTHS[kind];
  if (length <= max) return text;
  warn('text-too-long', {value: text, pointer}, `cut from ${length} to ${max} characters`);
  return (kind === 'sectionHtml' ? cutHtml : cutText)(text, max);
}

interface TextItem extends Item {
  readonly value: string;
}

/** The items of a list. A list that is too long is cut, with a warning. */
export function readItems(item: Item, {warn}: Pick<TextContext, 'warn'>): Item[] {
  warnIfLonger(item, MAX_ITEMS, 'too-many-items', warn);
  return toItems(item);
}

/** Reports that only the first `max` items of a list are read. `what` is what the items are. */
export function warnIfLonger({value, pointer}: Item, max: number, code: FeedWarningCode, warn: Warn, what = ''): void {
  if (Array.isArray(value) && value.length > max)
    warn(code, {value: value.length, pointer}, `the first ${max}${what && ` ${what}`} were read`);
}

/** The first `max` items of a list that describes the feed. Without the list, none; any other value gets the warning `bad`. */
export function readList(
  item: Item,
  max: number,
  {bad, tooMany, what}: {readonly bad: FeedWarningCode; readonly tooMany: FeedWarningCode; readonly what?: string},
  warn: Warn,
): Item[] {
  const {value} = item;
  warnIfLonger(item, max, tooMany, warn, what);
  if (Array.isArray(value)) return toItems(item, max);
  if (value !== undefined && value !== null) warn(bad, item);
  return [];
}

/**
 * Reads a text, or an object of texts by language. A plain text has the language of the context,
 * which also comes first of several.
 */
export function readLocalized(item: Item, context: TextContext, kind: TextKind, clean?: Cleaning): LocalizedText {
  const {language, warn} = context;
  const entries = isObject(item.value) ? Object.entries(item.value) : [];
  if (!entries.some(([key]) => tagOf(key))) {
    const text = readText(item, context, kind, clean);
    return text ? [{lang: language, text}] : [];
  }
  const translations = new Map<string, Translation>();
  for (const [key, value] of entries) {
    const pointer = pointerTo(item.pointer, key);
    const isUnsaid = key === UNSAID;
    const lang = isUnsaid ? language : readLanguage({value: key, pointer}, warn);
    const text = (lang || isUnsaid) && readText({value, pointer}, context, kind, clean);
    if (text && !translations.has(lang)) translations.set(lang, {lang, text});
  }
  return [...translations.values()].sort((a, b) => Number(b.lang === language) - Number(a.lang === language));
}
