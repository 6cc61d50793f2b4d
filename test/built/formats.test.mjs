import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startHarness, strictPolicy} from '../support/page-harness.mjs';

const answer = (file, type) => ({
  headers: {'content-type': type},
  body: readFileSync(new URL(`../fixtures/formats/${file}`, import.meta.url)),
});
/** The next page of the fixture is on a host that does not exist. */
const withoutNext = ({body, ...rest}) => ({...rest, body: String(body).replace(/<[^<]*rel="next"[^>]*>/, '')});
const answers = {
  '/practices.csv': answer('csv/excel-german.csv', 'text/csv'),
  // as many servers say
  '/feed': withoutNext(answer('rss/fields.xml', 'application/octet-stream')),
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

  for (const attributes of ['src="/practices.csv"', 'src="/feed"', 'src="/practices.csv" format="csv"'])
    it(`is read under the strict Content-Security-Policy: ${attributes}`, async () => {
      const visit = await arrive(attributes);
      assert.deepEqual(await visit.titles(), titles);
      visit.assertClean();
      await visit.close();
    });
});

describe('a large feed of another format', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const row = (i) => `${i};Practice ${i} of Zürich;${'word '.repeat(400)}\r\n`;
  const table = `Id;Titel;Inhalt\r\n${Array.from({length: 3000}, (_, i) => row(i)).join('')}`;
  const big = {'/big.csv': {headers: {'content-type': 'text/csv'}, body: Buffer.from(table, 'latin1')}};
  const open = (options) =>
    harness.open(browser('src="/big.csv"'), {...options, answers: {...big, ...options?.answers}});

  it('is read in the worker', async () => {
    const visit = await open();
    await visit.page.getByRole('article').first().waitFor();
    assert.equal((await visit.titles())[0], 'Practice 0 of Zürich');
    assert.match(await visit.total(), /^3,000 practices/);
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
  });

  it('is read where the server sends the policy of the page with the worker as well', async () => {
    const file = 'good-practice-browser.worker.js';
    const headers = {'content-type': 'text/javascript', 'content-security-policy': strictPolicy};
    const worker = {headers, body: readFileSync(`dist/embed/${file}`)};
    const visit = await open({answers: {[`/embed/${file}`]: worker}});
    await visit.page.getByRole('article').first().waitFor();
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
    harness.answers.delete(`/embed/${file}`);
  });
});
