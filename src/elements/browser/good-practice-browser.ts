import {html, nothing, unsafeCSS, type PropertyDeclarations} from 'lit';
import {ColorSchemeController} from '../../controllers/color-scheme.js';
import {FeedController} from '../../controllers/feed.js';
import {FirstFrameController} from '../../controllers/first-frame.js';
import {LocaleController} from '../../controllers/locale.js';
import {NearViewportController} from '../../controllers/near-viewport.js';
import {PrintController} from '../../controllers/print.js';
import {RouteController} from '../../controllers/route.js';
import {SearchController} from '../../controllers/search.js';
import {UniqueLabelController} from '../../controllers/unique-label.js';
import {FeedError} from '../../core/feed/feed-error.js';
import {attributes, type Attribute} from '../../core/practice.js';
import {stateToRoute} from '../../core/state/route.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {
  clearAll,
  initialState,
  noRefinements,
  setOpen,
  toggleRefinement,
  type Refinement,
  type SearchState,
} from '../../core/state/search-state.js';
import {base} from '../shared/base.js';
import {loadFeatures} from '../shared/load-features.js';
import {renderHeading} from '../shared/templates.js';
import {createActions} from './actions.js';
import {BrowserAttributes} from './attributes.js';
import {createNotifier} from './notifier.js';
import {ScrollRestorationController} from './scroll-restoration.js';
import {createSettings} from './settings.js';
import css from './styles/browser.css?inline';
import chipsCss from './styles/chips.css?inline';
import facetsCss from './styles/facets.css?inline';
import filtersCss from './styles/filters.css?inline';
import searchBoxCss from './styles/search-box.css?inline';
import {createViewer, initialViewState, landmarkName, type ViewState} from './view-model.js';
import {renderFailure, renderWaiting} from './views/loading.js';
import {renderWidget} from './views/widget.js';

/** In the npm build, the search is a chunk that may fail to load. */
const SEARCH_FAILURE = new FeedError('network', 'A part of the search failed to load.');

