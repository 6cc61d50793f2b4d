import type {Steps} from '../steps.js';
import type {Feed} from './feed.js';
import type {FetchedFeed} from './fetch-feed.js';
import {mergeFeeds} from './merge-feeds.js';
import {normalizeInSteps, type NormalizeOptions} from './normalize.js';
import {parseFeed} from './parse-feed.js';

/** Documents, as they came, to one feed; `JSON.parse` is the one step in it that may be long. Throws a `FeedError`. */
export function* readFeedsInSteps(fetched: readonly FetchedFeed[], options: NormalizeOptions): Steps<Feed> {
  const feeds: Feed[] = [];
  for (const document of fetched) {
    const raw = parseFeed(document);
    yield;
    feeds.push(yield* normalizeInSteps(raw, options));
  }
  return mergeFeeds(feeds);
}
