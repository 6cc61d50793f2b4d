// Long: the one list of what visitors can do. Each action is short.
import type {LitElement} from 'lit';
import type {FeedController} from '../../controllers/feed/feed.js';
import type {PrintController} from '../../controllers/print.js';
import type {Attribute} from '../../core/practice.js';
import type {QueryFilter, SearchResults} from '../../core/state/search-results.js';
import {
  clearAll,
  clearAttribute,
  clearFilters,
  initialState,
  refinementToText,
  setCollection,
  setOpen,
  setQuery,
  setRefinements,
  setSort,
  setRange,
  showMore,
  toggleRefinement,
  type Refinement,
  type Refinements,
  type SearchState,
  type Sort,
  type View,
} from '../../core/state/search-state.js';
import type {RequestDetails} from '../shared/events.js';
import {focusedIn, keepInPlace} from '../shared/focus-and-scroll.js';
import {loadFeatures} from '../shared/load-features.js';
import type {Chip} from './chips.js';
import {ListActions} from './list-actions.js';
import {Navigation, type NavigationParts} from './navigation.js';
import {mayTakeFocus} from './scroll-position.js';
import {searchList, toggleList, touchItem} from './store.js';
import {itemKey} from './views/facet-items.js';

/** After this time, screen readers know that another tab is chosen. */
const TAB_READ_MS = 100;

/** Selects the items of the lists that show few at first. */
const ITEMS = {areCollectionsShown: '.entrance', areCitiesShown: '.found-cities .chip'} as const;

/** The parts of a browser that actions need. */
export interface ActionParts extends NavigationParts {
  readonly feed: FeedController;
  readonly print: PrintController;
}

/**
 * What visitors can do. Each action leaves the focus where the visitor goes on. The views call it,
 * and the host's next update draws the rest.
 */
export class BrowserActions {
  /** What visitors can do with “My list”. */
  readonly list: ListActions;

  private readonly navigation: Navigation;

