// Long: the public interface with its documentation, and the one place that joins all parts.
import {html, nothing, unsafeCSS, type PropertyValues} from 'lit';
import {ColorSchemeController} from '../../controllers/color-scheme.js';
import {FeedController, type FeedOptions} from '../../controllers/feed/feed.js';
import {FirstFrameController} from '../../controllers/first-frame.js';
import {LocaleController} from '../../controllers/locale.js';
import {NearViewportController} from '../../controllers/near-viewport.js';
import {PrintController} from '../../controllers/print.js';
import {RouteController} from '../../controllers/route.js';
import {SearchController, type EngineOptions} from '../../controllers/search.js';
import {UniqueLabelController} from '../../controllers/unique-label.js';
import type {FeedError} from '../../core/feed/feed-error.js';
import {translationFor} from '../../core/localized-text.js';
import {memoizeLast} from '../../core/memoize.js';
import {attributes, type Attribute} from '../../core/practice.js';
import {stateToRoute} from '../../core/state/route.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {
  clearAll,
  isRefinement,
  noRefinements,
  setOpen,
  toggleRefinement,
  type Refinement,
  type SearchState,
} from '../../core/state/search-state.js';
import {linkHref} from '../shared/attribute-rules.js';
import {base} from '../shared/base.js';
import {loadFeatures, loadView} from '../shared/load-features.js';
import {renderHeading} from '../shared/templates.js';
import {BrowserActions} from './actions.js';
import {AddressReader} from './address-reader.js';
import {BrowserAttributes} from './attributes.js';
import {createNotifier} from './notifier.js';
import {PageHeaderController} from './page-header.js';
import {ScrollRestorationController} from './scroll-restoration.js';
import {createSettings} from './settings.js';
import {BrowserStore} from './store.js';
import css from './styles/browser.css?inline';
import chipsCss from './styles/chips.css?inline';
import collectionsCss from './styles/collections.css?inline';
import facetsCss from './styles/facets.css?inline';
import filtersCss from './styles/filters.css?inline';
import searchBoxCss from './styles/search-box.css?inline';
import tabsCss from './styles/tabs.css?inline';
import {reportTornChildren} from './torn-children.js';
import {reportUnmatched} from './unmatched-settings.js';
import {createWidgetView} from './view-model.js';
import {isDrawnAsRange} from './views/facet-items.js';
import {renderFailure, renderWaiting} from './views/loading.js';
import {renderSubmitLink} from './views/submit-link.js';
import {renderWidget} from './views/widget.js';

