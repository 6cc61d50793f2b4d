import {Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {createLoadedFeed, type LoadedFeed} from '../core/engine/loaded-feed.js';
import {FeedError} from '../core/feed/feed-error.js';
import {readNativeJson} from '../core/feed/formats/native-json.js';
import {normalizeSliced} from '../core/feed/normalize/normalize.js';
import {runSliced} from '../core/time-slicing.js';
import {allPages, type FeedSnapshot, type FeedPage} from './feed-snapshot.js';
import {joinFeed, type FeedLease} from './feed-store.js';

/** Whoever lost the connection together comes back together: not all at once. */
const JITTER = Math.random();

/** What the feed needs of its element. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  src: string;
  format: string;
  /** Practices that the page set by itself; they go before `src`. */
  practices: readonly unknown[] | null;
  maxBytes: number;
  maxPractices: number;
  assetsHref: string;
}

export interface FeedHandlers {
  /** Whether the feed may be loaded yet. */
  mayStart?(): boolean;
  onStart?(): void;
  /** Whether a part is shown until the rest has come: nothing was asked for that may be in the rest. */
  takesPart(): boolean;
  /** It is here, or it has grown: by further pages, by another of several feeds, or by full texts. */
  onLoad(feed: LoadedFeed): void;
  onFail(error: FeedError): void;
}

/** The feed of one element: on its way, here, or failed. Follows its attributes, and is kept where the element is moved. */
export class FeedController implements ReactiveController {
  /** Our use of the feed that is shown or on its way; and of a newer one that is looked at beside it. */
  private lease: FeedLease | undefined;
  private newer: FeedLease | undefined;
  private isReload = false;
  private timer = 0;
  /** Whether further pages, other feeds or full texts are on their way. */
  private isGrowing = false;
  private readonly task: Task<readonly unknown[], FeedSnapshot | undefined>;
  /** What has come after the task had its value, and took its place: the further pages, the full texts, a newer feed. */
  private later: FeedSnapshot | undefined;
  /** How much of the feed that is on its way is here, 0 to 1; anything else where that is not known. */
  progress = NaN;

  constructor(
    private readonly host: FeedHost,
    private readonly handlers: FeedHandlers,
  ) {
    host.addController(this);
    this.task = new Task(host, {
      args: () => [this.mayStart, host.src, host.format, host.practices, host.maxBytes, host.maxPractices],
      task: () => this.load(),
      onComplete: (arrival) => {
        this.later = undefined;
        if (arrival) this.take(arrival);
      },
      onError: (error) => {
        this.later = undefined;
        if (!isAbort(error)) handlers.onFail(toFeedError(error));
      },
    });
  }

  /** The last feed that came; undefined until one has, and after one has failed. */
  get value(): LoadedFeed | undefined {
    return this.arrival?.feed;
  }

  /** Why there is none; kept while it is tried again. */
  get error(): FeedError | null {
    const {error} = this.task;
    return error === undefined || isAbort(error) ? null : toFeedError(error);
  }

  /** Its documents as they were fetched, to see later whether one has changed. */
  get pages(): readonly FeedPage[] {
    return this.arrival?.pages ?? [];
  }

  get maxBytes(): number {
    return this.host.maxBytes;
  }

  get isPending(): boolean {
    return this.task.status === TaskStatus.PENDING;
  }

  /** Whether there is a feed to load that nobody has asked for yet. */
  get isDeferred(): boolean {
    return !this.mayStart && !this.host.practices;
  }

  private get mayStart(): boolean {
    return this.handlers.mayStart?.() ?? true;
  }

  /** When it is here or has failed. */
  get settled(): Promise<unknown> {
    return this.task.taskComplete.catch(() => undefined);
  }

