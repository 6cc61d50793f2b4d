import {LitElement, unsafeCSS} from 'lit';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';

/** Numbers about the practices that were found. */
export class GpbStatistics extends LitElement {
  static override styles = [base, unsafeCSS('')];
  static override properties = {
    engine: {attribute: false},
    feed: {attribute: false},
    headingLevel: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    results: {attribute: false},
  };

  engine!: Engine;
  feed!: FeedInfo;
  /** Of headings, in the outline of the page. */
  headingLevel = 3;
  labels!: Labels;
  localizer!: Localizer;
  results!: SearchResults;
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-statistics': GpbStatistics;
  }
}
