import {expect} from '@open-wc/testing';
import {waitUntil} from '../../../support/wait-until.js';
import {fixture} from '../../../support/read-format.js';
import {FeedError} from '../../../../src/core/feed/feed-error.js';
import {fetchFeed, type FetchOptions} from '../../../../src/core/feed/fetch.js';
import {readDocument} from '../../../../src/core/feed/formats/read-document.js';
import {parseFeed} from '../../../../src/core/feed/parse.js';

const FEED = '[{"title":"Málaga"}]';
const JSON_TYPE = 'application/json';

const fault = (name: string, parameters: Record<string, string | number> = {}) =>
  `${location.origin}/__fault/${name}?${new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, `${value}`]))}`;
const echo = (body: string | Uint8Array, parameters: Record<string, string | number> = {type: JSON_TYPE}) => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return fault('echo', {...parameters, body: btoa(String.fromCharCode(...bytes))});
};
const read = async (address: string, options?: FetchOptions) => {
  const document = parseFeed(await fetchFeed(address, options));
  return readDocument(document.content, document.address);
};
const titles = async (address: string, options?: FetchOptions) =>
  (await read(address, options)).records.map((record) => (record as {title: string}).title);
const failure = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
};
const feedError = async (address: string, options?: FetchOptions): Promise<FeedError> => {
  const error = await failure(read(address, options));
  expect(error).to.be.instanceOf(FeedError);
  return error as FeedError;
};
interface Entry {
  method: string;
  written: number;
  closed: boolean;
}
const entryOf = async (id: string) => (await (await fetch(fault('log', {of: id}))).json()) as Entry | null;
const isClosed = (id: string) => waitUntil(async () => (await entryOf(id))?.closed, 'The connection stays open');

