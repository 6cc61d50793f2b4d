import {html, LitElement, nothing, unsafeCSS, type PropertyValues} from 'lit';
import {AnnouncerController} from '../controllers/announcer.js';
import {FeedController} from '../controllers/feed.js';
import {LocaleController} from '../controllers/locale.js';
import {PageNameController} from '../controllers/page-name.js';
import {PrintController} from '../controllers/print.js';
import {RouteController} from '../controllers/route.js';
import {SearchController} from '../controllers/search.js';
import {TextToneController} from '../controllers/text-tone.js';
import type {SearchResults} from '../core/engine.js';
import type {FeedInfo} from '../core/feed/feed.js';
import type {LoadedFeed} from '../core/loaded-feed.js';
import {translationFor} from '../core/localized-text.js';
import {memoizeLast} from '../core/memoize-last.js';
import {attributes, type Attribute, type LocalizedText} from '../core/practice.js';
import {
  clearAll,
  clearAttribute,
  clearRefinements,
  initialState,
  mapAttributes,
  refinementToText,
  setOpen,
  setQuery,
  setSort,
  setYears,
  showMore,
  toggleListed,
  toggleRefinement,
  type Refinement,
  type SearchState,
  type Sort,
  type YearRange,
} from '../core/search-state.js';
import type {Messages} from '../i18n/messages.js';
import {refinementLabel} from '../i18n/refinement-label.js';
import {base} from '../styles/base.js';
import {ArrivalController} from './arrival.js';
import chipsCss from './chips.css?inline';
import {GpbEvent, type EventDetails} from './events.js';
import {itemKey} from './facet-items.js';
import {initialLists, searchList, toggleList, touchItem, type FacetLists} from './facet-lists.js';
import facetsCss from './facets.css?inline';
import filtersCss from './filters.css?inline';
import css from './good-practice-browser.css?inline';
import {focusedIn} from './focused-in.js';
import {renderHeading} from './heading.js';
import {keepInPlace} from './keep-in-place.js';
import {loadExtras} from './load-extras.js';
import {noneMessage} from './render-empty.js';
import {countMessage} from './render-search.js';
import {renderFailure, renderLoading} from './render-status.js';
import {renderWidget} from './render-widget.js';
import searchBoxCss from './search-box.css?inline';
import {readFacets, readImageHosts, readRefinementSetting, readSort, wholeNumber} from './settings.js';
import type {Actions, Chip, View} from './view.js';
import yearRangeCss from './year-range.css?inline';

/**
 * A list of good practices that visitors can search and filter, from the address of a feed. They type a word, tick a topic, a country
 * or a year, and read a practice in full where it stands; the address of the page keeps what they chose.
 *
 * @summary Search and filter a feed of good practices.
 * @tag good-practice-browser
 *
 * @slot - Shown until the practices are here, and again if they cannot be had: a link or a plain list
 * @slot intro - Above the search field
 * @slot empty - Instead of the message when nothing is found
 * @slot footer - Below everything
 *
 * @fires {GpbEvent} gpb-loaded - The feed is here; `detail`: `{count, title}`
 * @fires {GpbEvent} gpb-failed - The feed could not be had; `detail`: `{code, status, retryable, message}`
 * @fires {GpbEvent} gpb-warned - Something in the feed is odd; `detail`: `{warnings: [{code, pointer, message}]}`
 * @fires {GpbEvent} gpb-searched - The visitor searched, refined, sorted or asked for more; `detail`: `{query, refinements, totalHits}`
 * @fires {GpbEvent} gpb-opened - The visitor opened a practice; `detail`: `{id, title}`
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
 * @csspart failure - The message when the feed could not be had
 * @csspart keep - The button that puts it on the visitor's list
 * @csspart download - The button that opens the download
 * @csspart suggestion - “Did you mean …?”
 * @csspart way-out - What gives up one thing where nothing is found
 * @csspart closing - The last lines: title, date and licence of the feed
 * @csspart hand-in - The link to the template
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
 */
