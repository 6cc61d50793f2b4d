import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {scriptTag, startHarness, strictPolicy} from './harness.mjs';

const FILE = 'good-practice-browser.formats.js';
const FORMATS = `/embed/${FILE}`;
const EXTRAS = '/embed/good-practice-browser.extras.js';
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
  const requestsOf = ({seen}, path) => seen.requests.filter((url) => url.endsWith(path)).length;

  for (const attributes of ['src="/practices.csv"', 'src="/feed"', 'src="/practices.csv" format="csv"'])
    it(`is read under the strict Content-Security-Policy: ${attributes}`, async () => {
      const visit = await arrive(attributes);
      assert.deepEqual(await visit.titles(), titles);
      assert.deepEqual([requestsOf(visit, FORMATS), requestsOf(visit, EXTRAS)], [1, 0]);
      visit.assertClean();
      await visit.close();
    });

  it('is what our own is not, for which nothing more is fetched', async () => {
    const visit = await arrive('src="/own.json"');
    assert.deepEqual(await visit.titles(), titles);
    assert.equal(requestsOf(visit, FORMATS), 0);
    await visit.close();
  });

  const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
  const integrity = `integrity="${sri['good-practice-browser.js']}" crossorigin="anonymous"`;
  const hashes = ['good-practice-browser.js', FILE].map((file) => `'${sri[file]}'`).join(' ');
  const policies = {
    hashes: [hashes, integrity],
    nonces: ["'nonce-r4nd0m'", 'nonce="r4nd0m" defer'],
  };
  for (const [name, [sources, attributes]] of Object.entries(policies))
    it(`is read under a policy of ${name}`, async () => {
      const policy = strictPolicy.replace("script-src 'self'", `script-src ${sources}`);
      const head = scriptTag('good-practice-browser.js', attributes);
      const visit = await arrive('src="/practices.csv"', {policy, head});
      assert.deepEqual(await visit.titles(), titles);
      assert.equal(requestsOf(visit, EXTRAS), 0);
      visit.assertClean();
      await visit.close();
    });

  const tags = [scriptTag(), scriptTag(FILE), scriptTag('good-practice-browser.extras.js')];
  for (const [order, head] of [
    ['after', tags.join('')],
    ['before', tags.toReversed().join('')],
  ])
    it(`is read by the file that stands in the page itself, ${order} the script, beside the extras`, async () => {
      const visit = await arrive('src="/practices.csv"', {head});
      await visit.page.getByRole('button', {name: 'Download'}).click();
      await visit.page.getByRole('button', {name: 'Table (CSV)'}).waitFor();
      assert.deepEqual([requestsOf(visit, FORMATS), requestsOf(visit, EXTRAS)], [1, 1]);
      visit.assertClean();
      await visit.close();
    });

  it('is not read by a file that is not the one that was built', async () => {
    const tampered = {headers: {'content-type': 'text/javascript'}, body: 'document.title = "tampered"'};
    const visit = await harness.open(browser('src="/practices.csv"'), {answers: {...answers, [FORMATS]: tampered}});
    await visit.page.getByText('See our list').waitFor();
    await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
    assert.equal(await visit.page.title(), 'A page');
    assert.match(visit.seen.console.join(), /formats\.js is missing, or not the file that was built/);
    harness.answers.delete(FORMATS);
    await visit.page.getByRole('button', {name: 'Try again'}).click();
    await visit.page.getByRole('article').first().waitFor();
    assert.deepEqual(await visit.titles(), titles);
    await visit.close();
  });

  it('shows what stands between the tags where the file is missing, but for what is nearly our own', async () => {
    const nearly = {'/nearly.json': {body: JSON.stringify([{title: 'One', mayor: 'Somebody'}])}};
    const missing = {[FORMATS]: {status: 404}};
    const visit = await harness.open(browser('src="/practices.csv"'), {answers: {...answers, ...nearly, ...missing}});
    await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
    await visit.page.getByText('See our list').waitFor();
    await visit.close();
    const other = await arrive('src="/nearly.json"');
    assert.deepEqual(await other.titles(), ['One']);
    await other.close();
    harness.answers.delete(FORMATS);
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

  it('is read in the worker, which fetches the file itself', async () => {
    const visit = await open();
    await visit.page.getByRole('article').first().waitFor();
    assert.equal((await visit.titles())[0], 'Practice 0 of Zürich');
    assert.match(await visit.page.locator('[part=count]').innerText(), /^3,000 practices/);
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

  const script = readFileSync(`dist${FORMATS}`, 'utf8');
  const faults = {
    'is missing': [{status: 404}, /big\.csv is not in our own format, and .*formats\.js/],
    'is of another version': [
      {headers: {'content-type': 'text/javascript'}, body: script.replace(/(?<=\[[`"'])\d+\.\d+\.\d+/, '0.0.1')},
      /formats\.js is not of our version/,
    ],
  };
  for (const [fault, [answer, message]] of Object.entries(faults))
    it(`fails where the file ${fault}, and says so`, async () => {
      const visit = await open({
        answers: {[FORMATS]: answer},
        prepare: (page) =>
          page.addInitScript(() => addEventListener('gpb-failed', ({detail}) => console.log(detail.message))),
      });
      await visit.page.getByText('See our list').waitFor();
      await visit.page.getByRole('button', {name: 'Try again'}).waitFor();
      assert.match(visit.seen.console.join(), message);
      await visit.close();
      harness.answers.delete(FORMATS);
    });
});
