import type {FeedController} from '../../controllers/feed.js';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import type {SearchState} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';

/** What the elements that load on demand draw. */
export interface FeatureView {
  readonly engine: Engine;
  readonly feed: FeedInfo;
  /** Of the cards, in the outline of the page. */
  readonly headingLevel: number;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  readonly localizer: Localizer;
  readonly results: SearchResults;
  /** Loads the feed, for those who ask it for a newer one. */
  readonly source: FeedController;
  readonly state: SearchState;
}
