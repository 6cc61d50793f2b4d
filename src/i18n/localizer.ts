import {fold} from '../core/search/fold.js';
import {en} from './en.js';
import type {MessageKey, Messages} from './messages.js';

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
  message(key: MessageKey, values?: MessageValues): string;
  /** A message in pieces, for a view that sets a value apart. */
  parts(key: MessageKey, values?: MessageValues): readonly MessagePart[];
  number(value: number): string;
  /** An ISO 8601 date or date-time in words; as it is where it is none. */
  date(iso: string): string;
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
}

const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/**
 * Intl answers in the browser's own language where it does not know the one that is asked for: English is nearer to what the page
 * shows.
 */
const intlLocale = (language: string): string => Intl.NumberFormat.supportedLocalesOf([language, 'en'])[0] ?? 'en';

/** @param overrides the page's own strings; they go before those of the language. */
export function createLocalizer(
  language: string,
  messages: Partial<Messages>,
  overrides: Partial<Messages> = {},
): Localizer {
  // Plain “en” is American to Intl, and British to us.
  const locale = intlLocale(language === 'en' ? 'en-GB' : language);
  const numbers = new Intl.NumberFormat(locale);
  // Chromium knows the plural rules of every language, also where it lacks the rest.
  const plurals = new Intl.PluralRules(language);
  const collator = new Intl.Collator(locale, {numeric: true});
  const number = (value: number) => numbers.format(value);

  function parts(key: MessageKey, values: MessageValues = {}): MessagePart[] {
    const forms = overrides[key] ?? messages[key] ?? (en as Partial<Messages>)[key] ?? '';
    const amount = Number(values['total'] ?? values['count'] ?? 0);
    const text = typeof forms === 'string' ? forms : (forms[plurals.select(amount)] ?? forms.other);
    return text.split(/\{(\w+)\}/).map((piece, i) => {
      if (i % 2 === 0) return {text: piece, name: ''};
      const value = values[piece] ?? '';
      return {text: typeof value === 'number' ? number(value) : value, name: piece};
    });
  }

  function date(iso: string): string {
    // The day as it was where it was written; without a time, a date is the same day everywhere.
    const time = Date.parse(/^\d{4}-\d\d-\d\d/.exec(iso)?.[0] ?? '');
    return Number.isNaN(time)
      ? iso
      : new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'}).format(time);
  }

  return {
    language,
    direction: RTL.test(language) ? 'rtl' : 'ltr',
    message: (key, values) =>
      parts(key, values)
        .map(({text}) => text)
        .join(''),
    parts,
    number,
    date,
    list: (items) => new Intl.ListFormat(locale).format(items),
    compare: (a, b) => collator.compare(a, b) || collator.compare(fold(a), fold(b)),
  };
}
