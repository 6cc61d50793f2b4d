// A whole answer of our engine: hits of the first page, and the counts of three facets.
import {createLocalEngine} from '../../../src/core/engine/local-engine.ts';
import {initialState, noRefinements} from '../../../src/core/state/search-state.ts';

const WARM_UPS = 2;

/** Milliseconds for each text, with one topic chosen. */
export async function searchWithFacets(feed, texts) {
  const engine = await createLocalEngine(feed, {
    scope: noRefinements,
    facets: ['topic', 'country', 'year'],
    sort: null,
    hitsPerPage: 12,
    language: 'en',
    currentYear: 2026,
  });
  const topic = feed.practices.find(({topics}) => topics.length).topics[0];
  let times = [];
  for (let round = 0; round <= WARM_UPS; round++) {
    times = [];
    for (const query of texts) {
      const start = performance.now();
      await engine.search({...initialState, query, refinements: {...noRefinements, topic: [topic]}});
      times.push(performance.now() - start);
    }
  }
  return times;
}
