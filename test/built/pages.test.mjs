// The pages that `prerender --pages` writes for the demo, in a browser, with a strict policy.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {prerenderPages} from 'good-practice-browser/node.js';
import {assertAccessible} from '../support/axe.mjs';
import {startHarness} from '../support/page-harness.mjs';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
const arabic = {
  language: 'ar',
  title: 'ممارسات جيدة',
  practices: [{id: 'school', title: 'مدرسة للجميع', city: 'بلباو', summary: {en: 'Only in English.'}}],
};

// Requirement: E-05
describe('the pages for search engines', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
    await publish('/pages/', 'demo/practices.json');
    await publish('/arabic/', arabic);
  });
  after(() => harness.close());

  async function publish(folder, feed) {
    const {answers, origin} = harness;
    const {files} = await prerenderPages(feed, {page: `${origin}/index.html`, url: `${origin}${folder}`});
    for (const [name, body] of files()) {
      const type = name.endsWith('.css') ? 'text/css' : name.endsWith('.html') ? 'text/html; charset=utf-8' : '';
      const headers = {'content-type': type || 'application/xml', 'content-security-policy': policy};
      answers.set(`${folder}${name}`, {headers, body});
    }
  }

  const arrive = async (path) => {
    const visit = await harness.open('');
    await visit.page.goto(harness.origin + path);
    return visit;
  };
  const practice = '/pages/barcelona-schools-for-equality-and-diversity.html';

  for (const path of [practice, '/pages/index.html', '/arabic/school.html'])
    for (const colorScheme of ['light', 'dark'])
      it(`are accessible, and fit a phone under a strict policy: ${path}, ${colorScheme}`, async () => {
        const {page, seen} = await arrive(path);
        await page.emulateMedia({colorScheme});
        await page.setViewportSize({width: 320, height: 600});
        await assertAccessible(page);
        assert.deepEqual([seen.violations, seen.errors], [[], []]);
        const drawn = await page.evaluate(() => ({
          isStyled: getComputedStyle(document.body).maxWidth !== 'none',
          overflow: document.documentElement.scrollWidth - innerWidth,
          direction: getComputedStyle(document.body).direction,
        }));
        assert.deepEqual(drawn, {isStyled: true, overflow: 0, direction: path.startsWith('/arabic') ? 'rtl' : 'ltr'});
        await page.close();
      });

  it('lead from the index to a practice, and from there to the open practice in the list', async () => {
    const {page} = await arrive('/pages/index.html');
    await page.getByRole('link', {name: 'Schools for equality and diversity'}).click();
    assert.equal(new URL(page.url()).pathname, practice);
    await page.getByRole('navigation').getByRole('link').click();
    const card = page.locator('gpb-card', {hasText: 'Schools for equality and diversity'});
    await card.getByRole('button', {name: 'Read less: Schools for equality and diversity'}).first().waitFor();
    await page.close();
  });
});
