// The pages of the demo, as visitors see them, and what their sentences claim.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {prerenderPages} from 'good-practice-browser/node.js';
import {demoPages} from '../../scripts/docs/demo-menu.mjs';
import {assertAccessible} from '../support/axe.mjs';
import {eventually, openVisit, startHarness, strictPolicy} from '../support/page-harness.mjs';

const readFeed = async (name) => JSON.parse(await readFile(`demo/${name}`, 'utf8'));

/** The icon of each page is an empty `data:` address. */
const policy = strictPolicy.replace("img-src 'self'", "img-src 'self' data:");
/** The tools and the states of the gallery have tests of their own. */
const pages = Object.keys(demoPages).filter((name) => !/^tools|^gallery/.test(name));
/** What the console says where the feed fails. */
const failure = /404/;

describe('the pages of the demo', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
    const {answers, origin} = harness;
    for (const name of pages) {
      const headers = {'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy};
      answers.set(`/${name}`, {headers, body: await readFile(`demo/${name}`)});
    }
    const {files} = await prerenderPages('demo/practices.json', {
      page: `${origin}/search-engines.html`,
      url: `${origin}/pages/`,
      base: `${origin}/`,
    });
    for (const [name, body] of files())
      answers.set(`/pages/${name}`, {
        headers: {'content-type': name.endsWith('.html') ? 'text/html' : 'text/css'},
        body,
      });
  });
  after(() => harness.close());

  /** Opens a page, and waits for its practices. */
  async function open(path, options) {
    const visit = await openVisit(harness.browser, `${harness.origin}/${path}`, options);
    await visit.page.locator('gpb-card').first().waitFor();
    return visit;
  }
  const follow = (visit, link) => visit.page.getByRole('main').getByRole('link', {name: link, exact: true}).click();

  for (const name of pages)
    it(`are accessible, and complain of nothing under a strict policy: ${name}`, async () => {
      const visit = await openVisit(harness.browser, `${harness.origin}/${name}`);
      const {page, seen} = visit;
      const shown =
        name === 'failing.html' ? page.getByRole('alert') : page.locator('gpb-card, gpb-practice, gpb-city h2').first();
      await shown.waitFor({state: 'attached'});
      await page.waitForLoadState('networkidle');
      await assertAccessible(page);
      if (name === 'failing.html') seen.console = seen.console.filter((text) => !failure.test(text));
      visit.assertClean();
      await visit.close();
    });

  it('have their practices on paper', async () => {
    const {page, close} = await openVisit(harness.browser, `${harness.origin}/index.html`);
    for (const name of [...pages, 'gallery.html']) {
      await page.emulateMedia({media: 'screen'});
      await page.goto(`${harness.origin}/${name}`);
      const shown = page.locator('gpb-card, gpb-latest li, gpb-city h2, [part=failure]').first();
      await shown.waitFor();
      await page.emulateMedia({media: 'print'});
      assert.equal(await shown.isVisible(), true, name);
    }
    await close();
  });

  it('lead to nothing that is missing', async () => {
    const {page, close} = await openVisit(harness.browser, `${harness.origin}/index.html`);
    for (const name of pages) {
      await page.goto(`${harness.origin}/${name}`);
      const links = await page.locator('main a, nav a').evaluateAll((all) => all.map(({href}) => href));
      for (const link of new Set(links.filter((each) => each.startsWith(harness.origin))))
        assert.equal((await page.request.get(link)).status(), 200, `${name} links to ${link}`);
    }
    await close();
  });

  describe('collections.html', () => {
    it('has collections with a title, an introduction and an order', async () => {
      const {collections, practices} = await readFeed('collections.json');
      const visit = await open('collections.html');
      const {page} = visit;
      for (const {introduction, practices: ids, title} of collections) {
        await page.getByRole('button', {name: title.en}).click();
        await page.getByRole('heading', {name: title.en}).waitFor();
        for (const paragraph of introduction.en.split('\n\n')) await page.getByText(paragraph).waitFor();
        const inOrder = ids.map((id) => practices.find((each) => each.id === id).title);
        await eventually(async () => assert.deepEqual(await visit.titles(), inOrder));
        await page.goBack();
      }
      await visit.close();
    });
  });

  describe('own-facets.html', () => {
    it('has a filter for each field that the feed describes: a list, a range of costs and a range of years', async () => {
      const {facets} = await readFeed('own-facets.json');
      const visit = await open('own-facets.html');
      const filter = ({label}) => visit.page.getByRole('group').filter({hasText: label.en}).first();
      const [target, cost, award] = facets.map(filter);
      await visit.refine('Older people');
      await eventually(async () => assert.deepEqual(await visit.chips(), ['Older people']));
      assert.ok((await target.getByRole('checkbox').count()) > 2);
      for (const range of [cost, award]) assert.equal(await range.getByRole('slider').count(), 2);
      await visit.close();
    });
  });

  describe('shared-list.html', () => {
    const link = 'a list of three practices';

    it('shows the list as its receivers see it: its practices first, and all others after them', async () => {
      const {practices} = await readFeed('practices.json');
      const visit = await open('shared-list.html');
      await follow(visit, link);
      await visit.page.getByText('A list of 3 practices').waitFor();
      const ids = new URL(visit.page.url()).searchParams.getAll('gp-list');
      const listed = ids.map((id) => practices.find((each) => each.id === id).title);
      await eventually(async () => {
        const titles = await visit.titles();
        assert.deepEqual(titles.slice(0, 3), listed);
        assert.ok(titles.length > 3);
      });
      assert.match(await visit.total(), new RegExp(`^${practices.length} practices`));
      await visit.close();
    });

    it('puts the title and the note into the e-mail and the brochure, and neither into the link', async () => {
      const visit = await open('shared-list.html', {
        prepare: (page) => page.addInitScript(() => (window.print = () => document.body.classList.add('on-paper'))),
      });
      const {page} = visit;
      await follow(visit, link);
      await page
        .getByRole('button', {name: /^My list: 3 practices/})
        .first()
        .click();
      await page.getByLabel('Title of the list').fill('For our mayor');
      await page.getByLabel('Note').fill('The second one first.');
      const mail = new URL(await page.getByRole('link', {name: 'Send by e-mail'}).getAttribute('href'));
      const body = mail.searchParams.get('body');
      assert.equal(mail.searchParams.get('subject'), 'For our mayor');
      assert.ok(body.startsWith('The second one first.'), body);
      const sent = new URL(body.match(/http\S+/)[0]);
      assert.deepEqual(new Set(sent.searchParams.keys()), new Set(['gp-list']));
      assert.doesNotMatch(page.url() + sent.href, /mayor|second/);
      await page.locator('gpb-list').getByRole('button', {name: 'Print'}).click();
      await page.locator('.on-paper').waitFor();
      await page.emulateMedia({media: 'print'});
      const cover = page.locator('gpb-list .cover');
      await cover.getByRole('heading', {name: 'For our mayor'}).waitFor();
      await cover.getByText('The second one first.').waitFor();
      const sources = page.locator('gpb-list .brochure article .sources a[href^="https://www.coe.int/"]');
      assert.equal(await sources.count(), 3);
      const {practices} = await readFeed('practices.json');
      const printed = (await page.locator('gpb-list .brochure article').allInnerTexts()).join(' ');
      for (const id of new URL(page.url()).searchParams.getAll('gp-list'))
        for (const {text} of practices.find((each) => each.id === id).sections ?? [])
          assert.ok(printed.includes(text.slice(0, 40)), text);
      assert.doesNotMatch(await cover.getByRole('link').getAttribute('href'), /mayor|second/);
      await visit.close();
    });
  });

  describe('follow.html', () => {
    for (const link of ['education in Spain', 'everything from Norway'])
      it(`offers the feed of exactly these filters, with exactly these practices: ${link}`, async () => {
        const visit = await open('follow.html');
        const {page} = visit;
        const offer = page.getByRole('link', {name: /^Follow this search/});
        assert.equal(await offer.count(), 0);
        await follow(visit, link);
        const address = await offer.getAttribute('href');
        while (await page.getByRole('button', {name: /^Show more practices/}).count())
          await page.getByRole('button', {name: /^Show more practices/}).click();
        const shown = await page.locator('gpb-card').evaluateAll((cards) => cards.map(({practice}) => practice.id));
        const feed = await (await page.request.get(new URL(address, page.url()).href)).text();
        const inFeed = [...feed.matchAll(/<gp:id>([^<]+)/g)].map(([, id]) => id);
        assert.deepEqual(new Set(inFeed), new Set(shown));
        await page
          .getByRole('button', {name: /^Remove filter/})
          .first()
          .click();
        await eventually(async () => assert.equal(await offer.count(), 0));
        await visit.close();
      });
  });

  describe('search-engines.html', () => {
    it('leads to a page for each practice, without scripts, and from there to the open practice in the list', async () => {
      const {practices} = await readFeed('practices.json');
      const visit = await open('search-engines.html');
      const {page} = visit;
      await follow(visit, 'an index');
      const links = page.getByRole('main').getByRole('link');
      assert.equal(await links.count(), practices.length);
      const [{title}] = practices;
      await page.getByRole('link', {name: title, exact: true}).click();
      await page.getByRole('heading', {name: title, level: 1}).waitFor();
      const list = await page.getByRole('navigation').getByRole('link').getAttribute('href');
      assert.equal(new URL(list).pathname, '/search-engines.html');
      await page.getByRole('navigation').getByRole('link').click();
      await page
        .getByRole('button', {name: `Read less: ${title}`})
        .first()
        .waitFor();
      await visit.close();
    });

    it('leads to a sitemap with every practice', async () => {
      const {practices} = await readFeed('practices.json');
      const visit = await open('search-engines.html');
      const link = await visit.page.getByRole('link', {name: 'a sitemap'}).getAttribute('href');
      const sitemap = await (await visit.page.request.get(`${harness.origin}/${link}`)).text();
      // The index has an entry too.
      assert.equal(sitemap.match(/<loc>/g).length, practices.length + 1);
      await visit.close();
    });
  });
});
