import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startHarness} from '../support/page-harness.mjs';

const MARKS = '\u0300\u0301\u0302\u0303';
const tower = 'a' + MARKS.repeat(300);
const joined = '\u0bcc'.repeat(50) + '\u115f'.repeat(50);
const plain = (id) => ({id, title: `Plain ${id}`, summary: 'A short text.', city: 'Leeds'});
const practices = [
  plain('1'),
  plain('2'),
  {
    id: 'tall',
    title: `Tall ${tower}`,
    summary: tower,
    city: `Z${'\u0334\u0335\u0300'.repeat(200)}`,
    topics: [`topic ${tower}`],
    period: `2018 ${tower}`,
    sections: [{heading: tower, text: tower}],
  },
  plain('3'),
  {
    id: 'wide',
    title: joined,
    city: joined,
    summary: joined,
    topics: [joined],
    sections: [{heading: joined, text: joined}],
  },
  plain('4'),
];
const answers = {
  '/marks.json': {headers: {'content-type': 'application/json'}, body: JSON.stringify({version: '1', practices})},
};

/** The style of the one card whose text is red. */
const RED = 'color: #f00; --gpb-muted: #f00; --gpb-accent: #f00; --gpb-line: #fff';

describe('a card with hundreds of marks on a letter, or with a word that cannot break', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** The box of all red pixels of a picture. */
  const redBox = (page, picture) =>
    page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const {height, width} = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      const {data: pixels} = context.getImageData(0, 0, width, height);
      const box = {left: width, top: height, right: 0, bottom: 0};
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i] < 200 || pixels[i + 1] > 120 || pixels[i + 2] > 120) continue;
        const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
        Object.assign(box, {left: Math.min(box.left, x), right: Math.max(box.right, x + 1)});
        Object.assign(box, {top: Math.min(box.top, y), bottom: Math.max(box.bottom, y + 1)});
      }
      return box;
    }, picture.toString('base64'));

  for (const id of ['tall', 'wide'])
    for (const isOpen of [false, true])
      for (const width of [390, 1100])
        it(`draws nothing outside of its box: ${id}, ${isOpen ? 'open' : 'closed'}, ${width} pixels wide`, async () => {
          const visit = await harness.open(
            '<good-practice-browser facets="" src="/marks.json"></good-practice-browser>',
            {policy: '', answers, query: isOpen ? `?gp-open=${id}` : '', context: {viewport: {width, height: 900}}},
          );
          const {page} = visit;
          await page.getByRole('article').nth(5).waitFor();
          if (isOpen) await page.locator('gpb-card[open]').waitFor();
          const card = await page.evaluateHandle(
            ([wanted, css]) => {
              const cards = [
                ...document.querySelector('good-practice-browser').shadowRoot.querySelectorAll('gpb-card'),
              ];
              const found = cards.find(({practice}) => practice.id === wanted);
              found.style.cssText = css;
              return found;
            },
            [id, RED],
          );
          const {x, y, width: cardWidth, height} = await card.boundingBox();
          const scrolled = await page.evaluate(() => [scrollX, scrollY]);
          const box = await redBox(page, await page.screenshot({fullPage: true}));
          assert.ok(box.right > box.left, 'the card is drawn');
          const [left, top] = [x + scrolled[0], y + scrolled[1]].map(Math.floor);
          assert.deepEqual(
            [box.left >= left, box.top >= top, box.right <= left + cardWidth + 1, box.bottom <= top + height + 1],
            [true, true, true, true],
            JSON.stringify({box, left, top, cardWidth, height}),
          );
          assert.ok(
            (await page.evaluate(() => document.scrollingElement.scrollWidth)) <= width,
            'the page does not scroll',
          );
          await visit.close();
        });

  it('does not make the page scroll sideways, with all facets, and in the small elements', async () => {
    const widgets = `<good-practice-browser src="/marks.json" facets="topic country city year"></good-practice-browser>
      <gpb-latest src="/marks.json" count="6"></gpb-latest><gpb-practice src="/marks.json" practice-id="wide"></gpb-practice>`;
    for (const width of [390, 1100]) {
      const visit = await harness.open(widgets, {
        policy: '',
        answers,
        query: `?gp-city=${encodeURIComponent(joined)}`,
        context: {viewport: {width, height: 900}},
      });
      await visit.page.locator('gpb-latest li').nth(5).waitFor();
      await visit.page.getByRole('article').first().waitFor();
      assert.equal(await visit.page.evaluate(() => document.scrollingElement.scrollWidth), width);
      await visit.close();
    }
  });
});
