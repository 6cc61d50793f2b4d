import {html, LitElement, nothing, svg, unsafeCSS} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Facet, FacetValue} from '../core/engine.js';
import type {Localizer} from '../i18n/localizer.js';
import {base} from '../styles/base.js';
import {GpbEvent} from './events.js';
import css from './gpb-facet.css?inline';
import {chevronIcon} from './icons.js';

/** So many values are seen at once; a list that is hardly longer is shown whole. */
const FEW = 6;
const NEARLY_FEW = 8;

/** One facet: its values with their counts, to tick. */
export class GpbFacet extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    localizer: {attribute: false},
    facet: {attribute: false},
    labelOf: {attribute: false},
    open: {type: Boolean},
    isExpanded: {state: true},
  };

  localizer!: Localizer;
  facet!: Facet;
  /** What a value is called. */
  labelOf!: (value: string) => string;
  open = false;

  private isExpanded = false;

  override render() {
    const {localizer} = this;
    const values = this.sortedValues();
    const chosen = values.filter(({isRefined}) => isRefined).length;
    const name = localizer.message(this.facet.attribute);
    return html`
      <details part="facet" .open=${this.open} @toggle=${this.handleToggle}>
        <summary part="facet-name">
          <span class="name">${name}</span>
          ${chosen ? html`<span class="badge">${localizer.message('chosen', {count: chosen})}</span>` : nothing}
          ${chevronIcon}
        </summary>
        <fieldset>
          <legend class="visually-hidden">${name}</legend>
          ${this.renderValues(values)}
        </fieldset>
      </details>
    `;
  }

  private renderValues(values: readonly FacetValue[]) {
    const shown =
      this.isExpanded || values.length <= NEARLY_FEW ? values : values.filter(({isRefined}, i) => i < FEW || isRefined);
    const most = Math.max(...values.map(({count}) => count));
    return html`
      <ul role="list">
        ${repeat(
          shown,
          ({value}) => value,
          (value) => this.renderValue(value, most),
        )}
      </ul>
      ${values.length > NEARLY_FEW ? this.renderMore(values.length - shown.length) : nothing}
    `;
  }

  private renderValue({value, count, isRefined}: FacetValue, most: number) {
    const {localizer} = this;
    return html`<li>
      <label class=${isRefined ? 'refined' : ''}>
        <input type="checkbox" .checked=${isRefined} @change=${() => this.handleChange(value)} />
        <span class="label">${this.labelOf(value)}</span>
        <span class="count">
          ${renderBar(most > 0 ? count / most : 0)}
          <span aria-hidden="true">${localizer.number(count)}</span>
          <span class="visually-hidden">${localizer.message('countAll', {count})}</span>
        </span>
      </label>
    </li>`;
  }

  private renderMore(hidden: number) {
    const {isExpanded, localizer} = this;
    return html`<button class="link" type="button" aria-expanded=${isExpanded} @click=${this.handleExpand}>
      ${isExpanded ? localizer.message('fewerValues') : localizer.message('moreValues', {count: hidden})}
    </button>`;
  }

  /** By count, then by name in the language of the interface; years are in their own order already. */
  private sortedValues(): readonly FacetValue[] {
    const {attribute, values} = this.facet;
    if (attribute === 'year') return values;
    return [...values].sort(
      (a, b) => b.count - a.count || this.localizer.compare(this.labelOf(a.value), this.labelOf(b.value)),
    );
  }

  private handleToggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }

  private handleChange(value: string): void {
    this.dispatchEvent(new GpbEvent('gpb-refine', {attribute: this.facet.attribute, refinement: value}));
  }

  private async handleExpand(): Promise<void> {
    const inputs = () => [...this.renderRoot.querySelectorAll('input')];
    const shown = inputs();
    this.isExpanded = !this.isExpanded;
    await this.updateComplete;
    // What was asked for comes next by keyboard too.
    if (this.isExpanded)
      inputs()
        .find((input) => !shown.includes(input))
        ?.focus();
  }
}

/** A bar as long as the share, 0 to 1. Drawn, since a strict CSP forbids style attributes. */
const renderBar = (share: number) =>
  html`<svg class="bar" aria-hidden="true" preserveAspectRatio="none">
    ${svg`<rect width="${Math.round(share * 100)}%" height="100%" rx="3"/>`}
  </svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'gpb-facet': GpbFacet;
  }
}
