// Long: one method for each thing that visitors can do, which all share the state and the focus.
import type {LitElement} from 'lit';
import type {FeedController} from '../../controllers/feed.js';
import type {PrintController} from '../../controllers/print.js';
import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import type {Attribute} from '../../core/practice.js';
import type {QueryFilter, SearchResults} from '../../core/state/search-results.js';
import {
  clearAll,
  clearAttribute,
  clearList,
  clearFilters,
  initialState,
  MAX_LISTED,
  refinementToText,
  setCollection,
  setOpen,
  setQuery,
  setRefinements,
  setSort,
  setRange,
  setView,
  showMore,
  toggleListed,
  toggleRefinement,
  type Refinement,
  type Refinements,
  type SearchState,
  type Sort,
  type View,
} from '../../core/state/search-state.js';
import type {ListTexts, RequestDetails} from '../shared/events.js';
import {focusedIn, keepInPlace} from '../shared/focus-and-scroll.js';
import {loadFeatures} from '../shared/load-features.js';
import type {Chip} from './chips.js';
import type {Notifier} from './notifier.js';
import {isFree} from './scroll-position.js';
import type {ScrollRestorationController} from './scroll-restoration.js';
import type {Settings} from './settings.js';
import {noListTexts, searchList, toggleList, touchItem, type BrowserStore} from './store.js';
import {itemKey} from './views/facet-items.js';

/** After this time, screen readers know that another tab is chosen. */
const TAB_READ_MS = 100;

/** The parts of a browser that actions need. */
export interface ActionParts {
  readonly feed: FeedController;
  readonly notifier: Notifier;
  readonly print: PrintController;
  readonly route: RouteController;
  readonly scrollRestoration: ScrollRestorationController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/**
 * What visitors can do. Each action leaves the focus where the visitor goes on. The views call it,
 * and the host's next update draws the rest.
 */
export class BrowserActions {
  /** Whether the next results answer the visitor, who is told, and not only the page. */
  private isAnswerDue = false;

  /**
   * The state as a range of numbers left it. While nothing else changes it, further moves replace
   * the entry of the history that the first made.
   */
  private stateOfRange: SearchState | undefined;

  /** The range that replaced the typed one, until the visitor is told. */
  private correctedRange = '';

  constructor(
    private readonly host: LitElement,
    private readonly parts: ActionParts,
  ) {}

  search(query: string): void {
    this.apply(setQuery(this.state, query), 'replace');
  }

  /** Prepares for a query: the visitor may be about to type. */
  prepareSearch(): void {
    this.parts.search.prepare();
  }

  /** Selects a refinement, or removes it if it is selected. */
  async refine(attribute: Attribute, refinement: Refinement): Promise<void> {
    const {search, store} = this.parts;
    const focused = focusedIn(this.host.shadowRoot!);
    this.apply(toggleRefinement(this.state, attribute, refinement), 'push');
    store.changeView({lists: touchItem(store.view.lists, itemKey(attribute, refinementToText(refinement)))});
    await search.drawn();
    if (!focused || this.isFocusWithin) return;
    // The value has moved, or has gone with a card that is no hit any more.
    (focused.isConnected ? focused : this.host).focus();
  }

  /** Removes the chip at `index`. */
  async drop({attribute, refinement}: Chip, index: number): Promise<void> {
    this.apply(
      attribute === 'collection' ? setCollection(this.state, '') : toggleRefinement(this.state, attribute, refinement),
      'push',
    );
    await this.parts.search.drawn();
    // The focus goes to the chip that takes its place.
    const chips = this.find('.chips .chip');
    (chips[Math.min(index, chips.length - 1)] ?? this.host).focus();
  }

  clear(what: 'filters' | 'everything'): void {
    this.apply(what === 'everything' ? clearAll(this.state) : clearFilters(this.state), 'push');
    this.host.focus();
  }

  /** Searches for what was meant, or for the letters alone. */
  correct(query: string): Promise<void> {
    return this.leaveFor(setQuery(this.state, query));
  }

