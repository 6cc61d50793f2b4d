import {html, unsafeCSS} from 'lit';
import type {SearchResults} from '../../core/state/search-results.js';
import {Satellite} from './satellite.js';

/**
 * The number of practices in a feed, for a sentence on another page: `180`, written as the language
 * writes numbers. Elements with the same `src` share one feed.
 *
 * @summary The number of practices in a feed.
 * @tag gpb-count
 * @slot - Fallback content until the feed loads, and if it fails to load: a word such as “many”
 */
export class GpbCount extends Satellite {
  static override styles = [unsafeCSS(':host{display:inline}')];

  override render() {
    const {results} = this.search;
    return results && this.feed.snapshot.feed ? html`${this.renderResults(results)}` : html`<slot></slot>`;
  }

  protected override renderResults({totalHits}: SearchResults) {
    return this.locale.localizer.number(totalHits);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-count': GpbCount;
  }
}
