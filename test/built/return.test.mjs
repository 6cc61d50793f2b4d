import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';

const widget =
  '<p style="height:120px">A page</p><good-practice-browser src="/practices.json"></good-practice-browser>';
const elsewhere = {'/elsewhere': {headers: {'content-type': 'text/html'}, body: '<title>Elsewhere</title>'}};

describe('a visitor who leaves the page and comes back', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** Where the cards are on the screen, and which element has the focus. */
  const situation = ({page}) =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const cards = [...document.querySelector('good-practice-browser').shadowRoot.querySelectorAll('gpb-card')];
      return {
        cards: cards.length,
        open: cards.filter((card) => card.open).length,
        top: Math.round(cards[20]?.getBoundingClientRect().top ?? NaN),
        focused: focused.getAttribute('aria-label') ?? focused.textContent.trim(),
      };
    });

  // Requirement: S-32
  it('finds all pages, the open card, the place and the focus again, without any storage', async () => {
    const visit = await harness.open(widget, {policy: '', answers: elsewhere});
    const {page} = visit;
    await page.getByRole('searchbox').first().waitFor();
    await visit.readMore('The Inclusive Anchors Network');
    await page.getByRole('button', {name: 'Show more practices'}).click();
    await page.getByRole('article').nth(20).scrollIntoViewIfNeeded();
    await page.getByRole('article').nth(20).locator('[part=toggle], [part=source]').first().focus();
    await page.evaluate(() => scrollBy(0, 37));
    const before = await situation(visit);
    assert.equal(before.cards, 24);
    assert.equal(before.open, 1);
    await page.goto(`${harness.origin}/elsewhere`);
    await page.goBack();
    await eventually(async () => assert.deepEqual(await situation(visit), before));
    await page.reload();
    await eventually(async () => assert.deepEqual(await situation(visit), before));
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
    visit.assertClean();
    await visit.close();
  });
});

describe('a visitor whose browser keeps the page that is left', () => {
  // Requirement: S-31
  it('finds it as it was, with nothing loaded again', async () => {
    const harness = await startHarness({ignoreDefaultArgs: ['--disable-back-forward-cache']});
    const visit = await harness.open(widget, {policy: '', answers: elsewhere});
    const {page, seen} = visit;
    await page.getByRole('searchbox').first().waitFor();
    await visit.search('youth');
    await visit.hasWords('en');
    await page.evaluate(() => addEventListener('pageshow', ({persisted}) => (document.title = `kept: ${persisted}`)));
    await page.goto(`${harness.origin}/elsewhere`);
    seen.requests.length = 0;
    // Playwright's own goBack waits for a page that is loaded, and this one is not.
    await page.evaluate(() => setTimeout(() => history.back()));
    await eventually(async () => assert.equal(await page.title(), 'kept: true'));
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'youth');
    await visit.search('youth council');
    await eventually(async () => assert.match(page.url(), /gp-q=youth\+council/));
    assert.deepEqual(seen.requests, []);
    await harness.close();
  });
});

