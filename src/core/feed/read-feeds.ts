import type {Steps} from '../steps.js';
import type {Feed} from './feed.js';
import {mergeFeeds} from './merge-feeds.js';
import {normalizeInSteps, type NormalizeOptions} from './normalize.js';
import type {FeedDocument, ReadDocument} from './parse-feed.js';

export interface ReadOptions extends NormalizeOptions {
  /** What all the documents are; without it, each is what its content shows. */
  readonly format?: string | undefined;
}

/** Documents to one feed. Throws a `FeedError`. */
export function* readFeedsInSteps(
  documents: readonly FeedDocument[],
  readDocument: ReadDocument,
  options: ReadOptions,
): Steps<Feed> {
  const feeds: Feed[] = [];
  for (const document of documents) {
    const raw = readDocument(document.content, document.address, options.format);
    yield;
    feeds.push(yield* normalizeInSteps(raw, options));
  }
  return mergeFeeds(feeds);
}
