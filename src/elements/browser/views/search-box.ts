import {html, nothing} from 'lit';
import {refinementToText, sorts, type Sort} from '../../../core/state/search-state.js';
import {renderTextLanguage} from '../../card/practice-text.js';
import {chevronIcon, crossIcon, renderSearchField} from '../../shared/templates.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';
import {countMessage, offeredFilterText} from './count-messages.js';
import {itemKey} from './facet-items.js';

/** The field to type a query into; asks for each as it is typed. What describes it is hidden: screen readers say it with the field, and once. */
export const renderSearchBox = ({localizer, state}: View, {prepareSearch, search}: Actions) => html`
  ${renderSearchField(
    {id: 'query', label: localizer.message('search'), text: state.query, search, prepare: prepareSearch, hint: 'hint'},
    localizer,
  )}
  <p id="hint" hidden>${localizer.message('searchHint')}</p>
`;

/** Filters that the query names, a button each. */
export function renderOfferedFilters({labels, localizer, results}: View, {narrow}: Actions) {
  const {filters} = results.understanding;
  if (!filters.length) return nothing;
  return html`<ul class="offered" role="list" aria-label=${localizer.message('offeredFilters')}>
    ${filters.map(
      (filter) =>
        html`<li>
          <button class="chip" part="offered-filter" type="button" @click=${() => narrow(filter)}>
            ${offeredFilterText(filter, labels, localizer)}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** How many there are, in which language, and the order menu. Without a query everything is as relevant as everything else. */
export function renderToolbar(
  {hasSearchFailed, isSearching, localizer, results, sort: chosen, state, textLanguage}: View,
  {retry, sortBy}: Actions,
) {
  const useless = state.query ? 'feed' : 'relevance';
  return html`<div class="toolbar">
    <p class="total" part="count">
      ${localizer
        .parts(...countMessage(results))
        .map(({name, text}) => (name === 'count' ? html`<strong>${text}</strong>` : html`<span>${text}</span>`))}
      ${isSearching ? html`<span class="searching">${localizer.message('searching')}</span>` : nothing}
    </p>
    ${
      hasSearchFailed
        ? html`<p role="alert">
            ${localizer.message('failedNetwork')}
            <button class="link" type="button" @click=${retry}>${localizer.message('retry')}</button>
          </p>`
        : nothing
    }
    ${renderTextLanguage(textLanguage, localizer)}
    <label class="sort">
      <span>${localizer.message('sort')}</span>
      <span class="select">
        <select part="sort" @change=${(event: Event) => sortBy((event.target as HTMLSelectElement).value as Sort)}>
          ${sorts
            .filter((sort) => sort === chosen || sort !== useless)
            .map(
              (sort) =>
                html`<option value=${sort} .selected=${sort === chosen}>
                  ${localizer.message(sort === 'city' ? 'byCity' : sort)}
                </option>`,
            )}
        </select>
        ${chevronIcon}
      </span>
    </label>
  </div>`;
}

/** What is chosen, one button each to drop it, and one for all: above the cards, not above the filters, so that what is ticked stays where it is. */
export function renderChips({chips, localizer}: View, {clear, drop}: Actions) {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" role="list" aria-label=${localizer.message('chosenFilters')}>
    ${chips.map((chip, index) => {
      const values = {attribute: localizer.message(chip.attribute), value: chip.label.text};
      return html`<li>
        <button
          class="chip"
          part="chip"
          type="button"
          data-key=${itemKey(chip.attribute, refinementToText(chip.refinement))}
          aria-label=${localizer.message('removeFilter', values)}
          @click=${() => drop(chip, index)}
        >
          <bdi lang=${chip.label.lang || nothing}>${chip.label.text}</bdi>${crossIcon}
        </button>
      </li>`;
    })}
    <li>
      <button class="link" type="button" @click=${() => clear('everything')}>${localizer.message('clearAll')}</button>
    </li>
  </ul>`;
}
