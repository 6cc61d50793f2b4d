import {html, LitElement, nothing, svg, unsafeCSS} from 'lit';
import {rangeHistogram, type RangeHistogram} from '../../core/facets/range-histogram.js';
import type {FacetValue} from '../../core/state/search-results.js';
import type {Refinement} from '../../core/state/search-state.js';
import {numberLabel, type Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderMessage} from '../shared/templates.js';
import css from './gpb-range.css?inline';

/**
 * A histogram of years or other numbers, with a thumb and a number field for each end of the chosen
 * range. If each bar has a number of its own, a thumb tells screen readers how many practices are in
 * its bar, so that moving it reads the bars one by one. The ends are open: a range up to the last
 * number includes later ones.
 */
export class GpbRange extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    corrected: {state: true},
    label: {},
    localizer: {attribute: false},
    refinements: {attribute: false},
    type: {reflect: true},
    values: {attribute: false},
  };

  /** What the facet is called. */
  label = '';
  localizer!: Localizer;
  /** The chosen numbers and ranges. */
  refinements: readonly Refinement[] = [];
  type: 'year' | 'number' = 'year';
  /** The numbers of the results with their counts. */
  values: readonly FacetValue[] = [];

  /** The range that replaced what was typed last. It is told while it is chosen. */
  private corrected: {readonly start: number; readonly end: number} | null = null;

  /** Whether the next change is the first since the visitor grabbed a thumb or focused a field. */
  private isFirst = true;

  override render() {
    const {localizer} = this;
    const histogram = rangeHistogram(this.values, this.refinements, this.type);
    if (!histogram) return nothing;
    const {bars, first, from, isWhole, last, step, to} = histogram;

    const begin = () => (this.isFirst = true);
    const handle = (event: Event, isFrom: boolean, isThumb: boolean) => {
      const input = event.target as HTMLInputElement;
      const typed = input.value ? +input.value : isFrom ? first : last;
      const wanted = isWhole ? Math.round(typed) : typed;
      // A thumb stops at the other one. A typed number is intended, and moves the other end.
      const [lowest, highest] = [isThumb && !isFrom ? from : first, isThumb && isFrom ? to : last];
      const number = Math.min(Math.max(wanted, lowest), highest);
      input.value = String(number);
      const [start, end] = isFrom ? [number, Math.max(number, to)] : [Math.min(number, from), number];
      const range = {from: start > first ? start : null, to: end < last ? end : null};
      const isCorrected = !isThumb && (number !== wanted || (isFrom ? end !== to : start !== from));
      this.corrected = isCorrected ? {start, end} : null;
      const corrected = isCorrected ? this.correction(start, end) : '';
      this.dispatchEvent(new GpbEvent('gpb-range', {range, isFirst: this.isFirst, corrected}));
      this.isFirst = false;
    };
    const renderThumb = (number: number, isFrom: boolean) => {
      // An address may have a number between two bars.
      const bar = bars[Math.floor(number) - first];
      const count = isWhole && bar ? `, ${localizer.message('countAll', {count: bar.count})}` : '';
      return html`<input
        type="range"
        class=${isFrom && number * 2 > first + last ? 'upper' : ''}
        min=${first}
        max=${last}
        step=${step}
        .value=${String(number)}
        aria-label=${this.nameOf(isFrom)}
        aria-valuetext="${this.inWords(number)}${count}"
        @input=${(event: Event) => handle(event, isFrom, true)}
      />`;
    };
    const renderField = (number: number, isFrom: boolean) =>
      html`<label>
        <span>${renderMessage(localizer, isFrom ? 'yearFrom' : 'yearTo')}</span>
        <input
          type="number"
          min=${first}
          max=${last}
          step=${isWhole ? nothing : 'any'}
          .value=${String(number)}
          @change=${(event: Event) => handle(event, isFrom, false)}
        />
      </label>`;

    return html`<div @focusin=${begin} @pointerdown=${begin}>
      ${this.renderBars(histogram)}
      <div class="slider">${renderThumb(from, true)} ${renderThumb(to, false)}</div>
      <div class="ends">${renderField(from, true)} ${renderField(to, false)}</div>
      ${
        this.corrected?.start === from && this.corrected.end === to
          ? html`<p class="corrected">
              ${
                this.type === 'year'
                  ? renderMessage(localizer, 'yearsCorrected', {start: String(from), end: String(to)})
                  : this.correction(from, to)
              }
            </p>`
          : nothing
      }
    </div>`;
  }

  /**
   * The picture is 70 units high. The lowest 20 are as high as a thumb; the track is in their middle. If each bar has a number of its
   * own, the scale ends in the middle of the outermost bars, where the thumbs can go. Otherwise it ends at their sides.
   */
  private renderBars({bars, first, from, isWhole, peak, step, to}: RangeHistogram) {
    const length = bars.length - (isWhole ? 1 : 0);
    const half = isWhole ? Math.min(0.4, length * 0.04) : 0.44;
    const middle = isWhole ? 0 : 0.5;
    const place = (number: number) => (number - first) / step;
    const renderBar = (x: number, y: number, width: number, height: number, isChosen: boolean) =>
      svg`<rect class=${isChosen ? 'chosen' : ''} x=${x} y=${y} width=${width} height=${height} />`;
    return html`<svg
      class="bars"
      viewBox="0 0 ${length} 70"
      preserveAspectRatio="none"
      role="img"
      aria-label=${this.describe(bars[0]!.number, isWhole ? bars.at(-1)!.number : bars[0]!.number + length * step, peak)}
    >
      ${bars.map(({count, isChosen}, i) => {
        const height = (count / peak.count || 0) * 47 + 1;
        return renderBar(i + middle - half, 48 - height, half * 2, height, isChosen);
      })}
      ${renderBar(0, 58, length, 4, false)} ${renderBar(place(from), 58, place(to) - place(from), 4, true)}
    </svg>`;
  }

  private inWords(number: number): string {
    return this.type === 'year' ? String(number) : this.localizer.number(number);
  }

  private describe(start: number, end: number, peak: RangeHistogram['peak']): string {
    const {label, localizer, type} = this;
    return type === 'year'
      ? localizer.message('yearsPicture', {
          start: String(start),
          end: String(end),
          peak: String(peak.number),
          count: peak.count,
        })
      : `${label}: ${numberLabel({from: start, to: end}, localizer)}`;
  }

  /** What an end of the range is called. */
  private nameOf(isFrom: boolean): string {
    const {label, localizer, type} = this;
    return type === 'year'
      ? localizer.message(isFrom ? 'firstYear' : 'lastYear')
      : `${label}: ${localizer.message(isFrom ? 'yearFrom' : 'yearTo')}`;
  }

  private correction(start: number, end: number): string {
    const {label, localizer, type} = this;
    return type === 'year'
      ? localizer.message('yearsCorrected', {start: String(start), end: String(end)})
      : `${label}: ${numberLabel({from: start, to: end}, localizer)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-range': GpbRange;
  }
}
