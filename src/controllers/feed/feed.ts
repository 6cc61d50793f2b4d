import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {createLoadedFeed} from '../../core/engine/loaded-feed.js';
import {isAdvice} from '../../core/feed/advice.js';
import {FeedError} from '../../core/feed/feed-error.js';
import {readNativeJson} from '../../core/feed/formats/native-json.js';
import {normalizeSliced} from '../../core/feed/normalize/normalize.js';
import {runSliced} from '../../core/time-slicing.js';
import {warnOnce} from '../../platform/warn-once.js';
import {allPages, idleSnapshot, type FeedPart, type FeedSnapshot} from './feed-snapshot.js';
import {joinFeed, type FeedLease} from './feed-store.js';

/** Clients that went offline together do not all retry at the same moment. In seconds. */
const JITTER = Math.random();

/** The attributes that say which feed to load. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  readonly src: string;
  /** `opensearch`, or nothing: the widget searches itself. */
  readonly engine: string;
  readonly format: string;
  /** Practices that the page sets itself. They take precedence over `src`. */
  readonly practices: readonly unknown[] | null;
  readonly maxBytes: number;
  readonly maxPractices: number;
  readonly assetsHref: string;
}

/** What the host allows at the moment. */
export interface FeedOptions {
  /** Whether `src` may be loaded yet. */
  readonly mayStart: boolean;
  /**
   * Whether a part may be shown until the rest has come: nothing was asked for that may be in the
   * rest.
   */
  readonly showsParts: boolean;
  /** The facets that the page describes: `target:list budget:number`. */
  readonly facets?: string;
}

/**
 * Loads the feed that the attributes of an element name, and keeps the one snapshot of it. The host
 * calls `update` in each of its updates; each new snapshot asks for another update.
 */
export class FeedController implements ReactiveController {
  snapshot: FeedSnapshot = idleSnapshot;

  /** Settles when the feed that was asked for last has loaded or failed. */
  settled: Promise<void> = Promise.resolve();

  private options: FeedOptions = {mayStart: false, showsParts: false};
  /** What was asked for last, to see whether the host asks for something else. */
  private asked: readonly unknown[] = [];
  /** How often the feed was asked for. An answer to an earlier question does not count. */
  private loads = 0;
  /**
   * Our use of the feed that is shown or on its way, and of a newer one that is looked at beside
   * it.
   */
  private lease: FeedLease | undefined;
  private newer: FeedLease | undefined;
  private retryTimer = 0;

  constructor(readonly host: FeedHost) {
    host.addController(this);
  }

  /**
   * Loads the feed if the attributes or the options ask for another one; if `isFresh`, in any case,
   * and from the server. Outside of a document it does nothing: nobody would end its use of a feed.
   */
  update(options: FeedOptions, isFresh = false): void {
    if (!this.host.isConnected) return;
    this.options = options;
    const {engine, format, maxBytes, maxPractices, practices, src} = this.host;
    const before = this.asked;
    this.asked = [options.mayStart, options.facets, src, engine, format, practices, maxBytes, maxPractices];
    if (isFresh || this.asked.some((value, i) => value !== before[i])) void this.load(isFresh);
  }

  hostConnected(): void {
    window.addEventListener('online', this.handleOnline);
    const {feed, status} = this.snapshot;
    // A feed on its way was aborted when the element left the document. A closed one has lost its
    // worker.
    const isWanted = feed ? feed.isClosed || status !== 'complete' : status !== 'idle';
    if (isWanted) void this.load();
    // The attributes may have changed while it was out of the document.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.handleOnline);
    clearTimeout(this.retryTimer);
    this.leave();
  }

  /** Asks the server for the feed again, even if another element has it. */
  reload(options = this.options): void {
    this.update(options, true);
  }

  /** Loads the feed once more with all pages, beside the one that is shown. */
  async loadNewer(): Promise<FeedPart> {
    this.newer?.leave();
    this.newer = this.join(true);
    return allPages(await this.newer.feed);
  }

  /** Shows what `loadNewer` has loaded. */
  showNewer(newer: FeedPart): void {
    this.lease?.leave();
    this.lease = this.newer;
    this.newer = undefined;
    this.show(newer);
  }

