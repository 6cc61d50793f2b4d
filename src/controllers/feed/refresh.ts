import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fetchFeed} from '../../core/feed/fetch.js';
import {warnOnce} from '../../platform/warn-once.js';
import type {FeedPage, FeedPart} from './feed-snapshot.js';
import type {FeedController} from './feed.js';

export interface RefreshInput {
  source(): FeedController;
  /** The documents that a newer feed would differ from. */
  pages(): readonly FeedPage[];
  /** Seconds between two looks; 0 for never. */
  seconds(): number;
  onNewer(newer: FeedPart): void;
}

/**
 * Looks whether the feed has changed, once in the set time, and only while the page is visible and
 * online.
 */
export class RefreshController implements ReactiveController {
  private timer = 0;
  private isDue = false;
  private seconds = 0;
  private looking: AbortController | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly input: RefreshInput,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.handleReturn);
    window.addEventListener('online', this.handleReturn);
    this.plan();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.handleReturn);
    window.removeEventListener('online', this.handleReturn);
    clearTimeout(this.timer);
    this.looking?.abort();
  }

  hostUpdated(): void {
    if (this.seconds !== this.input.seconds()) this.plan();
  }

  /** Ends a look that is under way, and waits for the next one. */
  private plan(): void {
    this.looking?.abort();
    clearTimeout(this.timer);
    this.isDue = false;
    this.seconds = this.input.seconds();
    if (this.seconds) this.timer = window.setTimeout(this.handleTime, this.seconds * 1000);
  }

  private readonly handleTime = (): void => {
    this.isDue = true;
    this.handleReturn();
  };

  private readonly handleReturn = (): void => {
    if (this.isDue && !document.hidden && navigator.onLine) void this.look();
  };

  private async look(): Promise<void> {
    this.isDue = false;
    this.looking = new AbortController();
    const {signal} = this.looking;
    try {
      if (await this.hasChanged(signal)) await this.load(signal);
    } catch (error) {
      // The list that is shown stays.
      if (!signal.aborted)
        warnOnce(`refresh: the widget could not check the feed for changes, and keeps the list. ${String(error)}`);
    }
    if (!signal.aborted) this.plan();
  }

  /**
   * Asks the server for every page once more. `no-cache` lets it answer that nothing has changed.
   */
  private async hasChanged(signal: AbortSignal): Promise<boolean> {
    const {maxBytes} = this.input.source().host;
    for (const {address, fingerprint} of this.input.pages()) {
      const page = await fetchFeed(address, {signal, maxBytes, cache: 'no-cache'});
      if (page.fingerprint !== fingerprint) return true;
    }
    return false;
  }

  private async load(signal: AbortSignal): Promise<void> {
    const source = this.input.source();
    const before = source.snapshot.feed;
    const newer = await source.loadNewer();
    // A feed that fails to load must not remove practices that are shown.
    const isPoorer = newer.feed.info.missing.length > (before?.info.missing.length ?? 0);
    if (signal.aborted || isPoorer || source.snapshot.feed !== before) return;
    this.input.onNewer(newer);
  }
}
