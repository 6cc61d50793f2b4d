import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {property} from 'lit/decorators.js';
import type {Attribute} from '../core/practice.js';
import type {Refinement} from '../core/search-state.js';
import type {Localizer} from '../i18n/localizer.js';
import {base} from '../styles/base.js';
import {ClearRequest, RefineRequest} from './events.js';
import css from './gpb-chips.css?inline';
import {crossIcon} from './icons.js';

/** A refinement that is chosen, and what it is called. */
export interface Chip {
  readonly attribute: Attribute;
  readonly refinement: Refinement;
  readonly label: string;
}

/** What is chosen, one button each to drop it, and one for all. */
export class GpbChips extends LitElement {
  static override styles = [base, unsafeCSS(css)];

  @property({attribute: false}) localizer!: Localizer;
  @property({attribute: false}) chips: readonly Chip[] = [];

  /** What was just dropped, and where it stood: the focus goes to the chip that takes its place. */
  private dropped: {readonly refinement: Refinement; readonly index: number} | null = null;

  override updated(): void {
    const {chips, dropped} = this;
    // Results may take their time.
    if (!dropped || chips.some(({refinement}) => refinement === dropped.refinement)) return;
    this.dropped = null;
    this.renderRoot.querySelectorAll('button')[Math.min(dropped.index, chips.length - 1)]?.focus();
  }

  override render() {
    const {chips, localizer} = this;
    if (chips.length === 0) return nothing;
    return html`
      <ul role="list" aria-label=${localizer.message('chosenFilters')}>
        ${chips.map((chip, index) => this.renderChip(chip, index))}
        <li>
          <button class="link" type="button" @click=${this.handleClear}>${localizer.message('clearAll')}</button>
        </li>
      </ul>
    `;
  }

  private renderChip({attribute, refinement, label}: Chip, index: number) {
    const values = {attribute: this.localizer.message(attribute), value: label};
    return html`<li>
      <button
        class="chip"
        part="chip"
        type="button"
        aria-label=${this.localizer.message('removeFilter', values)}
        @click=${() => this.handleDrop(attribute, refinement, index)}
      >
        <span>${label}</span>${crossIcon}
      </button>
    </li>`;
  }

  private handleDrop(attribute: Attribute, refinement: Refinement, index: number): void {
    this.dropped = {refinement, index};
    this.dispatchEvent(new RefineRequest(attribute, refinement));
  }

  private handleClear(): void {
    this.dispatchEvent(new ClearRequest(true));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-chips': GpbChips;
  }
}
