import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {languageTag} from '../core/feed/normalize/text.js';
import {memoizeLast} from '../core/memoize.js';
import type {LanguageWords} from '../core/search/words.js';
import {loadWordsFor, wordLanguage} from '../i18n/load-language.js';
import type {AssetsHost} from '../platform/assets-host.js';

/** How long “nothing found” and announcements wait for words that are on their way. */
const MAX_WAIT_MS = 3000;
const MAX_BROWSER_LANGUAGES = 2;

/** The outcome of a request for the words of a language. */
type Answer = LanguageWords | 'failed' | 'late';

/**
 * The words that the search of one element knows: those of the page's and the texts' languages and,
 * if nothing was found or only a guess, those of the browser's languages. Nothing is stored or sent anywhere.
 */
export class WordsController implements ReactiveController {
  /** BCP 47 tags: the page's language first, then those of the texts. */
  ownLanguages: readonly string[] = [];

  private readonly answers = new Map<string, Answer>();
  /** The browser's languages that were asked for. */
  private browserLanguages: readonly string[] = [];
  private request: Promise<void> | undefined;
  private readonly listWords = memoizeLast((...answers: readonly Answer[]) =>
    answers.filter((answer) => typeof answer === 'object'),
  );

  constructor(private readonly host: ReactiveControllerHost & AssetsHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.handleOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.handleOnline);
  }

  /**
   * The loaded words, in the order in which queries are looked up in them. Each answer makes a new
   * list, even an empty one.
   */
  get value(): readonly LanguageWords[] {
    return this.listWords(...this.languages.flatMap((language) => this.answers.get(language) ?? []));
  }

  /**
   * Loads the words of the page's and the texts' languages. Settles when they have loaded or failed
   * to, or are late.
   */
  async load(): Promise<void> {
    // The languages may change while the words load.
    while (this.missing.length) await (this.request ??= this.loadMissing());
  }

  /** Loads the words of those browser languages that use the script of the query. */
  async loadForBrowser(query: string): Promise<void> {
    const languages = navigator.languages
      .map(languageTag)
      .filter((tag) => tag && isInScriptOf(query, tag))
      .map(wordLanguage)
      .filter((language) => language && !this.languages.includes(language));
    this.browserLanguages = [...new Set([...this.browserLanguages, ...languages])].slice(0, MAX_BROWSER_LANGUAGES);
    await this.load();
    this.host.requestUpdate();
  }

  /** The next search asks again for words that failed to load. */
  forgetFailures(): void {
    for (const [language, answer] of this.answers) if (answer === 'failed') this.answers.delete(language);
  }

  private get languages(): readonly string[] {
    return [...new Set([...this.ownLanguages.map(wordLanguage).filter(Boolean), ...this.browserLanguages])];
  }

  private get missing(): readonly string[] {
    return this.languages.filter((language) => !this.answers.has(language));
  }

  /** All at once, so that the results change once. */
  private async loadMissing(): Promise<void> {
    const {host, missing} = this;
    const requests = missing.map(async (language) => (await loadWordsFor(language, host)) ?? 'failed');
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), MAX_WAIT_MS));
    const answers = await Promise.all(requests.map((request) => Promise.race([request, late])));
    missing.forEach((language, i) => {
      this.take(language, answers[i]!);
      if (answers[i] === 'late') void requests[i]!.then((answer) => this.take(language, answer));
    });
    this.request = undefined;
  }

  private take(language: string, answer: Answer): void {
    this.answers.set(language, answer);
    this.host.requestUpdate();
  }

  private readonly handleOnline = (): void => {
    this.forgetFailures();
    this.host.requestUpdate();
  };
}

/** Whether a query has letters of the script that a language is written in. */
function isInScriptOf(query: string, tag: string): boolean {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const scripts = {Jpan: ['Hira', 'Kana', 'Hani'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani']}[script] ?? [
    script,
  ];
  return scripts.some((one) => new RegExp(`\\p{Script=${one}}`, 'u').test(query));
}
