// All parts of the bench, one after the other; what is measured is written at once, so that a stopped run leaves what it has.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism, cpus} from 'node:os';
import {join} from 'node:path';
import {format} from 'oxfmt';
import {launch} from './browser.mjs';
import {createFeeds} from './feeds.mjs';
import {measureBytes} from './parts/bytes.mjs';
import {measureCluster} from './parts/cluster.mjs';
import {measureEngines} from './parts/engines.mjs';
import {measureFacets} from './parts/facets.mjs';
import {measureMeaning} from './parts/meaning.mjs';
import {measureOwnFacets} from './parts/own-facets.mjs';
import {measureStart} from './parts/start.mjs';
import {measureStartup} from './parts/startup.mjs';
import {measureViews} from './parts/views.mjs';
import {measureWidget} from './parts/widget.mjs';
import {toMarkdown} from './report/report.mjs';
import {readResults} from './results.mjs';
import {startServer} from './server.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');

/** Each gives what it has so far, again and again. */
const parts = {
  start: measureStart,
  engines: measureEngines,
  widget: measureWidget,
  startup: measureStartup,
  facets: measureFacets,
  'own-facets': measureOwnFacets,
  meaning: measureMeaning,
  views: measureViews,
  bytes: measureBytes,
  cluster: measureCluster,
};
export const partNames = Object.keys(parts);

async function write(folder, results) {
  const path = join(folder, 'results.md');
  // as `npm run format` would, or the check would fail
  const options = JSON.parse(readFileSync(join(root, 'scripts/lint/oxfmtrc.json'), 'utf8'));
  for (const [name, text] of [
    [path, toMarkdown(results)],
    [join(folder, 'results.json'), JSON.stringify(results)],
  ]) {
    const {code} = await format(name, text, options);
    writeFileSync(name, code);
  }
}

/**
 * Writes results.json (the figures), results.md (the same to read) and the tables of the docs.
 * @param {object} options
 * @param {string[]} options.only the parts to measure; the others stay as they are
 * @param {number[]} [options.sizes] numbers of practices, where they are not to be each part's own
 * @param {string[]} [options.engines] names of those to compare; all where it is left out
 * @param {number} [options.rounds] how often each page is measured, where it is not to be each part's own number
 * @param {number} options.seed of the feeds and the queries
 * @param {boolean} options.isTrial whether the results go to data/, which nobody keeps
 * @param {string} options.command as it was called
 */
export async function bench({only, isTrial, command, ...options}) {
  const folder = isTrial ? join(here, 'data') : here;
  mkdirSync(folder, {recursive: true});
  const results = readResults(folder);
  const [server, browser] = await Promise.all([startServer(), launch()]);
  const feeds = createFeeds(options.seed);
  try {
    for (const name of only) {
      const start = performance.now();
      console.error(name);
      for await (const figures of parts[name]({...options, server, browser, feeds})) {
        const date = new Date().toISOString().slice(0, 10);
        const seconds = Math.round((performance.now() - start) / 1000);
        const machine = {cpu: cpus()[0]?.model, cores: availableParallelism()};
        const environment = {date, ...machine, chromium: browser.version(), seed: options.seed};
        results[name] = {environment: {...environment, command, seconds}, figures};
        await write(folder, results);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log(readFileSync(join(folder, 'results.md'), 'utf8'));
  if (!isTrial) spawnSync(process.execPath, ['scripts/docs.mjs'], {cwd: root, stdio: 'inherit'});
}
