import type {TextContext} from './text.js';
import type {TopicRegistry} from './topics.js';

/** What the readers of fields share. */
export interface FieldReadContext extends TextContext {
  /** Where relative addresses start from; absolute. */
  readonly address: string;
}

/** What all readers of one feed share. */
export interface ReadContext extends FieldReadContext {
  readonly topics: TopicRegistry;
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}