  /**
   * The state as a range of numbers left it. While nothing else changes it, further moves replace
   * the entry of the history that the first made.
   */
  private stateOfRange: SearchState | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly parts: ActionParts,
  ) {
    this.navigation = new Navigation(parts);
    this.list = new ListActions(host, parts, this.navigation);
  }

  search(query: string): void {
    this.navigation.apply(setQuery(this.state, query), 'replace');
  }

  /** Prepares for a query: the visitor may be about to type. */
  prepareSearch(): void {
    this.parts.search.prepare();
  }

  /** Selects a refinement, or removes it if it is selected. */
  async refine(attribute: Attribute, refinement: Refinement): Promise<void> {
    const {search, store} = this.parts;
    const focused = focusedIn(this.host);
    this.navigation.apply(toggleRefinement(this.state, attribute, refinement), 'push');
    store.changeView({lists: touchItem(store.view.lists, itemKey(attribute, refinementToText(refinement)))});
    await search.drawn();
    if (!focused || focusedIn(this.host)) return;
    // The value has moved, or has gone with a card that is no hit any more.
    (focused.isConnected ? focused : this.host).focus();
  }

  /** Removes the chip at `index`. */
  async drop({attribute, refinement}: Chip, index: number): Promise<void> {
    this.navigation.apply(
      attribute === 'collection' ? setCollection(this.state, '') : toggleRefinement(this.state, attribute, refinement),
      'push',
    );
    await this.parts.search.drawn();
    // The focus goes to the chip that takes its place.
    const chips = this.find('.chips .chip');
    (chips[Math.min(index, chips.length - 1)] ?? this.host).focus();
  }

  clear(what: 'filters' | 'everything'): void {
    this.navigation.apply(what === 'everything' ? clearAll(this.state) : clearFilters(this.state), 'push');
    this.host.focus();
  }

  /** Searches for what was meant, or for the letters alone. */
  correct(query: string): Promise<void> {
    return this.leaveFor(setQuery(this.state, query));
  }

  /** Selects a filter that the query names, in place of the words that name it. */
  async narrow({attribute, query, value}: QueryFilter): Promise<void> {
    const state = setQuery(this.state, query);
    const isRange = typeof value !== 'string';
    this.navigation.apply(
      isRange ? setRange(state, attribute, value) : toggleRefinement(state, attribute, value),
      'push',
    );
    await this.parts.search.drawn();
    // The button has gone. The chip can undo what it did.
    const chip = this.find('.chips .chip').find(
      ({dataset}) => dataset['key'] === itemKey(attribute, refinementToText(value)),
    );
    (chip ?? this.host).focus();
  }

  /** Gives up what leaves nothing: the query, the collection, or all refinements of an attribute. */
  relax(without: 'query' | 'collection' | Attribute): Promise<void> {
    if (without === 'collection') return this.leaveFor(setCollection(this.state, ''));
    return this.leaveFor(without === 'query' ? setQuery(this.state, '') : clearAttribute(this.state, without));
  }

  /** Shows the practices of a collection, and takes the visitor to its title. */
  async enterCollection(id: string): Promise<void> {
    this.navigation.apply(setCollection(this.state, id), 'push');
    await this.parts.search.drawn();
    this.find('#collection')[0]?.focus();
  }

  /** Shows all collections, or all cities that the query asks for, or few again. The first new one gets the focus. */
  async toggleAll(what: keyof typeof ITEMS): Promise<void> {
    const {store} = this.parts;
    const shown = this.find(ITEMS[what]).length;
    store.changeView({[what]: !store.view[what]});
    await this.host.updateComplete;
    this.find(ITEMS[what])[shown]?.focus();
  }

  sortBy(sort: Sort): void {
    const isDefault = sort === this.parts.settings.defaultSort(this.state);
    this.navigation.apply(setSort(this.state, isDefault ? null : sort), 'push');
  }

  /** Shows the results in another way. The focus stays on the tab. */
  showView(view: View): void {
    const {notifier, scrollRestoration, search} = this.parts;
    scrollRestoration.remember();
    this.navigation.note(this.navigation.inView(this.state, view), 'push');
    if (search.results) notifier.notifyView(view, search.results);
  }

  /** Shows the cards of the practices that match, in place of what is chosen of these attributes. */
  async showCards(refinements: Partial<Refinements>): Promise<void> {
    this.navigation.apply(this.navigation.inView(setRefinements(this.state, refinements), 'cards'), 'push');
    await this.parts.search.drawn();
    // Orca goes to the tab that is chosen now. It follows the focus to a card if that moves later.
    const [tab] = this.find('[aria-selected=true]');
    tab?.focus({preventScroll: true});
    await new Promise((resolve) => setTimeout(resolve, TAB_READ_MS));
    if (!tab || focusedIn(this.host) === tab) await this.focusFirst();
  }

  toggleFilters(): void {
    const {store} = this.parts;
    store.changeView({areFiltersOpen: !store.view.areFiltersOpen});
    this.find('.filters-button')[0]?.focus();
  }

  /**
   * Shows all values of a list by its key, or few again. `button` asked for it, and is below the
   * list.
   */
  async toggleExpanded(key: string, button: HTMLElement): Promise<void> {
    const {store} = this.parts;
    const boxes = () => [...(button.previousElementSibling?.querySelectorAll('input') ?? [])];
    const shown = boxes();
    const {lists} = store.view;
    if (lists.toggled.includes(key)) keepInPlace(button);
    store.changeView({lists: toggleList(lists, key)});
    await this.host.updateComplete;
    // The first new value comes next by keyboard too.
    boxes()
      .find((box) => !shown.includes(box))
      ?.focus();
  }

  /** Leaves the values of a list by its key whose labels have the text; `count` of them do. */
  searchValues(key: string, text: string, count: number): void {
    const {notifier, store} = this.parts;
    store.changeView({lists: searchList(store.view.lists, key, text)});
    notifier.announce('valuesFound', {count});
  }

  /** Selects a range of numbers in place of the one that is selected. */
  setRange(attribute: Attribute, {corrected, isFirst, range}: RequestDetails['gpb-range']): void {
    const next = setRange(this.state, attribute, range);
    const isContinued = this.state === this.stateOfRange && !isFirst;
    this.navigation.correctRange(corrected, next);
    this.navigation.apply(next, isContinued ? 'replace' : 'push');
    this.stateOfRange = this.state;
  }

  /** Moves the focus past the filters: to the first practice, or to the message that there is none. */
  skipToResults(): void {
    ['gpb-card', '.view', '#nothing-found', '.nothing']
      .flatMap((selector) => this.find(selector))
      .find((target) => target.checkVisibility())
      ?.focus();
  }

  async showMore(): Promise<void> {
    const {notifier, search} = this.parts;
    // Cards may be of practices that a link led to. Those are no hits of a page.
    const cards = new Set(this.find('gpb-card'));
    const before = search.results?.hits.length ?? 0;
    this.navigation.apply(showMore(this.state), 'replace');
    await search.drawn();
    const {hits = [], totalHits = 0} = search.results ?? {};
    // The search has failed, or the visitor has asked for something else.
    if (hits.length <= before) return;
    this.find('gpb-card')
      .find((card) => !cards.has(card))
      ?.focus();
    notifier.announce('shown', {from: before + 1, to: hits.length, total: totalHits});
  }

  /**
   * The address of this page with nothing but one practice open; `''` if the address is not the
   * widget's to write.
   */
  linkTo(id: string): string {
    return this.parts.route.addressOf({...initialState, open: [id]});
  }

  /** Prints one practice without the others; for `''`, what is on the screen. */
  print(id: string): Promise<void> {
    return this.parts.print.printOne(id);
  }

  /** Prints what was found, on all pages of the list. */
  async printAll(): Promise<void> {
    const {notifier, print, search} = this.parts;
    await print.printAll();
    if (search.haveHitsFailed) notifier.announce('failedNetwork', {}, {isUrgent: true});
  }

  toggleDownload(): void {
    const {store} = this.parts;
    const isDownloadOpen = !store.view.isDownloadOpen;
    store.changeView({isDownloadOpen});
    if (isDownloadOpen) void loadFeatures();
  }

  /** Opens or closes a card. */
  open(id: string, isOpen: boolean): void {
    this.navigation.note(setOpen(this.state, id, isOpen), 'replace');
    if (isOpen) void this.notifyOpened(id);
  }

  /** Goes to a practice and opens it. Clears the search if that hides it. */
  async show(id: string): Promise<void> {
    const {notifier, scrollRestoration, search, store} = this.parts;
    const rank = await search.rank(id).catch(() => null);
    // The toolbar says why.
    if (rank === null) return;
    const isHidden = rank < 0;
    this.navigation.apply(
      this.navigation.inView(setOpen(isHidden ? clearAll(this.state) : this.state, id, true), 'cards'),
      'push',
    );
    scrollRestoration.toPractice(id);
    void this.notifyOpened(id);
    if (!isHidden) return;
    store.changeView({clearedFor: id});
    await search.drawn();
    notifier.announce('clearedToShow');
  }

  /** Goes to the first of these practices that is shown. */
  async goToFirst(ids: readonly string[]): Promise<void> {
    const {scrollRestoration, search} = this.parts;
    await search.drawn();
    for (const id of ids) if ((await search.rank(id)) >= 0) return scrollRestoration.toPractice(id);
    await this.focusFirst();
  }

  /** Asks again for what failed: the feed, or the page if a part of the widget failed to load. */
  async retry(): Promise<void> {
    const {feed, search} = this.parts;
    const {error, status} = feed.snapshot;
    if ((search.failure ?? error)?.needsReload) return location.reload();
    if (search.isPending || status === 'loading') return;
    if (search.failure) await search.retry();
    else {
      feed.reload();
      await feed.settled;
    }
    await search.drawn();
    // The button has gone, unless it failed again. The visitor may have gone on to something else.
    const isFocusLost = mayTakeFocus(this.host) && !focusedIn(this.host);
    if (isFocusLost && !search.failure) this.host.focus();
  }

  /** Tells the visitor what was found, if these results are an answer to them. */
  announceResults(results: SearchResults): Promise<void> {
    return this.navigation.announceResults(results);
  }

  private get state(): SearchState {
    return this.navigation.state;
  }

  /** The pressed button disappears with what it led out of: the focus goes to what it led to. */
  private async leaveFor(next: SearchState): Promise<void> {
    this.navigation.apply(next, 'push');
    await this.parts.search.drawn();
    await this.focusFirst();
  }

  private async notifyOpened(id: string): Promise<void> {
    const {notifier, search} = this.parts;
    const hit = search.results?.hits.find(({practice}) => practice.id === id);
    const practice = hit?.practice ?? (await search.practice(id).catch(() => null));
    if (practice) notifier.notifyOpened(practice);
  }

  private async focusFirst(): Promise<void> {
    const [first = this.host] = this.find('gpb-card, .view');
    // Statistics count before there is anything to focus.
    await (first as LitElement).updateComplete;
    first.focus();
  }

  private find(selector: string): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }
}
