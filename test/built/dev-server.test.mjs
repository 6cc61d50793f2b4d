import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {createServer} from 'vite';
import {eventually, launch, openVisit} from '../support/page-harness.mjs';

describe('npm start', () => {
  let browser, server;
  before(async () => {
    server = await createServer({logLevel: 'silent', server: {port: 0, open: false}});
    [browser] = await Promise.all([launch(), server.listen()]);
  });
  after(() => Promise.all([browser.close(), server.close()]));

  /** Opens a page of the demo. `requests` gives the paths that it has asked for. */
  async function open(path) {
    const {close, page, seen} = await openVisit(browser, `http://127.0.0.1:${server.httpServer.address().port}${path}`);
    return {close, page, requests: () => seen.requests.map((url) => new URL(url).pathname)};
  }

  it('shows the first cards after a handful of requests', async () => {
    const {close, page, requests} = await open('/index.html');
    await page.locator('gpb-card').nth(9).waitFor();
    // the page, its style, two scripts, three files of Vite's own for reloading, and the feed
    assert.ok(requests().length <= 10, requests().join('\n'));
    await close();
  });

  it('has the languages and their words as the built script finds them', async () => {
    const {close, page, requests} = await open('/index.html');
    await page.locator('#language').selectOption('es');
    await page.locator('[part=base]:lang(es) gpb-card').first().waitFor();
    await page.getByRole('searchbox').first().fill('niños');
    await page.locator('gpb-card mark').first().waitFor();
    await eventually(() => {
      for (const file of ['locales/es.json', 'words/es.json', 'stemmers/es.js'])
        assert.ok(requests().includes(`/embed/${file}`), requests().join('\n'));
    });
    await close();
  });

  it('has the worker for large feeds', async () => {
    const {close, page} = await open('/plain.html');
    const response = await page.request.get(new URL('/embed/good-practice-browser.worker.js', page.url()).href);
    assert.match(await response.text(), /\bonmessage\b|addEventListener\(.message/);
    await close();
  });

  it('has the pages for search engines, which lead to the open practice in the list', async () => {
    const {close, page} = await open('/search-engines.html');
    await page.getByRole('link', {name: 'an index'}).click();
    await page.getByRole('link', {name: 'Schools for equality and diversity'}).click();
    await page.getByRole('heading', {level: 1, name: 'Schools for equality and diversity'}).waitFor();
    await page.getByRole('navigation').getByRole('link').click();
    await page.getByRole('button', {name: 'Read less: Schools for equality and diversity'}).first().waitFor();
    assert.equal(new URL(page.url()).pathname, '/search-engines.html');
    const sitemap = await page.request.get(new URL('/pages/sitemap.xml', page.url()).href);
    assert.match(sitemap.headers()['content-type'], /xml/);
    await close();
  });

  it('reloads the page with a new script when a source changes', async () => {
    const {close, page, requests} = await open('/plain.html');
    await page.locator('gpb-card').first().waitFor();
    const scripts = () => requests().filter((path) => path === '/embed/good-practice-browser.js').length;
    assert.equal(scripts(), 1);
    const old = await page.evaluate(() => performance.timeOrigin);
    // as the watcher says it, so that no other test meets a source that is half written
    server.watcher.emit('all', 'change', join(import.meta.dirname, '../../src/define.ts'));
    await eventually(async () => assert.ok((await page.evaluate(() => performance.timeOrigin)) > old));
    await page.locator('gpb-card').first().waitFor();
    assert.equal(scripts(), 2);
    await close();
  });
});