describe('a visitor who prints', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** The headings of a printed page, from the outline of its PDF. */
  const outline = (pdf) =>
    [...pdf.toString('latin1').matchAll(/\/Title \(((?:\\.|[^\\)])*)\)/g)].map(([, title]) => title);

  const practices = Array.from({length: 520}, (_, i) => ({
    title: `Practice ${i}`,
    summary: 'Short.',
    topics: [i % 26 ? 'many' : 'few'],
    sections: [{text: `The text of ${i}`}],
  }));
  const answers = {
    '/many.json': {headers: {'content-type': 'application/json'}, body: JSON.stringify(practices)},
  };
  const arrive = async (query) => {
    const visit = await harness.open('<good-practice-browser src="/many.json"></good-practice-browser>', {
      query,
      answers,
    });
    await visit.page.getByRole('searchbox').first().waitFor();
    return visit;
  };

  /** Opens no dialog, and notes that it would have. The sheets come from `page.pdf()`. */
  const notePrint = (page) => page.evaluate(() => (window.print = () => (window.isPrinting = true)));
  const printsBy = async (page, name) => {
    await notePrint(page);
    await page.getByRole('button', {name}).click();
    await page.waitForFunction(() => window.isPrinting);
  };
  const printed = async (page) =>
    outline(await page.pdf({outline: true, tagged: true})).filter((title) => title.startsWith('Practice'));
  const titles = (from, to) => practices.slice(from, to).map(({title}) => title);
  /** What is on paper, in words. */
  const paper = async (page) => {
    await page.emulateMedia({media: 'print'});
    return page.evaluate(() => {
      const textOf = (root) =>
        [...root.querySelectorAll('*')]
          .filter((element) => !element.children.length || element.shadowRoot)
          .map((element) =>
            element.shadowRoot ? textOf(element.shadowRoot) : element.checkVisibility() ? element.textContent : '',
          )
          .join(' ');
      return textOf(document.querySelector('good-practice-browser').shadowRoot).replace(/\s+/g, ' ');
    });
  };
  const CONTROLS = /Read more|Read less|Copy link|Print|Show more|Sort by|Clear all|Download/;

  // Requirement: A-37
  it('prints what is shown, without controls, and reads how many practices are not printed', async () => {
    const visit = await arrive('?gp-topic=many');
    const {page} = visit;
    const shown = await visit.titles();
    assert.equal(shown.length, 12);
    assert.deepEqual(await printed(page), shown);
    const text = await paper(page);
    assert.match(text, /500 ?of 520 practices/);
    assert.match(text, /488 more practices are not printed\./);
    assert.doesNotMatch(text, CONTROLS);
    visit.assertClean();
    await visit.close();
  });

  // Requirement: A-37
  it('prints what was searched, in its field without buttons', async () => {
    const visit = await arrive('?gp-q=few+practice');
    const {page} = visit;
    const field = page.getByRole('searchbox').first();
    const buttons = page.locator('.clear, [part=offered-filter]');
    await buttons.nth(1).waitFor();
    await page.emulateMedia({media: 'print'});
    assert.deepEqual([await field.isVisible(), await field.inputValue()], [true, 'few practice']);
    for (const button of await buttons.all()) assert.equal(await button.isVisible(), false);
    await page.emulateMedia({media: 'screen'});
    await visit.search('');
    await buttons.first().waitFor({state: 'detached'});
    await page.emulateMedia({media: 'print'});
    assert.equal(await field.isVisible(), false);
    await visit.close();
  });

  // Requirement: A-37
  it('prints the only open practice alone, by the command of the browser', async () => {
    const visit = await arrive('?gp-open=practice-26');
    const {page} = visit;
    await page.locator('gpb-card[open]').waitFor();
    assert.deepEqual(await printed(page), ['Practice 26']);
    const text = await paper(page);
    assert.match(text, /The text of 26 /);
    assert.doesNotMatch(text, CONTROLS);
    assert.doesNotMatch(text, /of 520|not printed/);
    await visit.close();
  });

  // Requirement: A-37
  it('prints several open practices among the others, and one of them alone by its button', async () => {
    const visit = await arrive('?gp-open=practice-1&gp-open=practice-3');
    const {page} = visit;
    await page.locator('gpb-card[open]').nth(1).waitFor();
    assert.deepEqual(await printed(page), titles(0, 12));
    await printsBy(page, /^Print ?: Practice 3$/);
    assert.deepEqual(await printed(page), ['Practice 3']);
    await eventually(async () => assert.deepEqual(await printed(page), titles(0, 12), 'afterwards it is as it was'));
    visit.assertClean();
    await visit.close();
  });

  // Requirement: A-37
  it('prints all that was found by “Print all”, without a change on the screen', async () => {
    const visit = await arrive('?gp-topic=few&gp-open=practice-26');
    const {page} = visit;
    const few = practices.filter((_, i) => i % 26 === 0).map(({title}) => title);
    await printsBy(page, 'Print all');
    const {height} = await page.locator('good-practice-browser').boundingBox();
    assert.equal(await page.locator('.cards > li:visible').count(), 12);
    assert.deepEqual(await printed(page), few);
    await eventually(async () => assert.equal((await visit.titles()).length, 12, 'afterwards it is as it was'));
    assert.equal((await page.locator('good-practice-browser').boundingBox()).height, height);
    await printsBy(page, 'Print all');
    const text = await paper(page);
    assert.match(text, /The text of 26 /);
    assert.doesNotMatch(text, /The text of 52 |not printed/);
    await visit.close();
  });

  // Requirement: A-37
  it('gets no more than 100 by “Print all”, and is told how many more there are', async () => {
    const visit = await arrive('');
    await printsBy(visit.page, 'Print all');
    assert.match(await paper(visit.page), /420 more practices are not printed\./);
    assert.deepEqual(await printed(visit.page), titles(0, 100));
    await visit.close();
  });

  // Requirement: A-37
  it('has no half-empty sheet, and no card on two of them', async () => {
    const visit = await arrive('');
    const {page} = visit;
    await page.emulateMedia({media: 'print'});
    const cards = await page.locator('.cards > li').evaluateAll((items) =>
      items.map((item) => ({
        inside: getComputedStyle(item).breakInside,
        display: getComputedStyle(item.parentElement).display,
      })),
    );
    for (const card of cards) assert.deepEqual(card, {inside: 'avoid', display: 'block'});
    const sheets = (await page.pdf({width: '210mm', height: '297mm'})).toString('latin1');
    assert.equal(sheets.match(/\/Type \/Page\b/g).length, 2, 'twelve short cards fill two sheets');
    await visit.close();
  });

  // Requirement: A-37
  it('fills the width of the paper, also if the filters were beside the cards', async () => {
    const visit = await arrive('');
    const {page} = visit;
    await page.setViewportSize({width: 794, height: 1123});
    await page.emulateMedia({media: 'print'});
    const widthOf = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate(({clientWidth}) => clientWidth);
    assert.equal(await widthOf('.cards > li'), await widthOf('.browser'));
    await visit.close();
  });

  // Requirement: A-37
  it('prints “My list” as a brochure: its title, the contents, and each practice', async () => {
    const visit = await arrive('?gp-list=practice-2&gp-list=practice-0');
    const {page} = visit;
    await page.locator('.list-counter').click();
    await page.getByLabel('Title of the list').fill('Ideas for our mayor');
    await notePrint(page);
    await page.locator('gpb-list').getByRole('button', {name: 'Print', exact: true}).click();
    await page.waitForFunction(() => window.isPrinting);
    await page.emulateMedia({media: 'print'});
    const breaks = await page
      .locator('.brochure article')
      .evaluateAll((articles) => articles.map((article) => getComputedStyle(article).breakBefore));
    assert.deepEqual(breaks, ['page', 'auto'], 'the first practice begins a sheet');
    // After the sheets, the widget goes back to what it was.
    const pdf = await page.pdf({outline: true, tagged: true});
    for (const heading of ['Ideas for our mayor', 'Contents', 'Practice 2', 'Practice 0'])
      assert.ok(outline(pdf).includes(heading), heading);
    await visit.close();
  });
});

describe('a visitor whose connection comes back', () => {
  // Requirement: S-23
  it('sees the practices without asking, and the server is asked once, however many widgets wait', async () => {
    const harness = await startHarness();
    const visit = await harness.open('<good-practice-browser></good-practice-browser>'.repeat(5));
    const {page, seen} = visit;
    await page.context().setOffline(true);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('good-practice-browser')) element.src = '/practices.json';
    });
    await eventually(async () => assert.equal(await page.locator('[part=failure]').count(), 5));
    seen.requests.length = 0;
    await page.context().setOffline(false);
    await eventually(async () => assert.equal(await page.getByRole('search').count(), 5));
    assert.equal(seen.requests.filter((url) => url.endsWith('/practices.json')).length, 1);
    await visit.close();
    await harness.close();
  });
});
