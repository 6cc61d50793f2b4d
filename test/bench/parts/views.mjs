// The views beside the cards: what switching to one costs the main thread, and what a letter costs on a page that offers them.
import {setTimeout as sleep} from 'node:timers/promises';
import {createMeter} from '../meter.mjs';
import {median} from '../statistics.mjs';
import {inRounds, pickWidgets, serveWidgets, withWidget} from '../widgets.mjs';

const pages = pickWidgets('ours', 'ours-views');
const TABS = ['Map', 'Statistics', 'Cards'];
/** Typed and removed again, in turn. */
const LETTERS = ['s', 'c', 'm', 'p', 'e'];
/** Milliseconds after each step, for what is put off. */
const PAUSE = 400;

/** The CPU of the main thread for each step, the first of each kind left out: it loads what the others use. */
async function measureSteps(page) {
  await page.waitForFunction(() => globalThis.probe.paintedAt);
  const meter = await createMeter(page, {timeDomain: 'threadTicks'});
  const costs = {};
  const step = async (name, act) => {
    const before = await meter.read();
    await act();
    await page.evaluate(() => globalThis.probe.answer());
    await sleep(PAUSE);
    (costs[name] ??= []).push((await meter.read()) - before);
  };
  const field = page.getByRole('searchbox').first();
  for (const letter of LETTERS) {
    await field.click();
    await step('letter', () => page.keyboard.press(letter));
    await page.keyboard.press('Backspace');
    await sleep(PAUSE);
    for (const name of TABS) {
      const tab = page.getByRole('tab', {name});
      if (await tab.count()) await step(name, () => tab.click());
    }
  }
  return Object.fromEntries(Object.entries(costs).map(([name, list]) => [name, list.slice(1)]));
}

export async function* measureViews({sizes, rounds: given = 3, ...context}) {
  const measured = [];
  for (const size of sizes ?? [1000, 10_000]) {
    await serveWidgets(context.server, context.feeds, [size], pages);
    const rounds = await inRounds(pages, {rounds: given, budget: 60_000, label: String(size)}, (widget) =>
      withWidget(context, widget, size, measureSteps),
    );
    const medianOf = (widget, name) => median(rounds.get(widget).flatMap((costs) => costs[name] ?? []));
    measured.push({
      size,
      rounds: given,
      letter: medianOf('ours', 'letter'),
      letterWithViews: medianOf('ours-views', 'letter'),
      tabs: TABS.map((name) => ({name, ms: medianOf('ours-views', name)})),
    });
    yield measured;
  }
}
