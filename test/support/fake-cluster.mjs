// A server that answers like a cluster of OpenSearch, as far as `good-practice-browser index` asks, and fails as told.
import {once} from 'node:events';
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';

/**
 * @typedef {{method: string, path: string, body: string, headers: Record<string, string>}} Request
 * @typedef {{status?: number, headers?: Record<string, string>, body?: unknown} | undefined | void} Answer
 */

/**
 * @param {(request: Request) => Answer} [fail] answers in place of the cluster, unless it returns nothing
 */
export async function startFakeCluster(fail = () => undefined) {
  /** @type {Request[]} */
  const requests = [];
  const indices = new Map();
  let serving = '';

  function answer({method, path, body}) {
    const [, name = '', action = ''] = /^\/([^/?]*)\/?([^?]*)/.exec(path);
    const index = indices.get(name);
    if (path === '/') return {body: {version: {distribution: 'opensearch', number: '2.19.6'}}};
    if (name === '_scripts') return {body: {acknowledged: true}};
    if (name === '_cluster') return {body: {status: 'green', active_shards: 2, active_primary_shards: 1}};
    if (name === '_aliases') {
      serving = JSON.parse(body).actions.find(({add}) => add).add.index;
      return {body: {acknowledged: true}};
    }
    if (method === 'GET' && !action) {
      const found = [...indices].filter(([each]) => (name.endsWith('*') ? true : each === serving));
      return {
        body: Object.fromEntries(
          found.map(([each, {meta}]) => [
            each,
            {aliases: each === serving ? {practices: {}} : {}, mappings: {_meta: meta}},
          ]),
        ),
      };
    }
    if (method === 'DELETE') indices.delete(name);
    if (method === 'PUT' && !action) indices.set(name, {meta: JSON.parse(body).mappings._meta, documents: new Map()});
    if (action === '_mapping' && method === 'PUT') index.meta = JSON.parse(body)._meta;
    if (action === '_mapping' && method === 'GET') return {body: {[name]: {mappings: {_meta: index.meta}}}};
    if (action === '_count') return {body: {count: index.documents.size}};
    if (action === '_bulk') {
      const items = [];
      const lines = body.trimEnd().split('\n');
      for (let i = 0; i < lines.length; i += 2) {
        index.documents.set(JSON.parse(lines[i]).index._id, lines[i + 1]);
        items.push({index: {status: 201}});
      }
      return {body: {errors: false, items}};
    }
    return {body: {acknowledged: true}};
  }

  const server = createServer(async (message, response) => {
    const request = {
      method: message.method,
      path: message.url,
      body: await text(message),
      headers: message.headers,
    };
    requests.push(request);
    const failure = fail(request);
    if (failure === null) return response.destroy();
    const {body = '', headers = {}, status = 200} = failure ?? answer(request);
    response.writeHead(status, {'content-type': 'application/json', ...headers});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** The indices by their names: `meta` and `documents`. */
    indices,
    /** The index that the alias leads to. */
    get serving() {
      return serving;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What OpenSearch answers when it refuses. */
export const refusal = (status, type, reason) => ({
  status,
  body: {error: {type, reason, root_cause: [{type, reason}]}, status},
});
