// What was aimed at, what was measured, and whether that is enough.
import {createStartFinder} from './start.mjs';
import {count, number, table} from './table.mjs';

/** Finds figures in the results; undefined where they were not measured. */
function createFinder({engines, facets}) {
  const bySize = (list, wanted) => list?.find(({size}) => size === wanted);
  const byName = (list, wanted) => list?.find(({name, failure}) => name === wanted && !failure);
  return {
    engine: (name) => byName(bySize(engines?.figures.sizes, 10_000)?.engines, name),
    facets: () => bySize(facets?.figures, 10_000),
  };
}

const atMost = (limit, unit = '') => ({text: `≤ ${limit}${unit}`, isMet: (value) => value <= limit});
const atLeast = (limit, unit = '') => ({text: `≥ ${limit}${unit}`, isMet: (value) => value >= limit});
const below = (limit) => ({text: `< ${limit}`, isMet: (value) => value < limit});

const SIZES = [180, 1000];
/** At most so many times the CPU of a key on the other page. */
const typingLimits = {180: 3, 1000: 2};

/** Of a visitor's device. Each: what, the limit, and the value. */
function startGoals({start}) {
  const find = createStartFinder(start?.figures);
  const perSize = (toGoals) => SIZES.flatMap((size) => toGoals(size, count(size)));
  return [
    ...perSize((size, text) => [
      [`CPU until the first card ÷ MiniSearch + Lit’s, ${text} practices`, atMost(1.3), find('cpu', size).times('cpu')],
      [
        `CPU until the first card ÷ InstantSearch.js + itemsjs’s, ${text}`,
        below(1),
        find('cpu', size).times('cpu', 'instantsearch-itemsjs'),
      ],
    ]),
    ...perSize((size, text) => [
      [
        `slow phone: first card ÷ MiniSearch + Lit’s, ${text} practices`,
        atMost(1.2),
        find('slow', size, 'phone').times('card'),
      ],
      [`slow phone: total blocking time, ${text}`, atMost(300, ' ms'), find('slow', size, 'phone').ours('blocking')],
    ]),
    ...['phone', 'desktop'].map((screen) => [
      `slow ${screen}: layout shift`,
      atMost(0.02),
      find('slow', 180, screen).most('shift'),
    ]),
    ...perSize((size, text) => [
      [
        `CPU of a key ÷ MiniSearch + Lit’s, median, ${text} practices`,
        atMost(typingLimits[size]),
        find('typing', size).times('p50'),
      ],
      [
        `CPU of a key ÷ MiniSearch + Lit’s, p95, ${text}`,
        atMost(typingLimits[size]),
        find('typing', size).times('p95'),
      ],
    ]),
    ['CPU of a key with 300 cards ÷ with 12', atMost(2.5), find('many', 1000).ours('times')],
    ['first query answered ÷ first card, 10,000 practices', atMost(3), find('query', 10_000).ours('times')],
  ];
}

/** Of the views beside the cards. */
function viewGoals({views}) {
  const found = views?.figures.find(({size}) => size === 10_000);
  const timesLetter = (name) => found?.tabs.find((tab) => tab.name === name).ms / found?.letter;
  return [
    ['CPU of a letter with views ÷ without, 10,000 practices', atMost(1.15), found?.letterWithViews / found?.letter],
    ['CPU to the map ÷ of a letter, 10,000', atMost(1.5), timesLetter('Map')],
    ['CPU to the statistics ÷ of a letter, 10,000', atMost(2), timesLetter('Statistics')],
  ];
}

/** Of the engine. */
function engineGoals(results) {
  const find = createFinder(results);
  const times = (figure, peer) => find.engine('ours')?.[figure] / find.engine(peer)?.[figure];
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
    ['disjunctive counts of three facets, p95, 10,000', atMost(0.2, ' ms'), slowest('ours')],
    ['crossfilter2’s time ÷ ours, refined, p50', atLeast(10), faster('refinement')],
    ['crossfilter2’s time ÷ ours, other query, p50', atLeast(10), faster('query')],
  ];
}

/** A figure that lies close to its limit is told as precisely as the limit. */
const valueText = (value) => (value < 0.1 ? String(Number(value.toPrecision(2))) : number(value));

const stateOf = ([, limit, value]) =>
  Number.isFinite(value) ? (limit.isMet(value) ? 'met' : '**not met**') : 'not measured';

const goalsTable = (goals, lastColumn = '') =>
  table(
    ['goal', 'limit', 'measured', lastColumn],
    goals.map((goal) => {
      const [name, limit, value] = goal;
      return [name, limit.text, Number.isFinite(value) ? valueText(value) : '–', stateOf(goal)];
    }),
    '---',
  );

const allGoals = (results) => [...startGoals(results), ...viewGoals(results), ...engineGoals(results)];

export const goalsToMarkdown = (results) => `## Goals\n\n${goalsTable(allGoals(results))}`;

/** How many goals are not met, and all goals: first those that are not met, then those that nobody has measured. */
export function goalsSummary(results) {
  const goals = allGoals(results);
  const states = ['**not met**', 'not measured', 'met'];
  const sorted = states.flatMap((state) => goals.filter((goal) => stateOf(goal) === state));
  const missed = goals.filter((goal) => stateOf(goal) === states[0]).length;
  const sentence = missed
    ? `**${missed} of ${goals.length} goals are not met.**`
    : `No goal of ${goals.length} is missed.`;
  return `${sentence}\n\n${goalsTable(sorted, 'met?')}`;
}
