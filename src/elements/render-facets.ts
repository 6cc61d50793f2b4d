import {html, nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Facet, FacetValue} from '../core/engine.js';
import {refinementLabel} from '../i18n/refinement-label.js';
import {chevronIcon, filterIcon} from './icons.js';
import type {Actions, View} from './view.js';

/** So many values are seen at once; a list that is hardly longer is shown whole. */
const FEW = 6;
const NEARLY_FEW = 8;

/** The facets: beside the cards where there is room, else behind a button. */
export function renderFilters(view: View, actions: Actions) {
  const {areFiltersOpen, chips, localizer, results} = view;
  const facets = results.facets.filter(({values}) => values.length);
  if (facets.length === 0) return nothing;
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
      ${facets.map((facet) => renderFacet(facet, view, actions))}
      <button class="done" type="button" @click=${actions.toggleFilters}>
        ${localizer.message('showResults', {count: results.totalHits})}
      </button>
    </div>
  </div>`;
}

/** One facet: its values with their counts, to tick. The browser itself keeps whether it is open. */
function renderFacet(facet: Facet, view: View, actions: Actions) {
  const {localizer} = view;
  const name = localizer.message(facet.attribute);
  const chosen = facet.values.filter(({isRefined}) => isRefined).length;
  return html`<details id="facet-${facet.attribute}" part="facet" open>
    <summary part="facet-name">
      <span class="name">${name}</span>
      ${chosen ? html`<span class="badge">${localizer.message('chosen', {count: chosen})}</span>` : nothing}
      ${chevronIcon}
    </summary>
    <fieldset>
      <legend class="visually-hidden">${name}</legend>
      ${renderValues(facet, view, actions)}
    </fieldset>
  </details>`;
}

function renderValues({attribute, values}: Facet, {expanded, labels, localizer}: View, actions: Actions) {
  const labelled = values.map((value) => ({
    ...value,
    label: refinementLabel(attribute, value.value, labels, localizer),
  }));
  // Years are in their own order already; else by count, then by name in the language of the interface.
  if (attribute !== 'year') labelled.sort((a, b) => b.count - a.count || localizer.compare(a.label, b.label));
  const isExpanded = expanded.includes(attribute);
  const isLong = labelled.length > NEARLY_FEW;
  const shown = isExpanded || !isLong ? labelled : labelled.filter(({isRefined}, i) => i < FEW || isRefined);
  const most = values.reduce((highest, {count}) => Math.max(highest, count), 1);

  const renderValue = ({count, isRefined, label, value}: FacetValue & {readonly label: string}) =>
    html`<li>
      <label class=${isRefined ? 'refined' : ''}>
        <input type="checkbox" .checked=${isRefined} @change=${() => actions.refine(attribute, value)} />
        <bdi class="label">${label}</bdi>
        <span class="figure">
          ${renderBar(count / most)}
          <span aria-hidden="true">${localizer.number(count)}</span>
          <span class="visually-hidden">${localizer.message('countAll', {count})}</span>
        </span>
      </label>
    </li>`;

  return html`<ul id=${attribute} role="list">
      ${repeat(shown, ({value}) => value, renderValue)}
    </ul>
    ${
      isLong
        ? html`<button
            class="link"
            type="button"
            aria-expanded=${isExpanded}
            @click=${() => actions.toggleExpanded(attribute)}
          >
            ${localizer.message(isExpanded ? 'fewerValues' : 'moreValues', {count: labelled.length - shown.length})}
          </button>`
        : nothing
    }`;
}

/** A bar as long as the share, 0 to 1. Drawn, since a strict CSP forbids style attributes. */
const renderBar = (share: number) =>
  html`<svg class="bar" aria-hidden="true" preserveAspectRatio="none">
    ${svg`<rect width="${Math.round(share * 100)}%" height="100%" rx="3"/>`}
  </svg>`;
