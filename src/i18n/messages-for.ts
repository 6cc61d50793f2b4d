import {integrities} from 'virtual:locales';
import {en} from './en.js';
import type {Messages} from './messages.js';

/** The messages of one language, as they were found. */
export interface FoundMessages {
  /** The tag of the file that answered; `en` where none did. */
  readonly language: string;
  readonly messages: Partial<Messages>;
}

export const english: FoundMessages = {language: 'en', messages: en};

const OTHER_NAMES = new Map([['no', 'nb']]);
const requests = new Map<string, Promise<FoundMessages>>();

/** The language of ours that serves a BCP 47 tag: the tag itself, or the nearest without its last subtags; `en` where there is none. */
export function supportedLanguage(tag: string): string {
  const subtags = tag.split(/[-_]/);
  for (let length = subtags.length; length > 0; length--) {
    const wanted = subtags.slice(0, length).join('-').toLowerCase();
    const language = [...integrities.keys()].find((key) => key.toLowerCase() === (OTHER_NAMES.get(wanted) ?? wanted));
    if (language) return language;
  }
  return 'en';
}

/**
 * The messages for a BCP 47 tag: English at once, others from a file under `assetsHref`, an absolute address with a slash at its end,, once for the page.
 * Never rejects: where the file is missing or is not the one that was built, English serves and the console says so once.
 */
export function messagesFor(tag: string, assetsHref: string): FoundMessages | Promise<FoundMessages> {
  const language = supportedLanguage(tag);
  if (language === 'en') return english;
  const key = `${language} ${assetsHref}`;
  const request = requests.get(key) ?? fetchMessages(language, assetsHref);
  requests.set(key, request);
  return request;
}

async function fetchMessages(language: string, assetsHref: string): Promise<FoundMessages> {
  try {
    const integrity = integrities.get(language) ?? '';
    const response = await fetch(new URL(`locales/${language}.json`, assetsHref), {integrity});
    if (!response.ok) throw new Error(`status ${response.status}`);
    return {language, messages: (await response.json()) as Partial<Messages>};
  } catch (error) {
    console.warn(
      `<good-practice-browser>: no messages in “${language}” under “${assetsHref}”; English is shown. ${String(error)}`,
    );
    return english;
  }
}
