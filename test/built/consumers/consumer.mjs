// Installs the packed package in an app, builds the app, serves it, and opens it in Chromium.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {convert} from '../../../dist/node/index.js';
import {eventually, launch, serveFolder} from '../../support/page-harness.mjs';
import {readResults, resultsFile} from './consumers.mjs';

const root = join(import.meta.dirname, '../../..');
const {messages: french} = JSON.parse(readFileSync(join(root, 'src/i18n/locales/fr.json'), 'utf8'));

/** Runs a program to its end. @returns what it printed. @throws with that if it fails */
export async function run(command, args, cwd) {
  const child = spawn(command, args, {cwd, shell: process.platform === 'win32', env: cleanEnv()});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = await once(child, 'close');
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${output}`);
  return output;
}

/** Without what npm and the test runner set for their own programs, and without reports to anybody. */
function cleanEnv() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|NODE_(?:ENV|TEST_CONTEXT|OPTIONS)|TIER|VITE_)/.test(name),
  );
  return {...Object.fromEntries(own), CI: 'true', NEXT_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1'};
}

/** Packs the package into a folder. @returns {Promise<string>} the path of the tarball */
async function pack(folder) {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
}

/** A feed over 5 MB, in the widget's own format. */
const largeFeed = () =>
  JSON.stringify({
    version: '1',
    title: 'Many practices',
    practices: Array.from({length: 1500}, (_, i) => ({
      id: `practice-${i}`,
      title: i === 1499 ? 'A needle in Manchester' : `Practice ${i}`,
      country: ['ES', 'FR', 'GB', 'NO'][i % 4],
      sections: [{text: `music school garden theatre ${i} `.repeat(120)}],
    })),
  });

/** Opens the app, and collects what fails on the way. */
async function open(browser, address) {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  const failures = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on(
    'response',
    (response) => response.status() >= 400 && failures.push(`${response.status()} ${response.url()}`),
  );
  page.on('requestfailed', (request) => failures.push(`${request.failure()?.errorText} ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.goto(address);
  return {page, failures};
}

/** What each app must do with a table of 180 practices, on a page in French. */
async function useSmallFeed({page, failures}) {
  await eventually(async () => assert.match(await page.locator('[part=count]').innerText(), /^180 pratiques/));
  // The app has set `hitsPerPage`. The first frame has fewer cards.
  await eventually(async () => assert.equal(await page.getByRole('article').count(), 5));

  const title = await page.getByRole('article').first().getByRole('heading').first().innerText();
  await page
    .getByRole('button', {name: new RegExp(`^${french.readMore}`)})
    .first()
    .click();
  await page.getByRole('heading', {name: french.similar}).waitFor();
  // The app shows what it has heard by `gpb-opened`.
  await eventually(async () => assert.equal(await page.locator('output').textContent(), title));

  await page.getByRole('button', {name: french.download, exact: true}).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', {name: french.asCsv}).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  assert.ok(saved.startsWith('\uFEFF"id","title","city","country"'));
  assert.deepEqual(failures, []);
}

/** @returns whether a worker has read the feed */
async function useLargeFeed({page, failures}) {
  await eventually(async () => assert.match(await page.locator('[part=count]').innerText(), /^1\s500 pratiques/));
  await page.getByRole('searchbox').fill('needel manchster');
  await eventually(async () =>
    assert.match(await page.getByRole('article').first().innerText(), /A needle in Manchester/),
  );
  assert.deepEqual(failures, []);
  return page.workers().length > 0;
}

/** `vite dev`, which gets the feed from our server. */
async function startDevServer(app, feedOrigin) {
  const args = ['node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'];
  const child = spawn(process.execPath, args, {cwd: app, env: {...cleanEnv(), FEED_ORIGIN: feedOrigin, NO_COLOR: '1'}});
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const address = await eventually(() => {
    const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
    assert.ok(found, output);
    return found;
  });
  return {address, close: () => child.kill()};
}

/** Every file of a folder that is text. */
const textFiles = (folder) =>
  readdirSync(folder, {recursive: true})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.(?:[cm]?js|css|html|json|txt|map)$/.test(path));

/** Declares the tests of one consumer. */
export function testConsumer(consumer) {
  const {id, name, output, prerendered, worker} = consumer;
  describe(`${name}`, () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'gpb-consumer-'));
    const app = join(folder, 'app');
    let browser;
    let server;
    let feed;
    let table;
    let usesWorker;
    let declared = 0;
    let passed = 0;
    const fact = (text, assertion) => {
      declared++;
      it(text, async () => {
        await assertion();
        passed++;
      });
    };

    before(async () => {
      table = (await convert(join(root, 'demo/practices.json'), {to: 'csv'})).text;
      feed = table;
      browser = await launch();
    });
    after(async () => {
      server?.close();
      await browser?.close();
      if (process.env.RECORD && passed === declared) record(consumer, app, usesWorker);
      if (!process.env.KEEP) rmSync(folder, {recursive: true, force: true});
      else console.log(folder);
    });

    fact('installs, checks its types and builds', async () => {
      cpSync(join(import.meta.dirname, 'apps', id), app, {recursive: true});
      await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', await pack(folder)], app);
      await run('npm', ['run', 'build'], app);
      assert.ok(existsSync(join(app, output, 'index.html')));
      server = await serveFolder(join(app, output));
      server.answers.set('/favicon.ico', {status: 204}).set('/practices', (_, response) => response.end(feed));
    });

    fact('has no path of the machine that built it', () => {
      for (const path of textFiles(join(app, output))) {
        const text = readFileSync(path, 'utf8');
        for (const place of [folder, root]) {
          const index = text.indexOf(place);
          assert.ok(index < 0, `${path}: ${text.slice(index, index + 200)}`);
        }
      }
    });

    if (prerendered)
      fact('has the fallback content in the page before any script runs', () => {
        const html = readFileSync(join(app, output, 'index.html'), 'utf8');
        const [, inside] = /<good-practice-browser[^>]*>([^]*?)<\/good-practice-browser>/.exec(html) ?? [];
        assert.ok(inside?.includes(prerendered), html);
      });

    fact('shows a table in French, with similar practices and the download', async () => {
      await useSmallFeed(await open(browser, `${server.origin}/`));
    });

    fact(`reads a feed over 5 MB ${worker ? 'in a worker' : 'on the main thread'}`, async () => {
      feed = largeFeed();
      assert.ok(feed.length > 5_000_000);
      usesWorker = await useLargeFeed(await open(browser, `${server.origin}/`));
      assert.equal(usesWorker, worker);
    });

    if (id === 'vite')
      fact('does the same in the dev server', async () => {
        const dev = await startDevServer(app, server.origin);
        try {
          feed = table;
          await useSmallFeed(await open(browser, dev.address));
          feed = largeFeed();
          assert.equal(await useLargeFeed(await open(browser, dev.address)), worker);
        } finally {
          dev.close();
        }
      });
  });
}

/** Writes which versions have passed, for docs/frameworks.md. */
function record({id}, app, worker) {
  const {dependencies = {}, devDependencies = {}} = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  const names = Object.keys({...dependencies, ...devDependencies}).filter((name) => name !== 'good-practice-browser');
  const versionOf = (name) => JSON.parse(readFileSync(join(app, 'node_modules', name, 'package.json'), 'utf8')).version;
  const results = {
    ...readResults(),
    [id]: {
      date: new Date().toISOString().slice(0, 10),
      worker,
      versions: Object.fromEntries(names.map((name) => [name, versionOf(name)])),
    },
  };
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(resultsFile, `${JSON.stringify(sorted, null, 2)}\n`);
}
