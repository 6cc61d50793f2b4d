import type {Practice} from '../practice.js';
import type {LanguageWords} from '../search/words.js';
import type {Hit, SearchResults} from '../state/search-results.js';
import type {SearchState} from '../state/search-state.js';

/**
 * What answers a search state. Elements know nothing else of the practices: they never see the whole feed, so that it may
 * as well be in a worker or on a server.
 */
export interface Engine {
  /** Builds what queries need. Optional: the first query does so otherwise, and waits for it. */
  prepare(): void;
  /** Takes the words of languages in place of those before. Queries are looked up in them in this order. */
  learn(words: readonly LanguageWords[]): void;
  /** Waits for the index where something is asked that needs it. */
  search(state: SearchState): Promise<SearchResults>;
  practice(id: string): Promise<Practice | null>;
  /** Where a practice stands among the hits, from 0; -1 where it is none of them. */
  rank(id: string, state: SearchState): Promise<number>;
  /** The hits whatever the page, at most `limit` of them, else all: for print and export. */
  hits(state: SearchState, limit?: number): Promise<readonly Hit[]>;
  /** Up to three practices that are most like this one. */
  similar(id: string): Promise<readonly Practice[]>;
  /** Gives up what is still under way, such as the index; what waits for it is rejected with an `AbortError`. */
  close(): void;
}
