import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {refinementsOf} from '../../../core/state/search-state.js';
import type {GpbEvent} from '../../shared/events.js';
import {chevronIcon, filterIcon, renderMessage, renderText} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {drawnFacets, type DrawnFacet, type FacetsView} from './facet-items.js';
import {renderValues} from './facet-values.js';

export interface FiltersView extends FacetsView {
  /** Whether the filters are shown if there is no room for them beside the cards. */
  readonly areFiltersOpen: boolean;
  /** How many refinements are selected. */
  readonly chipCount: number;
  /** Whether this is the first drawing, of what the visitor sees at once. */
  readonly isFirstFrame: boolean;
}

/** The facets: beside the cards if there is room, otherwise behind a button. */
export function renderFilters(view: FiltersView, actions: BrowserActions) {
  const {areFiltersOpen, chipCount, localizer, results} = view;
  const facets = view.isFirstFrame ? [] : drawnFacets(view);
  if (facets.length === 0 && !view.isFirstFrame) return nothing;
  const key = chipCount ? 'filtersChosen' : 'filters';
  // Firefox would give what scrolls a stop of its own for Tab, where a screen reader says nothing.
  return html`<div class="filters" tabindex="-1" ?hidden=${facets.length > 0 && facets.every(({isEmpty}) => isEmpty)}>
    <button
      class="filters-button"
      part="filters-button"
      type="button"
      aria-expanded=${areFiltersOpen}
      aria-controls="facets"
      @click=${() => actions.toggleFilters()}
    >
      ${filterIcon}
      <span>${renderMessage(localizer, key, {count: chipCount})}</span>
      ${chevronIcon}
    </button>
    <div id="facets" class=${areFiltersOpen ? 'open' : ''}>
      ${repeat(
        facets,
        ({name}) => name,
        (facet) => renderFacet(facet, view, actions),
      )}
      <button class="done" type="button" @click=${() => actions.toggleFilters()}>
        ${renderMessage(localizer, 'showResults', {count: results.totalHits})}
      </button>
    </div>
  </div>`;
}

/**
 * One facet: its values with their counts, to tick. The browser itself keeps whether it is open,
 * also while it is hidden.
 */
function renderFacet(
  {attribute, chosen, isEmpty, items, name, numbers, title}: DrawnFacet,
  view: FiltersView,
  actions: BrowserActions,
) {
  const {labels, localizer, refinements} = view;
  return html`<details part="facet" open ?hidden=${isEmpty}>
    <summary part="facet-name">
      <span class="name">${renderText(title)}</span>
      ${chosen ? html`<span class="badge">${renderMessage(localizer, 'chosen', {count: chosen})}</span>` : nothing}
      ${chevronIcon}
    </summary>
    <fieldset>
      <legend class="visually-hidden">${renderText(title)}</legend>
      ${
        numbers
          ? // What is selected, not what is answered: one thumb may move while the answer for the other is on its way.
            html`<gpb-range
              ?hidden=${!numbers.some(({count}) => count)}
              .label=${title.text}
              .localizer=${localizer}
              .refinements=${refinementsOf(refinements, attribute)}
              .type=${labels.typeOf(attribute) === 'number' ? 'number' : 'year'}
              .values=${numbers}
              @gpb-range=${({detail}: GpbEvent<'gpb-range'>) => actions.setRange(attribute, detail)}
            ></gpb-range>`
          : nothing
      }
      ${renderValues(name, title.text, items, view, actions)}
    </fieldset>
  </details>`;
}
