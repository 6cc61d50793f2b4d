import type {ReactiveControllerHost} from 'lit';
import type {Practice} from '../../core/practice.js';
import {initialState, type SearchState} from '../../core/state/search-state.js';
import type {ListTexts} from '../shared/events.js';

/**
 * What visitors made of the lists of values. Each list has a key: the name of its facet, or the key of
 * its country.
 */
export interface FacetLists {
  /**
   * Lists that show all values and not only the first. Of the cities of a selected country, which are
   * shown at first: those that are hidden.
   */
  readonly toggled: readonly string[];
  /** What was typed to find a value. */
  readonly queries: ReadonlyMap<string, string>;
  /** The key of the value that was ticked or unticked last. It stays in its place, and keeps the focus. */
  readonly touched: string;
}

const initialLists: FacetLists = {toggled: [], queries: new Map(), touched: ''};

/** A list that somebody shared: the address held nothing else. */
export interface SharedList {
  readonly ids: readonly string[];
  /** Those that the feed has; null while the widget looks for them. */
  readonly practices: readonly Practice[] | null;
}

/** What visitors made of the view. It leaves no practice out, so it is not in the address. */
export interface ViewState {
  /** Whether the filters are shown if there is no room for them beside the cards. */
  readonly areFiltersOpen: boolean;
  /** Whether all collections are shown, and not only the first. */
  readonly areCollectionsShown: boolean;
  /** Whether all cities are shown that the query asks for, and not only the first. */
  readonly areCitiesShown: boolean;
  readonly isDownloadOpen: boolean;
  /** Whether the visitor's list is shown. */
  readonly isListOpen: boolean;
  /** What the visitor typed about the list, as long as the page is open. */
  readonly listTexts: ListTexts;
  /** The id of the practice that found no room on the visitor's list; `''` for none. */
  readonly refusedId: string;
  /** What the visitor came for, above all other practices until they search. */
  readonly shared: SharedList | null;
  readonly lists: FacetLists;
  /**
   * The id of the practice for which the search was cleared, since the visitor wanted to see it.
   */
  readonly clearedFor: string;
  /** The practice that a link led to, if it is too far down for all before it to be drawn. */
  readonly linked: Practice | null;
}

export const noListTexts: ListTexts = {title: '', note: ''};

const initialView: ViewState = {
  areFiltersOpen: false,
  areCollectionsShown: false,
  areCitiesShown: false,
  isDownloadOpen: false,
  isListOpen: false,
  listTexts: noListTexts,
  refusedId: '',
  shared: null,
  lists: initialLists,
  clearedFor: '',
  linked: null,
};

export const toggleList = (lists: FacetLists, key: string): FacetLists => ({
  ...lists,
  toggled: lists.toggled.includes(key) ? lists.toggled.filter((other) => other !== key) : [...lists.toggled, key],
});

export const searchList = (lists: FacetLists, key: string, text: string): FacetLists => ({
  ...lists,
  queries: new Map(lists.queries).set(key, text),
});

/** A country shows its cities when it is ticked, and hides them when it is unticked. */
export const touchItem = (lists: FacetLists, key: string): FacetLists => ({
  ...lists,
  toggled: lists.toggled.filter((other) => other !== key),
  touched: key,
});

/**
 * The one home of what visitors asked for and of what they made of the view. Each change asks the
 * host for an update.
 */
export class BrowserStore {
  private currentSearch: SearchState = initialState;
  private currentView: ViewState = initialView;

  constructor(private readonly host: ReactiveControllerHost) {}

  get search(): SearchState {
    return this.currentSearch;
  }

  set search(next: SearchState) {
    this.currentSearch = next;
    this.host.requestUpdate();
  }

  get view(): ViewState {
    return this.currentView;
  }

  /** Whether the first cards are those of a shared list, which the widget looks for. */
  get isSharedAwaited(): boolean {
    return this.view.shared?.practices === null;
  }

  changeView(changes: Partial<ViewState>): void {
    this.currentView = {...this.currentView, ...changes};
    this.host.requestUpdate();
  }
}
