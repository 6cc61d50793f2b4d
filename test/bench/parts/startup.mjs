// From an address to an answer: the script, the first cards, the first query, and what held the main thread meanwhile.
import {setTimeout as sleep} from 'node:timers/promises';
import {withPage} from '../browser.mjs';
import {median} from '../statistics.mjs';
import {inRounds, serveWidgets, summarizeAny, widgets, withWidget} from '../widgets.mjs';

/** Typed as soon as there are cards. */
const KEY = 's';
const EVALUATIONS = 7;
/** Milliseconds after which a page is taken for broken. */
const PATIENCE = 120_000;

/** Milliseconds to compile and run a script that is in memory; no widget is in that page. */
async function evaluate({browser, server}, {script}) {
  const times = [];
  const measure = async (page) =>
    times.push(
      await page.evaluate(async (address) => {
        const textContent = await (await fetch(address)).text();
        const element = Object.assign(document.createElement('script'), {textContent});
        const start = performance.now();
        document.head.append(element);
        return performance.now() - start;
      }, script),
    );
  for (let i = 0; i < EVALUATIONS; i++) await withPage(browser, `${server.origin}/empty.html`, measure);
  return median(times);
}

/** A key is pressed in the frame that shows the first cards. */
async function start(context, widget, size) {
  let handleAnswer;
  const answered = new Promise((resolve) => (handleAnswer = resolve));
  const prepare = (page) =>
    page.exposeFunction('handlePainted', async () => {
      await page.getByRole('searchbox').first().focus();
      const before = await page.evaluate(() => performance.now());
      await page.keyboard.press(KEY);
      await page.evaluate(() => globalThis.probe.answer());
      handleAnswer({before, at: await page.evaluate(() => performance.now())});
    });
  const use = async (page) => {
    const broken = sleep(PATIENCE, null, {ref: false}).then(() => {
      throw new Error(`${widget.title} gave no answer`);
    });
    const {before, at} = await Promise.race([answered, broken]);
    await sleep(500);
    const {loadedAt, parsedAt, paintedAt, longTasks} = await page.evaluate(() => globalThis.probe);
    const loadEventEnd = await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
    const afterLoad = longTasks.filter(({startTime}) => startTime >= loadEventEnd);
    const since = parsedAt || loadedAt;
    return {
      painted: paintedAt,
      paintedSinceParsed: paintedAt - since,
      read: loadedAt - since,
      waited: at - before,
      answered: at,
      answeredSinceParsed: at - since,
      longest: Math.max(0, ...afterLoad.map(({duration}) => duration)),
      isParsedElsewhere: Number(!parsedAt),
    };
  };
  return withWidget(context, widget, size, use, prepare);
}

/** The median of each figure. */
const summarize = (rounds) => ({
  rounds: rounds.length,
  ...Object.fromEntries(Object.keys(rounds[0]).map((name) => [name, median(rounds.map((round) => round[name]))])),
});

export async function* measureStartup({sizes: given, rounds: times = 5, ...context}) {
  const sizes = given ?? [1000, 10_000, 20_000];
  await serveWidgets(context.server, context.feeds, sizes);
  context.server.files.set('/empty.html', '<!doctype html><html lang="en">');
  const scripts = [];
  for (const widget of widgets)
    scripts.push({name: widget.name, title: widget.title, ms: await evaluate(context, widget)});
  const measured = [];
  for (const size of sizes) {
    const chosen = size > 10_000 ? widgets.filter(({name}) => name === 'ours') : widgets;
    const options = {rounds: times, budget: 15_000, label: `${size}`};
    const rounds = await inRounds(chosen, options, (widget) => start(context, widget, size));
    measured.push({
      size,
      widgets: chosen.map(({name, title}) => ({name, title, ...summarizeAny(rounds.get(name), summarize)})),
    });
    yield {scripts, sizes: measured};
  }
}
