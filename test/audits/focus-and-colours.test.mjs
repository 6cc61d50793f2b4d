// What is seen of the focus and of frames, in every look; and what the browser itself does with the widget: fragments, search, sticky headers.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openState} from './accessibility/matrix.mjs';
import {installMeasures, measure} from './accessibility/measure.mjs';
import {eventually, scriptTag, startHarness} from '../support/page-harness.mjs';

/** What has the focus, by its tag and text. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName} ${(element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent).trim()}`;
  });

let harness, browser;
before(async () => {
  harness = await startHarness();
  ({browser} = harness);
});
after(async () => {
  await harness.close();
});

describe('focus and frames', {concurrency: 3}, () => {
  for (const [state, look] of [
    ['year-range', 'light'],
    ['year-range', 'dark'],
    ['refined', 'dark'],
    ['open', 'forced colours'],
  ])
    // Requirement
    it(`are seen in ${state}, ${look}`, async () => {
      const page = await openState(browser, harness.origin, {state, look, lang: 'en', width: 800});
      await page.evaluate(installMeasures);
      assert.deepEqual(await measure(page, 'frames'), []);
      if (look === 'forced colours') assert.deepEqual(await measure(page, 'forced'), []);
      await page.getByRole('searchbox').first().focus();
      let stops = 0;
      for (; await measure(page, 'focus'); stops++) {
        // the page scrolls a frame later
        await eventually(async () => assert.deepEqual(await measure(page, 'focus'), []));
        await page.keyboard.press('Tab');
      }
      assert.ok(stops > 20, `${stops} stops`);
      await page.context().close();
    });

  for (const state of ['list', 'refined', 'facets', 'searched', 'ways-out', 'my-list', 'year-range', 'busy'])
    // Requirement: A-27
    it(`has frames in forced colours in ${state}`, async () => {
      const page = await openState(browser, harness.origin, {state, look: 'forced colours', lang: 'en', width: 800});
      await page.evaluate(installMeasures);
      assert.deepEqual([...(await measure(page, 'frames')), ...(await measure(page, 'forced'))], []);
      await page.context().close();
    });
});

describe('the measures', () => {
  it('find what is wrong', async () => {
    const page = await openState(browser, harness.origin, {state: 'searched', lang: 'en', width: 1280});
    await page.evaluate(installMeasures);
    await page.evaluate(() => {
      const {shadowRoot} = document.querySelector('good-practice-browser');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        :focus-visible {outline-color: #eee; outline-width: 1px}
        .field {border-color: #ddd !important; outline: 0 !important; overflow: hidden}
        .button {padding: 0 !important; width: 20px; overflow: hidden; scroll-behavior: smooth}
        .toolbar {width: 2000px; animation: 9s infinite away}
        .total {letter-spacing: 0 !important}
        .icon {forced-color-adjust: none}
        @keyframes away {from {opacity: .9}}`);
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      const add = (html) => shadowRoot.querySelector('.toolbar').insertAdjacentHTML('beforeend', html);
      add('<ul><li>One</li></ul><label for="nobody">A</label><i id="query"></i>');
      add('<button>Same</button><button>Same</button><button aria-label="Other">Seen</button>');
    });
    await page.getByRole('searchbox').first().focus();
    const found = {};
    for (const name of [
      'targets',
      'reflow',
      'references',
      'lists',
      'names',
      'motion',
      'focus',
      'frames',
      'forced',
      'spacing',
    ])
      found[name] = (await measure(page, name)).map(({problem}) => problem.replaceAll(/[\d.]+/g, '#'));
    const has = (name, ...problems) =>
      problems.forEach((problem) =>
        assert.ok(
          found[name].some((each) => each.startsWith(problem)),
          `${name}: ${problem} in ${found[name]}`,
        ),
      );
    has('targets', '# by # pixels');
    has('reflow', 'scrolls to', 'reaches from', 'cuts something off');
    has('references', 'for leads nowhere', 'has an id that another has');
    has('lists', 'is a list without a role');
    has('names', 'has the name of another: Same', 'is named Other, not Seen');
    has('motion', 'moves', 'scrolls smoothly');
    has('focus', 'has an outline #px');
    has('frames', '# to #');
    has('forced', 'keeps its own colours');
    has('spacing', 'is not spaced');
    await page.context().close();
  });
});

const widget = '<good-practice-browser id="practices" src="/practices.json" hits-per-page="4"></good-practice-browser>';

describe('in a page', () => {
  const sticky = `<style>html {scroll-padding-block-start: 100px} header {position: sticky; inset-block-start: 0; height: 100px; background: #fff}</style>`;

  // Requirement: A-25
  it('hides nothing that has the focus under a header of 100 pixels, in either direction', async () => {
    const visit = await harness.open(
      `<header><a href="#practices">Skip</a></header><p>Before</p>${widget}<button>After</button>`,
      {
        head: scriptTag() + sticky,
        policy: "default-src 'self'; style-src 'self' 'unsafe-inline'",
        context: {viewport: {width: 700, height: 500}},
      },
    );
    const {page} = visit;
    await page.evaluate(installMeasures);
    await page.locator('gpb-card').nth(3).waitFor();
    const lying = async () => (await measure(page, 'focus'))?.filter(({problem}) => problem.startsWith('lies'));
    for (const [start, key] of [
      [page.getByRole('searchbox').first(), 'Tab'],
      [page.getByRole('button', {name: 'After'}), 'Shift+Tab'],
    ]) {
      await start.focus();
      if (key !== 'Tab') await page.keyboard.press(key);
      let stops = 0;
      for (; await lying(); stops++) {
        // the page scrolls a frame later
        await eventually(async () => assert.deepEqual(await lying(), []));
        await page.keyboard.press(key);
      }
      assert.ok(stops > 10, `${stops} stops`);
    }
    await page.getByRole('button', {name: 'Show more practices'}).press('Enter');
    await eventually(async () => assert.match(await focused(page), /^h2 /));
    await eventually(async () => assert.deepEqual(await lying(), []));
    await visit.close();
  });

  // Requirement: A-33
  it('is reached by a link that skips to it: the next thing by Tab is the search field', async () => {
    const visit = await harness.open(`<a href="#practices">Skip to the practices</a><button>Between</button>${widget}`);
    const {page} = visit;
    await page.locator('gpb-card').first().waitFor();
    await page.getByRole('link', {name: 'Skip to the practices'}).press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'input Search good practices');
    await visit.close();
  });
});

describe('more contrast', () => {
  for (const look of ['light', 'dark'])
    // Requirement: A-26
    it(`leaves no grey for visitors who ask for it, in ${look} colours and on a page with colours of its own`, async () => {
      const visit = await harness.open(
        `<style>:root {color-scheme: ${look}; --gpb-muted: gray; --gpb-line: silver} body {background: Canvas; color: CanvasText}</style>${widget}`,
        {
          policy: "default-src 'self'; style-src 'self' 'unsafe-inline'",
          context: {contrast: 'more', colorScheme: look},
        },
      );
      const {page} = visit;
      await page.locator('gpb-card').first().waitFor();
      await visit.drawn();
      const colours = await page.evaluate(() => {
        const {shadowRoot} = document.querySelector('good-practice-browser');
        const card = shadowRoot.querySelector('gpb-card').shadowRoot.querySelector('[part=card]');
        const of = (element, name, pseudo) => getComputedStyle(element, pseudo)[name];
        return {
          text: of(shadowRoot.querySelector('.root'), 'color'),
          count: of(shadowRoot.querySelector('.total span'), 'color'),
          example: of(shadowRoot.querySelector('#query'), 'color', '::placeholder'),
          field: of(shadowRoot.querySelector('.field'), 'borderTopColor'),
          facet: of(shadowRoot.querySelector('details'), 'borderBottomColor'),
          card: of(card, 'borderTopColor'),
        };
      });
      assert.deepEqual(new Set(Object.values(colours)).size, 1, JSON.stringify(colours));
      await page.locator('#query').focus();
      await page.keyboard.press('Tab');
      const ring = page.locator('.skip').evaluate((element) => getComputedStyle(element).outlineWidth);
      assert.equal(await ring, '3px');
      await visit.close();
    });
});
