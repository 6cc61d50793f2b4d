import {html, nothing} from 'lit';
import type {Labels} from '../../../core/search/labels.js';
import type {QueryFilter} from '../../../core/state/search-results.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderSearchField, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {offeredFilterText} from './count-messages.js';

export interface SearchBoxView {
  readonly localizer: Localizer;
  readonly query: string;
}

/**
 * The field for a query. Each letter asks anew. The hint is hidden: screen readers say it
 * with the field, and only once.
 */
export const renderSearchBox = ({localizer, query}: SearchBoxView, actions: BrowserActions) => html`
  ${renderSearchField(
    {
      id: 'query',
      label: localizer.message('search'),
      text: query,
      search: (text) => actions.search(text),
      prepare: () => actions.prepareSearch(),
      hint: 'hint',
    },
    localizer,
  )}
  <p id="hint" hidden>${renderMessage(localizer, 'searchHint')}</p>
`;

export interface OfferedFiltersView {
  readonly filters: readonly QueryFilter[];
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** Filters that the query names, a button each. */
export function renderOfferedFilters({filters, labels, localizer}: OfferedFiltersView, actions: BrowserActions) {
  if (!filters.length) return nothing;
  return html`<ul class="offered" role="list" aria-label=${localizer.message('offeredFilters')}>
    ${filters.map(
      (filter) =>
        html`<li>
          <button class="chip" part="offered-filter" type="button" @click=${() => actions.narrow(filter)}>
            ${offeredFilterText(filter, labels, localizer)}
          </button>
        </li>`,
    )}
  </ul>`;
}
