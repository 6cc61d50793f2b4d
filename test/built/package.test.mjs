import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'acorn';
import {publint} from 'publint';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const slashed = (name) => name.replaceAll('\\', '/');
const listFiles = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name, parentPath}) => slashed(join(parentPath, name)).slice(folder.length + 1))
    .sort();

const scripts = ['.js', '.opensearch.js', '.worker.js'].map((ending) => `dist/embed/good-practice-browser${ending}`);
const locales = readdirSync('src/i18n/locales').map((name) => `dist/embed/locales/${name}`);
const words = readdirSync('src/i18n/words').map((name) => `dist/embed/words/${name}`);
const stemmers = ['ar', 'es', 'hy', 'it', 'lt', 'pt', 'ro', 'ru', 'tr', 'uk'].map(
  (tag) => `dist/embed/stemmers/${tag}.js`,
);

/** What is in the package beside one file for each module. */
const golden = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'feed.schema.json',
  'package.json',
  'src/i18n/en.ts',
  'test/bench/results.md',
  ...listFiles('docs').map((name) => `docs/${name}`),
  'dist/custom-elements.json',
  'dist/feed.schema.json',
  'dist/vscode.css-custom-data.json',
  'dist/vscode.html-custom-data.json',
  'dist/web-types.json',
  'dist/embed/LICENSES.txt',
  'dist/embed/sri.json',
  ...scripts,
  ...locales,
  ...words,
  ...stemmers,
  ...['react', 'svelte', 'vue'].flatMap((name) => [`dist/frameworks/${name}.d.ts`, `dist/frameworks/${name}.js`]),
];

/** The README and all pages in docs/. */
const documentation = () =>
  ['README.md', ...listFiles('docs').map((name) => `docs/${name}`)]
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({file, text: readFileSync(file, 'utf8')}));

/** Whether a file of the package is what the build makes of one of our sources. */
function isModule(name) {
  const [, path] = /^dist\/(.+?)(?:\.css\.js|\.d\.ts|\.js)(?:\.map)?$/.exec(name) ?? [];
  return path && (existsSync(`src/${path}.ts`) || existsSync(`src/${path}.css`) || path.startsWith('generated/'));
}

/** The files of the package, as `npm pack` lists them. */
function listPacked() {
  const {stdout} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{files}] = JSON.parse(stdout);
  return files.map(({path}) => path);
}
const packed = listPacked();

/** The packages that modules import in any way but `import()`, which bundlers split at. */
function packagesOf(modules, seen = new Set()) {
  const packages = modules.flatMap((file) => {
    if (seen.has(file)) return [];
    seen.add(file);
    const {body} = parse(readFileSync(file, 'utf8'), {ecmaVersion: 'latest', sourceType: 'module'});
    const sources = body.flatMap(({source}) => source?.value ?? []);
    const own = sources.filter((source) => source.startsWith('.')).map((source) => join(dirname(file), source));
    const names = sources
      .filter((source) => !source.startsWith('.'))
      .map((source) => /^(?:@[^/]+\/)?[^/]+/.exec(source)[0]);
    return [...names, ...packagesOf(own, seen)];
  });
  return [...new Set(packages)].sort();
}

// Requirement: S-37
describe('the npm package', () => {
  it('holds the expected files and no others', () => {
    const others = packed.filter((name) => !isModule(name));
    assert.deepEqual(others.sort(), golden.sort());
  });

  it('needs three packages at most until a visitor searches', () => {
    assert.deepEqual(packagesOf(['dist/index.js', 'dist/define.js']), ['@lit/task', 'lit']);
    // More than these take room on the developer's disk, but none on the page.
    assert.deepEqual(Object.keys(manifest.dependencies), ['@lit/task', '@orama/stemmers', 'fuse.js', 'lit']);
  });

  it('runs nothing when it is installed', () => {
    for (const field of ['peerDependencies', 'optionalDependencies', 'bundleDependencies'])
      assert.equal(manifest[field], undefined, field);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])
      assert.equal(manifest.scripts[name], undefined, name);
  });

  // Requirement: E-07
  it('is one that Node, bundlers and their types can read', async () => {
    const {messages} = await publint({strict: true});
    assert.deepEqual(messages, []);
  });

  it('has every file that its README links to', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path);
    assert.ok(links.length > 3);
    assert.deepEqual(
      links.filter((path) => !packed.includes(path)),
      [],
    );
  });

  it('is named in the docs as `npm pack` names it', () => {
    const names = documentation().flatMap(({text}) => text.match(/good-practice-browser-\d[\w.-]*tgz/g) ?? []);
    assert.ok(names.length > 2);
    assert.deepEqual([...new Set(names)], [`good-practice-browser-${manifest.version}.tgz`]);
  });

  it('has no address of a registry or a CDN, because it is not published', () => {
    assert.equal(manifest.private, true);
    for (const field of ['repository', 'homepage', 'bugs', 'unpkg', 'jsdelivr', 'publishConfig'])
      assert.equal(manifest[field], undefined, field);
    for (const {file, text} of documentation())
      assert.doesNotMatch(text, /unpkg|jsdelivr|npm install good-practice|npx good-practice/, file);
  });

  it('says whose code is in its scripts, and on which terms', () => {
    const text = readFileSync('dist/embed/LICENSES.txt', 'utf8');
    for (const name of [
      'good-practice-browser',
      'lit-html',
      'lit-element',
      '@lit/reactive-element',
      '@lit/task',
      '@orama/stemmers',
      'fuse.js',
    ])
      assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|BSD-3-Clause|Apache-2\\.0)\\)$`, 'm'));
    assert.match(text, /Redistribution and use in source and binary forms/);
    assert.match(text, /Apache License\s+Version 2\.0/);
    for (const name of scripts)
      assert.ok(readFileSync(name, 'utf8').startsWith(';/*! good-practice-browser: see LICENSES.txt */'), name);
  });

  it('is the same, byte for byte, when it is built again, elsewhere', {skip: process.env.TIER !== 'all'}, () => {
    const folder = mkdtempSync(join(tmpdir(), 'gpb-build-'));
    try {
      for (const name of [
        'demo',
        'scripts',
        'src',
        'LICENSE',
        'feed.schema.json',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        'vite.config.ts',
      ])
        cpSync(name, join(folder, name), {recursive: true});
      symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
      const {status, stderr} = spawnSync('npm', ['run', '--silent', 'build'], {cwd: folder, encoding: 'utf8'});
      assert.equal(status, 0, stderr);
      const names = listFiles('dist');
      assert.deepEqual(listFiles(join(folder, 'dist')), names);
      // source maps name the libraries by their way from here, which is another from there
      const read = (name) => readFileSync(name, 'utf8').replace(/"[^"]*(?=node_modules\/)/g, '"');
      const differing = names.filter((name) => read(join('dist', name)) !== read(join(folder, 'dist', name)));
      assert.deepEqual(differing, []);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
