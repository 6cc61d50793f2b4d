import type {ReactiveElement} from 'lit';
import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import type {Engine} from '../../core/engine/engine.js';
import {stateToRoute} from '../../core/state/route.js';
import {initialState, setView, type Refinements, type SearchState} from '../../core/state/search-state.js';
import {loadFeatures, loadView} from '../shared/load-features.js';
import type {Remembered, ScrollRestorationController} from './scroll-restoration.js';
import type {Settings} from './settings.js';
import type {BrowserStore, SharedList} from './store.js';

/** The parts of a browser that an address concerns. */
export interface AddressReaderParts {
  readonly route: RouteController;
  readonly scrollRestoration: ScrollRestorationController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/** Brings visitors to what the address of the page asks for: a search, a practice, or a shared list. */
export class AddressReader {
  /** The list that an address from elsewhere brought. A visitor who changes it gets another array. */
  private received = initialState.list;

  /** The shared list that was found last, and the engine that knew it. Back draws it at once. */
  private found: {readonly engine: Engine | null; readonly shared: SharedList} | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly parts: AddressReaderParts,
  ) {}

  /**
   * Takes the state that an address asks for.
   * @param isInAddress whether the address says anything
   * @param remembered what this entry of the history keeps; undefined if the widget has not been in it
   */
  handleRoute(next: SearchState, isInAddress: boolean, remembered: unknown): void {
    const {route, scrollRestoration, settings, store} = this.parts;
    const {search, view} = store;
    // What the page asked for before the first update holds, unless the address says something.
    if (!isInAddress && !this.host.hasUpdated && search !== initialState) return;
    const opened = next.open.findLast((id) => !search.open.includes(id));
    const isReturn = remembered !== undefined;
    const shared = this.sharedFor(next, remembered);
    const list = this.listFor(next, isReturn);
    store.changeView({
      clearedFor: '',
      isListOpen: view.isListOpen && isSameList(list, search.list),
      linked: null,
      refusedId: '',
      shared,
    });
    // Links to practices name no view. They lead to the cards, also where another view comes first.
    const isToCards = (next.view ?? 'cards') === 'cards';
    const shownIn = shared && !next.view ? 'cards' : settings.viewOf(next);
    store.search = setView({...next, list}, settings.chooseView(shownIn));
    if (isReturn && !isSameList(list, next.list)) {
      // A reload finds the list in the address.
      route.write(store.search, 'replace');
      route.remember(remembered);
    }
    if (opened && isToCards && !isReturn) scrollRestoration.toPractice(opened);
    else scrollRestoration.toPosition(remembered);
    // The results may be those of before. Then no others come that look for the list.
    if (this.parts.search.results) void this.findShared();
  }

  /** Looks for the practices of a shared list. The first cards wait for them, so that they move nothing. */
  async findShared(): Promise<void> {
    const {search, store} = this.parts;
    const {shared} = store.view;
    const {engine} = search;
    if (!shared || shared.practices) return;
    const found = await Promise.all(shared.ids.map((id) => search.practice(id))).catch(() => null);
    // A search that fails says so, and the next results look for the list again.
    if (!found || shared !== store.view.shared) return;
    const practices = found.filter((practice) => practice !== null);
    this.found = {engine, shared: {...shared, practices}};
    store.changeView({shared: this.found.shared});
    void this.arrive();
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

  /** The list of “My list”. Back undoes no change of it, nor does a link that names none. */
  private listFor({list}: SearchState, isReturn: boolean): readonly string[] {
    const own = this.parts.store.search.list;
    if (this.host.hasUpdated && own !== this.received && (isReturn || !list.length)) return own;
    if (!isReturn) this.received = list;
    return list;
  }

  /** The shared list that an address or an entry of the history leads to; null for none. */
  private sharedFor(next: SearchState, remembered: unknown): SharedList | null {
    const {engine} = this.parts.search;
    const isFromElsewhere = !this.host.hasUpdated || remembered === undefined;
    const isShared = isFromElsewhere && isListAlone(next, this.parts.settings.preset());
    const ids = sharedIn(remembered) ?? (isShared ? next.list : null);
    if (!ids) return null;
    const {found} = this;
    return found?.engine === engine && isSameList(ids, found.shared.ids) ? found.shared : {ids, practices: null};
  }
}

const isSameList = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other);

/** The ids of the shared list that this entry of the history shows. Another script may have written it. */
function sharedIn(remembered: unknown): readonly string[] | null {
  const {shared} = (remembered ?? {}) as Partial<Remembered>;
  return Array.isArray(shared) && shared.every((id) => typeof id === 'string') ? shared : null;
}

/** Whether an address leads to a list of practices and asks for nothing else. */
const isListAlone = (state: SearchState, preset: Refinements): boolean =>
  state.list.length > 0 && !stateToRoute({...state, list: [], open: []}, preset);
