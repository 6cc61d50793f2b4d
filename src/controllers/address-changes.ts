import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Undefined where the browser has no Navigation API. A script of the page may use its name for
 * something else.
 */
const navigation = globalThis.navigation instanceof EventTarget ? globalThis.navigation : undefined;

/**
 * Calls a function when the address of the page changes and the page stays: the visitor goes back or
 * forward, or a client-side router follows a link.
 */
export class AddressChangesController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly handleChange: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.handleChange);
    window.addEventListener('hashchange', this.handleChange);
    navigation?.addEventListener('currententrychange', this.handlePush);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.handleChange);
    window.removeEventListener('hashchange', this.handleChange);
    navigation?.removeEventListener('currententrychange', this.handlePush);
  }

  /**
   * Scripts that replace an entry of the history tidy its address, and the visitor asks for nothing
   * else. With another path, a router is about to show another page.
   */
  private readonly handlePush = ({from: {url}, navigationType}: NavigationCurrentEntryChangeEvent): void => {
    if (navigationType === 'push' && url && new URL(url).pathname === location.pathname) this.handleChange();
  };
}
