// What the device of a visitor pays, as Markdown: the goals, and tables of our page and the others beside it.
import {count, number, ratio, sectionOf, table} from './table.mjs';

const PEER = 'minisearch-lit';

/** Finds an experiment, and in it the figures of a page; undefined where they were not measured. */
export function createStartFinder(experiments = []) {
  const find = (kind, size, screen) =>
    experiments.find((one) => one.kind === kind && one.size === size && (!screen || one.screen === screen));
  return (kind, size, screen) => {
    const experiment = find(kind, size, screen);
    const figureOf = (name, figure) => experiment?.widgets.find((widget) => widget.name === name)?.[figure];
    const ours = (figure) => figureOf('ours', figure)?.median;
    return {
      ours,
      /** Of ours, in the worst round. */
      most: (figure) => figureOf('ours', figure)?.max,
      /** How many times as much ours takes as another page. */
      times: (figure, name = PEER) => ours(figure) / figureOf(name, figure)?.median,
    };
  };
}

const range = (figure) =>
  figure ? [figure.min, figure.median, figure.max].map((value) => number(value)).join(' / ') : '–';

const titleOf = ({title, failure}) => (failure ? `${title} (${failure})` : title);

/**
 * @param {Record<string, string>} figures name of a figure -> its column; with the ratio to the peer beside it
 * @param {Record<string, string>} [ratios] the same, of figures that are ratios already
 */
function experimentTable({widgets}, figures, ratios = {}) {
  const peer = widgets.find(({name}) => name === PEER);
  const withRatio = peer ? ['÷ MiniSearch + Lit'] : [];
  const rows = widgets.map((widget) => [
    titleOf(widget),
    ...Object.keys(figures).flatMap((name) => [
      range(widget[name]),
      ...withRatio.map(() => ratio(widget[name]?.median, peer[name]?.median)),
    ]),
    ...Object.keys(ratios).map((name) => range(widget[name])),
  ]);
  const columns = Object.values(figures).flatMap((title) => [title, ...withRatio]);
  return table(['page', ...columns, ...Object.values(ratios)], rows);
}

const shift = ({shift: figure}) => (figure ? figure.max.toFixed(3) : '–');
const bytes = ({bytes: figure}) => (figure ? count(figure.median) : '–');

/** Bytes are the same in every round, and of shifts the largest counts. */
function slowTable({widgets}) {
  const peer = widgets.find(({name}) => name === PEER);
  const rows = widgets.map((widget) => [
    titleOf(widget),
    range(widget.card),
    ratio(widget.card?.median, peer.card?.median),
    range(widget.blocking),
    bytes(widget),
    shift(widget),
  ]);
  return table(
    ['page', 'first card, ms', '÷ MiniSearch + Lit', 'total blocking time, ms', 'bytes', 'layout shift'],
    rows,
  );
}

const kinds = {
  cpu: {
    title: 'Until the first card: CPU of the main thread',
    explanation: 'On a phone’s screen (412 × 823), without any slowing down.',
    toTable: (experiment) => experimentTable(experiment, {cpu: 'CPU, ms'}),
  },
  slow: {
    title: 'A slow device: Slow 4G, and a CPU four times slower',
    explanation: `
The network has a latency of 562.5 ms and passes 1,474.56 kbit/s down and 675 kbit/s up. *First card* is the time from the address until the first
card is on screen. *Total blocking time* is the part of each long task that exceeds 50 ms, until 2.5 s after the first card. *Bytes* are all
answers, compressed. *Layout shift* is the sum of all shifts (CLS), the largest of all rounds; a footer follows the list.`,
    toTable: slowTable,
  },
  typing: {
    title: 'Typing: CPU of the main thread for each key',
    explanation:
      'Four texts are typed, one key every 60 ms or when the last answer is on screen. The cost of a key that does nothing is subtracted.',
    toTable: (experiment) => experimentTable(experiment, {p50: 'median key, ms', p95: 'p95, ms'}),
  },
  many: {
    title: 'Typing below 300 cards',
    explanation:
      'Three letters are typed, each with 12 cards on the page, and again after “Show more” until there are 300. The median key of our page counts.',
    toTable: (experiment) =>
      experimentTable(experiment, {few: 'with 12 cards, ms', many: 'with 300, ms'}, {times: '300 cards ÷ 12'}),
  },
  query: {
    title: 'A query at once',
    explanation:
      'A word is typed as soon as the first card is on screen. Both times start at the address. Our page reads and searches such a feed in a worker.',
    toTable: (experiment) =>
      experimentTable(experiment, {card: 'first card, ms', answer: 'answer, ms'}, {times: 'answer ÷ first card'}),
  },
};

const screenText = {phone: ', phone (412 × 823)', desktop: ', desktop (1350 × 940)'};
const experimentToMarkdown = (experiment) =>
  sectionOf(
    `**${count(experiment.size)} practices${screenText[experiment.screen] ?? ''}**`,
    kinds[experiment.kind].toTable(experiment),
  );

/** @param {string} level of the headings, such as `###` */
export const startTables = (experiments, level) =>
  sectionOf(
    ...Object.entries(kinds).flatMap(([kind, {title, explanation}]) => {
      const measured = experiments.filter((one) => one.kind === kind);
      return measured.length ? [`${level} ${title}`, explanation.trim(), ...measured.map(experimentToMarkdown)] : [];
    }),
  );

const roundsText = ([{rounds} = {}]) => (rounds === 1 ? 'one round' : `${rounds} rounds`);

const explanation = (experiments) => `
Five pages show the same feed: a search field, three facets with counts, twelve cards, and a footer of the site. The other four have fewer features:
no highlighting, no languages, no state in the address. They are measured in turn, ${roundsText(experiments)} in all, each time in a fresh context.
All answers are compressed with gzip. Times are the least, the median and the most of all rounds.
`;

export const startToMarkdown = (experiments) =>
  sectionOf('## What a visitor’s device pays', explanation(experiments).trim(), startTables(experiments, '###'));
