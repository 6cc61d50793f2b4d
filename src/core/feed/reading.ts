import type {Warn} from './feed-warnings.js';
import type {TopicBook} from './read-topics.js';

/** What all readers of one feed share. */
export interface Reading {
  /** Where relative addresses start from. */
  readonly address: string;
  /** BCP 47 tag of what is not marked otherwise; `''` where the feed does not say. */
  readonly language: string;
  readonly topics: TopicBook;
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
  readonly warn: Warn;
}
