// What was measured, as Markdown.
import {queryClasses} from './queries.mjs';
import {mean, quantile, recallAt10} from './statistics.mjs';

/** Where two numbers differ by tenths of a millisecond, a hundredth is still told; where by seconds, none is. */
const decimals = (value) => (value < 10 ? 2 : value < 100 ? 1 : 0);
const number = (value) =>
  Number.isFinite(value)
    ? value.toLocaleString('en', {minimumFractionDigits: decimals(value), maximumFractionDigits: decimals(value)})
    : '–';
const ratio = (ours, theirs) => String(Number((ours / theirs).toPrecision(2)));
function table(columns, rows, alignment = '--:') {
  const lines = [columns, columns.map((_, i) => (i ? alignment : '---')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Column -> its value of a measurement. */
const figures = {
  'build ms': ({buildMs}) => buildMs,
  'p50 ms': ({queryMs}) => quantile(queryMs, 0.5),
  'p95 ms': ({queryMs}) => quantile(queryMs, 0.95),
  'typing p50 ms': ({typingMs}) => quantile(typingMs, 0.5),
  'typing p95 ms': ({typingMs}) => quantile(typingMs, 0.95),
  'heap MB': ({heap}) => heap / 1e6,
};
/** What is aimed at with 10,000 practices, as ratios. */
const GOAL_SIZE = 10_000;
const goals = {
  minisearch: {'build ms': 0.35, 'p95 ms': 0.8, 'typing p95 ms': 0.3, 'heap MB': 0.3},
  'fuse-plain': {'p95 ms': 0.01},
};

/** The mean over the queries of a class, or of all classes that have something to find. */
function recall({ids}, queries, name) {
  const shares = queries.flatMap((query, i) =>
    (name ? query.class === name : query.expected.length) ? recallAt10(ids[i], query.expected) : [],
  );
  return mean(shares);
}

const titleOf = ({engine, failure}) => (failure ? `${engine.title} (not measured: ${failure})` : engine.title);

function engineTable({measurements, queries, keyStrokes}) {
  const columns = ['engine', ...Object.keys(figures), 'recall@10', 'key strokes', 'rounds'];
  const rows = measurements.map(({engine, failure, ...measured}) => [
    titleOf({engine, failure}),
    ...Object.values(figures).map((figure) => (failure ? '–' : number(figure(measured)))),
    ...(failure
      ? ['–', '–', '–']
      : [number(recall(measured, queries)), `${measured.typingMs.length} of ${keyStrokes}`, measured.rounds]),
  ]);
  return table(columns, rows);
}

function ratioTable({size, measurements}) {
  const find = (name) => measurements.find(({engine, failure}) => engine.name === name && !failure);
  const ours = find('ours');
  const rows = Object.keys(goals).flatMap((name) => {
    const peer = find(name);
    if (!ours || !peer) return [];
    const ratios = Object.values(figures).map((figure) => ratio(figure(ours), figure(peer)));
    const aims = Object.keys(figures).map((column) => (column in goals[name] ? `≤ ${goals[name][column]}` : ''));
    const row = [`ours ÷ ${peer.engine.title}`, ...ratios];
    return size === GOAL_SIZE ? [row, ['goal', ...aims]] : [row];
  });
  return rows.length ? table(['ratio', ...Object.keys(figures)], rows) : '';
}

function recallTable({measurements, queries}) {
  const present = queryClasses.filter((name) => queries.some((query) => query.class === name));
  const counted = present.map((name) => `${name} (${queries.filter((query) => query.class === name).length})`);
  const rows = measurements
    .filter(({failure}) => !failure)
    .map(({engine, ...measured}) => [engine.title, ...present.map((name) => number(recall(measured, queries, name)))]);
  return table(['recall@10', ...counted], rows);
}

function facetTable({facets: {refinement, query}}) {
  const columns = [
    [refinement, 0.5],
    [refinement, 0.95],
    [query, 0.5],
    [query, 0.95],
  ];
  const row = (title, figure) => [title, ...columns.map(([times, share]) => figure(times, share))];
  return table(
    ['counts of three facets', 'refined: p50 ms', 'p95 ms', 'other query: p50 ms', 'p95 ms'],
    [
      row('crossfilter2', (times, share) => number(quantile(times.crossfilter, share))),
      row('ours', (times, share) => number(quantile(times.ours, share))),
      row('of it, counting', (times, share) => number(quantile(times.counting, share))),
      row('ours ÷ crossfilter2', (times, share) =>
        ratio(quantile(times.ours, share), quantile(times.crossfilter, share)),
      ),
    ],
  );
}

/** The short form, for the terminal. */
export const summarize = (result) =>
  [`## ${result.title}`, engineTable(result), ratioTable(result), facetTable(result)].filter(Boolean).join('\n\n');

const explanation = `
Every engine builds and searches in fresh pages of one browser. *Build* is the time from records in memory to an index that can be
asked; *heap* is what it adds to the page once garbage is collected, typed arrays included. *p50* and *p95* are over the queries,
*typing* over the same queries typed letter by letter. In a round each text is asked once, in a task of its own, after warming up
with other texts; a time is the median of three rounds, or of fewer for engines that need more than 40 seconds for those. Engines
that would type for more than half a minute a round answer the first *key strokes* only; the order of the queries is drawn by lot.

*recall@10*: of the practices that a query must find (ten of them where there are more), the share that is among the first ten
hits. Which they are is found out by code that ours does not use. “No hit” is the share of nonsense that finds nothing; the mean
leaves it out.

Counts are disjunctive: of each facet with its own refinements set aside. They are taken after a refinement was toggled, and after
a query found other practices; both sides are checked to count the same. Ours finds what passes and then counts; crossfilter2
keeps its counts up to date.
`;

/** The whole of results.md. `versions` is npm name -> version. */
export function toMarkdown({results, environment, versions, engines}) {
  const settings = engines.map(({title, settings: text, library}) => [
    title,
    versions[library] ?? 'these sources',
    text,
  ]);
  const sections = results.flatMap((result) => [summarize(result), recallTable(result)]);
  return [
    '# What `npm run bench` measured',
    `${environment}.`,
    explanation.trim(),
    ...sections,
    '## How the engines were asked',
    table(['engine', 'version', 'settings'], settings, '---'),
  ].join('\n\n');
}
