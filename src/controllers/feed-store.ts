import type {FeedPart} from './feed-snapshot.js';
import {loadFeed, type FeedRequest, type Report} from './load-feed.js';

/** One use of a feed. `leave` when it is not wanted any more. */
export interface FeedLease {
  readonly feed: Promise<FeedPart>;
  leave(): void;
}

interface Entry {
  readonly feed: Promise<FeedPart>;
  readonly controller: AbortController;
  /** Whom to tell how far it is: one for each use. */
  readonly users: Set<Report>;
}

const entries = new Map<string, Entry>();

/**
 * Loads a feed, once for the page however many ask for it at the same time. It is aborted and forgotten when none has wanted it for
 * a macrotask, so that a move in the document keeps it; a feed that failed is forgotten at once, so that one may try again.
 *
 * @param report is told how far it is; one of its own for each use.
 * @param isFresh asks the server again, whoever has the feed already.
 */
export function joinFeed(request: FeedRequest, report: Report, isFresh = false): FeedLease {
  const key = JSON.stringify([request.addresses, request.format, request.maxBytes, request.maxPractices]);
  const entry = (!isFresh && entries.get(key)) || load(request, key, isFresh);
  const {feed, users} = entry;
  users.add(report);
  return {
    feed,
    leave() {
      users.delete(report);
      setTimeout(() => users.size || drop(key, entry));
    },
  };
}

function load(request: FeedRequest, key: string, isFresh: boolean): Entry {
  const controller = new AbortController();
  const users = new Set<Report>();
  const feed = loadFeed(request, isFresh, controller.signal, (share) => users.forEach((report) => report(share)));
  const entry: Entry = {feed, controller, users};
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
