import {html} from 'lit';
import type {CityGroup, Statistics} from '../../core/facets/statistics.js';
import {attributeName, messageText} from '../../i18n/localizer.js';
import {renderText} from '../shared/templates.js';
import {valueName} from './kosovo.js';
import {renderExpand, renderFigure, renderFootnote, type StatisticsContext} from './statistics-context.js';

const HEADING = 'topCities';

const CITIES_AT_FIRST = 10;
const MAX_WITHOUT_BUTTON = 12;

/** The cities with their countries and counts. A feed may have thousands, so visitors see ten at first, and all on demand. */
export function renderCities(cities: readonly CityGroup[], context: StatisticsContext) {
  const {labels, localizer} = context;
  const isLong = cities.length > MAX_WITHOUT_BUTTON;
  const shown = isLong && !context.isExpanded(HEADING) ? cities.slice(0, CITIES_AT_FIRST) : cities;
  const countryOf = ({country}: CityGroup) =>
    country && html`<small>${renderText(valueName('country', country, labels))}</small>`;
  return html`<table class="list" aria-labelledby=${HEADING}>
      <thead>
        <tr>
          <th scope="col">${renderText(attributeName('city', labels, localizer))}</th>
          <th scope="col">${renderText(messageText('results', localizer))}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (city) =>
            html`<tr>
              <th scope="row"><bdi>${city.value}</bdi> ${countryOf(city)}</th>
              <td>${renderFigure(city, {lang: '', text: city.value}, context)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${renderExpand(HEADING, isLong ? cities.length - CITIES_AT_FIRST : 0, context)}
    ${renderFootnote(
      shown.map(({country}) => country),
      context,
    )}`;
}

/** The table as rows of a file. */
export const cityRows = ({cities}: Statistics, {labels, localizer}: StatisticsContext): string[][] => [
  [
    attributeName('city', labels, localizer).text,
    attributeName('country', labels, localizer).text,
    localizer.message('results'),
  ],
  ...cities.map(({count, country, value}) => [
    value,
    country && valueName('country', country, labels).text,
    String(count),
  ]),
];
