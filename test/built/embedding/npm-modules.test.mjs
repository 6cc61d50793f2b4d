// What npm installs, in a page and without a bundler: each module by itself, found by an import map.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness, strictPolicy} from '../../support/page-harness.mjs';
import {answers, bigFeed, fallback, useEverything, widget} from './journey.mjs';

const imports = {
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  'lit-element/': '/node_modules/lit-element/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/task': '/node_modules/@lit/task/index.js',
  'fuse.js/basic': '/node_modules/fuse.js/dist/fuse.basic.mjs',
  '@orama/stemmers/english': '/node_modules/@orama/stemmers/dist/en.js',
};
const head = `<script type="importmap">${JSON.stringify({imports})}</script>
  <script type="module" src="/dist/define.js"></script>`;
const READER = '/dist/core/feed/formats/read-document.js';

describe('the modules that npm installs, in a page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  const open = (body, options = {}) =>
    harness.open(body, {head, policy: '', ...options, answers: {...answers, ...options.answers}});

  it('do all that the script does', async () => {
    const visit = await open(widget());
    await useEverything(visit);
    visit.assertClean();
    await visit.close();
  });

  it('do so under a policy of Trusted Types that has the name of Lit too', async () => {
    // The import map of this page is an inline script.
    const policy = `${strictPolicy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")} lit-html`;
    const visit = await open(widget(), {policy});
    await useEverything(visit);
    visit.assertClean();
    await visit.close();
  });

  it('read a large feed in the worker', async () => {
    const visit = await open('<good-practice-browser src="/big.json"></good-practice-browser>', {
      answers: {'/big.json': bigFeed},
    });
    await visit.page.locator('[part=count]').getByText('3,000 practices', {exact: true}).waitFor();
    assert.deepEqual(
      visit.page.workers().map((worker) => worker.url()),
      [`${harness.origin}/dist/worker/entry.js`],
    );
    visit.assertClean();
    await visit.close();
  });

  const feeds = {
    '/wp-json/wp/v2/posts': ['application/json', 'wordpress/embedded.json'],
    '/practices.csv': ['text/csv', 'csv/excel-german.csv'],
  };
  for (const [path, [type, file]] of Object.entries(feeds))
    it(`say that the feed has failed when the reader of its format fails to load (${path})`, async () => {
      const feed = {headers: {'content-type': type}, body: readFileSync(`test/fixtures/formats/${file}`)};
      const visit = await open(`<good-practice-browser src="${path}">${fallback}</good-practice-browser>`, {
        answers: {[path]: feed, [READER]: {status: 404}},
        prepare: (page) =>
          page.addInitScript(() => {
            globalThis.told = [];
            for (const name of ['gpb-loaded', 'gpb-failed'])
              addEventListener(name, ({detail}) => globalThis.told.push([name, detail.code, detail.retryable]));
          }),
      });
      const {page} = visit;
      await page.locator('[part=failure]').first().waitFor();
      assert.ok(await page.getByRole('button', {name: 'Try again'}).isVisible());
      assert.ok(await page.getByText('our old list').isVisible());
      assert.deepEqual(await page.evaluate(() => globalThis.told), [['gpb-failed', 'network', true]]);
      assert.equal(await page.locator('[part=count]').count(), 0);
      assert.match(visit.seen.console.join('\n'), /^warning: .*The reader for the format of .* failed to load/m);
      assert.deepEqual(visit.seen.errors, []);
      harness.answers.delete(READER);
      await page.getByRole('button', {name: 'Try again'}).click();
      await page.getByRole('article').first().waitFor();
      await visit.close();
    });

  it('search spellings only when words fail to load, and say what to do with modules', async () => {
    const visit = await open('<good-practice-browser src="/feed.json"></good-practice-browser>', {
      answers: {'/dist/generated/words/en.js': {status: 404}},
    });
    await visit.search('choir');
    await eventually(async () => assert.equal((await visit.titles()).length, 2));
    const note =
      /^warning: .*The words in “en” failed to load, so the search compares spellings only\. .* Reload the page/m;
    await eventually(() => assert.match(visit.seen.console.join('\n'), note));
    await visit.close();
    harness.answers.delete('/dist/generated/words/en.js');
  });

  const SEARCH = '/dist/core/search/search-index.js';
  const withoutSearch = {answers: {[SEARCH]: {status: 404}}};

  it('say that the list has failed when a link asks for a search that fails to load, and try again', async () => {
    const visit = await open(`<good-practice-browser src="/feed.json">${fallback}</good-practice-browser>`, {
      query: '?gp-q=choir',
      ...withoutSearch,
    });
    const {page} = visit;
    await page.locator('[part=failure]').first().waitFor();
    assert.ok(await page.getByText('our old list').isVisible());
    assert.equal(await page.getByText('Loading good practices…').count(), 0);
    assert.deepEqual(visit.seen.errors, []);
    harness.answers.delete(SEARCH);
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.getByRole('article', {name: 'A choir of neighbours'}).waitFor();
    await visit.close();
  });

  it('say so beside the list when a visitor types, and try again', async () => {
    const visit = await open('<good-practice-browser src="/feed.json"></good-practice-browser>', withoutSearch);
    const {page} = visit;
    await page.getByRole('article').first().waitFor();
    await page.getByRole('searchbox').first().pressSequentially('choir');
    await page.locator('p').filter({hasText: 'Please check your connection and try again.'}).waitFor();
    harness.answers.delete(SEARCH);
    await page.getByRole('button', {name: 'Try again'}).click();
    await eventually(async () => assert.match(await visit.total(), /^2 of 14 practices/));
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'choir');
    await visit.close();
  });
});
