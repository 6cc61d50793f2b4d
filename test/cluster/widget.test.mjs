// The widget in Chromium, with a cluster behind nginx as docs/large-feeds.md recommends, on a page with a strict Content-Security-Policy.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startCluster, whyNoCluster} from '../support/cluster.mjs';
import {eventually, scriptTag, startHarness, strictPolicy} from '../support/page-harness.mjs';
import {indexFeed, startGateway} from './support.mjs';

const reason = await whyNoCluster();
const ENGINE = 'good-practice-browser.opensearch.js';

describe('a widget with a cluster', {skip: reason ? `cluster tests not run: ${reason}` : false}, () => {
  let cluster;
  let gateway;
  let harness;
  let policy;
  let widget;
  before(async () => {
    [cluster, harness] = await Promise.all([startCluster(), startHarness()]);
    gateway = await startGateway(cluster, {origin: harness.origin});
    await indexFeed('demo/practices.json', cluster);
    policy = strictPolicy.replace("connect-src 'self'", `connect-src 'self' ${gateway.origin}`);
    widget = `<good-practice-browser engine="opensearch" src="${gateway.src}" facets="topic country city year-range"><p>See <a href="/old">our old list</a></p></good-practice-browser>`;
  });
  after(async () => {
    await harness?.close();
    await gateway?.close();
    await cluster?.stop();
  });

  const both = scriptTag(ENGINE) + scriptTag();
  const arrive = async (options) => {
    const visit = await harness.open(widget, {policy, head: both, ...options});
    await visit.page.getByRole('article').first().waitFor();
    return visit;
  };
  /** What was asked of others than the page and the cluster. */
  const assertClean = ({foreign, seen}) => {
    const {requests: _, ...complaints} = seen;
    const others = foreign().filter((url) => !url.startsWith(`${gateway.src}/`));
    assert.deepEqual({...complaints, others}, {console: [], errors: [], violations: [], others: []});
  };

  for (const width of [390, 1280])
    it(`searches, filters, opens, goes back, shares and downloads at ${width} pixels`, async () => {
      const visit = await arrive({context: {viewport: {width, height: 900}, acceptDownloads: true}});
      const {page} = visit;
      assert.equal((await visit.titles()).length, 12);
      assert.equal(await visit.total(), '180 practices');
      await visit.screenshot(`cluster-${width}-start`);

      await visit.hasWords('en');
      await visit.search('employ');
      await visit.isAnswered('employ');
      const found = await visit.total();
      assert.match(found, /^\d+ of 180 practices$/);
      assert.ok(await page.locator('mark').count(), 'matches are marked');
      if (width < 700) await page.getByRole('button', {name: 'Filters'}).click();
      await visit.refine('United Kingdom');
      await eventually(async () => assert.deepEqual(await visit.chips(), ['United Kingdom']));
      await eventually(async () => assert.notEqual(await visit.total(), found));
      const refined = await visit.total();
      const [title] = await visit.titles();
      await visit.screenshot(`cluster-${width}-refined`);

      await visit.readMore(title);
      await eventually(async () => assert.match(page.url(), /gp-open=/));
      const shared = page.url();
      await visit.screenshot(`cluster-${width}-open`);

      // The open practice may still ask for similar ones.
      const searches = () => visit.seen.requests.filter((url) => url.endsWith('/search')).length;
      const before = searches();
      await page.goBack();
      await eventually(async () => assert.equal(await visit.total(), found));
      assert.deepEqual(await visit.chips(), []);
      assert.equal(searches(), before, 'Back needs no search');

      await page.goto(shared);
      await page.getByRole('article').first().waitFor();
      await eventually(async () => assert.equal(await visit.total(), refined));
      assert.equal((await visit.titles())[0], title);
      await page.getByRole('article').getByText('Read less').first().waitFor();

      await page.getByRole('button', {name: 'Download'}).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', {name: 'JSON'}).click();
      const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
      assert.equal(file.practices.length, parseInt(refined));
      assertClean(visit);
      await visit.close();
    });

  it('prints all practices of a search, as many as it says', async () => {
    const visit = await arrive({query: '?gp-q=employ'});
    const {page} = visit;
    await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
    await page.getByRole('button', {name: 'Print all'}).click();
    await page.locator('body[data-printed]').waitFor();
    // The printed cards are hidden on the screen.
    const cards = await page.locator('.cards > li').count();
    assert.equal(cards, parseInt(await visit.total()));
    assertClean(visit);
    await visit.close();
  });

  it('works with the two tags in any order, and with two copies of the second', async () => {
    const heads = [
      scriptTag() + scriptTag(ENGINE),
      scriptTag('good-practice-browser.js', 'async') + scriptTag(ENGINE, 'async') + scriptTag(ENGINE, 'async'),
      scriptTag('good-practice-browser.js', 'type="module"') + scriptTag(ENGINE, ''),
    ];
    for (const head of heads) {
      const visit = await arrive({head});
      assert.equal(await visit.total(), '180 practices', head);
      assertClean(visit);
      await visit.close();
    }
  });

  it('shows the fallback content and says what is missing without the second script', async () => {
    // A policy for scripts of tag managers.
    const visit = await harness.open(widget, {policy: policy.replace("require-trusted-types-for 'script'; ", '')});
    await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
    assert.ok(await visit.page.getByText('our old list').isVisible());
    assert.match(visit.seen.console.join(), /needs a second script/);
    // The tag of a tag manager, which comes late.
    await visit.page.addScriptTag({url: `/embed/${ENGINE}`});
    await visit.page.getByRole('button', {name: 'Try again'}).click();
    await visit.page.getByRole('article').first().waitFor();
    await visit.close();
  });

  it('says so if the cluster is gone, keeps what it shows, and asks again', async () => {
    const visit = await arrive();
    const {page} = visit;
    await page.route(`${gateway.src}/**`, (route) => route.abort());
    await visit.search('library');
    const failure = page.locator('.failed');
    await failure.waitFor();
    assert.equal((await visit.titles()).length, 12, 'the cards stay');
    await visit.screenshot('cluster-gone');
    await page.unroute(`${gateway.src}/**`);
    await failure.getByRole('button').click();
    await eventually(async () => assert.match(await visit.total(), /of 180 practices$/));
    await visit.close();
  });

  it('shows the message of a busy server, and the fallback content', async () => {
    const answers = {'/busy/feed': {status: 429, headers: {'retry-after': '2'}}};
    const visit = await harness.open(widget.replace(gateway.src, '/busy'), {policy, head: both, answers});
    await visit.page.getByText('busy').waitFor();
    assert.ok(await visit.page.getByText('our old list').isVisible());
    await visit.close();
  });
});
