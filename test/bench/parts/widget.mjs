// Whole widgets under real keys: what a keystroke costs the main thread, and when its results are on screen.
import {setTimeout as sleep} from 'node:timers/promises';
import {median, quantile} from '../statistics.mjs';
import {inRounds, serveWidgets, summarizeAny, widgets, withWidget} from '../widgets.mjs';

/** One text of each of these classes is typed. */
const CLASSES = [
  'exact',
  'prefix',
  'typo',
  'two words',
  'two words, one misspelt',
  'phrase',
  'accents left out',
  'deep in the text',
];
/** Milliseconds between two keys, as people type who type fast; after a text, for what waits until the typing ends. */
const RHYTHM = 60;
const PAUSE = 250;
/** In a round, so many milliseconds of typing: slow pages are given the first of the keys only. */
const BUDGET = 30_000;
const FRAME = 1000 / 60;

/** The first text warms up and is not counted. */
const WARM_UP = 'city';

/**
 * Milliseconds of all tasks of the page's main thread until now, and since `before`: script, style, layout, paint, garbage, whatever it is.
 * From one key to the next nothing is left out, also what was put off.
 */
async function createMeter(page, slowdown) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  return async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return metrics.find(({name}) => name === 'TaskDuration').value * 1000;
  };
}

/** Presses a key, and waits for its frame and for the next key's turn. */
async function press(page, readTaskMs, key, rest) {
  const before = await readTaskMs();
  const start = performance.now();
  await page.keyboard.press(key);
  const paintMs = await page.evaluate(() => globalThis.probe.answer());
  await sleep(Math.max(0, rest - (performance.now() - start)));
  return {taskMs: (await readTaskMs()) - before, paintMs};
}

async function typeTexts(page, texts, slowdown) {
  await page.waitForFunction(() => globalThis.probe.paintedAt);
  await page.getByRole('searchbox').first().click();
  const readTaskMs = await createMeter(page, slowdown);
  const keys = [];
  // a key that changes nothing: what the measurement itself costs
  const idle = [];
  for (let i = 0; i < 10; i++) idle.push(await press(page, readTaskMs, 'Shift', RHYTHM));
  let end = Infinity;
  for (const text of [WARM_UP, ...texts]) {
    for (const [i, key] of [...text].entries()) {
      if (performance.now() > end) return {keys, idle};
      const pressed = await press(page, readTaskMs, key, i === text.length - 1 ? PAUSE : RHYTHM);
      if (text !== WARM_UP) keys.push(pressed);
    }
    if (text === WARM_UP) end = performance.now() + BUDGET;
    await page.keyboard.press('Control+A');
    await press(page, readTaskMs, 'Backspace', RHYTHM);
  }
  return {keys, idle};
}

/** Medians over the rounds, key by key. */
function summarize(rounds) {
  const medians = (list) => {
    const length = Math.min(...rounds.map((round) => round.keys.length));
    return Array.from({length}, (_, i) => median(rounds.map(({keys}) => list(keys[i]))));
  };
  const [taskMs, paintMs] = [medians((key) => key.taskMs), medians((key) => key.paintMs)];
  return {
    rounds: rounds.length,
    keys: taskMs.length,
    taskP50: quantile(taskMs, 0.5),
    taskP95: quantile(taskMs, 0.95),
    paintP50: quantile(paintMs, 0.5),
    paintP95: quantile(paintMs, 0.95),
    framesP95: Math.ceil(quantile(paintMs, 0.95) / FRAME),
    withinTwoFrames: paintMs.filter((ms) => ms <= 2 * FRAME).length / paintMs.length,
    idle: median(rounds.flatMap(({idle}) => idle.map(({taskMs: ms}) => ms))),
  };
}

const allSettings = [
  {size: 1000, slowdown: 1},
  {size: 1000, slowdown: 4},
  {size: 10_000, slowdown: 1},
  {size: 20_000, slowdown: 1, names: ['ours']},
];

export async function* measureWidget({sizes, ...context}) {
  const settings = sizes
    ? sizes.flatMap((size) => allSettings.filter((setting) => setting.size === size))
    : allSettings;
  await serveWidgets(context.server, context.feeds, new Set(settings.map(({size}) => size)));
  const measured = [];
  for (const {size, slowdown, names} of settings) {
    const {queries} = await context.feeds.inputs(size);
    const texts = CLASSES.flatMap((name) => queries.find((query) => query.class === name)?.text ?? []);
    const chosen = names ? widgets.filter(({name}) => names.includes(name)) : widgets;
    const label = `${size}${slowdown > 1 ? `, CPU ÷ ${slowdown}` : ''}`;
    const rounds = await inRounds(chosen, {rounds: 3, budget: 35_000, label}, (widget) =>
      withWidget(context, widget, size, (page) => typeTexts(page, texts, slowdown)),
    );
    measured.push({
      size,
      slowdown,
      keys: texts.join('').length,
      widgets: chosen.map(({name, title}) => ({name, title, ...summarizeAny(rounds.get(name), summarize)})),
    });
    yield measured;
  }
}
