import type {FeedPart} from './feed-snapshot.js';
import {loadCluster} from './load-cluster.js';
import {loadFeed, type FeedRequest, type ReportProgress} from './load-feed.js';

/** One use of a feed. Call `leave` when it is no longer wanted. */
export interface FeedLease {
  readonly feed: Promise<FeedPart>;
  leave(): void;
}

interface Entry {
  readonly feed: Promise<FeedPart>;
  readonly controller: AbortController;
  /** Are told how much has come: one for each use. */
  readonly users: Set<ReportProgress>;
}

const entries = new Map<string, Entry>();

/**
 * Loads a feed, once for all elements of the page that ask for it at the same time. If nobody has
 * wanted it for a macrotask, it is aborted and forgotten; an element that only moves in the
 * document keeps it. A feed that failed is forgotten at once, so that it can be tried again.
 *
 * @param report is told how much has come; each use has its own.
 * @param isFresh asks the server again, even if the page has the feed.
 */
export function joinFeed(request: FeedRequest, report: ReportProgress, isFresh = false): FeedLease {
  const key = JSON.stringify([
    request.addresses,
    request.engine,
    request.format,
    request.facets,
    request.maxBytes,
    request.maxPractices,
  ]);
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
  const users = new Set<ReportProgress>();
  const {signal} = controller;
  const feed =
    request.engine === 'opensearch'
      ? loadCluster(request, signal)
      : loadFeed(request, isFresh, signal, (share) => users.forEach((report) => report(share)));
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
