import type {LitElement} from 'lit';
import type {FeedController} from '../../controllers/feed.js';
import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import type {Attribute} from '../../core/practice.js';
import type {QueryFilter} from '../../core/state/search-results.js';
import {
  clearAll,
  clearAttribute,
  clearRefinements,
  initialState,
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
} from '../../core/state/search-state.js';
import {focusedIn, keepInPlace} from '../shared/focus-and-scroll.js';
import {loadFeatures} from '../shared/load-features.js';
import type {Notifier} from './notifier.js';
import {isFree} from './scroll-position.js';
import type {ScrollRestorationController} from './scroll-restoration.js';
import type {Settings} from './settings.js';
import type {ViewState} from './view-model.js';
import type {Chip} from './views/chips.js';
import {itemKey} from './views/facet-items.js';
import {searchList, toggleList, touchItem} from './views/facet-lists.js';

/** What the visitor may ask for. */
export interface Actions {
  search(query: string): void;
  /** Prepares for a query: the visitor may be about to type. */
  prepareSearch(): void;
  /** Chooses a refinement, or drops it where it is chosen. */
  refine(attribute: Attribute, refinement: Refinement): void;
  /** Drops the chip that stands at `index`. */
  drop(chip: Chip, index: number): void;
  clear(what: 'refinements' | 'everything'): void;
  /** Searches what was meant, or its letters alone. */
  correct(query: string): void;
  /** Chooses a filter that the query names, in place of the words that name it. */
  narrow(filter: QueryFilter): void;
  /** Gives up what stands in the way: the query, or all that is chosen of an attribute. */
  leave(without: 'query' | Attribute): void;
  sortBy(sort: Sort): void;
  toggleFilters(): void;
  /** Shows all values of a list by its key, or few again; `button` asked for it, and stands after the list. */
  toggleExpanded(key: string, button: HTMLElement): void;
  /** Leaves the values of a list by its key whose labels have the text, so many of them. */
  searchValues(key: string, text: string, count: number): void;
  /** Chooses a range of years in place of the one that is chosen. `isFirst`: another step of the history begins. */
  setYears(range: YearRange, isFirst: boolean): void;
  showMore(): void;
  /** Puts a practice on the visitor's list, or takes it off. */
  toggleListed(id: string): void;
  /** The address of this page with nothing but the visitor's list; `''` where there is none to be had. */
  linkToList(): string;
  toggleDownload(): void;
  /** The address of this page with nothing but one practice open; `''` where there is none to be had. */
  linkTo(id: string): string;
  /** Opens or closes a card. */
  open(id: string, isOpen: boolean): void;
  /** Brings to a practice, opened; gives up what hides it. */
  show(id: string): void;
  /** Brings to the first of these practices that is shown. */
  goToFirst(ids: readonly string[]): void;
  /** Asks again for what failed: the feed, or the page if a part of the widget failed to load. */
  retry(): void;
}

/** What the actions need of their element. */
export interface ActionsInput {
  readonly arrival: ScrollRestorationController;
  readonly feed: FeedController;
  readonly notifier: Notifier;
  readonly route: RouteController;
  readonly search: SearchController;
  readonly settings: Settings;
  state(): SearchState;
  /** Takes what leads to other practices. */
  ask(state: SearchState, how: 'push' | 'replace'): void;
  /** Takes what leads to no others. */
  note(state: SearchState): void;
  viewState(): ViewState;
  setViewState(changes: Partial<ViewState>): void;
}