describe('fetchFeed', () => {
  const unhandled: unknown[] = [];
  const note = ({reason}: PromiseRejectionEvent) => unhandled.push(reason);
  before(() => window.addEventListener('unhandledrejection', note));
  after(() => {
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('reads a feed', async () => {
    const address = echo(FEED);
    expect(await read(address)).to.deep.include({address, records: [{title: 'Málaga'}], pointer: ''});
  });

  it('reads the real feed', async () => {
    const feed = await read('/demo/practices.json');
    expect(feed.address).to.equal(`${location.origin}/demo/practices.json`);
    expect(feed.records).to.have.length(180);
  });

  it('reads a feed that arrives in pieces without long pauses', async () => {
    const all = await titles(fault('drip', {pieces: 12, pause: 100}), {idleTimeout: 1000});
    expect(all).to.have.length(13);
    expect(all.at(-1)).to.equal('the end');
  });

  it('sends JSON by POST to a server that answers questions', async () => {
    const id = 'question';
    await fetchFeed(echo(FEED, {type: JSON_TYPE, id}), {body: '{"q":1}'});
    expect((await entryOf(id))?.method).to.equal('POST');
  });

  it('says that a page on disk needs a web server', async () => {
    const {code, message} = await feedError('file:///practices.json');
    expect(code).to.equal('network');
    expect(message).to.match(/ is on disk \(file:\/\/\), .* Put the page and the feed on a web server\.$/);
  });

  it('resolves addresses from the address after redirects', async () => {
    const target = echo(FEED);
    const feed = await read(fault('echo', {status: 302, location: target}));
    expect(feed.address).to.equal(target);
  });

  it('reads a feed of another origin that allows it, without a preflight request', async () => {
    const origin = await (await fetch(fault('other-origin'))).text();
    const id = crypto.randomUUID();
    expect(await titles(echo(FEED, {type: JSON_TYPE, cors: '*', id}).replace(location.origin, origin))).to.deep.equal([
      'Málaga',
    ]);
    expect((await entryOf(id))?.method).to.equal('GET');
  });

  describe('charset', () => {
    const latin1 = Uint8Array.from(FEED, (letter) => letter.charCodeAt(0));
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${FEED}`, (letter) => letter.charCodeAt(0)).buffer);
    const table: [why: string, body: string | Uint8Array, type: string][] = [
      ['UTF-8', FEED, JSON_TYPE],
      ['UTF-8 with a mark', `\uFEFF${FEED}`, JSON_TYPE],
      ['UTF-8 with two marks', `\uFEFF\uFEFF${FEED}`, JSON_TYPE],
      ['UTF-16 with a mark', utf16, JSON_TYPE],
      ['UTF-16 by its name', utf16.slice(2), 'text/plain; charset=UTF-16LE'],
      ['Latin-1 by its name', latin1, 'application/json;charset=iso-8859-1'],
      ['Latin-1 by its name in quotes', latin1, 'application/json; Charset="ISO-8859-1"; x=y'],
      ['Latin-1 without its name', latin1, JSON_TYPE],
      ['UTF-8 under another name', FEED, 'text/plain; charset=iso-8859-1'],
      ['UTF-8 under a name that nobody knows', FEED, 'text/plain; charset=nonsense'],
      ['UTF-8 as a type that nobody knows', FEED, 'application/x-unknown'],
    ];
    for (const [why, body, type] of table) {
      it(`reads ${why}`, async () => expect(await titles(echo(body, {type}))).to.deep.equal(['Málaga']));
    }
  });

  describe('http', () => {
    const login = 'Open it in a private browser window: it must show the feed without a login.';
    const correct = 'Open it in a browser, and correct the address.';
    const later = 'Try again later: the server is busy, or it limits requests.';
    const log = 'Read the error log of the server.';
    const table: [statuses: number[], advice: string][] = [
      [[401, 403], login],
      [[400, 404, 410, 418, 451], correct],
      [[408, 425, 429], later],
      [[500, 502, 503, 504], log],
    ];
    for (const [statuses, advice] of table)
      for (const status of statuses) {
        it(`names the status ${status}, and what to do`, async () => {
          const address = echo('<h1>No</h1>', {status, type: 'text/html'});
          const error = await feedError(address);
          expect(error).to.include({code: 'http', status});
          expect(error.message).to.equal(`${address} returned HTTP status ${status}. ${advice}`);
        });
      }

    it('reads no more than the beginning of an error page', async () => {
      const id = crypto.randomUUID();
      expect((await feedError(fault('endless', {id, status: 503}))).status).to.equal(503);
      await isClosed(id);
    });
  });

  describe('an error of WordPress', () => {
    /** What WordPress answered; see test/fixtures/wordpress/README.md. */
    const recorded = async (path: string) => {
      const all = await (await fetch(fixture('../wordpress/refusals.json'))).json();
      const {body, status, type} = (all as Refusal[]).find((refusal) => refusal.path.endsWith(path))!;
      return feedError(`${echo(body, {status, type})}&of=${path}`);
    };
    interface Refusal {
      path: string;
      body: string;
      status: number;
      type: string;
    }
    const cases: [path: string, quoted: string][] = [
      [
        '?categories=good-practices',
        'returned HTTP status 400. The server says: “Invalid parameter(s): categories: categories is not a valid Term ID List. Reason: ' +
          'categories[0] is not of type integer.” (rest_invalid_param). Correct the parameters of the address.',
      ],
      ['?per_page=500', 'per_page must be between 1 (inclusive) and 100 (inclusive)” (rest_invalid_param)'],
      [
        '/wp/v2/practices',
        'status 404. The server says: “No route was found matching the URL and request method.” (rest_no_route). Open it in a browser, and correct the address.',
      ],
      [
        '/wp/v2/posts',
        'status 401. The server says: “You are not currently logged in.” (rest_not_logged_in). Open it in a private browser window',
      ],
    ];
    for (const [path, quoted] of cases)
      it(`is quoted: ${path}`, async () => expect((await recorded(path)).message).to.include(quoted));

    it('is cleaned and cut', async () => {
      const message = `<strong>Error:</strong>\n\u202ewe &amp; you ${'x'.repeat(5000)}`;
      const error = await feedError(echo(JSON.stringify({message, code: '<b>'}), {status: 500, type: JSON_TYPE}));
      expect(error.message).to.match(/ says: “Error: we & you x{100,}…”\. Read the error log/);
      expect(error.message.length).to.be.below(1000 + message.length * 2);
    });
    it('is quoted with status 200', async () => {
      const error = await feedError(echo('{"code":"rest_disabled","message":"The REST API is off."}'));
      expect(error.code).to.equal('not-a-feed');
      expect(error.message).to.include('The server says: “The REST API is off.” (rest_disabled).');
    });
  });

  describe('a web page in place of the REST API', () => {
    const PLAIN = 'WordPress with plain permalinks: use /?rest_route=/wp/v2/posts, and write other parameters after &.';
    // The address of the answer contains the page, and must not be too long.
    const page = async () => (await (await fetch(fixture('../wordpress/plain-permalinks.html'))).text()).slice(0, 2000);
    const at = (body: string, path: string, status = 200) => `${echo(body, {status, type: 'text/html'})}&of=${path}`;

    it('is explained by plain permalinks', async () => {
      const error = await feedError(at(await page(), '/wp-json/wp/v2/posts&categories=2'));
      expect(error.code).to.equal('not-a-feed');
      expect(error.message).to.include(`is a web page, not a feed. Perhaps it is ${PLAIN}`);
    });
    it('is explained as well if the server sends 404', async () =>
      expect((await feedError(at('<h1>Not Found</h1>', '/wp-json/wp/v2/posts', 404))).message).to.include(
        `returned HTTP status 404. Perhaps it is ${PLAIN}`,
      ));
    it('is any web page at another address', async () =>
      expect((await feedError(at(await page(), '/feed'))).message).to.include('is not RSS or Atom'));
    it('is not a list with a warning of PHP before it', async () =>
      expect((await feedError(at('<br /><b>Warning</b>: x[]', '/wp-json/wp/v2/posts'))).message).to.include(
        'begins with a message of PHP: “x[]”',
      ));
  });

  it('leaves the names of fields out of messages', async () => {
    const fields = Array.from({length: 50}, (_, i) => `field_${i}`).join();
    const {message} = await feedError(`${echo('{}', {status: 404, type: JSON_TYPE})}&_fields=${fields}&page=2`);
    expect(message).to.include('&_fields=…&page=2 returned HTTP status 404');
  });

  describe('network', () => {
    const table: [why: string, address: () => string | Promise<string>][] = [
      ['the connection is closed at once', () => fault('reset')],
      ['there is no such port', () => 'http://localhost:1/feed.json'],
      ['there is no such host', () => 'http://nowhere.invalid/feed.json'],
      ['there is no such scheme', () => 'nonsense:feed'],
      ['the address is none', () => 'http://['],
      ['it is sent round in circles', () => fault('loop')],
      [
        'another origin does not allow it',
        async () => echo(FEED).replace(location.origin, await (await fetch(fault('other-origin'))).text()),
      ],
    ];
    for (const [why, address] of table) {
      it(`is reported when ${why}`, async () => {
        const error = await feedError(await address());
        expect(error).to.include({code: 'network', status: 0, retryable: true});
        expect(error.message).to.contain('Access-Control-Allow-Origin');
        expect(error.cause).to.be.an('error');
      });
    }

    const broken: [why: string, address: string][] = [
      ['the connection breaks off', fault('truncated')],
      ['what comes is not packed as it says', echo('not gzip', {type: JSON_TYPE, encoding: 'gzip'})],
    ];
    for (const [why, address] of broken) {
      it(`or not a feed, is reported without talk of policies when ${why}`, async () => {
        const {code, message} = await feedError(address);
        // Browsers differ in what they make of these.
        expect(code).to.be.oneOf(['network', 'not-json', 'not-a-feed']);
        expect(message).not.to.contain('Access-Control-Allow-Origin');
        if (code === 'network')
          expect(message).to.match(/ broke off after \d+ bytes\. .*compress.*\(Content-Encoding\)/);
      });
    }
  });

  describe('timeout', () => {
    for (const name of ['silent', 'stall']) {
      it(`gives up a server that is ${name}, and closes the connection`, async () => {
        const id = crypto.randomUUID();
        const error = await feedError(fault(name, {id}), {idleTimeout: 300});
        expect(error).to.include({code: 'timeout', status: 0, retryable: true});
        expect(error.message).to.contain('sent no data for 0.3 seconds');
        await isClosed(id);
      });
    }
  });

  describe('too-large', () => {
    it('stops an endless feed early and closes the connection', async () => {
      const id = crypto.randomUUID();
      const error = await feedError(fault('endless', {id}), {maxBytes: 50_000});
      expect(error).to.include({code: 'too-large', retryable: false});
      expect(error.message).to.contain('larger than 50000 bytes');
      await isClosed(id);
    });

    it('counts to the byte', async () => {
      const size = new TextEncoder().encode(FEED).length;
      expect(await titles(echo(FEED), {maxBytes: size})).to.deep.equal(['Málaga']);
      expect((await feedError(echo(FEED), {maxBytes: size - 1})).code).to.equal('too-large');
    });

    it('counts uncompressed bytes', async () => {
      const packed = new Blob([`[{"title":"${'a'.repeat(100_000)}"}]`])
        .stream()
        .pipeThrough(new CompressionStream('gzip'));
      const body = new Uint8Array(await new Response(packed).arrayBuffer());
      expect(body.length).to.be.below(1000);
      const address = echo(body, {type: JSON_TYPE, encoding: 'gzip'});
      expect((await feedError(address, {maxBytes: 50_000})).code).to.equal('too-large');
      expect((await titles(address))[0]).to.have.length(100_000);
    });
  });

  describe('not-json', () => {
    const table: [why: string, address: string, found: string][] = [
      ['an empty file', echo(''), 'is empty, incomplete or not valid JSON'],
      ['white space', echo(' \n'), 'is empty, incomplete or not valid JSON'],
      ['no content', fault('echo', {status: 204}), 'is empty, incomplete or not valid JSON'],
      ['a cut file', echo('[{"title":"A"},{"tit'), 'is empty, incomplete or not valid JSON. SyntaxError: '],
      ['what is no number in JSON', echo('[NaN]'), 'is empty, incomplete or not valid JSON'],
    ];
    for (const [why, address, found] of table) {
      it(`is reported for ${why}`, async () => {
        const error = await feedError(address);
        expect(error).to.include({code: 'not-json', status: 0, retryable: false});
        expect(error.message).to.contain(`${address} ${found}`);
      });
    }

    it('does not fail at any depth', async () => {
      const deep = '['.repeat(200_000);
      expect((await feedError(`data:${JSON_TYPE},${deep}`)).code).to.equal('not-json');
      const closed = await failure(read(`data:${JSON_TYPE},${deep}${']'.repeat(200_000)}`));
      expect((closed as FeedError).code).to.be.oneOf(['not-json', 'not-a-feed']);
    });
  });

  describe('not-a-feed', () => {
    const webPage = 'is not RSS or Atom. Perhaps it is a login page or an error page';
    const table: [why: string, address: string, found: string][] = [
      ['other JSON', echo('{"title":"A"}'), 'is JSON, but contains no list of practices'],
      ['a login page', echo('\n<!DOCTYPE html><title>Log in</title>', {type: 'text/html'}), webPage],
      ['an old web page', echo('<HTML>'), webPage],
      [
        'a warning of PHP before it',
        echo('<br />\n<b>Warning</b>:  Undefined variable $city in <b>/feed.php</b><br />\n[{"title":"A"}]'),
        'begins with a message of PHP: “Undefined variable $city in”',
      ],
      ['a script', echo('callback([])', {type: 'text/javascript'}), 'is not JSON, XML or a table'],
    ];
    for (const [why, address, found] of table) {
      it(`is reported for ${why}`, async () => {
        const error = await feedError(address);
        expect(error).to.include({code: 'not-a-feed', status: 0, retryable: false});
        expect(error.message).to.contain(`${address} ${found}`);
      });
    }
  });

  describe('signal', () => {
    it('rejects with its reason before the request', async () => {
      const id = crypto.randomUUID();
      const reason = new Error('changed my mind');
      expect(await failure(fetchFeed(fault('silent', {id}), {signal: AbortSignal.abort(reason)}))).to.equal(reason);
      expect(await entryOf(id)).to.equal(null);
    });

    for (const name of ['silent', 'stall', 'endless']) {
      it(`rejects with its reason while the server is ${name}, and closes the connection`, async () => {
        const id = crypto.randomUUID();
        const abort = new AbortController();
        const promise = failure(fetchFeed(fault(name, {id}), {signal: abort.signal}));
        await waitUntil(async () => await entryOf(id));
        abort.abort();
        const error = await promise;
        expect(error).to.equal(abort.signal.reason);
        expect(error).to.include({name: 'AbortError'});
        await isClosed(id);
      });
    }
  });

  it('returns the bytes of any format with charset and address, and reports progress', async () => {
    const text = 'title;city\nA;Málaga';
    const address = echo(text, {type: 'text/csv; charset=utf-8'});
    const progress: number[] = [];
    const {chunks, fingerprint, ...found} = await fetchFeed(address, {onProgress: (bytes) => progress.push(bytes)});
    expect(found).to.deep.equal({address, charset: 'utf-8', paging: ['', '', '']});
    expect((await fetchFeed(address)).fingerprint).to.equal(fingerprint);
    expect((await fetchFeed(echo(`${text} `))).fingerprint).not.to.equal(fingerprint);
    expect(await new Blob([...chunks]).text()).to.equal(text);
    expect(progress.at(-1)).to.equal(new Blob([text]).size);
  });

  it('reads responses without a stream from a `fetch` that the page replaced, with the same limits', async () => {
    const {fetch} = window;
    window.fetch = async (...all) => {
      const response = await fetch(...all);
      const {headers, ok, status, url} = response;
      return {headers, ok, status, url, arrayBuffer: () => response.arrayBuffer()} as Response;
    };
    try {
      const size = new TextEncoder().encode(FEED).length;
      const progress: number[] = [];
      const onProgress = (bytes: number) => progress.push(bytes);
      expect(await titles(echo(FEED), {maxBytes: size, onProgress})).to.deep.equal(['Málaga']);
      expect(progress.at(-1)).to.equal(size);
      expect((await feedError(echo(FEED), {maxBytes: size - 1})).code).to.equal('too-large');
      expect((await feedError(fault('stall', {id: crypto.randomUUID()}), {idleTimeout: 100})).code).to.equal('timeout');
    } finally {
      window.fetch = fetch;
    }
  });
});