export class GoodPracticeBrowser extends LitElement {
  static override styles = [base, ...[css, searchBoxCss, chipsCss, filtersCss, facetsCss, yearRangeCss].map(unsafeCSS)];
  static override properties = {
    src: {},
    heading: {},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber('heading-level', 2)},
    facets: {},
    emptyValues: {attribute: 'empty-values'},
    scope: {},
    preset: {},
    sort: {},
    hitsPerPage: {attribute: 'hits-per-page', converter: wholeNumber('hits-per-page', 12)},
    imageHosts: {attribute: 'image-hosts'},
    templateHref: {attribute: 'template-href'},
    url: {},
    urlKey: {attribute: 'url-key'},
    theme: {reflect: true},
    maxBytes: {attribute: 'max-bytes', converter: wholeNumber('max-bytes', 80_000_000)},
    maxPractices: {attribute: 'max-practices', converter: wholeNumber('max-practices', 20_000)},
    assetsHref: {attribute: 'assets-href'},
    practices: {attribute: false},
    messages: {attribute: false},
    state: {state: true},
    areFiltersOpen: {state: true},
    lists: {state: true},
    isDownloadOpen: {state: true},
    areExtrasMissing: {state: true},
    clearedFor: {state: true},
  };

  /** Address of the feed, relative to the page; several, separated by white space, are merged. */
  src = '';
  /** A heading for the widget. */
  heading = '';
  /** Where the heading stands in the page's outline, 1 to 6; the cards' are one deeper, or at this level where there is no heading. */
  headingLevel = 2;
  /**
   * Which facets, in which order: of `topic`, `country`, `city`, `year` (a list) and `year-range` (a picture, and a range to set). With
   * both `country` and `city`, cities stand under their countries. A facet of one value that every practice has is not shown.
   */
  facets = 'topic country year';
  /** Values that would leave nothing, and are not chosen: `hide`, or `show`, where they cannot be ticked. */
  emptyValues = 'hide';
  /** Only these practices exist, and the visitor cannot change that: `country:ES topic:education,youth city:"San Sebastián"`. */
  scope = '';
  /** What is chosen at the start, in the same syntax; the visitor may drop it, and an address that says anything goes before it. Read at the start. */
  preset = '';
  /** `relevance`, `feed`, `newest`, `oldest`, `title` or `city`; without it by relevance when there is a query, else as in the feed. */
  sort = '';
  /** How many practices “Show more” adds. */
  hitsPerPage = 12;
  /** Hosts whose images may be shown, beside the page's and the feed's own: `images.city.example cdn.city.example`. */
  imageHosts = '';
  /** Where a city finds the template for handing in a practice. */
  templateHref = '';
  /** Where the state is kept in the page's address: `query`, `hash`, or `off`. */
  url = 'query';
  /** Prefix of our parameters in the address. */
  urlKey = 'gp';
  /** `light`, `dark`, or `auto`: the page's own `color-scheme`. */
  theme = 'auto';
  /** A feed of more bytes (decoded) is not read. */
  maxBytes = 80_000_000;
  /** Of a feed with more practices, only the first are shown, and that is said. */
  maxPractices = 20_000;
  /** Where our further files lie (languages, extras), when the script was moved or merged; beside the script by default. */
  assetsHref = '';
  /** Practices in the form of the feed's; they go before `src`. */
  practices: readonly unknown[] | null = null;
  /** Strings of the page's own, which go before those of the language. */
  messages: Partial<Messages> = {};

  private state: SearchState = initialState;
  private areFiltersOpen = false;
  private lists: FacetLists = initialLists;
  private areFacetsOpen: boolean | undefined;
  /** What the range of years made of the state: while nothing else changes it, one step of the history is enough. */
  private ranged: SearchState | undefined;
  private isDownloadOpen = false;
  private areExtrasMissing = false;
  private clearedFor = '';

  /** What each property is where an attribute was removed, or the page sets null. */
  private readonly defaults = new Map(
    Object.keys(GoodPracticeBrowser.properties).map((key) => [key, Reflect.get(this, key)]),
  );

  private readonly textTone = new TextToneController(this);
  private readonly locale = new LocaleController(this);
  private readonly announcer = new AnnouncerController(this);
  private readonly pageName = new PageNameController(this);
  private readonly route = new RouteController(this, {
    preset: () => this.readPreset(this.preset),
    read: (next, isSaid, remembered) => this.handleRoute(next, isSaid, remembered),
  });
  private readonly feed = new FeedController(this, {
    onLoad: (feed) => this.handleLoad(feed),
    onFail: ({code, message, retryable, status}) => {
      console.warn(`<good-practice-browser>: ${message}`);
      this.tell('gpb-failed', {code, status, retryable, message});
    },
  });
  private readonly search = new SearchController(this, {
    feed: () => this.feed.value,
    options: () => ({
      scope: this.readScope(this.scope),
      facets: this.readFacets(this.facets).counted,
      sort: readSort(this.sort),
      hitsPerPage: this.hitsPerPage,
      language: this.locale.language,
    }),
    state: () => this.state,
    onResults: (results) => this.handleResults(results),
  });

  private readonly arrival = new ArrivalController(this, {
    route: this.route,
    search: this.search,
    hitsPerPage: () => this.hitsPerPage,
    state: () => this.state,
    setState: (state) => (this.state = state),
  });

  private readonly print = new PrintController(this, {
    results: () => this.search.results,
    find: (limit) => this.search.hits(limit),
    draw: () => {
      this.performUpdate();
      for (const card of this.renderRoot.querySelectorAll('gpb-card')) card.drawNow();
    },
  });

  private readonly readScope = memoizeLast((text: string) => readRefinementSetting('scope', text));
  private readonly readPreset = memoizeLast((text: string) => readRefinementSetting('preset', text));
  private readonly readFacets = memoizeLast(readFacets);
  private readonly readImageHosts = memoizeLast(readImageHosts);

  /** Whether the next results are an answer to the visitor, who is told, rather than to the page. */
  private isAsked = false;

  private readonly actions: Actions = {
    search: (query) => this.ask(setQuery(this.state, query), 'replace'),
    refine: (attribute, refinement) => this.handleRefine(attribute, refinement),
    drop: (chip, index) => this.handleDrop(chip, index),
    clear: (what) => this.handleClear(what),
    correct: (query) => this.handleWayOut(setQuery(this.state, query)),
    leave: (without) =>
      this.handleWayOut(without === 'query' ? setQuery(this.state, '') : clearAttribute(this.state, without)),
    sortBy: (sort) => this.ask(setSort(this.state, sort === this.defaultSort ? null : sort), 'push'),
    toggleFilters: () => this.handleFilters(),
    toggleExpanded: (key, button) => this.handleExpanded(key, button),
    searchValues: (key, text, count) => this.handleValueSearch(key, text, count),
    setYears: (range) => this.handleYears(range),
    beginYears: () => (this.ranged = undefined),
    showMore: () => this.handleMore(),
    keep: (id) => this.handleKeep(id),
    linkToList: () => this.route.addressOf({...initialState, list: this.state.list}),
    toggleDownload: () => this.handleDownload(),
    loadExtras: () => this.loadExtras(true),
    linkTo: (id) => this.route.addressOf({...initialState, open: [id]}),
  };

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
    this.feed.reload();
  }

  /** Chooses a value of an attribute (`topic`, `country`, `city`, `year`), or drops it where it is chosen. */
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
    this.state = setOpen(this.state, id, true);
    this.arrival.toPractice(id, true);
  }

  /** Puts the focus into the search field. */
  override focus(options?: FocusOptions): void {
    this.find('#query')[0]?.focus(options);
  }

  override willUpdate(changed: PropertyValues): void {
    for (const key of changed.keys())
      if (Reflect.get(this, key) == null) Reflect.set(this, key, this.defaults.get(key as string));
  }

  override updated(): void {
    const {list, open} = this.state;
    if (list.length + open.length) void this.loadExtras();
  }

  override render() {
    const {localizer} = this.locale;
    return html`
      <div
        class="root ${this.theme !== 'light' && this.textTone.isLight ? 'on-dark' : ''}"
        part="base"
        lang=${localizer.language}
        dir=${localizer.direction}
        @gpb-refine=${this.handleValue}
        @gpb-open=${this.handleOpen}
        @gpb-show=${this.handleShow}
        @gpb-keep=${({detail: {id}}: GpbEvent<'gpb-keep'>) => this.actions.keep(id)}
        @gpb-say=${this.handleSay}
      >
        ${this.heading ? html`<div class="heading">${renderHeading(this.headingLevel, this.heading)}</div>` : nothing}
        <slot name="intro"></slot>
        ${this.renderMain()}
        <slot name="footer"></slot>
      </div>
    `;
  }

  private renderMain() {
    const {feed, search} = this;
    const {localizer} = this.locale;
    if (search.results && feed.value) {
      const results = this.print.hits ? {...search.results, hits: this.print.hits} : search.results;
      return renderWidget(this.view(results, feed.value.info), this.actions);
    }
    if (feed.error)
      return [renderFailure(feed.error, feed.isPending, localizer, () => this.handleRetry()), html`<slot></slot>`];
    return [html`<slot></slot>`, feed.isPending && !this.hasFallback ? renderLoading(localizer) : nothing];
  }

  private view(results: SearchResults, feed: FeedInfo): View {
    const {
      areExtrasMissing,
      areFiltersOpen,
      clearedFor,
      emptyValues,
      heading,
      headingLevel,
      imageHosts,
      isDownloadOpen,
      lists,
      search,
      src,
      state,
      templateHref,
    } = this;
    const {names: facetNames} = this.readFacets(this.facets);
    const {localizer} = this.locale;
    const {labels} = search;
    const name = this.ariaLabel || heading || this.inWords(feed.title) || localizer.message('results');
    return {
      areExtrasMissing,
      areFacetsOpen: (this.areFacetsOpen ??= this.isRoomy),
      areFiltersOpen,
      chips: this.chips(results),
      clearedFor,
      engine: search.engine!,
      facetNames,
      feed,
      hasEmptyValues: emptyValues === 'show',
      headingLevel: heading ? headingLevel + 1 : headingLevel,
      isSearching: search.isPending,
      imageHosts: this.readImageHosts(src, imageHosts, this.baseURI),
      isDownloadOpen,
      labels,
      lists,
      localizer,
      name: this.pageName.distinct(name),
      results,
      sort: state.sort ?? this.defaultSort,
      state,
      templateHref,
    };
  }

  private chips({state: {refinements}}: SearchResults): readonly Chip[] {
    return attributes.flatMap((attribute) =>
      refinements[attribute].map((refinement) => ({
        attribute,
        refinement,
        label: refinementLabel(attribute, refinement, this.search.labels, this.locale.localizer),
      })),
    );
  }

  /** Whether the facets have room beside the cards, as in `filters.css`; an element that is not laid out has. */
  private get isRoomy(): boolean {
    return !this.clientWidth || this.clientWidth >= 46 * parseFloat(getComputedStyle(this).fontSize);
  }

  private get defaultSort(): Sort {
    return readSort(this.sort) ?? (this.state.query ? 'relevance' : 'feed');
  }

  private get hasFallback(): boolean {
    return [...this.childNodes].some((node) => (node instanceof Element ? !node.slot : node.textContent?.trim()));
  }

  private find(selector: string): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  private inWords(text: LocalizedText): string {
    return translationFor(text, this.locale.language).text;
  }

  /** What an address made up is not asked for any more, and so leaves the address when that is written next. */
  private dropUnknown({state: {refinements}, totalHits}: SearchResults): void {
    const page = Math.min(this.state.page, Math.ceil(totalHits / this.hitsPerPage) || 1);
    if (page !== this.state.page || refinements !== this.state.refinements)
      this.state = {...this.state, page, refinements};
  }

  /** What the visitor asked for becomes the state, and the address says so. */
  private ask(next: SearchState, how: 'push' | 'replace'): void {
    this.isAsked ||= next !== this.state;
    this.clearedFor = '';
    if (how === 'push') this.arrival.remember();
    this.state = next;
    this.route.write(next, how);
  }

  /** Once what makes open practices taller is there: else the place would move away. */
  private async arrive(): Promise<void> {
    if (this.state.open.length) {
      await this.loadExtras();
      await new Promise(requestAnimationFrame);
    }
    await this.arrival.arrive();
  }

  private async loadExtras(isRetry = false): Promise<void> {
    const {assetsHref, baseURI} = this;
    try {
      await loadExtras(assetsHref && new URL(assetsHref, baseURI).href, isRetry);
      // the button that tried again goes away
      if (this.areExtrasMissing) this.find('.extras button')[0]?.focus();
      this.areExtrasMissing = false;
    } catch {
      this.areExtrasMissing = true;
    }
  }

  private tell<Type extends keyof EventDetails>(type: Type, detail: EventDetails[Type]): void {
    this.dispatchEvent(new GpbEvent(type, detail));
  }

  private async tellOpened(id: string): Promise<void> {
    const practice = await this.search.practice(id);
    if (practice) this.tell('gpb-opened', {id, title: this.inWords(practice.title)});
  }

  private handleLoad({info: {title, warnings}, size}: LoadedFeed): void {
    if (warnings.length) this.tell('gpb-warned', {warnings});
    this.tell('gpb-loaded', {count: size, title: this.inWords(title)});
  }

  private handleRoute(next: SearchState, isSaid: boolean, remembered: unknown): void {
    // What the page asked for before the first update holds, unless the address says something.
    if (!isSaid && !this.hasUpdated && this.state !== initialState) return;
    const opened = next.open.findLast((id) => !this.state.open.includes(id));
    this.state = next;
    if (opened && remembered === undefined) this.arrival.toPractice(opened);
    else this.arrival.toPosition(remembered);
  }

  private handleResults(results: SearchResults): void {
    void this.arrive();
    this.dropUnknown(results);
    if (!this.isAsked) return;
    this.isAsked = false;
    const {query, refinements} = results.state;
    const {localizer} = this.locale;
    const isNone = !results.totalHits;
    const chips = this.chips(results);
    const message = isNone ? noneMessage({chips, localizer, state: results.state}) : countMessage(results);
    this.announcer.announce(localizer, ...message, isNone);
    this.tell('gpb-searched', {
      query,
      refinements: mapAttributes((attribute) => refinements[attribute].map(refinementToText)),
      totalHits: results.totalHits,
    });
  }

  private async handleRefine(attribute: Attribute, refinement: Refinement): Promise<void> {
    const focused = focusedIn(this.shadowRoot!);
    this.ask(toggleRefinement(this.state, attribute, refinement), 'push');
    this.lists = touchItem(this.lists, itemKey(attribute, refinementToText(refinement)));
    await this.search.drawn();
    if (!focused || focusedIn(this.shadowRoot!)) return;
    // It was moved, or is gone: a value of a card that is no hit any more.
    (focused.isConnected ? focused : this).focus();
  }

  private handleValue({detail: {attribute, refinement}}: GpbEvent<'gpb-refine'>): void {
    this.actions.refine(attribute, refinement);
  }

  private async handleDrop({attribute, refinement}: Chip, index: number): Promise<void> {
    this.ask(toggleRefinement(this.state, attribute, refinement), 'push');
    await this.search.drawn();
    // The focus goes to the chip that takes its place.
    const chips = this.find('.chip');
    (chips[Math.min(index, chips.length - 1)] ?? this).focus();
  }

  private handleClear(what: 'refinements' | 'everything'): void {
    this.ask(what === 'everything' ? clearAll(this.state) : clearRefinements(this.state), 'push');
    this.focus();
  }

  /** What led out is gone: the focus goes to what it led to. */
  private async handleWayOut(next: SearchState): Promise<void> {
    this.ask(next, 'push');
    await this.search.drawn();
    (this.find('gpb-card')[0] ?? this).focus();
  }

  private handleFilters(): void {
    this.areFiltersOpen = !this.areFiltersOpen;
    this.find('.filters-button')[0]?.focus();
  }

  private async handleExpanded(key: string, button: HTMLElement): Promise<void> {
    const boxes = () => [...(button.previousElementSibling?.querySelectorAll('input') ?? [])];
    const shown = boxes();
    if (this.lists.toggled.includes(key)) keepInPlace(button);
    this.lists = toggleList(this.lists, key);
    await this.updateComplete;
    // What was asked for comes next by keyboard too.
    boxes()
      .find((box) => !shown.includes(box))
      ?.focus();
  }

  private handleValueSearch(key: string, text: string, count: number): void {
    this.lists = searchList(this.lists, key, text);
    this.announcer.announce(this.locale.localizer, 'valuesFound', {count});
  }

  private handleYears(range: YearRange): void {
    const isSameStep = this.state === this.ranged;
    this.ask(setYears(this.state, range), isSameStep ? 'replace' : 'push');
    this.ranged = this.state;
  }

  private async handleMore(): Promise<void> {
    const before = this.find('gpb-card').length;
    this.ask(showMore(this.state), 'replace');
    await this.search.drawn();
    const cards = this.find('gpb-card');
    cards[before]?.focus();
    const total = this.searchResults?.totalHits ?? 0;
    this.announcer.announce(this.locale.localizer, 'shown', {from: before + 1, to: cards.length, total});
  }

  private handleDownload(): void {
    this.isDownloadOpen = !this.isDownloadOpen;
    if (this.isDownloadOpen) void this.loadExtras(true);
  }

  private handleOpen({detail: {id, isOpen}}: GpbEvent<'gpb-open'>): void {
    this.state = setOpen(this.state, id, isOpen);
    this.route.write(this.state, 'replace');
    if (isOpen) void this.tellOpened(id);
  }

  private async handleKeep(id: string): Promise<void> {
    this.state = toggleListed(this.state, id);
    this.route.write(this.state, 'replace');
    const count = this.state.list.length;
    this.announcer.announce(this.locale.localizer, 'listCount', {count});
    await this.updateComplete;
    // the list is gone, and what was pressed in it
    if (!count && !focusedIn(this.shadowRoot!)) this.focus();
  }

  /** What hides it is given up. */
  private async handleShow({detail: {id}}: GpbEvent<'gpb-show'>): Promise<void> {
    const isHidden = (await this.search.rank(id)) < 0;
    this.ask(setOpen(isHidden ? clearAll(this.state) : this.state, id, true), 'push');
    this.arrival.toPractice(id);
    void this.tellOpened(id);
    if (!isHidden) return;
    this.clearedFor = id;
    await this.search.drawn();
    this.announcer.announce(this.locale.localizer, 'clearedToShow');
  }

  private handleSay({detail: {key}}: GpbEvent<'gpb-say'>): void {
    this.announcer.announce(this.locale.localizer, key);
  }

  private async handleRetry(): Promise<void> {
    if (this.feed.isPending) return;
    this.reload();
    await this.feed.settled;
    await this.search.drawn();
    // Unless the visitor has gone on to something else.
    if (document.activeElement === document.body || this.matches(':focus-within')) this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'good-practice-browser': GoodPracticeBrowser;
  }
}
