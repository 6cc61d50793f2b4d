import {html, nothing} from 'lit';
import type {Group, MatrixRow, Statistics} from '../../core/facets/statistics.js';
import {attributeName} from '../../i18n/localizer.js';
import {renderHiddenName, renderMessage, renderText} from '../shared/templates.js';
import {valueName} from './kosovo.js';
import {renderCount, renderFootnote, renderGap, shortenTable, type StatisticsContext} from './statistics-context.js';
import {handleGridFocus, handleGridKeydown} from './table-grid.js';

const HEADING = 'byTopicAndCountry';

/** So many topics fit on a few screens. */
const LIMITS = {atFirst: 30, maxWhole: 35};

/** Beside the names and the totals, which are the first row and the first column. */
const HEADERS = 2;

/** How many shades there are. */
const SHADES = 5;

/**
 * Topics as rows and places as columns, both by count. All numbers together are one stop for Tab, and
 * arrow keys move between them. A table may have thousands, so one listener serves all of them. Orca
 * says no header of a row to which Up and Down lead, so the total of each row has its name too.
 */
export function renderMatrix({matrix, total}: Statistics, context: StatisticsContext) {
  const {labels, localizer} = context;
  const {columns, rows} = matrix;
  const {button, shown} = shortenTable(rows, LIMITS, HEADING, context);
  const most = Math.max(1, ...rows.map(({cells}) => Math.max(...cells)));
  const gap = renderGap(context);

  const handleClick = ({target}: Event) => {
    const cell = (target as Element).closest('button')?.closest('td');
    if (!cell) return;
    const row = rows[(cell.parentElement as HTMLTableRowElement).rowIndex - HEADERS];
    const column = columns[cell.cellIndex - HEADERS];
    context.show(row?.change ?? {}, column?.change ?? {});
  };
  // A table has thousands of numbers, and few different ones.
  const counts = new Map<number, unknown>();
  const renderOnce = (count: number) => {
    const known = counts.get(count) ?? renderCount(count, localizer);
    counts.set(count, known);
    return known;
  };
  const renderCell = (count: number, shade: number | 'total', name: unknown = nothing) =>
    count
      ? html`<td>
          <button class="figure shade-${shade}" type="button" tabindex="-1">${renderOnce(count)}${name}</button>
        </td>`
      : html`<td class="gap" tabindex="-1">${gap}</td>`;
  const nameOf = ({attribute, value}: Group) => valueName(attribute, value, labels);
  const renderName = (group: Group) => renderText(nameOf(group));
  const renderRow = (row: MatrixRow) =>
    html`<tr>
      <th scope="row">${renderName(row)}</th>
      ${renderCell(row.count, 'total', renderHiddenName(nameOf(row)))}
      ${row.cells.map((count) => renderCell(count, Math.ceil((count / most) * SHADES)))}
    </tr>`;

  return html`<div
      class="scroller"
      role="region"
      aria-labelledby=${HEADING}
      tabindex="0"
      @scroll=${{handleEvent: context.handleScroll, passive: true}}
    >
      <table
        class="matrix"
        role="grid"
        aria-labelledby=${HEADING}
        @click=${handleClick}
        @focusin=${handleGridFocus}
        @keydown=${handleGridKeydown}
      >
        <thead>
          <tr>
            <td></td>
            <th scope="col"><span class="vertical">${renderMessage(localizer, 'total')}</span></th>
            ${columns.map((column) => html`<th scope="col"><span class="vertical">${renderName(column)}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${renderMessage(localizer, 'total')}</th>
            ${renderCell(total, 'total')} ${columns.map(({count}) => renderCell(count, 'total'))}
          </tr>
          ${shown.map(renderRow)}
        </tbody>
      </table>
    </div>
    ${button}
    ${
      columns.length
        ? html`<p class="legend">
            <span class="gap" aria-hidden="true"></span> ${renderMessage(localizer, 'noPractice')}.
            ${renderMessage(localizer, 'countedForEach')}
          </p>`
        : nothing
    }
    ${renderFootnote(
      columns.map(({value}) => value),
      context,
    )}`;
}

/** The table as rows of a file. */
export function matrixRows({matrix, total}: Statistics, {labels, localizer}: StatisticsContext): string[][] {
  const {columns, rows} = matrix;
  const nameOf = ({attribute, value}: Group) => valueName(attribute, value, labels).text;
  return [
    [attributeName('topic', labels, localizer).text, localizer.message('total'), ...columns.map(nameOf)],
    [localizer.message('total'), ...[total, ...columns.map(({count}) => count)].map(String)],
    ...rows.map((row) => [nameOf(row), ...[row.count, ...row.cells].map(String)]),
  ];
}
