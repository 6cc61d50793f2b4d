import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {createRouteWriter, isRouteFragment, readRoute, routeToState, stateToRoute} from '../core/state/route.js';
import type {Refinements, SearchState} from '../core/state/search-state.js';
import {AddressChangesController} from './address-changes.js';

/**
 * An element with the attributes `url` (`query`, `hash` or `off`; other values count as `query`)
 * and `url-key`.
 */
export interface RouteHost extends ReactiveControllerHost, HTMLElement {
  readonly url: string;
  readonly urlKey: string;
  readonly hasUpdated: boolean;
}

export interface RouteControllerOptions {
  /** The refinements to start with; called whenever the address is read or written. */
  readonly preset: () => Refinements;
  /** The names of facets beside the built-in ones; the same list while they are the same. */
  readonly facets: () => readonly string[];
  /**
   * Called with the state in the address: before the host's first update, and when the address has
   * changed because the visitor went back or forward or followed a link, or because the host has
   * moved to another page. `isInAddress` is false if the address holds no state; then `state` is the one to start
   * with. `remembered` is the value that this entry of the history keeps: null if it keeps none
   * yet, undefined if the widget has neither written the entry nor remembered a value with it.
   */
  readonly read: (state: SearchState, isInAddress: boolean, remembered: unknown) => void;
}

/** When the browser refused to write the address, the widget tries again after this time. */
const WRITE_RETRY_MS = 1000;

/**
 * The keys in use on this page, and the names of the facets of each that are not built in. The second
 * widget with the key `gp` gets `gp2`.
 */
const keys = new Map<string, readonly string[]>();

const isOwnFacet = (parameter: string) =>
  [...keys].some(([key, facets]) => facets.some((name) => parameter === `${encodeURIComponent(key)}-${name}`));

/** How long a router of the page may take to bring a widget back. */
const ROUTER_RETURN_MS = 1000;

/**
 * The title of the page when the widget last wrote an entry of the history; `''` if it wrote none.
 */
let writtenTitle = '';

/**
 * If a client-side router has replaced the page, Back may change only the URL: a router that does
 * not know the widget's entry leaves the other page on the screen. So reload if no widget reappears
 * within a second. The entry must hold nothing but what widgets wrote, because other scripts handle
 * their own entries.
 */
function handleReturn(): void {
  const {state} = history as {state: unknown};
  const names = Object.keys(state ?? {});
  if (names.length && names.every((name) => name.startsWith('gpb-')))
    // With the same title, only the widget was removed, not the page.
    setTimeout(
      () => !keys.size && history.state === state && document.title !== writtenTitle && location.reload(),
      ROUTER_RETURN_MS,
    );
}

/**
 * Keeps the page's address and the host's search state in step. It changes only the widget's own
 * parameters, and writes only when it is told to. If the browser forbids writing, as in a sandboxed
 * frame, everything else still works.
 *
 * It holds no search state itself: `read` passes on the state in the address, `write` takes the
 * state to put there.
 */
