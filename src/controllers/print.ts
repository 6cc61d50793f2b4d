import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Hit, SearchResults} from '../core/state/search-results.js';

/** Some fifty sheets. What is beyond is counted. */
const MAX_PRINTED_CARDS = 500;

/** After so many milliseconds without another search, what would be printed is asked for: a browser that prints waits for nothing. */
const PRINT_PREPARE_DELAY_MS = 1000;

/** What is printed. */
export interface PrintInput {
  results(): SearchResults | null;
  /** The hits of these results, at most so many. */
  find(limit: number): Promise<readonly Hit[]>;
  /** Draws at once. */
  draw(): void;
}

/** Prints what was found, and not only the pages that were asked for. */
export class PrintController implements ReactiveController {
  /** What to draw instead of the hits of the pages; null unless it is printed. */
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
    // No `await` where it can be helped: a page's own script that prints goes on at once.
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
