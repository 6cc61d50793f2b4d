import {extraKeys, integrity as indexIntegrity} from 'virtual:locales';
import {tellWebmaster} from '../core/tell-webmaster.js';
import {en} from './en.js';
import type {IntlExtract} from './intl-extract.js';
import type {Messages} from './messages.js';
import {nearestLanguage} from './nearest-language.js';
import type {PluralForms} from './plural-forms.js';

/** What was found of one language. */
export interface FoundMessages {
  /** The tag of the file that answered; `en` where none did. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Partial<Messages>;
  /** Where the browser does not know the language. */
  readonly intl?: IntlExtract;
}

/** `locales/index.json`: tag -> hashes of its messages and, if some browser does not know the language, of what Intl says of it. */
type Index = Readonly<Record<string, readonly [messages: string, intl?: string]>>;

/** `locales/<tag>.json`: the messages by their place among the keys. */
interface File {
  readonly direction: 'ltr' | 'rtl';
  readonly messages: readonly (string | PluralForms)[];
}

export const english: FoundMessages = {language: 'en', direction: 'ltr', messages: en};

/** Of every message, in the order of the files; taken before the extras add their own English. */
export const messageKeys: readonly string[] = [...Object.keys(en), ...extraKeys];

const requests = new Map<string, Promise<unknown>>();

/** Asks once for the page. */
function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const request = requests.get(key) ?? ask();
  requests.set(key, request);
  return request as Promise<Answer>;
}

/**
 * The messages for a BCP 47 tag in its canonical spelling: English at once, others from a file under `assetsHref`, an absolute address with a slash at its end.
 * Never rejects: where the file is missing or is not the one that was built, English serves and the console says so once.
 */
export function messagesFor(tag: string, assetsHref: string): FoundMessages | Promise<FoundMessages> {
  if (/^en\b/.test(tag)) return english;
  return once(`${tag} ${assetsHref}`, () => fetchMessages(tag, assetsHref));
}

/** The script knows the hash of the index, and that the hashes of all others: one hash for fifty languages. */
async function fetchMessages(tag: string, assetsHref: string): Promise<FoundMessages> {
  const read = <Content>(name: string, integrity: string): Promise<Content> => {
    const {href} = new URL(`locales/${name}.json`, assetsHref);
    return once(href, async () => {
      const response = await fetch(href, {integrity});
      if (!response.ok) throw new Error(`status ${response.status}`);
      return (await response.json()) as Content;
    });
  };
  try {
    const index = await read<Index>('index', indexIntegrity);
    const language = nearestLanguage(tag, Object.keys(index));
    if (language === 'en') return english;
    const [hash, intlHash] = index[language]!;
    // Which of all the parts of Intl knows the fewest languages.
    const isUnknown = !Intl.Collator.supportedLocalesOf(language).length;
    const [{direction, messages}, intl] = await Promise.all([
      read<File>(language, hash),
      intlHash && isUnknown ? read<IntlExtract>(`${language}.intl`, intlHash) : undefined,
    ]);
    const byKey = Object.fromEntries(messages.map((message, i) => [messageKeys[i], message])) as unknown as Messages;
    return {language, direction, messages: byKey, ...(intl && {intl})};
  } catch (error) {
    tellWebmaster(`no messages in “${tag}” under “${assetsHref}”; English is shown. ${String(error)}`);
    return english;
  }
}
