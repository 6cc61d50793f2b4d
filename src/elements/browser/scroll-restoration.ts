import type {LitElement, ReactiveController} from 'lit';
import type {RouteController} from '../../controllers/route.js';
import type {SearchController} from '../../controllers/search.js';
import type {Practice} from '../../core/practice.js';
import {clearAll, type SearchState} from '../../core/state/search-state.js';
import {
  restoreFocus,
  goToCard,
  isDrawn,
  restoreScroll,
  captureScrollPosition,
  type ScrollPosition,
} from './scroll-position.js';

/** After so many milliseconds without scrolling, where the visitor is is remembered. Browsers allow a hundred writes in ten seconds. */
const SCROLL_SAVE_DELAY_MS = 250;
/** For so many milliseconds, at most, the place is kept that the visitor came back to. */
const HOLD_POSITION_MS = 3000;
/** A practice on a page beyond this one comes alone: thousands of cards would have to be drawn before it. */
const MAX_PAGES_TO_DRAW = 10;

export interface ScrollRestorationInput {
  readonly route: RouteController;
  readonly search: SearchController;
  readonly hitsPerPage: () => number;
  readonly state: () => SearchState;
  readonly setState: (state: SearchState) => void;
  /** Has a practice drawn behind the hits of the pages. */
  readonly setLinked: (practice: Practice | null) => void;
}

/**
 * Brings the visitor to where they were, or to the practice that was asked for, as soon as it is drawn; and remembers, with the entry of
 * the history, where they are.
 */
export class ScrollRestorationController implements ReactiveController {
  /** What brings the visitor there; null once they are. */
  private go: (() => Promise<void>) | null = null;
  private timer = 0;
  private held = new AbortController();

  constructor(
    private readonly host: LitElement,
    private readonly input: ScrollRestorationInput,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Scrollers within the page too; and whoever leaves the page has not always rested.
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

  /** To where the visitor was: what this entry of the history remembers, if anything. */
  toPosition(position: unknown): void {
    this.plan(async () => {
      try {
        const {anchor, focus} = position as ScrollPosition;
        // What a link led to is not among the pages.
        for (const id of new Set([anchor[0], focus?.[0]]))
          if (id && !isDrawn(this.host, id)) await this.reach(id, false);
        restoreFocus(this.host, position as ScrollPosition);
        this.hold(position as ScrollPosition);
      } catch {
        // There is nothing, or what another script wrote there.
      }
    });
  }

  /** To a practice. `isAsked`: whatever was searched, it shall be there. */
  toPractice(id: string, isAsked = false): void {
    this.plan(async () => {
      await this.reach(id, isAsked);
      goToCard(this.host, id);
    });
  }

  /** To be called when there are results. */
  async arrive(): Promise<void> {
    const {go} = this;
    if (!go) return;
    await this.input.search.drawn();
    if (go !== this.go || !this.input.search.results) return;
    await go();
    if (go === this.go) this.go = null;
  }

  /** Keeps where the visitor is with this entry of the history. */
  readonly remember = (): void => {
    clearTimeout(this.timer);
    const {route, search} = this.input;
    // What is seen is not what this entry of the history shows.
    if (search.isPending) this.rememberSoon();
    // Until the visitor is where they were, there is nothing new to remember.
    else if (search.results && !this.go) route.remember(captureScrollPosition(this.host));
  };

  /** The same, once the visitor rests. */
  readonly rememberSoon = (): void => {
    clearTimeout(this.timer);
    if (this.input.route.isOurs) this.timer = window.setTimeout(this.remember, SCROLL_SAVE_DELAY_MS);
  };

  /** Keeps what the visitor came back to in its place, whatever comes later above it, until they do something. */
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
      // What had it is not there any more.
      if (hadFocus && document.activeElement === document.body) this.host.focus({preventScroll: true});
    };
    void this.arrive();
  }

  /** Draws a practice, if it is to be had. */
  private async reach(id: string, isAsked: boolean): Promise<void> {
    const {hitsPerPage, search, setLinked, setState, state} = this.input;
    await this.dropUnknown();
    let rank = await search.rank(id);
    if (rank < 0 && isAsked && (await search.practice(id))) {
      setState(clearAll(state()));
      rank = await search.rank(id);
    }
    if (rank < 0) return;
    const page = Math.floor(rank / hitsPerPage()) + 1;
    if (page > MAX_PAGES_TO_DRAW) setLinked(await search.practice(id));
    else setState({...state(), page: Math.max(state().page, page)});
    await search.drawn();
  }

  /** An address may have open what does not exist. */
  private async dropUnknown(): Promise<void> {
    const {search, setState, state} = this.input;
    const found = await Promise.all(state().open.map((id) => search.practice(id)));
    const ids = found.flatMap((practice) => practice?.id ?? []);
    if (ids.length < found.length) setState({...state(), open: ids});
  }
}
