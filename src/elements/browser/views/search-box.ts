import {html, nothing} from 'lit';
import type {Labels} from '../../../core/search/labels.js';
import type {FacetValue, QueryFilter} from '../../../core/state/search-results.js';
import {messageText, type Localizer} from '../../../i18n/localizer.js';
import {renderExpand, shortenList} from '../../shared/long-list.js';
import {checkIcon, renderSearchField, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {CITY_LIMITS, offeredFilterText} from './announced-texts.js';

export interface SearchBoxView {
  /** Queries that find something. */
  readonly examples: readonly string[];
  readonly localizer: Localizer;
  /** The name of the widget if the page has several; otherwise `''`. */
  readonly name: string;
  readonly query: string;
}

/**
 * The field for a query. Each letter asks anew. The hint is hidden: screen readers say it
 * with the field, and only once. By keyboard, a button leads past the filters.
 */
export function renderSearchBox({examples, localizer, name, query}: SearchBoxView, actions: BrowserActions) {
  const label = localizer.message('search');
  return html`${renderSearchField(
      {
        id: 'query',
        label: name ? html`${label}<span class="visually-hidden">: ${name}</span>` : label,
        text: query,
        search: (text) => actions.search(text),
        prepare: () => actions.prepareSearch(),
        hint: 'hint',
        placeholder: examples.length ? localizer.message('searchExample', {examples: examples.join(' · ')}) : '',
      },
      localizer,
    )}
    <p id="hint" hidden>${renderMessage(localizer, 'searchHint')}</p>
    <button class="skip" type="button" @click=${() => actions.skipToResults()}>
      ${renderMessage(localizer, 'skipToResults')}
    </button>`;
}

export interface OfferedFiltersView {
  /** The cities of the hits, if the query asks for cities. */
  readonly cities: readonly FacetValue[];
  /** Whether all these cities are shown, and not only the first. */
  readonly areAllCitiesShown: boolean;
  readonly filters: readonly QueryFilter[];
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** Filters that the query names, and the cities that it asks for, a button each. */
export const renderOfferedFilters = (view: OfferedFiltersView, actions: BrowserActions) => [
  renderFilters(view, actions),
  renderCities(view, actions),
];

function renderFilters({filters, labels, localizer}: OfferedFiltersView, actions: BrowserActions) {
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

/** The answer to “which cities …”. A selected city stays in the list, so that visitors can add others. */
function renderCities({areAllCitiesShown, cities, localizer}: OfferedFiltersView, actions: BrowserActions) {
  if (!cities.length) return nothing;
  const {rest, shown} = shortenList(cities, areAllCitiesShown, CITY_LIMITS);
  const toggle = () => actions.toggleAll('areCitiesShown');
  return html`<div class="offered found-cities">
    <span id="cities">${renderMessage(localizer, 'cities')}</span>
    <ul class="offered" role="list" aria-labelledby="cities">
      ${shown.map(
        ({count, isRefined, value}) =>
          html`<li>
            <button
              class="chip"
              part="offered-city"
              type="button"
              aria-pressed=${isRefined}
              @click=${() => actions.refine('city', value)}
            >
              ${isRefined ? checkIcon : nothing}<span><bdi>${value}</bdi> (${localizer.number(count)})</span>
            </button>
          </li>`,
      )}
    </ul>
    ${renderExpand(rest, areAllCitiesShown, messageText('cities', localizer), localizer, toggle)}
  </div>`;
}
