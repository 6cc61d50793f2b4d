import type {FeedReader, Onward} from '../core/engine/feed-reader.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {FetchedFeed} from '../core/feed/fetch.js';

/** A document of a feed, to see later whether it has changed. */
export interface FeedPage {
  /** As it was asked for. */
  readonly address: string;
  readonly fingerprint: number;
}

/** A feed; or, where pages of it or other feeds are on their way, what has come so far. */
export interface FeedSnapshot {
  readonly feed: LoadedFeed;
  readonly pages: readonly FeedPage[];
  /**
   * With what comes next, while anything is on its way; the last of them has no `rest`. Rejects with
   * the signal's reason alone.
   */
  readonly rest?: Promise<FeedSnapshot>;
  /** Of a feed with all of its pages: with the full texts, which are still on their way, if there are any. Rejects likewise. */
  readonly texts?: Promise<FeedSnapshot>;
}

/** The first page of a feed that was fetched and read, and where it says that there is more. */
export interface FirstPage extends Onward {
  readonly address: string;
  readonly page: FetchedFeed;
}

/** One of the feeds that are loaded. */
export interface FeedDownload {
  /** As it is asked for. */
  readonly address: string;
  readonly first: Promise<FirstPage>;
  /** Fetches a further document of the feed, within the time that the feed has. */
  fetchPage(address: string): Promise<FetchedFeed>;
  /** All its pages have come, or it has failed: stops its clock. */
  end(): void;
}

/** What the pages of feeds are gathered from. */
export interface Gathering {
  /** In the order of `src`. */
  readonly downloads: readonly FeedDownload[];
  readonly reader: FeedReader;
  readonly signal: AbortSignal;
}

/** What has come once nothing but full texts is on its way. */
export async function allPages(arrival: FeedSnapshot): Promise<FeedSnapshot> {
  let last = arrival;
  while (last.rest) last = await last.rest;
  return last;
}
