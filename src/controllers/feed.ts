import {Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {FeedError} from '../core/feed/feed-error.js';
import {readOwnJson} from '../core/feed/formats/own-json.js';
import {normalizeInSteps} from '../core/feed/normalize.js';
import {keepFeed, type LoadedFeed} from '../core/loaded-feed.js';
import {finishInSlices} from '../core/steps.js';
import {joinFeed, type FeedLease} from './feed-store.js';

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
  onLoad(feed: LoadedFeed): void;
  onFail(error: FeedError): void;
}

/** The feed of one element: on its way, here, or failed. Follows its attributes, and is kept where the element is moved. */
export class FeedController implements ReactiveController {
  private lease: FeedLease | undefined;
  private isReload = false;
  private readonly task: Task<readonly unknown[], LoadedFeed | undefined>;

  constructor(
    private readonly host: FeedHost,
    handlers: FeedHandlers,
  ) {
    host.addController(this);
    this.task = new Task(host, {
      args: () => [host.src, host.format, host.practices, host.maxBytes, host.maxPractices],
      task: () => this.load(),
      onComplete: (feed) => feed && handlers.onLoad(feed),
      onError: (error) => !isAbort(error) && handlers.onFail(toFeedError(error)),
    });
  }

  /** The last feed that came; undefined until one has, and after one has failed. */
  get value(): LoadedFeed | undefined {
    return this.task.value;
  }

  /** Why there is none; kept while it is tried again. */
  get error(): FeedError | null {
    const {error} = this.task;
    return error === undefined || isAbort(error) ? null : toFeedError(error);
  }

  get isPending(): boolean {
    return this.task.status === TaskStatus.PENDING;
  }

  /** When it is here or has failed. */
  get settled(): Promise<unknown> {
    return this.task.taskComplete.catch(() => undefined);
  }

  hostConnected(): void {
    window.addEventListener('online', this.handleOnline);
    // Left while it was on its way: within a macrotask it still is, later it is asked for again. So is one whose worker has been let go.
    const isWanting = this.value?.isClosed ?? this.task.status !== TaskStatus.INITIAL;
    if (this.isPending || isWanting) void this.task.run();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.handleOnline);
    this.leave();
  }

  /** Asks for the feed again, also where another element has it already. */
  reload(): void {
    this.isReload = true;
    void this.task.run();
  }

  /** Once, whenever the connection is back; and once for the page, however many have the same feed. */
  private readonly handleOnline = (): void => {
    if (this.error?.retryable && !this.isPending) void this.task.run();
  };

  private async load(): Promise<LoadedFeed | undefined> {
    const {baseURI, format, maxBytes, maxPractices, practices, src} = this.host;
    const isFresh = this.isReload;
    this.isReload = false;
    this.leave();
    if (practices) {
      const steps = normalizeInSteps(readOwnJson(practices, baseURI), {maxPractices});
      return keepFeed(await finishInSlices(steps, 'user-visible'));
    }
    const addresses = src.split(/\s+/).filter(Boolean);
    if (addresses.length === 0) return undefined;
    const absolute = addresses.map((address) => toAbsolute(address, baseURI));
    this.lease = joinFeed({addresses: absolute, format, maxBytes, maxPractices, assets: this.host}, isFresh);
    return this.lease.feed;
  }

  private leave(): void {
    this.lease?.leave();
    this.lease = undefined;
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
