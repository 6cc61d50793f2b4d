// Nothing on the page moves when the list comes: cumulative layout shift, as browsers count it (web.dev/cls).
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';

/** 0.1 counts as good. A footer that moves off the screen is 0.1 to 0.3. */
const ALLOWED = 0.02;

const devices = {phone: {width: 412, height: 823}, desktop: {width: 1350, height: 940}};
/** What the documentation gives webmasters beside the tag. */
const style = '<style>good-practice-browser:not(:defined) { display: block; min-height: 100svh }</style>';
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";
const script = '<script src="/embed/good-practice-browser.js" defer></script>';
const footer = '<footer style="height: 200px; background: #ddd">Town hall</footer>';
const fallbacks = {
  'no fallback content': '',
  'a line of fallback content': '<p>The good practices are <a href="/list">listed elsewhere</a>.</p>',
  'a long list as fallback content': `<ul>${'<li>A practice</li>'.repeat(200)}</ul>`,
};

const watchShifts = (page) =>
  page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const {hadRecentInput, value} of list.getEntries()) if (!hadRecentInput) globalThis.shift += value;
    }).observe({type: 'layout-shift', buffered: true});
  });

describe('content below the list', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** Answers with the demo's feed when it is let go. */
  function hold(path, status = 200) {
    const {promise, resolve} = withResolvers();
    harness.answers.set(path, async (_request, response) => {
      await promise;
      response.writeHead(status, {'content-type': 'application/json'}).end(readFileSync('demo/practices.json'));
    });
    return resolve;
  }
  const drawn = (page) =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const heightOf = (page) => page.locator('good-practice-browser').evaluate((element) => element.offsetHeight);

  for (const [device, viewport] of Object.entries(devices)) {
    for (const [name, fallback] of Object.entries(fallbacks))
      it(`stays on a ${device}, with ${name}`, async () => {
        const letGo = hold('/late.json');
        const visit = await harness.open(
          `<h1>Our city</h1><good-practice-browser src="/late.json">${fallback}</good-practice-browser>${footer}`,
          {head: style + script, policy, context: {viewport}, prepare: watchShifts},
        );
        const {page} = visit;
        await page.getByText('Loading good practices…').waitFor();
        await drawn(page);
        letGo();
        await page.getByRole('article').first().waitFor();
        await drawn(page);
        await drawn(page);
        const shift = await page.evaluate(() => globalThis.shift);
        assert.ok(shift <= ALLOWED, String(shift));
        await visit.close();
      });

    it(`stays in the demo on a ${device}`, async () => {
      const visit = await harness.open('', {context: {viewport}, prepare: watchShifts});
      const {page} = visit;
      await page.goto(`${harness.origin}/index.html`);
      await page.getByRole('article').first().waitFor();
      await drawn(page);
      await drawn(page);
      const shift = await page.evaluate(() => globalThis.shift);
      assert.ok(shift <= ALLOWED, String(shift));
      await visit.close();
    });
  }

  const loading = async (body, options) => {
    hold('/late.json');
    const visit = await harness.open(body, {policy, ...options});
    await visit.page.getByText('Loading good practices…').waitFor();
    return visit;
  };
  const widget = '<good-practice-browser src="/late.json"></good-practice-browser>';
  const viewport = devices.desktop;

  it('is a screen away while the list loads, and no more', async () => {
    const visit = await loading(widget, {context: {viewport}});
    assert.equal(await heightOf(visit.page), viewport.height);
    await visit.close();
  });

  it('is as near as the page wants', async () => {
    const head = `<style>body { --gpb-loading-height: 850px }</style>${script}`;
    const visit = await loading(widget, {head, context: {viewport}});
    assert.equal(await heightOf(visit.page), 850);
    await visit.close();
    const taller = await loading(widget, {head: head.replace('850', '5000'), context: {viewport}});
    assert.equal(await heightOf(taller.page), viewport.height);
    await taller.close();
  });

  it('is not moved away by a list in a narrow column', async () => {
    const visit = await loading(`<div style="width: 19em">${widget}</div>`, {context: {viewport}});
    assert.ok((await heightOf(visit.page)) < viewport.height);
    await visit.close();
  });

  it('is not moved away in a frame, which the page may make as high as its contents', async () => {
    hold('/late.json');
    const inner = await harness.open(widget, {policy: `${policy}; frame-ancestors 'self'`});
    const {pathname} = new URL(inner.page.url());
    const visit = await harness.open(`<iframe src="${pathname}" style="width: 900px; height: 900px"></iframe>`, {
      policy,
    });
    const frame = visit.page.frameLocator('iframe');
    await frame.getByText('Loading good practices…').waitFor();
    const height = await frame.locator('good-practice-browser').evaluate((element) => element.offsetHeight);
    assert.ok(height < 900, String(height));
    await visit.close();
    await inner.close();
  });

  it('comes back when the list fails', async () => {
    const letGo = hold('/failing.json', 500);
    const body = '<good-practice-browser src="/failing.json"><p>Listed elsewhere.</p></good-practice-browser>';
    const visit = await harness.open(body, {policy, context: {viewport}});
    await visit.page.getByText('Loading good practices…').waitFor();
    letGo();
    await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
    await eventually(async () => assert.ok((await heightOf(visit.page)) < viewport.height / 2));
    await visit.close();
  });
});

/** As `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return {promise, resolve};
}
