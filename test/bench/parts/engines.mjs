// Engines alone: build, search, heap, recall. In rounds: every engine once, then again those that are quick, so that all see the same machine.
import {bundle} from '../bundle.mjs';
import {withPage} from '../browser.mjs';
import {realSize} from '../feeds.mjs';
import {queryClasses} from '../queries.mjs';
import {createRandom, shuffle} from '../random.mjs';
import {mean, median, quantile, recallAt10} from '../statistics.mjs';

/** Milliseconds of a round for warming up, for the queries and for typing: slow engines answer the first of them only. */
const WARM_UP = 1000;
const QUERIES = 15_000;
const TYPING = 8000;
/** A measurement is made three times, but not again by an engine that has taken so many milliseconds. */
const ROUNDS = 3;
const LONG = 12_000;
/** Above so many practices it is known that these are no choice: seconds a query, or a minute and half a gigabyte to build. */
const HOPELESS_ABOVE = 10_000;
const hopeless = ['fuse-tuned', 'fuse-tokens', 'itemsjs', 'pagefind'];

const warmUpTexts = ['sustainable mobility', 'energy poverty', 'malaga', 'circular economy', 'flood risk', 'helth'];
const letterByLetter = (text) => Array.from(text, (_, i) => text.slice(0, i + 1));

/** In an order drawn by lot, but of every class one before a second of any: what slow engines answer is a fair sample. */
function mixClasses(queries, random) {
  const seen = new Map();
  const turns = shuffle(random, [...queries]).map((query) => {
    const turn = seen.get(query.class) ?? 0;
    seen.set(query.class, turn + 1);
    return {query, turn};
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({query}) => query);
}

/** Its files, served; and how long they took to make. */
async function preparePagefind(documents, files) {
  const {buildPagefind} = await import('../pagefind-index.mjs');
  const {ms, files: made} = await buildPagefind(documents);
  for (const {path, content} of made) files.set(`/pagefind/${path}`, content);
  return {buildMs: ms, heap: null};
}

/** Bytes in use after collecting garbage, typed arrays with them. */
async function weighHeap(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function measureOnce(page, name, {queries, keyStrokes}) {
  const addresses = {feed: '/feed.json', documents: '/documents.json', pagefind: '/pagefind/pagefind.js'};
  const session = await page.context().newCDPSession(page);
  const ask = (texts, budget) => page.evaluate((args) => globalThis.bench.ask(...args), [texts, budget]);
  await page.evaluate((args) => globalThis.bench.load(...args), [name, addresses]);
  const before = await weighHeap(session);
  const buildMs = await page.evaluate(() => globalThis.bench.build());
  const heap = (await weighHeap(session)) - before;
  await ask(warmUpTexts.flatMap(letterByLetter), WARM_UP);
  const texts = queries.map(({text}) => text);
  return {buildMs, heap, answers: await ask(texts, QUERIES), typed: await ask(keyStrokes, TYPING)};
}

/** Medians over the rounds, question by question; hits are the same in all of them. */
function summarize(rounds, queries, known) {
  const medians = (list) => {
    const length = Math.min(...rounds.map((round) => list(round).length));
    return Array.from({length}, (_, i) => median(rounds.map((round) => list(round)[i].ms)));
  };
  const [queryMs, typingMs] = [medians(({answers}) => answers), medians(({typed}) => typed)];
  const shares = rounds[0].answers.map(({ids}, i) => ({
    class: queries[i].class,
    share: recallAt10(ids, queries[i].expected),
  }));
  const recallOf = (isOne) => (shares.some(isOne) ? mean(shares.filter(isOne).map(({share}) => share)) : null);
  return {
    rounds: rounds.length,
    buildMs: median(rounds.map(({buildMs}) => buildMs)),
    heap: median(rounds.map(({heap}) => heap)),
    ...known,
    p50: quantile(queryMs, 0.5),
    p95: quantile(queryMs, 0.95),
    typingP50: quantile(typingMs, 0.5),
    typingP95: quantile(typingMs, 0.95),
    queries: queryMs.length,
    keyStrokes: typingMs.length,
    recall: recallOf(({class: name}) => name !== 'no hit'),
    recallByClass: queryClasses.map((name) => recallOf((one) => one.class === name)),
  };
}

async function compare(size, engines, {server, browser, feeds, seed, rounds: times = ROUNDS}) {
  const {documents, queries: made} = await feeds.inputs(size);
  server.files.set('/feed.json', feeds.text(size)).set('/documents.json', JSON.stringify(documents));
  const queries = mixClasses(made, createRandom(seed));
  const keyStrokes = queries.flatMap(({text}) => letterByLetter(text));
  const runs = engines.map(({name, title}) => ({name, title, rounds: [], ms: 0}));
  for (const run of runs)
    if (size > HOPELESS_ABOVE && hopeless.includes(run.name)) run.failure = 'hopeless at this size';
  for (let round = 0; round < times; round++)
    for (const run of runs) {
      if (run.failure || run.ms > LONG) continue;
      const start = performance.now();
      try {
        if (run.name === 'pagefind') run.known ??= await preparePagefind(documents, server.files);
        const measure = (page) => measureOnce(page, run.name, {queries, keyStrokes});
        run.rounds.push(await withPage(browser, `${server.origin}/engines.html`, measure));
      } catch (error) {
        run.failure = `not measured: ${String(error.message).split('\n')[0]}`;
      }
      run.ms += performance.now() - start;
      console.error(`  ${size}  ${run.title}  ${Math.round((performance.now() - start) / 1000)} s`);
    }
  const counts = queryClasses.map((name) => queries.filter((query) => query.class === name).length);
  return {
    size,
    isReal: size === realSize,
    classes: counts,
    queries: queries.length,
    keyStrokes: keyStrokes.length,
    engines: runs.map(({name, title, failure, rounds, known}) => ({
      name,
      title,
      ...(failure ? {failure} : summarize(rounds, queries, known)),
    })),
  };
}

export async function* measureEngines({sizes = [realSize, 1000, 10_000, 20_000], engines: names, ...context}) {
  const {server, browser} = context;
  server.files.set('/engines.js', await bundle('page/main.mjs'));
  server.files.set('/engines.html', '<!doctype html><html lang="en"><script src="/engines.js" type="module"></script>');
  const all = await withPage(browser, `${server.origin}/engines.html`, (page) =>
    page.evaluate(() => globalThis.bench.engines),
  );
  const unknown = names?.find((name) => !all.some((engine) => engine.name === name));
  if (unknown) throw new Error(`No engine is called “${unknown}”, only ${all.map(({name}) => name).join(', ')}`);
  const settings = names ? all.filter(({name}) => names.includes(name)) : all;
  const compared = [];
  for (const size of sizes) {
    compared.push(await compare(size, settings, context));
    yield {settings, sizes: compared};
  }
}
