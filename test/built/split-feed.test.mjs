import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {normalize} from '../../dist/core/feed/normalize/normalize.js';
import {readNativeJson} from '../../dist/core/feed/formats/native-json.js';
import {splitFeed} from '../../dist/core/feed/write/split-feed.js';
import {eventually, startHarness} from '../support/page-harness.mjs';

const json = (body) => ({headers: {'content-type': 'application/json'}, body});
const record = (id, text) => ({
  id,
  title: `Practice ${id}`,
  summary: `About ${id}`,
  sections: [{heading: 'Aim', text}],
});

describe('a feed that was split, in the built files', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
    const records = [record('one', 'Lanterns on the river.'), record('two', 'A garden for all.')];
    const {details, list, texts} = splitFeed(
      normalize(
        readNativeJson({version: '1', language: 'en', practices: records}, `${harness.origin}/small/feed.json`),
      ),
    );
    // what is large is read in a worker
    for (const [folder, space] of [
      ['small', ''],
      ['large', ' '.repeat(5_100_000)],
    ]) {
      harness.answers.set(`/${folder}/feed.json`, json(list + space));
      harness.answers.set(`/${folder}/texts.json`, json(texts));
      for (const [path, text] of details) harness.answers.set(`/${folder}/${path}`, json(text));
    }
    harness.answers.set('/bare/feed.json', json(JSON.stringify({...JSON.parse(list), texts: undefined})));
    harness.answers.set('/bare/details/one.json', json(details.get('details/one.json')));
  });
  after(() => harness.close());

  const open = (folder, policy) =>
    harness.open(`<good-practice-browser src="/${folder}/feed.json"></good-practice-browser>`, {policy});

  for (const [folder, name] of [
    ['small', 'on the page'],
    ['large', 'in a worker'],
  ])
    it(`finds the words of its texts ${name}, under the strict policy`, async () => {
      const visit = await open(folder);
      await visit.page.getByText('About two').waitFor();
      await eventually(() => assert.ok(visit.seen.requests.some((url) => url.endsWith(`/${folder}/texts.json`))));
      await visit.search('lanterns');
      await eventually(async () => assert.deepEqual(await visit.titles(), ['Practice one']));
      await visit.readMore('Practice one');
      await visit.page.getByText('Lanterns on the river.').last().waitFor();
      assert.equal(
        visit.seen.requests.some((url) => url.includes('/details/')),
        false,
      );
      const isInWorker = visit.page.workers().length > 0;
      assert.equal(isInWorker, folder === 'large');
      visit.assertClean();
      await visit.close();
    });

  it('shows what is fetched of a practice that is opened, under the strict policy', async () => {
    const visit = await open('bare');
    await visit.readMore('Practice one');
    await visit.page.getByText('Lanterns on the river.').waitFor();
    const asked = visit.seen.requests.filter((url) => url.includes('/details/'));
    assert.deepEqual(asked, [`${harness.origin}/bare/details/one.json`]);
    visit.assertClean();
    await visit.readMore('Practice two');
    await visit.page.getByText('The full text could not be loaded.').first().waitFor();
    harness.answers.set('/bare/details/two.json', harness.answers.get('/small/details/two.json'));
    await visit.page.getByRole('button', {name: 'Try again'}).click();
    await visit.page.getByText('A garden for all.').waitFor();
    assert.deepEqual([visit.seen.violations, visit.seen.errors], [[], []]);
    await visit.close();
  });
});
