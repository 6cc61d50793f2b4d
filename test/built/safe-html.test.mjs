import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';

const HTML = `
<h2>What it is</h2>
<p onclick="alert(1)" style="color: red">Lewisham trains <strong>champions</strong> in <a href="schools/">every school</a>, says the
<abbr title="London Borough of Lewisham">LBL</abbr>. <em>It began in 2019</em> with <code>3</code> schools and <q>a lot of tea</q>.</p>
<ul><li>Champions meet monthly<ol start="3"><li>on Mondays</li><li>on Fridays</li></ol></li><li>They report to the <small>council</small></li></ul>
<h4>In numbers</h4>
<table><caption>Schools by year</caption><thead><tr><th scope="col">Year</th><th scope="col">Schools taking part</th><th scope="col">Champions trained</th><th scope="col">Languages</th><th scope="col">Costs</th></tr></thead>
<tbody><tr><th scope="row">2019</th><td>12</td><td>48</td><td>17</td><td>£ 20,000</td></tr><tr><th scope="row">2020</th><td>19</td><td>76</td><td>23</td><td>£ 31,000</td></tr></tbody></table>
<blockquote><p>The champions are the heart of it.</p></blockquote>
<figure><img src="/images/a.png" alt="A picture" width="300" height="60"><figcaption>Champions in 2021</figcaption></figure>
<pre><code>curl https://city.example/practices.json --header 'Accept: application/json' | less</code></pre>
<dl><dt>Contact</dt><dd>The office for schools</dd></dl>
<hr><p>AVeryLongWordThatNobodyWouldEverWriteButAnAddressMightBeLikeItWithoutAnySpacesInItAtAllOrHyphens</p>`;

const feed = {
  version: '1',
  language: 'en',
  practices: [
    {
      title: 'School champions',
      city: 'Lewisham',
      country: 'GB',
      summary: 'Schools.',
      sections: [{heading: 'Process', html: HTML}],
    },
    {title: 'Réseau', sections: [{html: {fr: '<p>Une <b>fête</b></p>', en: '<p>A <b>feast</b></p>'}}]},
  ],
};
const answers = {'/data/html.json': {headers: {'content-type': 'application/json'}, body: JSON.stringify(feed)}};
const widget = '<good-practice-browser src="/data/html.json" heading="Practices"></good-practice-browser>';

describe('sections[].html', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = async (options) => {
    const visit = await harness.open(widget, {answers, ...options});
    await visit.readMore('School champions');
    await visit.page.getByRole('table').waitFor();
    return visit;
  };

  for (const [way, prepare] of [
    ['with the browser’s sanitizer', undefined],
    ['without', (page) => page.addInitScript(() => delete Element.prototype.setHTML)],
  ])
    // Requirement: S-08
    it(`is drawn under a strict Content-Security-Policy ${way}, and links from the feed’s address`, async () => {
      const visit = await open({prepare, answers: {...answers, '/images/a.png': {status: 204}}});
      const {page} = visit;
      const link = page.getByRole('link', {name: 'every school'});
      assert.equal(await link.getAttribute('href'), `${harness.origin}/data/schools/`);
      assert.match(await link.getAttribute('rel'), /noopener.*noreferrer/);
      const headings = page.getByRole('article').first().getByRole('heading');
      const outline = await headings.evaluateAll((all) =>
        all.map((each) => `${each.localName} ${each.textContent.trim()}`),
      );
      assert.deepEqual(outline.slice(0, 4), ['h3 School champions', 'h4 Process', 'h5 What it is', 'h6 In numbers']);
      visit.assertClean();
      await visit.close();
    });

  it('marks what was searched for, word by word', async () => {
    const visit = await open();
    await visit.search('champions');
    const marks = await eventually(async () => {
      const found = await visit.page
        .locator('gpb-html')
        .evaluate(({shadowRoot}) => [...shadowRoot.querySelectorAll('mark')].map(({textContent}) => textContent));
      assert.ok(found.length);
      return found;
    });
    assert.equal(new Set(marks.map((mark) => mark.toLowerCase())).size, 1);
    assert.equal(marks.length, 5);
    await visit.close();
  });

  it('is reached and scrolled by keyboard where it is too wide, and named by its practice', async () => {
    const visit = await open({context: {viewport: {width: 320, height: 900}}});
    const {page} = visit;
    const boxes = page.locator('gpb-html [tabindex="0"]');
    await eventually(async () =>
      assert.deepEqual(await boxes.evaluateAll((all) => all.map(({localName}) => localName)), ['div', 'pre']),
    );
    for (const box of await page.getByRole('group', {name: 'School champions'}).all()) {
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await eventually(async () => assert.ok((await box.evaluate(({scrollLeft}) => scrollLeft)) > 0));
    }
    await visit.close();
  });

  it('is where the browser’s own search finds it while the card is closed', async () => {
    const visit = await harness.open(widget, {answers});
    const body = visit.page.locator('gpb-card #body').first();
    await body.waitFor({state: 'attached'});
    assert.equal(await body.getAttribute('hidden'), 'until-found');
    assert.match(await body.textContent(), /The champions are the heart of it\./);
    await body.dispatchEvent('beforematch');
    await visit.page.locator('gpb-html blockquote').waitFor();
    await visit.close();
  });

  for (const width of [320, 768, 1280])
    for (const colorScheme of ['light', 'dark'])
      it(`stays within its card at ${width} pixels, ${colorScheme}`, async () => {
        const visit = await open({
          context: {viewport: {width, height: 900}, colorScheme},
          head: `<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/town.css"><script src="/embed/good-practice-browser.js" defer></script>`,
        });
        const {page} = visit;
        const outside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(outside <= 0, `${outside} pixels too wide`);
        const card = await page.getByRole('article').first().boundingBox();
        for (const part of ['gpb-html > *', 'gpb-html pre', 'gpb-html div', 'gpb-html img', 'gpb-html p'])
          for (const each of await page.locator(part).all()) {
            const box = await each.boundingBox();
            assert.ok(!box || box.x + box.width <= card.x + card.width + 1, `${part} ${box?.x} ${box?.width}`);
          }
        await visit.screenshot(`html-${width}-${colorScheme}`);
        await visit.close();
      });
});