/**
 * A list of good practices that visitors can search and filter, from the address of a feed. They type a word, tick a topic, a country
 * or a year, and read a practice in full where it stands; the address of the page keeps what they chose.
 *
 * @summary Search and filter a feed of good practices.
 * @tag good-practice-browser
 *
 * @slot - Shown until the practices load, and again if loading fails: a link or a plain list
 * @slot intro - Above the search field
 * @slot empty - Instead of the message when nothing is found
 * @slot footer - Below everything
 * @slot messages - A `<script type="application/json">` with strings of the page's own; not shown
 *
 * @fires {GpbEvent<'gpb-loaded'>} gpb-loaded - The feed is here, or has grown by further pages, by another of several feeds, or by full texts; `detail`: `{count, title}`
 * @fires {GpbEvent<'gpb-failed'>} gpb-failed - The feed failed to load; `detail`: `{code, status, retryable, message}`
 * @fires {GpbEvent<'gpb-warned'>} gpb-warned - Something in the feed is odd, or one of several feeds is missing; `detail`: `{warnings: [{code, pointer, message}]}`
 * @fires {GpbEvent<'gpb-searched'>} gpb-searched - The visitor searched, refined, sorted or asked for more; `detail`: `{query, refinements, totalHits}`
 * @fires {GpbEvent<'gpb-opened'>} gpb-opened - The visitor opened a practice; `detail`: `{id, title}`
 *
 * @csspart base - The whole widget
 * @csspart search-field - The frame around the search field
 * @csspart search-input - The search field
 * @csspart count - How many practices there are
 * @csspart sort - The menu that orders them
 * @csspart chip - A chosen filter
 * @csspart filters-button - The button that shows the filters where there is little room
 * @csspart facet - One facet
 * @csspart facet-name - Its name, which opens and closes it
 * @csspart card - One practice
 * @csspart title - Its title
 * @csspart image - Its image
 * @csspart summary - Its summary
 * @csspart place - A city or country of it
 * @csspart topic - One of its topics
 * @csspart toggle - “Read more” and “Read less”
 * @csspart link - “Copy link” and what sends it, in an open card
 * @csspart body - What “Read more” shows
 * @csspart source - The link to where it was published
 * @csspart mark - A match with the query
 * @csspart more - “Show more practices”
 * @csspart empty - The message when nothing is found
 * @csspart failure - The message when the feed failed to load
 * @csspart list-toggle - The button that puts it on the visitor's list
 * @csspart download - The button that opens the download
 * @csspart offered-filter - A filter that the query names, as a button
 * @csspart literal - “Search only for …”, which leaves out what was found by meaning
 * @csspart suggestion - “Did you mean …?”; where nothing is found, a word that finds something
 * @csspart relaxation - What gives up one thing where nothing is found
 * @csspart closing - The last lines: title, date and licence of the feed
 * @csspart submit-link - The link to the template
 *
 * @cssprop [--gpb-accent=light-dark(#1d4ed8, #8ab4ff)] - Links, buttons, what is chosen
 * @cssprop [--gpb-on-accent=light-dark(#fff, #0b1220)] - Text on the accent
 * @cssprop [--gpb-color=inherited] - Text; only together with `--gpb-background`
 * @cssprop [--gpb-background=transparent] - Behind everything; only together with `--gpb-color`
 * @cssprop [--gpb-surface=transparent] - Behind cards and fields; must suit the text
 * @cssprop [--gpb-muted=the text at 82 %] - Text that matters less
 * @cssprop [--gpb-line=the text at 18 %] - Hairlines and frames
 * @cssprop [--gpb-tint=the accent at 12 %] - Behind chips and bars
 * @cssprop [--gpb-mark=light-dark(#fdeaa0, #5c4a00)] - Behind a match with the query
 * @cssprop [--gpb-radius=.75em] - Corners of cards and fields
 * @cssprop [--gpb-loading-height=100svh] - The least height of the widget while the feed loads; at most one screen, `0px` for none
 */
export class GoodPracticeBrowser extends BrowserAttributes {
  static override styles = [base, ...[css, searchBoxCss, chipsCss, filtersCss, facetsCss].map(unsafeCSS)];
  static override properties: PropertyDeclarations = {state: {state: true}, viewState: {state: true}};

  private state: SearchState = initialState;
  private viewState: ViewState = initialViewState;

  private readonly settings = createSettings(this);
  private readonly colorScheme = new ColorSchemeController(this);
  private readonly locale = new LocaleController(this, () => !this.feed.isDeferred);
  private readonly notifier = createNotifier(this, this.locale);
  private readonly uniqueLabel = new UniqueLabelController(this, () =>
    this.feed.value ? landmarkName(this, this.feed.value.info, this.locale) : '',
  );
  private readonly route = new RouteController(this, {
    preset: this.settings.preset,
    read: (next, isSaid, remembered) => this.handleRoute(next, isSaid, remembered),
  });
  private readonly viewport = new NearViewportController(this);
  private readonly feed = new FeedController(this, {
    mayStart: () => this.settings.loading() === 'eager' || this.viewport.isNear || this.route.isOurs,
    onStart: () => this.search.results || this.notifier.announce('loading'),
    takesPart: () => !this.scope && !this.sort && !stateToRoute(this.state, noRefinements),
    onLoad: (feed) => this.notifier.notifyLoaded(feed),
    onFail: (error) => this.notifier.notifyFailed(error),
  });
  private readonly search = new SearchController(this, {
    feed: () => this.feed.value,
    options: () => ({
      scope: this.settings.scope(),
      facets: this.settings.facets().counted,
      sort: this.settings.sort(),
      hitsPerPage: this.hitsPerPage,
      ...this.locale.forSearch,
    }),
    state: () => this.state,
    onStart: () => this.isAsked && this.notifier.announce('searching'),
    onResults: (results) => this.handleResults(results),
  });