export class RouteController implements ReactiveController {
  /** The host's attribute when the key was chosen. */
  private urlKey: string | undefined;
  /** The facets that are not built in, when the address was read. */
  private facets: readonly string[] = [];
  /** No other widget has this key while the host is connected. A host that only moves keeps it. */
  private key = '';
  /** Writes routes for the key. */
  private writeRoute = createRouteWriter('');
  /**
   * The route that was last read or written. A jump to an anchor fires `popstate` too, and must not
   * undo what the page itself has set.
   */
  private seen: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: RouteHost,
    private readonly options: RouteControllerOptions,
  ) {
    host.addController(this);
    new AddressChangesController(host, () => host.hasUpdated && this.read());
  }

  hostConnected(): void {
    // Before the first update, the host's attributes may still change.
    if (this.host.hasUpdated) this.start();
  }

  /**
   * Reads the address at the first update, and when the key or the facets have changed. The host calls this in each
   * update, before everything that depends on the address.
   */
  update(): void {
    const {facets, host, urlKey} = this;
    if (!host.isConnected || (host.urlKey === urlKey && this.options.facets() === facets)) return;
    this.hostDisconnected();
    this.start();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    keys.delete(this.key);
    // The host still has a parent, so a router removed it together with the page around it.
    if (writtenTitle && !keys.size && this.host.parentNode) window.addEventListener('popstate', handleReturn);
  }

  /**
   * Writes `state` into the address: with `push` if the visitor may want to go back from it, with
   * `replace` while they still type. Does nothing if the address holds this state already, or if
   * the host is not connected. The entry of the history forgets its remembered value, which belongs
   * to the previous state.
   */
  write(state: SearchState, how: 'push' | 'replace'): void {
    clearTimeout(this.timer);
    const {seen} = this;
    const route = stateToRoute(state, this.options.preset());
    const url = this.addressOf(state);
    if (!url || route === seen) return;
    // First, because some routers fire a `popstate` of their own while the entry is written.
    this.seen = route;
    try {
      history[`${how}State`](stateWith(this.entryKey, null, new URL(url)), '', url);
      writtenTitle = document.title;
    } catch {
      this.seen = seen;
      // Safari refuses more than a hundred entries in ten seconds; a sandboxed frame refuses all of
      // them.
      if (origin !== 'null') this.timer = setTimeout(() => this.write(state, how), WRITE_RETRY_MS);
    }
  }

  /** The address of this page with `state` in it; `''` if the widget may not write the address. */
  addressOf(state: SearchState): string {
    const {part} = this;
    if (!part) return '';
    // The whole address, because a `<base>` on the page would change what `?…` means.
    const url = new URL(location.href);
    url[part] = this.writeRoute(url[part].slice(1), stateToRoute(state, this.options.preset()));
    return url.href;
  }

  /** Whether this entry of the history is the host's: it holds a state, or a remembered value. */
  get isOurs(): boolean {
    return Boolean(this.seen || this.remembered);
  }

  /**
   * Keeps a value with this entry of the history until the visitor returns to it. It must survive
   * structured cloning. The page's own values in the entry stay.
   */
  remember(value: unknown): void {
    if (!this.part) return;
    try {
      history.replaceState(stateWith(this.entryKey, value), '');
    } catch {
      // The browser forbids it now. The next try may succeed.
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
    this.facets = this.options.facets();
    this.writeRoute = createRouteWriter(this.key, this.facets);
    keys.set(this.key, this.facets);
    window.removeEventListener('popstate', handleReturn);
    this.read();
  }

  /**
   * Null if the address is not used: `off`, a disconnected host, or a fragment that is the page's
   * own.
   */
  private get part(): 'search' | 'hash' | null {
    const {url, isConnected} = this.host;
    if (url === 'off' || !isConnected) return null;
    if (url !== 'hash') return 'search';
    return isRouteFragment(location.hash.slice(1), isOwnFacet) ? 'hash' : null;
  }

  private read(): void {
    clearTimeout(this.timer);
    const {part, seen = ''} = this;
    const route = part ? readRoute(location[part].slice(1), this.key, this.facets) : seen;
    if (route === this.seen) return;
    this.seen = route;
    this.options.read(routeToState(route, this.options.preset()), route !== '', this.remembered);
  }
}

/** Whether a property can be added to the entry's value without losing anything. */
const isPlain = (state: unknown): state is Record<string, unknown> | null =>
  state === null || Object.getPrototypeOf(state) === Object.prototype;

/**
 * The page's own values in this entry of the history, and one value of ours; for the address `to`,
 * if given.
 */
function stateWith(key: string, value: unknown, to?: URL): unknown {
  const {state} = history as {state: unknown};
  return isPlain(state) ? {...(to ? moveAddress(state, to) : state), [key]: value} : state;
}

const spellings = ({href, pathname, search}: Location | URL) => [href, href.slice(origin.length), pathname + search];

/**
 * Routers also keep the address in the entry's value, or in an object in it. On the way back they
 * load that address, so it must be the new one.
 */
function moveAddress(state: Record<string, unknown> | null, to: URL, isDeep = true): Record<string, unknown> {
  const moved = {...state};
  for (const [name, value] of Object.entries(moved))
    if (typeof value === 'string') moved[name] = spellings(to)[spellings(location).indexOf(value)] ?? value;
    else if (isDeep && value && isPlain(value)) moved[name] = moveAddress(value, to, false);
  return moved;
}
