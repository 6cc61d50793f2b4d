// What maintainers get from `npm run bench`: measurements until the first card, goals with a
// verdict, and the quality of the search by kind of query and by language.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {launch, withPage} from '../../bench/browser.mjs';
import {createMeter} from '../../bench/meter.mjs';
import {goalsSummary} from '../../bench/report/goals.mjs';
import {meaningToMarkdown} from '../../bench/report/meaning.mjs';
import {ownFacetsToMarkdown} from '../../bench/report/own-facets.mjs';
import {startTables} from '../../bench/report/start.mjs';
import {pack, startServer} from '../../bench/server.mjs';

const probe = 'test/bench/pages/card-probe.js';

describe('the first card', () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), startServer()]);
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const card = '<article>A card</article>';
  const ways = {
    'in a task': `setTimeout(() => show(document.body));`,
    'in an animation frame': `requestAnimationFrame(() => show(document.body));`,
    'in a shadow root': `setTimeout(() => show(document.body.attachShadow({mode: 'open'})));`,
  };
  for (const [way, code] of Object.entries(ways))
    it(`is reported once, when it is laid out and before deferred work of the page, if it comes ${way}`, async () => {
      const body = `<script>
        globalThis.told = [];
        console.timeStamp = (label) => told.push({label, isOver: globalThis.isOver});
        function show(root) {
          root.innerHTML = '${card}';
          requestAnimationFrame(() => setTimeout(() => (globalThis.isOver = true)));
        }
        globalThis.isOver = false;
        ${code}
      </script>`;
      server.files.set('/page.html', pack(`<!doctype html><html lang="en"><body>${body}`));
      const told = await withPage(
        browser,
        `${server.origin}/page.html`,
        async (page) => {
          await page.waitForFunction(() => globalThis.isOver && globalThis.told.length);
          return page.evaluate(() => globalThis.told);
        },
        (page) => page.addInitScript({path: probe}),
      );
      assert.deepEqual(told, [{label: 'first card', isOver: false}]);
    });

  it('ends the measured CPU time', async () => {
    server.files.set('/page.html', `<!doctype html><html lang="en"><body>${card}`);
    let first;
    let meter;
    const [cpuUntilCard, cpuUntilNow] = await withPage(
      browser,
      `${server.origin}/page.html`,
      async () => [await first, await meter.read()],
      async (page) => {
        await page.addInitScript({path: probe});
        meter = await createMeter(page, {timeDomain: 'threadTicks'});
        first = meter.until('first card');
      },
    );
    assert.ok(cpuUntilCard > 0);
    assert.ok(cpuUntilNow > cpuUntilCard);
  });
});

const figure = (median) => ({min: median, median, max: median});
const cpu = (ours, lit, instantSearch) => ({
  kind: 'cpu',
  size: 180,
  rounds: 1,
  widgets: [
    {name: 'ours', title: 'ours', cpu: figure(ours)},
    {name: 'minisearch-lit', title: 'peer', cpu: figure(lit)},
    {name: 'instantsearch-itemsjs', title: 'InstantSearch', cpu: figure(instantSearch)},
  ],
});
const rowOf = (text, start) => text.split('\n').find((line) => line.startsWith(`| ${start}`));

