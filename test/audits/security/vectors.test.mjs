import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {startHarness} from '../../support/page-harness.mjs';
import {findForbidden} from './post-condition.mjs';
import {readVectors} from './read-vectors.mjs';

const vectors = readVectors();

/** A page of so many vectors, or of so many characters of them, is drawn in seconds. */
const BATCH = 250;
const BATCH_LENGTH = 40_000;
const batches = [];
let length = Infinity;
for (const vector of vectors) {
  length += vector.length;
  if (length > BATCH_LENGTH || batches.at(-1).length === BATCH) {
    batches.push([]);
    length = vector.length;
  }
  batches.at(-1).push(vector);
}

const short = (batch) => batch.filter(({length}) => length < 500).slice(0, 60);

/** A feed with a practice of each vector in every text; what there is once has many of them. */
const feedOf = (batch) => ({
  version: batch[0],
  title: short(batch).join(' '),
  license: short(batch).join(' '),
  updated: batch[1],
  language: 'en',
  topics: batch.map((v) => ({id: v, label: {en: v, fr: v}})),
  practices: batch.map((v) => ({
    id: v,
    title: v,
    titleLang: v,
    summary: {en: v, [v]: v},
    city: [v, 'Leeds'],
    country: [v, 'GB'],
    period: v,
    topics: [v, {id: v, label: v}],
    sections: [
      {heading: v, text: v},
      {heading: {en: v}, html: v},
      {html: `<div>${v}</div>`, base: v},
      {html: `<p lang="en">One <a href="${v}" title='${v}'>two</a> <img src="${v}" alt='${v}'></p>${v}`},
      v,
    ],
    url: v,
    image: {src: v, alt: v},
    links: [v, {url: v, label: v}, {url: 'https://a.example/', label: v}],
    contact: {name: v, email: v, phone: v, url: v},
    location: v,
    [v]: v,
  })),
});

/** Before anything else in the page: notes what ran. */
function watchPage(hasSanitizer) {
  if (!hasSanitizer) delete Element.prototype.setHTML;
  const ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => void ran.push(name);
  const globals = new Set([...Object.getOwnPropertyNames(window), 'GoodPracticeBrowser', 'ranUntilNow']);
  const prototype = Object.getOwnPropertyNames(Object.prototype).join();
  window.ranUntilNow = () => [
    ...ran,
    // elements with names are globals too: a feed must not get any into the page
    ...Object.getOwnPropertyNames(window).filter((name) => !globals.has(name)),
    ...(Object.getOwnPropertyNames(Object.prototype).join() === prototype ? [] : ['Object.prototype']),
  ];
}

/** In the page: opens every card, and tells what was drawn. */
async function openCards() {
  const widget = document.querySelector('good-practice-browser');
  // The first frame has fewer.
  await widget.updateComplete;
  const cards = [...widget.shadowRoot.querySelectorAll('gpb-card')];
  for (const card of cards) card.open = true;
  await Promise.all(cards.map((card) => card.updateComplete));
  await customElements.whenDefined('gpb-html');
  const sections = cards.flatMap((card) => [...card.shadowRoot.querySelectorAll('gpb-html')]);
  await Promise.all(sections.map((section) => section.updateComplete));
  const drawn = sections.map(({shadowRoot}) => shadowRoot.innerHTML.replace(/<!--.*?-->/g, ''));
  const forbidden = sections.flatMap(({shadowRoot}) => {
    const copy = document.createElement('div');
    copy.append(
      ...[...shadowRoot.childNodes].filter(({nodeType}) => nodeType !== 8).map((node) => node.cloneNode(true)),
    );
    return copy.querySelector('slot') ? [] : window.findForbidden(copy);
  });
  const roots = [widget, ...cards].map(({shadowRoot}) => shadowRoot);
  for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
    if (/^(script|iframe|object|embed|link|meta|base|form|template|math)$/.test(element.localName))
      forbidden.push(`<${element.localName}> in the widget`);
    for (const {name, value} of element.attributes)
      if (/^on|^style$|^srcdoc$|^formaction$|^ping$|^target$/.test(name)) forbidden.push(`${name}="${value}"`);
    if (element.localName === 'a' && !/^(https?|mailto|tel):$/.test(element.protocol)) forbidden.push(element.href);
    if (element.localName === 'img' && new URL(element.src).origin !== location.origin) forbidden.push(element.src);
  }
  return {cards: cards.length, drawn, forbidden};
}

