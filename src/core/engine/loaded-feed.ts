import type {Feed, FeedInfo} from '../feed/feed.js';
import {textLanguages} from '../search/fields.js';
import type {Engine} from './engine.js';
import {createLocalEngine, type LocalEngineOptions} from './local-engine.js';

/** A feed that answers queries, on this thread or in a worker. */
export interface LoadedFeed {
  readonly info: FeedInfo;
  /** The ids of its practices, in feed order. */
  readonly ids: readonly string[];
  /** How many practices there are, if `ids` does not list them. */
  readonly size?: number;
  /** BCP 47 tags of the languages of its texts, as far as the feed names them. At most four. */
  readonly languages: readonly string[];
  createEngine(options: LocalEngineOptions): Engine;
  /** Whether its worker has ended. Then the feed must be loaded again. */
  readonly isClosed: boolean;
}

/** Creates a feed with its practices on this thread. */
export function createLoadedFeed(feed: Feed): LoadedFeed {
  const {practices, ...info} = feed;
  return {
    info,
    ids: practices.map(({id}) => id),
    languages: textLanguages(practices),
    createEngine: (options) => createLocalEngine(feed, options),
    isClosed: false,
  };
}
