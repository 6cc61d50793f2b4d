import type {LitElement} from 'lit';
import {clearList, initialState, MAX_LISTED, toggleListed, type SearchState} from '../../core/state/search-state.js';
import type {ListTexts} from '../shared/events.js';
import {focusedIn} from '../shared/focus-and-scroll.js';
import {loadFeatures} from '../shared/load-features.js';
import type {Navigation, NavigationParts} from './navigation.js';
import {noListTexts} from './store.js';

/** What visitors can do with “My list”. */
export class ListActions {
  constructor(
    private readonly host: LitElement,
    private readonly parts: NavigationParts,
    private readonly navigation: Navigation,
  ) {}

  /** Puts a practice on the list, or takes it off. If the list is full, the visitor is told. */
  toggle(id: string): void {
    const {notifier, store} = this.parts;
    const {state} = this.navigation;
    const next = toggleListed(state, id);
    const isRefused = next === state;
    store.changeView({refusedId: isRefused ? id : ''});
    if (isRefused) notifier.announce('listFull', {count: MAX_LISTED}, {isUrgent: true});
    else void this.change(next);
  }

  /** Keeps the title and the note of the list. */
  describe(listTexts: ListTexts): void {
    this.parts.store.changeView({listTexts});
  }

  clear(): void {
    this.parts.store.changeView({listTexts: noListTexts, refusedId: ''});
    void this.change(clearList(this.navigation.state));
  }

  /** Shows the list, and takes the visitor to it. */
  async open(): Promise<void> {
    const {store} = this.parts;
    store.changeView({isListOpen: true});
    await loadFeatures();
    await this.host.updateComplete;
    const list = this.host.renderRoot.querySelector('gpb-list');
    await list?.updateComplete;
    list?.focus();
  }

  async close(): Promise<void> {
    this.parts.store.changeView({isListOpen: false});
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('.list-counter')?.focus();
  }

  /**
   * The address of this page with nothing but the list; `''` if the address is not the widget's to
   * write.
   */
  link(): string {
    return this.parts.route.addressOf({...initialState, list: this.navigation.state.list});
  }

  private async change(next: SearchState): Promise<void> {
    const {notifier, store} = this.parts;
    this.navigation.note(next, 'replace');
    const count = next.list.length;
    notifier.announce('listCount', {count});
    if (count) return;
    store.changeView({isListOpen: false});
    await this.host.updateComplete;
    // The list has gone, and the pressed button in it.
    if (!focusedIn(this.host)) this.host.focus();
  }
}
