import type {LoadedFeed} from '../../core/engine/loaded-feed.js';
import type {FeedError} from '../../core/feed/feed-error.js';

/** A document of a feed. A later look at it tells whether it has changed. */
export interface FeedPage {
  /** The address that was asked for. */
  readonly address: string;
  readonly fingerprint: number;
}

/** The feed of one element at one moment. It never changes: the next snapshot takes its place. */
export interface FeedSnapshot {
  /**
   * `idle`: there is nothing to load, or not yet. `loading`: the feed is on its way. `growing`: it
   * is shown, and more of it is on its way. `complete`: all of it has come. `failed`: it failed to
   * load.
   */
  readonly status: 'idle' | 'loading' | 'growing' | 'complete' | 'failed';
  /** The feed to show. It stays while the feed loads again. */
  readonly feed: LoadedFeed | null;
  /** Its documents as they were fetched. */
  readonly pages: readonly FeedPage[];
  /** Why the feed failed. It stays while the feed loads again. */
  readonly error: FeedError | null;
  /**
   * How much of the feed that is on its way has come, 0 to 1; `NaN` or infinite if nobody knows.
   */
  readonly progress: number;
}

export const idleSnapshot: FeedSnapshot = {status: 'idle', feed: null, pages: [], error: null, progress: NaN};

/** A feed as far as it has come. */
export interface FeedPart {
  readonly feed: LoadedFeed;
  readonly pages: readonly FeedPage[];
  /**
   * With the pages or feeds that come next. The last part has none. Rejects with the signal's
   * reason alone.
   */
  readonly rest?: Promise<FeedPart>;
  /**
   * Of a feed with all of its pages: with the full texts, if they are still on their way. Rejects
   * likewise.
   */
  readonly texts?: Promise<FeedPart>;
}

/** The part that has all pages; full texts may still be on their way. */
export async function allPages(part: FeedPart): Promise<FeedPart> {
  let last = part;
  while (last.rest) last = await last.rest;
  return last;
}
