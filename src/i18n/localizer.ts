import {type Attribute, type BuiltInAttribute, NO_DATE, ONGOING, type Translation} from '../core/practice.js';
import type {Labels, ValueNames} from '../core/search/labels.js';
import type {Refinement} from '../core/state/search-state.js';
import {createCompare} from '../core/text/compare.js';
import {fold} from '../core/text/fold.js';
import {en} from './en.js';
import type {FoundMessages} from './load-language.js';
import type {MessageKey, Messages, PageMessages} from './messages.js';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A part of a message: its own words, or the value of a placeholder. */
export interface MessagePart {
  readonly text: string;
  /** The name of the placeholder with this value, or `''` for the words of the message. */
  readonly name: string;
}

/** Formats messages, numbers, dates and names for a view in one language. */
export interface Localizer {
  /** BCP 47 tag of the messages. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * Names of attribute values: from the page, or from the language's file if the browser does not
   * know the language.
   */
  readonly names: ValueNames;
  /** The letters of the language in their order, if the browser does not know it. */
  readonly alphabet: string;
  message(key: MessageKey, values?: MessageValues): string;
  /**
   * `en` if a message is shown in English because the language lacks it, otherwise `''`. Views mark
   * such a text with `lang` and `dir`.
   */
  languageOf(key: MessageKey): '' | 'en';
  /** A message in parts, for a view that shows a value in another way. */
  parts(key: MessageKey, values?: MessageValues): readonly MessagePart[];
  number(value: number): string;
  /** An ISO 8601 date or date-time in words. Anything else is returned unchanged. */
  date(iso: string): string;
  list(items: readonly string[]): string;
  /** The same list in parts, for a view that draws the items in another way. They have a name. */
  listParts(items: readonly string[]): readonly MessagePart[];
  /** What separates the items of a list that may go on. */
  readonly separator: string;
  /**
   * The name of a language, by its BCP 47 tag. It is the language's own name if the browser does
   * not know it in the language of the messages.
   */
  languageName(tag: string): string;
  compare(a: string, b: string): number;
}

const textOf = (parts: readonly MessagePart[]) => parts.map(({text}) => text).join('');

const NO_NAMES: ValueNames = {};

/** If Intl does not know a language, it uses that of the browser. English fits the page better. */
const intlLocale = (language: string): string => Intl.NumberFormat.supportedLocalesOf([language, 'en'])[0] ?? 'en';

/**
 * For Intl, plain “pt” is Brazilian. Our messages are of Portugal, and so is a page that says only
 * “pt”.
 */
export const regional = (tag: string): string => (tag === 'pt' ? 'pt-PT' : tag);

