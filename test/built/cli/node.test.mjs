// The functions for Node, as a script of somebody else imports them from the built package.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {Readable} from 'node:stream';
import {pathToFileURL} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {check, convert, prerender, prerenderPages, split, UnreadableFeedError} from 'good-practice-browser/node.js';

const path = 'test/built/cli/feeds/ugly.json';
const sound = 'test/built/cli/feeds/sound.json';
const bytes = readFileSync(path);
const command = (...args) => spawnSync(process.execPath, ['dist/cli/main.js', ...args], {encoding: 'utf8'}).stdout;

const pages = {
  '/feed.json': {next_url: 'page-2.json', practices: [{title: 'First', city: 'Leeds', url: 'a.html'}]},
  '/facets.json': {
    next_url: 'facets-2.json',
    facets: [{name: 'target', field: 'Target group', label: 'Target group'}, {name: 'Cost'}],
    practices: [{title: 'First', 'Target group': 'Families'}],
  },
  '/facets-2.json': {practices: [{title: 'Second', 'Target group': 'Newcomers'}]},
  '/there.json': {next_url: 'back.json', practices: [{title: 'There'}]},
  '/back.json': {next_url: 'there.json', practices: [{title: 'And back'}]},
  '/part-1.json': {total: 9, next: 'part-2.json', results: [{title: 'First'}]},
  '/part-2.json': {total: 9, results: [{title: 'Second'}]},
  '/page-2.json': {practices: [{title: 'Second', city: 'Bergen', country: 'Norway'}]},
  ...Object.fromEntries(
    Array.from({length: 30}, (_, i) => [
      `/many-${i}.json`,
      {next_url: `many-${i + 1}.json`, practices: [{title: `Practice ${i}`}]},
    ]),
  ),
};