/**
 * A list of good practices that visitors can search and filter. It comes from the address of a feed. Visitors search, filter by topic,
 * country or year, and read each practice in place. The page address keeps their choices.
 *
 * @summary Search and filter a feed of good practices.
 * @tag good-practice-browser
 *
 * @slot - Shown until the practices load, and again if loading fails: a link or a plain list
 * @slot intro - Above the search field
 * @slot empty - Replaces the message that nothing was found
 * @slot footer - Below the list
 * @slot messages - A `<script type="application/json">` with your own texts for the interface; not shown
 *
 * @fires {GpbEvent<'gpb-loaded'>} gpb-loaded - The feed has loaded, or has grown by further pages, another feed or full texts; `detail`: `{count, title}`
 * @fires {GpbEvent<'gpb-failed'>} gpb-failed - The feed failed to load; `detail`: `{code, status, retryable, message}`
 * @fires {GpbEvent<'gpb-warned'>} gpb-warned - The feed has invalid values, or one of several feeds failed to load; `detail`: `{warnings: [{code, pointer, message}]}`
 * @fires {GpbEvent<'gpb-searched'>} gpb-searched - The visitor searched, changed a filter, sorted, or showed more practices; `detail`: `{query, refinements, collection, totalHits}`
 * @fires {GpbEvent<'gpb-opened'>} gpb-opened - The visitor opened a practice; `detail`: `{id, title}`
 *
 * @csspart base - The whole widget
 * @csspart search-field - The frame around the search field
 * @csspart search-input - The search field
 * @csspart tab - The tab of a view, such as “Map” (`views`)
 * @csspart count - The number of practices found
 * @csspart sort - The menu for the order of the list
 * @csspart chip - A selected filter above the list
 * @csspart filters-button - The button that opens the filters in a narrow layout
 * @csspart facet - One group of filters, such as “Topic”
 * @csspart facet-name - The name of a group of filters, which opens and closes it
 * @csspart card - One practice
 * @csspart title - The title of a practice
 * @csspart image - The image of a practice or a collection
 * @csspart summary - The summary of a practice
 * @csspart place - A city or country on a card. In an open card it is a button that filters. With `city-href`, a city is a link with such a button beside it
 * @csspart topic - A topic on a card, or in an open card the value of a filter of the feed’s own. There it is a button that filters
 * @csspart toggle - “Read more” and “Read less”, also the one at the end of an open card
 * @csspart link - “Copy link” and the button to share it, in an open card
 * @csspart print - “Print” in an open card, and “Print all” below the list
 * @csspart body - The text below “Read more”
 * @csspart source - The link to the page where the practice was published
 * @csspart mark - A word in a text that matches the search
 * @csspart more - The button “Show more practices”
 * @csspart collection - A button above the list that leads to a collection of the feed
 * @csspart empty - The message that nothing was found
 * @csspart failure - The message that the feed failed to load
 * @csspart list-toggle - The button that adds a practice to “My list”
 * @csspart list-counter - The button that opens “My list”, with the number of its practices
 * @csspart download - The button that opens the downloads
 * @csspart offered-filter - A button with a filter that the search names, such as “Filter: Country Germany”
 * @csspart offered-city - A button with a city, below the search field, if the search asks for cities: “which cities work on housing”
 * @csspart literal - “Search only for …”, which searches for the typed word without its meaning
 * @csspart suggestion - “Did you mean …?”, or a word that finds something if the search found nothing
 * @csspart relaxation - A button that removes one filter or word if nothing was found
 * @csspart follow - The link to a feed of the practices with the selected filters
 * @csspart closing - The last lines: title, date and licence of the feed
 * @csspart submit-link - The link above the list to submit a practice (`template-href`)
 *
 * @cssprop [--gpb-accent=light-dark(#1d4ed8, #8ab4ff)] - Links, buttons, selected filters
 * @cssprop [--gpb-on-accent=light-dark(#fff, #0b1220)] - Text on the accent
 * @cssprop [--gpb-color=inherited] - Text. Set it together with `--gpb-background`; one alone has no effect
 * @cssprop [--gpb-background=transparent] - Background of the widget. Set it together with `--gpb-color`
 * @cssprop [--gpb-surface=transparent] - Background of cards and fields. Choose a colour on which the text is readable
 * @cssprop [--gpb-muted=the text at 90 %] - Secondary text
 * @cssprop [--gpb-line=the text at 18 %] - Thin lines and borders
 * @cssprop [--gpb-tint=the accent at 12 %] - Background of selected filters and of bars
 * @cssprop [--gpb-mark=light-dark(#fdeaa0, #5c4a00)] - Background of a word that matches the search
 * @cssprop [--gpb-radius=.75em] - Rounding of the corners of cards and fields
 * @cssprop [--gpb-loading-height=100svh] - Minimum height of the widget while the feed loads, at most one screen. `0px` for none
 */
export class GoodPracticeBrowser extends BrowserAttributes {
  static override styles = [
    base,
    ...[css, searchBoxCss, chipsCss, collectionsCss, filtersCss, facetsCss, tabsCss].map(unsafeCSS),
  ];

  private readonly store = new BrowserStore(this);
  private readonly settings = createSettings(this);
  private readonly colorScheme = new ColorSchemeController(this);
  private readonly locale = new LocaleController(this, () => !this.isDeferred);
  private readonly notifier = createNotifier(this, this.locale);
  private readonly uniqueLabel = new UniqueLabelController(this, () => this.wantedLabel);
  private readonly route = new RouteController(this, {
    facets: this.settings.ownFacets,
    preset: this.settings.preset,
    read: (next, isInAddress, remembered) => this.addressReader.handleRoute(next, isInAddress, remembered),
  });
  private readonly viewport = new NearViewportController(this);
  private readonly feed = new FeedController(this);
  private readonly search = new SearchController(this);
  private readonly firstFrame = new FirstFrameController(this, {
    isReady: () => !!this.search.results && !this.store.isSharedAwaited,
    isUrgent: () => this.route.isOurs,
  });
  private readonly print = new PrintController(this, {
    find: (limit) => this.search.hits(limit),
    drawn: () => this.cardsDrawn(),
  });
  private readonly scrollRestoration = new ScrollRestorationController(this, {
    route: this.route,
    search: this.search,
    settings: this.settings,
    store: this.store,
  });
  private readonly pageHeader = new PageHeaderController(this);
  private readonly parts = {
    feed: this.feed,
    firstFrame: this.firstFrame,
    locale: this.locale,
    notifier: this.notifier,
    print: this.print,
    route: this.route,
    scrollRestoration: this.scrollRestoration,
    search: this.search,
    settings: this.settings,
    store: this.store,
  };
  private readonly addressReader = new AddressReader(this, this.parts);
  private readonly actions = new BrowserActions(this, this.parts);

