import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {GpbEvent} from '../../shared/events.js';
import {chevronIcon, filterIcon} from '../../shared/templates.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';
import {drawnFacets, type DrawnFacet} from './facet-items.js';
import {renderValues} from './facet-values.js';

/** The facets: beside the cards where there is room, else behind a button. */
export function renderFilters(view: View, actions: Actions) {
  const {areFiltersOpen, chips, localizer, results} = view;
  const facets = view.isFirstFrame ? [] : drawnFacets(view);
  if (facets.length === 0 && !view.isFirstFrame) return nothing;
  const key = chips.length ? 'filtersChosen' : 'filters';
  return html`<div class="filters">
    <button
      class="filters-button"
      part="filters-button"
      type="button"
      aria-expanded=${areFiltersOpen}
      aria-controls="facets"
      @click=${actions.toggleFilters}
    >
      ${filterIcon}
      <span>${localizer.message(key, {count: chips.length})}</span>
      ${chevronIcon}
    </button>
    <div id="facets" class=${areFiltersOpen ? 'open' : ''}>
      ${repeat(
        facets,
        ({name}) => name,
        (facet) => renderFacet(facet, view, actions),
      )}
      <button class="done" type="button" @click=${actions.toggleFilters}>
        ${localizer.message('showResults', {count: results.totalHits})}
      </button>
    </div>
  </div>`;
}

/** One facet: its values with their counts, to tick. The browser itself keeps whether it is open. */
function renderFacet({chosen, items, name, title, years}: DrawnFacet, view: View, actions: Actions) {
  const {areFacetsOpen, localizer, state} = view;
  return html`<details part="facet" ?open=${areFacetsOpen}>
    <summary part="facet-name">
      <span class="name">${localizer.message(title)}</span>
      ${chosen ? html`<span class="badge">${localizer.message('chosen', {count: chosen})}</span>` : nothing}
      ${chevronIcon}
    </summary>
    <fieldset>
      <legend class="visually-hidden">${localizer.message(title)}</legend>
      ${
        years
          ? // what is chosen, not what is answered: one thumb may be moved while the answer for the other is on its way
            html`<gpb-year-range
              .localizer=${localizer}
              .refinements=${state.refinements.year}
              .values=${years}
              @gpb-years=${({detail}: GpbEvent<'gpb-years'>) => actions.setYears(detail.range, detail.isFirst)}
            ></gpb-year-range>`
          : nothing
      }
      ${renderValues(name, localizer.message(title), items, view, actions)}
    </fieldset>
  </details>`;
}
