import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isRouteFragment, readRoute, routeToState, stateToRoute, writeRoute} from '../core/state/route.js';
import type {Refinements, SearchState} from '../core/state/search-state.js';

/** An element with the attributes `url` (`query`, `hash` or `off`; what is neither of the last two is `query`) and `url-key`. */
export interface RouteHost extends ReactiveControllerHost, HTMLElement {
  readonly url: string;
  readonly urlKey: string;
  readonly hasUpdated: boolean;
}

export interface RouteControllerOptions {
  /** The refinements to start from; asked for whenever the address is read or written. */
  readonly preset: () => Refinements;
  /**
   * Takes what the address says: before the host's first update, and whenever it says something else: the visitor went back or forward, or
   * the host returns to another address. `isSaid` is false where the address says nothing, and the state is the one to start from.
   * `remembered` is what this entry of the history was given to remember: null for nothing yet, undefined where it was not made by us.
   */
  readonly read: (state: SearchState, isSaid: boolean, remembered: unknown) => void;
}

/** After so many milliseconds, what the browser did not let us write is tried again. */
const WRITE_RETRY_MS = 1000;

/** The keys in use on this page: of two widgets with the same, the later one becomes `gp2`. */
const keys = new Set<string>();

/** So long a router may take to bring a widget back. */
const ROUTER_RETURN_MS = 1000;

/** The title of the page whose entry of the history was written last; `''` where none was. */
let title = '';

/**
 * Whoever leaves an entry of ours by a router of the page shall come back to it. A router that does not know it leaves what another page shows
 * below this one's address; and nobody else comes to it where there is no widget any more, and nothing but what widgets wrote with the entry.
 */
function handleReturn(): void {
  const {state} = history as {state: unknown};
  const names = Object.keys(state ?? {});
  if (names.length && names.every((name) => name.startsWith('gpb-')))
    // Another title: it was the page that went, and not the widget alone.
    setTimeout(
      () => !keys.size && history.state === state && document.title !== title && location.reload(),
      ROUTER_RETURN_MS,
    );
}

/**
 * Keeps the address and the host's search state together. A guest in the address: it touches its own parameters only, writes nothing
 * unless told to, and where the browser forbids it (a sandboxed frame) all else works as before.
 *
 * It holds no state: `read` hands over what the address says, `write` is given what it shall say.
 */
