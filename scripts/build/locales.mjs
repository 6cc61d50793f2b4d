// The languages, as written in src/i18n and as shipped.
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

const folder = join(import.meta.dirname, '../../src/i18n');

/** Reads a file of `src/i18n`. Throws an error that names the file if it is not valid JSON. */
export function readJson(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new Error(`src/i18n/${name}: ${error.message}`, {cause: error});
  }
}

/** The member states of the Council of Europe, and other countries of cities in the programme. */
export const regions = (
  'AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK ' +
  'SM TR UA XK AU BR BY CA IL JO JP KR LB MA MX NZ RU TN US VA'
).split(' ');

/**
 * The languages for which Chromium has everything that Intl offers. For others it lacks all or
 * some: it has no order of letters for `az` and `bs`. Firefox and Safari know more.
 */
const knownToChromium = (
  'af am ar bg bn ca cs da de el en es et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv ml mr ms nb nl no pl pt ro ru sk ' +
  'sl sr sv sw ta te th tr uk ur vi zh'
).split(' ');

const englishKeys = [...readFileSync(join(folder, 'en.ts'), 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);

/** @returns {string} the tag in the name of a language's file */
function tagOf(name) {
  const tag = basename(name, '.json');
  try {
    if (Intl.getCanonicalLocales(tag)[0] === tag) return tag;
  } catch {
    // Not a tag at all, which is the same error.
  }
  throw new Error(`src/i18n/locales/${name}: name the file by the BCP 47 tag of its language, such as de or sr-Latn.`);
}

/** All languages except English, as translators wrote them. */
export const readLocales = () =>
  readdirSync(join(folder, 'locales'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({translators: [], reviewed: false, ...readJson(join('locales', name)), tag: tagOf(name)}));

/** The languages that Chromium does not know, or not fully. */
export const unknownToChromium = readLocales()
  .map(({tag}) => tag)
  .filter((tag) => !knownToChromium.includes(new Intl.Locale(tag).language));

/** The names of the messages that a language lacks. Visitors read these in English. */
const missingMessages = ({messages}) => englishKeys.filter((key) => !messages[key]);

/** Drops plural forms that equal `other`. */
function shortenForms(message) {
  if (typeof message === 'string') return message;
  const forms = Object.entries(message).filter(([form, text]) => form === 'other' || text !== message.other);
  return forms.length > 1 ? Object.fromEntries(forms) : message.other;
}

const shortenMessages = ({messages}) =>
  Object.fromEntries(englishKeys.filter((key) => messages[key]).map((key) => [key, shortenForms(messages[key])]));

/**
 * One line for each language that lacks something, for translators.
 * @param wordTags the languages that have words for searching
 */
export function languageWarnings(locales, wordTags) {
  const nameOf = new Intl.DisplayNames('en', {type: 'language'});
  return locales.flatMap((locale) => {
    const {tag, messages} = locale;
    const missing = missingMessages(locale);
    const unknown = Object.keys(messages).filter((key) => !englishKeys.includes(key));
    const findings = [
      missing.length && `lacks messages, which visitors read in English: ${missing.join(', ')}`,
      unknown.length && `has messages that src/i18n/en.ts does not have: ${unknown.join(', ')}`,
      !wordTags.includes(tag) && `has no words for searching, src/i18n/words/${tag}.json`,
    ].filter(Boolean);
    return findings.length ? `${tag} (${nameOf.of(tag)}): ${findings.join('; ')}.` : [];
  });
}

/** The languages that lack messages, with their names. A release must not have any. */
export const incompleteLanguages = (locales) =>
  locales.flatMap((locale) => {
    const missing = missingMessages(locale);
    return missing.length ? `${locale.tag} (${missing.join(', ')})` : [];
  });

/** The living scripts that run from right to left. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/**
 * The direction of a language, by the script that CLDR knows for it. `Intl.Locale` offers text info
 * as well, but in Node 20 that is wrong for languages without data, such as `dv`.
 */
export const directionOf = (tag) => (rightToLeft.includes(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr');

/**
 * The file that is shipped for a language: its messages by name. If some browser does not know the language,
 * also what Intl says about it.
 */
export function toShipped(locale) {
  const {tag} = locale;
  const intl = unknownToChromium.includes(tag) ? extractIntl(tag) : undefined;
  return {direction: directionOf(tag), messages: shortenMessages(locale), intl};
}

const sampleNumbers = [1234, 12_345, 1_234_567];
/** Languages that every browser knows. Other languages format numbers like one of them. */
const numberModels = ['en', 'de', 'fr', 'pl', 'nb', 'es', 'hi', 'ar-EG', 'fa', 'mr', 'bn'];
const writesAlike = (a, b) =>
  sampleNumbers.every((number) => new Intl.NumberFormat(a).format(number) === new Intl.NumberFormat(b).format(number));

/**
 * What Intl says about a language, from Node's full data, for browsers that do not know it.
 * Undefined if CLDR does not know the language either. Then countries, dates and numbers are in
 * English.
 */
function extractIntl(tag) {
  if (!Intl.DisplayNames.supportedLocalesOf('cy').length)
    throw new Error('This Node does not know Welsh, so it lacks most languages. Use a Node with full ICU data.');
  if (!Intl.DisplayNames.supportedLocalesOf(tag).length) return undefined;
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
  const numbers = numberModels.find((model) => writesAlike(model, tag)) ?? 'en';
  return {
    countries: Object.fromEntries(countries),
    dates: Array.from({length: 12}, (_, month) => datePattern(month)),
    and: [lastLiteral(['a', 'b']), lastLiteral(['a', 'b', 'c'])],
    numbers,
    alphabet: readJson('alphabets.json')[tag] ?? '',
  };
}

/** All languages including English, by their own names, each with a capital as in a list. */
export function languageNames() {
  const english = new Intl.DisplayNames('en', {type: 'language'});
  const own = (tag) => new Intl.DisplayNames(tag, {type: 'language'}).of(tag);
  const capitalize = (text, tag) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(tag));
  return [{tag: 'en', reviewed: true, translators: []}, ...readLocales()]
    .map(({tag, reviewed, translators}) => ({
      tag,
      english: english.of(tag),
      // Georgian has capitals, but does not use them in lists.
      own: tag === 'ka' ? own(tag) : capitalize(own(tag), tag),
      reviewed,
      translators,
    }))
    .sort((a, b) => a.english.localeCompare(b.english, 'en'));
}
