import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../support/page-harness.mjs';

const json = (document, headers = {}) => ({
  headers: {'content-type': 'application/json', ...headers},
  body: JSON.stringify(document),
});
const practice = (id, city) => ({id, title: `Practice ${id}`, city});

describe('several feeds, and feeds in pages, in the built files', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
    const {answers} = harness;
    answers.set('/a.json', json({title: 'Feed A', practices: [practice('one', 'Leeds'), practice('both', 'Leeds')]}));
    answers.set('/b.json', json([practice('both', 'Leeds')], {link: '</b2.json>; rel="next"'}));
    answers.set('/b2.json', json({practices: [practice('two', 'Palma')], next_url: '/b.json'}));
    answers.set('/gone.json', {status: 404});
  });
  after(() => harness.close());

  const open = (attributes) => harness.open(`<good-practice-browser ${attributes}></good-practice-browser>`);

  it('are merged under the strict policy, and refined by source', async () => {
    const visit = await open('src="/a.json /b.json" facets="source"');
    await eventually(async () =>
      assert.deepEqual(await visit.titles(), ['Practice one', 'Practice both', 'Practice two']),
    );
    await visit.refine('b.json');
    await eventually(async () => assert.deepEqual(await visit.titles(), ['Practice both', 'Practice two']));
    assert.equal(visit.seen.requests.filter((url) => url.endsWith('/b.json')).length, 1);
    visit.assertClean();
    await visit.close();
  });

  it('are shown without one that is missing, with a note that the keyboard closes', async () => {
    const visit = await open('src="/gone.json /a.json"');
    await visit.page.getByText('One of the lists could not be loaded (gone.json).').waitFor();
    await visit.page.getByRole('button', {name: 'Close'}).press('Enter');
    await visit.page.getByText('One of the lists could not be loaded').waitFor({state: 'detached'});
    assert.deepEqual(await visit.titles(), ['Practice one', 'Practice both']);
    assert.deepEqual(visit.seen.violations, []);
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });
});
