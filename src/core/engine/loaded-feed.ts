import type {Feed, FeedInfo} from '../feed/feed.js';
import {textLanguages} from '../search/fields.js';
import type {Engine} from './engine.js';
import {createLocalEngine, type LocalEngineOptions} from './local-engine.js';

/** A feed that can be asked, wherever its practices are: here, or in a worker. */
export interface LoadedFeed {
  readonly info: FeedInfo;
  /** Of its practices, in their order. */
  readonly ids: readonly string[];
  /** BCP 47 tags of the languages that its texts are in, as far as it says; at most four. */
  readonly languages: readonly string[];
  createEngine(options: LocalEngineOptions): Engine;
  /** Nothing that was made here is answered any more: the feed must be loaded again. */
  readonly isClosed: boolean;
}

/** The feed whose practices are here. */
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
