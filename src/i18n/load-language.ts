import {loadLocale, loadStemmer, loadWords, LOCALE_HINT, WORDS_HINT} from '#own-files';
import {isObject} from '../core/feed/json-value.js';
import {type LanguageWords, readWordsFile} from '../core/search/words.js';
import {languages, stemmedLanguages, wordLanguages} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {warnOnce} from '../platform/warn-once.js';
import {en} from './en.js';
import {isMessage, type Messages} from './messages.js';

/** `locales/<tag>.intl.json`: what Intl says of a language that some browsers do not know, taken from CLDR by the build. */
export interface IntlExtract {
  /** Names of countries by their code, where they are not the English ones. */
  readonly countries: Readonly<Record<string, string>>;
  /** How a date is written in each month: `{d} nëntor {y}`; the day is `{dd}` where it has a zero before it. */
  readonly dates: readonly string[];
  /** What stands before the last of two, and of more. */
  readonly and: readonly [string, string];
  /** A language that every browser knows, and that writes numbers alike. */
  readonly numbers: string;
  /** Its letters in their order; `''` where that of Latin letters elsewhere is right. */
  readonly alphabet: string;
}

/** The messages of one language. */
export interface FoundMessages {
  /** The tag of the file that answered; `en` if none did. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Partial<Messages>;
  /** Present if the browser does not know the language. */
  readonly intl?: IntlExtract;
}

/** `locales/<tag>.json`. Files of another version of the widget may have other messages. */
type LocaleFile = Omit<FoundMessages, 'language'>;

export const english: FoundMessages = {language: 'en', direction: 'ltr', messages: en};

/** What this page asked for, by tag and folder. */
const messageRequests = new Map<string, Promise<FoundMessages>>();
let hasFailed = false;

/** Lets languages that failed to load be asked for again. */
export function forgetFailures(): void {
  if (hasFailed) messageRequests.clear();
  hasFailed = false;
}

/**
 * The messages for a BCP 47 tag in its canonical spelling: English at once, others from their file.
 * Never rejects: if the file fails to load, English serves and the console says so once.
 */
export function loadMessages(tag: string, place: AssetsHost): FoundMessages | Promise<FoundMessages> {
  if (/^en\b/.test(tag)) return english;
  const key = `${tag} ${place.assetsHref ?? ''}`;
  const request = messageRequests.get(key) ?? fetchMessages(tag, place);
  messageRequests.set(key, request);
  return request;
}

async function fetchMessages(tag: string, place: AssetsHost): Promise<FoundMessages> {
  const language = nearestLanguage(tag, languages);
  if (language === 'en') return english;
  if (language !== tag) return loadMessages(language, place);
  try {
    const {direction, intl, messages} = readLocaleFile(await loadLocale(language, place));
    // Of all the parts of Intl, Collator knows the fewest languages.
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

/** What a file has that this version shows. Throws a `TypeError` if that is nothing: a server may answer with another document. */
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

/** Files of another version may have another form. */
const isIntlExtract = (value: unknown): value is IntlExtract =>
  isObject(value) &&
  isObject(value['countries']) &&
  hasTexts(value['dates'], 12) &&
  hasTexts(value['and'], 2) &&
  hasTexts([value['numbers'], value['alphabet']], 2);

const hasTexts = (value: unknown, count: number) =>
  Array.isArray(value) && value.length === count && value.every((text) => typeof text === 'string');

/**
 * The one of our languages that serves a BCP 47 tag in its canonical spelling: the tag itself, or without its last subtags one by one, or with the script that
 * the language is written in there (`sr-ME` in Latin letters, `sr` in Cyrillic); `en` where there is none.
 */
export function nearestLanguage(tag: string, languages: readonly string[]): string {
  const {language, script} = new Intl.Locale(tag).maximize();
  const subtags = tag.split('-');
  const shorter = subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
  return [...shorter, `${language}-${script}`].find((each) => languages.includes(each)) ?? 'en';
}

/** What this page asked for, by tag and folder. */
const wordRequests = new Map<string, Promise<LanguageWords | null>>();

/** The language whose words serve a BCP 47 tag; `''` if there are none. Unlike messages, words of English serve English alone. */
export function wordLanguage(tag: string): string {
  const nearest = nearestLanguage(tag, wordLanguages);
  return nearest !== 'en' || /^en\b/.test(tag) ? nearest : '';
}

/**
 * The words of one of `wordLanguages` for searching. Never rejects: null if they fail to load, and the console says so once. A stemmer that
 * fails to load is done without.
 */
export function loadWordsFor(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  const key = `${language} ${place.assetsHref ?? ''}`;
  const request = wordRequests.get(key) ?? fetchWords(language, place);
  wordRequests.set(key, request);
  return request;
}

async function fetchWords(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  // A policy may refuse the stemmer. Then words with a long common beginning are the same.
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