// Requirement: S-02
describe(`${vectors.length} vectors in every text of a feed`, () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** A page without a Content-Security-Policy, which would stop what we look for. */
  async function open(body, hasSanitizer, options) {
    const events = [];
    const visit = await harness.open(body, {
      policy: '',
      ...options,
      async prepare(page) {
        page.on('dialog', (dialog) => {
          events.push(`dialog ${dialog.type()}`);
          void dialog.dismiss();
        });
        page.context().on('page', (popup) => events.push(`page ${popup.url()}`));
        await page.addInitScript({content: `window.findForbidden = ${findForbidden}`});
        await page.addInitScript(watchPage, hasSanitizer);
      },
    });
    visit.page.on('request', (request) => request.isNavigationRequest() && events.push(`to ${request.url()}`));
    return {visit, page: visit.page, events};
  }

  /** What is drawn of a batch, after all that must not happen was seen not to. */
  async function draw(batch, hasSanitizer) {
    const body = '<good-practice-browser src="/hostile.json" hits-per-page="1000"></good-practice-browser>';
    const feed = {headers: {'content-type': 'application/json'}, body: JSON.stringify(feedOf(batch))};
    const {visit, page, events} = await open(body, hasSanitizer, {answers: {'/hostile.json': feed}});
    const surroundings = () =>
      page.evaluate(() => [
        document.baseURI.replace(/\?.*/, ''),
        document.title,
        [...document.body.querySelectorAll('*')].map(({localName}) => localName).join(),
      ]);
    const before = await surroundings();
    await page.waitForFunction(() => document.querySelector('good-practice-browser')?.searchResults);
    // one by a visitor, as the first card that opens loads the features
    await page.locator('.toggle').first().press('Enter');
    const {cards, drawn, forbidden} = await page.evaluate(openCards);
    assert.ok(cards > batch.length * 0.8, `${cards} cards`);
    assert.deepEqual(forbidden, []);
    await page.getByRole('searchbox').first().fill('alert');
    await page.waitForFunction(
      () => document.querySelector('good-practice-browser').searchResults.state.query === 'alert',
    );
    await sleep(100);
    assert.deepEqual(await page.evaluate(() => window.ranUntilNow()), []);
    assert.deepEqual(events, []);
    assert.deepEqual(visit.seen.errors, []);
    const isOurs = (url) => url.startsWith(`${harness.origin}/`);
    assert.deepEqual(
      visit.seen.requests.filter((url) => !isOurs(url)),
      [],
    );
    assert.deepEqual(await surroundings(), before);
    await visit.close();
    return drawn;
  }

  for (const [i, batch] of batches.entries())
    // Requirement: S-03, S-04
    it(`runs no script, sends no request, and draws the same with the browser's sanitizer as without (${i + 1} of ${batches.length})`, async () => {
      const native = await draw(batch, true);
      assert.deepEqual(await draw(batch, false), native);
    });

  it('runs scripts if the same texts enter a page without the widget', async () => {
    const {page, visit} = await open('<p id="raw"></p>', true, {head: ''});
    const fired = await page.evaluate(
      async (all) => {
        for (const vector of all) {
          const box = document.createElement('div');
          document.body.append(box);
          try {
            box.innerHTML = vector;
          } catch {}
          await new Promise((resolve) => setTimeout(resolve));
          box.remove();
        }
        return window.ranUntilNow().length;
      },
      vectors.filter((vector) => vector.length < 2000 && !/http-equiv|\blink\b|iframe|frame|portal/i.test(vector)),
    );
    const foreign = visit.seen.requests.filter((url) => !url.startsWith(harness.origin)).length;
    assert.ok(fired >= 20, `${fired} fired`);
    assert.ok(foreign >= 5, `${foreign} requests`);
    await visit.close();
  });
});
