import {loadLocale, LOCALE_HINT} from '#own-files';
import {isObject} from '../core/feed/json-value.js';
import {languages} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {warnOnce} from '../platform/warn-once.js';
import {en} from './en.js';
import type {IntlExtract} from './intl-extract.js';
import type {Messages} from './messages.js';
import {nearestLanguage} from './nearest-language.js';
import {isMessage} from './page-messages.js';

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
const requests = new Map<string, Promise<FoundMessages>>();
let hasFailed = false;

/** Lets languages that failed to load be asked for again. */
export function forgetFailures(): void {
  if (hasFailed) requests.clear();
  hasFailed = false;
}

/**
 * The messages for a BCP 47 tag in its canonical spelling: English at once, others from their file.
 * Never rejects: if the file fails to load, English serves and the console says so once.
 */
export function loadMessages(tag: string, place: AssetsHost): FoundMessages | Promise<FoundMessages> {
  if (/^en\b/.test(tag)) return english;
  const key = `${tag} ${place.assetsHref ?? ''}`;
  const request = requests.get(key) ?? fetchMessages(tag, place);
  requests.set(key, request);
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
