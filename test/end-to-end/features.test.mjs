import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, strictPolicy} from './harness.mjs';

const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
const FILE = 'good-practice-browser.extras.js';
const PATH = `/embed/${FILE}`;
const widget = '<good-practice-browser src="/practices.json"></good-practice-browser>';

describe('the extras file', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const arrive = async (options) => {
    const visit = await harness.open(widget, options);
    await visit.page.getByRole('searchbox').first().waitFor();
    return visit;
  };
  const button = ({page}, name) => page.getByRole('button', {name});
  const requestsOf = ({seen}) => seen.requests.filter((url) => url.endsWith(PATH)).length;
  /** What is saved, and under which name. */
  const save = async (visit, name) => {
    const [download] = await Promise.all([visit.page.waitForEvent('download'), button(visit, name).click()]);
    return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
  };

  it('comes when the visitor asks for it, and saves all that was found', async () => {
    const visit = await arrive();
    assert.equal(requestsOf(visit), 0);
    await visit.refine('Spain');
    await visit.page.locator('[part=count]').getByText('24 of 180 practices', {exact: true}).waitFor();
    await button(visit, 'Download').click();
    const csv = await save(visit, 'Table (CSV)');
    assert.equal(requestsOf(visit), 1);
    assert.match(csv.name, /^good-practices-of-intercultural-cities-\d{4}-\d\d-\d\d\.csv$/);
    assert.ok(csv.text.startsWith('\uFEFF"id","title","city","country"'));
    assert.equal(csv.text.match(/"Spain"/g).length, 24);
    const json = await save(visit, 'Data (JSON)');
    assert.match(json.name, /\.json$/);
    const {practices, version} = JSON.parse(json.text);
    assert.equal(version, '1');
    assert.equal(practices.length, 24);
    await eventually(async () =>
      assert.equal(
        await visit.page.locator('body > [role=status]').filter({hasText: 'saved'}).innerText(),
        `24 practices saved as ${json.name}`,
      ),
    );
    visit.assertClean();
    await visit.close();
  });

  it('reads what it saved as a feed', async () => {
    const visit = await arrive();
    await button(visit, 'Download').click();
    const {text} = await save(visit, 'Data (JSON)');
    const copy = await harness.open('<good-practice-browser src="/copy.json"></good-practice-browser>', {
      answers: {'/copy.json': {headers: {'content-type': 'application/json'}, body: text}},
    });
    await copy.page.locator('[part=count]').getByText('180 practices', {exact: true}).waitFor();
    assert.deepEqual(await copy.titles(), await visit.titles());
    await copy.close();
    await visit.close();
  });

  const hashes = ['good-practice-browser.js', FILE].map((file) => `'${sri[file]}'`).join(' ');
  const integrity = `integrity="${sri['good-practice-browser.js']}" crossorigin="anonymous"`;
  const policies = {
    hashes: [strictPolicy.replace("script-src 'self'", `script-src ${hashes}`), integrity],
    nonces: [strictPolicy.replace("script-src 'self'", "script-src 'nonce-r4nd0m'"), 'nonce="r4nd0m" defer'],
  };
  for (const [name, [policy, attributes]] of Object.entries(policies))
    it(`comes under a policy of ${name}`, async () => {
      const visit = await arrive({policy, head: scriptTag('good-practice-browser.js', attributes)});
      await button(visit, 'Download').click();
      assert.match((await save(visit, 'Table (CSV)')).text, /"id"/);
      visit.assertClean();
      await visit.close();
    });

  it('comes from where `assets-href` says', async () => {
    const body = '<good-practice-browser src="/practices.json" assets-href="/moved/"></good-practice-browser>';
    const answer = {headers: {'content-type': 'text/javascript'}, body: readFileSync(`dist${PATH}`)};
    const visit = await harness.open(body, {answers: {[`/moved/${FILE}`]: answer}});
    await button(visit, 'Download').click();
    await button(visit, 'Table (CSV)').waitFor();
    visit.assertClean();
    await visit.close();
  });

  it('serves the module as well', async () => {
    const visit = await arrive({head: scriptTag('good-practice-browser.mjs', 'type="module"')});
    await button(visit, 'Download').click();
    await button(visit, 'Table (CSV)').waitFor();
    visit.assertClean();
    await visit.close();
  });

  const tags = [scriptTag(), scriptTag(FILE)];
  for (const [order, head] of [
    ['after', tags.join('')],
    ['before', tags.toReversed().join('')],
  ])
    it(`may stand in the page itself, ${order} the script`, async () => {
      const visit = await arrive({head});
      await button(visit, 'Download').click();
      await button(visit, 'Table (CSV)').waitFor();
      assert.equal(requestsOf(visit), 1);
      visit.assertClean();
      await visit.close();
    });

  it('shows a list that was shared as a link, and the practices like one that is read', async () => {
    const visit = await arrive({query: '?gp-q=leeds'});
    const {page} = visit;
    for (const title of ['The Inclusive Anchors Network', 'The Leeds Migration Map'])
      await button(visit, new RegExp(`^My list ?: ${title}`)).click();
    await page.locator('gpb-list').getByText('My list: 2 practices', {exact: true}).click();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text) => {
            document.title = text;
            return Promise.resolve();
          },
        },
      });
    });
    await button(visit, 'Copy link').and(page.locator('gpb-list button')).click();
    await button(visit, 'Link copied').waitFor();
    const {search} = new URL(await page.title());
    assert.match(search, /^\?gp-list=[\w-]+&gp-list=[\w-]+$/);
    visit.assertClean();
    const shared = await arrive({query: search});
    await button(shared, 'Remove from my list: The Leeds Migration Map').waitFor();
    await button(shared, 'The Inclusive Anchors Network').and(shared.page.locator('.title')).click();
    await shared.page.getByRole('heading', {name: 'More like this'}).waitFor();
    shared.assertClean();
    await shared.close();
    await visit.close();
  });

  for (const attributes of ['defer', ''])
    it(`comes for the small elements of a page, with one request for the feed (script ${attributes})`, async () => {
      const body = `<p>All <gpb-count src="/practices.json">our</gpb-count> practices</p>
        <gpb-latest src="/practices.json" browser-href="/list"></gpb-latest>
        <gpb-practice src="/practices.json" practice-id="leeds-inclusive-anchors-network"></gpb-practice>`;
      const visit = await harness.open(body, {head: scriptTag('good-practice-browser.js', attributes)});
      await visit.page.locator('gpb-count').filter({hasText: '180'}).waitFor();
      await visit.page.getByRole('article', {name: 'The Inclusive Anchors Network'}).waitFor();
      assert.equal(await visit.page.getByRole('link').and(visit.page.locator('gpb-latest a')).count(), 3);
      assert.equal(requestsOf(visit), 1);
      assert.equal(visit.seen.requests.filter((url) => url.endsWith('/practices.json')).length, 1);
      visit.assertClean();
      await visit.close();
    });

  it('is not used where it is not the one that was built: that is said, all else works, and one may try again', async () => {
    const tampered = {headers: {'content-type': 'text/javascript'}, body: 'document.title = "tampered"'};
    const visit = await arrive({answers: {[PATH]: tampered}});
    const {page} = visit;
    await button(visit, 'Download').click();
    const failure = page.getByRole('alert').filter({hasText: 'This part of the page could not be loaded.'});
    await failure.waitFor();
    await button(visit, 'Try again').click();
    await eventually(() => assert.equal(requestsOf(visit), 2));
    await failure.waitFor();
    assert.equal(await page.title(), 'A page');
    assert.deepEqual(visit.seen.errors, []);
    assert.equal(visit.seen.console.filter((text) => /^warning.*not the file that was built/.test(text)).length, 1);
    await visit.search('leeds');
    await page
      .locator('[part=count]')
      .getByText(/\d+ of 180 practices/)
      .waitFor();
    harness.answers.delete(PATH);
    await button(visit, 'Try again').click();
    await button(visit, 'Table (CSV)').waitFor();
    assert.equal(await failure.count(), 0);
    await visit.close();
  });

  it('draws the years, which are listed where it cannot be had', async () => {
    const body = '<good-practice-browser src="/practices.json" facets="topic year-range"></good-practice-browser>';
    const visit = await harness.open(body);
    const {page} = visit;
    await page.getByRole('slider', {name: 'First year'}).press('ArrowRight');
    await page.getByRole('button', {name: /^Remove filter: Year, \d{4} onwards$/}).waitFor();
    const listed = async ({page}) => {
      const labels = page.getByRole('group', {name: 'Year'}).locator('.label');
      return (await labels.allInnerTexts()).map((label) => label.replace(/^\d{4}$/, 'a year'));
    };
    assert.deepEqual(await listed(visit), ['Ongoing', 'No date given']);
    visit.assertClean();
    await visit.close();
    const poorer = await harness.open(body, {answers: {[PATH]: {status: 404, body: ''}}});
    await eventually(async () => assert.equal((await listed(poorer))[0], 'a year'));
    assert.equal(await poorer.page.getByRole('slider').count(), 0);
    harness.answers.delete(PATH);
    await poorer.close();
  });

  it('is not used where it is of another version', async () => {
    const body = readFileSync(`dist${PATH}`, 'utf8').replace(/(?<=\[[`"'])\d+\.\d+\.\d+/, '0.0.1');
    const other = {headers: {'content-type': 'text/javascript'}, body};
    const visit = await arrive({head: tags.join(''), answers: {[PATH]: other}});
    await eventually(() => assert.match(visit.seen.console.join(), /the extras file is of version 0\.0\.1/));
    assert.equal(await visit.page.evaluate(() => customElements.get('gpb-download') === undefined), true);
    harness.answers.delete(PATH);
    await visit.close();
  });
});
