// The script of the page that measures, as `globalThis.bench`: step by step, so that the heap can be weighed in between.
import {readFeed} from '../documents.mjs';
import {engines} from '../engines.mjs';
import {walkFacets} from './facet-walk.mjs';
import {searchWithFacets} from './search-with-facets.mjs';

let engine;
let input;
let index;

const fetchJson = async (address) => (await fetch(address)).json();

/** What an engine may read: from the addresses of a feed's files. */
const readers = {
  feed: async ({feed}) => readFeed(await fetchJson(feed), feed),
  documents: ({documents}) => fetchJson(documents),
  pagefind: ({pagefind}) => pagefind,
};

globalThis.bench = {
  engines: Object.entries(engines).map(([name, {title, settings, library}]) => ({name, title, settings, library})),

  async load(name, addresses) {
    engine = engines[name];
    input = await readers[engine.reads ?? 'documents'](addresses);
  },

  /** @returns {Promise<number>} milliseconds */
  async build() {
    const start = performance.now();
    index = await engine.build(input);
    return performance.now() - start;
  },

  /**
   * Asks until the texts or the milliseconds of `budget` are used up, each text in a task of its own, as key strokes come.
   * @returns {Promise<{ms: number, ids: number[]}[]>}
   */
  async ask(texts, budget = Infinity) {
    const answers = [];
    const begin = performance.now();
    for (const text of texts) {
      const start = performance.now();
      if (start - begin > budget) break;
      const hits = await index.search(text);
      const ms = performance.now() - start;
      answers.push({ms, ids: await index.ids(hits)});
      await scheduler.postTask(() => {});
    }
    return answers;
  },

  searchWithFacets: async (feed, texts) => searchWithFacets(readFeed(await fetchJson(feed), feed), texts),
  facets: async (feed, seed) => walkFacets(readFeed(await fetchJson(feed), feed), seed),
};
