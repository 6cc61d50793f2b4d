// Every state of the gallery: its accessibility tree, as it was read and found good, and what can be measured, at several sizes.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {states} from '../../demo/gallery/states.js';
import {assertGolden} from './accessibility/golden.mjs';
import {openState} from './accessibility/matrix.mjs';
import {installMeasures, measure} from './accessibility/measure.mjs';
import {startHarness} from '../support/page-harness.mjs';

/** WCAG 1.4.12, as a visitor's own style sheet sets it: it does not get into shadow roots but by inheritance. */
const TEXT_SPACING =
  '* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-block-end: 2em !important}';

// Requirement: E-26
describe(`every state of the gallery (${states.length})`, {concurrency: 2}, () => {
  let harness, browser;
  before(async () => {
    harness = await startHarness();
    ({browser} = harness);
  });
  after(async () => {
    await harness.close();
  });

  for (const {name} of states)
    describe(name, {concurrency: 1}, () => {
      let page;
      before(async () => {
        page = await openState(browser, harness.origin, {state: name, lang: 'en', width: 1280});
        await page.evaluate(installMeasures);
      });
      after(() => page.context().close());

      const finds = async (...measures) => {
        for (const each of measures) assert.deepEqual(await measure(page, each), [], each);
      };

      // Requirement
      it('has the accessibility tree that was found good', () =>
        assertGolden(`trees/${name}.txt`, async () => {
          const tree = await page.locator('.state > div > *').ariaSnapshot();
          return tree.replaceAll(new URL(harness.origin).host, 'city.example');
        }));

      // Requirement
      it('has no reference out of a shadow root, a name for every control, and lists with the role of lists', () =>
        finds('references', 'lists', 'names'));

      // Requirement: A-28
      it('moves nothing', () => finds('motion'));

      // Requirement: A-24
      it('has targets of 24 pixels, and main ones of 44', () => finds('targets'));

      // Requirement
      it('fits into 320 by 256 pixels', async () => {
        await page.setViewportSize({width: 320, height: 256});
        await finds('reflow', 'targets');
      });

      // Requirement: A-23
      it('takes the spacing of text that a visitor sets on the page', async () => {
        const style = await page.addStyleTag({content: TEXT_SPACING});
        await finds('spacing', 'reflow');
        await style.evaluate((element) => element.remove());
      });

      // Requirement: A-23
      it('takes text of twice the size', async () => {
        await page.setViewportSize({width: 640, height: 512});
        const style = await page.addStyleTag({content: 'html {font-size: 200%}'});
        await finds('reflow');
        await style.evaluate((element) => element.remove());
      });
    });
});