export class RouteController implements ReactiveController {
  /** The host's attribute as it was when the key was taken. */
  private urlKey: string | undefined;
  /** Ours alone while the host is connected; remembered after that, for a host that only moves. */
  private key = '';
  /** The route as last read or written. A jump to an anchor fires `popstate` too, and must not undo what the page itself has set. */
  private seen: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: RouteHost,
    private readonly options: RouteControllerOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // until the first update the host's attributes may still come
    if (this.host.hasUpdated) this.start();
  }

  /** Reads the address at the first update, and when the key has changed. To be called by the host in each update, before what depends on it. */
  update(): void {
    if (!this.host.isConnected || this.host.urlKey === this.urlKey) return;
    this.hostDisconnected();
    this.start();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    window.removeEventListener('popstate', this.read);
    window.removeEventListener('hashchange', this.read);
    keys.delete(this.key);
    // Gone with what was around it, as where a router puts another page in: whatever is taken out by itself leaves nothing behind.
    if (title && !keys.size && this.host.parentNode) window.addEventListener('popstate', handleReturn);
  }

  /**
   * Makes the address say `state`: `push` for what the visitor may want to go back from, `replace` for what is still being typed.
   * Does nothing where the address says it already, and while the host is not connected. What this entry of the history remembered was true
   * of what it said before, and is forgotten.
   */
  write(state: SearchState, how: 'push' | 'replace'): void {
    clearTimeout(this.timer);
    const {seen} = this;
    const route = stateToRoute(state, this.options.preset());
    const url = this.addressOf(state);
    if (!url || route === seen) return;
    // seen before it is written: some routers fire a `popstate` of their own from within
    this.seen = route;
    try {
      history[`${how}State`](stateWith(this.entryKey, null, new URL(url)), '', url);
      ({title} = document);
    } catch {
      this.seen = seen;
      // Safari lets nobody write more than a hundred times in ten seconds, but then again; a sandboxed frame, without an origin, never does.
      if (origin !== 'null') this.timer = setTimeout(() => this.write(state, how), WRITE_RETRY_MS);
    }
  }

  /** The address of this page that says `state`; `''` where the address is not ours to write. */
  addressOf(state: SearchState): string {
    const {part} = this;
    if (!part) return '';
    // the whole address: a page with a `<base>` would resolve `?…` against that
    const url = new URL(location.href);
    url[part] = writeRoute(url[part].slice(1), this.key, stateToRoute(state, this.options.preset()));
    return url.href;
  }

  /** Whether this entry of the history is the host's: the address says something of it, or it remembers something. */
  get isOurs(): boolean {
    return Boolean(this.seen || this.remembered);
  }

  /** Keeps a value with this entry of the history, to be handed over when the visitor comes back to it. What the page keeps there stays. */
  remember(value: unknown): void {
    if (!this.part) return;
    try {
      history.replaceState(stateWith(this.entryKey, value), '');
    } catch {
      // Of no use where the browser forbids it, and it may be allowed the next time.
    }
  }

  private get remembered(): unknown {
    return this.part && isPlain(history.state) ? history.state?.[this.entryKey] : undefined;
  }

  private get entryKey(): string {
    return `gpb-${this.key}`;
  }

  private start(): void {
    const {urlKey} = this.host;
    if (urlKey !== this.urlKey || keys.has(this.key)) {
      this.urlKey = urlKey;
      const wanted = (this.key = urlKey || 'gp');
      for (let n = 2; keys.has(this.key); n++) this.key = wanted + n;
    }
    keys.add(this.key);
    window.removeEventListener('popstate', handleReturn);
    window.addEventListener('popstate', this.read);
    window.addEventListener('hashchange', this.read);
    this.read();
  }

  /** Null where there is nothing to read or write: `off`, not connected, or a fragment that is the page's own. */
  private get part(): 'search' | 'hash' | null {
    const {url, isConnected} = this.host;
    if (url === 'off' || !isConnected) return null;
    if (url !== 'hash') return 'search';
    return isRouteFragment(location.hash.slice(1)) ? 'hash' : null;
  }

  private readonly read = (): void => {
    clearTimeout(this.timer);
    const {part, seen = ''} = this;
    const route = part ? readRoute(location[part].slice(1), this.key) : seen;
    if (route === this.seen) return;
    this.seen = route;
    this.options.read(routeToState(route, this.options.preset()), route !== '', this.remembered);
  };
}

/** What can be added to without loss. */
const isPlain = (state: unknown): state is Record<string, unknown> | null =>
  state === null || Object.getPrototypeOf(state) === Object.prototype;

/** What the page keeps with this entry of the history, and one value of our own beside it; for an entry of another address, if one is given. */
function stateWith(key: string, value: unknown, to?: URL): unknown {
  const {state} = history as {state: unknown};
  return isPlain(state) ? {...(to ? moveAddress(state, to) : state), [key]: value} : state;
}

const waysToSay = ({href, pathname, search}: Location | URL) => [href, href.slice(origin.length), pathname + search];

/** Routers keep the address in the state as well, or in an object in it, and on the way back load what it says. */
function moveAddress(state: Record<string, unknown> | null, to: URL, isDeep = true): Record<string, unknown> {
  const moved = {...state};
  for (const [name, value] of Object.entries(moved))
    if (typeof value === 'string') moved[name] = waysToSay(to)[waysToSay(location).indexOf(value)] ?? value;
    else if (isDeep && value && isPlain(value)) moved[name] = moveAddress(value, to, false);
  return moved;
}
