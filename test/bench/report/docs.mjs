// The tables of docs/performance.md, from the figures of the last run.
import {readResults} from '../results.mjs';
import {clusterTable} from './cluster.mjs';
import {goalsSummary} from './goals.mjs';
import {environmentText} from './report.mjs';
import {startTables} from './start.mjs';
import {count, number, sectionOf, table} from './table.mjs';

const SIZE = 10_000;
const bySize = (list) => list?.find(({size, slowdown = 1}) => size === SIZE && slowdown === 1);

const NOT_MEASURED = 'Not measured yet.';

/** All goals, with those that are not met at the top. */
export const renderGoals = () => goalsSummary(readResults());

/** What a visitor's device pays. */
export function renderStart() {
  const results = readResults();
  if (!results.start) return NOT_MEASURED;
  const {environment, figures} = results.start;
  return sectionOf(startTables(figures, '###'), environmentText(environment));
}

/** How many bytes come to a page. */
export function renderSizes() {
  const {bytes} = readResults();
  if (!bytes) return NOT_MEASURED;
  const rows = bytes.figures
    .filter(({title}) => title.startsWith('good-practice-browser'))
    .flatMap(({title, files}) =>
      files.map(({file, bytes: size, note = 'always'}) => [
        title.includes('npm') ? 'npm' : 'web pages',
        file,
        count(size),
        note,
      ]),
    );
  return sectionOf(table(['for', 'file', 'bytes, gzip', 'when'], rows, '---'), environmentText(bytes.environment));
}

/** The engine beside other search engines. */
export function renderEngines() {
  const {engines, widget} = readResults();
  const compared = bySize(engines?.figures.sizes);
  if (!compared) return NOT_MEASURED;
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
  return [
    `Searching ${count(SIZE)} generated practices in Chromium ${chromium.split('.')[0]}, on ${date}:`,
    table(['engine', 'recall@10', 'p95 of a query, ms', 'build, ms', 'heap, MB'], engineRows),
    ...(widgetRows
      ? [
          'Typing on a whole page with as many:',
          table(['page', 'main thread a key, p95 ms', 'on screen, p95 ms'], widgetRows),
        ]
      : []),
  ].join('\n\n');
}

/** How long a cluster takes. */
export function renderCluster() {
  const {cluster} = readResults();
  return cluster?.figures.length
    ? sectionOf(clusterTable(cluster.figures, '---'), environmentText(cluster.environment))
    : NOT_MEASURED;
}
