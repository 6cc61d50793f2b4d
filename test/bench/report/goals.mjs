// What was aimed at, what was measured, and whether that is enough.
import {number, table} from './table.mjs';

/** Finds figures in the results; undefined where they were not measured. */
function createFinder({engines, widget, startup, facets, bytes}) {
  const bySize = (list, wanted) => list?.find(({size}) => size === wanted);
  const byName = (list, wanted) => list?.find(({name, failure}) => name === wanted && !failure);
  return {
    engine: (name) => byName(bySize(engines?.figures.sizes, 10_000)?.engines, name),
    widget: (name, size, slowdown = 1) =>
      byName(widget?.figures.find((one) => one.size === size && one.slowdown === slowdown)?.widgets, name),
    startup: (size) => byName(bySize(startup?.figures.sizes, size)?.widgets, 'ours'),
    facets: () => bySize(facets?.figures, 10_000),
    file: (name) => bytes?.figures[0].files.find(({file}) => file.endsWith(name))?.bytes,
  };
}

const atMost = (limit, unit = '') => ({text: `≤ ${limit}${unit}`, isMet: (value) => value <= limit});
const atLeast = (limit, unit = '') => ({text: `≥ ${limit}${unit}`, isMet: (value) => value >= limit});

/** Each: what, the limit, and how it is found. */
function goalsOf(find) {
  const times = (figure, peer) => find.engine('ours')?.[figure] / find.engine(peer)?.[figure];
  const ours = (figure, size, slowdown) => find.widget('ours', size, slowdown)?.[figure];
  const timesMiniSearch = (size) => ours('taskP95', size) / find.widget('minisearch-lit', size)?.taskP95;
  const facets = find.facets();
  const slowest = (name) => facets && Math.max(facets.refinement[name].p95, facets.query[name].p95);
  const faster = (change) => facets && facets[change].crossfilter.p50 / facets[change].ours.p50;
  return [
    ['recall@10, 10,000 practices', atLeast(0.99), find.engine('ours')?.recall],
    ['p95 of a query ÷ MiniSearch’s', atMost(0.8), times('p95', 'minisearch')],
    ['p95 while typing ÷ MiniSearch’s', atMost(0.3), times('typingP95', 'minisearch')],
    ['build ÷ MiniSearch’s', atMost(0.35), times('buildMs', 'minisearch')],
    ['heap ÷ MiniSearch’s', atMost(0.3), times('heap', 'minisearch')],
    ['p95 of a query ÷ plain Fuse.js’s', atMost(0.01), times('p95', 'fuse-plain')],
    ['main thread a keystroke, p95, 1,000', atMost(8, ' ms'), ours('taskP95', 1000)],
    ['the same, 10,000', atMost(8, ' ms'), ours('taskP95', 10_000)],
    ['the same, 1,000, CPU slowed four times', atMost(25, ' ms'), ours('taskP95', 1000, 4)],
    ['the same ÷ MiniSearch + Lit’s, 1,000', atMost(0.5), timesMiniSearch(1000)],
    ['the same ÷ MiniSearch + Lit’s, 10,000', atMost(0.5), timesMiniSearch(10_000)],
    ['results on screen, p95, 1,000', atMost(2, ' frames'), ours('framesP95', 1000)],
    ['results on screen, p95, 10,000', atMost(2, ' frames'), ours('framesP95', 10_000)],
    ['longest task after load, 20,000', atMost(50, ' ms'), find.startup(20_000)?.longest],
    [
      'first cards and counts after the feed is parsed, 1,000',
      atMost(50, ' ms'),
      find.startup(1000)?.paintedSinceParsed,
    ],
    [
      'a first query answered after the feed is parsed, 1,000',
      atMost(500, ' ms'),
      find.startup(1000)?.answeredSinceParsed,
    ],
    ['the same, 10,000', atMost(2500, ' ms'), find.startup(10_000)?.answeredSinceParsed],
    ['disjunctive counts of three facets, p95, 10,000', atMost(0.2, ' ms'), slowest('ours')],
    ['crossfilter2’s time ÷ ours, refined, p50', atLeast(10), faster('refinement')],
    ['crossfilter2’s time ÷ ours, other query, p50', atLeast(10), faster('query')],
    ['the script', atMost(33_000, ' bytes'), find.file('browser.js')],
    ['the worker', atMost(13_000, ' bytes'), find.file('worker.js')],
  ];
}

/** A figure that lies close to its limit is told as precisely as the limit. */
const valueText = (value) => (value < 0.1 ? String(Number(value.toPrecision(2))) : number(value));

export function goalsToMarkdown(results) {
  const rows = goalsOf(createFinder(results)).map(([goal, limit, value]) =>
    Number.isFinite(value)
      ? [
          goal,
          limit.text,
          value ? valueText(value) : 'less than can be told',
          limit.isMet(value) ? 'met' : '**not met**',
        ]
      : [goal, limit.text, '–', 'not measured'],
  );
  return `## Goals\n\n${table(['goal', 'limit', 'measured', ''], rows, '---')}`;
}
