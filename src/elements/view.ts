import type {SearchResults} from '../core/engine.js';
import type {Attribute} from '../core/practice.js';
import type {Labels} from '../core/search/labels.js';
import type {Refinement, SearchState, Sort} from '../core/search-state.js';
import type {Localizer} from '../i18n/localizer.js';

/** A refinement that is chosen, and what it is called. */
export interface Chip {
  readonly attribute: Attribute;
  readonly refinement: Refinement;
  readonly label: string;
}

/** What the parts of the widget draw. */
export interface View {
  readonly results: SearchResults;
  /** What the visitor chose; its results may be on their way still. */
  readonly state: SearchState;
  readonly chips: readonly Chip[];
  /** The order in force. */
  readonly sort: Sort;
  readonly areFiltersOpen: boolean;
  readonly localizer: Localizer;
  readonly labels: Labels;
  /** Of the cards, in the page's outline. */
  readonly headingLevel: number;
}

/** What the visitor may ask for. */
export interface Actions {
  search(query: string): void;
  /** Drops the chip that stands at `index`. */
  drop(chip: Chip, index: number): void;
  clear(what: 'refinements' | 'everything'): void;
  sortBy(sort: Sort): void;
  toggleFilters(): void;
  showMore(): void;
}
