import type {Attribute, Practice, Translation} from '../practice.js';
import type {SearchState} from './search-state.js';

/**
 * How a practice matched, best first. `exact`: the word itself. `prefix`: a word that begins with it. `inflection`: another form of it.
 * `infix`: a word that it is inside. `concept`: a term that means the same. `fuzzy`: a word that was most likely meant.
 */
export type Tier = 'exact' | 'prefix' | 'inflection' | 'infix' | 'concept' | 'fuzzy';

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

/** Words side by side: of each, the folded forms that it may have. */
export type Phrase = readonly (readonly string[])[];

/** What a view needs to mark a match. */
export interface MatchedTerm {
  /** A folded word of the query; `''` where only what means the same is marked. */
  readonly text: string;
  /** Folded words that were taken for it: another form, what a misspelt one may have been, or what means the same. */
  readonly words: readonly string[];
  /** Phrases that mean the same. */
  readonly phrases?: readonly Phrase[];
}

/** A way out where nothing is found: to give up the query, or all refinements of an attribute; and how many practices that finds. */
export interface Relaxation {
  readonly without: 'query' | Attribute;
  readonly count: number;
}

/** A value that the query names, and what it finds as a filter: the country Germany for “schools in Germany”. */
export interface QueryFilter {
  readonly attribute: Attribute;
  readonly value: string;
  /** The query without the words that name the value: “schools in”; `''` where only stop words are left. */
  readonly query: string;
  /** How many practices that query, this filter and those that are chosen find together; never 0. */
  readonly count: number;
}

/** How a query was understood, beyond its letters: what visitors read as “Also found” and “Filter”. */
export interface Understanding {
  /**
   * Terms that mean what was typed, in the language of the texts, where practices have them: “children, pupils” for `Kinder`. Those of most
   * practices come first; at most four.
   */
  readonly alsoFound: readonly Translation[];
  /** The query that finds its letters alone: the words whose meaning counted are in quotes. `''` where nothing was also found. */
  readonly literalQuery: string;
  /** BCP 47 tag of the language in which it was understood, where that is neither the page's nor the feed's; otherwise `''`. */
  readonly language: string;
  /** Topics, countries, cities and years that the query names and that are not chosen; at most three. */
  readonly filters: readonly QueryFilter[];
  /**
   * Where nothing is found, and the query has several words: those that find something by themselves, in the language of the texts. At most
   * three.
   */
  readonly searches: readonly Translation[];
}

/** Where there is no query. */
export const nothingUnderstood: Understanding = {
  alsoFound: [],
  literalQuery: '',
  language: '',
  filters: [],
  searches: [],
};

/** The answer to a search state, as the widget shows it. */
export interface SearchResults {
  /** The state that was asked, without the values that no practice has. */
  readonly state: SearchState;
  /** The hits of the pages shown so far. */
  readonly hits: readonly Hit[];
  /** All that match. */
  readonly totalHits: number;
  /** All that exist for this widget. */
  readonly totalPractices: number;
  /** No practice has every word or what means the same: these have most of them. */
  readonly isPartial: boolean;
  readonly facets: readonly Facet[];
  /** What a view marks in the texts. */
  readonly matchedTerms: readonly MatchedTerm[];
  /**
   * The query with its misspelt words as they were most likely meant, spelled as the texts or the vocabulary have them. Null where there is
   * nothing to correct, or no practice has all words of the corrected query.
   */
  readonly suggestion: string | null;
  /** Whether the hits are those of the suggestion already: “Showing results for …” instead of “Did you mean …?”. */
  readonly isCorrected: boolean;
  readonly understanding: Understanding;
  /** Where nothing is found: what alone stands in the way. Empty where there are hits, and where it is more than one thing. */
  readonly relaxations: readonly Relaxation[];
}
