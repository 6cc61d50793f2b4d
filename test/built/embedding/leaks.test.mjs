import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../../support/page-harness.mjs';
import {answers, useEverything, widget} from './journey.mjs';

/** How often it is put in and taken out. */
const cycles = 1000;

/** In the page, before anything of it: what listens to what outlives the widget, and what still waits. */
function keepAccounts() {
  const listeners = new Map();
  const timers = new Set();
  globalThis.accounts = {
    listeners: () => [...listeners.values()].flatMap((types) => [...types.keys()]),
    timers: () => [...timers.values()].map(String),
  };
  const key = (type, options) => `${type} ${Boolean(options?.capture ?? options)}`;
  const outlives = (target) => target === window || target === document || target instanceof MediaQueryList;
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (outlives(this ?? window) && !options?.once) {
      const types = listeners.get(listener) ?? new Map();
      listeners.set(listener, types.set(key(type, options), true));
    }
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (outlives(this ?? window)) listeners.get(listener)?.delete(key(type, options));
    return removeEventListener.call(this, type, listener, options);
  };
  for (const [start, stop] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ]) {
    const [begin, end] = [window[start], window[stop]];
    window[start] = (act, ...rest) => {
      const entry = {toString: () => `${start} ${rest[0]} ${act}`};
      const number = begin(() => (timers.delete(entry), act()), ...rest);
      entry.number = number;
      timers.add(entry);
      return number;
    };
    window[stop] = (number) => {
      for (const entry of timers) if (entry.number === number) timers.delete(entry);
      end(number);
    };
  }
}

/** In the page: puts a widget in, waits for its practices, and takes it out. */
async function cycle(times) {
  for (let i = 0; i < times; i++) {
    const element = document.createElement('good-practice-browser');
    Object.assign(element, {src: '/feed.json', facets: 'topic country year-range', url: 'off'});
    document.querySelector('body').append(element);
    while (!element.shadowRoot.querySelector('gpb-card')) await new Promise(requestAnimationFrame);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Loads what a page loads only once, before anything is counted. */
async function warmUp({page}) {
  await page.evaluate(cycle, 5);
  await page.evaluate(() => customElements.whenDefined('gpb-year-range').then(() => {}));
  await page.evaluate(cycle, 15);
}

// Requirement: S-26
describe('a removed widget', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = (body, prepare) => harness.open(body, {answers, prepare});

  it('leaves no object behind, two hundred times over', async () => {
    const visit = await open('');
    const cdp = await visit.page.context().newCDPSession(visit.page);
    const count = async (name) => {
      const {result} = await cdp.send('Runtime.evaluate', {expression: `${name}.prototype`});
      const {objects} = await cdp.send('Runtime.queryObjects', {prototypeObjectId: result.objectId});
      const {result: length} = await cdp.send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: 'function () { return this.length }',
      });
      await cdp.send('Runtime.releaseObject', {objectId: objects.objectId});
      return length.value;
    };
    const own = ['good-practice-browser', 'gpb-card'].map((tag) => `customElements.get('${tag}')`);
    const classes = [
      ...own,
      'Node',
      'ShadowRoot',
      'AbortController',
      'MutationObserver',
      'Event',
      'Map',
      'Set',
      'Promise',
      'Function',
      'Array',
      'Object',
    ];
    const counts = async () => {
      // the look for objects alone leaves some that a snapshot of the heap does not have
      await cdp.send('HeapProfiler.collectGarbage');
      const found = {};
      for (const name of classes) found[name] = await count(name);
      return found;
    };
    await warmUp(visit);
    const earlier = await counts();
    await visit.page.evaluate(cycle, 200);
    // what the browser keeps of the last one, or until it tidies up the next time, is no leak: one object each time is
    await eventually(async () => {
      const later = await counts();
      assert.deepEqual(
        own.map((name) => later[name]),
        [0, 0],
      );
      const grown = classes.filter((name) => later[name] - earlier[name] >= 200);
      assert.deepEqual(
        grown.map((name) => [name, earlier[name], later[name]]),
        [],
      );
    });
    visit.assertClean();
    await visit.close();
  });

  it('leaves no listener on the window, the document or a media query, and nothing that waits', async () => {
    const visit = await open('<button>Of the page</button>', (page) => page.addInitScript(keepAccounts));
    const {page} = visit;
    // Playwright adds listeners too, from its first look at an element on.
    await page.getByRole('button').evaluateAll((all) => all.length);
    const earlier = await page.evaluate(() => globalThis.accounts.listeners());
    await page.evaluate(() => {
      const element = document.createElement('good-practice-browser');
      Object.assign(element, {src: '/feed.json', facets: 'topic country year-range'});
      document.querySelector('body').append(element);
    });
    await useEverything(visit);
    assert.ok((await page.evaluate(() => globalThis.accounts.listeners())).length > earlier.length + 5);
    await page.evaluate(() => document.querySelector('good-practice-browser').remove());
    assert.deepEqual(await page.evaluate(() => globalThis.accounts.listeners()), earlier);
    assert.equal(await page.locator('body > *').count(), 1);
    await eventually(async () =>
      assert.deepEqual(
        // the browser may take a minute to save what was downloaded
        (await page.evaluate(() => globalThis.accounts.timers())).filter((text) => !text.includes('60')),
        [],
      ),
    );
    await visit.close();
  });

  it(`leaves the heap as it was, ${cycles} times over`, async () => {
    const visit = await open('');
    const cdp = await visit.page.context().newCDPSession(visit.page);
    const heap = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    await warmUp(visit);
    // The engine keeps what it learns of code that runs often: some 300 kB in the first hundreds of times, and no more later.
    await visit.page.evaluate(cycle, 400);
    const earlier = await heap();
    await visit.page.evaluate(cycle, cycles);
    // what waits for a timer, or for the browser to tidy up, goes in time
    await eventually(async () => {
      const grown = (await heap()) - earlier;
      // one element with its fourteen practices weighs some hundred times that
      assert.ok(grown < 300_000, `${grown} bytes more`);
    });
    await visit.close();
  });
});

// Requirement: S-30
describe('twenty browsers on one page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('ask for the feed once, and keep their questions, keys, names and live regions apart', async () => {
    const visit = await harness.open(widget().repeat(20), {answers});
    const {page} = visit;
    await eventually(async () =>
      assert.equal(await page.locator('[part=count]').getByText('14 practices', {exact: true}).count(), 20),
    );
    assert.equal(visit.seen.requests.filter((url) => url.endsWith('/feed.json')).length, 1);
    await page.getByRole('searchbox').nth(0).fill('chior');
    await page
      .locator('good-practice-browser')
      .nth(19)
      .getByRole('checkbox', {name: /^Norway/})
      .click();
    await page.locator('[part=count]').getByText('2 of 14 practices', {exact: true}).waitFor();
    await page.locator('[part=count]').getByText('5 of 14 practices', {exact: true}).waitFor();
    assert.equal(await page.locator('[part=count]').getByText('14 practices', {exact: true}).count(), 18);
    assert.deepEqual(
      [...new URL(page.url()).searchParams],
      [
        ['gp-q', 'chior'],
        ['gp20-country', 'NO'],
      ],
    );
    assert.equal(await page.locator('body > [role=status], body > [role=alert]').count(), 3);
    const names = await page.getByRole('search').evaluateAll((all) => all.map((each) => each.ariaLabel));
    assert.equal(new Set(names).size, 20);
    visit.assertClean();
    await visit.close();
  });
});
