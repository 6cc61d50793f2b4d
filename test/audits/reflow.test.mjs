// 320 by 256 pixels, as 1280 by 1024 at 400 %, in every language that is shipped and in a longer English: nothing beside the page, nothing cut off.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {languages as translated} from '../../dist/generated/build.js';
import {en} from '../../dist/i18n/en.js';
import {installMeasures, measure} from './accessibility/measure.mjs';
import {eventually, startHarness} from '../support/page-harness.mjs';

const languages = ['en', ...translated];
const feed = '/gallery/practices.json';

/** `en-XA`: letters with accents, and words that are two fifths longer. */
const lengthen = (text) =>
  text
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{')
        ? part
        : part.replaceAll(/\p{L}+/gu, (word) => word.replaceAll('e', 'é') + 'ø'.repeat(Math.ceil(word.length * 0.4))),
    )
    .join('');
const longer = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [
    key,
    typeof message === 'string'
      ? lengthen(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, lengthen(text)])),
  ]),
);

// Requirement: A-21, I-19
describe(`reflow in ${languages.length} languages and en-XA`, () => {
  let harness, visit;
  const widgets = [
    `<good-practice-browser src="${feed}" facets="topic country city year-range" template-href="/t" heading="Practices" url="off"></good-practice-browser>`,
    `<good-practice-browser src="${feed}" preset="topic:public-space country:IT" url="off"></good-practice-browser>`,
    `<good-practice-browser src="/nowhere.json" url="off"></good-practice-browser>`,
  ];
  before(async () => {
    harness = await startHarness();
    const context = {viewport: {width: 320, height: 256}};
    visit = await harness.open(`<style>body {margin: 0}</style>${widgets.join('')}`, {
      policy: "default-src 'self'; style-src 'self' 'unsafe-inline'",
      context,
    });
    const {page} = visit;
    await page.evaluate(installMeasures);
    await page.locator('gpb-card').nth(5).waitFor();
    await page.locator('[part=failure]').waitFor();
    await page.locator('[part=empty]').waitFor();
    // everything that can be opened
    await page.locator('.filters-button').first().click();
    await page.getByRole('checkbox', {name: 'Public space'}).first().click();
    await page.locator('.list-toggle').first().click();
    await page.locator('[part=toggle]').first().click();
    await page.locator('[part=download]').first().click();
    await page.locator('.list-counter').first().click();
    await page.locator('gpb-list:defined').waitFor();
  });
  after(() => harness.close());

  const fits = (name) =>
    eventually(async () => {
      assert.deepEqual(await measure(visit.page, 'reflow'), [], name);
      assert.deepEqual(await measure(visit.page, 'targets'), [], name);
    });

  it('fits in every language', async () => {
    for (const lang of languages) {
      await visit.page.evaluate((tag) => {
        document.documentElement.lang = tag;
      }, lang);
      await visit.page.waitForFunction(
        (tag) =>
          [...document.querySelectorAll('good-practice-browser')].every(({shadowRoot}) =>
            shadowRoot.querySelector(`[part=base]:lang(${tag})`),
          ),
        lang,
      );
      await fits(lang);
    }
  });

  it('fits with words that are two fifths longer', async () => {
    await visit.page.evaluate((messages) => {
      document.documentElement.lang = 'en';
      for (const widget of document.querySelectorAll('good-practice-browser')) widget.messages = messages;
    }, longer);
    await visit.page
      .getByRole('button', {name: /^Cléarøø/})
      .first()
      .waitFor();
    await fits('en-XA');
  });
});
