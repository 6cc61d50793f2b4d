import type {ReactiveElement} from 'lit';
import type {SearchController} from '../../controllers/search.js';
import {stateToRoute} from '../../core/state/route.js';
import {initialState, setView, type Refinements, type SearchState} from '../../core/state/search-state.js';
import {loadFeatures, loadView} from '../shared/load-features.js';
import type {ScrollRestorationController} from './scroll-restoration.js';
import type {Settings} from './settings.js';
import type {BrowserStore} from './store.js';

/** The parts of a browser that an address concerns. */
export interface ArrivalParts {
  readonly scrollRestoration: ScrollRestorationController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/** Brings visitors to what the address of the page asks for: a search, a practice, or a shared list. */
export class Arrival {
  constructor(
    private readonly host: ReactiveElement,
    private readonly parts: ArrivalParts,
  ) {}

  /**
   * Takes the state that an address asks for.
   * @param isSaid whether the address says anything
   * @param remembered what the widget wrote into this entry of the history; undefined for another entry
   */
  handleRoute(next: SearchState, isSaid: boolean, remembered: unknown): void {
    const {scrollRestoration, settings, store} = this.parts;
    const {hasUpdated} = this.host;
    const {search} = store;
    // What the page asked for before the first update holds, unless the address says something.
    if (!isSaid && !hasUpdated && search !== initialState) return;
    const opened = next.open.findLast((id) => !search.open.includes(id));
    // Entries of the history that the widget wrote are the visitor's own.
    const isShared = (!hasUpdated || remembered === undefined) && isListAlone(next, settings.preset());
    store.changeView({shared: isShared ? {ids: next.list, practices: null} : null});
    // Links to practices name no view. They lead to the cards, also where another view comes first.
    const isToCards = (next.view ?? 'cards') === 'cards';
    store.search = setView(next, settings.chooseView(isShared ? 'cards' : settings.viewOf(next)));
    if (opened && isToCards && remembered === undefined) scrollRestoration.toPractice(opened);
    else scrollRestoration.toPosition(remembered);
  }

  /** The first cards are those of a shared list, which the widget looks for. */
  get isSharedAwaited(): boolean {
    return this.parts.store.view.shared?.practices === null;
  }

  /** Looks for the practices of a shared list. The first cards wait for them, so that they move nothing. */
  async findShared(): Promise<void> {
    const {search, store} = this.parts;
    const {shared} = store.view;
    if (!shared || shared.practices) return;
    const found = await Promise.all(shared.ids.map((id) => search.practice(id).catch(() => null)));
    const practices = found.filter((practice) => practice !== null);
    if (shared === store.view.shared) store.changeView({shared: {...shared, practices}});
  }

  /** Brings the visitor to their place when the view has loaded, and the features that make open practices taller. */
  async arrive(): Promise<void> {
    const {scrollRestoration, settings, store} = this.parts;
    await loadView(settings.viewOf(store.search));
    if (store.search.open.length) {
      await loadFeatures();
      await new Promise(requestAnimationFrame);
    }
    await scrollRestoration.arrive();
  }
}

/** Whether an address leads to a list of practices and asks for nothing else. */
const isListAlone = (state: SearchState, preset: Refinements): boolean =>
  state.list.length > 0 && !stateToRoute({...state, list: [], open: []}, preset);
