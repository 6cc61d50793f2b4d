import {html, LitElement, unsafeCSS} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Localizer} from '../i18n/localizer.js';
import {base} from '../styles/base.js';
import css from './gpb-filters.css?inline';
import {chevronIcon, filterIcon} from './icons.js';

/**
 * Holds the facets: beside the cards where there is room, else behind a button. They are its children, so that they stay in the
 * tree of the one that holds the state.
 *
 * @slot - the facets
 */
export class GpbFilters extends LitElement {
  static override styles = [base, unsafeCSS(css)];

  @property({attribute: false}) localizer!: Localizer;
  /** How many refinements are chosen. */
  @property({type: Number}) chosen = 0;
  @property({type: Number}) totalHits = 0;

  /** Only asked where there is no room for them beside the cards. */
  @state() private isOpen = false;

  @query('.toggle') private toggle!: HTMLElement;

  override render() {
    const {chosen, isOpen, localizer, totalHits} = this;
    return html`
      <button
        class="toggle"
        part="filters-button"
        type="button"
        aria-expanded=${isOpen}
        aria-controls="panel"
        @click=${this.handleToggle}
      >
        ${filterIcon}
        <span>${chosen ? localizer.message('filtersChosen', {count: chosen}) : localizer.message('filters')}</span>
        ${chevronIcon}
      </button>
      <div id="panel" class=${isOpen ? 'open' : ''}>
        <slot></slot>
        <button class="done" type="button" @click=${this.handleDone}>
          ${localizer.message('showResults', {count: totalHits})}
        </button>
      </div>
    `;
  }

  private handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  private handleDone(): void {
    this.isOpen = false;
    this.toggle.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-filters': GpbFilters;
  }
}