  private readonly firstFrame = new FirstFrameController(this, {
    isReady: () => !!this.search.results,
    isUrgent: () => this.route.isOurs,
  });

  private readonly arrival = new ScrollRestorationController(this, {
    route: this.route,
    search: this.search,
    hitsPerPage: () => this.hitsPerPage,
    state: () => this.state,
    setState: (state) => (this.state = state),
    setLinked: (linked) => this.setViewState({linked}),
  });

  private readonly print = new PrintController(this, {
    results: () => this.search.results,
    find: (limit) => this.search.hits(limit),
    draw: () => {
      this.performUpdate();
      for (const card of this.renderRoot.querySelectorAll('gpb-card')) card.drawNow();
    },
  });

  private readonly actions = createActions(this, {
    arrival: this.arrival,
    feed: this.feed,
    notifier: this.notifier,
    route: this.route,
    search: this.search,
    settings: this.settings,
    state: () => this.state,
    ask: (state, how) => this.ask(state, how),
    note: (state) => this.note(state, 'replace'),
    viewState: () => this.viewState,
    setViewState: (changes) => this.setViewState(changes),
  });

  private readonly view = createViewer(this, {
    feed: this.feed,
    firstFrame: this.firstFrame,
    locale: this.locale,
    uniqueLabel: this.uniqueLabel,
    search: this.search,
    settings: this.settings,
  });

  /** Whether the next results are an answer to the visitor, who is told, rather than to the page. */
  private isAsked = false;

  /** What the visitor asked for. */
  get searchState(): SearchState {
    return this.state;
  }

  /** What is shown; null until there is something. */
  get searchResults(): SearchResults | null {
    return this.search.results;
  }

  /** Asks for the feed again. */
  reload(): void {
    this.viewport.assumeNear();
    this.feed.reload();
  }

  /** Chooses a value of an attribute (`topic`, `country`, `city`, `year`, `source`), or drops it where it is chosen. */
  refine(attribute: Attribute, value: Refinement): void {
    if (attributes.includes(attribute)) this.state = toggleRefinement(this.state, attribute, value);
    else throw new TypeError(`“${String(attribute)}” is not one of ${attributes.join(', ')}`);
  }

  /** Drops the query and everything that is chosen. */
  clear(): void {
    this.state = clearAll(this.state);
  }

  /** Opens a practice by its id, shows it, and puts the focus on its title. Where the search has left it out, the search is cleared. */
  open(id: string): void {
    this.viewport.assumeNear();
    this.state = setOpen(this.state, id, true);
    this.arrival.toPractice(id, true);
  }

  /** Puts the focus into the search field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#query')?.focus(options);
  }

  override render() {
    const {localizer} = this.locale;
    return html`
      <div
        class="root ${this.theme !== 'light' && this.colorScheme.isLight ? 'on-dark' : ''}"
        part="base"
        lang=${localizer.language}
        dir=${localizer.direction}
      >
        <div class=${this.isHeightReserved ? 'reserved' : ''}>
          ${this.heading ? html`<div class="heading">${renderHeading(this.headingLevel, this.heading)}</div>` : nothing}
          <slot name="intro"></slot>
          ${this.renderMain()}
          <slot name="footer"></slot>
        </div>
      </div>
    `;
  }

  /**
   * While the feed loads, the widget keeps the height of a screen. Not in a frame: many pages make a frame as high as its contents, and
   * the two would raise each other.
   */
  private get isHeightReserved(): boolean {
    const isPart = !!this.search.results && !this.firstFrame.isOver;
    return (this.isLoading || this.feed.isDeferred || isPart) && window.top === window;
  }

  /** Nothing can be shown yet: the feed is on its way, or its first cards are. */
  private get isLoading(): boolean {
    const {error, isPending, value} = this.feed;
    return !error && !this.search.results && !this.hasSearchFailed && (isPending || value !== undefined);
  }

