import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness, strictPolicy} from '../../support/page-harness.mjs';
import {watchStores} from '../../support/watch-stores.mjs';
import {answers, useEverything, widget} from './journey.mjs';

describe('a guest of the page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  // Requirement: E-20, E-21, S-31, S-36
  it('asks for its own files, the feed and its images, stores nothing, hinders no browser from keeping the page, and says nothing to the console', async () => {
    const visit = await harness.open(widget(), {answers, prepare: (page) => page.addInitScript(watchStores)});
    await useEverything(visit);
    const asked = visit.seen.requests
      .filter((url) => !url.startsWith('blob:'))
      .map((url) => url.slice(harness.origin.length))
      .filter((path) => !/^\/page-\d+$/.test(path));
    assert.deepEqual([...new Set(asked)].sort(), [
      '/embed/good-practice-browser.js',
      '/embed/locales/fr.json',
      '/embed/words/en.json',
      '/embed/words/fr.json',
      '/feed.csv',
      '/feed.json',
      '/picture.svg',
    ]);
    for (const path of new Set(asked))
      assert.equal(asked.filter((each) => each === path).length, 1, `${path} is asked for once`);
    assert.deepEqual(await visit.page.evaluate(() => globalThis.stored), []);
    assert.deepEqual((await visit.page.context().storageState()).cookies, []);
    const heard = await visit.page.evaluate(() => [...globalThis.heard]);
    assert.ok(heard.includes('pagehide'));
    assert.deepEqual(
      heard.filter((type) => type.includes('unload')),
      [],
    );
    visit.assertClean();
    await visit.close();
  });

  // Requirement: E-21
  it('notices storage: a page that stores something itself is found out', async () => {
    const visit = await harness.open('', {prepare: (page) => page.addInitScript(watchStores)});
    await visit.page.evaluate(() => {
      localStorage.setItem('a', 'b');
      document.cookie = 'a=b';
    });
    assert.deepEqual(await visit.page.evaluate(() => globalThis.stored), ['setItem a', 'cookie a=b']);
    await visit.close();
  });

  // Requirement: E-20
  it('sends no cookie and no address to another origin, and takes no image from one that is not named', async () => {
    const heard = [];
    const other = await startHarness();
    other.answers.set('/feed.json', (request, response) => {
      heard.push(request.headers);
      const practices = [
        {title: 'One', image: {src: '/picture.svg', alt: ''}},
        {title: 'Two', image: {src: 'https://elsewhere.example/picture.svg', alt: ''}},
      ];
      response.writeHead(200, {'content-type': 'application/json', 'access-control-allow-origin': '*'});
      response.end(JSON.stringify(practices));
    });
    other.answers.set('/picture.svg', (request, response) => {
      heard.push(request.headers);
      response.writeHead(200, answers['/picture.svg'].headers).end(answers['/picture.svg'].body);
    });
    const visit = await harness.open(
      `<good-practice-browser src="${other.origin}/feed.json"></good-practice-browser>`,
      {
        policy: strictPolicy
          .replace("connect-src 'self'", `connect-src ${other.origin}`)
          .replace("img-src 'self'", `img-src *`),
      },
    );
    await eventually(() => assert.equal(heard.length, 2));
    for (const {cookie, referer} of heard) {
      assert.equal(cookie, undefined);
      // by default a browser says the origin, never the path; to an image nothing
      assert.ok(!referer || referer === `${harness.origin}/`, referer);
    }
    assert.equal(heard[1].referer, undefined);
    assert.ok(!visit.seen.requests.some((url) => url.includes('elsewhere')));
    await visit.close();
    await other.close();
  });

  // Requirement: S-13, S-14
  it('leads out of the page without a new window, and shows images as images, late, in a place kept for them', async () => {
    const visit = await harness.open(widget(), {answers});
    await useEverything(visit);
    const {page} = visit;
    const links = await page
      .locator('good-practice-browser a[href]')
      .evaluateAll((all) => all.map(({target, rel, protocol}) => ({target, rel, protocol})));
    assert.ok(links.length > 0);
    for (const {target, rel, protocol} of links) {
      assert.match(protocol, /^(?:https?|mailto|tel):$/);
      if (target) assert.match(rel, /noopener.*noreferrer/);
    }
    const images = await page
      .locator('good-practice-browser img')
      .evaluateAll((all) => all.map(({loading, referrerPolicy, src}) => ({loading, referrerPolicy, src})));
    assert.ok(images.length >= 10);
    for (const {loading, referrerPolicy, src} of images) {
      assert.deepEqual([loading, referrerPolicy], ['lazy', 'no-referrer']);
      assert.match(src, /^https?:/);
    }
    assert.equal(await page.locator('good-practice-browser :is(object, embed, iframe, image, use)').count(), 0);
    await visit.close();
  });

  // Requirement: E-06, S-13
  it('moves nothing that was on the screen: no layout shift when practices and images come', async () => {
    const visit = await harness.open(`<h1>Town</h1>${widget()}`, {
      answers,
      prepare: (page) =>
        page.addInitScript(() => {
          globalThis.shift = 0;
          new PerformanceObserver((list) => {
            for (const {hadRecentInput, value} of list.getEntries()) if (!hadRecentInput) globalThis.shift += value;
          }).observe({type: 'layout-shift', buffered: true});
        }),
    });
    const {page} = visit;
    await page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    await eventually(async () =>
      assert.ok(await page.locator('img').evaluateAll((all) => all.some(({naturalWidth}) => naturalWidth > 0))),
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    assert.ok((await page.evaluate(() => globalThis.shift)) <= 0.01);
    await visit.close();
  });

  // Requirement: S-33
  it('adds one global, whichever features are used', async () => {
    const names = ({page}) => page.evaluate(() => Reflect.ownKeys(globalThis).map(String));
    const without = await harness.open(widget(), {answers, head: ''});
    const earlier = new Set(await names(without));
    const visit = await harness.open(widget(), {answers});
    await useEverything(visit);
    const added = (await names(visit)).filter((name) => !earlier.has(name));
    assert.deepEqual(added, ['GoodPracticeBrowser']);
    const before = await without.page.evaluate(() => Object.getOwnPropertyNames(Object.prototype));
    assert.deepEqual(await visit.page.evaluate(() => Object.getOwnPropertyNames(Object.prototype)), before);
    await without.close();
    await visit.close();
  });
});

