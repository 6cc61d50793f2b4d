import type {ReactiveControllerHost} from 'lit';
import type {Practice} from '../../core/practice.js';
import {initialState, type SearchState} from '../../core/state/search-state.js';
import {initialLists, type FacetLists} from './views/facet-lists.js';

/** What visitors made of the view. It leaves no practice out, so it is not in the address. */
export interface ViewState {
  /** Whether the filters are shown if there is no room for them beside the cards. */
  readonly areFiltersOpen: boolean;
  /** Whether the facets are open at first; after that the browser keeps which are. Null until the widget knows its width. */
  readonly areFacetsOpen: boolean | null;
  readonly isDownloadOpen: boolean;
  readonly lists: FacetLists;
  /** The id of the practice for which the search was cleared, since the visitor wanted to see it. */
  readonly clearedFor: string;
  /** The practice that a link led to, if it is too far down for all before it to be drawn. */
  readonly linked: Practice | null;
}

const initialView: ViewState = {
  areFiltersOpen: false,
  areFacetsOpen: null,
  isDownloadOpen: false,
  lists: initialLists,
  clearedFor: '',
  linked: null,
};

/** The one home of what visitors asked for and of what they made of the view. Each change asks the host for an update. */
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

  changeView(changes: Partial<ViewState>): void {
    this.currentView = {...this.currentView, ...changes};
    this.host.requestUpdate();
  }
}
