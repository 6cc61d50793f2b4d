import {html, nothing} from 'lit';
import type {FeedError} from '../../../core/feed/feed-error.js';
import type {SearchResults} from '../../../core/state/search-results.js';
import {sorts, type Sort} from '../../../core/state/search-state.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderTextLanguage} from '../../card/practice-text.js';
import {chevronIcon, listIcon, renderMessage, renderParts} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {countMessage} from './announced-texts.js';
import {renderReason} from './loading.js';

export interface ToolbarView {
  /** Why the last question has no answer; null if it has. The results are those before. */
  readonly failure: FeedError | null;
  readonly isListOpen: boolean;
  readonly isSearching: boolean;
  /** How many practices are on the visitor's list. */
  readonly listed: number;
  readonly localizer: Localizer;
  readonly query: string;
  readonly results: SearchResults;
  /** The order in force. */
  readonly sort: Sort;
  /** BCP 47 tag of the language of the feed if the page asks for another one; otherwise `''`. */
  readonly textLanguage: string;
}

/**
 * The button that opens the visitor's list; in a narrow layout, it shows only the number. Its place
 * is kept for it, so that the first practice on the list moves nothing.
 */
function renderListCounter({isListOpen, listed, localizer}: ToolbarView, actions: BrowserActions) {
  const name = listed ? renderMessage(localizer, 'listCount', {count: listed}) : nothing;
  return html`<button
    class="list-counter ${listed ? '' : 'empty'}"
    part="list-counter"
    type="button"
    aria-expanded=${isListOpen}
    @click=${() => (isListOpen ? actions.list.close() : actions.list.open())}
  >
    ${listIcon}<span class="visually-hidden">${name}</span>
    <span class="label" aria-hidden="true">${name}</span>
    <strong aria-hidden="true">${listed ? localizer.number(listed) : nothing}</strong>
  </button>`;
}

/** How many practices there are and in which language, and the order menu if there are any. */
export function renderToolbar(view: ToolbarView, actions: BrowserActions) {
  const {failure, isSearching, localizer, results, textLanguage} = view;
  return html`<div class="toolbar">
      <div class="counts">
        <p class="total" part="count">
          ${renderParts(localizer, ...countMessage(results), ({name, text}) =>
            name === 'count' ? html`<strong translate="no">${text}</strong>` : html`<span>${text}</span>`,
          )}
          ${isSearching ? html`<span class="searching">${renderMessage(localizer, 'searching')}</span>` : nothing}
        </p>
        ${renderTextLanguage(textLanguage, localizer)}
      </div>
      ${renderListCounter(view, actions)} ${results.totalHits ? renderSort(view, actions) : nothing}
    </div>
    ${
      failure
        ? html`<p class="failed">
            ${renderReason(failure, localizer)}
            <button class="link" type="button" @click=${() => actions.retry()}>
              ${renderMessage(localizer, 'retry')}
            </button>
          </p>`
        : nothing
    }`;
}

/** The order menu. It looks like a link whose text is the order in force. */
function renderSort({localizer, query, sort: chosen}: ToolbarView, actions: BrowserActions) {
  // Without a query, every practice is equally relevant.
  const useless = query ? 'feed' : 'relevance';
  return html`<label class="sort">
    <span class="visually-hidden">${renderMessage(localizer, 'sort')}</span>
    <span class="select">
      <select
        part="sort"
        @change=${(event: Event) => actions.sortBy((event.target as HTMLSelectElement).value as Sort)}
      >
        ${sorts
          .filter((sort) => sort === chosen || sort !== useless)
          .map((sort) => {
            const key = sort === 'city' ? 'byCity' : sort;
            // An option has no elements in it, so it says its language itself.
            return html`<option value=${sort} lang=${localizer.languageOf(key) || nothing} .selected=${sort === chosen}>
              ${localizer.message(key)}
            </option>`;
          })}
      </select>
      ${chevronIcon}
    </span>
  </label>`;
}
