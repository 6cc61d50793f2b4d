import type {SearchResults} from '../core/engine.js';
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
  readonly results: SearchResults;
  /** What the visitor chose; its results may be on their way still. */
  readonly state: SearchState;
  readonly chips: readonly Chip[];
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
}
