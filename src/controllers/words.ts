import type {ReactiveControllerHost} from 'lit';
import type {LanguageWords} from '../core/search/words.js';
import {wordLanguage, wordsFor} from '../i18n/words-for.js';
import type {FilesPlace} from '../platform/files-place.js';

/** So long “nothing found” waits for words that are on their way. */
const MAX_WAIT_MS = 3000;
const MAX_BROWSER_LANGUAGES = 2;

/**
 * The words that the search of one element knows: those of the page's and the texts' languages and, where nothing was found, of the
 * browser's. Nothing of it is stored, or sent anywhere.
 */
export class WordsController {
  /** Those that are loaded, in the order in which queries are looked up in them. A new list whenever languages have loaded or failed to. */
  value: readonly LanguageWords[] = [];
  private readonly loaded = new Map<string, LanguageWords | null>();
  /** The browser's languages that were asked for. */
  private browserLanguages: readonly string[] = [];
  private request: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & FilesPlace,
    /** BCP 47 tags: the page's language first, then those of the texts. */
    private readonly ownLanguages: () => readonly string[],
  ) {}

  /** Whether words for the next query are on their way. */
  get isLoading(): boolean {
    return this.missing.length > 0;
  }

  /** Loads the words of the page's and the texts' languages. Settles when they have loaded or failed to; after three seconds at most. */
  load(): Promise<void> {
    if (!this.missing.length) return Promise.resolve();
    this.request ??= this.loadMissing();
    return Promise.race([this.request, new Promise<void>((resolve) => setTimeout(resolve, MAX_WAIT_MS))]);
  }

  /** Loads the words of the browser's languages that are written in the script of a query. Whether there are any that were not asked for before. */
  async loadForBrowser(query: string): Promise<boolean> {
    const languages = navigator.languages
      .filter((tag) => isInScriptOf(query, tag))
      .map(wordLanguage)
      .filter((language) => language && !this.loaded.has(language));
    if (!languages.length) return false;
    this.browserLanguages = [...new Set([...this.browserLanguages, ...languages])].slice(0, MAX_BROWSER_LANGUAGES);
    if (!this.missing.length) return false;
    await this.load();
    return true;
  }

  private get languages(): readonly string[] {
    return [...new Set([...this.ownLanguages().map(wordLanguage).filter(Boolean), ...this.browserLanguages])];
  }

  private get missing(): readonly string[] {
    return this.languages.filter((language) => !this.loaded.has(language));
  }

  private async loadMissing(): Promise<void> {
    await Promise.all(
      this.missing.map(async (language) => this.loaded.set(language, await wordsFor(language, this.host))),
    );
    this.request = undefined;
    this.value = this.languages.flatMap((language) => this.loaded.get(language) ?? []);
    this.host.requestUpdate();
  }
}

/** Whether a query has letters of the script that a language is written in. */
function isInScriptOf(query: string, tag: string): boolean {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const scripts = {Jpan: ['Hira', 'Kana', 'Hani'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani']}[script] ?? [
    script,
  ];
  return scripts.some((one) => new RegExp(`\\p{Script=${one}}`, 'u').test(query));
}
