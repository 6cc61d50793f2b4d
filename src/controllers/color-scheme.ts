import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {painted} from './first-frame.js';

/** What the tone needs of its element. */
type ToneHost = ReactiveControllerHost & HTMLElement;

/**
 * Whether the page's text is light here, and what is behind it dark therefore. Many dark pages do not say `color-scheme: dark`, on which
 * alone `light-dark()` relies. Looked up before the first update, and after each frame in which the element was drawn: then the browser
 * knows the styles, and need not compute them once more.
 */
export class ColorSchemeController implements ReactiveController {
  isLight = false;
  /** Whether it was looked up. */
  private isKnown = false;
  private isLookingSoon = false;
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly handleScheme = () => this.host.requestUpdate();

  constructor(private readonly host: ToneHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.scheme.addEventListener('change', this.handleScheme);
    // It may have moved to a place of other colours.
    if (this.isKnown) void this.lookSoon();
  }

  hostDisconnected(): void {
    this.scheme.removeEventListener('change', this.handleScheme);
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
    // Computed colours are `rgb(…)` unless the page writes them in one of the new ways, which are left to what it says of its scheme.
    const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this.host).color) ?? [];
    // The weights of Rec. 601 luma; above the middle is light.
    return Number(red) * 0.299 + Number(green) * 0.587 + Number(blue) * 0.114 > 140;
  }
}