/** Creates a value at its first use, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

/** @param overrides the page's own messages, which take precedence */
export function createLocalizer(
  {language, direction, messages, intl}: FoundMessages,
  overrides: PageMessages = {},
): Localizer {
  const {labels} = overrides;
  const alphabet = intl?.alphabet ?? '';
  const tag = regional(language);
  // For Intl, plain “en” is American. Our messages are British.
  const locale = intlLocale(tag === 'en' ? 'en-GB' : tag);
  const numbers = new Intl.NumberFormat(intl?.numbers ?? locale);
  // Chromium knows the plural rules of every language, even if it lacks the rest.
  const plurals = new Intl.PluralRules(tag);
  const englishPlurals = once(() => new Intl.PluralRules('en'));
  const compare = createCompare(locale, alphabet);
  const number = (value: number) => numbers.format(value);
  // Creating one takes fifty times as long as using it, and few lists have a date or an
  // enumeration.
  const dates = once(() => new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'}));
  const lists = once(() => new Intl.ListFormat(locale));

  const languageOf = (key: MessageKey) => ((overrides[key] ?? messages[key]) === undefined ? 'en' : '');

  function parts(key: MessageKey, values: MessageValues = {}): MessagePart[] {
    const forms = overrides[key] ?? messages[key] ?? (en as Messages)[key];
    const rules = languageOf(key) ? englishPlurals() : plurals;
    const amount = Number(values['total'] ?? values['count'] ?? 0);
    const text = typeof forms === 'string' ? forms : (forms[rules.select(amount)] ?? forms.other);
    return text.split(/\{(\w+)\}/).map((piece, i) => {
      if (i % 2 === 0) return {text: piece, name: ''};
      const value = values[piece] ?? '';
      return {text: typeof value === 'number' ? number(value) : value, name: piece};
    });
  }

  function date(iso: string): string {
    // The day where the text was written. A date without a time is the same day everywhere.
    const [day = '', y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
    const time = Date.parse(day);
    if (Number.isNaN(time)) return iso;
    return intl
      ? intl.dates[Number(m) - 1]!.replace('{dd}', d!)
          .replace('{d}', String(Number(d)))
          .replace('{y}', y!)
      : dates().format(time);
  }

  function listParts(items: readonly string[]): MessagePart[] {
    const and = intl?.and[items.length > 2 ? 1 : 0];
    if (and === undefined && items.length > 1)
      return lists()
        .formatToParts(items)
        .map(({type, value}) => ({text: value, name: type === 'element' ? 'item' : ''}));
    return items.flatMap((text, i) => {
      const separator = i === items.length - 1 ? and! : ', ';
      return [...(i ? [{text: separator, name: ''}] : []), {text, name: 'item'}];
    });
  }

  return {
    language,
    direction,
    names: intl || labels ? {...labels, country: {...intl?.countries, ...labels?.country}} : NO_NAMES,
    alphabet,
    message: (key, values) => textOf(parts(key, values)),
    languageOf,
    parts,
    number,
    date,
    list: (items) => textOf(listParts(items)),
    listParts,
    get separator() {
      return listParts(['1', '2', '3'])[1]!.text;
    },
    languageName: (other) => new Intl.DisplayNames([tag, other, 'en'], {type: 'language'}).of(other)!,
    compare: (a, b) => compare(a, b) || compare(fold(a), fold(b)),
  };
}

/** A message, with its language if that is not the interface's. */
export const messageText = (key: MessageKey, localizer: Localizer): Translation => ({
  lang: localizer.languageOf(key),
  text: localizer.message(key),
});

/** What an attribute is called. */
export const attributeName = (attribute: Attribute, labels: Labels, localizer: Localizer): Translation =>
  labels.nameOf(attribute) ?? messageText(attribute as BuiltInAttribute | 'collection', localizer);

/** The name of a refinement. `lang` is `''` if it is in the language of the interface. */
export function refinementLabel(
  attribute: Attribute,
  refinement: Refinement,
  labels: Labels,
  localizer: Localizer,
): Translation {
  const type = labels.typeOf(attribute);
  if (type === 'number') return {lang: '', text: numberLabel(refinement, localizer)};
  if (type !== 'year' && typeof refinement === 'string') return labels.of(attribute, refinement);
  return {lang: '', text: yearLabel(refinement, localizer)};
}

/** A number or a range of numbers. Signs say in every language what words for years would not. */
export function numberLabel(refinement: Refinement, localizer: Localizer): string {
  const inDigits = (number: number) => localizer.number(number);
  if (typeof refinement === 'string') return inDigits(+refinement);
  const {from, to} = refinement;
  if (from === null || to === null) return from === null ? `≤ ${inDigits(to!)}` : `≥ ${inDigits(from)}`;
  const [start, end] = [inDigits(from), inDigits(to)];
  return start === end ? start : localizer.message('yearsBetween', {start, end});
}

/** The name of a year, a range of years, or `ongoing`. */
export function yearLabel(refinement: Refinement, localizer: Localizer): string {
  if (typeof refinement !== 'string') {
    const [start, end] = [String(refinement.from ?? ''), String(refinement.to ?? '')];
    if (start === end) return start;
    const key = start && end ? 'yearsBetween' : start ? 'yearsFrom' : 'yearsUntil';
    return localizer.message(key, {start, end});
  }
  if (refinement === ONGOING) return localizer.message('ongoing');
  return refinement === NO_DATE ? localizer.message('noDate') : refinement;
}
