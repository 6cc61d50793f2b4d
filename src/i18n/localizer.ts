import {type Attribute, NO_DATE, ONGOING, type Translation} from '../core/practice.js';
import type {Labels, ValueNames} from '../core/search/labels.js';
import type {Refinement} from '../core/state/search-state.js';
import {createCompare} from '../core/text/compare.js';
import {fold} from '../core/text/fold.js';
import {en} from './en.js';
import type {FoundMessages} from './load-language.js';
import type {MessageKey, Messages, PageMessages} from './messages.js';

export type MessageValues = Readonly<Record<string, string | number>>;

/** A piece of a message: its own words, or the value of a placeholder. */
export interface MessagePart {
  readonly text: string;
  /** The placeholder that this is the value of; `''` for the message's own words. */
  readonly name: string;
}

/** What a view needs to speak one language. */
export interface Localizer {
  /** BCP 47 tag of the messages. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What values are called by the page itself, or by the language where the browser does not know it. */
  readonly names: ValueNames;
  /** The letters of the language in their order, where the browser does not know it. */
  readonly alphabet: string;
  message(key: MessageKey, values?: MessageValues): string;
  /** `en` if a message is shown in English because the language lacks it; otherwise `''`. Views mark such a text with `lang` and `dir`. */
  languageOf(key: MessageKey): '' | 'en';
  /** A message in pieces, for a view that sets a value apart. */
  parts(key: MessageKey, values?: MessageValues): readonly MessagePart[];
  number(value: number): string;
  /** An ISO 8601 date or date-time in words; as it is where it is none. */
  date(iso: string): string;
  list(items: readonly string[]): string;
  /** What a language is called, by its BCP 47 tag; by its own name where the browser does not know that of the messages. */
  languageName(tag: string): string;
  compare(a: string, b: string): number;
}

const NO_NAMES: ValueNames = {};

/**
 * Intl answers in the browser's own language where it does not know the one that is asked for: English is nearer to what the page
 * shows.
 */
const intlLocale = (language: string): string => Intl.NumberFormat.supportedLocalesOf([language, 'en'])[0] ?? 'en';

/** Plain “pt” is Brazilian to Intl; our messages, and who says no more than that here, are of Portugal. */
export const regional = (tag: string): string => (tag === 'pt' ? 'pt-PT' : tag);

/** Makes a value when it is asked for first, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

/** @param overrides the page's own strings; they go before those of the language. */
export function createLocalizer(
  {language, direction, messages, intl}: FoundMessages,
  overrides: PageMessages = {},
): Localizer {
  const {labels} = overrides;
  const alphabet = intl?.alphabet ?? '';
  const tag = regional(language);
  // Plain “en” is American to Intl, and British to us.
  const locale = intlLocale(tag === 'en' ? 'en-GB' : tag);
  const numbers = new Intl.NumberFormat(intl?.numbers ?? locale);
  // Chromium knows the plural rules of every language, also where it lacks the rest.
  const plurals = new Intl.PluralRules(tag);
  const englishPlurals = once(() => new Intl.PluralRules('en'));
  const compare = createCompare(locale, alphabet);
  const number = (value: number) => numbers.format(value);
  // To make one takes fifty times as long as to use it, and few lists have a date or an enumeration.
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
    // The day as it was where it was written; without a time, a date is the same day everywhere.
    const [day = '', y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
    const time = Date.parse(day);
    if (Number.isNaN(time)) return iso;
    return intl
      ? intl.dates[Number(m) - 1]!.replace('{dd}', d!)
          .replace('{d}', String(Number(d)))
          .replace('{y}', y!)
      : dates().format(time);
  }

  function list(items: readonly string[]): string {
    if (!intl || items.length < 2) return lists().format(items);
    return items.slice(0, -1).join(', ') + intl.and[items.length > 2 ? 1 : 0] + items.at(-1);
  }

  return {
    language,
    direction,
    names: intl || labels ? {...labels, country: {...intl?.countries, ...labels?.country}} : NO_NAMES,
    alphabet,
    message: (key, values) =>
      parts(key, values)
        .map(({text}) => text)
        .join(''),
    languageOf,
    parts,
    number,
    date,
    list,
    languageName: (other) => new Intl.DisplayNames([tag, other, 'en'], {type: 'language'}).of(other)!,
    compare: (a, b) => compare(a, b) || compare(fold(a), fold(b)),
  };
}

/** What a refinement is called: in the language of the interface, where the label has no language of its own. */
export function refinementLabel(
  attribute: Attribute,
  refinement: Refinement,
  labels: Labels,
  localizer: Localizer,
): Translation {
  if (attribute !== 'year' && typeof refinement === 'string') return labels.of(attribute, refinement);
  return {lang: '', text: yearLabel(refinement, localizer)};
}

function yearLabel(refinement: Refinement, localizer: Localizer): string {
  if (typeof refinement !== 'string') {
    const [start, end] = [String(refinement.from ?? ''), String(refinement.to ?? '')];
    if (start === end) return start;
    const key = start && end ? 'yearsBetween' : start ? 'yearsFrom' : 'yearsUntil';
    return localizer.message(key, {start, end});
  }
  if (refinement === ONGOING) return localizer.message('ongoing');
  return refinement === NO_DATE ? localizer.message('noDate') : refinement;
}
