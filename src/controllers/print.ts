import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Answer, Hit} from '../core/engine.js';

/** Some fifty sheets. What is beyond is counted. */
const MOST = 500;

/** Prints what was found, and not only the pages that were asked for. */
export class PrintController implements ReactiveController {
  /** What to draw instead of the hits of the pages; null unless it is printed. */
  hits: readonly Hit[] | null = null;

  /**
   * @param find every hit. The browser does not wait: an engine that answers later prints the pages.
   * @param draw draws at once.
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => Answer<readonly Hit[]>,
    private readonly draw: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.handleBefore);
    window.addEventListener('afterprint', this.handleAfter);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.handleBefore);
    window.removeEventListener('afterprint', this.handleAfter);
    this.hits = null;
  }

  private readonly handleBefore = (): void => {
    const found = this.find();
    if (found instanceof Promise) return;
    this.hits = found.slice(0, MOST);
    this.host.requestUpdate();
    this.draw();
  };

  private readonly handleAfter = (): void => {
    this.hits = null;
    this.host.requestUpdate();
  };
}
