// Success criteria of WCAG that no other test proves. The titles say which; criteria.yml names them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';
import {openState} from './accessibility/matrix.mjs';

const {practices} = JSON.parse(readFileSync('demo/practices.json', 'utf8'));
const practice = practices.find(({id}) => id === 'barcelona-xeix');
const widget = (attributes = '') =>
  `<good-practice-browser src="/practices.json" facets="topic country year-range" ${attributes}></good-practice-browser>`;

let harness;
before(async () => {
  harness = await startHarness();
});
after(() => harness.close());

describe('a practice', {concurrency: true}, () => {
  const openWith = async (query = '') => {
    const visit = await harness.open(widget(), {query});
    await visit.page.locator('gpb-card').first().waitFor();
    return visit;
  };
  const isFound = (visit) => eventually(async () => assert.ok((await visit.titles()).includes(practice.title)));

  // 2.4.5
  it('is found by words, by filters and by a link of its own', async () => {
    const byWords = await openWith();
    await byWords.search(practice.title);
    await isFound(byWords);

    const byFilters = await openWith();
    await byFilters.refine('Spain');
    await eventually(async () => assert.equal(await byFilters.total(), '24 of 180 practices'));
    await byFilters.page.getByRole('button', {name: 'Show more practices'}).click();
    await isFound(byFilters);

    const byLink = await openWith(`?gp-open=${practice.id}`);
    await isFound(byLink);
    await byLink.page.locator('[part=toggle][aria-expanded=true]').waitFor();
    for (const visit of [byWords, byFilters, byLink]) await visit.close();
  });
});

describe('the pointer', {concurrency: true}, () => {
  // 2.5.1
  it('needs one finger and no path: taps search, filter by topic and years, open a practice, show more', async () => {
    const visit = await harness.open(widget('hits-per-page="3"'), {
      context: {hasTouch: true, viewport: {width: 1280, height: 900}},
    });
    const {page} = visit;
    await page.getByRole('checkbox').first().tap();
    await eventually(async () => assert.equal((await visit.chips()).length, 1));
    await page.locator('[part=chip]').first().tap();
    await eventually(async () => assert.equal((await visit.chips()).length, 0));
    await page.getByRole('spinbutton').first().tap();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2010');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal((await visit.chips()).length, 1));
    await page.locator('[part=more]').tap();
    await eventually(async () => assert.equal(await page.getByRole('article').count(), 6));
    await page.locator('[part=toggle]').first().tap();
    await page.locator('[part=toggle][aria-expanded=true]').waitFor();
    await page.getByRole('searchbox').first().tap();
    await page.keyboard.type('school');
    await eventually(async () => assert.match(await visit.total(), /^\d+ of \d+/));
    await visit.close();
  });

  // 2.5.2
  it('acts when it is lifted, and not where it was moved away before', async () => {
    const visit = await harness.open(widget(), {context: {viewport: {width: 1280, height: 900}}});
    const {page} = visit;
    // The open practice is the last one: what comes late into it moves what is below.
    const controls = [
      [page.getByRole('checkbox').first(), '[part=chip]'],
      [page.locator('[part=download]'), '[part=download][aria-expanded=true]'],
      [page.locator('[part=toggle]').first(), '[part=toggle][aria-expanded=true]'],
    ];
    for (const [control, effect] of controls) {
      const effects = page.locator(effect);
      await control.scrollIntoViewIfNeeded();
      const press = async () => {
        const {x, y, width, height} = await control.boundingBox();
        await page.mouse.move(x + width / 2, y + height / 2);
        await page.mouse.down();
      };
      /** What a listener has changed is drawn two frames later. */
      const drawn = () =>
        page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
      await press();
      await page.mouse.move(1, 1);
      await page.mouse.up();
      await drawn();
      assert.equal(await effects.count(), 0, `${effect}: moved away`);
      await press();
      await drawn();
      assert.equal(await effects.count(), 0, `${effect}: pressed`);
      await page.mouse.up();
      await effects.first().waitFor();
    }
    await visit.close();
  });
});

describe('the focus', () => {
  // 3.2.1
  it('changes nothing by its coming', async () => {
    const visit = await harness.open(`${widget('hits-per-page="2"')}<button>After</button>`);
    const {page} = visit;
    await page.getByRole('searchbox').first().focus();
    const seen = async () => [
      page.url(),
      await visit.total(),
      await visit.titles(),
      await page.getByRole('article').count(),
    ];
    await page.getByRole('article').nth(1).waitFor();
    const before = await seen();
    let stops = 0;
    for (; !(await page.getByRole('button', {name: 'After'}).evaluate((button) => button.matches(':focus'))); stops++) {
      await page.keyboard.press('Tab');
      assert.deepEqual(await seen(), before);
    }
    assert.ok(stops > 15, `${stops} stops`);
    await visit.close();
  });
});

describe('the language', {concurrency: true}, () => {
  for (const lang of ['de', 'ar'])
    // 3.1.1
    it(`is the page’s: ${lang}`, async () => {
      const visit = await harness.open(`<div lang="${lang}">${widget('hits-per-page="2"')}</div>`);
      const base = visit.page.locator(`[part=base]:lang(${lang})`);
      await base.waitFor();
      await eventually(async () =>
        assert.equal(
          await base.evaluate((element) => getComputedStyle(element).direction),
          lang === 'ar' ? 'rtl' : 'ltr',
        ),
      );
      await visit.close();
    });
});

describe('images', {concurrency: 3}, () => {
  for (const state of ['loading', 'searched', 'year-range', 'open', 'images', 'my-list', 'no-connection'])
    // 1.4.5
    it(`show no text but in pictures of the feed: ${state}`, async () => {
      const page = await openState(harness.browser, harness.origin, {state, lang: 'en', width: 1280});
      const drawn = await page.evaluate(() => {
        const all = (root) =>
          [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
        return all(document.querySelector('good-practice-browser').shadowRoot)
          .filter((each) => {
            const {backgroundImage, content, listStyleImage} = getComputedStyle(each);
            const hasPicture = [backgroundImage, content, listStyleImage].some((value) => value.includes('url('));
            const isImageOfFeed = each.matches('img[part=image]') || each.getRootNode().host?.localName === 'gpb-html';
            return (
              hasPicture ||
              each.matches('canvas, video, object, embed, svg text') ||
              (each.localName === 'img' && !isImageOfFeed)
            );
          })
          .map((each) => each.outerHTML);
      });
      assert.deepEqual(drawn, []);
      await page.context().close();
    });
});
