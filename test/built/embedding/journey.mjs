// A visitor uses every feature, on any page that embeds the widget. A step that does not work fails.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {eventually} from '../../support/page-harness.mjs';

export {answers, bigFeed} from './feed.mjs';

export const fallback = '<p>See <a href="/old">our old list</a></p>';
export const widget = (attributes = '') =>
  `<good-practice-browser src="/feed.json" facets="topic country year-range" ${attributes}>${fallback}</good-practice-browser>`;

const isCount = ({page}, text) =>
  eventually(async () => assert.equal(await page.locator('[part=count]').innerText(), text));

/** What needs the script alone: search, refine, sort, read and more. */
export async function useList(visit) {
  const {page} = visit;
  const count = (text) => isCount(visit, text);
  await count('14 practices');
  await eventually(async () => assert.equal((await visit.titles()).length, 12));
  await page.getByRole('button', {name: 'Show more practices'}).click();
  await eventually(async () => assert.equal((await visit.titles()).length, 14));

  await visit.search('chior');
  await eventually(async () =>
    assert.deepEqual((await visit.titles()).toSorted(), ['A choir of neighbours', 'Choir for everybody']),
  );
  await page.getByRole('button', {name: 'Clear search'}).first().click();
  const filters = page.getByRole('button', {name: /^Filters/});
  if (await filters.isVisible()) await filters.click();
  await count('14 practices');
  await visit.refine('Norway');
  await count('5 of 14 practices');
  await page.getByRole('button', {name: 'Remove filter: Country, Norway'}).click();
  await count('14 practices');
  await page.getByRole('combobox').selectOption('oldest');
  await eventually(async () => assert.equal((await visit.titles())[0], 'Choir for everybody'));

  await visit.readMore('A choir of neighbours');
  await page.getByText('They met in the A hall.').waitFor();
}

/** The first half: the list, and the interface in another language. */
export async function useScript(visit) {
  await useList(visit);
  const setLanguage = (tag) =>
    visit.page.evaluate((lang) => document.querySelector('good-practice-browser').setAttribute('lang', lang), tag);
  await setLanguage('fr');
  await isCount(visit, '14 pratiques');
  await setLanguage('en');
  await isCount(visit, '14 practices');
}

/** The second half: the features that few visitors need. */
export async function useFeatures(visit) {
  const {page} = visit;
  const button = (name) => page.getByRole('button', {name}).first();
  const first = page.getByLabel('First year');
  await first.focus();
  await first.press('End');
  await eventually(async () => assert.match(await page.locator('[part=count]').innerText(), /^1 of 14/));
  await button('Clear all').click();
  await eventually(async () => assert.match(await page.locator('[part=count]').innerText(), /^14/));

  await button('My list : A choir of neighbours').or(button('My list: A choir of neighbours')).first().click();
  await page.getByText('My list: 1 practice', {exact: true}).first().waitFor();
  await page.getByRole('heading', {name: 'More like this'}).waitFor();
  await button(/^Copy link/).click();
  await page
    .getByRole('button', {name: /^Link copied/})
    .or(page.getByLabel('Copy link'))
    .first()
    .waitFor();

  await page.locator('[part=download]').click();
  const save = page.locator('gpb-download').getByRole('button', {name: 'Data (JSON)'});
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const {practices} = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(practices.find(({id}) => id === 'choir').topics, ['arts']);
  assert.equal(practices.length, 14);
}

/** A feed of another format than our own, in an element beside the browser. */
export async function useOtherFormat({page}) {
  await page.evaluate(() => {
    const element = document.createElement('gpb-latest');
    element.setAttribute('src', '/feed.csv');
    document.querySelector('body').append(element);
  });
  await page.locator('gpb-latest').getByRole('link', {name: 'A kitchen for newcomers'}).waitFor();
  await page.evaluate(() => document.querySelector('gpb-latest').remove());
}

export async function useEverything(visit) {
  await useScript(visit);
  await useFeatures(visit);
  await useOtherFormat(visit);
  await eventually(async () =>
    assert.ok(await visit.page.locator('img').evaluateAll((images) => images.some(({naturalWidth}) => naturalWidth))),
  );
}
