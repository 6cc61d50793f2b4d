// The script for clusters on web pages, with a server that has its answers ready. test/cluster/ has the same with a real cluster.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createDocumentWriter} from '../../dist/core/cluster/document.js';
import {readNativeJson} from '../../dist/core/feed/formats/native-json.js';
import {normalize} from '../../dist/core/feed/normalize/normalize.js';
import {eventually, scriptTag, startHarness} from '../support/page-harness.mjs';

const ENGINE = 'good-practice-browser.opensearch.js';
const records = ['A library', 'A theatre', 'A garden'].map((title, i) => ({
  id: `p${i}`,
  title,
  country: 'NO',
  period: '2020',
}));
const {practices, ...info} = normalize(
  readNativeJson({version: '1', language: 'en', practices: records}, 'https://city.example/'),
);
const writer = createDocumentWriter({info, words: [], currentYear: 2026});
const scope = {doc_count: 3, country: {buckets: [{key: 'NO', doc_count: 3, first: {value: 0}}]}};
const json = (body) => ({headers: {'content-type': 'application/json'}, body: JSON.stringify(body)});
const feed = json({hits: {hits: [{_source: writer.feed([]).source}]}, aggregations: {all: {scope}}});
const hits = practices.map((practice, i) => ({
  _source: writer.practice(practice, i).source,
  fields: {id: [practice.id]},
}));
const search = json({hits: {total: {value: 3}, hits}, aggregations: {found: {doc_count: 3}}});
const answers = {'/cluster/feed': feed, '/cluster/search': search};
const widget =
  '<good-practice-browser engine="opensearch" src="/cluster"><p>See <a href="/old">our old list</a></p></good-practice-browser>';

describe('the script for clusters', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const titles = ['A library', 'A theatre', 'A garden'];
  for (const [order, head] of Object.entries({
    before: scriptTag(ENGINE) + scriptTag(),
    after: scriptTag() + scriptTag(ENGINE),
    'twice, and as soon as they come': ['', '', ''].map((_, i) => scriptTag(i ? ENGINE : undefined, 'async')).join(''),
    'without defer': scriptTag(undefined, '') + scriptTag(ENGINE, ''),
  }))
    it(`works ${order}, under a strict policy`, async () => {
      const visit = await harness.open(widget, {head, answers});
      await eventually(async () => assert.deepEqual(await visit.titles(), titles));
      visit.assertClean();
      await visit.close();
    });

  it('serves the small elements too, which ask for the feed only once', async () => {
    const body = `${widget}<gpb-count engine="opensearch" src="/cluster"></gpb-count>`;
    const visit = await harness.open(body, {head: scriptTag() + scriptTag(ENGINE), answers});
    const count = () => visit.page.locator('gpb-count').evaluate(({shadowRoot}) => shadowRoot.textContent);
    await eventually(async () => assert.equal(await count(), '3'));
    await eventually(async () => assert.deepEqual(await visit.titles(), titles));
    assert.equal(visit.seen.requests.filter((url) => url.endsWith('/cluster/feed')).length, 1);
    visit.assertClean();
    await visit.close();
  });

  it('leaves no name on the page', async () => {
    const visit = await harness.open('', {head: scriptTag(ENGINE)});
    const added = await visit.page.evaluate(() => Object.keys(globalThis).filter((name) => /practice|gpb/i.test(name)));
    assert.deepEqual(added, []);
    await visit.close();
  });

  it('may come late: visitors see the fallback content, and the list when they try again', async () => {
    const policy = "default-src 'self'; style-src 'self'";
    const visit = await harness.open(widget, {policy, answers});
    const again = visit.page.getByRole('button', {name: 'Try again'});
    await again.waitFor();
    assert.ok(await visit.page.getByText('our old list').isVisible());
    assert.match(visit.seen.console.join(), /needs a second script/);
    await visit.page.addScriptTag({url: `/embed/${ENGINE}`});
    await again.click();
    await eventually(async () => assert.deepEqual(await visit.titles(), titles));
    await visit.close();
  });

  it('tells visitors that the server is busy, and shows the fallback content', async () => {
    const visit = await harness.open(widget.replace('"/cluster"', '"/busy"'), {
      head: scriptTag() + scriptTag(ENGINE),
      answers: {'/busy/feed': {status: 429}},
    });
    await visit.page.getByText('busy').waitFor();
    assert.ok(await visit.page.getByText('our old list').isVisible());
    await visit.close();
  });

  it('keeps the cards and says why if a later search fails, and asks again', async () => {
    const visit = await harness.open(widget, {head: scriptTag() + scriptTag(ENGINE), answers});
    const {page} = visit;
    await eventually(async () => assert.deepEqual(await visit.titles(), titles));
    await page.route('**/cluster/search', (route) => route.fulfill({status: 503}));
    await visit.search('library');
    const failure = page.locator('.failed').filter({hasText: 'busy'});
    await failure.waitFor();
    assert.deepEqual(await visit.titles(), titles);
    await page.unroute('**/cluster/search');
    await failure.getByRole('button').click();
    await failure.waitFor({state: 'detached'});
    await visit.close();
  });
});