  private readonly reportUnmatched = memoizeLast(reportUnmatched);

  /** What the last update saw, to tell what is new. */
  private seenSnapshot = this.feed.snapshot;
  private seenResults: SearchResults | null = null;
  private seenFailure: FeedError | null = null;

  /** Query, filters, order, open practices and “My list” of the visitor. */
  get searchState(): SearchState {
    return this.store.search;
  }

  /** The practices and filter values that are shown; null until the feed has loaded. */
  get searchResults(): SearchResults | null {
    return this.search.results;
  }

  /** Loads the feed again. */
  reload(): void {
    this.viewport.assumeNear();
    this.feed.reload(this.feedOptions);
  }

  /** Selects a filter value of `topic`, `country`, `city`, `year`, `source` or another name in `facets`, or removes it if it is selected. */
  refine(attribute: Attribute, value: Refinement): void {
    const known: readonly string[] = [...attributes, ...this.settings.ownFacets()];
    if (!known.includes(attribute)) throw new TypeError(`“${String(attribute)}” is not one of ${known.join(', ')}`);
    if (!isRefinement(value))
      throw new TypeError(
        `${attribute}: “${String(value)}” is neither a text nor a range such as {from: 2015, to: null}`,
      );
    this.store.search = toggleRefinement(this.store.search, attribute, value);
  }

  /** Clears the search and all filters. */
  clear(): void {
    this.store.search = clearAll(this.store.search);
  }

  /** Opens the practice with this id, scrolls to it, and moves the focus to its title. If the search hides it, the search is cleared. */
  open(id: string): void {
    this.viewport.assumeNear();
    this.store.search = setOpen(this.store.search, id, true);
    this.scrollRestoration.toPractice(id, true);
  }

