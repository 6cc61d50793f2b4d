// `good-practice-browser index` against a server that answers like a cluster; test/cluster/ has the tests with a real one.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {indexFeeds} from '../../../dist/node/cluster/index-feeds.js';
import {openPractices} from '../../../dist/node/cluster/practice-stream.js';
import {refusal, startFakeCluster} from '../../support/fake-cluster.mjs';

const main = 'dist/cli/main.js';
const demo = 'demo/practices.json';
const {practices: own} = JSON.parse(readFileSync(demo, 'utf8'));

let cluster;
let folder;
const servers = [];
const file = (name) => join(folder, name);
before(() => (folder = mkdtempSync(join(tmpdir(), 'index-'))));
after(() => rmSync(folder, {recursive: true}));
afterEach(async () => {
  await cluster?.close();
  cluster = undefined;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** @returns the address of a server for one test */
async function serve(answer) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

async function run(args, {env = {}, input = ''} = {}) {
  const child = spawn(process.execPath, [main, ...args], {env: {...process.env, ...env}});
  const output = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
  child.stdin.end(input);
  const status = await new Promise((resolve) => child.on('close', resolve));
  return {status, ...output, said: output.stdout + output.stderr};
}
const index = (to, ...more) => run(['index', demo, '--to', to, '--alias', 'practices', ...more]);

/** With short pauses. */
const indexHere = (feeds, options = {}) =>
  indexFeeds(feeds, {to: cluster.url, alias: 'practices', pauseMs: 1, ...options});
const bulks = () => cluster.requests.filter(({path}) => path.includes('_bulk'));
const idsIn = ({documents}) => [...documents.keys()].filter((id) => id !== 'feed').map((id) => id.replace(/^p:/, ''));
const served = () => cluster.indices.get(cluster.serving);

describe('good-practice-browser index', () => {
  it('sends every practice to a new index, stores the templates, and then sets the alias', async () => {
    cluster = await startFakeCluster();
    const {said, status} = await index(cluster.url);
    assert.equal(status, 0, said);
    assert.match(said, /^practices: 180 practices in the index practices-\d{8}-\d{6}-[\da-f]{4}\.\n$/);
    assert.equal(idsIn(served()).length, 180);
    assert.equal(served().meta.good_practices.complete, true);
    const paths = cluster.requests.map(({method, path}) => `${method} ${path.split('?')[0]}`);
    assert.equal(paths.filter((path) => path.startsWith('PUT /_scripts/good-practices-')).length, 5);
    assert.ok(paths.indexOf('POST /_aliases') > paths.findLastIndex((path) => /_scripts|_bulk|_count/.test(path)));
    assert.equal(paths.filter((path) => path === 'POST /_aliases').length, 1);
  });

  it('reads the standard input, a page after the other, and several feeds', async () => {
    cluster = await startFakeCluster();
    const piped = await run(['index', '-', '--to', cluster.url, '--alias', 'practices'], {input: readFileSync(demo)});
    assert.equal(piped.status, 0, piped.said);
    assert.equal(idsIn(served()).length, 180);

    const pages = await serve(({url}, response) => {
      const number = Number(url.slice(1));
      const records = own.slice(number * 2, number * 2 + 2);
      response.end(
        JSON.stringify({version: '1', practices: records, next_url: records.length ? `/${number + 1}` : ''}),
      );
    });
    await indexHere([`${pages}/0`]);
    // The widget and the other commands read 20 pages.
    assert.deepEqual(
      idsIn(served()),
      own.map(({id}) => id),
    );

    writeFileSync(file('more.json'), JSON.stringify({title: 'More', practices: [{id: 'more', title: 'More'}, own[0]]}));
    await indexHere([demo, file('more.json')]);
    assert.equal(idsIn(served()).length, 181);
  });

  it('takes the filters that the first page describes for all pages, small and large', async () => {
    cluster = await startFakeCluster();
    const facets = [{name: 'target', type: 'list', label: 'Target group'}];
    for (const note of ['', 'x'.repeat(9_000_000)]) {
      const pages = await serve(({url}, response) => {
        const number = Number(url.slice(1));
        const practices = [{id: `p${number}`, title: `Practice ${number}`, target: [`group ${number}`]}];
        response.end(
          JSON.stringify({
            version: '1',
            note,
            practices,
            ...(number ? {} : {facets}),
            ...(number < 2 && {next_url: `/${number + 1}`}),
          }),
        );
      });
      await indexHere([`${pages}/0`]);
      const values = [...served().documents.values()].map((line) => JSON.parse(line).facet?.own0).filter(Boolean);
      assert.deepEqual(values, [['group 0'], ['group 1'], ['group 2']]);
    }
  });

  it('reads the full texts of a file from beside it, and sends nothing without them', async () => {
    cluster = await startFakeCluster();
    const [first] = own;
    writeFileSync(file('feed.json'), JSON.stringify({version: '1', texts: 'texts.json', practices: [first]}));
    const args = ['index', file('feed.json'), '--to', cluster.url, '--alias', 'practices'];
    const {said, status} = await run(args);
    assert.equal(status, 2);
    assert.match(said, /There is no file .*texts\.json/);
    assert.deepEqual(cluster.indices.size, 0);
    writeFileSync(file('texts.json'), JSON.stringify([{id: first.id, sections: ['Lanterns on the river']}]));
    assert.equal((await run(args)).status, 0);
    assert.match([...served().documents.values()].join('\n'), /Lanterns on the river/);
  });

  for (const [what, args, message] of [
    ['no cluster', ['index', demo, '--alias', 'practices'], /^index needs --to, the address of the cluster/],
    ['no alias', ['index', demo, '--to', 'https://x.example'], /^index needs --alias/],
    [
      'an alias that a cluster does not allow',
      ['index', demo, '--to', 'http://127.0.0.1:9', '--alias', 'Übung'],
      /^“Übung” cannot be the name of an alias/,
    ],
    [
      'another computer without encryption',
      ['index', demo, '--to', 'http://x.example', '--alias', 'a'],
      /^http:\/\/x\.example\/ is not encrypted/,
    ],
    [
      'a password in the address',
      ['index', demo, '--to', 'https://me:secret@x.example', '--alias', 'a'],
      /^The address of the cluster contains a user or a password/,
    ],
    [
      'something that is no address',
      ['index', demo, '--to', 'cluster', '--alias', 'a'],
      /^“cluster” is not the address of a cluster/,
    ],
    [
      'a filter',
      ['index', demo, '--to', 'https://x.example', '--alias', 'a', '--filter', 'city:X'],
      /^index does not know --filter/,
    ],
    [
      'a wrong number',
      ['index', demo, '--to', 'https://x.example', '--alias', 'a', '--shards', '0'],
      /^--shards needs a whole number from 1/,
    ],
  ])
    it(`says what is wrong with ${what}, without the password`, async () => {
      const {said, status} = await run(args);
      assert.equal(status, 2);
      assert.match(said, message);
      assert.doesNotMatch(said, /secret/);
    });

  it('never prints a user or a password in the address of a feed', async () => {
    cluster = await startFakeCluster();
    for (const address of ['http://me:secret@localhost:9/feed.json', 'ftp://me:secret@x.example/feed.json']) {
      const {said, status} = await run(['index', address, '--to', cluster.url, '--alias', 'practices']);
      assert.equal(status, 2);
      assert.match(said, /^The address of the feed contains a user or a password|^There is no file ftp:/);
      assert.doesNotMatch(said, /secret/);
    }
  });

  it('sends the credentials of the environment, and never prints them', async () => {
    const wanted = `Basic ${Buffer.from('writer:geheim').toString('base64')}`;
    cluster = await startFakeCluster(({headers}) =>
      headers.authorization === wanted ? undefined : {status: 401, body: {error: headers.authorization ?? ''}},
    );
    const args = ['index', demo, '--to', cluster.url, '--alias', 'practices'];
    const good = await run(args, {env: {GPB_CLUSTER_USER: 'writer', GPB_CLUSTER_PASSWORD: 'geheim'}});
    assert.equal(good.status, 0, good.said);
    const none = await run(args);
    assert.match(none.said, /asks for credentials \(HTTP status 401\)\. Set GPB_CLUSTER_USER and/);
    const wrong = await run(args, {env: {GPB_CLUSTER_AUTHORIZATION: 'Bearer falsch'}});
    assert.match(wrong.said, /does not accept the credentials in the environment \(HTTP status 401\)/);
    const half = await run(args, {env: {GPB_CLUSTER_USER: 'writer'}});
    assert.match(half.said, /^Only GPB_CLUSTER_USER is set/);
    const broken = await run(args, {env: {GPB_CLUSTER_AUTHORIZATION: 'Bearer falsch\nX: y'}});
    assert.match(broken.said, /^GPB_CLUSTER_AUTHORIZATION contains a line break or a letter that no header may have\./);
    const strange = await run(args, {env: {GPB_CLUSTER_AUTHORIZATION: 'Bearer falsch€'}});
    assert.match(strange.said, /^GPB_CLUSTER_AUTHORIZATION contains a line break or a letter/);
    for (const {said, status} of [none, wrong, half, broken, strange]) {
      assert.equal(status, 2);
      assert.doesNotMatch(said, /geheim|falsch/);
    }
  });

  for (const [what, fail, message] of [
    [
      'the user may not create an index',
      ({method}) => method === 'PUT' && refusal(403, 'security_exception', 'no permissions for [indices:admin/create]'),
      /does not allow PUT \/practices-\S+ \(HTTP status 403\): no permissions for/,
    ],
    [
      'the cluster is too old',
      ({path}) => path === '/' && {body: {version: {number: '7.10.2'}}},
      /is Elasticsearch 7\.10\.2\. The widget needs OpenSearch 2 or Elasticsearch 8, or newer/,
    ],
    ['another server answers', () => ({body: '<html>'}), /is not a cluster of OpenSearch or Elasticsearch/],
    [
      'an index has the name of the alias',
      ({path}) => path.startsWith('/practices?') && {body: {practices: {aliases: {}, mappings: {}}}},
      /“practices” is an index on http:\S+, and must be an alias/,
    ],
    [
      'the disks are full',
      ({path}) =>
        path.includes('_bulk') && {
          body: {
            errors: true,
            items: [
              {
                index: {
                  status: 429,
                  error: {
                    type: 'cluster_block_exception',
                    reason:
                      'index [x] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
                  },
                },
              },
            ],
          },
        },
      /takes no documents, because a disk is almost full: .* It continues where it ended/,
    ],
    [
      'the cluster refuses a practice',
      ({path}) =>
        path.includes('_bulk') && {
          body: {
            errors: true,
            items: [{index: {status: 400, error: {type: 'mapper_parsing_exception', reason: 'failed to parse'}}}],
          },
        },
      new RegExp(`refuses the practice “${own[0].id}”: failed to parse`),
    ],
    [
      'the cluster redirects',
      () => ({status: 302, headers: {location: 'http://127.0.0.1:1/'}}),
      /redirects to another address/,
    ],
    [
      'documents get lost',
      ({path}) => path.includes('_count') && {body: {count: 3}},
      /has 3 documents instead of 181, so it was deleted\. The old index serves/,
    ],
  ])
    it(`says so if ${what}, and leaves the alias alone`, async () => {
      cluster = await startFakeCluster((request) => fail(request) || undefined);
      const {said, status} = await index(cluster.url);
      assert.equal(status, 2, said);
      assert.match(said, message);
      assert.equal(cluster.serving, '');
    });

  it('says so if no cluster answers', async () => {
    cluster = await startFakeCluster();
    const {url} = cluster;
    await cluster.close();
    const reasons = [];
    cluster = undefined;
    const failed = indexFeeds([demo], {to: url, alias: 'practices', pauseMs: 1, onRetry: (text) => reasons.push(text)});
    await assert.rejects(failed, /does not answer: .*ECONNREFUSED.* Check the address, and whether the cluster runs/);
    assert.equal(reasons.length, 8);
  });

  it('waits as long as a busy cluster asks for, and sends what it has not taken again', async () => {
    let busy = 3;
    let once = true;
    const reasons = [];
    cluster = await startFakeCluster(({body, path}) => {
      if (!path.includes('_bulk')) return undefined;
      if (busy-- > 0)
        return {...refusal(429, 'rejected_execution_exception', 'queue is full'), headers: {'retry-after': '0'}};
      if (!once) return undefined;
      once = false;
      // Every second document.
      const items = body
        .trimEnd()
        .split('\n')
        .filter((_, i) => i % 2 === 0)
        .map((_, i) =>
          i % 2
            ? {index: {status: 429, error: {type: 'rejected_execution_exception', reason: 'queue is full'}}}
            : {index: {status: 201}},
        );
      return {body: {errors: true, items}};
    });
    await assert.rejects(indexHere([demo], {onRetry: (text) => reasons.push(text)}), /has 90 documents instead of 181/);
    assert.equal(
      reasons.filter((text) => /HTTP status 429\): queue is full\. Attempt 2 of 9 follows in 0\.0 s/.test(text)).length,
      1,
    );
    assert.equal(
      reasons.filter((text) => /it has not taken 90 of 181 documents \(queue is full\)/.test(text)).length,
      1,
    );
    assert.equal(bulks().at(-1).body.trimEnd().split('\n').length, 180);
  });

  it('sends less at once to a proxy that allows less', async () => {
    cluster = await startFakeCluster(({body, path}) =>
      path.includes('_bulk') && body.length > 100_000 ? {status: 413} : undefined,
    );
    await indexHere([demo]);
    assert.equal(idsIn(served()).length, 180);
  });

  it('continues after a failure, and starts anew if the feed has changed', async () => {
    const many = file('many.json');
    const write = (title) =>
      writeFileSync(
        many,
        JSON.stringify(Array.from({length: 2500}, (_, i) => ({id: `p${i}`, title: `${title} ${i}`}))),
      );
    write('Practice');
    let isBroken = true;
    cluster = await startFakeCluster(({path}) =>
      isBroken && path.includes('_bulk') && bulks().length > 2 ? null : undefined,
    );
    const options = {checkpoint: 1000};
    await assert.rejects(indexHere([many], options), {code: 'unreachable'});
    const [unfinished] = cluster.indices.keys();
    assert.equal(cluster.serving, '');

    isBroken = false;
    const before = bulks().length;
    const result = await indexHere([many], options);
    assert.equal(result.continuedAt, 2000);
    assert.equal(result.index, unfinished);
    assert.equal(bulks().length, before + 1);
    assert.equal(idsIn(served()).length, 2500);

    isBroken = true;
    cluster.requests.length = 0;
    await assert.rejects(indexHere([many], options), {code: 'unreachable'});
    write('Another practice');
    isBroken = false;
    const anew = await indexHere([many], options);
    assert.equal(anew.continuedAt, 0);
    assert.ok([...served().documents.values()].every((document) => !document.includes('"Practice ')));
    assert.deepEqual([...cluster.indices.keys()].sort(), [result.index, anew.index].sort());
  });

  it('does not continue with an index that was made in another way', async () => {
    const feed = file('growing.json');
    const write = (...more) =>
      writeFileSync(
        feed,
        JSON.stringify([...Array.from({length: 2500}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`})), ...more]),
      );
    write();
    let isBroken = true;
    cluster = await startFakeCluster(({path}) =>
      isBroken && path.includes('_bulk') && bulks().length > 2 ? null : undefined,
    );
    const options = {checkpoint: 1000, shards: 1};
    await assert.rejects(indexHere([feed], options), {code: 'unreachable'});
    const [unfinished] = cluster.indices.keys();
    isBroken = false;
    // Texts in a further language need another mapping.
    write({id: 'paris', title: {fr: 'Une pratique'}});
    const french = await indexHere([feed], options);
    assert.deepEqual([french.continuedAt, french.deleted], [0, [unfinished]]);
    assert.equal(idsIn(served()).length, 2501);
  });

  it('indexes Serbian texts with the words of the usual script', async () => {
    const feed = file('serbian.json');
    const practices = [{id: 'novi-sad', title: 'Омладински центар'}];
    writeFileSync(feed, JSON.stringify({version: '1', language: 'sr', practices}));
    cluster = await startFakeCluster();
    await indexHere([feed]);
    assert.deepEqual(served().meta.good_practices.languages, ['sr']);
  });

  it('keeps the addresses of feeds to itself, as they may have tokens, and does not continue with another feed', async () => {
    const feed = JSON.stringify(Array.from({length: 2500}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`})));
    const address = await serve((_, response) => response.end(feed));
    let isBroken = true;
    cluster = await startFakeCluster(({path}) =>
      isBroken && path.includes('_bulk') && bulks().length > 2 ? null : undefined,
    );
    const options = {checkpoint: 1000};
    await assert.rejects(indexHere([`${address}/feed.json?token=S3CRET`], options), {code: 'unreachable'});
    isBroken = false;
    assert.equal((await indexHere([`${address}/feed.json?token=other`], options)).continuedAt, 0);
    assert.doesNotMatch(JSON.stringify(cluster.requests), /S3CRET|token=/);
  });

  it('does not write into an index that another run has taken over', async () => {
    cluster = await startFakeCluster(({path}) => {
      if (path.includes('_count'))
        for (const {meta} of cluster.indices.values()) meta.good_practices.writer = 'another';
      return undefined;
    });
    const many = file('taken.json');
    writeFileSync(many, JSON.stringify(own.slice(0, 20)));
    const failed = indexHere([many], {
      checkpoint: 10,
      onStep: () => cluster.indices.forEach(({meta}) => (meta.good_practices.writer = 'another')),
    });
    await assert.rejects(failed, /Another run of this command has taken over practices-/);
    assert.equal(cluster.serving, '');
  });

  it('leaves pages of another version alone', async () => {
    cluster = await startFakeCluster();
    await indexHere([demo]);
    const {serving} = cluster;
    const {meta} = cluster.indices.get(serving);
    cluster.indices.get(serving).meta = {good_practices: {...meta.good_practices, template: '0'}};
    const {said, status} = await run(['index', demo, '--to', cluster.url, '--alias', 'practices']);
    assert.equal(status, 2);
    assert.match(
      said,
      /^“practices” serves pages with templates of version 0, .* for example practices-new, and follow “Upgrade”/,
    );
    assert.equal(cluster.serving, serving);
    assert.equal(cluster.indices.size, 1);
  });

  it('touches no cluster if the feed breaks off, on any page', async () => {
    cluster = await startFakeCluster();
    const half = readFileSync(demo).subarray(0, 20_000);
    const feed = await serve(({url}, response) => {
      if (url === '/first')
        return response.end(JSON.stringify({version: '1', practices: own.slice(0, 3), next_url: '/second'}));
      if (url === '/cut') return response.end(half);
      response.writeHead(200, {'content-length': 1_000_000});
      response.write(half, () => response.destroy());
    });
    writeFileSync(file('empty.json'), '[]');
    for (const [name, message] of [
      [`${feed}/first`, /second failed to load: (?:terminated|other side closed)/],
      [`${feed}/cut`, /cut is empty, incomplete or not valid JSON/],
      [`${feed}/broken`, /broken failed to load/],
      [file('none.json'), /There is no file/],
      [file('empty.json'), /The feed has no practices, so that nothing was sent/],
    ])
      await assert.rejects(indexHere([name]), message);
    assert.ok(cluster.requests.every(({method}) => method === 'GET'));
  });
});

describe('a feed of any size', () => {
  const read = async (feeds, options = {}) => {
    const stream = await openPractices(feeds, options);
    const practices = [];
    for await (const part of stream.parts()) practices.push(...part);
    await stream.close();
    return {practices, ...stream};
  };
  /** More than is read whole. */
  const text = 'A sentence with “quotes”, \\"escapes\\" and {brackets]. '.repeat(40);
  const record = (i) => `{"id":"p${i}","title":"Titel ${i} äöü","summary":"${text}","topics":["t${i % 7}"]}`;
  const records = Array.from({length: 4000}, (_, i) => record(i)).join(',\n');
  const head = '"version":"1","language":"de","topics":[{"id":"t0","label":"Thema"}],"title":"Der Feed"';

  it('is read in parts, with everything that the document says before and after the records', async () => {
    for (const [name, document] of [
      ['before.json', `\ufeff {${head},"practices" : [${records}]}`],
      ['after.json', `{"practices":[${records}],${head}}`],
      ['list.json', `[${records}]`],
    ]) {
      writeFileSync(file(name), document);
      const {count, info, languages, practices, topics} = await read([file(name)]);
      assert.equal(count, 4000);
      assert.deepEqual(
        practices.map(({id}) => id),
        Array.from({length: 4000}, (_, i) => `p${i}`),
      );
      assert.equal(practices[5].summary[0].text.slice(0, 30), 'A sentence with “quotes”, "esc');
      assert.deepEqual([...topics].sort(), ['t0', 't1', 't2', 't3', 't4', 't5', 't6']);
      if (name === 'list.json') continue;
      assert.equal(info.title[0].text, 'Der Feed');
      assert.deepEqual(languages, ['de']);
      assert.equal(info.topics.find(({id}) => id === 't0').label[0].text, 'Thema');
    }
  });

  it('gives the same practices as a small one, also if ids are there twice', async () => {
    const twice = [...own, own[3], {...own[4], title: 'Another title'}];
    writeFileSync(file('small.json'), JSON.stringify({version: '1', language: 'en', practices: twice}));
    // The same records, with a field that makes the document large.
    writeFileSync(
      file('large.json'),
      `{"version":"1","language":"en","practices":${JSON.stringify(twice)},"note":"${'x'.repeat(9_000_000)}"}`,
    );
    const [small, large] = [await read([file('small.json')]), await read([file('large.json')])];
    const byId = (practices) => practices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(byId(large.practices), byId(small.practices));
    assert.equal(new Set(small.practices.map(({id}) => id)).size, 182);
  });

  it('has the topics and ids of posts of WordPress, as a small list of them', async () => {
    const post = (i) => ({
      id: i,
      slug: `post-${i}`,
      link: `https://city.example/post-${i}`,
      date: '2026-01-01T00:00:00',
      title: {rendered: `Post ${i}`},
      excerpt: {rendered: `<p>${text}</p>`},
      content: {rendered: `<p>${text}</p>`},
      _embedded: {'wp:term': [[{taxonomy: 'category', slug: 'housing', name: 'Housing'}]]},
    });
    const practicesOf = async (count) => {
      writeFileSync(file('posts.json'), JSON.stringify(Array.from({length: count}, (_, i) => post(i))));
      return (await read([file('posts.json')])).practices;
    };
    const [small, large] = [await practicesOf(10), await practicesOf(3000)];
    assert.deepEqual([small[0].topics, large.length], [['Housing'], 3000]);
    assert.deepEqual(large.slice(0, 10), small);
  });

  it('is refused if it breaks off or is not valid, with what is wrong', async () => {
    const whole = `{${head},"practices":[${records}]}`;
    for (const [name, document, message] of [
      ['cut.json', whole.slice(0, -300), /cut\.json breaks off after 3999 practices/],
      ['wrong.json', whole.replace('"id":"p3000"', '"id":p3000'), /wrong\.json is not valid JSON/],
      ['other.json', JSON.stringify({other: ['x'.repeat(9_000_000)]}), /contains no list of practices/],
    ]) {
      writeFileSync(file(name), document);
      await assert.rejects(read([file(name)]), message);
    }
  });
});
