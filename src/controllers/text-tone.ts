import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What the tone needs of its element. */
type ToneHost = ReactiveControllerHost & HTMLElement;

/**
 * Whether the page's text is light here, and what is behind it dark therefore. Many dark pages do not say `color-scheme: dark`, on which
 * alone `light-dark()` relies. Looked up at each update of the element, and when the visitor's own scheme changes.
 */
export class TextToneController implements ReactiveController {
  isLight = false;
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly handleScheme = () => this.host.requestUpdate();

  constructor(private readonly host: ToneHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.scheme.addEventListener('change', this.handleScheme);
  }

  hostDisconnected(): void {
    this.scheme.removeEventListener('change', this.handleScheme);
  }

  hostUpdate(): void {
    // Computed colours are `rgb(…)` unless the page writes them in one of the new ways, which are left to what it says of its scheme.
    const [, red, green, blue] = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this.host).color) ?? [];
    // The weights of Rec. 601 luma; above the middle is light.
    this.isLight = Number(red) * 0.299 + Number(green) * 0.587 + Number(blue) * 0.114 > 140;
  }
}
