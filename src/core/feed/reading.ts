import type {Wording} from './read-text.js';
import type {TopicBook} from './read-topics.js';

/** What all readers of one feed share. */
export interface Reading extends Wording {
  /** Where relative addresses start from; absolute. */
  readonly address: string;
  readonly topics: TopicBook;
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}
