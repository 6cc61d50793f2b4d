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

export async function* measureCluster({sizes = [100_000, 1_000_000], seed}) {
  const missing = await whyNoCluster();
  if (missing) {
    console.error(`The cluster is not measured: ${missing}.`);
    return;
  }
  // They are of the build, which others do not need.
  const {indexFeeds} = await import('../../../dist/node/cluster/index-feeds.js');
  const {clusterTools} = await import('../../../dist/core/cluster/tools.js');
  const {openCluster} = await import('../../../dist/core/cluster/opensearch.js');
  const {defaults, initialState, wordsOfPage} = await import('../../cluster/engines.mjs');
  const {startGateway} = await import('../../cluster/support.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'bench-cluster-'));
  const queries = makeQueries(seed);
  const measured = [];
  const {fetch} = globalThis;
  try {
    for (const size of sizes) {
      const feed = join(folder, `${size}.json`);
      await writeFeed(feed, size, seed);
      for (const nodes of [1, 3]) {
        const cluster = await startCluster({nodes, heap: '1g', isLong: true});
        const gateway = await startGateway(cluster);
        try {
          const start = performance.now();
          await indexFeeds([feed], {to: cluster.url, alias: 'practices', shards: nodes});
          const indexSeconds = (performance.now() - start) / 1000;
          const [{'pri.store.size': diskBytes}] = await cluster.ask(
            'GET /_cat/indices/practices-*?format=json&bytes=b&h=pri.store.size',
          );
          const meter = createMeter();
          globalThis.fetch = meter.fetchMetered;
          const signal = new AbortController().signal;
          const loaded = await openCluster(clusterTools, {address: gateway.src, maxBytes: 1e9}, signal);
          const engine = loaded.createEngine(defaults);
          engine.learn(await wordsOfPage('en'));
          const ask = async (query) => {
            meter.take();
            await engine.search({...initialState, query}).catch(() => {});
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
          const bytes = mean(keys.map((key) => key.bytes));
          measured.push({
            size,
            nodes,
            indexSeconds,
            diskBytes: Number(diskBytes),
            search: times(searches),
            typing: times(keys),
            bytes,
          });
          yield measured;
        } finally {
          globalThis.fetch = fetch;
          await gateway.close();
          await cluster.stop();
        }
      }
      rmSync(feed);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
