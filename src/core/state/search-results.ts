import type {FeedWarning} from '../feed/feed.js';
import type {Attribute, Practice, Translation} from '../practice.js';
import type {Refinement, SearchState} from './search-state.js';

/**
 * How a practice matches, best first. `exact`: the word itself. `prefix`: a word that begins with
 * it. `inflection`: another form of it. `infix`: a word that contains it. `concept`: a term with
 * the same meaning. `fuzzy`: a word that the visitor most likely meant.
 */
export type Tier = 'exact' | 'prefix' | 'inflection' | 'infix' | 'concept' | 'fuzzy';

/**
 * A practice that matches. `tier` is that of its weakest term, or null without a query. A higher
 * score is better.
 */
export interface Hit {
  readonly practice: Practice;
  readonly tier: Tier | null;
  readonly score: number;
}

/**
 * A value of a facet. `count`: how many practices it would leave, without the other refinements of
 * its own facet.
 */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isRefined: boolean;
  /** The countries of a city, nearly always one. Empty for values of other attributes. */
  readonly countries: readonly string[];
}

/**
 * An attribute with all its values; of many numbers, with those that practices have, and the ends of
 * the scale. Values that would leave nothing have the count 0.
 */
export interface Facet {
  readonly attribute: Attribute;
  readonly values: readonly FacetValue[];
}

/** The values of an attribute; none if it is not counted. */
export const facetValues = ({facets}: Pick<SearchResults, 'facets'>, attribute: Attribute): readonly FacetValue[] =>
  facets.find((facet) => facet.attribute === attribute)?.values ?? [];

/** A value, and how many practices have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** A row of a cross table: its value, and how many of its practices have each value of the columns. */
export interface CrossRow extends ValueCount {
  /** Without those that would be 0. */
  readonly cells: readonly ValueCount[];
}

/**
 * How many hits have each pair of values of two attributes. Rows, columns and cells are in the order
 * of their facets: feed order, and for numbers the highest first. A practice with several values
 * counts for each. Values that no hit has are left out.
 */
export interface CrossTable {
  readonly rows: readonly CrossRow[];
  readonly columns: readonly ValueCount[];
}

/** Adjacent words: for each, the folded forms that it may have. */
export type Phrase = readonly (readonly string[])[];

/** What a view needs to highlight a match. */
export interface MatchedTerm {
  /** A folded word of the query, or `''` if only words with the same meaning are highlighted. */
  readonly text: string;
  /**
   * Folded words that count as the term: other forms, corrections of a misspelling, or words with
   * the same meaning.
   */
  readonly words: readonly string[];
  /** Phrases with the same meaning. */
  readonly phrases?: readonly Phrase[];
}

/**
 * What to give up if nothing is found, the query, the collection or all refinements of an attribute;
 * and how many practices that finds.
 */
export interface Relaxation {
  readonly without: 'query' | 'collection' | Attribute;
  readonly count: number;
}

/**
 * A value that the query names, offered as a filter: the country Germany for “schools in Germany”, or
 * a range of years for “2015 to 2018”.
 */
export interface QueryFilter {
  readonly attribute: Attribute;
  readonly value: Refinement;
  /**
   * The query without the words that name the value: “schools in”. `''` if only stop words are
   * left.
   */
  readonly query: string;
  /** How many practices this query finds with this filter and the selected ones. Never 0. */
  readonly count: number;
}

/**
 * How a query was understood, beyond its letters. Visitors read it as “Also found” and “Filter”.
 */
export interface Understanding {
  /**
   * Terms in the language of the texts that mean the query and that practices have: “children,
   * pupils” for `Kinder`. At most four, the most frequent first.
   */
  readonly alsoFound: readonly Translation[];
  /**
   * The query that finds its letters only, with quotes around the words that were found by meaning.
   * `''` if nothing was also found.
   */
  readonly literalQuery: string;
  /**
   * BCP 47 tag of the language of the query, if it is neither the page's nor the feed's. Otherwise
   * `''`.
   */
  readonly language: string;
  /**
   * Topics, countries, cities and years that the query names and that are not selected. At most
   * three.
   */
  readonly filters: readonly QueryFilter[];
  /**
   * If the query asks for cities, as in “which cities work on housing”: the cities of the hits, those
   * with the most first. The counts leave out the selected cities. Otherwise empty.
   */
  readonly cities: readonly FacetValue[];
  /**
   * If a query of several words finds nothing: those of its words that find something by
   * themselves, in the language of the texts. At most three.
   */
  readonly searches: readonly Translation[];
}

/** The value without a query. */
export const nothingUnderstood: Understanding = {
  alsoFound: [],
  literalQuery: '',
  language: '',
  filters: [],
  cities: [],
  searches: [],
};

/** A collection with any practice, and how many it has. */
export interface CollectionCount {
  readonly id: string;
  readonly count: number;
}

/** The answer to a search state, as the widget shows it. */
export interface SearchResults {
  /** The state of the search, without values that no practice has, and without an unknown collection. */
  readonly state: SearchState;
  /** The hits of the pages shown so far. */
  readonly hits: readonly Hit[];
  /** How many practices match. */
  readonly totalHits: number;
  /** How many practices this widget has. */
  readonly totalPractices: number;
  /** Whether no practice has every word or its meaning. Then the hits have most of them. */
  readonly isPartial: boolean;
  readonly facets: readonly Facet[];
  /** Of all practices of this widget, also while the visitor searches. */
  readonly collections: readonly CollectionCount[];
  /** What views highlight in the texts. */
  readonly matchedTerms: readonly MatchedTerm[];
  /**
   * The query with its misspelt words corrected, as the texts or the vocabulary spell them. Null if
   * there is nothing to correct, or no practice has all words of the corrected query.
   */
  readonly suggestion: string | null;
  /**
   * Whether the hits are those of the suggestion already: “Showing results for …” instead of “Did
   * you mean …?”.
   */
  readonly isCorrected: boolean;
  readonly understanding: Understanding;
  /** The most hits that a cluster gives, on all pages and in downloads. Without it, there is no limit. */
  readonly maxHits?: number;
  /** What was wrong with the answer of a cluster. */
  readonly warnings?: readonly FeedWarning[];
  /**
   * If nothing is found: what the visitor can give up. Empty if there are hits, and if one thing is
   * not enough.
   */
  readonly relaxations: readonly Relaxation[];
}