  /** The address asks for a search, and a part of the search failed to load. */
  private get hasSearchFailed(): boolean {
    return this.search.hasFailed && !this.search.results;
  }

  private renderMain() {
    const {actions, feed, search, state, viewState} = this;
    const {localizer} = this.locale;
    if (search.results && feed.value) {
      const results = this.print.hits ? {...search.results, hits: this.print.hits} : search.results;
      return renderWidget(this.view(results, feed.value.info, state, viewState), actions);
    }
    if (feed.error) return renderFailure(feed.error, feed.isPending, localizer, actions.retry);
    if (this.hasSearchFailed) return renderFailure(SEARCH_FAILURE, search.isPending, localizer, actions.retry);
    return renderWaiting(this.isLoading, feed.progress, localizer);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.firstFrame.over;
    return super.getUpdateComplete();
  }

  /** Loads the features that are drawn. */
  override updated(): void {
    const isWanted =
      this.refresh ||
      this.state.list.length ||
      this.state.open.length ||
      this.feed.value?.info.missing.length ||
      this.search.results?.hits.some(({practice}) => practice.details) ||
      this.settings.facets().names.includes('year-range');
    if (isWanted) void loadFeatures();
    if (this.search.results && this.firstFrame.isOver) this.search.loadWords();
  }

  /** What an address made up is not asked for any more, and so leaves the address when that is written next. */
  private dropUnknown({state: {refinements}, totalHits}: SearchResults): void {
    const page = Math.min(this.state.page, Math.ceil(totalHits / this.hitsPerPage) || 1);
    const next = {...this.state, page, refinements};
    // By what they say: what comes from a worker is a copy, and another state would be asked anew.
    if (stateToRoute(next, noRefinements) !== stateToRoute(this.state, noRefinements)) this.state = next;
  }

  /** What the visitor asked for becomes the state, and the address says so; what is found then is told. */
  private ask(next: SearchState, how: 'push' | 'replace'): void {
    this.isAsked ||= next !== this.state;
    // Where there is only more to see, what a link led to stays.
    this.setViewState(next.page > this.state.page ? {clearedFor: ''} : {clearedFor: '', linked: null});
    if (how === 'push') this.arrival.remember();
    this.note(next, how);
  }

  /** The same for what leads to no other practices. */
  private note(next: SearchState, how: 'push' | 'replace'): void {
    this.state = next;
    this.route.write(next, how);
    this.arrival.rememberSoon();
  }

  private setViewState(changes: Partial<ViewState>): void {
    this.viewState = {...this.viewState, ...changes};
  }

  /** Once what makes open practices taller is there: else the place would move away. */
  private async arrive(): Promise<void> {
    if (this.state.open.length) {
      await loadFeatures();
      await new Promise(requestAnimationFrame);
    }
    await this.arrival.arrive();
  }

  private handleRoute(next: SearchState, isSaid: boolean, remembered: unknown): void {
    // What the page asked for before the first update holds, unless the address says something.
    if (!isSaid && !this.hasUpdated && this.state !== initialState) return;
    const opened = next.open.findLast((id) => !this.state.open.includes(id));
    this.state = next;
    if (opened && remembered === undefined) this.arrival.toPractice(opened);
    else this.arrival.toPosition(remembered);
  }

  private async handleResults(results: SearchResults): Promise<void> {
    void this.arrive();
    this.dropUnknown(results);
    // More may be found once words have loaded. What is found is told once.
    if (this.isAsked) await this.search.learned;
    const isOvertaken = results !== this.search.results || this.search.isPending;
    if (!this.isAsked || isOvertaken) return;
    this.isAsked = false;
    this.notifier.notifySearched(results, this.search.labels);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'good-practice-browser': GoodPracticeBrowser;
  }
}
