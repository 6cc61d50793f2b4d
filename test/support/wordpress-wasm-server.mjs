// `node wordpress-wasm-server.mjs MODULES SITE`: the process that wordpress-wasm.mjs starts. It serves the folder SITE on a
// free port, as a web server with PHP does, and runs PHP that the parent sends.
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';

const [modules, site] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(modules, path)).href);
const [{loadNodeRuntime, useHostFilesystem}, {PHP, rotatePHPRuntime, setPhpIniEntries}] = await Promise.all([
  load('@php-wasm/node/index.js'),
  load('@php-wasm/universal/index.js'),
]);

const types = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const php = new PHP(await loadNodeRuntime('7.4'));
useHostFilesystem(php);
await setPhpIniEntries(php, {
  memory_limit: '512M',
  upload_max_filesize: '64M',
  post_max_size: '64M',
  allow_url_fopen: '1',
});
// Each request leaks some memory.
rotatePHPRuntime({php, cwd: site, recreateRuntime: () => loadNodeRuntime('7.4'), maxRequests: 200});

/** PHP runs one thing at a time. These wait. */
const queue = [];
let isAtWork = false;

async function work() {
  if (isAtWork) return;
  isAtWork = true;
  while (queue.length) {
    await queue.shift()();
    // PHP holds up this process. Now it reads what has come meanwhile.
    await sleep(10);
  }
  isAtWork = false;
}

const inTurn = (task, isUrgent) =>
  new Promise((resolve, reject) => {
    const turn = () => task().then(resolve, reject);
    if (isUrgent) queue.unshift(turn);
    else queue.push(turn);
    work();
  });

/** The widget waits 15 seconds for a feed, but an editor that opens asks for twenty other things first. */
const isFeed = ({url}) => url.startsWith('/wp-json/good-practice-browser/');

const kindOf = (path) =>
  stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'nothing',
  );

/** What a web server does with WordPress' usual rules: a file, or else `index.php` of WordPress. */
async function findFile(pathname) {
  const path = join(site, pathname);
  switch (await kindOf(path)) {
    case 'file':
      return {file: path};
    case 'folder':
      if (!pathname.endsWith('/')) return {redirect: `${pathname}/`};
      if ((await kindOf(join(path, 'index.php'))) === 'file') return {file: join(path, 'index.php')};
  }
  return {file: join(site, 'index.php')};
}

async function answer(request, response) {
  const {pathname} = new URL(request.url, origin);
  const {file, redirect} = await findFile(decodeURIComponent(pathname));
  if (redirect) return response.writeHead(301, {location: redirect}).end();
  if (extname(file) !== '.php') {
    const type = types[extname(file)] ?? 'application/octet-stream';
    return response.writeHead(200, {'content-type': type}).end(await readFile(file));
  }
  const body = await buffer(request);
  // It also throws what PHP ended with an error.
  const result = await inTurn(
    () =>
      php.run({
        scriptPath: file,
        relativeUri: request.url,
        protocol: 'http',
        method: request.method,
        headers: request.headers,
        body: new Uint8Array(body),
        $_SERVER: {
          DOCUMENT_ROOT: site,
          REMOTE_ADDR: '127.0.0.1',
          SCRIPT_NAME: file.slice(site.length),
          PHP_SELF: file.slice(site.length),
        },
      }),
    isFeed(request),
  ).catch((error) => error.response ?? Promise.reject(error));
  response.writeHead(result.httpStatusCode, result.headers).end(Buffer.from(result.bytes));
}

async function runCode({id, code}) {
  try {
    // In a function, so that its variables are not those of WordPress.
    const start = `ini_set( 'display_errors', '1' ); require '${site}/wp-load.php'; ( static function () {`;
    const result = await inTurn(() =>
      php.run({
        code: `<?php ${start}\n${code}\n} )();`,
        relativeUri: '/',
        protocol: 'http',
        headers: {host: new URL(origin).host},
        $_SERVER: {DOCUMENT_ROOT: site, REMOTE_ADDR: '127.0.0.1'},
      }),
    );
    process.send({id, output: result.text});
  } catch (error) {
    process.send({id, error: `PHP failed: ${error.response?.text ?? error.message}`});
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    // The browser has left the page.
    if (request.destroyed && error.code === 'ECONNRESET') return;
    console.error(request.url, error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
process.on('message', runCode);
process.on('disconnect', () => process.exit());
process.send({origin});
