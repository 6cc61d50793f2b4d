import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {isSameQuestion, setView, type SearchState, type View} from '../../core/state/search-state.js';
import type {Notifier} from './notifier.js';
import type {ScrollRestorationController} from './scroll-restoration.js';
import type {Settings} from './settings.js';
import type {BrowserStore} from './store.js';

/** The parts of a browser that a new state concerns. */
export interface NavigationParts {
  readonly notifier: Notifier;
  readonly route: RouteController;
  readonly scrollRestoration: ScrollRestorationController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/**
 * Takes the states that visitors ask for into the store, the address and the history, and tells
 * visitors what was found.
 */
export class Navigation {
  /** Whether the next results answer the visitor, who is told, and not only the page. */
  private isAnswerDue = false;

  /** The range that replaced the typed one, until the visitor is told. */
  private correctedRange = '';

  constructor(private readonly parts: NavigationParts) {}

  get state(): SearchState {
    return this.parts.store.search;
  }

  /** Takes a state that may lead to other practices. The visitor is told when they have been found. */
  apply(next: SearchState, how: 'push' | 'replace'): void {
    const {notifier, scrollRestoration, store} = this.parts;
    // A practice that only opens gets no answer.
    if (!isSameQuestion(next, this.state)) {
      this.isAnswerDue = true;
      notifier.announce('searching');
    }
    // First, because this entry of the history keeps what it shows.
    if (how === 'push') scrollRestoration.remember();
    // If there is only more to see, the practice or the list that a link led to stays.
    store.changeView(next.page > this.state.page ? {clearedFor: ''} : {clearedFor: '', linked: null, shared: null});
    this.note(next, how);
  }

  /** Takes a state that leads to the same practices. */
  note(next: SearchState, how: 'push' | 'replace'): void {
    const {route, scrollRestoration, store} = this.parts;
    store.search = next;
    route.write(next, how);
    scrollRestoration.rememberSoon();
  }

  /** A state with the results in another view. */
  inView(state: SearchState, view: View): SearchState {
    return setView(state, this.parts.settings.chooseView(view));
  }

  /**
   * Tells which range replaced the one that the visitor typed: together with what the next state
   * finds, or alone if that is the state of now. `''` says that none was replaced.
   */
  correctRange(corrected: string, next: SearchState): void {
    if (corrected && next === this.state) this.parts.notifier.announce('yearsCorrected', {}, {text: () => corrected});
    else this.correctedRange = corrected;
  }

  /** Tells the visitor what was found, if these results are an answer to them or they waited for the feed. */
  async announceResults(results: SearchResults): Promise<void> {
    const {notifier, search} = this.parts;
    const isNothingDue = () => !this.isAnswerDue && !notifier.isCountDue;
    if (isNothingDue()) return;
    // More may be found once words have loaded. What is found is told once.
    await search.learned;
    const isOvertaken = results !== search.results || search.isPending;
    if (isNothingDue() || isOvertaken) return;
    if (notifier.isCountDue) notifier.notifyShown(results, search.labels, search.collection);
    if (!this.isAnswerDue) return;
    this.isAnswerDue = false;
    notifier.notifySearched(results, search.labels, search.collection, this.correctedRange);
    this.correctedRange = '';
  }
}