  /** Selects a filter that the query names, in place of the words that name it. */
  async narrow({attribute, query, value}: QueryFilter): Promise<void> {
    this.apply(toggleRefinement(setQuery(this.state, query), attribute, value), 'push');
    await this.parts.search.drawn();
    // The button has gone. The chip can undo what it did.
    const chip = this.find('.chips .chip').find(({dataset}) => dataset['key'] === itemKey(attribute, value));
    (chip ?? this.host).focus();
  }

  /** Gives up what leaves nothing: the query, the collection, or all refinements of an attribute. */
  relax(without: 'query' | 'collection' | Attribute): Promise<void> {
    if (without === 'collection') return this.leaveFor(setCollection(this.state, ''));
    return this.leaveFor(without === 'query' ? setQuery(this.state, '') : clearAttribute(this.state, without));
  }

  /** Shows the practices of a collection, and takes the visitor to its title. */
  async enterCollection(id: string): Promise<void> {
    this.apply(setCollection(this.state, id), 'push');
    await this.parts.search.drawn();
    this.find('#collection')[0]?.focus();
  }

  /** Shows all collections, or few again. The first new one gets the focus. */
  async toggleCollections(): Promise<void> {
    const {store} = this.parts;
    const shown = this.find('.entrance').length;
    store.changeView({areCollectionsShown: !store.view.areCollectionsShown});
    await this.host.updateComplete;
    this.find('.entrance')[shown]?.focus();
  }

  /** Shows all cities that the query asks for, or few again. The first new one gets the focus. */
  async toggleCities(): Promise<void> {
    const {store} = this.parts;
    const shown = this.find('.found-cities .chip').length;
    store.changeView({areCitiesShown: !store.view.areCitiesShown});
    await this.host.updateComplete;
    this.find('.found-cities .chip')[shown]?.focus();
  }

  sortBy(sort: Sort): void {
    const isDefault = sort === this.parts.settings.defaultSort(this.state);
    this.apply(setSort(this.state, isDefault ? null : sort), 'push');
  }

  /** Shows the results in another way. The focus stays on the tab. */
  showView(view: View): void {
    const {notifier, scrollRestoration, search} = this.parts;
    scrollRestoration.remember();
    this.note(this.inView(this.state, view), 'push');
    if (search.results) notifier.notifyView(view, search.results);
  }

  /** Shows the cards of the practices that match, in place of what is chosen of these attributes. */
  async showCards(refinements: Partial<Refinements>): Promise<void> {
    this.apply(this.inView(setRefinements(this.state, refinements), 'cards'), 'push');
    await this.parts.search.drawn();
    // Orca goes to the tab that is chosen now. It follows the focus to a card if that moves later.
    const [tab] = this.find('[aria-selected=true]');
    tab?.focus({preventScroll: true});
    await new Promise((resolve) => setTimeout(resolve, TAB_READ_MS));
    if (!tab || focusedIn(this.host.shadowRoot!) === tab) await this.focusFirst();
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
    // Together with what is found, or alone if that does not change.
    if (corrected && next === this.state) this.parts.notifier.announce('yearsCorrected', {}, false, () => corrected);
    else this.correctedRange = corrected;
    this.apply(next, isContinued ? 'replace' : 'push');
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
    const before = this.find('gpb-card').length;
    this.apply(showMore(this.state), 'replace');
    await search.drawn();
    const cards = this.find('gpb-card');
    cards[before]?.focus();
    notifier.announce('shown', {from: before + 1, to: cards.length, total: search.results?.totalHits ?? 0});
  }

  /** Puts a practice on the visitor's list, or takes it off. If the list is full, the visitor is told. */
  toggleListed(id: string): void {
    const {notifier, store} = this.parts;
    const next = toggleListed(this.state, id);
    const isRefused = next === this.state;
    store.changeView({refusedId: isRefused ? id : ''});
    if (isRefused) notifier.announce('listFull', {count: MAX_LISTED}, true);
    else void this.changeList(next);
  }

  /** Keeps the title and the note of the visitor's list. */
  describeList(listTexts: ListTexts): void {
    this.parts.store.changeView({listTexts});
  }

  clearList(): void {
    this.describeList(noListTexts);
    void this.changeList(clearList(this.state));
  }