describe('the goals of the first card', () => {
  const goal = (figures) => goalsSummary({start: {figures}});

  it('are met if the ratio is small enough', () => {
    const text = goal([cpu(130, 100, 131)]);
    assert.match(rowOf(text, 'CPU until the first card ÷ MiniSearch + Lit’s, 180'), /≤ 1\.3 \| 1\.30 \| met/);
    assert.match(rowOf(text, 'CPU until the first card ÷ InstantSearch.js + itemsjs’s, 180'), /< 1 \| 0\.99 \| met/);
  });

  it('are not met otherwise', () => {
    const text = goal([cpu(131, 100, 131)]);
    assert.match(rowOf(text, 'CPU until the first card ÷ MiniSearch + Lit’s, 180'), /1\.31 \| \*\*not met\*\*/);
    assert.match(
      rowOf(text, 'CPU until the first card ÷ InstantSearch.js + itemsjs’s, 180'),
      /1\.00 \| \*\*not met\*\*/,
    );
  });

  it('are counted, and those that are not met come first', () => {
    const [sentence, , , , first, second] = goal([cpu(131, 100, 200)]).split('\n');
    assert.match(sentence, /^\*\*1 of \d+ goals are not met\.\*\*$/);
    assert.match(first, /^\| CPU until the first card ÷ MiniSearch .* \*\*not met\*\* \|$/);
    assert.match(second, /not measured \|$/);
    assert.match(goal([cpu(130, 100, 200)]), /^No goal of \d+ is missed\.\n/);
  });

  it('say what was not measured', () => {
    assert.match(rowOf(goal([]), 'CPU until the first card'), /– \| not measured/);
    assert.match(rowOf(goalsSummary({}), 'CPU until the first card'), /– \| not measured/);
  });
});

describe('the goals of typing with own filters and collections', () => {
  const page = (name, cpuP50) => ({name, title: name, cpuP50, cpuP95: 1, paintP50: 1, paintP95: 1});
  const measured = (declared, shown) => [
    {
      size: 10_000,
      rounds: 1,
      pages: [page('ours-without', 20), page('ours-declared', declared), page('ours-shown', shown)],
    },
  ];

  it('compare with the page without, in the same run', () => {
    const text = goalsSummary({'own-facets': {figures: measured(21, 31)}});
    assert.match(rowOf(text, 'CPU of a key with own filters and collections'), /≤ 1\.1 \| 1\.05 \| met/);
    assert.match(rowOf(text, 'CPU of a key with these filters shown'), /≤ 1\.5 \| 1\.55 \| \*\*not met\*\*/);
  });

  it('have a row in the table for each page, with its ratio', () => {
    assert.match(rowOf(ownFacetsToMarkdown(measured(21, 31)), 'ours-shown'), /\| 31\.0 \| 1\.6 \|/);
  });
});

describe('the tables of a visitor’s device', () => {
  it('have each page with its ratio to MiniSearch + Lit', () => {
    const text = startTables([cpu(130, 100, 200)], '###');
    assert.match(rowOf(text, 'InstantSearch'), /200 \/ 200 \/ 200 \| 2 \|/);
  });

  it('keep a page that did not finish', () => {
    const experiment = cpu(130, 100, 200);
    experiment.widgets[2] = {name: 'instantsearch-itemsjs', title: 'InstantSearch', failure: 'came to no end'};
    assert.match(rowOf(startTables([experiment], '###'), 'InstantSearch'), /\(came to no end\) \| – \| – \|/);
  });
});

describe('the tables of what people mean', () => {
  const some = (queries, ndcg, empty) => ({queries, ndcg, recall: 0.5, empty});
  const text = meaningToMarkdown({
    all: some(9, 0.75, 0.2),
    kinds: [{name: 'typo', ...some(9, 0.75, 0.2)}],
    languages: [
      {name: 'uk', ...some(2, 0.25, 0.5)},
      {name: 'de', ...some(7, 0.9, 0)},
    ],
    none: {queries: 38, flooded: 3, strict: 1},
  });

  it('have each kind with the share of queries that find nothing', () => {
    assert.match(rowOf(text, 'typo'), /\| 9 \| 0\.75 \| 0\.50 \| 20 % \|/);
    assert.ok(rowOf(text, 'all'));
  });

  it('have the most requested languages first', () => {
    assert.ok(text.indexOf('German (`de`)') < text.indexOf('Ukrainian (`uk`)'));
  });

  it('say how often a query without an answer finds something', () => {
    assert.match(text, /38 further queries .+ 3 find more than three practices, 1 of them with all words/);
  });
});
