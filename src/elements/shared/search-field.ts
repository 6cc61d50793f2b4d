import {html, nothing} from 'lit';
import {MAX_QUERY_LENGTH} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';
import {crossIcon, searchIcon} from './icons.js';

/** What a search field is, and what it asks for at each input. */
export interface SearchField {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly search: (text: string) => void;
  /** The visitor may be about to type. */
  readonly prepare?: () => void;
  /** The id of what describes it. */
  readonly hint?: string;
}

/** A field to type into, under its label, with a button that empties it, as Escape does. */
export function renderSearchField({id, label, text, search, prepare, hint}: SearchField, localizer: Localizer) {
  const handleInput = (event: Event) => {
    // Half a syllable is no query: input methods say when the word is complete.
    if (!(event as InputEvent).isComposing) search((event.target as HTMLInputElement).value);
  };
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !text) return;
    // Not the dialog around it, too.
    event.preventDefault();
    search('');
  };
  const handleClear = (event: Event) => {
    search('');
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.focus();
  };
  return html`<div class="search-box">
    <label for=${id}>${label}</label>
    <div class="field" part=${hint ? 'search-field' : nothing}>
      ${searchIcon}
      <input
        id=${id}
        part=${hint ? 'search-input' : nothing}
        type="search"
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        maxlength=${MAX_QUERY_LENGTH}
        aria-describedby=${hint ?? nothing}
        .value=${text}
        @focus=${prepare ?? nothing}
        @input=${handleInput}
        @compositionend=${handleInput}
        @keydown=${handleKeydown}
      />
      ${
        text
          ? html`<button
              class="clear"
              type="button"
              aria-label=${localizer.message('clearSearch')}
              @click=${handleClear}
            >
              ${crossIcon}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
