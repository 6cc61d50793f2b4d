import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Hit, SearchResults} from '../core/state/search-results.js';

/** About fifty sheets. The last line on paper counts the cards beyond. */
const MAX_PRINTED_CARDS = 500;

/**
 * After this time without another search, the hits to print are found in advance. A browser that
 * prints does not wait for them.
 */
const PRINT_PREPARE_DELAY_MS = 1000;

export interface PrintInput {
  results(): SearchResults | null;
  /** Finds the first `limit` hits of the results. */
  find(limit: number): Promise<readonly Hit[]>;
  /** Draws the host and its cards at once. */
  draw(): void;
}

/** Prints all results, not only the pages that the visitor has opened. */
export class PrintController implements ReactiveController {
  /** The hits to draw instead of those on the screen; null unless the page is being printed. */
  hits: readonly Hit[] | null = null;
  private results: SearchResults | null = null;
  private found: readonly Hit[] | null = null;
  private isPrinting = false;
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly input: PrintInput,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.handleBefore);
    window.addEventListener('afterprint', this.handleAfter);
  }

  hostUpdated(): void {
    const results = this.input.results();
    if (results === this.results) return;
    this.results = results;
    this.found = null;
    clearTimeout(this.timer);
    if (results && results.hits.length < results.totalHits)
      this.timer = window.setTimeout(async () => {
        const found = await this.input.find(MAX_PRINTED_CARDS);
        if (results === this.results) this.found = found;
      }, PRINT_PREPARE_DELAY_MS);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.handleBefore);
    window.removeEventListener('afterprint', this.handleAfter);
    clearTimeout(this.timer);
    this.results = this.hits = null;
  }

  private readonly handleBefore = async (): Promise<void> => {
    this.isPrinting = true;
    // No `await` if the hits are known: the browser prints right after this event.
    const hits = this.found ?? (await this.input.find(MAX_PRINTED_CARDS));
    if (!this.isPrinting) return;
    this.hits = hits;
    this.host.requestUpdate();
    this.input.draw();
  };

  private readonly handleAfter = (): void => {
    this.isPrinting = false;
    this.hits = null;
    this.host.requestUpdate();
  };
}
