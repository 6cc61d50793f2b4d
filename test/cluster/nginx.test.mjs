// The nginx of docs/large-feeds.md in front of a real cluster: what visitors can and cannot do.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {after, before, describe, it} from 'node:test';
import {slots} from '../../dist/core/cluster/fields.js';
import {templateIds} from '../../dist/core/cluster/fields.js';
import {searchTemplates} from '../../dist/core/cluster/search-template.js';
import {startCluster, whyNoCluster} from '../support/cluster.mjs';
import {indexFeed, startGateway} from './support.mjs';

const reason = await whyNoCluster();
const ORIGIN = 'https://www.city.example';
/** The ids of templates as nginx has them in addresses. */
const templates = Object.keys(templateIds);

describe('nginx in front of a cluster', {skip: reason ? `cluster tests not run: ${reason}` : false}, () => {
  let cluster;
  let gateway;
  before(async () => {
    cluster = await startCluster();
    await indexFeed('demo/practices.json', cluster);
    // Of others, and of an administrator.
    await cluster.ask('PUT /secrets/_doc/1?refresh=true', {password: 'geheim'});
    await cluster.ask('PUT /_scripts/other', {script: {lang: 'mustache', source: '{"size": 1}'}});
    gateway = await startGateway(cluster, {origin: ORIGIN});
  });
  after(async () => {
    await gateway?.close();
    await cluster?.stop();
  });

  const post = (body, {path = '/search', ...init} = {}) =>
    fetch(gateway.src + path, {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init});
  const search = {least: '0', size: '12', from: '0', sort: 'feed', fields: 'record', place_any: 'practice'};
  for (const slot of slots) search[`${slot}_any`] = search[`scope_${slot}_any`] = 'practice';

  it('answers each template at its own address', async () => {
    for (const template of templates) {
      const answer = await post({}, {path: `/${template}`});
      assert.notEqual(answer.status, 404, template);
    }
    const feed = await (await post({}, {path: '/feed'})).json();
    assert.equal(feed.hits.hits[0]._source.record.title, 'Good practices of intercultural cities');
  });

  it('has no other paths, methods and query strings', async () => {
    const paths = [
      '/',
      '/_search',
      '/_cat/indices',
      '/_cluster/settings',
      '/secrets/_search',
      '/practices',
      '/practices/',
      '/practices/_search',
      '/practices/_search/template',
      '/practices/search/',
      '/practices/search/../../_cat/indices',
      '/practices/other',
      '/practices/search%2f..%2f_search',
      '/practices/search;/_search',
      '/PRACTICES/SEARCH',
      '/_scripts/good-practices-feed-1',
      '//_cat/indices',
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
        assert.equal((await fetch(gateway.origin + path, {method})).status, 404, `${method} ${path}`);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])
      assert.equal((await fetch(`${gateway.src}/search`, {method})).status, 405, method);
    // The query string does not reach the cluster: it would refuse an unknown parameter, and explain.
    const plain = await (await post({}, {path: '/feed'})).json();
    const asked = await (await post({}, {path: '/feed?explain=true&source=%7B%7D&unknown=1&index=secrets'})).json();
    assert.deepEqual(asked.hits, plain.hits);
  });

  it('lets nobody send a query, choose another template, or see how the cluster works', async () => {
    for (const tail of [
      '"source":{"query":{"match_all":{}}}',
      '"source":"{}"',
      '"id":"other"',
      '"id":"good-practices-search-1"',
      '"explain":true',
      '"profile":true',
      '"params":{"size":"9999"}',
      '"\\u0069d":"other"',
      '"lang":"painless"',
      '"query":{"match_all":{}}',
      '"unknown":1',
    ]) {
      const {status} = await post(`{},${tail}`);
      assert.equal(status, 400, tail);
    }
    for (const body of [
      '',
      'x',
      '[]',
      '"text"',
      'null',
      '{',
      '{}}',
      '{"a":1}}{',
      '{},',
      "{'a':1}",
      '{}\n{"source":"{}"}',
    ]) {
      const answer = await post(body, {path: '/feed'});
      const text = await answer.text();
      // What follows the end of the request is not read.
      assert.ok(answer.status === 400 || /"hits"/.test(text), `${body}: ${answer.status}`);
      assert.doesNotMatch(text, /geheim|"profile"|"_explanation"/);
    }
  });

  it('is harmless with quotes, JSON and sections in every parameter', async () => {
    const known = [
      ...new Set(searchTemplates.flatMap(({source}) => [...source.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))),
    ];
    assert.ok(known.length > 20);
    const hostile = [
      '"',
      '\\',
      '\\"',
      '"}},"query":{"match_all":{}},"x":{"y":{"z":"',
      '"],"size":10000,"_source":["*',
      '{{size}}',
      '{{{size}}}',
      '{{#toJson}}size{{/toJson}}',
      '{{=<% %>=}}<%size%>',
      '*',
      '_all',
      '../secrets',
      '\n',
      '\u0000',
      '\u2028',
      '{"match_all":{}}',
      "';--",
      'x OR *:*',
      '9999999999',
      '-1',
      '1e9',
      {match_all: {}},
      ['a', 'b'],
      [],
      {},
      true,
      null,
      10_000,
      -1,
    ];
    const bodies = templates.flatMap((template) =>
      known.flatMap((name) =>
        hostile.map((value) => ({template, body: {...(template === 'search' && search), [name]: value}})),
      ),
    );
    // Some of each, so that it does not take long; all of them are about 10,000.
    const some = bodies.filter((_, i) => i % 23 === 0);
    for (const {body, template} of some) {
      const answer = await post(body, {path: `/${template}`});
      const text = await answer.text();
      const what = `${template} ${JSON.stringify(body)}: ${answer.status} ${text.slice(0, 300)}`;
      assert.ok(answer.status === 200 || answer.status === 400, what);
      assert.doesNotMatch(text, /geheim/, what);
      if (answer.status !== 200) continue;
      const {hits} = JSON.parse(text);
      assert.ok(hits.hits.length <= 1200, what);
      assert.ok(
        hits.hits.every(({_index}) => _index.startsWith('practices-')),
        what,
      );
    }
    assert.equal((await cluster.ask('GET /secrets/_count')).count, 1);
    assert.equal((await cluster.ask('GET /practices/_count')).count, 181);
  });

  it('bounds how many practices one request gets, and how far it goes', async () => {
    for (const change of [{size: '100000'}, {from: '100000'}, {size: '1200', from: '1200'}])
      assert.equal((await post({...search, ...change})).status, 400, JSON.stringify(change));
    assert.equal((await post({...search, size: '1200'})).status, 200);
  });

  it('bounds how many misspelt words it looks up', async () => {
    const misspelt = Array.from({length: 500}, (_, i) => `schoool${i.toString(36)}`).join(' ');
    const {suggest} = await (await post({...search, misspelt})).json();
    assert.equal(suggest.spelling.length, 12);
  });

  it('takes small bodies only', async () => {
    assert.equal((await post({...search, phrase0: 'x'.repeat(9000)})).status, 413);
    assert.equal((await post({...search, phrase0: 'x'.repeat(3000)})).status, 200);
    const chunked = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode(' '.repeat(1000)));
        controller.close();
      },
    });
    assert.equal((await post(undefined, {body: chunked, duplex: 'half'})).status, 413);
  });

  it('answers pages of the site alone, and asks no questions in between', async () => {
    const answer = await post({}, {path: '/feed', headers: {origin: ORIGIN}});
    assert.equal(answer.headers.get('access-control-allow-origin'), ORIGIN);
    const asked = await fetch(`${gateway.src}/search`, {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get('access-control-allow-methods'), 'POST');
    assert.equal(asked.headers.get('access-control-allow-headers').toLowerCase(), 'content-type');
    for (const header of ['www-authenticate', 'set-cookie', 'x-elastic-product', 'warning'])
      assert.equal(answer.headers.get(header), null);
  });

  it('slows down those who ask too much, and says for how long', async () => {
    const slow = await startGateway(cluster, {origin: ORIGIN, rate: 1});
    try {
      const answers = await Promise.all(
        Array.from({length: 60}, () => fetch(`${slow.src}/feed`, {method: 'POST', body: '{}'})),
      );
      const refused = answers.filter(({status}) => status === 429);
      assert.ok(refused.length >= 20, String(refused.length));
      assert.equal(refused[0].headers.get('retry-after'), '2');
      assert.equal(refused[0].headers.get('access-control-allow-origin'), ORIGIN);
      assert.ok(answers.every(({status}) => status === 200 || status === 429));
    } finally {
      await slow.close();
    }
  });

  it('lets names and texts through, and nothing nested, which could end a node', async () => {
    const bodies = [];
    const upstream = createServer(async (request, response) => {
      bodies.push(await text(request));
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const own = await startGateway({urls: [`http://127.0.0.1:${upstream.address().port}`]}, {origin: ORIGIN});
    const seen = async (body) => {
      bodies.length = 0;
      await fetch(`${own.src}/search`, {method: 'POST', body});
      return /"params":([^]*)\}$/.exec(bodies[0])[1];
    };
    try {
      const texts = [
        '',
        'a"b',
        'a\\',
        '\\"',
        '\u2028',
        '\n\t\u0000',
        '\ud800',
        '{"a":[1]}',
        '日本',
        '😀',
        'x'.repeat(7000),
      ];
      for (const value of texts)
        for (const parameters of [{a: value}, {a: 'x', own0_from: value}, {a: value, b: value.slice(0, 100), c: ''}]) {
          const body = JSON.stringify(parameters);
          assert.equal(await seen(body), body);
        }
      assert.equal(await seen('{}'), '{}');
      for (const value of ['[', '{"a":', '[1,', '{"a":"b","c":['])
        assert.equal(await seen(`{"a":${value.repeat(400)}`), '', value);
      for (const body of [
        '',
        'x',
        '[]',
        'null',
        '"text"',
        '{"a":1}',
        '{"a":null}',
        '{"a":{}}',
        '{"a":["b"]}',
        '{"a":"b"},"source":"{}"',
        '{},"id":"other"',
        '{}}',
        '{}{}',
        '{"a":"b}',
        '{"a":"b\\"}',
        '{"\\u0069d":"b"}',
        `{"a":${'['.repeat(3900)}${']'.repeat(3900)}}`,
      ])
        assert.equal(await seen(body), '', body.slice(0, 50));
    } finally {
      await own.close();
      upstream.closeAllConnections();
      upstream.close();
    }
    const answer = await post(`{"a":${'['.repeat(3900)}${']'.repeat(3900)}}`);
    assert.equal(answer.status, 400);
    assert.doesNotMatch(readFileSync(join(cluster.folder, 'node-0.log'), 'utf8'), /StackOverflowError/);
  });

  it('shows nothing of the errors of the cluster: no nodes, no indices, no traces', async () => {
    const refused = await post({...search, size: '-1'});
    assert.equal(refused.status, 400);
    assert.doesNotMatch(await refused.text(), /error|exception|practices|node/);
    let status;
    const upstream = createServer((_, response) => {
      response.writeHead(status, {'content-type': 'application/json'});
      response.end(
        '{"error": {"failed_shards": [{"node": "zj9LyjJfQSeSuuksG4p_-A"}], "stack_trace": "org.opensearch"}}',
      );
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => upstream.once('listening', resolve));
    const own = await startGateway({urls: [`http://127.0.0.1:${upstream.address().port}`]}, {origin: ORIGIN});
    try {
      for (const [from, to] of [
        [400, 400],
        [429, 429],
        ...[401, 403, 404, 406, 415, 500, 502, 503].map((each) => [each, 502]),
      ]) {
        status = from;
        const answer = await fetch(`${own.src}/search`, {method: 'POST', body: '{}'});
        assert.equal(answer.status, to, String(from));
        // A page can read the status, to say why nothing was found.
        assert.equal(answer.headers.get('access-control-allow-origin'), ORIGIN, String(from));
        assert.doesNotMatch(await answer.text(), /zj9L|stack_trace/, String(from));
      }
    } finally {
      await own.close();
      upstream.closeAllConnections();
      upstream.close();
    }
  });

  it('does not say which cluster answers', async () => {
    const upstream = createServer((_, response) => {
      response.writeHead(200, {
        'x-elastic-product': 'Elasticsearch',
        warning: '299 Elasticsearch-8.14.1-93a57a1 "old"',
      });
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const own = await startGateway({urls: [`http://127.0.0.1:${upstream.address().port}`]}, {origin: ORIGIN});
    try {
      const {headers, status} = await fetch(`${own.src}/feed`, {method: 'POST', body: '{}'});
      assert.equal(status, 200);
      assert.doesNotMatch(JSON.stringify([...headers]), /elastic/i);
    } finally {
      await own.close();
      upstream.closeAllConnections();
      upstream.close();
    }
  });

  it('sends its own credentials, and nothing of the visitor', async () => {
    const seen = [];
    const upstream = createServer((request, response) => {
      seen.push({url: request.url, headers: request.headers});
      response.writeHead(request.url ? 401 : 200, {'www-authenticate': 'Basic realm="cluster"'});
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => upstream.once('listening', resolve));
    const own = await startGateway({urls: [`http://127.0.0.1:${upstream.address().port}`]}, {origin: ORIGIN});
    try {
      const answer = await fetch(`${own.src}/search?a=b`, {
        method: 'POST',
        body: '{}',
        headers: {
          authorization: 'Basic dmlzaXRvcg==',
          cookie: 'a=b',
          'x-forwarded-for': '10.0.0.1',
          'x-opaque-id': 'me',
        },
      });
      // With 401, the browser would ask the visitor for a password.
      assert.equal(answer.status, 502);
      const [{headers, url}] = seen;
      assert.equal(url, '/practices/_search/template');
      assert.match(headers.authorization, /^Basic /);
      assert.notEqual(headers.authorization, 'Basic dmlzaXRvcg==');
      assert.deepEqual(
        Object.keys(headers).filter(
          (name) => !['authorization', 'connection', 'content-length', 'content-type', 'host'].includes(name),
        ),
        [],
      );
    } finally {
      await own.close();
      upstream.closeAllConnections();
      upstream.close();
    }
  });
});
