// Whole widgets under real keys: what a keystroke costs the main thread, and when its results are on screen.
import {median, quantile} from '../statistics.mjs';
import {typeTexts} from '../typing.mjs';
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
const FRAME = 1000 / 60;

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

export async function* measureWidget({sizes, rounds: given = 3, ...context}) {
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
    const rounds = await inRounds(chosen, {rounds: given, budget: 35_000, label}, (widget) =>
      withWidget(context, widget, size, (page) => typeTexts(page, texts, {slowdown})),
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
