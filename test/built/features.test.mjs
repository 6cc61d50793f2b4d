import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness} from '../support/page-harness.mjs';

const widget = '<good-practice-browser src="/practices.json"></good-practice-browser>';

describe('the features that few visitors need', () => {
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
  /** What is saved, and under which name. */
  const save = async (visit, name) => {
    const [download] = await Promise.all([visit.page.waitForEvent('download'), button(visit, name).click()]);
    return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
  };

  it('save all that was found', async () => {
    const visit = await arrive();
    await visit.refine('Spain');
    await visit.page.locator('[part=count]').getByText('24 of 180 practices', {exact: true}).waitFor();
    await button(visit, 'Download').click();
    const csv = await save(visit, 'Table (CSV)');
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
        await visit.page.locator('body > [role=status]').filter({hasText: 'downloaded'}).innerText(),
        `24 practices downloaded as ${json.name}`,
      ),
    );
    visit.assertClean();
    await visit.close();
  });

  it('read what they saved as a feed', async () => {
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

  it('show a list that was shared as a link, and the practices like one that is read', async () => {
    const visit = await arrive({query: '?gp-q=leeds'});
    const {page} = visit;
    for (const title of ['The Inclusive Anchors Network', 'The Leeds Migration Map'])
      await button(visit, new RegExp(`^My list ?: ${title}`)).click();
    await page.locator('.list-counter').click();
    await page.getByRole('heading', {name: 'My list: 2 practices'}).waitFor();
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
    await shared.page.getByRole('heading', {name: 'A list of 2 practices'}).waitFor();
    assert.deepEqual((await shared.titles()).slice(0, 2), ['The Inclusive Anchors Network', 'The Leeds Migration Map']);
    await button(shared, /^Read more ?: The Inclusive Anchors Network/).click();
    await shared.page.getByRole('heading', {name: 'More like this'}).waitFor();
    shared.assertClean();
    await shared.close();
    await visit.close();
  });

  for (const attributes of ['defer', ''])
    it(`serve the small elements of a page, with one request for the feed (script ${attributes})`, async () => {
      const body = `<p>All <gpb-count src="/practices.json">our</gpb-count> practices</p>
        <gpb-latest src="/practices.json" browser-href="/list"></gpb-latest>
        <gpb-practice src="/practices.json" practice-id="leeds-inclusive-anchors-network"></gpb-practice>`;
      const visit = await harness.open(body, {head: scriptTag('good-practice-browser.js', attributes)});
      await visit.page.locator('gpb-count').filter({hasText: '180'}).waitFor();
      await visit.page.getByRole('article', {name: 'The Inclusive Anchors Network'}).waitFor();
      await visit.page.locator('gpb-latest').getByRole('link').nth(2).waitFor();
      assert.equal(visit.seen.requests.filter((url) => url.endsWith('/practices.json')).length, 1);
      visit.assertClean();
      await visit.close();
    });

  it('draw the years as a range', async () => {
    const body = '<good-practice-browser src="/practices.json" facets="topic year-range"></good-practice-browser>';
    const visit = await harness.open(body);
    const {page} = visit;
    await page.getByRole('slider', {name: 'First year'}).press('ArrowRight');
    await page.getByRole('button', {name: /^Remove filter: Year, \d{4} onwards$/}).waitFor();
    const labels = page.getByRole('group', {name: 'Year'}).locator('.label');
    assert.deepEqual(await labels.allInnerTexts(), ['Ongoing', 'No date given']);
    visit.assertClean();
    await visit.close();
  });

  it('print all countries of the statistics on a sheet of A4', async () => {
    const {page, ...visit} = await harness.open(widget.replace('>', ' views="statistics cards">'));
    await page.emulateMedia({media: 'print'});
    const width = await page.locator('.matrix').evaluate((table) => table.offsetWidth);
    // 210 mm, without the margins that browsers leave at least.
    assert.ok(width < 740, String(width));
    visit.assertClean();
    await page.context().close();
  });

  it('print the numbers by year only where the visitor has opened them', async () => {
    const {page, ...visit} = await harness.open(widget.replace('>', ' views="statistics cards">'));
    const numbers = page.locator('gpb-statistics details');
    await numbers.waitFor();
    await page.emulateMedia({media: 'print'});
    assert.equal(await numbers.isVisible(), false);
    await numbers.evaluate((details) => (details.open = true));
    assert.equal(await numbers.locator('table').isVisible(), true);
    assert.equal(await numbers.locator('summary .icon').isVisible(), false);
    visit.assertClean();
    await page.context().close();
  });

  it('print cities with pages as names, and how many practices are left out with space above', async () => {
    const {page, ...visit} = await harness.open(widget.replace('>', ' city-href="/city" hits-per-page="3">'));
    await page.emulateMedia({media: 'print'});
    const {height, y} = await page.locator('gpb-card').nth(2).boundingBox();
    const rest = await page.locator('.rest').boundingBox();
    assert.ok(rest.y > y + height + 10, `${rest.y} below ${y} and ${height}`);
    await page.emulateMedia({media: 'screen'});
    await visit.readMore('The Inclusive Anchors Network');
    const button = page.locator('a.place + button.place');
    await button.waitFor();
    await page.emulateMedia({media: 'print'});
    assert.equal(await button.isVisible(), false);
    visit.assertClean();
    await page.context().close();
  });

  it('come for a single practice on a page without a list: its link, its HTML, its full text', async () => {
    const practices = [{id: 'a', title: 'Music school', sections: [{html: '<ul><li>A <b>bold</b> list</li></ul>'}]}];
    const body = '<gpb-practice src="/one.json" practice-id="a"></gpb-practice>';
    const visit = await harness.open(body, {answers: {'/one.json': {body: JSON.stringify(practices)}}});
    await visit.readMore('Music school');
    await button(visit, 'Copy link').waitFor();
    await visit.page.locator('gpb-html b').waitFor();
    visit.assertClean();
    await visit.close();
  });

  it('wait with everything else for a lazy list far below, also in French', async () => {
    const body =
      '<div style="height: 9000px"></div><good-practice-browser src="/practices.json" lang="fr" loading="lazy"></good-practice-browser>';
    const visit = await harness.open(body, {policy: ''});
    const asked = () => visit.seen.requests.filter((url) => /practices\.json|locales/.test(url)).length;
    await visit.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    assert.equal(asked(), 0);
    await visit.page.locator('good-practice-browser').scrollIntoViewIfNeeded();
    await visit.page.getByRole('searchbox', {name: 'Rechercher une bonne pratique'}).waitFor();
    await visit.page.getByRole('article').first().waitFor();
    assert.equal(asked(), 2);
    await visit.close();
  });
});
