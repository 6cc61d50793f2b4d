// A server with every fault that a feed's server may have, over real HTTP, for the tests of what fetches. Answers under /__fault/:
//   echo?type=&status=&encoding=&location=&cors=&body=   these headers and bytes (base64)
//   silent                  takes the request and never answers
//   stall                   a first piece, and then nothing
//   drip?pieces=&pause=&announced=&encoding=&cors=
//                           a feed in pieces, so many ms apart; `announced`: its length is said; `encoding=gzip`: it is packed
//   truncated               fewer bytes than announced
//   loop                    sends to itself
//   reset                   closes the connection without an answer
//   endless?status=         bytes until the other side leaves
//   other-origin            the origin of a second server with the same answers
//   put?key=                (POST) keeps {status, headers, body, wait}: what `kept` answers from now on; those that wait get this;
//                           or {fault, …}: as the answer of this name
//   kept?key=               what was put; with an ETag, and 304 to who has it. With `wait` it is answered at the next put
//   asked?key=              how `kept` has been asked: a list of {status, query, closed}
//   large?bytes=            so many bytes as fast as they go
//   bomb?bytes=             so many bytes as gzip
//   log?of=                 what became of the request that had this `id`: {method, written, closed}
import {once} from 'node:events';
import {createServer} from 'node:http';
import {json} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import {createGzip, gzipSync} from 'node:zlib';
import {createHash} from 'node:crypto';

const PREFIX = '/__fault/';
const log = new Map();
/** What was put, who waits for it, and who has asked: by key. */
const keeps = new Map();
const keepOf = (key) => {
  if (!keeps.has(key)) keeps.set(key, {answer: {}, waiting: [], asked: []});
  return keeps.get(key);
};
let otherOrigin;

const answers = {
  echo(response, parameters) {
    const {status = 200, type, encoding, location, cors, body = ''} = parameters;
    const headers = {
      'Content-Type': type,
      'Content-Encoding': encoding,
      Location: location,
      'Access-Control-Allow-Origin': cors,
    };
    for (const [name, value] of Object.entries(headers)) if (value) response.setHeader(name, value);
    response.writeHead(Number(status)).end(Buffer.from(body, 'base64'));
  },
  silent() {},
  stall(response) {
    response.writeHead(200, {'Content-Type': 'application/json'}).write('[{"title":"A"},'.padEnd(2000));
  },
  async drip(response, {pieces, pause, announced, encoding, cors}) {
    const records = Array.from({length: Number(pieces)}, (_, i) => `{"title":"${i}"},`.padEnd(1000));
    const text = `[${records.join('')}{"title":"the end"}]`;
    const bytes = encoding ? gzipSync(text) : Buffer.from(text);
    const headers = {
      'Content-Type': 'application/json',
      ...(announced && {'Content-Length': bytes.length}),
      ...(encoding && {'Content-Encoding': encoding}),
      ...(cors && {'Access-Control-Allow-Origin': cors}),
    };
    response.writeHead(200, headers);
    const size = Math.ceil(bytes.length / pieces);
    for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
      response.write(bytes.subarray(at, at + size));
      await sleep(Number(pause));
    }
    response.end();
  },
  truncated(response) {
    response
      .writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 100_000})
      .write('[{"title":"A"},'.padEnd(2000));
    setTimeout(() => response.destroy(), 50);
  },
  loop(response) {
    response.writeHead(302, {Location: `${PREFIX}loop`, 'Cache-Control': 'no-store'}).end();
  },
  reset(response) {
    response.destroy();
  },
  async endless(response, {status = 200}, entry) {
    response.writeHead(Number(status), {'Content-Type': 'application/json'});
    const piece = ' '.repeat(10_000);
    while (!entry.closed) {
      entry.written += piece.length;
      if (response.write(piece)) await sleep(1);
      else await drained(response);
    }
  },
  async put(response, {key}, entry, request) {
    const keep = keepOf(key);
    keep.answer = await json(request);
    if (!keep.answer.wait) for (const answerNow of keep.waiting.splice(0)) answerNow();
    response.end();
  },
  async kept(response, {key, ...query}, entry, {headers}) {
    const keep = keepOf(key);
    const asked = {status: 0, query, closed: false};
    keep.asked.push(asked);
    response.once('close', () => (asked.closed = true));
    if (keep.answer.wait) await new Promise((resolve) => keep.waiting.push(resolve));
    const {fault, status = 200, headers: wanted = {}, body = ''} = keep.answer;
    if (fault) return answers[fault](response, keep.answer, entry);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    asked.status = status === 200 && headers['if-none-match'] === etag ? 304 : status;
    const type = {'Content-Type': 'application/json', 'Cache-Control': 'max-age=60'};
    response.writeHead(asked.status, {...type, ETag: etag, ...wanted});
    response.end(asked.status === 304 ? '' : body);
  },
  asked(response, {key}) {
    response.setHeader('Cache-Control', 'no-store');
    response.end(JSON.stringify(keepOf(key).asked));
  },
  async large(response, {bytes}, entry) {
    response.writeHead(200, {'Content-Type': 'application/json'});
    await pour(response, Number(bytes), entry);
  },
  async bomb(response, {bytes}, entry) {
    response.writeHead(200, {'Content-Type': 'application/json', 'Content-Encoding': 'gzip'});
    const gzip = createGzip();
    gzip.pipe(response);
    response.once('close', () => gzip.destroy());
    await pour(gzip, Number(bytes), entry);
  },
  async 'other-origin'(response) {
    otherOrigin ??= new Promise((resolve) => {
      const server = createServer((request, answer) => handle(request, answer)).listen(0, 'localhost', () =>
        resolve(`http://localhost:${server.address().port}`),
      );
      server.unref();
    });
    response.end(await otherOrigin);
  },
  log(response, {of}) {
    response.setHeader('Cache-Control', 'no-store');
    response.end(JSON.stringify(log.get(of) ?? null));
  },
};

/** When the stream takes more, or after a moment: it never does once the other side has left. */
const drained = (stream) => once(stream, 'drain', {signal: AbortSignal.timeout(20)}).catch(() => {});

/** White space, until the other side leaves. */
async function pour(stream, bytes, entry) {
  const piece = ' '.repeat(100_000);
  while (entry.written < bytes && !entry.closed) {
    entry.written += piece.length;
    if (!stream.write(piece)) await drained(stream);
  }
  if (!entry.closed) stream.end();
}

function handle(request, response) {
  const {pathname, searchParams} = new URL(request.url, 'http://localhost');
  const parameters = Object.fromEntries(searchParams);
  const entry = {method: request.method, written: 0, closed: false};
  if (parameters.id) log.set(parameters.id, entry);
  response.once('close', () => (entry.closed = true));
  const answer = answers[pathname.slice(PREFIX.length).split('/')[0]];
  if (answer) answer(response, parameters, entry, request);
  else response.writeHead(404).end();
}

/** Koa middleware: answers what begins with /__fault/ and leaves the rest to the others. */
export const faultServer = (context, next) => {
  if (!context.path.startsWith(PREFIX)) return next();
  context.respond = false;
  return new Promise((resolve) => {
    context.res.once('close', resolve);
    context.res.statusCode = 200;
    handle(context.req, context.res);
  });
};