  /** Moves the focus to the search field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#query')?.focus(options);
  }

  /** One direction: the address and the attributes, the feed, the search, and what follows from its results. Rendering only draws. */
  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.route.update();
    this.feed.update(this.feedOptions);
    this.handleFeed();
    this.search.ask(this.feed.snapshot.feed, this.engineOptions, this.store.search);
    this.handleResults();
    this.handleSearchFailure();
  }

  override render() {
    const {localizer, ownLanguage} = this.locale;
    const isOnDark = this.theme !== 'light' && this.colorScheme.isLight;
    return html`
      <div class="root" part="base" lang=${ownLanguage ?? nothing} dir=${localizer.direction}>
        <div class="${this.isHeightReserved ? 'reserved' : ''} ${isOnDark ? 'on-dark' : ''}">
          ${this.heading ? html`<div class="heading">${renderHeading(this.headingLevel, this.heading)}</div>` : nothing}
          <slot name="intro"></slot>
          ${renderSubmitLink(linkHref(this.templateHref, this.baseURI), localizer)} ${this.renderMain()}
          <slot name="footer"></slot>
        </div>
      </div>
    `;
  }

  private renderMain() {
    const {actions, feed, search} = this;
    const {localizer} = this.locale;
    const {error, progress, status} = feed.snapshot;
    if (search.results && feed.snapshot.feed && !this.store.isSharedAwaited) {
      const {isOneOfSeveral, label} = this.uniqueLabel;
      return renderWidget(createWidgetView(this, label, isOneOfSeveral, search.results, this.parts), actions);
    }
    if (error) return renderFailure(error, status === 'loading', localizer, actions);
    if (search.failure) return renderFailure(search.failure, search.isPending, localizer, actions);
    return renderWaiting(this.isLoading, progress, localizer);
  }

  override firstUpdated(): void {
    reportTornChildren(this);
  }

  /** Loads the features that are drawn. */
  override updated(): void {
    const {search, view} = this.store;
    const isWanted =
      this.refresh ||
      view.isListOpen ||
      search.open.length ||
      this.feed.snapshot.feed?.info.missing.length ||
      this.search.results?.hits.some(({practice}) => practice.details) ||
      this.settings.facets().names.some((name) => isDrawnAsRange(name, this.search.labels));
    if (isWanted) void loadFeatures();
    if (this.search.results) void loadView(this.settings.viewOf(search));
    if (this.search.results && this.firstFrame.isOver) this.search.loadWords();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.firstFrame.over;
    return super.getUpdateComplete();
  }

  private get feedOptions(): FeedOptions {
    return {
      mayStart: this.settings.loading() === 'eager' || this.viewport.isNear || this.route.isOurs,
      facets: this.settings.facets().described,
      showsParts: !this.scope && !this.sort && !stateToRoute(this.store.search, noRefinements),
    };
  }

  private get engineOptions(): EngineOptions {
    return {
      scope: this.settings.scope(),
      excludedTopics: this.settings.excludedTopics(),
      facets: this.settings.counted(),
      sort: this.settings.sort(),
      hitsPerPage: this.hitsPerPage,
      ...this.locale.forSearch,
    };
  }

  /** Whether there is a feed to load that nobody has asked for yet. */
  private get isDeferred(): boolean {
    return !this.feedOptions.mayStart && !this.practices;
  }

  /** Nothing can be shown yet: the feed is on its way, or its first cards are. */
  private get isLoading(): boolean {
    const {error, feed, status} = this.feed.snapshot;
    const isAwaited = !this.search.results || this.store.isSharedAwaited;
    return !error && isAwaited && !this.search.failure && (status === 'loading' || feed !== null);
  }

  /**
   * While the feed loads, the widget keeps the height of a screen. Not in a frame: many pages make a frame as high as its contents, and
   * the two would raise each other.
   */
  private get isHeightReserved(): boolean {
    const isPart = !!this.search.results && !this.firstFrame.isOver;
    return (this.isLoading || this.isDeferred || isPart) && window.top === window;
  }

  /** Tells what has become of the feed. */
  private handleFeed(): void {
    const before = this.seenSnapshot;
    const {error, feed, status} = this.feed.snapshot;
    this.seenSnapshot = this.feed.snapshot;
    if (status === 'loading' && before.status !== 'loading' && !this.search.results) this.notifier.announce('loading');
    if (feed && feed !== before.feed) this.notifier.notifyLoaded(feed);
    if (error && error !== before.error) this.notifier.notifyFailed(error);
  }

  /** Tells that a search failed. */
  private handleSearchFailure(): void {
    const {failure} = this.search;
    if (failure && failure !== this.seenFailure) this.notifier.notifySearchFailed(failure);
    this.seenFailure = failure;
  }

  /** Does what follows from results once, when they are new. */
  private handleResults(): void {
    const {results} = this.search;
    if (!results || results === this.seenResults) return;
    this.seenResults = results;
    this.notifier.notifyWarnings(results.warnings);
    this.dropUnknownValues(results);
    void this.addressReader.findShared();
    if (this.feed.snapshot.status === 'complete' && this.search.engine)
      void this.reportUnmatched(this.search.engine, this.settings.preset(), this.facets, this.scope, this.preset);
    void this.addressReader.arrive();
    void this.actions.announceResults(results);
  }

  /** The name for the landmarks; another widget on the page may want the same. `''` without a feed. */
  private get wantedLabel(): string {
    const {feed} = this.feed.snapshot;
    if (!feed) return '';
    return (
      this.ariaLabel ||
      this.ariaLabelledByElements?.[0]?.textContent ||
      this.heading ||
      translationFor(feed.info.title, this.locale.language).text ||
      this.locale.localizer.message('results')
    );
  }

  /** Stops asking for values that no practice has, which an address made up. The next write of the address leaves them out. */
  private dropUnknownValues({state: {collection, refinements}, totalHits}: SearchResults): void {
    // The feed that is on its way may have them.
    if (this.feed.snapshot.status === 'loading') return;
    const {search} = this.store;
    const page = Math.min(search.page, Math.ceil(totalHits / this.hitsPerPage) || 1);
    const next = {...search, collection, page, refinements};
    // By their content: refinements from a worker are a copy, and another state would be asked again. In an
    // address, a text such as `1..5` looks like a range.
    if (JSON.stringify(next) !== JSON.stringify(search)) this.store.search = next;
  }

  /** Settles when the widget and its cards are drawn. */
  private async cardsDrawn(): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.renderRoot.querySelectorAll('gpb-card')].map((card) => card.updateComplete));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'good-practice-browser': GoodPracticeBrowser;
  }
}