  hostConnected(): void {
    window.addEventListener('online', this.handleOnline);
    // Left while it was on its way: within a macrotask it still is, later it is asked for again. So is one whose worker has been let go.
    const isWanting = this.value?.isClosed ?? this.task.status !== TaskStatus.INITIAL;
    if (this.isPending || this.isGrowing || isWanting) void this.task.run();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.handleOnline);
    clearTimeout(this.timer);
    this.leave();
  }

  /** Asks for the feed again, also where another element has it already. */
  reload(): void {
    this.isReload = true;
    void this.task.run();
  }

  /** Loads it once more, pages and all, beside the one that is here. */
  async loadNewer(): Promise<FeedSnapshot> {
    this.newer?.leave();
    this.newer = this.join(true);
    return allPages(await this.newer.feed);
  }

  /** Puts what was loaded beside it in its place. */
  showNewer(newer: FeedSnapshot): void {
    this.lease?.leave();
    this.lease = this.newer;
    this.newer = undefined;
    this.replace(newer);
  }

  /** What is here now. */
  private get arrival(): FeedSnapshot | undefined {
    return this.later ?? this.task.value;
  }

  private readonly handleOnline = (): void => {
    clearTimeout(this.timer);
    this.retry(0);
  };

  /**
   * Three times at most, since a connection that is back may be slow to be of use: soon, and after two and four seconds. All elements of
   * the page wait for the same time, so that they share what they ask for.
   */
  private retry(tries: number): void {
    this.timer = window.setTimeout(
      async () => {
        if (!this.error?.retryable || this.isPending) return;
        await this.task.run();
        if (tries < 2) this.retry(tries + 1);
      },
      (tries * 2 + JITTER) * 1000,
    );
  }

  private async load(): Promise<FeedSnapshot | undefined> {
    const {baseURI, maxPractices, practices, src} = this.host;
    const isFresh = this.isReload;
    this.isReload = false;
    this.leave();
    if (practices) {
      const steps = normalizeSliced(readNativeJson(practices, baseURI), {maxPractices});
      return {feed: createLoadedFeed(await runSliced(steps)), pages: []};
    }
    if (!src.trim() || !this.mayStart) return undefined;
    this.handlers.onStart?.();
    this.lease = this.join(isFresh);
    const arrival = await this.lease.feed;
    return this.handlers.takesPart() ? arrival : allPages(arrival);
  }

  private join(isFresh: boolean): FeedLease {
    const {baseURI, format, maxBytes, maxPractices, src} = this.host;
    const addresses = [...new Set(src.trim().split(/\s+/))].map((address) => toAbsolute(address, baseURI));
    const report = (share: number) => {
      this.progress = share;
      if (this.isPending) this.host.requestUpdate();
    };
    return joinFeed({addresses, format, maxBytes, maxPractices, assets: this.host}, report, isFresh);
  }

  private leave(): void {
    this.lease?.leave();
    this.newer?.leave();
    this.lease = this.newer = undefined;
  }

  private take(arrival: FeedSnapshot): void {
    this.handlers.onLoad(arrival.feed);
    const more = arrival.rest ?? arrival.texts;
    this.isGrowing = !!more;
    more?.then(
      (larger) => {
        if (this.arrival === arrival) this.replace(larger);
      },
      // given up: the element is gone, or asks for another feed
      () => undefined,
    );
  }

  private replace(arrival: FeedSnapshot): void {
    this.later = arrival;
    this.host.requestUpdate();
    this.take(arrival);
  }
}

/** As the page would resolve it; what is no address at all is left for `fetchFeed` to name in its message. */
const toAbsolute = (address: string, base: string) =>
  URL.canParse(address, base) ? new URL(address, base).href : address;

/** We gave it up ourselves: the element is gone, or asks for another feed. */
const isAbort = (error: unknown) => (error as Error).name === 'AbortError';

/** Whatever was thrown, the visitor is told that it did not work, and the page why. */
const toFeedError = (error: unknown) =>
  error instanceof FeedError ? error : new FeedError('network', String(error), {cause: error});
