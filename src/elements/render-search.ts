import {html, nothing} from 'lit';
import {MAX_QUERY_LENGTH} from '../core/search/query.js';
import {sorts, type Sort} from '../core/search-state.js';
import {chevronIcon, crossIcon, filterIcon, searchIcon} from './icons.js';
import type {Actions, View} from './view.js';

/** The field to type a query into; asks for each as it is typed. */
export function renderSearchBox({localizer, state}: View, {search}: Actions) {
  const handleInput = (event: Event) => {
    // Half a syllable is no query: input methods say when the word is complete.
    if (!(event as InputEvent).isComposing) search((event.target as HTMLInputElement).value);
  };
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && state.query) search('');
  };
  const handleClear = (event: Event) => {
    search('');
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.focus();
  };
  return html`<div class="search-box">
    <label for="query">${localizer.message('search')}</label>
    <div class="field" part="search-field">
      ${searchIcon}
      <input
        id="query"
        part="search-input"
        type="search"
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        maxlength=${MAX_QUERY_LENGTH}
        aria-describedby="hint"
        .value=${state.query}
        @input=${handleInput}
        @compositionend=${handleInput}
        @keydown=${handleKeydown}
      />
      ${
        state.query
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
    <p id="hint" class="visually-hidden">${localizer.message('searchHint')}</p>
  </div>`;
}

/** How many there are, in words; the same is announced. */
export function countMessage({totalHits, totalPractices}: View['results']) {
  return totalHits === totalPractices
    ? ({key: 'countAll', values: {count: totalHits}} as const)
    : ({key: 'countSome', values: {count: totalHits, total: totalPractices}} as const);
}

/** How many there are, and the order menu. Without a query everything is as relevant as everything else. */
export function renderToolbar({localizer, results, sort: chosen, state}: View, {sortBy}: Actions) {
  const {key, values} = countMessage(results);
  const useless = state.query ? 'feed' : 'relevance';
  return html`<div class="toolbar">
    <p class="total" part="count">
      ${localizer
        .parts(key, values)
        .map(({name, text}) => (name === 'count' ? html`<strong>${text}</strong>` : html`<span>${text}</span>`))}
    </p>
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

/** What is chosen, one button each to drop it, and one for all. */
export function renderChips({chips, localizer}: View, {clear, drop}: Actions) {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" role="list" aria-label=${localizer.message('chosenFilters')}>
    ${chips.map((chip, index) => {
      const values = {attribute: localizer.message(chip.attribute), value: chip.label};
      return html`<li>
        <button
          class="chip"
          part="chip"
          type="button"
          aria-label=${localizer.message('removeFilter', values)}
          @click=${() => drop(chip, index)}
        >
          <span>${chip.label}</span>${crossIcon}
        </button>
      </li>`;
    })}
    <li>
      <button class="link" type="button" @click=${() => clear('everything')}>${localizer.message('clearAll')}</button>
    </li>
  </ul>`;
}

/** The facets: beside the cards where there is room, else behind a button. */
export function renderFilters(
  {areFiltersOpen, chips, localizer, results}: View,
  {toggleFilters}: Actions,
  facets: unknown,
) {
  return html`<div class="filters">
    <button
      class="filters-button"
      part="filters-button"
      type="button"
      aria-expanded=${areFiltersOpen}
      aria-controls="facets"
      @click=${toggleFilters}
    >
      ${filterIcon}
      <span>
        ${chips.length ? localizer.message('filtersChosen', {count: chips.length}) : localizer.message('filters')}
      </span>
      ${chevronIcon}
    </button>
    <div id="facets" class=${areFiltersOpen ? 'open' : ''}>
      ${facets}
      <button class="done" type="button" @click=${toggleFilters}>
        ${localizer.message('showResults', {count: results.totalHits})}
      </button>
    </div>
  </div>`;
}
