import type {LitElement, ReactiveController} from 'lit';
import {loadFile} from './load-file.js';

/** What the extras need of their element. */
export interface ExtrasHost extends LitElement {
  readonly assetsHref: string;
}

/** Has the extras file fetched when something of it is shown. */
export class ExtrasController implements ReactiveController {
  /** It could not be had. */
  isMissing = false;

  constructor(
    private readonly host: ExtrasHost,
    /** Whether something of it is shown. */
    private readonly isWanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.isWanted()) void this.load();
  }

  /** Ends when it is there, or cannot be had. */
  async load(isRetry = false): Promise<void> {
    const {host} = this;
    const isMissing = await loadFile('extras', host, isRetry).then(
      () => false,
      () => true,
    );
    if (isMissing === this.isMissing) return;
    // the button that tried again goes away
    if (!isMissing) host.renderRoot.querySelector<HTMLElement>('.extras button')?.focus();
    this.isMissing = isMissing;
    host.requestUpdate();
  }
}
