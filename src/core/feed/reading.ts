import type {Warn} from './feed-warnings.js';
import type {TopicBook} from './read-topics.js';

/** What all readers of texts share. */
export interface Wording {
  /** BCP 47 tag of what is not marked otherwise; `''` where the feed does not say. */
  readonly language: string;
  readonly warn: Warn;
}

/** What all readers of one feed share. */
export interface Reading extends Wording {
  /** Where relative addresses start from; absolute. */
  readonly address: string;
  readonly topics: TopicBook;
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}
