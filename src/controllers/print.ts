import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Hit} from '../core/engine.js';

/** Some fifty sheets. What is beyond is counted. */
const MOST = 500;

/** Prints what was found, and not only the pages that were asked for. */
export class PrintController implements ReactiveController {
  /** What to draw instead of the hits of the pages; null unless it is printed. */
  hits: readonly Hit[] | null = null;
  private isPrinting = false;

  /**
   * @param find every hit. The browser waits for no more than microtasks: an engine elsewhere is too late, and the pages are printed.
   * @param draw draws at once.
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => Promise<readonly Hit[]>,
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

  private readonly handleBefore = async (): Promise<void> => {
    this.isPrinting = true;
    const found = await this.find();
    if (!this.isPrinting) return;
    this.hits = found.slice(0, MOST);
    this.host.requestUpdate();
    this.draw();
  };

  private readonly handleAfter = (): void => {
    this.isPrinting = false;
    this.hits = null;
    this.host.requestUpdate();
  };
}
