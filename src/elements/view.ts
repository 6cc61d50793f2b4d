import type {Engine, SearchResults} from '../core/engine.js';
import type {FeedInfo} from '../core/feed/feed.js';
import type {Attribute} from '../core/practice.js';
import type {Labels} from '../core/search/labels.js';
import type {Refinement, SearchState, Sort, YearRange} from '../core/search-state.js';
import type {Localizer} from '../i18n/localizer.js';
import type {FacetLists} from './facet-lists.js';
import type {FacetName} from './settings.js';

/** A refinement that is chosen, and what it is called. */
export interface Chip {
  readonly attribute: Attribute;
  readonly refinement: Refinement;
  readonly label: string;
}

/** What the parts of the widget draw. */
export interface View {
  readonly feed: FeedInfo;
  readonly engine: Engine;
  readonly results: SearchResults;
  /** What the visitor chose; its results may be on their way still. */
  readonly state: SearchState;
  readonly chips: readonly Chip[];
  /** Whether what was asked last is not answered yet: the results are those before. */
  readonly isSearching: boolean;
  /** The order in force. */
  readonly sort: Sort;
  /** Whether the filters are shown where there is no room for them beside the cards. */
  readonly areFiltersOpen: boolean;
  /** Whether the facets are open at the start; after that the browser keeps which are. */
  readonly areFacetsOpen: boolean;
  /** The facets that are shown, in their order. */
  readonly facetNames: readonly FacetName[];
  /** What the visitor made of their lists. */
  readonly lists: FacetLists;
  /** Whether values are shown that would leave nothing. */
  readonly hasEmptyValues: boolean;
  /** The practice that the query or the refinements hid until the visitor wanted to see it; its id. */
  readonly clearedFor: string;
  readonly isDownloadOpen: boolean;
  /** The extras file could not be had. */
  readonly areExtrasMissing: boolean;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  readonly localizer: Localizer;
  readonly labels: Labels;
  /** Of the cards, in the page's outline. */
  readonly headingLevel: number;
  /** Of the landmarks: no other widget on the page has it. */
  readonly name: string;
  readonly templateHref: string;
}

/** What the visitor may ask for. */
export interface Actions {
  search(query: string): void;
  /** Chooses a refinement, or drops it where it is chosen. */
  refine(attribute: Attribute, refinement: Refinement): void;
  /** Drops the chip that stands at `index`. */
  drop(chip: Chip, index: number): void;
  clear(what: 'refinements' | 'everything'): void;
  /** Searches what was meant. */
  correct(query: string): void;
  /** Gives up what stands in the way: the query, or all that is chosen of an attribute. */
  leave(without: 'query' | Attribute): void;
  sortBy(sort: Sort): void;
  toggleFilters(): void;
  /** Shows all values of a list by its key, or few again; `button` asked for it, and stands after the list. */
  toggleExpanded(key: string, button: HTMLElement): void;
  /** Leaves the values of a list by its key whose labels have the text, so many of them. */
  searchValues(key: string, text: string, count: number): void;
  /** Chooses a range of years in place of the one that is chosen. */
  setYears(range: YearRange): void;
  /** What is set from here on is another step of the history. */
  beginYears(): void;
  showMore(): void;
  /** Puts a practice on the visitor's list, or takes it off. */
  keep(id: string): void;
  /** The address of this page with nothing but the visitor's list; `''` where there is none to be had. */
  linkToList(): string;
  toggleDownload(): void;
  /** Tries again. */
  loadExtras(): void;
  /** The address of this page with nothing but one practice open; `''` where there is none to be had. */
  linkTo(id: string): string;
}
