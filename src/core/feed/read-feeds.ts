import type {Steps} from '../steps.js';
import type {Feed} from './feed.js';
import type {FetchedFeed} from './fetch-feed.js';
import {mergeFeeds} from './merge-feeds.js';
import {normalizeInSteps, type NormalizeOptions} from './normalize.js';
import {parseFeed, type FeedDocument, type ReadDocument} from './parse-feed.js';

export interface ReadOptions extends NormalizeOptions {
  /** What all the documents are; without it, each is what its content shows. */
  readonly format?: string | undefined;
}

/** What was fetched as documents; `JSON.parse` is the one step in it that may be long. Throws a `FeedError`. */
export function* parseFeedsInSteps(fetched: readonly FetchedFeed[], {format}: ReadOptions): Steps<FeedDocument[]> {
  const documents: FeedDocument[] = [];
  for (const each of fetched) {
    documents.push(parseFeed(each, format));
    yield;
  }
  return documents;
}

/** Documents to one feed. Throws a `FeedError`. */
export function* readFeedsInSteps(
  documents: readonly FeedDocument[],
  readDocument: ReadDocument,
  options: ReadOptions,
): Steps<Feed> {
  const feeds: Feed[] = [];
  for (const document of documents) {
    const raw = readDocument(document, options.format);
    yield;
    feeds.push(yield* normalizeInSteps(raw, options));
  }
  return mergeFeeds(feeds);
}
