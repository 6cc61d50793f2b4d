// The comparison of engines, from feeds to results.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {format} from 'oxfmt';
import {runnerImport} from 'vite';
import {bundlePage} from './bundle.mjs';
import {generateFeed} from './feed.mjs';
import {launch, measureEngine, withPage} from './measure.mjs';
import {makeQueries} from './queries.mjs';
import {createRandom, shuffle} from './random.mjs';
import {summarize, toMarkdown} from './report.mjs';
import {startServer} from './server.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const realFeed = readJson(join(root, 'demo/practices.json'));
export const realSize = realFeed.practices.length;

/** Typed before anything is measured. */
const warmUpTexts = ['sustainable mobility', 'energy poverty', 'malaga', 'circular economy', 'flood risk', 'helth'];
const letterByLetter = (text) => Array.from(text, (_, i) => text.slice(0, i + 1));

/** The feed of a size: the demo's own, or as many generated practices; and all that is asked of it. */
async function prepare(size, seed, files) {
  const json = size === realSize ? realFeed : generateFeed(size, seed);
  const text = JSON.stringify(json);
  mkdirSync(join(here, 'data'), {recursive: true});
  writeFileSync(join(here, 'data', `feed-${size}.json`), text);
  const options = {root: here, configFile: false, logLevel: 'error'};
  const {module} = await runnerImport(join(here, 'documents.mjs'), options);
  const documents = module.toDocuments(module.readFeed(json, 'https://practices.example/feed.json'));
  files.set('/feed.json', text).set('/documents.json', JSON.stringify(documents));
  const queries = makeQueries(documents, seed);
  // in an order drawn by lot: slow engines answer the first only
  const keyStrokes = shuffle(
    createRandom(seed),
    queries.map((query) => query.text),
  ).flatMap(letterByLetter);
  return {documents, queries, keyStrokes, warmUps: warmUpTexts.flatMap(letterByLetter)};
}

/** Its files, served; and how long they took to make. */
async function preparePagefind(documents, files) {
  const {buildPagefind} = await import('./pagefind-index.mjs');
  const {ms, files: made} = await buildPagefind(documents);
  for (const {path, content} of made) files.set(`/pagefind/${path}`, content);
  return {buildMs: ms, heap: NaN};
}

async function compare(size, {engines, seed, server, browser}) {
  const {files, origin} = server;
  const inputs = await prepare(size, seed, files);
  const addresses = {feed: '/feed.json', documents: '/documents.json', pagefind: '/pagefind/pagefind.js'};
  const measurements = [];
  for (const engine of engines) {
    const start = performance.now();
    try {
      const known = engine.name === 'pagefind' ? await preparePagefind(inputs.documents, files) : {};
      const measured = await measureEngine(browser, origin, engine.name, addresses, inputs);
      measurements.push({engine, ...measured, ...known});
    } catch (error) {
      measurements.push({engine, failure: String(error.message).split('\n')[0]});
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    console.error(`  ${size.toLocaleString('en')}  ${engine.title}  ${seconds} s`);
  }
  return {
    title: `${size.toLocaleString('en')} ${size === realSize ? 'real practices, the demo’s' : 'generated practices'}`,
    size,
    measurements,
    queries: inputs.queries,
    keyStrokes: inputs.keyStrokes.length,
    facets: await withPage(browser, origin, (page) =>
      page.evaluate((args) => globalThis.bench.facets(...args), [addresses, seed]),
    ),
  };
}

async function writeResults(text) {
  const path = join(here, 'results.md');
  // as `npm run format` would, or the check would fail
  const {code} = await format(path, text, readJson(join(root, 'test/setup/oxfmtrc.json')));
  writeFileSync(path, code);
}

/**
 * Prints a table for every size, and writes results.md where no engine was left out.
 * @param {object} options
 * @param {number[]} options.sizes
 * @param {string[]} [options.names] of engines; all where it is left out
 * @param {number} options.seed of the feeds and the queries
 */
export async function bench({sizes, names, seed}) {
  const [server, browser, script] = await Promise.all([startServer(), launch(), bundlePage()]);
  try {
    server.files.set('/page.js', script);
    server.files.set('/page.html', '<!doctype html><html lang="en"><script type="module" src="/page.js"></script>');
    const all = await withPage(browser, server.origin, (page) => page.evaluate(() => globalThis.bench.engines));
    const unknown = names?.find((name) => !all.some((engine) => engine.name === name));
    if (unknown) throw new Error(`No engine is called “${unknown}”, only ${all.map(({name}) => name).join(', ')}`);
    const engines = names ? all.filter(({name}) => names.includes(name)) : all;
    const results = [];
    for (const size of sizes) {
      results.push(await compare(size, {engines, seed, server, browser}));
      console.log(`\n${summarize(results.at(-1))}\n`);
    }
    if (names) return;
    const versions = readJson(join(here, 'package.json')).dependencies;
    const day = new Date().toISOString().slice(0, 10);
    const environment = `On ${day}, on ${availableParallelism()} cores, in Chromium ${browser.version()}, with the seed ${seed}`;
    await writeResults(toMarkdown({results, environment, versions, engines}));
  } finally {
    await browser.close();
    server.close();
  }
}
