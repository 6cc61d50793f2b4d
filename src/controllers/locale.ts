import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LocalEngineOptions} from '../core/engine/local-engine.js';
import {languageTag} from '../core/feed/normalize/text.js';
import {memoizeLast} from '../core/memoize.js';
import {english, forgetFailures, loadMessages, type FoundMessages} from '../i18n/load-language.js';
import {createLocalizer, regional, type Localizer} from '../i18n/localizer.js';
import {checkPageMessages, type PageMessages, readPageMessages} from '../i18n/messages.js';
import {ancestorsOf} from '../platform/ancestors.js';

export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  messages: PageMessages;
  assetsHref: string;
}

/**
 * The language of one element: its own `lang`, otherwise that of the nearest ancestor across shadow
 * roots, otherwise English. The browser's own language does not count. The controller follows every
 * change of these attributes and loads the messages; until they have loaded, the previous ones
 * stay. The page's own messages take precedence: first the property, then a `<script
 * type="application/json" slot="messages">` between the tags.
 */
export class LocaleController implements ReactiveController {
  /** The BCP 47 tag that the page sets: for names of regions, labels of topics and dates. */
  language = 'en';
  /** Whether an attribute of the page says so. */
  private isSet = false;
  private found = english;
  private json = '';
  private readonly readPageMessages = memoizeLast(readPageMessages);
  private readonly createLocalizer = memoizeLast(
    // A script of the page may set the property to null.
    (found: FoundMessages, written: PageMessages, set: PageMessages | null) =>
      createLocalizer(found, {...written, ...checkPageMessages(set ?? {}, 'messages')}),
  );
  private readonly observer = new MutationObserver(() => this.update());

  constructor(
    private readonly host: LocaleHost,
    /** Whether messages may be loaded yet. */
    private readonly mayLoad: () => boolean = () => true,
  ) {
    host.addController(this);
  }

  get localizer(): Localizer {
    return this.createLocalizer(this.found, this.readPageMessages(this.json), this.host.messages);
  }

  /**
   * The `lang` of what the host draws; null where it inherits the same. Browsers that translate
   * pages leave out what has a language of its own.
   */
  get ownLanguage(): string | null {
    const {language} = this.localizer;
    return this.isSet && regional(language) === this.language ? null : language;
  }

  /** The options of the language that searching and sorting depend on. */
  get forSearch(): Pick<LocalEngineOptions, 'language' | 'names' | 'alphabet'> {
    const {names, alphabet} = this.localizer;
    return {language: this.language, names, alphabet};
  }

  hostConnected(): void {
    for (let node: Node | null = this.host; node; node = node instanceof ShadowRoot ? node.host : null) {
      node = node.getRootNode();
      this.observer.observe(node, {attributes: true, attributeFilter: ['lang'], subtree: true});
    }
    this.observer.observe(this.host, {childList: true, characterData: true, subtree: true});
    document.addEventListener('DOMContentLoaded', this.update);
    window.addEventListener('online', this.handleOnline);
    this.update();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    document.removeEventListener('DOMContentLoaded', this.update);
    window.removeEventListener('online', this.handleOnline);
  }

  hostUpdate(): void {
    if (this.mayLoad()) this.request(this.language);
  }

  /** A language that failed to load may load now. */
  private readonly handleOnline = (): void => {
    forgetFailures();
    this.host.requestUpdate();
  };

  private readonly update = (): void => {
    const around = languageAround(this.host);
    const language = around || 'en';
    const isSet = around !== '';
    const json = writtenMessages(this.host);
    if (language === this.language && isSet === this.isSet && json === this.json) return;
    this.language = language;
    this.isSet = isSet;
    this.json = json;
    this.host.requestUpdate();
  };

  private request(language: string): void {
    const answer = loadMessages(language, this.host);
    // Not by `instanceof`: a page may have a Promise of its own.
    if ('then' in answer) void answer.then((found) => language === this.language && this.show(found));
    else this.found = answer;
  }

  private show(found: FoundMessages): void {
    if (found === this.found) return;
    this.found = found;
    this.host.requestUpdate();
  }
}

/** The language that the page sets for an element; `''` if it sets none. */
function languageAround(element: Element): string {
  for (const each of ancestorsOf(element)) {
    // The attribute may hold anything, not only a language tag.
    const language = languageTag(each.getAttribute('lang'));
    if (language) return regional(language);
  }
  return '';
}

/**
 * The page's own messages as JSON; `''` while the page is parsed, because the script may be
 * incomplete.
 */
function writtenMessages(host: HTMLElement): string {
  const script = document.readyState === 'loading' ? null : host.querySelector(':scope > script[slot=messages]');
  return script?.textContent ?? '';
}
