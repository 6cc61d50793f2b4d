import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {unzipSync} from 'fflate';
import {assertAccessible} from '../../support/axe.mjs';
import {eventually, startHarness, strictPolicy} from '../../support/page-harness.mjs';
import {nginx, startNginx} from '../../support/nginx.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const top = `good-practice-browser-${version}`;
const languages = ['locales', 'words'].flatMap((folder) =>
  readdirSync(`src/i18n/${folder}`).map((name) => `${folder}/${name}`),
);
const stemmers = ['ar', 'es', 'hy', 'it', 'lt', 'pt', 'ro', 'ru', 'tr', 'uk'].map((tag) => `stemmers/${tag}.js`);
const embedFiles = [
  'LICENSES.txt',
  'good-practice-browser.js',
  'good-practice-browser.opensearch.js',
  'good-practice-browser.worker.js',
  'sri.json',
  ...languages,
  ...stemmers,
];
/** What is in the zip of the WordPress plugin, besides its classes, its languages and `embed/`. */
const goldenPlugin = [
  'LICENSE',
  'block/block.json',
  'block/edit.js',
  'block/editor.css',
  'block/fields-panel.js',
  'good-practice-browser.php',
  'readme.txt',
  'settings.css',
  'uninstall.php',
];
/** Pages for webmasters; those for developers need the sources. */
const docs = [
  'docs/CHANGELOG.html',
  'docs/docs.css',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && !/^(?:architecture|npm-package|requirements|vocabulary)\./.test(name))
    .map((name) => `docs/${name.replace('README', 'index').replace('.md', '.html')}`),
  ...['1-install', '2-source', '3-block', '4-page'].map((name) => `docs/images/wordpress-${name}.png`),
];
/** What is in the zip. A file that is added to it is added to this list. */
const golden = [
  ...embedFiles,
  ...docs,
  'index.html',
  'demo/feeds/education-spain.rss.xml',
  'demo/feeds/norway.atom.xml',
  'demo/practices.json',
  'demo/start.css',
  'tools/check.css',
  'tools/check.html',
  'tools/check.js',
  'tools/configure.css',
  'tools/configure.html',
  'tools/configure.js',
  'tools/icon.svg',
  'tools/template.html',
  'tools/template.js',
  'tools/tools.css',
];

const workplace = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(workplace, {recursive: true, force: true}));

