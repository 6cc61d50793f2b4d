import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {property, query} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {MAX_QUERY_LENGTH} from '../core/search/query.js';
import type {Localizer} from '../i18n/localizer.js';
import {base} from '../styles/base.js';
import {QueryRequest} from './events.js';
import css from './gpb-search-box.css?inline';
import {crossIcon, searchIcon} from './icons.js';

/** The field to type a query into; asks for each as it is typed. */
export class GpbSearchBox extends LitElement {
  static override styles = [base, unsafeCSS(css)];

  @property({attribute: false}) localizer!: Localizer;
  @property({attribute: false}) query = '';

  @query('input') private input!: HTMLInputElement | null;

  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  override render() {
    const {localizer} = this;
    return html`
      <label for="input">${localizer.message('search')}</label>
      <div class="field" part="search-field">
        ${searchIcon}
        <input
          id="input"
          part="search-input"
          type="search"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="search"
          maxlength=${MAX_QUERY_LENGTH}
          aria-describedby="hint"
          .value=${live(this.query)}
          @input=${this.handleInput}
          @compositionend=${this.handleInput}
          @keydown=${this.handleKeydown}
        />
        ${this.query
          ? html`<button class="clear" type="button" aria-label=${localizer.message('clearSearch')} @click=${this.handleClear}>
              ${crossIcon}
            </button>`
          : nothing}
      </div>
      <p id="hint" class="visually-hidden">${localizer.message('searchHint')}</p>
    `;
  }

  private handleInput(event: Event): void {
    // Half a syllable is no query: input methods say when the word is complete.
    if (event instanceof InputEvent && event.isComposing) return;
    this.request(this.input!.value);
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing && this.query) this.handleClear();
  }

  private handleClear(): void {
    this.request('');
    this.focus();
  }

  private request(text: string): void {
    this.dispatchEvent(new QueryRequest(text));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-search-box': GpbSearchBox;
  }
}
