import {html, LitElement, nothing, unsafeCSS, type PropertyDeclarations, type TemplateResult} from 'lit';
import {FeedController} from '../../controllers/feed.js';
import {LocaleController} from '../../controllers/locale.js';
import {SearchController} from '../../controllers/search.js';
import {TextToneController} from '../../controllers/text-tone.js';
import type {SearchResults} from '../../core/engine.js';
import {MAX_BYTES} from '../../core/feed/fetch-feed.js';
import {MAX_PRACTICES} from '../../core/feed/normalize.js';
import {memoizeLast} from '../../core/memoize-last.js';
import {stateToRoute, writeRoute} from '../../core/route.js';
import {initialState, noRefinements, type SearchState} from '../../core/search-state.js';
import type {OwnMessages} from '../../i18n/messages.js';
import {base} from '../../styles/base.js';
import {linkHref, readRefinementSetting} from '../settings.js';
import css from './satellite.css?inline';

/**
 * A small element that shows something of a browser elsewhere, on this page or another, and leads there. It shares the feed of a browser
 * with the same `src`. What stands between its tags is shown until the practices are here, and where they cannot be had.
 */
export abstract class Satellite extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties: PropertyDeclarations = {
    src: {},
    format: {},
    scope: {},
    browserHref: {attribute: 'browser-href'},
    urlKey: {attribute: 'url-key'},
    assetsHref: {attribute: 'assets-href'},
    practices: {attribute: false},
    messages: {attribute: false},
  };

  /** Address of the feed, relative to the page; several, separated by white space, are merged. */
  src = '';
  /** What the feed is, where its content does not show it; as for the browser. */
  format = '';
  /** Only these practices exist: `country:ES topic:education,youth`. */
  scope = '';
  /** The page where the browser is; this one where it is empty. */
  browserHref = '';
  /** The browser's prefix in the address. */
  urlKey = 'gp';
  /** Where our further files lie, when the script was moved or merged. */
  assetsHref = '';
  practices: readonly unknown[] | null = null;
  messages: OwnMessages = {};
  // As those of the browser are by default: else its feed would not be the same.
  readonly maxBytes = MAX_BYTES;
  readonly maxPractices = MAX_PRACTICES;

  private readonly tone = new TextToneController(this);
  protected readonly locale = new LocaleController(this);
  protected readonly feed = new FeedController(this, {
    takesPart: () => false,
    onLoad: () => undefined,
    onFail: ({message}) => console.warn(`<${this.localName}>: ${message}`),
  });
  private readonly readScope = memoizeLast((text: string) => readRefinementSetting('scope', text));
  private readonly noFacets = [];
  protected readonly search = new SearchController(this, {
    feed: () => this.feed.value,
    options: () => ({
      scope: this.readScope(this.scope),
      facets: this.noFacets,
      sort: 'newest',
      hitsPerPage: this.limit,
      ...this.locale.forSearch,
    }),
    state: () => initialState,
    onResults: () => undefined,
  });

  /** How many practices it shows. */
  protected get limit(): number {
    return 1;
  }

  override render(): TemplateResult {
    const {language, direction} = this.locale.localizer;
    const {results} = this.search;
    const content = results && this.feed.value ? this.renderResults(results) : nothing;
    if (content === nothing) return html`<slot></slot>`;
    return html`<div class=${this.tone.isLight ? 'on-dark' : ''} lang=${language} dir=${direction}>${content}</div>`;
  }

  /** What it shows; `nothing` for what stands between its tags. */
  protected abstract renderResults(results: SearchResults): unknown;

  /** Where the browser shows a state. */
  protected linkTo(state: Partial<SearchState>): string {
    const {baseURI, browserHref, urlKey} = this;
    const url = new URL(linkHref(browserHref, baseURI), baseURI);
    const route = stateToRoute({...initialState, ...state}, noRefinements);
    url.search = writeRoute(url.search.slice(1), urlKey, route);
    return url.href;
  }
}
