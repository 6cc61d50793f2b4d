import {html} from 'lit';
import type {CityGroup, Statistics} from '../../core/facets/statistics.js';
import {attributeName, messageText} from '../../i18n/localizer.js';
import {renderText} from '../shared/templates.js';
import {valueName} from './kosovo.js';
import {renderFigure, renderFootnote, shortenTable, type StatisticsContext} from './statistics-context.js';

const HEADING = 'topCities';

const LIMITS = {atFirst: 10, maxWhole: 12};

/** The cities with their countries and counts. A feed may have thousands, so visitors see ten at first, and all on demand. */
export function renderCities(cities: readonly CityGroup[], context: StatisticsContext) {
  const {labels, localizer} = context;
  const {button, shown} = shortenTable(cities, LIMITS, HEADING, context);
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
    ${button}
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
