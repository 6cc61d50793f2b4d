import {html, nothing, type PropertyDeclarations} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {periodLabel} from '../card/period-label.js';
import {renderPlaceLine} from '../card/place-line.js';
import {wholeNumber} from '../shared/attribute-rules.js';
import {Satellite} from './satellite.js';

/**
 * The newest practices as a list of links, for a front page, in the order `newest`. Each link opens
 * a practice in `<good-practice-browser>`. Elements with the same `src` share one feed.
 *
 * @summary The newest practices of a feed as a list of links.
 * @tag gpb-latest
 * @slot - Fallback content until the practices load, if there are none, and if they fail to load
 */
export class GpbLatest extends Satellite {
  static override properties: PropertyDeclarations = {count: {converter: wholeNumber(3)}};

  /**
   * How many practices it shows at most: a whole number from 1. Other values count as 3, with a
   * console warning.
   */
  count = 3;

  protected override get limit(): number {
    return this.count;
  }

  protected override renderResults({hits}: SearchResults) {
    return hits.length
      ? html`<ul role="list">
          ${hits.map(({practice}) => html`<li>${this.renderPractice(practice)}</li>`)}
        </ul>`
      : nothing;
  }

  private renderPractice(practice: Practice) {
    const {labels} = this.search;
    const {localizer} = this.locale;
    const {lang, text} = translationFor(practice.title, labels.language);
    const place = renderPlaceLine(practice, labels, localizer, this.cityHref, this.baseURI);
    const period = periodLabel(practice, localizer).text;
    const separator = place.length && period ? ' · ' : '';
    const about = typeof place === 'string' ? place + separator + period : [place, separator, period];
    return html`<a href=${this.linkTo({open: [practice.id]})} lang=${lang || nothing} dir="auto">${text}</a>
      ${place.length || period ? html`<span>${about}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-latest': GpbLatest;
  }
}