  /** Shows the visitor's list, and takes them to it. */
  async openList(): Promise<void> {
    const {store} = this.parts;
    store.changeView({isListOpen: true});
    await loadFeatures();
    await this.host.updateComplete;
    const list = this.host.renderRoot.querySelector('gpb-list');
    await list?.updateComplete;
    list?.focus();
  }

  async closeList(): Promise<void> {
    this.parts.store.changeView({isListOpen: false});
    await this.host.updateComplete;
    this.find('.list-counter')[0]?.focus();
  }

  /**
   * The address of this page with nothing but the visitor's list; `''` if the address is not the
   * widget's to write.
   */
  linkToList(): string {
    return this.parts.route.addressOf({...initialState, list: this.state.list});
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
  printAll(): Promise<void> {
    return this.parts.print.printAll();
  }

  toggleDownload(): void {
    const {store} = this.parts;
    const isDownloadOpen = !store.view.isDownloadOpen;
    store.changeView({isDownloadOpen});
    if (isDownloadOpen) void loadFeatures();
  }

  /** Opens or closes a card. */
  open(id: string, isOpen: boolean): void {
    this.note(setOpen(this.state, id, isOpen), 'replace');
    if (isOpen) void this.notifyOpened(id);
  }

  /** Goes to a practice and opens it. Clears the search if that hides it. */
  async show(id: string): Promise<void> {
    const {notifier, scrollRestoration, search, store} = this.parts;
    const isHidden = (await search.rank(id)) < 0;
    this.apply(this.inView(setOpen(isHidden ? clearAll(this.state) : this.state, id, true), 'cards'), 'push');
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
    if (search.failure) return search.retry();
    if (status === 'loading') return;
    feed.reload();
    await feed.settled;
    await search.drawn();
    // Unless the visitor has gone on to something else.
    if (isFree(this.host)) this.host.focus();
  }

  /** Tells the visitor what was found, if these results are an answer to them. */
  async announceResults(results: SearchResults): Promise<void> {
    const {notifier, search} = this.parts;
    if (!this.isAnswerDue) return;
    // More may be found once words have loaded. What is found is told once.
    await search.learned;
    const isOvertaken = results !== search.results || search.isPending;
    if (!this.isAnswerDue || isOvertaken) return;
    this.isAnswerDue = false;
    notifier.notifySearched(results, search.labels, search.collection, this.correctedRange);
    this.correctedRange = '';
  }

  private get state(): SearchState {
    return this.parts.store.search;
  }

  private inView(state: SearchState, view: View): SearchState {
    return setView(state, this.parts.settings.chooseView(view));
  }

  /** Takes a state that may lead to other practices. They are told when they have been found. */
  private apply(next: SearchState, how: 'push' | 'replace'): void {
    const {notifier, scrollRestoration, store} = this.parts;
    if (next !== this.state) {
      this.isAnswerDue = true;
      notifier.announce('searching');
    }
    // If there is only more to see, the practice or the list that a link led to stays.
    store.changeView(next.page > this.state.page ? {clearedFor: ''} : {clearedFor: '', linked: null, shared: null});
    if (how === 'push') scrollRestoration.remember();
    this.note(next, how);
  }

  /** Takes a state, and writes it into the address. */
  private note(next: SearchState, how: 'push' | 'replace'): void {
    const {route, scrollRestoration, store} = this.parts;
    store.search = next;
    route.write(next, how);
    scrollRestoration.rememberSoon();
  }

  private async changeList(next: SearchState): Promise<void> {
    const {notifier, store} = this.parts;
    this.note(next, 'replace');
    const count = next.list.length;
    notifier.announce('listCount', {count});
    if (count) return;
    store.changeView({isListOpen: false});
    await this.host.updateComplete;
    // The list has gone, and the pressed button in it.
    if (!this.isFocusWithin) this.host.focus();
  }

  /** The pressed button disappears with what it led out of: the focus goes to what it led to. */
  private async leaveFor(next: SearchState): Promise<void> {
    this.apply(next, 'push');
    await this.parts.search.drawn();
    await this.focusFirst();
  }

  private async notifyOpened(id: string): Promise<void> {
    const practice = await this.parts.search.practice(id);
    if (practice) this.parts.notifier.notifyOpened(practice);
  }

  private get isFocusWithin(): boolean {
    return focusedIn(this.host.shadowRoot!) !== null;
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