/** The actions on one element. Each leaves the focus where the visitor goes on. */
export function createActions(host: LitElement, input: ActionsInput): Actions {
  const {arrival, ask, feed, notifier, note, route, search, setViewState, settings, state, viewState} = input;
  /** The state as the range of years left it. As long as nothing else changes it, moving on replaces the step of the history that the first move made. */
  let ranged: SearchState | undefined;

  const find = (selector: string) => [...host.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const isFocusWithin = () => Boolean(focusedIn(host.shadowRoot!));

  const focusFirst = () => (find('gpb-card')[0] ?? host).focus();

  /** The button that was pressed is gone with what it led out of: the focus goes to what it led to. */
  async function leaveFor(next: SearchState): Promise<void> {
    ask(next, 'push');
    await search.drawn();
    focusFirst();
  }

  async function notifyOpened(id: string): Promise<void> {
    const practice = await search.practice(id);
    if (practice) notifier.notifyOpened(practice);
  }

  return {
    search: (query) => ask(setQuery(state(), query), 'replace'),

    prepareSearch: () => search.prepare(),

    async refine(attribute, refinement) {
      const focused = focusedIn(host.shadowRoot!);
      ask(toggleRefinement(state(), attribute, refinement), 'push');
      setViewState({lists: touchItem(viewState().lists, itemKey(attribute, refinementToText(refinement)))});
      await search.drawn();
      if (!focused || isFocusWithin()) return;
      // It was moved, or is gone: a value of a card that is no hit any more.
      (focused.isConnected ? focused : host).focus();
    },

    async drop({attribute, refinement}, index) {
      ask(toggleRefinement(state(), attribute, refinement), 'push');
      await search.drawn();
      // The focus goes to the chip that takes its place.
      const chips = find('.chip');
      (chips[Math.min(index, chips.length - 1)] ?? host).focus();
    },

    clear(what) {
      ask(what === 'everything' ? clearAll(state()) : clearRefinements(state()), 'push');
      host.focus();
    },

    correct: (query) => leaveFor(setQuery(state(), query)),

    async narrow({attribute, query, value}) {
      ask(toggleRefinement(setQuery(state(), query), attribute, value), 'push');
      await search.drawn();
      // The button is gone; the chip can undo what it did.
      const chosen = find('.chips .chip').find((chip) => chip.dataset['key'] === itemKey(attribute, value));
      (chosen ?? host).focus();
    },

    leave: (without) => leaveFor(without === 'query' ? setQuery(state(), '') : clearAttribute(state(), without)),

    sortBy: (sort) => ask(setSort(state(), sort === settings.defaultSort(state()) ? null : sort), 'push'),

    toggleFilters() {
      setViewState({areFiltersOpen: !viewState().areFiltersOpen});
      find('.filters-button')[0]?.focus();
    },

    async toggleExpanded(key, button) {
      const boxes = () => [...(button.previousElementSibling?.querySelectorAll('input') ?? [])];
      const shown = boxes();
      const {lists} = viewState();
      if (lists.toggled.includes(key)) keepInPlace(button);
      setViewState({lists: toggleList(lists, key)});
      await host.updateComplete;
      // What was asked for comes next by keyboard too.
      boxes()
        .find((box) => !shown.includes(box))
        ?.focus();
    },

    searchValues(key, text, count) {
      setViewState({lists: searchList(viewState().lists, key, text)});
      notifier.announce('valuesFound', {count});
    },

    setYears(range, isFirst) {
      ask(setYears(state(), range), state() === ranged && !isFirst ? 'replace' : 'push');
      ranged = state();
    },

    async showMore() {
      const before = find('gpb-card').length;
      ask(showMore(state()), 'replace');
      await search.drawn();
      const cards = find('gpb-card');
      cards[before]?.focus();
      notifier.announce('shown', {from: before + 1, to: cards.length, total: search.results?.totalHits ?? 0});
    },

    async toggleListed(id) {
      note(toggleListed(state(), id));
      const count = state().list.length;
      notifier.announce('listCount', {count});
      await host.updateComplete;
      // the list is gone, and what was pressed in it
      if (!count && !isFocusWithin()) host.focus();
    },

    linkToList: () => route.addressOf({...initialState, list: state().list}),

    toggleDownload() {
      const isDownloadOpen = !viewState().isDownloadOpen;
      setViewState({isDownloadOpen});
      if (isDownloadOpen) void loadFeatures();
    },

    linkTo: (id) => route.addressOf({...initialState, open: [id]}),

    open(id, isOpen) {
      note(setOpen(state(), id, isOpen));
      if (isOpen) void notifyOpened(id);
    },

    async show(id) {
      const isHidden = (await search.rank(id)) < 0;
      ask(setOpen(isHidden ? clearAll(state()) : state(), id, true), 'push');
      arrival.toPractice(id);
      void notifyOpened(id);
      if (!isHidden) return;
      setViewState({clearedFor: id});
      await search.drawn();
      notifier.announce('clearedToShow');
    },

    async goToFirst(ids) {
      await search.drawn();
      for (const id of ids) if ((await search.rank(id)) >= 0) return arrival.toPractice(id);
      focusFirst();
    },

    async retry() {
      if (feed.error?.needsReload || search.hasFailed) return location.reload();
      if (feed.isPending) return;
      feed.reload();
      await feed.settled;
      await search.drawn();
      // Unless the visitor has gone on to something else.
      if (isFree(host)) host.focus();
    },
  };
}
