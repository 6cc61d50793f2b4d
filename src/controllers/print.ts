import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Hit} from '../core/state/search-results.js';

/** About twenty sheets. The last line on paper counts the practices beyond. */
const MAX_PRINTED_CARDS = 100;

export interface PrintInput {
  /** Finds the first `limit` hits of the results; null if they fail to load. */
  find(limit: number): Promise<readonly Hit[] | null>;
  /** Resolves when the host and its cards are drawn. */
  drawn(): Promise<unknown>;
}

/**
 * Prints all results, or one practice. The browser's own command needs no script: it prints what is
 * shown, or the only practice that is open.
 */
export class PrintController implements ReactiveController {
  /** The hits to draw for paper; null unless the visitor prints all results. */
  hits: readonly Hit[] | null = null;
  /** The id of the practice to print alone; `''` for none. */
  practice = '';

  constructor(
    private readonly host: ReactiveControllerHost & {readonly isConnected: boolean},
    private readonly input: PrintInput,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    window.removeEventListener('afterprint', this.handleAfter);
    this.handleAfter();
  }

  async printAll(): Promise<void> {
    const hits = await this.input.find(MAX_PRINTED_CARDS);
    // A router may have replaced the page meanwhile.
    if (!hits || !this.host.isConnected) return;
    this.hits = hits;
    await this.print();
  }

  async printOne(id: string): Promise<void> {
    this.practice = id;
    await this.print();
  }

  private async print(): Promise<void> {
    window.addEventListener('afterprint', this.handleAfter, {once: true});
    this.host.requestUpdate();
    await this.input.drawn();
    window.print();
  }

  private readonly handleAfter = (): void => {
    this.hits = null;
    this.practice = '';
    this.host.requestUpdate();
  };
}
