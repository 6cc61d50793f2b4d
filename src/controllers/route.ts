import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isRouteFragment, readRoute, routeToState, stateToRoute, writeRoute, type RoutePair} from '../core/route.js';
import type {Refinements, SearchState} from '../core/search-state.js';

/** An element with the attributes `url` (`query`, `hash` or `off`; what is neither of the last two is `query`) and `url-key`. */
export interface RouteHost extends ReactiveControllerHost, HTMLElement {
  readonly url: string;
  readonly urlKey: string;
}

export interface RouteControllerOptions {
  /** The refinements to start from; asked for whenever the address is read or written. */
  readonly preset: () => Refinements;
  /**
   * Takes what the address says: when the host is connected, and when the visitor goes back or forward. `isSaid` is false where
   * the address says nothing, and the state is the one to start from.
   */
  readonly read: (state: SearchState, isSaid: boolean) => void;
}

const DEFAULT_KEY = 'gp';

/** The keys in use on this page: of two widgets with the same, the later one becomes `gp2`. */
const keys = new Set<string>();

/** The part of the address that is ours to share, and what stands around it. */
interface AddressPart {
  readonly before: string;
  readonly sign: '?' | '#';
  readonly text: string;
  readonly after: string;
}

/**
 * Keeps the address and the host's search state together. A guest in the address: it touches its own parameters only, writes nothing
 * unless told to, and where the browser forbids it (a sandboxed frame) all else works as before.
 *
 * It holds no state: `read` hands over what the address says, `write` is given what it shall say.
 */
export class RouteController implements ReactiveController {
  private readonly host: RouteHost;
  private readonly options: RouteControllerOptions;
  /** The host's attributes as they were when the key was taken. */
  private url = '';
  private urlKey = '';
  /** Ours alone while the host is connected; remembered after that, for a host that only moves. */
  private key = '';
  /** Our parameters as last seen. A jump to an anchor fires `popstate` too, and must not undo what the page itself has set. */
  private seen = '';
  private isReading = false;
  /** Until the first update the host's attributes may still come, so that what was read may be read again. */
  private hasStarted = false;

  constructor(host: RouteHost, options: RouteControllerOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.takeKey();
    if (this.url !== 'off') window.addEventListener('popstate', this.handleNavigation);
    if (this.url === 'hash') window.addEventListener('hashchange', this.handleNavigation);
    const {seen} = this;
    const pairs = this.look(this.part()?.text ?? '');
    // a host that moves, or comes back, keeps its state unless the address has something new to say
    if (!this.hasStarted || (pairs && seen !== this.seen)) this.handOver(pairs);
  }

  hostUpdate(): void {
    const {url, urlKey, isConnected} = this.host;
    if (isConnected && (url !== this.url || urlKey !== this.urlKey)) {
      this.hostDisconnected();
      this.hostConnected();
    }
    this.hasStarted = true;
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.handleNavigation);
    window.removeEventListener('hashchange', this.handleNavigation);
    if (this.url !== 'off') keys.delete(this.key);
  }

  /**
   * Makes the address say `state`: `push` for what the visitor may want to go back from, `replace` for what is still being typed.
   * Does nothing where the address says it already, while the address is being read, and while the host is not connected.
   */
  write(state: SearchState, how: 'push' | 'replace'): void {
    const part = this.isReading ? null : this.part();
    if (!part) return;
    const {before, sign, after} = part;
    const text = writeRoute(part.text, this.key, stateToRoute(state, {preset: this.options.preset()}));
    if (text === part.text) return;
    // seen before it is written: some routers fire a `popstate` of their own from within
    this.look(text);
    try {
      const href = before + (text && sign + text) + after;
      if (how === 'push') history.pushState(history.state, '', href);
      else history.replaceState(history.state, '', href);
    } catch {
      this.look(part.text);
    }
  }

  private takeKey(): void {
    const {url, urlKey} = this.host;
    if (urlKey !== this.urlKey || !this.key || keys.has(this.key)) {
      const wanted = urlKey || DEFAULT_KEY;
      this.key = wanted;
      for (let n = 2; keys.has(this.key); n++) this.key = wanted + n;
    }
    if (url !== 'off') keys.add(this.key);
    this.url = url;
    this.urlKey = urlKey;
  }

  /** Null where there is nothing to read or write: `off`, not connected, or a fragment that is the page's own. */
  private part(): AddressPart | null {
    if (this.url === 'off' || !this.host.isConnected) return null;
    // the whole address and not `location.search`: a page with a `<base>` would resolve `?…` against that
    const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(location.href) ?? [];
    if (this.url !== 'hash') return {before: path, sign: '?', text: query.slice(1), after: hash};
    const text = hash.slice(1);
    return isRouteFragment(text) ? {before: path + query, sign: '#', text, after: ''} : null;
  }

  /** Reads our parameters, and remembers that they were seen. */
  private look(text: string): RoutePair[] | null {
    const pairs = readRoute(text, this.key);
    this.seen = writeRoute('', this.key, pairs ?? []);
    return pairs;
  }

  private handOver(pairs: readonly RoutePair[] | null): void {
    this.isReading = true;
    try {
      this.options.read(routeToState(pairs ?? [], {preset: this.options.preset()}), pairs !== null);
    } finally {
      this.isReading = false;
    }
  }

  private readonly handleNavigation = (): void => {
    const part = this.part();
    if (!part) return;
    const {seen} = this;
    const pairs = this.look(part.text);
    if (seen !== this.seen) this.handOver(pairs);
  };
}
