import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {memoizeLast} from '../core/memoize-last.js';
import {createLocalizer, type Localizer} from '../i18n/localizer.js';
import type {Messages} from '../i18n/messages.js';
import {assetsUrl} from '../script-url.js';
import {english, messagesFor, type FoundMessages} from '../i18n/messages-for.js';

/** What the locale needs of its element. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  messages: Partial<Messages>;
  assetsHref: string;
}

/**
 * The language of one element: its own `lang`, else the nearest ancestor's across shadow roots, else English; never the browser's.
 * Follows every change of a `lang` on the way, and fetches the messages; until they are here, those before them serve.
 */
export class LocaleController implements ReactiveController {
  /** The tag that the page asks for: of region names, topic labels and dates. */
  language = 'en';
  private found = english;
  private readonly createLocalizer = memoizeLast(({language, messages}: FoundMessages, overrides: Partial<Messages>) =>
    createLocalizer(language, messages, overrides),
  );
  private readonly observer = new MutationObserver(() => this.update());

  constructor(private readonly host: LocaleHost) {
    host.addController(this);
  }

  get localizer(): Localizer {
    return this.createLocalizer(this.found, this.host.messages);
  }

  hostConnected(): void {
    for (let node: Node | null = this.host; node; node = node instanceof ShadowRoot ? node.host : null) {
      node = node.getRootNode();
      this.observer.observe(node, {attributes: true, attributeFilter: ['lang'], subtree: true});
    }
    this.update();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  hostUpdate(): void {
    this.request(this.language);
  }

  private update(): void {
    const language = nearestLanguage(this.host);
    if (language === this.language) return;
    this.language = language;
    this.host.requestUpdate();
  }

  private request(language: string): void {
    const {assetsHref, baseURI} = this.host;
    // The element's base, not the document's, which an image of that name would hide.
    const href = URL.canParse(assetsHref, baseURI) ? new URL(assetsHref, baseURI).href : assetsHref;
    const answer = messagesFor(language, assetsHref ? href : assetsUrl);
    if (answer instanceof Promise) void answer.then((found) => language === this.language && this.show(found));
    else this.found = answer;
  }

  private show(found: FoundMessages): void {
    if (found === this.found) return;
    this.found = found;
    this.host.requestUpdate();
  }
}

function nearestLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const language = node instanceof Element ? node.getAttribute('lang') : null;
    if (language && isLanguageTag(language)) return language;
  }
  return 'en';
}

/** What a page says of itself may be junk, which `Intl` throws at. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
