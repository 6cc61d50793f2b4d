import type {Attribute, Practice} from './practice.js';
import type {SearchState} from './search-state.js';

/** How a practice matched, best first. */
export type Tier = 'exact' | 'prefix' | 'infix' | 'fuzzy';

/** A practice that matches. `tier` is that of its weakest term, null where nothing was typed; a higher score is better. */
export interface Hit {
  readonly practice: Practice;
  readonly tier: Tier | null;
  readonly score: number;
}

/** One value of a facet. `count`: practices it would leave, its own facet's other refinements set aside. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isRefined: boolean;
  /** Of a city: the countries it lies in, nearly always one. Empty for values of other attributes. */
  readonly countries: readonly string[];
}

/** An attribute with all values that there are, those which would leave nothing with the count 0. */
export interface Facet {
  readonly attribute: Attribute;
  readonly values: readonly FacetValue[];
}

/** What a view needs to mark a match: a folded term or phrase, and the folded words that were taken for it, misspelt as it was. */
export interface MatchedTerm {
  readonly text: string;
  readonly words: readonly string[];
}

/** A way out where nothing is found: to give up the query, or all refinements of an attribute; and how many practices that finds. */
export interface WayOut {
  readonly without: 'query' | Attribute;
  readonly count: number;
}

/** What is shown. */
export interface SearchResults {
  /** The state that was asked, without the values that no practice has. */
  readonly state: SearchState;
  /** The hits of the pages shown so far. */
  readonly hits: readonly Hit[];
  /** All that match. */
  readonly totalHits: number;
  /** All that exist for this widget. */
  readonly totalPractices: number;
  /** No practice has every term: these have most of them. */
  readonly isPartial: boolean;
  readonly facets: readonly Facet[];
  readonly matchedTerms: readonly MatchedTerm[];
  /** The query with its unknown words as the practices spell the nearest that they have; null where there is nothing to correct. */
  readonly suggestion: string | null;
  /** Where nothing is found: what alone stands in the way. Empty where there are hits, and where it is more than one thing. */
  readonly waysOut: readonly WayOut[];
}

/**
 * What answers a search state. Elements know nothing else of the practices: they never see the whole feed, so that it may
 * as well be in a worker or on a server.
 */
export interface Engine {
  /** Builds what queries need. Optional: the first query does so otherwise, and waits for it. */
  prepare(): void;
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
