// Serves the page and what it fetches, all from memory.
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {gzipSync} from 'node:zlib';

const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json'};
// isolated pages have a clock of 5 µs, others of 100
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A file that is sent compressed, as a web server sends it. Compressed beforehand: no page waits for that. */
export const pack = (content) => ({gzip: gzipSync(content, {level: 9})});

/** `files` is path -> content, packed or not, and may be filled at any time. */
export async function startServer() {
  const files = new Map();
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const file = files.get(pathname);
    const type = types[extname(pathname)] ?? 'application/octet-stream';
    const encoding = file?.gzip && {'content-encoding': 'gzip'};
    response
      .writeHead(file === undefined ? 404 : 200, {...headers, ...encoding, 'content-type': type})
      .end(file?.gzip ?? file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    files,
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
