import {LitElement, unsafeCSS} from 'lit';
import type {Engine} from '../../core/engine/engine.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';

/** A square for each country, arranged roughly as on a map. */
export class GpbMap extends LitElement {
  static override styles = [base, unsafeCSS('')];
  static override properties = {
    engine: {attribute: false},
    headingLevel: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    results: {attribute: false},
  };

  engine!: Engine;
  /** Of headings, in the outline of the page. */
  headingLevel = 3;
  labels!: Labels;
  localizer!: Localizer;
  results!: SearchResults;
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-map': GpbMap;
  }
}
