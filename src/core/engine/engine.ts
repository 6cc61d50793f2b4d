import type {UnmatchedRefinements} from '../facets/facet-index.js';
import type {Attribute, Practice} from '../practice.js';
import type {LanguageWords} from '../search/words.js';
import type {CrossTable, Hit, SearchResults} from '../state/search-results.js';
import type {Refinements, SearchState} from '../state/search-state.js';

/** What of the webmaster's settings no practice has. */
export interface UnmatchedSettings {
  readonly scope: UnmatchedRefinements;
  readonly preset: UnmatchedRefinements;
  /** Names of facets that the feed does not have. */
  readonly facets: readonly string[];
  /** Names of topics that the feed does not have. */
  readonly excludedTopics: readonly string[];
}

/**
 * Answers search states. Elements know the practices through it only and never have the whole feed.
 *
 * `createLocalEngine` in `local-engine.ts` implements it. For a feed in a worker,
 * `createRemoteReader` in `worker/client.ts` sends each call to such an engine there.
 */
export interface Engine {
  /** Builds what queries need. Without it, the first query does so, and takes longer. */
  prepare(): void;
  /** Replaces the words for searching. Queries are looked up in these languages in their order. */
  learn(words: readonly LanguageWords[]): void;
  /** Waits for the index if the query needs it. */
  search(state: SearchState): Promise<SearchResults>;
  practice(id: string): Promise<Practice | null>;
  /** The position of a practice among the hits, from 0. -1 if it is not a hit. */
  rank(id: string, state: SearchState): Promise<number>;
  /** All hits, or the first `limit`, on any page. For printing and downloads. */
  hits(state: SearchState, limit?: number): Promise<readonly Hit[]>;
  /** Up to three practices that are most similar. */
  similar(id: string): Promise<readonly Practice[]>;
  /** Counts all hits by two attributes. Attributes that the feed does not have give an empty table. */
  crossTable(state: SearchState, rows: Attribute, columns: Attribute): Promise<CrossTable>;
  /** What of the webmaster's settings no practice has, for the console. */
  unmatched(preset: Refinements): Promise<UnmatchedSettings>;
  /**
   * Stops unfinished work, such as building the index. Callers that wait for it get an
   * `AbortError`.
   */
  close(): void;
}
