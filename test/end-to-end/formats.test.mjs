import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startHarness} from './harness.mjs';

const EXTRAS = '/embed/good-practice-browser.extras.js';
const answer = (file, type) => ({
  headers: {'content-type': type},
  body: readFileSync(new URL(`../fixtures/formats/${file}`, import.meta.url)),
});
const answers = {
  '/practices.csv': answer('excel-german.csv', 'text/csv'),
  // as many servers say
  '/feed': answer('rss.xml', 'application/octet-stream'),
  '/own.json': answer('own.json', 'application/json'),
};
const titles = ['Anchors & Friends', 'Deutsch im Park – “Zürich lernt”', 'Mintzodromo'];
const browser = (attributes) => `<good-practice-browser ${attributes}><p>See our list</p></good-practice-browser>`;

describe('a feed of another format', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const arrive = async (attributes, options) => {
    const visit = await harness.open(browser(attributes), {answers, ...options});
    await visit.page.getByRole('article').first().waitFor();
    return visit;
  };
  const hasExtras = ({seen}) => seen.requests.some((url) => url.endsWith(EXTRAS));

  for (const attributes of ['src="/practices.csv"', 'src="/feed"', 'src="/practices.csv" format="csv"'])
    it(`is read under the strict Content-Security-Policy: ${attributes}`, async () => {
      const visit = await arrive(attributes);
      assert.deepEqual(await visit.titles(), titles);
      assert.ok(hasExtras(visit));
      visit.assertClean();
      await visit.close();
    });

  it('is what our own is not, for which nothing more is fetched', async () => {
    const visit = await arrive('src="/own.json"');
    assert.deepEqual(await visit.titles(), titles);
    assert.ok(!hasExtras(visit));
    await visit.close();
  });

  it('is read in the worker where it is large', async () => {
    const row = (i) => `${i};Practice ${i} of Zürich;${'word '.repeat(400)}\r\n`;
    const table = `Id;Titel;Inhalt\r\n${Array.from({length: 3000}, (_, i) => row(i)).join('')}`;
    const big = {'/big.csv': {headers: {'content-type': 'text/csv'}, body: Buffer.from(table, 'latin1')}};
    const visit = await arrive('src="/big.csv"', {answers: big});
    assert.equal((await visit.titles())[0], 'Practice 0 of Zürich');
    assert.match(await visit.page.locator('[part=count]').innerText(), /^3,000 practices/);
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
  });

  it('shows what stands between the tags where the extras are missing', async () => {
    const visit = await harness.open(browser('src="/practices.csv"'), {answers: {...answers, [EXTRAS]: {status: 404}}});
    await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
    await visit.page.getByText('See our list').waitFor();
    await visit.close();
    harness.answers.delete(EXTRAS);
  });
});
