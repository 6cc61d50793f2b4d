import type {FetchedFeed} from '../core/feed/fetch-feed.js';
import type {FeedReader, Onward} from '../core/feed/read-feeds.js';
import type {LoadedFeed} from '../core/loaded-feed.js';

/** A document of a feed, to see later whether it has changed. */
export interface FeedPage {
  /** As it was asked for. */
  readonly address: string;
  readonly fingerprint: number;
}

/** A feed that is here; or, where it has further pages, what is here of it. */
export interface FeedArrival {
  readonly feed: LoadedFeed;
  readonly pages: readonly FeedPage[];
  /** With the pages that are still on their way, if there are any. Rejects with the signal's reason alone. */
  readonly rest?: Promise<FeedArrival>;
  /** Of a feed with all of its pages: with the full texts, which are still on their way, if there are any. Rejects likewise. */
  readonly texts?: Promise<FeedArrival>;
}

/** The first page of a feed that was fetched and read, and where it says that there is more. */
export interface FirstPage extends Onward {
  readonly address: string;
  readonly page: FetchedFeed;
}

/** What the further pages of feeds are fetched and read with. */
export interface Gathering {
  readonly addresses: readonly string[];
  readonly firsts: readonly PromiseSettledResult<FirstPage>[];
  readonly reader: FeedReader;
  fetchPage(address: string): Promise<FetchedFeed>;
}