/** Copies the project into a folder of that name, with fresh dates of the files. */
function copyProject(name, {withBuild}) {
  const folder = join(workplace, name);
  const left = ['.git', 'coverage', 'node_modules', 'release', 'test', ...(withBuild ? [] : ['dist'])];
  for (const entry of readdirSync('.'))
    if (!left.includes(entry)) cpSync(entry, join(folder, entry), {recursive: true});
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(cwd, command, args, env = {}) {
  const {SOURCE_DATE_EPOCH: _, ...inherited} = process.env;
  return spawnSync(command, args, {cwd, encoding: 'utf8', env: {...inherited, ...env}});
}
function succeed(...all) {
  const {status, stdout, stderr} = run(...all);
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}

const DATE = '1790000000';
/** Puts the clock of Node forward. */
const anotherDay = `globalThis.Date = class extends Date {
  constructor(...all) { super(...(all.length ? all : [Date.now()])); }
  static now() { return super.now() + 100 * 86_400_000; }
};`;

const released = copyProject('released', {withBuild: true});
const release = join(released, 'release');
succeed(released, 'git', ['init', '--quiet']);
const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@city.example'];
succeed(released, 'git', [...author, 'commit', '--quiet', '--allow-empty', '--message=Begin'], {
  GIT_COMMITTER_DATE: `${DATE} +0000`,
});
succeed(released, process.execPath, ['scripts/release.mjs']);
const zip = unzipSync(readFileSync(join(release, `${top}.zip`)));
const plugin = unzipSync(readFileSync(join(release, `good-practice-browser-wordpress-${version}.zip`)));

describe('npm run release', () => {
  it('puts into the zip one folder with the files of the list, and no other', () => {
    assert.deepEqual(Object.keys(zip), golden.map((name) => `${top}/${name}`).sort());
  });

  it('puts into the zip the files of dist/embed, byte for byte', () => {
    const built = readdirSync('dist/embed', {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    assert.equal(built.length, embedFiles.length);
    for (const name of embedFiles)
      assert.ok(readFileSync(join('dist/embed', name)).equals(zip[`${top}/${name}`]), `${name} differs`);
  });

  describe('puts into the zip of the WordPress plugin', () => {
    const textOf = (name) => Buffer.from(plugin[`good-practice-browser/${name}`]).toString();

    it('one folder with the files of the list, classes, translations and dist/embed', () => {
      const names = Object.keys(plugin).map((name) => name.replace(/^good-practice-browser\//, ''));
      const own = names.filter((name) => !/^(?:embed|includes|languages)\//.test(name));
      assert.deepEqual(own.sort(), goldenPlugin);
      for (const [folder, pattern] of [
        ['includes', /^class-[a-z-]+\.php$/],
        ['languages', /^good-practice-browser(?:-[a-z]{2}_[A-Z]{2}\.(?:mo|po)|\.pot)$/],
      ]) {
        const inFolder = names.filter((name) => name.startsWith(`${folder}/`));
        assert.ok(inFolder.length > 1);
        for (const name of inFolder) assert.match(name.slice(folder.length + 1), pattern);
      }
      const embed = names.filter((name) => name.startsWith('embed/'));
      assert.deepEqual(embed.sort(), embedFiles.map((name) => `embed/${name}`).sort());
    });

    it('the files of dist/embed, byte for byte', () => {
      for (const name of embedFiles)
        assert.ok(
          readFileSync(join('dist/embed', name)).equals(plugin[`good-practice-browser/embed/${name}`]),
          `${name} differs`,
        );
    });

    it('the version wherever WordPress looks for it', () => {
      assert.match(textOf('good-practice-browser.php'), new RegExp(`^ \\* Version: +${version}$`, 'm'));
      assert.match(textOf('good-practice-browser.php'), new RegExp(`^const VERSION = '${version}';$`, 'm'));
      assert.match(textOf('readme.txt'), new RegExp(`^Stable tag: ${version}$`, 'm'));
      assert.equal(JSON.parse(textOf('block/block.json')).version, version);
      for (const name of Object.keys(plugin)) assert.ok(!Buffer.from(plugin[name]).includes('{{version}}'), name);
    });

    it('the same requirements in the plugin and in its readme', () => {
      for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI']) {
        const find = (text) => new RegExp(`^(?: \\* )?${name}: +(.+)$`, 'm').exec(text)?.[1];
        assert.ok(find(textOf('readme.txt')), name);
        assert.equal(find(textOf('good-practice-browser.php')), find(textOf('readme.txt')), name);
      }
    });
  });

  it('writes the checksums of the zips and of the npm package', () => {
    const lines = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const sums = Object.fromEntries(lines.map((line) => line.split('  ').reverse()));
    assert.deepEqual(Object.keys(sums), [`${top}.tgz`, `${top}.zip`, `good-practice-browser-wordpress-${version}.zip`]);
    for (const [name, sum] of Object.entries(sums)) {
      const bytes = readFileSync(join(release, name));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
    }
  });

  it('takes the notes from the changelog', () => {
    const notes = readFileSync(join(release, 'release-notes.md'), 'utf8');
    assert.ok(readFileSync('CHANGELOG.md', 'utf8').includes(notes.trim()));
    assert.doesNotMatch(notes, /^## /m);
  });

  it('names the version on the start page, in every address to paste', () => {
    const page = Buffer.from(zip[`${top}/index.html`]).toString();
    assert.ok(page.includes(`src="/${top}/good-practice-browser.js"`));
    assert.doesNotMatch(page, /\{\{/);
  });

  describe('in another folder, on another day, in another time zone', () => {
    const folder = copyProject('another place', {withBuild: false});
    const env = {
      SOURCE_DATE_EPOCH: DATE,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(anotherDay)}`,
      TZ: 'Pacific/Auckland',
    };
    const refusal = (variables = env) => {
      const {status, stderr} = run(folder, process.execPath, ['scripts/release.mjs'], variables);
      assert.equal(status, 1);
      assert.deepEqual(readdirSync(folder).includes('release'), false);
      return stderr;
    };

    it('writes the same bytes', () => {
      succeed(folder, 'npm', ['run', '--silent', 'release'], env);
      const names = readdirSync(release);
      assert.deepEqual(readdirSync(join(folder, 'release')), names);
      const differing = names.filter(
        (name) => !readFileSync(join(folder, 'release', name)).equals(readFileSync(join(release, name))),
      );
      assert.deepEqual(differing, []);
    });

    it('refuses if no commit gives the files a date', () => {
      assert.match(refusal({}), /^No release: no commit gives the files a date\. Set SOURCE_DATE_EPOCH/);
    });

    it('refuses if the changelog does not say what has changed', () => {
      const changelog = readFileSync('CHANGELOG.md', 'utf8');
      writeFileSync(join(folder, 'CHANGELOG.md'), changelog.replace('## Unreleased', `## ${version}.1 – 2026-12-01`));
      assert.match(refusal(), new RegExp(`^No release: CHANGELOG.md says nothing below “## ${version}”`));
      writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
    });

    it('refuses if a file was built at another time than its hash', () => {
      const file = join(folder, 'dist/embed/good-practice-browser.js');
      const code = readFileSync(file);
      writeFileSync(file, `${code};`);
      assert.match(refusal(), /^No release: dist\/embed\/good-practice-browser\.js is not the file/);
      writeFileSync(file, code);
    });

    it('refuses if a language or a tool is missing', () => {
      for (const name of ['embed/locales/fr.json', 'embed/words/fr.json', 'embed/stemmers/es.js', 'tools/check.js'])
        rmSync(join(folder, 'dist', name));
      assert.match(
        refusal(),
        /^No release: dist\/ lacks locales\/fr\.json, words\/fr\.json, stemmers\/es\.js, tools\/check\.js\. Run “npm run build”\./,
      );
    });

    it('refuses if nothing has been built', () => {
      rmSync(join(folder, 'dist'), {recursive: true});
      assert.match(refusal(), /^No release: dist\/embed is missing\. Run “npm run build”\./);
    });
  });
});

describe('the zip', () => {
  const unzipped = join(workplace, 'unzipped');
  let harness;
  before(async () => {
    for (const [name, bytes] of Object.entries(zip)) {
      mkdirSync(dirname(join(unzipped, name)), {recursive: true});
      writeFileSync(join(unzipped, name), bytes);
    }
    harness = await startHarness();
  });
  after(() => harness.close());

  /** Opens an address. `complaints` collects what the browser complains of. */
  async function open(address) {
    const visit = await harness.open('', {head: ''});
    const {page, seen} = visit;
    const complaints = {console: seen.console, errors: seen.errors, violations: seen.violations, refused: []};
    page.on('response', (answer) => answer.status() >= 400 && complaints.refused.push(answer.url()));
    await page.goto(address);
    return {...visit, complaints};
  }
  const none = {console: [], errors: [], violations: [], refused: []};

  const skip = !nginx && !process.env.CI && 'nginx is not installed';
  describe('on nginx, under a strict policy', {skip}, () => {
    let server;
    before(async () => {
      assert.ok(nginx, 'the tests of a release need nginx: apt-get install nginx-light');
      server = await startNginx(unzipped, {'Content-Security-Policy': strictPolicy});
    });
    after(() => server?.close());

    it('shows the example on its start page', async () => {
      const {page, complaints, close} = await open(`${server.origin}/${top}/`);
      await page.getByRole('article').first().waitFor();
      await page.getByText('180 practices', {exact: true}).waitFor();
      assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
      assert.deepEqual(complaints, none);
      await close();
    });

    for (const colorScheme of ['light', 'dark'])
      it(`has a start page without an accessibility fault that a machine finds, or a scroll bar at 320 px (${colorScheme})`, async () => {
        const {page, close} = await open(`${server.origin}/${top}/`);
        await page.emulateMedia({colorScheme});
        await page.setViewportSize({width: 320, height: 640});
        await page.getByRole('article').first().waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        await assertAccessible(page);
        await close();
      });

    it('has no link on its start page that leads nowhere', async () => {
      const {page, close} = await open(`${server.origin}/${top}/`);
      const links = await page.evaluate(() => [...document.querySelectorAll('a')].map(({href}) => href));
      assert.ok(links.length > 3);
      for (const link of links) assert.equal((await fetch(link)).status, 200, link);
      await close();
    });

    it('has the docs as pages, whose links all lead somewhere', async () => {
      const {page, close} = await open(`${server.origin}/${top}/docs/index.html`);
      const anchors = new Map();
      const links = new Set();
      for (const name of docs.filter((path) => path.endsWith('.html'))) {
        await page.goto(`${server.origin}/${top}/${name}`);
        const found = await page.evaluate(() => ({
          ids: [...document.querySelectorAll('[id]')].map(({id}) => id),
          links: [...document.querySelectorAll('a')].map(({href}) => href),
        }));
        anchors.set(page.url(), found.ids);
        found.links.forEach((link) => links.add(link));
      }
      const own = [...links].filter((link) => link.startsWith(server.origin));
      assert.ok(own.length > 50);
      for (const link of own) {
        const [address, anchor] = link.split('#');
        assert.equal((await fetch(address)).status, 200, link);
        if (anchor) assert.ok(anchors.get(address).includes(decodeURIComponent(anchor)), link);
      }
      await close();
    });

    for (const [name, pictures] of Object.entries({index: 0, recipes: 0, privacy: 0, attributes: 0, wordpress: 4}))
      it(`has docs without an accessibility fault that a machine finds, or a scroll bar at 320 px (${name})`, async () => {
        const {page, close} = await open(`${server.origin}/${top}/docs/${name}.html`);
        await page.setViewportSize({width: 320, height: 640});
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        const widths = await page.locator('img').evaluateAll((all) => all.map(({naturalWidth}) => naturalWidth));
        assert.equal(widths.filter(Boolean).length, pictures);
        await assertAccessible(page);
        await close();
      });

    it('shows the list in French on a French page with the lines of the start page', async () => {
      const {page, close} = await open(`${server.origin}/${top}/`);
      const lines = await page.locator('pre').innerText();
      await close();
      // A site with a strict policy has all of its style in style sheets.
      const [style, rule] = /<style>(.*)<\/style>/.exec(lines);
      writeFileSync(join(unzipped, 'liste.css'), rule);
      writeFileSync(
        join(unzipped, 'liste.html'),
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Liste</title><link rel="icon" href="/${top}/tools/icon.svg"><link rel="stylesheet" href="liste.css"><body>${lines.replace(style, '')}`,
      );
      const visit = await open(`${server.origin}/liste.html`);
      await visit.page.getByRole('searchbox', {name: 'Rechercher une bonne pratique'}).waitFor();
      await visit.page.getByRole('article').first().waitFor();
      assert.deepEqual(visit.complaints, none);
      await visit.close();
    });

    it('checks a feed', async () => {
      const {page, complaints, close} = await open(`${server.origin}/${top}/tools/check.html`);
      await page.getByLabel('Address of the feed').fill('../demo/practices.json');
      await page.getByRole('button', {name: 'Load'}).click();
      await page.getByRole('status').getByText('all 180 practices. 3 warnings, 1 note.').waitFor();
      assert.deepEqual(complaints, none);
      await close();
    });

    it('writes the lines for a list, with a preview', async () => {
      const {page, complaints, close} = await open(`${server.origin}/${top}/tools/configure.html`);
      await page.getByRole('button', {name: 'Try with the example'}).click();
      await page.locator('#paper').getByRole('article').first().waitFor();
      await page.getByLabel('Language of the list').selectOption('fr');
      await page.getByRole('searchbox', {name: 'Rechercher une bonne pratique'}).waitFor();
      const lines = await page.locator('#blocks pre').first().textContent();
      assert.ok(lines.includes(`<script src="/${top}/good-practice-browser.js" defer></script>`), lines);
      assert.ok(lines.includes(`<good-practice-browser src="/${top}/demo/practices.json" lang="fr">`), lines);
      assert.deepEqual(complaints, none);
      await close();
    });

    it('leads from the lines for each system to a part of the docs', async () => {
      const {page, close} = await open(`${server.origin}/${top}/tools/configure.html`);
      const target = page.getByLabel('System of your website');
      const systems = await target.evaluate((select) => [...select.options].map(({value}) => value));
      const addresses = new Set();
      for (const system of systems) {
        await target.selectOption(system);
        const links = await page.locator('main a').evaluateAll((all) => all.map(({href}) => href));
        for (const link of links) addresses.add(link);
      }
      assert.ok(addresses.size >= 10);
      for (const address of addresses) {
        const answer = await fetch(address);
        assert.equal(answer.status, 200, address);
        const {hash} = new URL(address);
        if (hash) assert.ok((await answer.text()).includes(`id="${hash.slice(1)}"`), address);
      }
      await close();
    });

    it('says that its policy does not let the page read lines', async () => {
      const {page, close} = await open(`${server.origin}/${top}/tools/configure.html`);
      await page.locator('summary').filter({hasText: 'Or change lines'}).click();
      await page.getByRole('textbox', {name: 'Or change lines'}).fill('<good-practice-browser src="/a.json">');
      await page.getByRole('button', {name: 'Read these lines'}).click();
      await page.getByText('The security policy of this server does not let this page read lines').waitFor();
      await close();
    });

    it('makes a record, with the topics of the example', async () => {
      const {page, complaints, close} = await open(`${server.origin}/${top}/tools/template.html`);
      await page.getByRole('checkbox', {name: 'Youth'}).check();
      await page.getByLabel('What is it called?').fill('A garden');
      await page.getByRole('button', {name: 'Make the record'}).click();
      const record = JSON.parse(await page.getByRole('region', {name: 'The record'}).innerText());
      assert.deepEqual(record, {id: 'a-garden', title: 'A garden', topics: ['youth']});
      assert.deepEqual(complaints, none);
      await close();
    });
  });

  describe('opened from disk', () => {
    const fromDisk = (name) => open(pathToFileURL(join(unzipped, top, name)).href);

    it('says on its start page why the example is missing', async () => {
      const {page, close} = await fromDisk('index.html');
      await eventually(async () =>
        assert.ok(await page.getByText('browsers do not load a feed from disk').isVisible()),
      );
      await close();
    });

    it('writes the lines for a table that is pasted, with a preview', async () => {
      const {page, close} = await fromDisk('tools/configure.html');
      await page.locator('summary').filter({hasText: 'Or paste a table'}).click();
      await page.getByRole('textbox', {name: 'Or paste a table'}).fill('title;city\nA garden;Leeds\n');
      await page.getByRole('button', {name: 'Use this table'}).click();
      await page.locator('#paper').getByRole('article').filter({hasText: 'A garden'}).waitFor();
      await close();
    });

    it('checks a feed that is pasted', async () => {
      const {page, close} = await fromDisk('tools/check.html');
      await page.getByLabel('Or the feed itself').fill('[{"title": "A garden", "period": "2024"}]');
      await page.getByRole('button', {name: 'Check the text'}).click();
      await page.getByRole('status').getByText('Visitors see 1 practice.').waitFor();
      await close();
    });
  });
});
