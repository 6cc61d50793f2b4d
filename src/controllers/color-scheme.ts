import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {painted} from '../platform/painted.js';

/**
 * Whether the element's text is light, so that its background is dark. `light-dark()` depends on
 * `color-scheme: dark`, which many dark pages do not set. The colour is read before the first
 * update, and after each frame that draws the element. Then the browser has computed the styles
 * already.
 */
export class ColorSchemeController implements ReactiveController {
  /** Whether the text is light. */
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
    const {host} = this;
    // The widget's tokens for text and background are on its root. It is not there before the first
    // update.
    const {color} = getComputedStyle(host.shadowRoot?.querySelector('.root') ?? host);
    // `rgb(26, 33, 48)`, or of the tokens `color(srgb 0.1 0.13 0.19)`. Colours in other notations, such
    // as `oklch(…)`, do not match: the page's color-scheme decides.
    const [, notation, red, green, blue] =
      /^(rgba?\(|color\(srgb )([\d.e-]+),? ([\d.e-]+),? ([\d.e-]+)/.exec(color) ?? [];
    const white = notation === 'color(srgb ' ? 1 : 255;
    // Rec. 601 luma.
    return Number(red) * 0.299 + Number(green) * 0.587 + Number(blue) * 0.114 > white * 0.55;
  }
}
