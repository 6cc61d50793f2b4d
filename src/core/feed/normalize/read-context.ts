import type {Wording} from './text.js';
import type {TopicBook} from './topics.js';

/** What the readers of fields share. */
export interface FieldReading extends Wording {
  /** Where relative addresses start from; absolute. */
  readonly address: string;
}

/** What all readers of one feed share. */
export interface Reading extends FieldReading {
  readonly topics: TopicBook;
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}
