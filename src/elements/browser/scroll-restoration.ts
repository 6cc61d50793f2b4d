import type {LitElement, ReactiveController} from 'lit';
import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import {clearAll, setView} from '../../core/state/search-state.js';
import {
  captureScrollPosition,
  goToCard,
  isDrawn,
  isScrollPosition,
  restoreFocus,
  restoreScroll,
  type ScrollPosition,
} from './scroll-position.js';
import type {Settings} from './settings.js';
import type {BrowserStore} from './store.js';

/**
 * Time without scrolling after which the position is saved. Browsers allow a hundred writes into
 * the history in ten seconds.
 */
const SCROLL_SAVE_DELAY_MS = 250;
/**
 * How long the position that the visitor came back to is held, at most, while the page grows above
 * it.
 */
const HOLD_POSITION_MS = 3000;
/**
 * A practice on a page beyond this one comes alone: thousands of cards would have to be drawn
 * before it.
 */
const MAX_PAGES_TO_DRAW = 10;

/** What an entry of the history keeps of a visitor. */
export interface Remembered extends ScrollPosition {
  /** The ids of the shared list above the other practices. */
  readonly shared?: readonly string[];
}

/** The parts of a browser that scroll restoration needs. */
export interface ScrollRestorationParts {
  readonly route: RouteController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/**
 * Brings visitors to where they were, or to the practice that was asked for, once it has been drawn.
 * Saves with the entry of the history where they are.
 */
export class ScrollRestorationController implements ReactiveController {
  /** Brings the visitor there; null once they have arrived. */
  private go: (() => Promise<void>) | null = null;
  private timer = 0;
  private held = new AbortController();

  constructor(
    private readonly host: LitElement & {readonly hitsPerPage: number},
    private readonly parts: ScrollRestorationParts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // `capture` hears scrollers within the page too. Visitors may leave before the delay is over.
    window.addEventListener('scroll', this.rememberSoon, {capture: true, passive: true});
    window.addEventListener('pagehide', this.remember);
    this.host.addEventListener('focusin', this.rememberSoon);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.held.abort();
    window.removeEventListener('scroll', this.rememberSoon, {capture: true});
    window.removeEventListener('pagehide', this.remember);
    this.host.removeEventListener('focusin', this.rememberSoon);
  }

  /** Goes to where the visitor was: the position that this entry of the history has, if any. */
  toPosition(position: unknown): void {
    this.plan(async () => {
      if (!isScrollPosition(position)) return;
      const {anchor, focus} = position;
      // The practice that a link led to may be on no drawn page.
      for (const id of new Set([anchor[0], focus?.[0]])) if (id && !isDrawn(this.host, id)) await this.reach(id, false);
      restoreFocus(this.host, position);
      this.hold(position);
    });
  }

  /** Goes to a practice. `mustClear`: clears the search if that has left it out. */
  toPractice(id: string, mustClear = false): void {
    this.plan(async () => {
      await this.reach(id, mustClear);
      goToCard(this.host, id);
    });
  }

  /** Goes there as soon as the results are drawn. To be called when there are results. */
  async arrive(): Promise<void> {
    const {go} = this;
    if (!go) return;
    await this.parts.search.drawn();
    // Statistics count before there is anything to go to.
    await this.host.renderRoot.querySelector<LitElement>('.view')?.updateComplete;
    const {search, store} = this.parts;
    if (go !== this.go || !search.results || store.isSharedAwaited) return;
    try {
      await go();
    } catch (error) {
      // The engine was replaced. The results of the next one lead there.
      if ((error as Error).name === 'AbortError') return;
      // The toolbar says why. The visitor may go on to something else.
      if (!search.failure) throw error;
    }
    if (go === this.go) this.go = null;
  }

  /** Saves the position of the visitor, and which shared list they see, with this entry of the history. */
  readonly remember = (): void => {
    clearTimeout(this.timer);
    const {route, search, store} = this.parts;
    const {shared} = store.view;
    // The screen still shows the results of another entry.
    if (search.isPending) this.rememberSoon();
    // Until the visitor has arrived, there is nothing new to save.
    else if (search.results && !this.go)
      route.remember({...captureScrollPosition(this.host), ...(shared && {shared: shared.ids})} satisfies Remembered);
  };

  /** The same, when the visitor pauses. */
  readonly rememberSoon = (): void => {
    clearTimeout(this.timer);
    if (this.parts.route.isOurs) this.timer = window.setTimeout(this.remember, SCROLL_SAVE_DELAY_MS);
  };

  /** Holds the position while the page grows above it, until the visitor does something. */
  private hold(position: ScrollPosition): void {
    const scroll = () => restoreScroll(this.host, position);
    scroll();
    this.held.abort();
    const held = (this.held = new AbortController());
    const {signal} = held;
    const end = () => held.abort();
    const observer = new ResizeObserver(scroll);
    observer.observe(this.host);
    signal.addEventListener('abort', () => observer.disconnect());
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      window.addEventListener(type, end, {capture: true, passive: true, signal});
    setTimeout(end, HOLD_POSITION_MS);
  }

  private plan(go: () => unknown): void {
    this.held.abort();
    const hadFocus = this.host.matches(':focus-within');
    this.go = async () => {
      await go();
      // The element that had the focus has gone.
      if (hadFocus && document.activeElement === document.body) this.host.focus({preventScroll: true});
    };
    void this.arrive();
  }

  /**
   * Draws a practice, if there is one of this id. `mustClear`: also if the search has left it out.
   */
  private async reach(id: string, mustClear: boolean): Promise<void> {
    const {search, settings, store} = this.parts;
    await this.closeUnknown();
    let rank = await search.rank(id);
    if (rank < 0 && mustClear && (await search.practice(id))) {
      store.search = clearAll(store.search);
      await search.drawn();
      rank = await search.rank(id);
    }
    if (rank < 0) return;
    store.search = setView(store.search, settings.chooseView('cards'));
    const page = Math.floor(rank / this.host.hitsPerPage) + 1;
    if (page > MAX_PAGES_TO_DRAW) store.changeView({linked: await search.practice(id)});
    else store.search = {...store.search, page: Math.max(store.search.page, page)};
    await search.drawn();
  }

  /** An address may have practices open that do not exist. */
  private async closeUnknown(): Promise<void> {
    const {search, store} = this.parts;
    const found = await Promise.all(store.search.open.map((id) => search.practice(id)));
    const ids = found.flatMap((practice) => practice?.id ?? []);
    if (ids.length < found.length) store.search = {...store.search, open: ids};
  }
}
