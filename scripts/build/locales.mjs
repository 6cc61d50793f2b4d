// The languages, as they are written in src/i18n and as they are shipped.
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

const folder = join(import.meta.dirname, '../../src/i18n');
const readJson = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The member states of the Council of Europe, and where else cities are that take part. */
export const regions = (
  'AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK ' +
  'SM TR UA XK AU BR BY CA IL JO JP KR LB MA MX NZ RU TN US VA'
).split(' ');

/** What Chromium lacks, in whole (no names of countries) or in part: no order of letters for `az` and `bs`. */
export const unknownToChromium = 'az bs cy eu fo ga gl hy is ka lb mk mt nn rm se sq'.split(' ');

const englishKeys = [...readFileSync(join(folder, 'en.ts'), 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);

/** The languages beside English, as they were written. */
export const readLocales = () =>
  readdirSync(join(folder, 'locales'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({tag: basename(name, '.json'), ...readJson(join('locales', name))}));

/** A form that is like `other` need not be shipped. */
function shortenForms(message) {
  if (typeof message === 'string') return message;
  const forms = Object.entries(message).filter(([form, text]) => form === 'other' || text !== message.other);
  return forms.length > 1 ? Object.fromEntries(forms) : message.other;
}

function shortenMessages({tag, messages}) {
  const missing = englishKeys.filter((key) => !messages[key]);
  if (missing.length) throw new Error(`src/i18n/locales/${tag}.json lacks ${missing.join(', ')}`);
  return Object.fromEntries(englishKeys.map((key) => [key, shortenForms(messages[key])]));
}

/** A language as it is shipped: its messages by name and, where some browser does not know the language, what Intl says of it. */
export function toShipped(locale) {
  const {direction, tag} = locale;
  const intl = unknownToChromium.includes(tag) ? {intl: extractIntl(tag)} : {};
  return {direction, messages: shortenMessages(locale), ...intl};
}

const sampleNumbers = [1234, 12_345, 1_234_567];
/** Languages that every browser knows, for the others that write numbers as they do. */
const numberModels = ['en', 'de', 'fr', 'pl', 'nb', 'es'];
const writesAlike = (a, b) =>
  sampleNumbers.every((number) => new Intl.NumberFormat(a).format(number) === new Intl.NumberFormat(b).format(number));

/** What Intl says of a language, from the full data that Node has, for browsers that do not know it. */
export function extractIntl(tag) {
  if (!Intl.DisplayNames.supportedLocalesOf(tag).length)
    throw new Error(`This Node does not know “${tag}”: it must be one with full ICU data`);
  const [own, english] = [tag, 'en'].map((each) => new Intl.DisplayNames(each, {type: 'region'}));
  const countries = regions.map((code) => [code, own.of(code)]).filter(([code, name]) => name !== english.of(code));
  const date = new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'});
  const datePattern = (month) =>
    date
      .formatToParts(Date.UTC(2026, month, 5))
      .map(({type, value}) => (type === 'day' ? (value === '5' ? '{d}' : '{dd}') : type === 'year' ? '{y}' : value))
      .join('');
  const lastLiteral = (items) =>
    new Intl.ListFormat(tag).formatToParts(items).findLast(({type}) => type === 'literal').value;
  const numbers = numberModels.find((model) => writesAlike(model, tag));
  if (!numbers) throw new Error(`No language that browsers know writes numbers as “${tag}” does`);
  return {
    countries: Object.fromEntries(countries),
    dates: Array.from({length: 12}, (_, month) => datePattern(month)),
    and: [lastLiteral(['a', 'b']), lastLiteral(['a', 'b', 'c'])],
    numbers,
    alphabet: readJson('alphabets.json')[tag] ?? '',
  };
}

/** All languages as people look for them, English among them: by their own names, each with a capital as in a list. */
export function languageNames() {
  const english = new Intl.DisplayNames('en', {type: 'language'});
  const own = (tag) => new Intl.DisplayNames(tag, {type: 'language'}).of(tag);
  const capitalize = (text, tag) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(tag));
  return [{tag: 'en', reviewed: true, translators: []}, ...readLocales()]
    .map(({tag, reviewed, translators}) => ({
      tag,
      english: english.of(tag),
      // Georgian has capitals, but no use for them here
      own: tag === 'ka' ? own(tag) : capitalize(own(tag), tag),
      reviewed,
      translators,
    }))
    .sort((a, b) => a.english.localeCompare(b.english, 'en'));
}
