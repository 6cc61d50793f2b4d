import {html, nothing, svg} from 'lit';
import {type RangeHistogram, stepFor} from '../../core/facets/range-histogram.js';
import type {Group, Statistics, YearCounts} from '../../core/facets/statistics.js';
import {attributeName, type Localizer, messageText, refinementLabel} from '../../i18n/localizer.js';
import {chevronIcon, renderMessage, renderText} from '../shared/templates.js';
import {renderFigure, renderGap, shortenTable, type StatisticsContext} from './statistics-context.js';

const HEADING = 'byYear';

const LIMITS = {atFirst: 30, maxWhole: 40};

/** A chart, practices without a year, and a table of the numbers. */
export function renderYears({histogram, others, years}: YearCounts, context: StatisticsContext) {
  const {labels, localizer} = context;
  const nameOf = ({value}: Group) => refinementLabel('year', value, labels, localizer);
  const {button, shown} = shortenTable(years, LIMITS, HEADING, context);
  const table = html`<table class="list" aria-labelledby=${HEADING}>
      <thead>
        <tr>
          <th scope="col">${renderText(attributeName('year', labels, localizer))}</th>
          <th scope="col">${renderText(messageText('results', localizer))}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (year) =>
            html`<tr>
              <th scope="row">${renderText(nameOf(year))}</th>
              ${year.count ? html`<td>${renderFigure(year, nameOf(year), context)}</td>` : html`<td class="gap">${renderGap(context)}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>
    ${button}`;
  return html`
    ${histogram ? renderChart(histogram, localizer) : nothing}
    ${
      others.length
        ? html`<ul class="others" role="list">
            ${others.map((group) => html`<li>${renderText(nameOf(group))} ${renderFigure(group, nameOf(group), context)}</li>`)}
          </ul>`
        : nothing
    }
    ${
      histogram
        ? html`<details>
            <summary>${renderMessage(localizer, 'numbersByYear')} ${chevronIcon}</summary>
            ${table}
          </details>`
        : years.length
          ? table
          : nothing
    }
  `;
}

/** In percent of the picture: the scale of numbers is above the highest one, years are below the line. */
const [TOP, BOTTOM, END] = [10, 84, 95];

/** So many years have a name. */
const MAX_NAMES = 7;

/**
 * The line, from the first year to the last. It has the table's numbers, so screen readers read a
 * summary. Only the shape stretches; texts and points keep theirs.
 */
function renderChart({bars, peak}: RangeHistogram, localizer: Localizer) {
  const isBackward = localizer.direction === 'rtl';
  const step = Math.max(1, stepFor(peak.count / 3));
  const top = Math.ceil(peak.count / step) * step;
  const last = bars.length - 1;
  // The longest number of the scale has its room beside the line.
  const start = 3 + 3 * localizer.number(top).length;
  const x = (i: number) => {
    const distance = start + (i / last) * (END - start);
    return isBackward ? 100 - distance : distance;
  };
  const y = (count: number) => BOTTOM - (count / top) * (BOTTOM - TOP);
  const points = bars.map(({count}, i) => `${x(i)},${y(count)}`).join(' ');
  const yearStep = bars.length <= MAX_NAMES ? 1 : stepFor(bars.length / (MAX_NAMES - 1));
  const ticks: number[] = [];
  for (let tick = 0; tick <= top; tick += step) ticks.push(tick);
  const label = localizer.message('yearsPicture', {
    start: String(bars[0]!.number),
    end: String(bars.at(-1)!.number),
    peak: String(peak.number),
    count: peak.count,
  });
  return html`<svg class="chart" role="img" aria-label=${label}>
    <g aria-hidden="true">
      ${ticks.map(
        (tick) =>
          svg`<line class="tick" x1="0" x2="100%" y1="${y(tick)}%" y2="${y(tick)}%" />
          <text x=${isBackward ? '100%' : 0} y="${y(tick)}%" dy="-0.3em">${localizer.number(tick)}</text>`,
      )}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <polygon points="${x(0)},${BOTTOM} ${points} ${x(last)},${BOTTOM}" />
        <polyline points=${points} vector-effect="non-scaling-stroke" />
      </svg>
      ${bars.map(
        ({count, number}, i) =>
          svg`<circle cx="${x(i)}%" cy="${y(count)}%" r="3.5" />${
            number % yearStep ? nothing : svg`<text class="year" x="${x(i)}%" y="100%" dy="-0.3em">${number}</text>`
          }`,
      )}
    </g>
  </svg>`;
}

/** The numbers as rows of a file. */
export const yearRows = ({years: {others, years}}: Statistics, {labels, localizer}: StatisticsContext): string[][] => [
  [attributeName('year', labels, localizer).text, localizer.message('results')],
  ...[...years, ...others].map(({count, value}) => [
    refinementLabel('year', value, labels, localizer).text,
    String(count),
  ]),
];
