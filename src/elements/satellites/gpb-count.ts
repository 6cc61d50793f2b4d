import {html, unsafeCSS} from 'lit';
import type {SearchResults} from '../../core/engine.js';
import {Satellite} from './satellite.js';

/** How many practices there are, as a number in a sentence. */
export class GpbCount extends Satellite {
  static override styles = [unsafeCSS(':host{display:inline}')];

  override render() {
    const {results} = this.search;
    return results && this.feed.value ? html`${this.renderResults(results)}` : html`<slot></slot>`;
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
