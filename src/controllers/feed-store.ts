import {loadFeed, type FeedArrival, type FeedRequest} from './load-feed.js';

/** One use of a feed. `leave` when it is not wanted any more. */
export interface FeedLease {
  readonly feed: Promise<FeedArrival>;
  leave(): void;
}

interface Entry {
  readonly feed: Promise<FeedArrival>;
  readonly controller: AbortController;
  users: number;
}

const entries = new Map<string, Entry>();

/**
 * Loads a feed, once for the page however many ask for it at the same time. It is aborted and forgotten when none has wanted it for
 * a macrotask, so that a move in the document keeps it; a feed that failed is forgotten at once, so that one may try again.
 *
 * @param isFresh asks the server again, whoever has the feed already.
 */
export function joinFeed(request: FeedRequest, isFresh = false): FeedLease {
  const key = JSON.stringify([request.addresses, request.format, request.maxBytes, request.maxPractices]);
  const entry = (!isFresh && entries.get(key)) || load(request, key, isFresh);
  entry.users++;
  let isIn = true;
  return {
    feed: entry.feed,
    leave() {
      if (isIn) entry.users--;
      isIn = false;
      setTimeout(() => entry.users === 0 && drop(key, entry));
    },
  };
}

function load(request: FeedRequest, key: string, isFresh: boolean): Entry {
  const controller = new AbortController();
  const feed = loadFeed(request, isFresh, controller.signal);
  const entry: Entry = {feed, controller, users: 0};
  entries.set(key, entry);
  feed.catch(() => forget(key, entry));
  return entry;
}

function drop(key: string, entry: Entry): void {
  entry.controller.abort();
  forget(key, entry);
}

function forget(key: string, entry: Entry): void {
  if (entries.get(key) === entry) entries.delete(key);
}
