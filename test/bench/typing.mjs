// Texts typed by real keys, and what each key costs.
import {setTimeout as sleep} from 'node:timers/promises';
import {createMeter} from './meter.mjs';

/** Milliseconds between two keys, as people type who type fast; after a text, for what waits until the typing ends. */
const RHYTHM = 60;
const PAUSE = 250;
/** In a round, so many milliseconds of typing: slow pages are given the first of the keys only. */
const BUDGET = 30_000;

/** The first text warms up and is not counted. */
const WARM_UP = 'city';

/** Presses a key, and waits for its frame and for the next key's turn. */
async function press(page, {read}, key, rest) {
  const before = await read();
  const start = performance.now();
  await page.keyboard.press(key);
  const paintMs = await page.evaluate(() => globalThis.probe.answer());
  await sleep(Math.max(0, rest - (performance.now() - start)));
  return {taskMs: (await read()) - before, paintMs};
}

/** Empties the search field. */
async function clear(page, meter) {
  await page.keyboard.press('Control+A');
  await press(page, meter, 'Backspace', PAUSE);
}

/** Clicks into the search field, and types a text that is not counted. */
async function warmUp(page, options) {
  await page.waitForFunction(() => globalThis.probe.paintedAt);
  await page.getByRole('searchbox').first().click();
  const meter = await createMeter(page, options);
  for (const key of WARM_UP) await press(page, meter, key, RHYTHM);
  await clear(page, meter);
  return meter;
}

/** Keys that change nothing: what the measurement itself costs. */
async function measureIdle(page, meter) {
  const idle = [];
  for (let i = 0; i < 10; i++) idle.push(await press(page, meter, 'Shift', RHYTHM));
  return idle;
}

/**
 * In a page with pages/probe.js. From one key to the next nothing is left out, also what was put off.
 * @returns {Promise<{keys: {taskMs: number, paintMs: number}[], idle: {taskMs: number, paintMs: number}[]}>}
 */
export async function typeTexts(page, texts, options) {
  const meter = await warmUp(page, options);
  const idle = await measureIdle(page, meter);
  const keys = [];
  const end = performance.now() + BUDGET;
  for (const text of texts) {
    for (const [i, key] of [...text].entries()) {
      if (performance.now() > end) return {keys, idle};
      keys.push(await press(page, meter, key, i === text.length - 1 ? PAUSE : RHYTHM));
    }
    await clear(page, meter);
  }
  return {keys, idle};
}

/**
 * Presses each letter twice: with the first cards on screen, and after the visitor has asked for more until there are `cards`.
 * @returns {Promise<{few: number[], many: number[], idle: {taskMs: number, paintMs: number}[]}>} milliseconds of each letter
 */
export async function typeBelowManyCards(page, {letters, cards}, options) {
  const meter = await warmUp(page, options);
  const idle = await measureIdle(page, meter);
  const [few, many] = [[], []];
  for (const letter of letters)
    for (const [costs, isMore] of [
      [few, false],
      [many, true],
    ]) {
      if (isMore) await showMore(page, cards);
      await page.getByRole('searchbox').first().click();
      costs.push((await press(page, meter, letter, PAUSE)).taskMs);
      await clear(page, meter);
    }
  return {few, many, idle};
}

async function showMore(page, cards) {
  while ((await page.getByRole('article').count()) < cards)
    await page.getByRole('button', {name: /^Show more practices/}).click();
  await sleep(PAUSE);
}
