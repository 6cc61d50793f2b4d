import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {painted} from './first-frame.js';

/**
 * Whether the page's text is light at the element, so that its background is dark. `light-dark()`
 * depends on `color-scheme: dark`, which many dark pages do not set. The colour is read before the
 * first update, and after each frame that draws the element. Then the browser has computed the
 * styles already.
 */
export class ColorSchemeController implements ReactiveController {
  /** Whether the page's text is light. */
  isLight = false;
  /** Whether the colour was read once. */
  private isKnown = false;
  private isLookingSoon = false;
  // jsdom, in which many apps run their tests, has no `matchMedia`.
  private readonly scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  private readonly handleScheme = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.scheme?.addEventListener('change', this.handleScheme);
    // The element may have moved to a place with other colours.
    if (this.isKnown) void this.lookSoon();
  }

  hostDisconnected(): void {
    this.scheme?.removeEventListener('change', this.handleScheme);
  }

  hostUpdate(): void {
    if (!this.isKnown) this.isLight = this.look();
    this.isKnown = true;
  }

  hostUpdated(): void {
    void this.lookSoon();
  }

  private async lookSoon(): Promise<void> {
    if (this.isLookingSoon) return;
    this.isLookingSoon = true;
    await painted();
    this.isLookingSoon = false;
    const isLight = this.host.isConnected ? this.look() : this.isLight;
    if (isLight === this.isLight) return;
    this.isLight = isLight;
    this.host.requestUpdate();
  }

  private look(): boolean {
    // Colours in newer notations, such as `oklch(…)`, do not match: the page's color-scheme
    // decides.
    const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this.host).color) ?? [];
    // Rec. 601 luma, from 0 to 255.
    return Number(red) * 0.299 + Number(green) * 0.587 + Number(blue) * 0.114 > 140;
  }
}
