import {html, LitElement, nothing, svg, unsafeCSS} from 'lit';
import {yearHistogram} from '../../core/facets/year-histogram.js';
import type {FacetValue} from '../../core/state/search-results.js';
import type {Refinement} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderMessage} from '../shared/templates.js';
import css from './gpb-year-range.css?inline';

/**
 * A histogram of the years, with a thumb and a number field for each end of the chosen range. A
 * thumb tells screen readers how many practices ran in its year, so that moving it reads the bars
 * one by one. The ends are open: a range up to the last year includes later ones.
 */
export class GpbYearRange extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    corrected: {state: true},
    localizer: {attribute: false},
    refinements: {attribute: false},
    values: {attribute: false},
  };

  localizer!: Localizer;
  /** The chosen years and ranges. */
  refinements: readonly Refinement[] = [];
  /** The years of the results with their counts. */
  values: readonly FacetValue[] = [];

  /** The years that replaced what was typed last. They are told as long as they are chosen. */
  private corrected: {readonly start: number; readonly end: number} | null = null;

  /** Whether the next change is the first since the visitor grabbed a thumb or focused a field. */
  private isFirst = true;

  override render() {
    const {localizer} = this;
    const histogram = yearHistogram(this.values, this.refinements);
    if (!histogram) return nothing;
    const {bars, from, peak, to} = histogram;
    const first = bars[0]!.year;
    const length = bars.length - 1;
    const last = first + length;
    // The scale ends in the middle of the outermost bars, where the thumbs can go.
    const half = Math.min(0.4, length * 0.04);

    const begin = () => (this.isFirst = true);
    const handle = (event: Event, isFrom: boolean, isThumb: boolean) => {
      const input = event.target as HTMLInputElement;
      const wanted = input.value ? Math.round(+input.value) : isFrom ? first : last;
      // A thumb stops at the other one. A typed year is intended, and moves the other end.
      const [lowest, highest] = [isThumb && !isFrom ? from : first, isThumb && isFrom ? to : last];
      const year = Math.min(Math.max(wanted, lowest), highest);
      input.value = String(year);
      const [start, end] = isFrom ? [year, Math.max(year, to)] : [Math.min(year, from), year];
      const range = {from: start > first ? start : null, to: end < last ? end : null};
      const isCorrected = !isThumb && (year !== wanted || (isFrom ? end !== to : start !== from));
      this.corrected = isCorrected ? {start, end} : null;
      const corrected = isCorrected ? {start: String(start), end: String(end)} : null;
      this.dispatchEvent(new GpbEvent('gpb-years', {range, isFirst: this.isFirst, corrected}));
      this.isFirst = false;
    };
    const renderThumb = (year: number, isFrom: boolean) =>
      html`<input
        type="range"
        class=${isFrom && year * 2 > first + last ? 'upper' : ''}
        min=${first}
        max=${last}
        .value=${String(year)}
        aria-label=${localizer.message(isFrom ? 'firstYear' : 'lastYear')}
        aria-valuetext="${year}, ${localizer.message('countAll', {count: bars[year - first]!.count})}"
        @input=${(event: Event) => handle(event, isFrom, true)}
      />`;
    const renderField = (year: number, isFrom: boolean) =>
      html`<label>
        <span>${renderMessage(localizer, isFrom ? 'yearFrom' : 'yearTo')}</span>
        <input
          type="number"
          min=${first}
          max=${last}
          .value=${String(year)}
          @change=${(event: Event) => handle(event, isFrom, false)}
        />
      </label>`;

    // The picture is 70 units high. The lowest 20 are as high as a thumb; the track is in their
    // middle.
    const renderBar = (x: number, y: number, width: number, height: number, isChosen: boolean) =>
      svg`<rect class=${isChosen ? 'chosen' : ''} x=${x} y=${y} width=${width} height=${height} />`;

    return html`<div @focusin=${begin} @pointerdown=${begin}>
      <svg
        class="bars"
        viewBox="0 0 ${length} 70"
        preserveAspectRatio="none"
        role="img"
        aria-label=${localizer.message('yearsPicture', {
          start: String(first),
          end: String(last),
          peak: String(peak.year),
          count: peak.count,
        })}
      >
        ${bars.map(({count, isChosen, year}) => {
          const height = (count / peak.count || 0) * 47 + 1;
          return renderBar(year - first - half, 48 - height, half * 2, height, isChosen);
        })}
        ${renderBar(0, 58, length, 4, false)} ${renderBar(from - first, 58, to - from, 4, true)}
      </svg>
      <div class="slider">${renderThumb(from, true)} ${renderThumb(to, false)}</div>
      <div class="ends">${renderField(from, true)} ${renderField(to, false)}</div>
      ${
        this.corrected?.start === from && this.corrected.end === to
          ? html`<p class="corrected">
              ${renderMessage(localizer, 'yearsCorrected', {start: String(from), end: String(to)})}
            </p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-year-range': GpbYearRange;
  }
}
