// `good-practice-browser index` and `check` with a real cluster.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {TEMPLATE_VERSION} from '../../dist/core/cluster/fields.js';
import {indexFeeds} from '../../dist/node/cluster/index-feeds.js';
import {startCluster, whyNoCluster} from '../support/cluster.mjs';

const DEMO = 'demo/practices.json';
const reason = await whyNoCluster();
const options = {skip: reason ? `cluster tests not run: ${reason}` : false};

async function run(...args) {
  const child = spawn(process.execPath, ['dist/cli/main.js', ...args], {stdio: ['ignore', 'pipe', 'pipe']});
  const output = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return {status, ...output};
}

describe('a cluster', options, () => {
  let cluster;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'practices-'));
    cluster = await startCluster();
  });
  afterEach(() => cluster.clear());
  after(async () => {
    await cluster?.stop();
    rmSync(folder, {recursive: true});
  });

  const index = (feed = DEMO) => run('index', feed, '--to', cluster.url, '--alias', 'practices');
  const check = (...more) => run('check', cluster.url, '--alias', 'practices', ...more);
  const codes = async () => {
    const {stdout} = await check('--json');
    return JSON.parse(stdout)[0].findings.map(({code}) => code);
  };
  const names = async () => (await cluster.ask('GET /_cat/indices?format=json')).map((each) => each.index).sort();
  const serving = async () =>
    Object.keys(await cluster.ask('GET /_alias/practices')).filter((name) => name !== 'status');
  const feedOf = (name, practices) => {
    writeFileSync(join(folder, name), JSON.stringify({version: '1', practices}));
    return join(folder, name);
  };

  it('has all practices after the command, which keeps one old index and deletes older ones of its own', async () => {
    await cluster.ask('PUT /practices-archive');
    const made = [];
    for (let round = 1; round <= 3; round++) {
      const {status, stderr} = await index();
      assert.equal(status, 0, stderr);
      made.push(/in the index (practices-[\w-]+)\./.exec(stderr)[1]);
      assert.deepEqual(await serving(), [made.at(-1)]);
      const {hits} = await cluster.ask('POST /practices/_search', {
        query: {term: {kind: 'practice'}},
        track_total_hits: true,
      });
      assert.equal(hits.total.value, 180);
    }
    assert.deepEqual(await names(), [...made.slice(1), 'practices-archive'].sort());
    // One node has no copies, which is not good for visitors.
    assert.deepEqual(await codes(), ['no-copies']);
  });

  it('serves the old index until the new one is whole, and never none', async () => {
    await index();
    const counts = new Set();
    let isDone = false;
    const ask = async () => {
      while (!isDone) {
        const {count, status} = await cluster.ask('GET /practices/_count');
        counts.add(`${status} ${count}`);
      }
    };
    const asking = ask();
    const {practices} = JSON.parse(readFileSync(DEMO, 'utf8'));
    const {status} = await index(feedOf('fewer.json', practices.slice(0, 100)));
    isDone = true;
    await asking;
    assert.equal(status, 0);
    assert.ok(
      [...counts].every((count) => ['200 181', '200 101'].includes(count)),
      [...counts].join(),
    );
    assert.equal((await cluster.ask('GET /practices/_count')).count, 101);
  });

  it('serves the old index if the feed breaks off, and if it is no feed', async () => {
    await index();
    const before = [await names(), await serving()];
    writeFileSync(join(folder, 'cut.json'), readFileSync(DEMO).subarray(0, 30_000));
    const {status, stderr} = await index(join(folder, 'cut.json'));
    assert.equal(status, 2);
    assert.match(stderr, /cut\.json is empty, incomplete or not valid JSON/);
    assert.deepEqual([await names(), await serving()], before);
  });

  it('serves the old index if it takes no more documents, and continues when it does', async () => {
    await index();
    const before = await serving();
    const practices = Array.from({length: 2500}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`}));
    const feed = feedOf('many.json', practices);
    let isFull = true;
    const fillUp = async (text) => {
      if (!isFull || !/^1[05]00 of/.test(text)) return;
      isFull = false;
      const [unfinished] = (await names()).filter((name) => !before.includes(name));
      await cluster.ask(`PUT /${unfinished}/_settings`, {'index.blocks.read_only_allow_delete': true});
    };
    const settings = {to: cluster.url, alias: 'practices', checkpoint: 1000};
    const steps = [];
    const failed = indexFeeds([feed], {...settings, onStep: (text) => steps.push(fillUp(text))});
    await assert.rejects(failed, {code: 'blocked', message: /takes no documents, because a disk is almost full/});
    await Promise.all(steps);
    assert.deepEqual(await serving(), before);
    assert.deepEqual((await codes()).includes('left-over'), true);

    await cluster.ask('PUT /practices-*/_settings', {'index.blocks.read_only_allow_delete': null});
    const {continuedAt, practices: count} = await indexFeeds([feed], settings);
    assert.ok(continuedAt >= 1000, String(continuedAt));
    assert.equal(count, 2500);
    assert.equal((await cluster.ask('GET /practices/_count')).count, 2501);
  });

  it('is not used if an index has the name of the alias', async () => {
    await cluster.ask('PUT /practices');
    const {status, stderr} = await index();
    assert.equal(status, 2);
    assert.match(stderr, /^“practices” is an index on \S+, and must be an alias\. Choose another name with --alias/);
  });

  it('is checked: the alias, the index, its documents, the templates and the blocks', async () => {
    const {status, stdout} = await check();
    assert.equal(status, 1);
    assert.match(
      stdout,
      /error no-alias practices\n  No index has the alias “practices”\.\n→ Run good-practice-browser index/,
    );

    await index();
    const [name] = await serving();
    await cluster.ask('DELETE /_scripts/good-practices-feed-1');
    await cluster.ask('PUT /_scripts/good-practices-search-1', {script: {lang: 'mustache', source: '{"size": 10000}'}});
    await cluster.ask('PUT /_scripts/other', {script: {lang: 'mustache', source: '{"size": 0}'}});
    await cluster.ask(`DELETE /${name}/_doc/p:${JSON.parse(readFileSync(DEMO, 'utf8')).practices[0].id}?refresh=true`);
    await cluster.ask(`PUT /${name}/_settings`, {'index.blocks.write': true});
    const found = await codes();
    for (const code of [
      'missing-documents',
      'no-template',
      'other-template',
      'foreign-script',
      'blocked-index',
      'no-copies',
    ])
      assert.ok(found.includes(code), `${code} in ${found}`);

    await cluster.ask(`PUT /${name}/_settings`, {'index.blocks.write': null});
    const {mappings} = (await cluster.ask(`GET /${name}`))[name];
    const meta = {good_practices: {...mappings._meta.good_practices, template: '0', complete: false, year: 2020}};
    await cluster.ask(`PUT /${name}/_mapping`, {_meta: meta});
    await cluster.ask('POST /_aliases', {actions: [{add: {index: name, alias: 'practices'}}]});
    await cluster.ask('PUT /unrelated', {aliases: {practices: {}}});
    const more = await codes();
    for (const code of ['old-index', 'last-year', 'incomplete-index', 'several-indices', 'other-index'])
      assert.ok(more.includes(code), `${code} in ${more}`);
    await cluster.ask('DELETE /unrelated');
    const refused = await index();
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^“practices” serves pages with templates of version 0/);
    const own = {good_practices: {...meta.good_practices, template: TEMPLATE_VERSION}};
    await cluster.ask(`PUT /${name}/_mapping`, {_meta: own});
    assert.equal((await index()).status, 0);
    // The old index is kept, which is marked as unfinished above.
    assert.deepEqual(await codes(), ['no-copies', 'left-over', 'foreign-script']);
  });

  it('is flagged if it runs scripts that visitors send', async () => {
    const open = await startCluster({settings: {'script.allowed_types': 'inline,stored'}});
    try {
      const {stdout} = await run('check', open.url, '--alias', 'practices');
      assert.match(
        stdout,
        /error inline-scripts .*\n  The cluster runs search templates that a request contains\.\n→ Set script\.allowed_types: stored/,
      );
    } finally {
      await open.stop();
    }
  });
});
