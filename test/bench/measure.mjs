// Drives pages that measure: a fresh one for every engine and round, so that none inherits memory or compiled code.
import {chromium} from 'playwright-core';
import * as browsers from '../setup/browsers.mjs';
import {median} from './statistics.mjs';

/** Milliseconds that are spent on warming up, and on typing: slow engines answer the first of the key strokes only. */
const WARM_UP = 1000;
const TYPING = 30_000;
/** A measurement is made three times, but not again once it has taken so many milliseconds. */
const ROUNDS = 3;
const LONG = 40_000;

export const launch = async () =>
  chromium.launch({executablePath: await browsers.chromium(), args: browsers.chromiumArgs});

export async function withPage(browser, origin, use) {
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/page.html`);
    await page.waitForFunction(() => globalThis.bench);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Bytes in use after collecting garbage, typed arrays with them. */
async function weighHeap(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function measureOnce(page, name, addresses, {queries, keyStrokes, warmUps}) {
  const session = await page.context().newCDPSession(page);
  const ask = (texts, budget) => page.evaluate((args) => globalThis.bench.ask(...args), [texts, budget]);
  await page.evaluate((args) => globalThis.bench.load(...args), [name, addresses]);
  const before = await weighHeap(session);
  const buildMs = await page.evaluate(() => globalThis.bench.build());
  const heap = (await weighHeap(session)) - before;
  await ask(warmUps, WARM_UP);
  const answers = await ask(queries.map(({text}) => text));
  const typed = await ask(keyStrokes, TYPING);
  return {buildMs, heap, answers, typed};
}

/** Medians over the rounds; `ids` are those of the first, since they are the same in all. */
export async function measureEngine(browser, origin, name, addresses, inputs) {
  const rounds = [];
  const start = performance.now();
  do {
    rounds.push(await withPage(browser, origin, (page) => measureOnce(page, name, addresses, inputs)));
  } while (rounds.length < ROUNDS && performance.now() - start < LONG);
  const medians = (list) => {
    const length = Math.min(...rounds.map((round) => list(round).length));
    return Array.from({length}, (_, i) => median(rounds.map((round) => list(round)[i].ms)));
  };
  return {
    rounds: rounds.length,
    buildMs: median(rounds.map(({buildMs}) => buildMs)),
    heap: median(rounds.map(({heap}) => heap)),
    ids: rounds[0].answers.map(({ids}) => ids),
    queryMs: medians(({answers}) => answers),
    typingMs: medians(({typed}) => typed),
  };
}
