// A folder as a webmaster has it, and a visitor who uses the list.
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {eventually} from '../../support/page-harness.mjs';

/** A feed of three practices. */
export const feed = [
  {
    title: 'Neighbourhood walks',
    city: 'Zürich',
    country: 'CH',
    summary: 'Residents show each other their streets.',
    sections: [{heading: 'Process', text: 'It began with six volunteers.'}],
  },
  {title: 'The Big Lunch', city: 'Leeds', country: 'GB', summary: 'Neighbours eat together.'},
  {title: 'Reading together', city: 'Oslo', country: 'NO', summary: 'Libraries read in many languages.'},
];

/** A new folder with these files: path -> text. */
export function makeFolder(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Adds what all recipes begin with: the files of the zip in `practices/`, and the feed. */
export function addFiles(folder) {
  cpSync('dist/embed', join(folder, 'practices'), {recursive: true});
  writeFileSync(join(folder, 'practices.json'), JSON.stringify(feed));
}

export const removeFolder = (folder) => rmSync(folder, {recursive: true, force: true, maxRetries: 5});

/**
 * Opens a page as a visitor, who sees cards, searches, and opens a practice.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {object} [expected]
 * @param {string[]} [expected.titles] of the cards
 * @param {string} [expected.query] what the visitor types
 * @param {string} [expected.found] the title of the practice that it finds
 * @param {string} [expected.text] what the open practice says
 */
export async function visitList(
  browser,
  address,
  {titles = feed.map(({title}) => title), query = 'walks', found = titles[0], text = 'six volunteers'} = {},
) {
  const page = await (await browser.newContext()).newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  // Not a part of the recipe.
  await page.route('**/favicon.ico', (route) => route.fulfill({status: 204}));
  await page.goto(address);
  const shown = async () => (await page.getByRole('article').getByRole('heading').allInnerTexts()).sort();
  await eventually(async () => assert.deepEqual(await shown(), [...titles].sort()));
  const box = page.getByRole('searchbox');
  await box.pressSequentially(query);
  await eventually(async () => assert.deepEqual(await shown(), [found]));
  const more = page.getByRole('button', {name: `Read more: ${found}`});
  if (await more.count()) await more.click();
  await page.getByRole('article').getByText(text).waitFor();
  await page.context().close();
  return complaints;
}