// Requirement: E-07
describe('good-practice-browser/node.js', () => {
  let origin;
  let server;
  before(async () => {
    server = createServer(({url}, response) => {
      if (url === '/held.json') return;
      response.statusCode = pages[url] ? 200 : 404;
      response.end(JSON.stringify(pages[url]));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  describe('check', () => {
    it('reports the same as the command, with counts', async () => {
      const result = await check(path);
      assert.deepEqual(result.reports, JSON.parse(command('check', path, '--json')));
      const count = (severity) => result.reports[0].findings.filter((finding) => finding.severity === severity).length;
      assert.deepEqual([result.errors, result.warnings, result.notes], ['error', 'warning', 'note'].map(count));
      assert.ok(result.errors > 0);
      assert.deepEqual([result.isReadable, result.unread], [true, '']);
    });

    it('reads a later page with the filters that the first page describes, and reports these once', async () => {
      const {reports} = await check(new URL(`${origin}/facets.json`));
      const codes = reports.map(({findings}) =>
        findings.map(({code}) => code).filter((code) => /facet|field/.test(code)),
      );
      assert.deepEqual(codes, [['bad-facet-name'], []]);
    });

    it('takes a path, a URL, bytes and what JSON.parse returns', async () => {
      const {reports} = await check(path);
      const called = (name) => reports.map((report) => ({...report, address: name}));
      const url = pathToFileURL(path);
      assert.deepEqual((await check(url, {name: 'mine'})).reports, called('mine'));
      const copy = Uint8Array.from(bytes);
      const within = new Uint8Array([0, ...bytes, 0]).subarray(1, -1);
      const views = [bytes, within, copy.buffer, new DataView(copy.buffer), new Blob([bytes]).arrayBuffer()];
      for (const view of views)
        assert.deepEqual((await check(await view, {name: 'mine'})).reports, called('mine'), view.constructor.name);
      const object = await check(JSON.parse(bytes.toString()));
      assert.equal(object.reports[0].address, 'the feed');
      assert.deepEqual(
        object.reports[0].findings.map(({code}) => code).sort(),
        reports[0].findings.map(({code}) => code).sort(),
      );
    });

    it('reads up to 20 pages of an address, and returns where it stopped', async () => {
      const two = await check(`${origin}/feed.json`);
      assert.deepEqual(
        two.reports.map(({address, practices}) => [address, practices]),
        [
          [`${origin}/feed.json`, 1],
          [`${origin}/page-2.json`, 1],
        ],
      );
      const many = await check(new URL(`${origin}/many-0.json`));
      assert.deepEqual([many.reports.length, many.unread], [20, `${origin}/many-20.json`]);
      const few = await check(`${origin}/many-0.json`, {maxPages: 3});
      assert.deepEqual([few.reports.length, few.unread], [3, `${origin}/many-3.json`]);
      const all = await check(`${origin}/many-0.json`, {maxPages: 40});
      assert.deepEqual([all.reports.length, all.unread], [31, '']);
    });

    it('reports once that the server has more than all pages together', async () => {
      const {reports} = await check(`${origin}/part-1.json`);
      const found = reports.map(({findings}) => findings.filter(({code}) => code === 'no-next-page'));
      assert.deepEqual(
        found.map((findings) => findings.map(({count, severity}) => [count, severity])),
        [[], [[7, 'warning']]],
      );
    });

    it('reads no page twice, also if the feed has a name', async () => {
      const {reports, unread} = await check(`${origin}/there.json`, {name: 'mine'});
      const names = reports.map(({address}) => address);
      assert.deepEqual([names, unread], [['mine', `${origin}/back.json`], '']);
      assert.equal((await convert(`${origin}/there.json`, {to: 'csv', name: 'mine'})).practices, 2);
    });

    it('reports a feed that cannot be read', async () => {
      for (const [feed, code, message] of [
        ['nowhere.json', 'unreadable-file', 'There is no file nowhere.json.'],
        [
          `${origin}/nothing`,
          'http',
          `${origin}/nothing returned HTTP status 404. Open it in a browser, and correct the address.`,
        ],
        [new TextEncoder().encode('[{"title": "A"'), 'json-syntax', undefined],
      ]) {
        const {errors, isReadable, reports} = await check(feed);
        const [finding] = reports[0].findings;
        assert.deepEqual([errors, isReadable], [1, false]);
        if (message) assert.deepEqual([finding.code, finding.message], [code, message]);
      }
    });

    it('reports its progress', async () => {
      const told = [];
      await check(`${origin}/feed.json`, {onProgress: (count, unit) => told.push([count, unit])});
      assert.ok(told.some(([count, unit]) => unit === 'bytes' && count > 0));
    });
  });

  describe('convert, split and prerender', () => {
    it('return what the command writes', async () => {
      const count = JSON.parse(readFileSync(sound, 'utf8')).practices.length;
      for (const to of ['json', 'csv'])
        assert.deepEqual(await convert(sound, {to}), {
          text: command('convert', sound, '--to', to),
          practices: count,
          total: count,
        });
      const french = await convert(sound, {to: 'csv', language: 'fr'});
      assert.equal(french.text, command('convert', sound, '--to', 'csv', '--lang', 'fr'));
      assert.equal(await prerender(sound), command('prerender', sound));
      const {files, practices} = await split('demo/practices.json');
      assert.deepEqual([practices, files.size], [180, 163]);
      assert.ok(files.has('details/leeds-inclusive-anchors-network.json'));
      assert.equal(JSON.parse(files.get('feed.json')).texts, 'texts.json');
    });

    it('take the practices that match a filter, and tell what no practice has', async () => {
      const told = [];
      const options = {filter: 'topic:education,eduction', onWarning: (message) => told.push(message)};
      const all = JSON.parse(readFileSync('demo/practices.json', 'utf8')).practices;
      const {length} = all.filter(({topics}) => topics.includes('education'));
      assert.equal((await convert('demo/practices.json', {to: 'csv', ...options})).practices, length);
      assert.equal((await split('demo/practices.json', options)).practices, length);
      assert.equal((await prerender('demo/practices.json', options)).match(/<li>/g).length, length);
      assert.deepEqual(
        told,
        Array(3).fill('No practice has topic:eduction. Did you mean topic:education (Education)?'),
      );
    });

    it('keep the values of filters on all pages if the first page describes the filters', async () => {
      const {facets, practices} = JSON.parse((await convert(`${origin}/facets.json`, {to: 'json'})).text);
      assert.deepEqual(
        facets.map(({name}) => name),
        ['target'],
      );
      assert.deepEqual(
        practices.map(({target}) => target),
        [['Families'], ['Newcomers']],
      );
    });

    it('take all pages of an address, and start relative addresses at the base', async () => {
      const {practices, text} = await convert(`${origin}/feed.json`, {to: 'json'});
      assert.equal(practices, 2);
      assert.equal(JSON.parse(text).practices[0].url, `${origin}/a.html`);
      const feed = pages['/feed.json'];
      assert.match(await prerender(feed), /href="a\.html"/);
      assert.match(
        await prerender(feed, {base: 'https://city.example/data/'}),
        /href="https:\/\/city\.example\/data\/a\.html"/,
      );
    });

    it('tell that a server has more than it sent', async () => {
      const told = [];
      const feed = {total_count: 3, results: [{title: 'First'}]};
      const {practices} = await convert(feed, {to: 'csv', onWarning: (message) => told.push(message)});
      assert.equal(practices, 1);
      assert.match(told.join(), /^the feed has at least 3 practices, but sent only 1 and names no next page\. Ask for/);
    });

    it('take as many pages, bytes and seconds as the options allow', async () => {
      const rejectedWith = (feed, options) =>
        convert(feed, {to: 'json', ...options}).then(
          () => '',
          ({code}) => code,
        );
      const many = `${origin}/many-0.json`;
      assert.equal(await rejectedWith(many), 'too-many-pages');
      assert.equal(await rejectedWith(`${origin}/many-12.json`), 'http');
      assert.equal(await rejectedWith(many, {maxPages: 31}), 'http');
      assert.equal(await rejectedWith(sound, {maxBytes: 10}), 'too-large');
      assert.equal(await rejectedWith(readFileSync(sound), {maxBytes: 10}), 'too-large');
      assert.equal(await rejectedWith(`${origin}/feed.json`, {maxBytes: 10}), 'too-large');
      assert.equal(await rejectedWith(`${origin}/held.json`, {timeoutSeconds: 0.2}), 'timeout');
      assert.equal(await rejectedWith(sound, {timeoutSeconds: 1e9, maxPages: 1, maxBytes: 1e6}), '');
    });

    it('reject with an error that says why the feed cannot be read', async () => {
      const isUnreadable = (code, message) => (error) => {
        assert.ok(error instanceof UnreadableFeedError);
        assert.deepEqual([error.code, error.message], [code, message]);
        return true;
      };
      await assert.rejects(
        convert('nowhere.json', {to: 'csv'}),
        isUnreadable('unreadable-file', 'There is no file nowhere.json.'),
      );
      await assert.rejects(split('test'), isUnreadable('unreadable-file', 'test is a folder.'));
      await assert.rejects(
        prerender(`${origin}/nothing`),
        isUnreadable(
          'http',
          `${origin}/nothing returned HTTP status 404. Open it in a browser, and correct the address.`,
        ),
      );
      await assert.rejects(prerender({some: 'object'}, {name: 'menu.json'}), (error) => {
        assert.equal(error.code, 'not-a-feed');
        assert.ok(error.message.startsWith('menu.json '), error.message);
        return true;
      });
    });
  });

  it('rejects invalid options, and names valid ones', async () => {
    for (const [run, message] of [
      [() => check(path, {format: 'xls'}), /Unknown format: “xls”\. Formats: json, /],
      [() => check(5), /A feed is an address, the path of a file/],
      [() => check(''), /A feed is an address, the path of a file/],
      [() => prerender(null), /A feed is an address, the path of a file/],
      [() => check(Promise.resolve(bytes)), /A feed is an address, the path of a file/],
      [() => check(new Blob([bytes])), /A feed is an address, the path of a file/],
      [() => check(new Response(bytes)), /A feed is an address, the path of a file/],
      [() => check(Readable.from([bytes])), /A feed is an address, the path of a file/],
      [() => check(new Map()), /A feed is an address, the path of a file/],
      [() => convert(path), /“undefined” is not a format to convert to\. Use json, csv, /],
      [() => prerenderPages(path), /^Pages need page, the address of the page with the list/],
      [
        () => convert(path, {to: 'xml'}),
        /“xml” is not a format to convert to\. Use json, csv, rss, atom, json-feed, geojson\./,
      ],
      [() => split(path, {base: 'feed.json'}), /“feed\.json” is not an absolute address/],
      [() => check(path, {base: 'https://me:secret@city.example/'}), /is not an absolute address/],
      [() => check(path, {maxPages: 0}), /^maxPages is “0”\. It must be a whole number above 0\.$/],
      [() => convert(path, {to: 'csv', maxBytes: '10'}), /^maxBytes is “10”\. It must be a whole number above 0\.$/],
      [() => prerender(path, {timeoutSeconds: -1}), /^timeoutSeconds is “-1”\. It must be a number above 0\.$/],
      [() => check(path, {timeoutSeconds: NaN}), /^timeoutSeconds is “NaN”/],
      [() => prerender(path, {language: 'x y'}), /“x y” is not the tag of a language/],
      [() => convert(path, {to: 'atom'}), /^atom needs page, the address of the page with the list/],
      [() => convert(path, {to: 'rss', page: '/practices'}), /“\/practices” is not an absolute address\. page is one/],
      [() => convert(path, {to: 'json', filter: 'topic:a,b spain'}), /“spain”.*topic:education country:ES/],
    ])
      await assert.rejects(run, (error) => error instanceof TypeError && message.test(error.message));
  });

  it('writes nothing to the console and does not end the process', () => {
    const script = `
      import {check, convert} from 'good-practice-browser/node.js';
      await check('nowhere.json');
      await convert('nowhere.json', {to: 'json'}).catch(() => undefined);
      process.on('exit', () => process.stdout.write('end'));
    `;
    const {stderr, stdout, status} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.deepEqual({stderr, stdout, status}, {stderr: '', stdout: 'end', status: 0});
  });
});
