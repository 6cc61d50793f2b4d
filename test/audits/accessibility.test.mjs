// Accessibility of the built files: what engines find in states of the gallery. `npm run test:all` has all states in all looks,
// `npm run test:release` has them in each direction and width, and a second engine.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {audit, prepareAudit} from './accessibility/audit.mjs';
import {allRuns, halfOfRuns, openState, setLook, someRuns} from './accessibility/matrix.mjs';
import {startHarness} from '../support/page-harness.mjs';

const CHOSEN = [
  'list',
  'loading',
  'searched',
  'one',
  'ways-out',
  'refined',
  'facets',
  'year-range',
  'open',
  'languages',
  'my-list',
  'busy',
];
const {TIER = 'quick'} = process.env;
const runs = {quick: () => someRuns(CHOSEN), all: halfOfRuns, release: allRuns}[TIER]();
const engines = TIER === 'release' ? ['axe', 'ace'] : ['axe'];
const count = runs.flatMap(({looks}) => looks).length;

// Requirement: A-35
describe(`${count} states and looks, judged by ${engines.join(' and ')}`, () => {
  let harness, browser;
  before(async () => {
    harness = await startHarness();
    ({browser} = harness);
  });
  after(async () => {
    await harness.close();
  });

  for (const run of runs)
    describe(`${run.state}, ${run.lang}, ${run.width} px`, () => {
      let page;
      before(async () => {
        page = await openState(browser, harness.origin, run);
        await prepareAudit(page, engines);
      });
      after(() => page.context().close());

      for (const look of run.looks)
        it(`finds nothing to object to in ${look}, by ${engines.join(' and ')}`, async () => {
          await setLook(page, look);
          assert.deepEqual(await audit(page, engines), []);
        });
    });
});

describe('audit', () => {
  it('finds what is wrong', async () => {
    const harness = await startHarness();
    try {
      const page = await openState(harness.browser, harness.origin, {...runs[0], state: 'list'});
      await prepareAudit(page);
      await page.evaluate(() => {
        const {shadowRoot} = document.querySelector('good-practice-browser');
        shadowRoot.querySelector('.toolbar').append(Object.assign(document.createElement('input'), {id: 'nameless'}));
      });
      const rules = (await audit(page)).map(({engine, rule}) => `${engine} ${rule}`);
      assert.ok(rules.includes('axe label'), rules.join());
      assert.ok(rules.includes('ace input_label_exists'), rules.join());
    } finally {
      await harness.close();
    }
  });
});
