import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {litPolicy} from '../setup/build-plugins.mjs';

const {version, exports} = JSON.parse(readFileSync('package.json', 'utf8'));
const listFiles = (folder, ending) => readdirSync(folder, {recursive: true}).filter((name) => name.endsWith(ending));

describe('dist/embed/sri.json', () => {
  it('has the hash of every file that a page may load', () => {
    const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
    const files = listFiles('dist/embed', '').filter((name) => /\.(m?js|json)$/.test(name) && name !== 'sri.json');
    assert.deepEqual(Object.keys(sri), files.sort());
    for (const [file, hash] of Object.entries(sri))
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(join('dist/embed', file)))
          .digest('base64')}`,
      );
  });
});

describe('the npm package', () => {
  it('has the files that its exports name', () => {
    for (const target of Object.values(exports).flatMap((entry) =>
      Object.values(Object(entry) === entry ? entry : [entry]),
    ))
      if (!target.includes('*')) assert.ok(existsSync(target), target);
  });

  it('has the modules that custom-elements.json names, with their types beside them', () => {
    const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    for (const {path} of modules)
      for (const file of [path, path.replace(/js$/, 'd.ts')]) assert.ok(existsSync(file), file);
    assert.ok(modules.some(({exports: list}) => list.some(({name}) => name === 'good-practice-browser')));
  });

  for (const name of listFiles('src/core', '.ts')) {
    const module = `good-practice-browser/core/${name.replace(/\.ts$/, '.js')}`;
    it(`imports ${module} in Node`, async () => {
      assert.ok(existsSync(join('dist/core', name.replace(/\.ts$/, '.d.ts'))));
      assert.ok(await import(module));
    });
  }
});

describe('the script', () => {
  it('knows its version, and the hash of the list that has the hashes of all languages', () => {
    const hashOf = (name) =>
      createHash('sha256')
        .update(readFileSync(join('dist/embed/locales', name)))
        .digest('base64');
    const code = readFileSync('dist/embed/good-practice-browser.js', 'utf8');
    assert.ok(code.includes(version));
    assert.ok(code.includes(`sha256-${hashOf('index.json')}`));
    const index = JSON.parse(readFileSync('dist/embed/locales/index.json', 'utf8'));
    const listed = Object.entries(index).flatMap(([tag, [messages, intl]]) => [
      [`${tag}.json`, messages],
      ...(intl ? [[`${tag}.intl.json`, intl]] : []),
    ]);
    const files = listFiles('dist/embed/locales', '.json').filter((name) => name !== 'index.json');
    assert.deepEqual(
      Object.fromEntries(listed),
      Object.fromEntries(files.map((name) => [name, `sha256-${hashOf(name)}`])),
    );
  });
});

describe('litPolicy', () => {
  const context = {error: (message) => assert.fail(message)};
  const build = (code) => {
    const plugin = litPolicy();
    const result = plugin.transform.handler(code);
    plugin.buildEnd.call(context);
    return result.code;
  };

  it('takes our policy for that of Lit', () => {
    const code = build(readFileSync('node_modules/lit-html/lit-html.js', 'utf8'));
    assert.ok(!code.includes('createPolicy('));
  });

  it('stops the build where Lit is not as we know it', () => {
    assert.throws(() => build('trustedTypes.createPolicy("other")'), /litPolicy/);
    assert.throws(() => litPolicy().buildEnd.call(context), /litPolicy/);
  });
});
