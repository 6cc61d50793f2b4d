// A cluster behind nginx: how long `index` takes, and what searching and typing cost. Java, Maven and nginx must be there.
import {once} from 'node:events';
import {createWriteStream, mkdtempSync, rmSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {generatePractices} from '../feed.mjs';
import {startCluster, whyNoCluster} from '../../support/cluster.mjs';
import {createRandom, pick} from '../random.mjs';
import {mean, quantile} from '../statistics.mjs';

const QUERIES = 150;
/** How many nodes the cluster has, one number after the other. */
const NODES = [1, 3];
/** As fast as some people type. */
const KEY_MS = 100;

async function writeFeed(path, size, seed) {
  const file = createWriteStream(path);
  file.write('{"version":"1","title":"Generated practices","language":"en","practices":[');
  let i = 0;
  for (const practice of generatePractices(seed)) {
    if (i === size) break;
    if (!file.write(`${i++ ? ',\n' : ''}${JSON.stringify(practice)}`)) await once(file, 'drain');
  }
  file.end(']}');
  await once(file, 'close');
}

/** One to three words of a title, some with a topic. */
function makeQueries(seed) {
  const random = createRandom(seed);
  const queries = [];
  let i = 0;
  for (const {title} of generatePractices(seed)) {
    if (queries.length === QUERIES) return queries;
    if (i++ % 7) continue;
    const words = title
      .toLowerCase()
      .split(' ')
      .filter(({length}) => length > 3);
    const start = Math.floor(random() * words.length);
    queries.push(words.slice(start, start + pick(random, [1, 2, 2, 3])).join(' ') || title);
  }
}

/** In place of `fetch`, so that the bytes are those on the wire. */
function createMeter() {
  const seen = [];
  const fetchMetered = async (address, {body, method = 'GET', signal} = {}) => {
    const start = performance.now();
    const message = request(address, {method, headers: {'accept-encoding': 'gzip'}, signal});
    message.end(body);
    const [response] = await once(message, 'response');
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    const received = Buffer.concat(chunks);
    seen.push({ms: performance.now() - start, bytes: received.length + (body?.length ?? 0)});
    const isPacked = response.headers['content-encoding'] === 'gzip';
    return new Response(isPacked ? gunzipSync(received) : received, {
      status: response.statusCode,
      headers: {'content-type': response.headers['content-type'] ?? ''},
    });
  };
  return {fetchMetered, take: () => seen.splice(0)};
}

const summarize = (list) => ({p50: quantile(list, 0.5), p95: quantile(list, 0.95)});

/** Loads the engine as a widget does. */
async function openEngine({clusterTools, openCluster}, address, {defaults, wordsOfPage}) {
  const loaded = await openCluster(clusterTools, {address, maxBytes: 1e9}, new AbortController().signal);
  const engine = loaded.createEngine(defaults);
  engine.learn(await wordsOfPage('en'));
  return engine;
}

/** How long searches take, and letters, one after another. */
async function measureSearch(cluster, queries) {
  // They are of the build, which others do not need.
  const [tools, opensearch, engines] = await Promise.all([
    import('../../../dist/core/cluster/tools.js'),
    import('../../../dist/core/cluster/opensearch.js'),
    import('../../cluster/engines.mjs'),
  ]);
  const {startGateway} = await import('../../cluster/support.mjs');
  const gateway = await startGateway(cluster);
  const {fetch} = globalThis;
  const meter = createMeter();
  globalThis.fetch = meter.fetchMetered;
  try {
    const engine = await openEngine({...tools, ...opensearch}, gateway.src, engines);
    const ask = async (query) => {
      meter.take();
      await engine.search({...engines.initialState, query});
      const seen = meter.take();
      return {ms: seen.reduce((sum, {ms}) => sum + ms, 0), bytes: seen.reduce((sum, {bytes}) => sum + bytes, 0)};
    };
    // The first ones warm the cluster up.
    for (const query of queries.slice(0, 50)) await ask(query);
    const searches = [];
    for (const query of queries.slice(50)) searches.push(await ask(query));
    const keys = [];
    for (const query of queries.slice(50, 90))
      for (let length = 2; length <= query.length; length++) {
        keys.push(await ask(query.slice(0, length)));
        await new Promise((resolve) => setTimeout(resolve, KEY_MS));
      }
    const times = (list) => summarize(list.map(({ms}) => ms));
    return {search: times(searches), typing: times(keys), bytes: mean(keys.map((key) => key.bytes))};
  } finally {
    globalThis.fetch = fetch;
    await gateway.close();
  }
}

/** A cluster of one node takes all practices. Then it grows to three. */
export async function* measureCluster({sizes = [100_000, 1_000_000], seed}) {
  const missing = await whyNoCluster();
  if (missing) {
    console.error(`The cluster is not measured: ${missing}.`);
    return;
  }
  const {indexFeeds} = await import('../../../dist/node/cluster/index-feeds.js');
  const folder = mkdtempSync(join(tmpdir(), 'bench-cluster-'));
  const queries = makeQueries(seed);
  const measured = [];
  try {
    for (const size of sizes) {
      const feed = join(folder, `${size}.json`);
      await writeFeed(feed, size, seed);
      const cluster = await startCluster({heap: '1g', isLong: true});
      try {
        const start = performance.now();
        await indexFeeds([feed], {to: cluster.url, alias: 'practices', shards: NODES.at(-1)});
        const indexSeconds = (performance.now() - start) / 1000;
        const [{'pri.store.size': diskBytes}] = await cluster.ask(
          'GET /_cat/indices/practices-*?format=json&bytes=b&h=pri.store.size',
        );
        for (const nodes of NODES) {
          await cluster.grow(nodes);
          const figures = await measureSearch(cluster, queries);
          measured.push({size, nodes, indexSeconds, diskBytes: Number(diskBytes), ...figures});
          yield measured;
        }
      } finally {
        await cluster.stop();
      }
      rmSync(feed);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
