// Counts of three facets after each change, ours and crossfilter2's.
import {bundle} from '../bundle.mjs';
import {withPage} from '../browser.mjs';
import {median, quantile} from '../statistics.mjs';

/** Pages in which the same walk is taken: a compiler that guessed badly in one does not decide. */
const ROUNDS = 5;

/** The quantiles of each round, and of these the medians. */
const summarize = (rounds, list) => {
  const of = (share) => median(rounds.map((round) => quantile(list(round), share)));
  return {p50: of(0.5), p95: of(0.95)};
};

export async function* measureFacets({sizes = [1000, 10_000], rounds = ROUNDS, server, browser, feeds, seed}) {
  server.files.set('/facets.js', await bundle('page/main.mjs'));
  server.files.set('/facets.html', '<!doctype html><html lang="en"><script src="/facets.js" type="module"></script>');
  const measured = [];
  for (const size of sizes) {
    server.files.set('/feed.json', feeds.text(size));
    const {queries} = await feeds.inputs(size);
    const texts = queries.map(({text}) => text);
    const [walks, searches] = [[], []];
    const measure = async (page) => {
      walks.push(await page.evaluate((args) => globalThis.bench.facets(...args), ['/feed.json', seed]));
      searches.push(await page.evaluate((args) => globalThis.bench.searchWithFacets(...args), ['/feed.json', texts]));
    };
    for (let round = 0; round < rounds; round++) await withPage(browser, `${server.origin}/facets.html`, measure);
    const figuresOf = (change) =>
      Object.fromEntries(
        ['crossfilter', 'ours', 'counting'].map((name) => [name, summarize(walks, (walk) => walk[change][name])]),
      );
    measured.push({
      size,
      refinement: figuresOf('refinement'),
      query: figuresOf('query'),
      search: summarize(searches, (times) => times),
    });
    yield measured;
  }
}
