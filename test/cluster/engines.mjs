// The same practices in the local engine and in a cluster, to compare their answers.
import {readFileSync} from 'node:fs';
import {rolldown} from 'rolldown';
import {clusterTools} from '../../dist/core/cluster/tools.js';
import {openCluster} from '../../dist/core/cluster/opensearch.js';
import {createLocalEngine} from '../../dist/core/engine/local-engine.js';
import {readNativeJson} from '../../dist/core/feed/formats/native-json.js';
import {normalize} from '../../dist/core/feed/normalize/normalize.js';
import {initialState, noRefinements} from '../../dist/core/state/search-state.js';
import {loadWordsFor, wordLanguage} from '../../dist/i18n/load-language.js';

export {initialState, noRefinements};

/** The settings of a widget that shows all filters. */
export const defaults = {
  scope: noRefinements,
  facets: ['topic', 'country', 'city', 'year'],
  sort: null,
  hitsPerPage: 12,
  language: 'en',
  currentYear: new Date().getFullYear(),
};

const wordsByLanguage = new Map();
/** The words that a page in one language loads for a feed in English. */
export async function wordsOfPage(language) {
  const loaded = [...new Set([wordLanguage(language), 'en'])].filter(Boolean).map((each) => {
    if (!wordsByLanguage.has(each)) wordsByLanguage.set(each, loadWordsFor(each, {assetsHref: null, baseURI: ''}));
    return wordsByLanguage.get(each);
  });
  return (await Promise.all(loaded)).filter(Boolean);
}

/**
 * @param {string} file a feed, which the cluster has as well
 * @param {string} src the address of the cluster for widgets
 */
export async function openEngines(file, src) {
  const feed = normalize(readNativeJson(JSON.parse(readFileSync(file, 'utf8')), src));
  const loaded = await openCluster(clusterTools, {address: src, maxBytes: 1e8}, new AbortController().signal);
  /** A widget asks one engine many questions, and so do the tests. */
  const known = new Map();
  async function create(settings) {
    const words = await wordsOfPage(settings.language);
    const engines = {local: createLocalEngine(feed, settings), cluster: loaded.createEngine(settings)};
    for (const engine of Object.values(engines)) engine.learn(words);
    return engines;
  }
  return {
    feed,
    loaded,
    /** A pair of engines with the same settings and words. */
    create(options = {}) {
      const settings = {...defaults, ...options};
      const key = JSON.stringify(settings);
      if (!known.has(key)) known.set(key, create(settings));
      return known.get(key);
    },
  };
}

/** A module of the tests for browsers, without its types. */
export async function importTypeScript(path) {
  const bundle = await rolldown({input: path, logLevel: 'silent'});
  const {output} = await bundle.generate();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