// Requirement: S-35
describe('names that filters against advertisements look for', () => {
  const words =
    /(?:^|[^a-z])(?:ad|ads|advert|banner|social|share|sharing|track|tracking|tracker|cookie|newsletter|sponsor|promo|popup)(?:[^a-z]|$)/i;

  it('are in no file name that a page loads', () => {
    const names = readdirSync('dist/embed', {recursive: true});
    assert.ok(names.length > 5);
    assert.deepEqual(
      names.filter((name) => words.test(name)),
      [],
    );
    assert.ok(words.test('banner.js') && words.test('x-ad-y'), 'the words are found where they are');
  });

  it('are in no class, part, id or custom property of the sources', () => {
    const found = [];
    for (const name of readdirSync('src', {recursive: true}).filter((each) => /\.(?:ts|css)$/.test(each))) {
      const text = readFileSync(`src/${name}`, 'utf8');
      const values = [
        ...[...text.matchAll(/\b(?:class|part|id|name|exportparts)=(?:"([^"]*)"|\$?\{?'([^']*)')/g)].map(
          ([, a, b]) => a ?? b,
        ),
        ...(name.endsWith('.css')
          ? [...text.matchAll(/(?:[.#]|--|part\()([a-z][\w-]*)/g)].map(([, each]) => each)
          : []),
      ];
      found.push(...values.filter((value) => words.test(value)).map((value) => `${name}: ${value}`));
    }
    assert.deepEqual(found, []);
  });
});
