// What the device of a visitor pays, on our page and on others beside it: until the first card, on a slow phone, for each key, and for a first query.
import {setTimeout as sleep} from 'node:timers/promises';
import {join} from 'node:path';
import {realSize} from '../feeds.mjs';
import {createMeter} from '../meter.mjs';
import {median, quantile} from '../statistics.mjs';
import {typeBelowManyCards, typeTexts} from '../typing.mjs';
import {inRounds, pickWidgets, serveWidgets, withWidget} from '../widgets.mjs';

const cardProbe = join(import.meta.dirname, '../pages/card-probe.js');

const pages = pickWidgets('ours', 'minisearch-lit', 'instantsearch-itemsjs', 'itemsjs-vue', 'listjs');
const [ours, peer] = pages;

const SMALL = realSize;
const MEDIUM = 1000;
const LARGE = 10_000;

const screens = {phone: {width: 412, height: 823}, desktop: {width: 1350, height: 940}};
const SLOWDOWN = 4;
/** “Slow 4G” as Lighthouse applies it in DevTools; kilobits of 1,024 bits. */
const bytesPerSecond = (kilobits) => (kilobits * 1024) / 8;
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: bytesPerSecond(1474.56),
  uploadThroughput: bytesPerSecond(675),
};
/** Milliseconds after the first card in which long tasks and layout shifts still count. */
const AFTERWARDS = 2500;
const LONG_TASK = 50;
/** Milliseconds after which a page is taken for broken. */
const PATIENCE = 180_000;

/** One text of each of these classes is typed. */
const CLASSES = ['exact', 'prefix', 'typo', 'two words'];
const MANY = {letters: ['s', 'c', 'm'], cards: 300};
/** CPU of the thread itself: other programs run beside the measurement. */
const OWN_CPU = {timeDomain: 'threadTicks'};

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** Opens the page of a widget and hands it over when its first card is on screen, with the CPU that it took until then. */
async function withFirstCard(context, widget, size, {screen, isSlow = false}, use) {
  let card;
  const prepare = async (page) => {
    if (screen) await page.setViewportSize(screens[screen]);
    await page.addInitScript({path: cardProbe});
    const meter = await createMeter(page, {...OWN_CPU, slowdown: isSlow ? SLOWDOWN : 1});
    if (isSlow) {
      await meter.session.send('Network.enable');
      await meter.session.send('Network.emulateNetworkConditions', slow4g);
    }
    card = meter.until('first card');
  };
  const handlePage = async (page) => {
    const broken = sleep(PATIENCE, null, {ref: false}).then(() => {
      throw new Error('no card came');
    });
    return use(page, await Promise.race([card, broken]));
  };
  return withWidget(context, widget, size, handlePage, prepare);
}

const countCpu = ({context, widget, size}) =>
  withFirstCard(context, widget, size, {screen: 'phone'}, (_, cpu) => ({cpu}));

/** What a visitor with a slow phone or a slow computer feels. */
const startSlowly = ({context, widget, size, screen}) =>
  withFirstCard(context, widget, size, {screen, isSlow: true}, async (page) => {
    await sleep(AFTERWARDS);
    const {cardAt, longTasks, shift, bytes} = await page.evaluate(() => ({
      ...globalThis.cardProbe,
      bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
        ({encodedBodySize}) => encodedBodySize,
      ),
    }));
    const counted = longTasks.filter(({startTime}) => startTime < cardAt + AFTERWARDS);
    return {
      card: cardAt,
      blocking: sum(counted.map(({duration}) => duration - LONG_TASK)),
      bytes: sum(bytes),
      shift,
    };
  });

/** Of costs of keys, those of a key that does nothing are subtracted. */
function withoutIdle(costs, idle) {
  const nothing = median(idle.map(({taskMs}) => taskMs));
  return costs.map((ms) => Math.max(0, ms - nothing));
}

const typeKeys = ({context, widget, size, texts}) =>
  withWidget(context, widget, size, async (page) => {
    const {keys, idle} = await typeTexts(page, texts, OWN_CPU);
    const costs = withoutIdle(
      keys.map(({taskMs}) => taskMs),
      idle,
    );
    return {p50: quantile(costs, 0.5), p95: quantile(costs, 0.95)};
  });

const typeBelowMany = ({context, widget, size}) =>
  withWidget(context, widget, size, async (page) => {
    const {few, many, idle} = await typeBelowManyCards(page, MANY, OWN_CPU);
    const [fewMs, manyMs] = [few, many].map((costs) => median(withoutIdle(costs, idle)));
    return {few: fewMs, many: manyMs, times: manyMs / fewMs};
  });

/** Milliseconds from the address to the first card, and to the answer to what is typed then. */
const askAtOnce = ({context, widget, size, texts: [text]}) =>
  withFirstCard(context, widget, size, {}, async (page) => {
    await page.getByRole('searchbox').first().focus();
    await page.keyboard.type(text);
    const {card, answer} = await page.evaluate(async () => {
      await globalThis.probe.answer();
      return {card: globalThis.cardProbe.cardAt, answer: performance.now()};
    });
    return {card, answer, times: answer / card};
  });

/** Of each figure the least, the median and the most of all rounds. */
const summarize = (rounds) =>
  Object.fromEntries(
    Object.keys(rounds[0]).map((name) => {
      const values = rounds.map((round) => round[name]);
      return [name, {min: Math.min(...values), median: median(values), max: Math.max(...values)}];
    }),
  );

/** All that is measured, in this order: of which pages, with how many practices, and how. */
const experiments = [
  ...[SMALL, MEDIUM].map((size) => ({kind: 'cpu', size, widgets: pages, measure: countCpu})),
  ...[
    {size: SMALL, screen: 'phone'},
    {size: SMALL, screen: 'desktop'},
    {size: MEDIUM, screen: 'phone'},
  ].map((setting) => ({kind: 'slow', ...setting, widgets: pages, measure: startSlowly})),
  ...[SMALL, MEDIUM].map((size) => ({
    kind: 'typing',
    size,
    widgets: [ours, peer],
    measure: typeKeys,
    classes: CLASSES,
  })),
  {kind: 'many', size: MEDIUM, widgets: [ours], measure: typeBelowMany},
  {kind: 'query', size: LARGE, widgets: [ours, peer], measure: askAtOnce, classes: ['exact']},
];

export async function* measureStart({sizes, rounds: times = 5, ...context}) {
  const chosen = experiments.filter(({size}) => !sizes || sizes.includes(size));
  await serveWidgets(context.server, context.feeds, new Set(chosen.map(({size}) => size)), pages);
  const measured = [];
  for (const {kind, size, screen, widgets, measure, classes = []} of chosen) {
    const queries = classes.length ? (await context.feeds.inputs(size)).queries : [];
    const texts = classes.map((name) => queries.find((query) => query.class === name).text);
    const options = {rounds: times, budget: Infinity, label: [kind, size, screen].filter(Boolean).join(' ')};
    const rounds = await inRounds(widgets, options, (widget) => measure({context, widget, size, screen, texts}));
    measured.push({
      kind,
      size,
      screen,
      rounds: times,
      widgets: widgets.map(({name, title}) => {
        const results = rounds.get(name);
        return {name, title, ...(results.length ? summarize(results) : {failure: 'came to no end'})};
      }),
    });
    yield measured;
  }
}
