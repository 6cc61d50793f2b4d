// The listeners of docs/privacy.md, with the functions of the analytics replaced by a list of calls.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually, startHarness} from '../../support/page-harness.mjs';
import {readRecipe} from '../recipes/recipe.mjs';

const [matomo, plausible, dataLayer] = readRecipe('Measure what visitors look for', 'docs/privacy.md').map(
  ({code}) => code,
);

/** What a site with the analytics has, and the calls that the visit leads to. */
const analytics = {
  Matomo: {
    listener: matomo,
    stub: 'globalThis._paq = globalThis.calls',
    calls: [
      ['trackSiteSearch', 'choir', false, 1],
      ['trackEvent', 'Practices', 'Open', 'A choir of neighbours'],
      ['trackSiteSearch', 'xylographyz', false, 0],
    ],
  },
  Plausible: {
    listener: plausible,
    stub: 'globalThis.plausible = (...call) => calls.push(call)',
    calls: [
      ['Practice opened', {props: {title: 'A choir of neighbours'}}],
      ['Search without hits', {props: {query: 'xylographyz'}}],
    ],
  },
  'a data layer': {
    listener: dataLayer,
    stub: 'globalThis.dataLayer = globalThis.calls',
    calls: [
      {event: 'practice_search', query: 'choir', hits: 1},
      {event: 'practice_opened', title: 'A choir of neighbours'},
      {event: 'practice_search', query: 'xylographyz', hits: 0},
    ],
  },
};

const feed = JSON.stringify([
  {title: 'A choir of neighbours', sections: [{heading: 'Process', text: 'They met.'}], country: 'NO'},
  {title: 'A garden', country: 'ES'},
]);

// Requirement: E-18
describe('the listeners for web analytics', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const [name, {calls, listener, stub}] of Object.entries(analytics)) {
    it(`count whole searches and opened practices with ${name}`, async () => {
      const visit = await harness.open(
        `<script>globalThis.calls = []; ${stub}</script>${listener}<good-practice-browser src="/feed.json"></good-practice-browser>`,
        {policy: '', answers: {'/feed.json': {body: feed}}},
      );
      const {page} = visit;
      const counted = (number) =>
        eventually(async () => assert.deepEqual(await page.evaluate('calls'), calls.slice(0, number)));
      const searches = calls.filter((call) => JSON.stringify(call).includes('choir"')).length;
      // With pauses, as people type: the widget searches several times.
      await page.getByRole('searchbox').pressSequentially('choir', {delay: 300});
      await eventually(async () => assert.deepEqual(await visit.titles(), ['A choir of neighbours']));
      await counted(searches);
      await visit.readMore('A choir of neighbours');
      await counted(searches + 1);
      await visit.search('xylographyz');
      await counted(calls.length);
      visit.assertClean();
      await visit.close();
    });

    it(`have six lines with ${name}`, () => {
      assert.equal(listener.split('\n').slice(1, -1).length, 6);
    });
  }
});
