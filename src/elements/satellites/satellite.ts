import {html, nothing, unsafeCSS, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {ColorSchemeController} from '../../controllers/color-scheme.js';
import {FeedController} from '../../controllers/feed/feed.js';
import {LocaleController} from '../../controllers/locale.js';
import {SearchController} from '../../controllers/search.js';
import type {FeedError} from '../../core/feed/feed-error.js';
import {MAX_BYTES} from '../../core/feed/fetch.js';
import {MAX_PRACTICES} from '../../core/feed/normalize/normalize.js';
import {memoizeLast} from '../../core/memoize.js';
import type {Attribute} from '../../core/practice.js';
import {readValues} from '../../core/state/refinement-syntax.js';
import {stateToRoute, writeRoute} from '../../core/state/route.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {initialState, noRefinements, type SearchState} from '../../core/state/search-state.js';
import type {PageMessages} from '../../i18n/messages.js';
import {readRefinementSetting} from '../browser/settings.js';
import {reportUnmatched} from '../browser/unmatched-settings.js';
import {anyOf, filters, folder, link, linkHref, prefix} from '../shared/attribute-rules.js';
import {base} from '../shared/base.js';
import {cityHref} from '../shared/city-href.js';
import {PublicElement} from '../shared/public-element.js';
import css from './satellite.css?inline';

/**
 * A small element that shows a part of a feed on any page, and links to the page with
 * `<good-practice-browser>`. Elements with the same `src` share one feed. Visitors see the fallback
 * content between its tags until the practices load, and if they fail to load. The console then
 * says why.
 */
export abstract class Satellite extends PublicElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties: PropertyDeclarations = {
    src: {},
    format: {},
    engine: {converter: anyOf(['opensearch'])},
    scope: {converter: filters},
    excludeTopics: {attribute: 'exclude-topics'},
    browserHref: {attribute: 'browser-href', converter: link},
    urlKey: {attribute: 'url-key', converter: prefix},
    cityHref: {attribute: 'city-href', converter: link},
    assetsHref: {attribute: 'assets-href', converter: folder},
    practices: {attribute: false},
    messages: {attribute: false},
  };

  /**
   * Address of the feed, relative to the page. Several addresses, separated by spaces, are merged.
   */
  src = '';
  /**
   * Format of the feed, with the same values as for `<good-practice-browser>`. Default: the one
   * that the content of the feed shows.
   */
  format: '' | 'json' | 'json-feed' | 'wordpress' | 'drupal' | 'geojson' | 'rss' | 'atom' | 'csv' = '';
  /** `opensearch`: `src` is the address of a search cluster, as for `<good-practice-browser>`. */
  engine: '' | 'opensearch' = '';
  /**
   * Uses only these practices: `country:ES topic:education,youth year:2015..2019`. Default: all.
   * The console names the words that are not understood; they are ignored.
   */
  scope = '';
  /** Topics that are not shown, with the same values as for `<good-practice-browser>`. */
  excludeTopics = '';
  /**
   * Address of the page with `<good-practice-browser>`, relative to this page. Default: this page.
   */
  browserHref = '';
  /**
   * The `url-key` of that `<good-practice-browser>`: the prefix of its parameters in the page's
   * address.
   */
  urlKey = 'gp';
  /**
   * Address of the page with `<gpb-city>`, relative to this page: `city.html?city={city}`. Names of
   * cities lead there.
   */
  cityHref = '';
  /**
   * Folder of the widget's other files, if the script was moved or merged. Default: the folder of
   * the script.
   */
  assetsHref = '';
  /**
   * Practices as the feed's `practices` has them: an array of records. They take precedence over
   * `src`.
   */
  practices: readonly unknown[] | null = null;
  /**
   * The page's own texts by message key, such as `{allPractices: 'More'}`. They replace those of
   * the language.
   */
  messages: PageMessages = {};
  // The defaults of `<good-practice-browser>`: elements share a feed only if its limits are the
  // same.
  readonly maxBytes = MAX_BYTES;
  readonly maxPractices = MAX_PRACTICES;

  private readonly scheme = new ColorSchemeController(this);
  protected readonly locale = new LocaleController(this);
  protected readonly feed = new FeedController(this);
  protected readonly search = new SearchController(this);
  private readonly readScope = memoizeLast(readRefinementSetting);
  private readonly readExcluded = memoizeLast(readValues);
  private readonly reportUnmatched = memoizeLast(reportUnmatched);
  private seenError: FeedError | null = null;

  /** The attributes to count. */
  protected readonly facets: readonly Attribute[] = [];

  /** Which practices it shows. */
  protected get state(): SearchState {
    return initialState;
  }

  /** How many practices it needs. */
  protected get limit(): number {
    return 1;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.feed.update({mayStart: true, showsParts: false});
    const {error, feed} = this.feed.snapshot;
    if (error && error !== this.seenError) console.warn(`<${this.localName}>: ${error.message}`);
    this.seenError = error;
    const options = {
      scope: this.readScope(this.scope),
      excludedTopics: this.readExcluded(this.excludeTopics),
      facets: this.facets,
      sort: 'newest',
      hitsPerPage: this.limit,
      ...this.locale.forSearch,
    } as const;
    this.search.ask(feed, options, this.state);
    const {engine} = this.search;
    if (engine) void this.reportUnmatched(engine, noRefinements, '', this.scope, '');
  }

  override render(): TemplateResult {
    const {localizer, ownLanguage} = this.locale;
    const {results} = this.search;
    const content = results && this.feed.snapshot.feed ? this.renderResults(results) : nothing;
    if (content === nothing) return html`<slot></slot>`;
    return html`<div
      class=${this.scheme.isLight ? 'on-dark' : ''}
      lang=${ownLanguage ?? nothing}
      dir=${localizer.direction}
    >
      ${content}
    </div>`;
  }

  /** Draws the results; `nothing` shows the fallback content instead. */
  protected abstract renderResults(results: SearchResults): unknown;

  /** The address of the page about a city; `''` if there is none. */
  protected linkToCity(city: string): string {
    return cityHref(this.cityHref, city, this.baseURI);
  }

  /** The address at which `<good-practice-browser>` shows a state. */
  protected linkTo(state: Partial<SearchState>): string {
    const {baseURI, browserHref, urlKey} = this;
    const href = linkHref(browserHref, baseURI);
    const url = new URL(href, href ? baseURI : pageAddress(baseURI));
    const route = stateToRoute({...initialState, ...state}, noRefinements);
    url.search = writeRoute(url.search.slice(1), urlKey, route);
    return url.href;
  }
}

/**
 * The address of this page, which a `<base>` does not change. A frame with `srcdoc` has none, so its
 * links lead to the page around it.
 */
const pageAddress = (base: string): string => (URL.canParse('', location.href) ? location.href : base);
