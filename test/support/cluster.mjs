// A real cluster of OpenSearch on this machine: a process for each node, from the artifacts of Maven Central. It needs Java 17 with its compiler, and Maven.
import {execFile, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {freePort} from './free-port.mjs';

const run = promisify(execFile);
const path = (address) => fileURLToPath(new URL(address, import.meta.url));
const POM = path('cluster/pom.xml');
const NODE = path('cluster/ClusterNode.java');
const CACHE = path('../../node_modules/.cache/cluster');

/** How long Maven may download. */
const DOWNLOAD_MS = 15 * 60_000;
/** A busy machine starts three nodes in two minutes. */
const PATIENCE_MS = 10 * 60_000;

/** What a machine lacks for a cluster. */
class NoClusterError extends Error {}

/** @returns {Promise<string>} why no cluster can run on this machine; `''` if it can */
export async function whyNoCluster() {
  try {
    await findClassPath();
    return '';
  } catch (error) {
    if (error instanceof NoClusterError) return error.message;
    throw error;
  }
}

let classPath;

/** The artifacts that a node consists of; Maven downloads those that are missing. */
const findClassPath = () => (classPath ??= resolveClassPath());

async function resolveClassPath() {
  const {stdout: java} = await run('javac', ['-version']).catch(() => ({stdout: ''}));
  const version = Number(/javac (\d+)/.exec(java)?.[1] ?? 0);
  if (version < 17)
    throw new NoClusterError(
      `Java 17 or newer with its compiler is missing${version ? `; there is Java ${version}` : ''} (Debian: default-jdk-headless)`,
    );
  const kept = join(CACHE, createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16));
  const isComplete = () => existsSync(kept) && readFileSync(kept, 'utf8').split(':').every(existsSync);
  if (!isComplete()) {
    mkdirSync(CACHE, {recursive: true});
    const task = ['-q', '-B', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${kept}`];
    try {
      await run('mvn', ['-o', ...task]).catch(() => run('mvn', task, {timeout: DOWNLOAD_MS}));
    } catch ({code, killed, stdout = ''}) {
      rmSync(kept, {force: true});
      if (code === 'ENOENT') throw new NoClusterError('Maven is missing (Debian: maven)');
      const ending = killed ? `no end after ${DOWNLOAD_MS / 60_000} minutes` : `Maven ended with ${code}`;
      const reason = /\[ERROR\] (.*)/.exec(stdout)?.[1] ?? ending;
      throw new NoClusterError(`Maven does not find the artifacts of OpenSearch: ${reason}`);
    }
  }
  return readFileSync(kept, 'utf8');
}

/**
 * Starts a cluster. It only runs stored scripts, as docs/large-feeds.md recommends.
 * @param {{nodes?: number, heap?: string, settings?: Record<string, string>, isLong?: boolean}} [options] `settings` of all nodes; `isLong`:
 * whether it pays to compile well
 */
export async function startCluster({nodes: count = 1, heap = '384m', settings = {}, isLong = false} = {}) {
  const artifacts = await findClassPath();
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  const nodes = [];
  for (let i = 0; i < count; i++) nodes.push({name: `node-${i}`, http: await freePort(), transport: await freePort()});
  const shared = {
    'cluster.name': 'practices',
    'cluster.initial_cluster_manager_nodes': nodes.map(({name}) => name).join(','),
    'discovery.seed_hosts': nodes.map(({transport}) => `127.0.0.1:${transport}`).join(','),
    'network.host': '127.0.0.1',
    'script.allowed_types': 'stored',
    // The disk of a developer may be nearly full.
    'cluster.routing.allocation.disk.threshold_enabled': 'false',
    ...settings,
  };

  function launch(node) {
    const home = join(folder, node.name);
    mkdirSync(home, {recursive: true});
    const log = openSync(join(folder, `${node.name}.log`), 'a');
    const own = {
      'node.name': node.name,
      'path.home': home,
      'http.port': node.http,
      'transport.port': node.transport,
    };
    const jvm = [`-Xms${heap}`, `-Xmx${heap}`, '-XX:+UseSerialGC', '-Dorg.apache.logging.log4j.level=INFO'];
    if (!isLong) jvm.push('-XX:TieredStopAtLevel=1');
    const args = Object.entries({...shared, ...own}).map(([name, value]) => `${name}=${value}`);
    node.child = spawn('java', [...jvm, '-cp', artifacts, NODE, ...args], {stdio: ['pipe', log, log]});
    node.exit = once(node.child, 'exit');
  }

  const running = () => nodes.filter(({child}) => child.exitCode === null && child.signalCode === null);
  const killAll = () => {
    for (const {child} of running()) child.kill('SIGKILL');
    rmSync(folder, {recursive: true, force: true});
  };
  const logOf = ({name}) => readFileSync(join(folder, `${name}.log`), 'utf8');

  /** Waits until all nodes that run have found each other, and each part of each index has its copies. */
  async function green() {
    const wanted = running();
    const query = `wait_for_nodes=${wanted.length}&wait_for_status=green&wait_for_no_relocating_shards=true&timeout=10s`;
    for (const end = Date.now() + PATIENCE_MS; ; await pause(100)) {
      const ended = wanted.find((node) => !running().includes(node));
      if (ended) throw new Error(`${ended.name} of the cluster ended:\n${logOf(ended).slice(-4000)}`);
      const answers = await Promise.all(
        wanted.map(({http}) => fetch(`http://127.0.0.1:${http}/_cluster/health?${query}`).catch(() => null)),
      );
      const states = await Promise.all(answers.map((answer) => (answer?.ok ? answer.json() : null)));
      if (states.every((state) => state?.status === 'green')) return;
      if (Date.now() > end) throw new Error(`the cluster is not ready after ${PATIENCE_MS / 60_000} minutes`);
    }
  }

  process.once('exit', killAll);
  for (const node of nodes) launch(node);
  const urls = nodes.map(({http}) => `http://127.0.0.1:${http}`);
  const cluster = {
    /** The addresses of all nodes. */
    urls,
    /** The address of the first node. */
    url: urls[0],
    /** Where each node writes its log. */
    folder,
    green,
    /** Ends a node at once, as if its machine had failed. */
    async stopNode(i) {
      nodes[i].child.kill('SIGKILL');
      await nodes[i].exit;
    },
    /** Starts a stopped node again, with its data. */
    async startNode(i) {
      launch(nodes[i]);
      await green();
    },
    /**
     * Asks a node.
     * @param {string} request method and path: `GET /_cat/indices`
     * @param {unknown} [body]
     * @returns {Promise<any>} the answer, if it is JSON, with its `status`
     */
    async ask(request, body, node = 0) {
      const [method, path] = request.split(' ');
      const answer = await fetch(urls[node] + path, {
        method,
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: {'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json'},
        }),
      });
      const text = await answer.text();
      const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {text};
      return Array.isArray(json) ? json : {status: answer.status, ...json};
    },
    /** Removes all indices and stored templates. */
    async clear() {
      await cluster.ask('DELETE /*?expand_wildcards=all');
      const {metadata} = await cluster.ask('GET /_cluster/state/metadata?filter_path=metadata.stored_scripts');
      for (const id of Object.keys(metadata?.stored_scripts ?? {})) await cluster.ask(`DELETE /_scripts/${id}`);
    },
    async stop() {
      process.off('exit', killAll);
      const all = running();
      for (const {child} of all) child.kill('SIGKILL');
      await Promise.all(all.map(({exit}) => exit));
      rmSync(folder, {recursive: true, force: true});
    },
  };
  try {
    await green();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

// `node test/support/cluster.mjs [NODES]` starts a cluster until Ctrl+C, for feeds of any size.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const why = await whyNoCluster();
  if (why) {
    console.error(`No cluster: ${why}.`);
    process.exit(1);
  }
  const cluster = await startCluster({nodes: Number(process.argv[2] ?? 1), heap: '1g', isLong: true});
  console.log(`${cluster.urls.join('\n')}\nLogs: ${cluster.folder}`);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void cluster.stop().then(() => process.exit()));
}
