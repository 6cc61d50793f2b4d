// What the browser of a visitor sends, and to whom. `RENEW=true node --test test/built/privacy/privacy.test.mjs` writes what it sends
// now into sent.json: read it, then run `npm run docs`.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness, startServer} from '../../support/page-harness.mjs';
import {watchStores} from '../../support/watch-stores.mjs';

const record = 'test/built/privacy/sent.json';

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" /></svg>';
const allowed = {'access-control-allow-origin': '*'};
const json = (value) => ({headers: {'content-type': 'application/json', ...allowed}, body: JSON.stringify(value)});
const picture = {headers: {'content-type': 'image/svg+xml', ...allowed}, body: image};

/** A list in two parts, with an image on each host, and a link. */
const feedOf = (images) => ({
  version: '1',
  language: 'en',
  texts: 'texts.json',
  practices: Array.from({length: 30}, (_, i) => ({
    id: `p${i}`,
    title: i ? `Garden ${i}` : 'A choir of neighbours',
    country: i % 2 ? 'NO' : 'ES',
    period: String(1995 + i),
    summary: 'Neighbours meet.',
    image: {src: i % 2 ? 'picture.svg' : `${images}/picture.svg`, alt: ''},
    url: 'https://elsewhere.example/choir',
  })),
});
const texts = [
  {id: 'p0', title: 'A choir of neighbours', sections: [{heading: 'Process', text: 'They met in the hall.'}]},
];

// Requirement: E-20, E-21, E-22
describe('the privacy sheet', () => {
  let harness;
  let feeds;
  let images;
  before(async () => {
    harness = await startHarness();
    [feeds, images] = await Promise.all([startServer(), startServer()]);
    // Under another name than the page, so that the browser takes them for other sites.
    for (const server of [feeds, images]) server.site = server.origin.replace('127.0.0.1', 'localhost');
    feeds.answers
      .set('/feed.json', json(feedOf(images.site)))
      .set('/texts.json', json(texts))
      .set('/picture.svg', picture);
    images.answers.set('/picture.svg', picture);
  });
  after(async () => {
    await harness.close();
    feeds.close();
    images.close();
  });

  /** Who is asked, by the words of the sheet. */
  const hostOf = (origin) =>
    ({[harness.origin]: 'your site', [feeds.site]: 'the server of the feed', [images.site]: 'a host in `image-hosts`'})[
      origin
    ] ?? 'the site of the link';

  async function describeRequest(request) {
    const {origin, pathname, search} = new URL(request.url());
    const {cookie, referer} = await request.allHeaders();
    return {
      to: hostOf(origin),
      file: pathname.replace(/^\/embed\//, '').replace(/^\/page-\d+$/, 'the page'),
      // A query would tell what the visitor searches.
      query: search,
      cookies: Boolean(cookie),
      referrer: !referer
        ? ''
        : new URL(referer).pathname === '/'
          ? 'the origin of your page'
          : 'the address of your page',
    };
  }

  it('says what is sent when, and that nothing is stored', async () => {
    const widget = `<good-practice-browser src="${feeds.site}/feed.json" image-hosts="${new URL(images.site).host}" facets="topic country"></good-practice-browser>`;
    const requests = [];
    const visit = await harness.open(`<div lang="fr">${widget}</div>`, {
      policy: '',
      context: {locale: 'de-DE', viewport: {width: 1000, height: 700}, permissions: ['clipboard-write']},
      prepare: async (page) => {
        await page.addInitScript(watchStores);
        await page.addInitScript(() => (globalThis.print = () => {}));
        await page
          .context()
          .addCookies([harness.origin, feeds.site, images.site].map((url) => ({name: 'visitor', value: '1', url})));
        await page.route('https://elsewhere.example/**', (route) =>
          route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'}),
        );
        page.context().on('request', (request) => requests.push(request));
      },
    });
    const {page} = visit;
    const button = (name) => page.getByRole('button', {name}).first();

    const steps = [];
    /** Does something, waits until nothing more is asked for, and notes what was. */
    const step = async (name, act) => {
      await act();
      let count;
      do {
        count = requests.length;
        // What waits for a pause of the visitor begins within a second.
        await page.waitForTimeout(1500);
      } while (requests.length > count);
      const made = requests.splice(0).filter((request) => !request.url().startsWith('blob:'));
      const described = await Promise.all(made.map(describeRequest));
      const distinct = [...new Map(described.map((each) => [JSON.stringify(each), each])).values()];
      steps.push({step: name, requests: distinct.sort((a, b) => (a.to + a.file < b.to + b.file ? -1 : 1))});
    };

    /** The widget loads what searching needs when the browser has time, so the end of loading is no sign of it. */
    const hasAsked = (...files) =>
      eventually(() => {
        const asked = requests.map((request) => new URL(request.url()).pathname);
        for (const file of files)
          assert.ok(
            asked.some((path) => path.endsWith(file)),
            file,
          );
      });
    const everything = ['/texts.json', '/picture.svg', '/locales/fr.json', '/words/en.json', '/words/fr.json'];

    await step('opens the page', () => hasAsked(...everything));
    await step('scrolls to the end of the list', async () => {
      for (let i = 0; i < 12; i++) {
        await page.mouse.wheel(0, 600);
        await page.waitForTimeout(50);
      }
    });
    await step('goes into the search field', () => page.getByRole('searchbox').focus());
    await step('types and searches', async () => {
      await visit.search('gardens');
      await eventually(async () => assert.ok((await visit.titles()).every((title) => title.startsWith('Garden'))));
      await visit.search('choir');
      await eventually(async () => assert.deepEqual(await visit.titles(), ['A choir of neighbours']));
    });
    await step('searches, and nothing or only a guess is found', async () => {
      await visit.search('xylographyz');
      await eventually(async () => assert.deepEqual(await visit.titles(), []));
      await hasAsked('/words/de.json');
      await visit.search('choir');
      await eventually(async () => assert.deepEqual(await visit.titles(), ['A choir of neighbours']));
    });
    await step('filters and sorts', async () => {
      await visit.refine('Espagne');
      await page.getByRole('combobox').selectOption('oldest');
    });
    await step('opens a practice', async () => {
      await page
        .getByRole('button', {name: /^Lire la suite/})
        .first()
        .click();
      await page.getByText('They met in the hall.').waitFor();
    });
    await step('adds it to “My list”, copies its link, prints and downloads', async () => {
      await button(/^Ma liste/).click();
      await button(/^Copier le lien/).click();
      await button(/^Imprimer/).click();
      await page.locator('[part=download]').click();
      const save = page.locator('gpb-download').getByRole('button').first();
      await Promise.all([page.waitForEvent('download'), save.click()]);
    });
    assert.deepEqual(await page.evaluate(() => globalThis.stored), []);
    await step('loads the page again, or comes by a link that somebody shared', async () => {
      await page.reload();
      await hasAsked(...everything);
    });
    assert.deepEqual(await page.evaluate(() => globalThis.stored), []);
    const cookies = (await page.context().cookies()).map(({name}) => name);
    assert.deepEqual([...new Set(cookies)], ['visitor']);
    await step('follows a link of a practice', async () => {
      await page.locator('good-practice-browser a[href^="https://elsewhere"]').first().click();
      await eventually(() => assert.ok(requests.some((request) => request.url().includes('elsewhere'))));
    });
    await visit.close();

    const text = `${JSON.stringify(steps, null, 2)}\n`;
    if (process.env.RENEW) writeFileSync(record, text);
    assert.deepEqual(steps, JSON.parse(readFileSync(record, 'utf8')));
  });
});
