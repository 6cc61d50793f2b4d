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
    if (!listeners.get(listener)?.size) listeners.delete(listener);
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

/** In the page: puts elements in and takes them out in one task, some with the attribute and some with the property. */
async function putInAndTakeOut([tags, times]) {
  for (let i = 0; i < times; i++)
    for (const tag of tags) {
      const element = document.createElement(tag);
      if (i % 2) element.src = '/feed.json';
      else element.setAttribute('src', '/feed.json');
      element.setAttribute('refresh', '60');
      document.body.append(element);
      element.remove();
    }
  // What would have been started has begun by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Loads what a page loads only once, before anything is counted. */
async function warmUp({page}) {
  await page.evaluate(cycle, 5);
  await page.evaluate(() => customElements.whenDefined('gpb-range').then(() => {}));
  await page.evaluate(cycle, 15);
}

const classOf = (tag) => `customElements.get('${tag}')`;

/**
 * How many objects of a class there are, after the browser has tidied up. The look for objects tidies up too, but leaves
 * some that a snapshot of the heap does not have.
 */
async function countObjects(cdp, name) {
  await cdp.send('HeapProfiler.collectGarbage');
  const {result} = await cdp.send('Runtime.evaluate', {expression: `${name}.prototype`});
  const {objects} = await cdp.send('Runtime.queryObjects', {prototypeObjectId: result.objectId});
  const {result: length} = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length }',
  });
  await cdp.send('Runtime.releaseObject', {objectId: objects.objectId});
  return length.value;
}

/** Nodes and listeners of the page, after the browser has tidied up. */
async function countNodes(cdp) {
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const {metrics} = await cdp.send('Performance.getMetrics');
  const valueOf = (wanted) => metrics.find(({name}) => name === wanted).value;
  return {nodes: valueOf('Nodes'), listeners: valueOf('JSEventListeners')};
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
    const own = ['good-practice-browser', 'gpb-card'].map(classOf);
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
      const found = {};
      for (const name of classes) found[name] = await countObjects(cdp, name);
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

  const tags = ['good-practice-browser', 'gpb-latest', 'gpb-city', 'gpb-count', 'gpb-practice'];

  it('starts nothing if a script puts it in and takes it out at once', async () => {
    const visit = await open('', (page) => page.addInitScript(keepAccounts));
    const {page} = visit;
    const cdp = await page.context().newCDPSession(page);
    // What the page does only once, such as compiling the templates.
    await page.evaluate(putInAndTakeOut, [tags, 1]);
    const earlier = await countNodes(cdp);
    const listeners = await page.evaluate(() => globalThis.accounts.listeners());
    await page.evaluate(putInAndTakeOut, [tags, 200]);
    assert.deepEqual(await page.evaluate(() => globalThis.accounts.listeners()), listeners);
    await eventually(async () => {
      assert.deepEqual(await page.evaluate(() => globalThis.accounts.timers()), []);
      const left = {};
      for (const tag of tags) left[tag] = await countObjects(cdp, classOf(tag));
      assert.deepEqual(left, Object.fromEntries(tags.map((tag) => [tag, 0])));
      const {nodes, listeners: all} = await countNodes(cdp);
      assert.ok(nodes - earlier.nodes < 200, `${nodes - earlier.nodes} nodes more`);
      assert.ok(all - earlier.listeners < 200, `${all - earlier.listeners} listeners more`);
    });
    assert.deepEqual(
      visit.seen.requests.filter((url) => url.endsWith('.json')),
      [],
    );
    visit.assertClean();
    await visit.close();
  });

  it('works if the script puts it in again later', async () => {
    const visit = await open('');
    await visit.page.evaluate(async () => {
      const element = document.createElement('good-practice-browser');
      element.setAttribute('src', '/none.json');
      document.body.append(element);
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      element.setAttribute('src', '/feed.json');
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.body.append(element);
    });
    await visit.page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    await visit.search('chior');
    await eventually(async () => assert.equal((await visit.titles()).length, 2));
    assert.deepEqual(
      visit.seen.requests.filter((url) => /(?:none|feed)\.json$/.test(url)),
      [`${harness.origin}/feed.json`],
    );
    visit.assertClean();
    await visit.close();
  });

  it('asks for no feed while it is out, and for the last one when it is back', async () => {
    const visit = await open(widget());
    const {page} = visit;
    await page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    await page.evaluate(async () => {
      const element = document.querySelector('good-practice-browser');
      globalThis.removed = element;
      element.remove();
      for (const src of ['/one.json', '/two.json', '/feed.json?3']) {
        element.setAttribute('src', src);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    const feeds = () =>
      visit.seen.requests.map((url) => new URL(url)).filter(({pathname}) => /^\/\w+\.json$/.test(pathname));
    assert.deepEqual(
      feeds().map(({pathname}) => pathname),
      ['/feed.json'],
    );
    await page.evaluate(() => document.body.append(globalThis.removed));
    await eventually(async () =>
      assert.deepEqual(
        feeds().map(({search}) => search),
        ['', '?3'],
      ),
    );
    await page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    visit.assertClean();
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

// Requirement: S-26
describe('a widget that stays', () => {
  it('has no more nodes and listeners after hundreds of searches', async () => {
    const harness = await startHarness();
    const visit = await harness.open(widget(), {answers});
    const {page} = visit;
    await page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    const cdp = await page.context().newCDPSession(page);
    /** Searches for words that find all, some or no practices, one after the other, and ends with all. */
    const searchOften = (times) =>
      page.evaluate(async (count) => {
        const element = document.querySelector('good-practice-browser');
        const field = element.shadowRoot.querySelector('input[type=search]');
        const queries = ['choir', 'zebra', 'chior', 'a', 'school', ''];
        for (let i = 0; i < count * queries.length; i++) {
          field.value = queries[i % queries.length];
          field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
          const isAnswered = () => element.searchResults.state.query === field.value;
          while (!isAnswered()) await new Promise(requestAnimationFrame);
          await element.updateComplete;
        }
      }, times);
    /** Without the empty comment that lit-html 3.3 leaves for each item that `repeat` has removed. */
    const count = async () => {
      const {listeners, nodes} = await countNodes(cdp);
      const comments = await page.evaluate(() => {
        const within = (root) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
          let found = 0;
          while (walker.nextNode()) {
            const {nodeType, shadowRoot} = walker.currentNode;
            if (nodeType === Node.COMMENT_NODE) found++;
            if (shadowRoot) found += within(shadowRoot);
          }
          return found;
        };
        return within(document);
      });
      return {listeners, nodes: nodes - comments};
    };
    await searchOften(5);
    const earlier = await count();
    await searchOften(50);
    // Nodes that the browser still keeps of the last search are no leak: some for each search are.
    await eventually(async () => {
      const later = await count();
      assert.ok(later.nodes - earlier.nodes < 300, `${earlier.nodes} nodes became ${later.nodes}`);
      assert.ok(later.listeners - earlier.listeners < 30, `${earlier.listeners} listeners became ${later.listeners}`);
    });
    visit.assertClean();
    await visit.close();
    await harness.close();
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
