import {
  html,
  LitElement,
  nothing,
  unsafeCSS,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {ColorSchemeController} from '../../controllers/color-scheme.js';
import {FeedController} from '../../controllers/feed.js';
import {LocaleController} from '../../controllers/locale.js';
import {SearchController} from '../../controllers/search.js';
import type {FeedError} from '../../core/feed/feed-error.js';
import {MAX_BYTES} from '../../core/feed/fetch.js';
import {MAX_PRACTICES} from '../../core/feed/normalize/normalize.js';
import {memoizeLast} from '../../core/memoize-last.js';
import {stateToRoute, writeRoute} from '../../core/state/route.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {initialState, noRefinements, type SearchState} from '../../core/state/search-state.js';
import type {PageMessages} from '../../i18n/messages.js';
import {linkHref, readRefinementSetting} from '../browser/settings.js';
import {base} from '../shared/base.js';
import css from './satellite.css?inline';

/**
 * A small element that shows a part of a feed on any page, and links to the page with the browser. It shares the feed of a browser with the
 * same `src`. The fallback content between its tags is shown until the practices are loaded, and if they fail to load.
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

  /** Address of the feed, relative to the page. Several addresses with spaces between them make one list. */
  src = '';
  /** Format of the feed, with the same values as for `<good-practice-browser>`. Without it, the content shows the format. */
  format: '' | 'json' | 'json-feed' | 'wordpress' | 'drupal' | 'geojson' | 'rss' | 'atom' | 'csv' = '';
  /** Takes only these practices from the feed: `country:ES topic:education,youth`. */
  scope = '';
  /** Address of the page with `<good-practice-browser>`. Default: this page. */
  browserHref = '';
  /** The `url-key` of that `<good-practice-browser>`. */
  urlKey = 'gp';
  /** Folder of the widget's other files, if the script was moved or merged. Default: the folder of the script. */
  assetsHref = '';
  /** A list of practices, each as in a feed. It takes precedence over `src`. */
  practices: readonly unknown[] | null = null;
  /** Your own texts for the interface. They take precedence over those of the language. */
  messages: PageMessages = {};
  // As those of the browser are by default: else its feed would not be the same.
  readonly maxBytes = MAX_BYTES;
  readonly maxPractices = MAX_PRACTICES;

  private readonly tone = new ColorSchemeController(this);
  protected readonly locale = new LocaleController(this);
  protected readonly feed = new FeedController(this);
  protected readonly search = new SearchController(this);
  private readonly readScope = memoizeLast((text: string) => readRefinementSetting('scope', text));
  private readonly noFacets = [];
  private seenError: FeedError | null = null;

  /** How many practices it shows. */
  protected get limit(): number {
    return 1;
  }

  override willUpdate(_changed: PropertyValues): void {
    this.feed.update({mayStart: true, showsParts: false});
    const {error, feed} = this.feed.snapshot;
    if (error && error !== this.seenError) console.warn(`<${this.localName}>: ${error.message}`);
    this.seenError = error;
    const options = {
      scope: this.readScope(this.scope),
      facets: this.noFacets,
      sort: 'newest',
      hitsPerPage: this.limit,
      ...this.locale.forSearch,
    } as const;
    this.search.ask(feed, options, initialState);
  }

  override render(): TemplateResult {
    const {language, direction} = this.locale.localizer;
    const {results} = this.search;
    const content = results && this.feed.snapshot.feed ? this.renderResults(results) : nothing;
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
