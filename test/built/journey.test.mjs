import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';

const widget =
  '<good-practice-browser src="/practices.json"><p>See <a href="/old">our old list</a></p></good-practice-browser>';

describe('a visitor of a page with a strict Content-Security-Policy', () => {
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

  // Requirement: I-14
  it('types with an input method, which no search interrupts', async () => {
    const visit = await arrive();
    const {page} = visit;
    const field = page.getByRole('searchbox').first();
    const query = () => new URL(page.url()).searchParams.get('gp-q');
    await visit.search('employ');
    await visit.isAnswered('employ');
    assert.equal(query(), 'employ');
    await field.press('End');
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['m', 'me', 'ment'])
      await keyboard.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
    assert.equal(await field.inputValue(), 'employment');
    await visit.isAnswered('employ');
    assert.equal(query(), 'employ');
    await keyboard.send('Input.insertText', {text: 'ment'});
    await visit.isAnswered('employment');
    assert.equal(query(), 'employment');
    assert.equal(await field.inputValue(), 'employment');
    visit.assertClean();
    await visit.close();
  });

  it('searches, refines, reads, shares the address and goes back', async () => {
    const visit = await arrive({query: '?page_id=7&utm_source=a%20b#news'});
    const {page} = visit;
    assert.equal((await visit.titles()).length, 12);
    const search = () => new URL(page.url()).search;
    assert.equal(search(), '?page_id=7&utm_source=a%20b', 'nothing is written before the visitor acts');

    await visit.search('manchster');
    await eventually(async () =>
      assert.deepEqual(await visit.titles(), ['Employment opportunities as a factor of cohesion']),
    );
    await visit.search('employ');
    await visit.isAnswered('employ');
    await visit.refine('United Kingdom');
    await visit.refine('Business and labour market');
    await eventually(async () => assert.match(await visit.total(), /^4 of/));
    await visit.readMore('The Inclusive Anchors Network');
    await page.getByText('Thirteen of the biggest employers in Leeds').waitFor();

    assert.equal(new URL(page.url()).hash, '#news');
    assert.match(search(), /^\?page_id=7&utm_source=a%20b&gp-q=employ&/);
    const titles = await visit.titles();
    const shared = await harness.open(widget, {query: search()});
    await shared.page.getByText('Thirteen of the biggest employers in Leeds').waitFor();
    assert.deepEqual(await shared.titles(), titles);
    assert.equal(await shared.page.getByRole('searchbox').first().inputValue(), 'employ');
    assert.ok(await shared.page.getByRole('checkbox', {name: /^United Kingdom/}).isChecked());
    shared.assertClean();
    await shared.close();

    await page.goBack();
    await eventually(async () => assert.ok(!(await page.getByRole('checkbox', {name: /^Business/}).isChecked())));
    assert.ok(await page.getByRole('checkbox', {name: /^United Kingdom/}).isChecked());
    await page.goBack();
    await eventually(async () => assert.ok(!(await page.getByRole('checkbox', {name: /^United Kingdom/}).isChecked())));
    await page.goForward();
    await eventually(async () => assert.ok(await page.getByRole('checkbox', {name: /^United Kingdom/}).isChecked()));
    await page.reload();
    await page.getByRole('searchbox').first().waitFor();
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'employ');
    visit.assertClean();
    await visit.close();
  });

  it('finds Zürich for “zurich”', async () => {
    const body = JSON.stringify([
      {title: 'One', city: 'Zürich', country: 'CH'},
      {title: 'Two', city: 'Bern', country: 'CH'},
    ]);
    const feed = {headers: {'content-type': 'application/json'}, body};
    const visit = await harness.open('<good-practice-browser src="/swiss.json"></good-practice-browser>', {
      answers: {'/swiss.json': feed},
    });
    await visit.search('zurich');
    await visit.isAnswered('zurich');
    assert.deepEqual(await visit.titles(), ['One']);
    assert.equal(await visit.page.locator('mark').innerText(), 'Zürich');
    visit.assertClean();
    await visit.close();
  });

  it('finds practices that ran through 2017, and leaves the other years to choose', async () => {
    const visit = await arrive();
    const years = visit.page.getByRole('group', {name: 'Year'}).getByRole('checkbox');
    await visit.page
      .getByRole('button', {name: /^Show \d+ more/})
      .last()
      .click();
    const before = await years.count();
    await visit.page.getByRole('checkbox', {name: /^2017 /}).click();
    await eventually(async () => assert.match(await visit.total(), /^\d+ of 180 practices$/));
    assert.equal(await years.count(), before);
    assert.ok(
      (await visit.page.getByRole('article').allInnerTexts()).some((text) =>
        /20(0\d|1[0-6]) onwards|Since 20(0\d|1[0-6])/.test(text),
      ),
    );
    visit.assertClean();
    await visit.close();
  });

  it('sees the fallback content when the feed fails, and can try again', async () => {
    const visit = await harness.open(widget, {answers: {'/practices.json': {status: 503, body: ''}}});
    const {page} = visit;
    await page.locator('[part=failure]').waitFor();
    assert.ok(await page.getByRole('link', {name: 'our old list'}).isVisible());
    assert.deepEqual(visit.seen.errors, []);
    harness.answers.delete('/practices.json');
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.getByRole('searchbox').first().waitFor();
    assert.ok(!(await page.getByRole('link', {name: 'our old list'}).isVisible()));
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'good-practice-browser'),
    );
    await visit.close();
  });

  // Requirement: A-04
  it('follows a link to closed text, and finds it open', async () => {
    // Chromium looks for the text until the page has loaded. An image keeps it loading until the practices are there.
    let release;
    const released = new Promise((resolve) => (release = resolve));
    const late = async (_request, response) => {
      await released;
      response.writeHead(204).end();
    };
    const visit = await harness.open(`${widget}<img src="/late.png" alt="">`, {
      query: '#:~:text=biggest%20employers%20in%20Leeds',
      answers: {'/late.png': late},
      prepare: (page) => page.once('domcontentloaded', () => page.getByRole('article').first().waitFor().then(release)),
    });
    await visit.page.getByRole('button', {name: 'Read less: The Inclusive Anchors Network'}).waitFor();
    assert.equal(await visit.page.evaluate(() => document.activeElement.localName), 'body');
    await visit.close();
  });

  it('reads the interface in French where the page says so, from one more file, and the words of page and texts', async () => {
    const visit = await harness.open(`<div lang="fr">${widget}</div>`);
    await eventually(async () => assert.equal(await visit.total(), '180 pratiques'));
    await eventually(() => {
      const paths = visit.seen.requests.map((url) => new URL(url).pathname);
      assert.deepEqual(paths.filter((path) => !path.startsWith('/page-')).sort(), [
        '/embed/good-practice-browser.js',
        '/embed/locales/fr.json',
        '/embed/words/en.json',
        '/embed/words/fr.json',
        '/practices.json',
      ]);
    });
    visit.assertClean();
    await visit.close();
    const tampered = await harness.open(`<div lang="fr">${widget}</div>`, {
      answers: {'/embed/locales/fr.json': {headers: {'content-type': 'application/json'}, body: '{}'}},
    });
    await eventually(async () => assert.match(tampered.seen.console.join(), /the widget shows English/));
    assert.equal(await tampered.total(), '180 practices');
    harness.answers.delete('/embed/locales/fr.json');
    await tampered.close();
  });

  it('needs no history: in a sandboxed frame all else works', async () => {
    const inner = `<script src="${harness.origin}/embed/good-practice-browser.js"></script><good-practice-browser src="${harness.origin}/practices.json"></good-practice-browser>`;
    const cors = {'access-control-allow-origin': '*'};
    const visit = await harness.open(
      `<iframe sandbox="allow-scripts" src="/frame.html" width="900" height="900"></iframe>`,
      {
        policy: '',
        answers: {
          '/frame.html': {headers: {'content-type': 'text/html'}, body: inner},
          '/practices.json': {
            headers: {...cors, 'content-type': 'application/json'},
            body: JSON.stringify([{title: 'One', city: 'Leeds'}, {title: 'Two'}]),
          },
        },
      },
    );
    const frame = visit.page.frameLocator('iframe');
    await frame.getByRole('searchbox').first().fill('leeds');
    await frame.locator('[part=count]').getByText('1 of 2 practices').waitFor();
    assert.deepEqual(visit.seen.errors, []);
    harness.answers.delete('/practices.json');
    await visit.close();
  });
});
