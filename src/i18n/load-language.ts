import {loadLocale, loadStemmer, loadWords, LOCALE_HINT, WORDS_HINT} from '#own-files';
import {isObject} from '../core/feed/json-value.js';
import {nearestLanguage} from '../core/localized-text.js';
import {type LanguageWords, readWordsFile} from '../core/search/words.js';
import {languages, stemmedLanguages, wordLanguages} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {warnOnce} from '../platform/warn-once.js';
import {en} from './en.js';
import {isMessage, type Messages} from './messages.js';

/**
 * What Intl knows of a language that some browsers do not know. The build takes it from CLDR and
 * writes it into the language's file.
 */
export interface IntlExtract {
  /** Names of countries by their code, if they differ from the English names. */
  readonly countries: Readonly<Record<string, string>>;
  /** The pattern of a date in each month: `{d} nëntor {y}`. `{dd}` is a day of two digits. */
  readonly dates: readonly string[];
  /** The text before the last of two items, and of more. */
  readonly and: readonly [string, string];
  /** A language that every browser knows, and that formats numbers in the same way. */
  readonly numbers: string;
  /** Its letters in their order. `''` if it sorts as other languages of its script. */
  readonly alphabet: string;
}

/** The messages of one language. */
export interface FoundMessages {
  /** The tag of the file. `en` if no file was found. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Partial<Messages>;
  /** Only present if the browser does not know the language. */
  readonly intl?: IntlExtract;
}

/** `locales/<tag>.json`. A file of another version of the widget may have other messages. */
type LocaleFile = Omit<FoundMessages, 'language'>;

export const english: FoundMessages = {language: 'en', direction: 'ltr', messages: en};

/** The requests of this page, by tag and folder. */
const messageRequests = new Map<string, Promise<FoundMessages>>();
let hasFailed = false;

/** Allows languages that failed to load to be requested again. */
export function forgetFailures(): void {
  if (hasFailed) messageRequests.clear();
  hasFailed = false;
}

/**
 * The messages for a BCP 47 tag in canonical spelling: English at once, others from their file.
 * Never rejects: if the file fails to load, visitors see English, and the console says so once.
 */
export function loadMessages(tag: string, place: AssetsHost): FoundMessages | Promise<FoundMessages> {
  if (/^en\b/.test(tag)) return english;
  const key = `${tag} ${place.assetsHref ?? ''}`;
  const request = messageRequests.get(key) ?? fetchMessages(tag, place);
  messageRequests.set(key, request);
  return request;
}

async function fetchMessages(tag: string, place: AssetsHost): Promise<FoundMessages> {
  const language = nearestLanguage(tag, languages) || 'en';
  if (language === 'en') return english;
  if (language !== tag) return loadMessages(language, place);
  try {
    const {direction, intl, messages} = readLocaleFile(await loadLocale(language, place));
    // Collator is the part of Intl that knows the fewest languages.
    const isUnknown = !Intl.Collator.supportedLocalesOf(language).length;
    return {language, direction, messages, ...(intl && isUnknown && {intl})};
  } catch (error) {
    hasFailed = true;
    warnOnce(
      `The messages in “${language}” failed to load, so the widget shows English. ${String(error)} ${LOCALE_HINT}`,
    );
    return english;
  }
}

/**
 * The messages of a file that this version uses. Throws a `TypeError` if there are none: a server
 * may send another document.
 */
function readLocaleFile(file: unknown): LocaleFile {
  const {direction, intl, messages} = (isObject(file) ? file : {}) as Partial<LocaleFile>;
  const ours = Object.entries(messages ?? {}).filter(([key, value]) => isMessage(key, value));
  if (!ours.length) throw new TypeError('Its file does not contain messages.');
  return {
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    messages: Object.fromEntries(ours),
    ...(isIntlExtract(intl) && {intl}),
  };
}

/** A file of another version may have another form. */
const isIntlExtract = (value: unknown): value is IntlExtract =>
  isObject(value) &&
  isObject(value['countries']) &&
  hasTexts(value['dates'], 12) &&
  hasTexts(value['and'], 2) &&
  hasTexts([value['numbers'], value['alphabet']], 2);

const hasTexts = (value: unknown, count: number) =>
  Array.isArray(value) && value.length === count && value.every((text) => typeof text === 'string');

/** The requests of this page, by tag and folder. */
const wordRequests = new Map<string, Promise<LanguageWords | null>>();

/** The language whose words to use for a BCP 47 tag, or `''` if there are none. */
export const wordLanguage = (tag: string): string => nearestLanguage(tag, wordLanguages);

/**
 * The words of one of `wordLanguages` for searching. Never rejects: if they fail to load, it
 * returns null, and the console says so once. The stemmer is optional.
 */
export function loadWordsFor(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  const key = `${language} ${place.assetsHref ?? ''}`;
  const request = wordRequests.get(key) ?? fetchWords(language, place);
  wordRequests.set(key, request);
  return request;
}

async function fetchWords(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  // A policy of the page may block the stemmer. Then words with a long common beginning count as
  // the same.
  const stemmer = stemmedLanguages.includes(language) ? loadStemmer(language, place).catch(() => undefined) : undefined;
  try {
    const file = readWordsFile(await loadWords(language, place));
    return {language, file, stem: await stemmer};
  } catch (error) {
    warnOnce(
      `The words in “${language}” failed to load, so the search compares spellings only. ${String(error)} ${WORDS_HINT}`,
    );
    wordRequests.delete(`${language} ${place.assetsHref ?? ''}`);
    return null;
  }
}
