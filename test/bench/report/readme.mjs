// The README's short table, from the figures of the last run.
import {readResults} from '../results.mjs';
import {count, number, table} from './table.mjs';

const SIZE = 10_000;
const bySize = (list) => list?.find(({size, slowdown = 1}) => size === SIZE && slowdown === 1);

/** @returns {string} Markdown */
export function renderBenchTable() {
  const {engines, widget, bytes} = readResults();
  const compared = bySize(engines?.figures.sizes);
  if (!compared) return 'Not measured yet.';
  const {date, chromium} = engines.environment;
  const engineRows = compared.engines
    .filter(({failure}) => !failure)
    .map(({title, name, recall, p95, buildMs, heap}) => {
      const cells = [title, number(recall), number(p95), number(buildMs), number(heap === null ? null : heap / 1e6)];
      return name === 'ours' ? cells.map((cell) => `**${cell}**`) : cells;
    });
  const widgetRows = bySize(widget?.figures)?.widgets.map(({title, taskP95, paintP95}) => [
    title,
    number(taskP95),
    number(paintP95),
  ]);
  const sizes = bytes?.figures.map(({title, bytes: size}) => `${title} ${(size / 1000).toFixed(1)} kB`);
  return [
    `Searching ${count(SIZE)} generated practices in Chromium ${chromium.split('.')[0]}, on ${date}:`,
    table(['engine', 'recall@10', 'p95 of a query, ms', 'build, ms', 'heap, MB'], engineRows),
    ...(widgetRows
      ? [
          'Typing on a whole page with as many:',
          table(['page', 'main thread a key, p95 ms', 'on screen, p95 ms'], widgetRows),
        ]
      : []),
    ...(sizes ? [`Shipped, gzip: ${sizes.join(', ')}.`] : []),
  ].join('\n\n');
}