  private readonly handleOnline = (): void => {
    clearTimeout(this.retryTimer);
    this.retry(0);
  };

  /**
   * Tries three times at most, since a connection that is back may be slow to work: soon, and after
   * two and four seconds. All elements of the page wait for the same time, so that they share one
   * request.
   */
  private retry(tries: number): void {
    this.retryTimer = window.setTimeout(
      async () => {
        const {error, status} = this.snapshot;
        if (status !== 'failed' || !error?.retryable) return;
        await this.load();
        if (tries < 2) this.retry(tries + 1);
      },
      (tries * 2 + JITTER) * 1000,
    );
  }

  private load(isFresh = false): Promise<void> {
    const load = ++this.loads;
    this.leave();
    this.settled = this.run(load, isFresh);
    return this.settled;
  }

  private async run(load: number, isFresh: boolean): Promise<void> {
    try {
      const request = this.request(isFresh);
      if (!request) return this.change(idleSnapshot);
      this.change({status: 'loading', progress: NaN});
      const part = await request;
      const shown = this.options.showsParts ? part : await allPages(part);
      if (load === this.loads) this.show(shown);
    } catch (error) {
      if (load !== this.loads || isAbort(error)) return;
      this.change({...idleSnapshot, status: 'failed', error: toFeedError(error)});
      if (location.protocol === 'file:' && /^https?:/i.test(this.host.src.trim()))
        warnOnce(
          'This page was opened from disk (file://). Browsers let it load only feeds that allow every origin (Access-Control-Allow-Origin: *). Put the page on a web server.',
        );
    }
  }

  /** The feed that the host asks for; null if there is none, or if it must not be loaded yet. */
  private request(isFresh: boolean): Promise<FeedPart> | null {
    const {baseURI, maxPractices, practices, src} = this.host;
    if (practices) return readPractices(practices, baseURI, maxPractices, this.options.facets);
    if (!src.trim() || !this.options.mayStart) return null;
    this.lease = this.join(isFresh);
    return this.lease.feed;
  }

  private join(isFresh: boolean): FeedLease {
    const {baseURI, engine, format, maxBytes, maxPractices, src} = this.host;
    const {facets = ''} = this.options;
    const written = src.trim().split(/\s+/);
    const addresses = [...new Set(written.map((address) => toAbsolute(address, baseURI)))];
    const report = (progress: number) => {
      if (this.snapshot.status === 'loading') this.change({progress});
    };
    return joinFeed({addresses, engine, format, facets, maxBytes, maxPractices, assets: this.host}, report, isFresh);
  }

  private leave(): void {
    this.lease?.leave();
    this.newer?.leave();
    this.lease = this.newer = undefined;
  }

  /** Shows a part, and what comes after it when that has come. */
  private show({feed, pages, rest, texts}: FeedPart): void {
    const more = rest ?? texts;
    const load = this.loads;
    this.change({status: more ? 'growing' : 'complete', feed, pages, error: null});
    for (const {code, message} of feed.info.warnings) if (isAdvice(code)) warnOnce(message);
    more?.then(
      (larger) => {
        if (load === this.loads && feed === this.snapshot.feed) this.show(larger);
      },
      // Aborted: the element has gone, or asks for another feed.
      () => undefined,
    );
  }

  private change(changes: Partial<FeedSnapshot>): void {
    this.snapshot = {...this.snapshot, ...changes};
    this.host.requestUpdate();
  }
}

async function readPractices(
  practices: readonly unknown[],
  base: string,
  maxPractices: number,
  facets: string | undefined,
): Promise<FeedPart> {
  const feed = await runSliced(normalizeSliced(readNativeJson(practices, base), {facets, maxPractices}));
  return {feed: createLoadedFeed(feed), pages: []};
}

/**
 * The address as the page would resolve it. `fetchFeed` names one that is not valid in its message.
 */
const toAbsolute = (address: string, base: string) =>
  URL.canParse(address, base) ? new URL(address, base).href : address;

/** The element has gone, or asks for another feed. */
const isAbort = (error: unknown) => (error as Error).name === 'AbortError';

const toFeedError = (error: unknown) =>
  error instanceof FeedError ? error : new FeedError('network', String(error), {cause: error});
