// What visitors get while something fails: three nodes behind nginx, as docs/large-feeds.md recommends.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {clusterTools} from '../../dist/core/cluster/tools.js';
import {openCluster} from '../../dist/core/cluster/opensearch.js';
import {startCluster, whyNoCluster} from '../support/cluster.mjs';
import {defaults, initialState, wordsOfPage} from './engines.mjs';
import {indexFeed, startGateway} from './support.mjs';

const reason = await whyNoCluster();

describe('three nodes', {skip: reason ? `cluster tests not run: ${reason}` : false}, () => {
  let cluster;
  let gateway;
  let words;
  before(async () => {
    cluster = await startCluster({nodes: 3});
    gateway = await startGateway(cluster);
    await indexFeed('demo/practices.json', cluster);
    await cluster.green();
    words = await wordsOfPage('en');
  });
  after(async () => {
    await gateway?.close();
    await cluster?.stop();
  });

  const queries = ['schools', 'museum', 'youth', 'housing', 'women'];
  /** An engine on a page that was just opened: it remembers no answer of the cluster. */
  async function arrive() {
    const source = {address: gateway.src, maxBytes: 1e8};
    const engine = (await openCluster(clusterTools, source, new AbortController().signal)).createEngine(defaults);
    engine.learn(words);
    return engine;
  }
  async function ask(query) {
    const engine = await arrive();
    const {totalHits: total} = await engine.search({...initialState, query});
    engine.close();
    return {total};
  }
  /** Searches again and again, as visitors who arrive, until `work` is done. @returns the answers that differ from those before */
  async function askDuring(work, isRight) {
    const wrong = [];
    let [isDone, count] = [false, 0];
    const searching = (async () => {
      while (!isDone || count < queries.length * 2) {
        const query = queries[count++ % queries.length];
        const letters = query.slice(0, 2 + (count % (query.length - 1)));
        const answer = await ask(letters).catch((error) => ({failed: String(error)}));
        if (!isRight(letters, answer)) wrong.push([letters, answer]);
      }
    })();
    await work();
    isDone = true;
    await searching;
    return wrong;
  }
  const known = new Map();
  /** The same number of practices as when nothing has failed. */
  const isSame = (query, {total}) => {
    if (!known.has(query)) known.set(query, total);
    return total !== undefined && known.get(query) === total;
  };

  it('lose nothing while one of them ends, whichever it is', async () => {
    await askDuring(async () => {}, isSame);
    for (const node of [0, 1, 2]) {
      const wrong = await askDuring(() => cluster.stopNode(node), isSame);
      const later = await askDuring(async () => {}, isSame);
      await cluster.startNode(node);
      assert.deepEqual([...wrong, ...later], [], `without node ${node}`);
    }
    const {hits} = await cluster.ask('POST /practices/_search', {size: 0, track_total_hits: true});
    assert.equal(hits.total.value, 181);
  });

  it('answer each search from one index while the alias changes', async () => {
    await askDuring(async () => {}, isSame);
    const before = (await cluster.ask('GET /_cat/aliases/practices?format=json'))[0].index;
    const {index: after} = await indexFeed('demo/practices.json', cluster);
    const swap = (from, to) =>
      cluster.ask('POST /_aliases', {
        actions: [{remove: {index: from, alias: 'practices'}}, {add: {index: to, alias: 'practices'}}],
      });
    const wrong = await askDuring(async () => {
      for (let round = 0; round < 10; round++) {
        await swap(after, before);
        await swap(before, after);
      }
    }, isSame);
    assert.deepEqual(wrong, []);
  });

  it('give a failure that can be tried again when all of them have ended', async () => {
    const engine = await arrive();
    for (const node of [0, 1, 2]) await cluster.stopNode(node);
    await assert.rejects(engine.search({...initialState, query: 'something new'}), {
      name: 'FeedError',
      retryable: true,
    });
    const {headers, status} = await fetch(`${gateway.src}/feed`, {method: 'POST', body: '{}'});
    assert.equal(status, 502);
    // A page on another origin can read the status.
    assert.equal(headers.get('access-control-allow-origin'), 'https://www.city.example');
  });
});
