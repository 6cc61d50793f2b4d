// The main journey as a screen reader speaks it, in five languages: read the list, open a practice, filter, show more. The phrases are
// compared with those in test/audits/accessibility/phrases, which a person has read.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {assertGolden} from './accessibility/golden.mjs';
import {listenTo} from './accessibility/listen.mjs';
import {TODAY} from './accessibility/matrix.mjs';
import {eventually, startHarness} from '../support/page-harness.mjs';

async function journey(visit) {
  const {page} = visit;
  const ears = await listenTo(page);
  const log = [];
  const hear = (what, ...phrases) => log.push(`# ${what}`, ...phrases, '');
  const changed = async (before) => (await ears.readAll()).filter((phrase) => !before.includes(phrase));

  await visit.drawn();
  await ears.arrival();
  const list = await ears.readAll();
  hear('the list', ...list);

  await page.locator('[part=toggle]').first().focus();
  hear('a practice, closed', await ears.focus());
  await page.keyboard.press('Enter');
  await page.locator('[part=toggle][aria-expanded=true]').waitFor();
  await page.locator('gpb-copy-link:defined button').first().waitFor();
  await page.locator('gpb-similar button').nth(2).waitFor();
  hear('Enter opens it', await ears.focus(), ...(await changed(list)));
  await page.keyboard.press('Enter');
  await page.locator('[part=toggle][aria-expanded=false]').first().waitFor();

  await page.locator('[part=more]').focus();
  hear('the end of the list', await ears.focus());
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.locator('gpb-card').count(), 6));
  hear('Enter shows more', await ears.announcement(), await ears.focus());

  await page.getByRole('checkbox').first().focus();
  hear('a filter', await ears.focus());
  await page.keyboard.press('Space');
  const said = await ears.announcement();
  hear('Space chooses it', await ears.focus(), said);
  await page.locator('[part=chip]').first().focus();
  hear('what is chosen', await ears.focus());
  return log.join('\n').trim();
}

// Requirement: A-36
describe('a screen reader', {concurrency: true}, () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const lang of ['en', 'de', 'fr', 'ar', 'pl'])
    it(`reads the main journey in ${lang}`, async () => {
      const widget = `<good-practice-browser src="/gallery/practices.json" lang="${lang}" hits-per-page="3"></good-practice-browser>`;
      const visit = await harness.open(widget, {prepare: (page) => page.clock.setFixedTime(TODAY)});
      await visit.page.locator(`[part=base]:lang(${lang}) gpb-card`).nth(2).waitFor();
      // the image that is not there makes no room
      await eventually(async () => assert.equal(await visit.page.locator('gpb-card [part=image]').count(), 1));
      const log = await journey(visit);
      await assertGolden(`phrases/${lang}.txt`, () => log);
      // an image of this feed is not there, on purpose
      const {errors, violations} = visit.seen;
      assert.deepEqual([...errors, ...violations], []);
      await visit.close();
    });
});
