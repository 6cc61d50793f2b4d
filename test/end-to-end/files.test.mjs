import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import Fuse from 'fuse.js/basic';
import {fuseMatchOnly, litAsUsed, litPolicy} from '../../scripts/build/build-plugins.mjs';

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

describe('the sources', () => {
  it('change no case in CSS, nor for people in any other way than their language does: a Turkish i would become I (I-12)', () => {
    // endings of file names are no words of any language
    const ofCode = /^src.(core.(feed|doctor)|cli|elements.card.link-destination)/;
    const files = ['.css', '.ts'].flatMap((ending) => listFiles('src', ending).map((name) => join('src', name)));
    assert.ok(files.length > 100);
    const inUpperCase = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const found = text.match(/text-transform:(?! none).*|font-variant(-caps)?:.*small-caps.*/g) ?? [];
      return [...found, ...(ofCode.test(file) ? [] : (text.match(/\.toUpperCase\(/g) ?? []))].map(
        (line) => `${file}: ${line}`,
      );
    });
    assert.deepEqual(inUpperCase, []);
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

describe('the embed files', () => {
  it('call what pages use by its name, whatever else is shortened', () => {
    const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
    const members = modules.flatMap(({declarations}) => declarations).flatMap(({members: list}) => list ?? []);
    const names = members.filter((member) => !member.static).map(({name}) => name);
    assert.ok(names.includes('hitsPerPage') && names.includes('reload'));
    for (const file of ['good-practice-browser.js', 'good-practice-browser.mjs']) {
      const words = new Set(readFileSync(join('dist/embed', file), 'utf8').match(/\w+/g));
      assert.deepEqual(
        names.filter((name) => !words.has(name)),
        [],
      );
    }
  });
});

describe('litAsUsed', () => {
  it('stops the build where Lit is not as we know it', () => {
    const {handler} = litAsUsed().transform;
    const context = {error: (message) => assert.fail(message)};
    const path = 'node_modules/@lit/task/task.js';
    assert.throws(
      () => handler.call(context, readFileSync(path, 'utf8').replace('autoRun', 'auto'), `/${path}`),
      /litAsUsed/,
    );
    assert.ok(handler.call(context, readFileSync(path, 'utf8'), `/${path}`));
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

describe('fuseMatchOnly', () => {
  /** Words of few letters, so that many are near each other; the same at every run. */
  function* words() {
    for (let seed = 1; ; seed = (seed * 48_271) % 2_147_483_647)
      yield (seed ** 2).toString(6).slice(0, 1 + (seed % 50));
  }

  it('leaves a matcher that answers as Fuse.js does', async () => {
    const source = readFileSync(fileURLToPath(import.meta.resolve('fuse.js/basic')), 'utf8');
    const {code} = fuseMatchOnly().transform.handler(source);
    const {default: matcher} = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    let found = 0;
    let previous = '';
    const all = words();
    for (let i = 0; i < 20_000; i++) {
      const word = all.next().value;
      for (const term of [word.slice(1), `${word.slice(0, 2)}x${word.slice(3)}`, previous]) {
        const pattern = `\n${term}\n`;
        const options = {isCaseSensitive: true, ignoreLocation: true, threshold: 2.01 / pattern.length};
        const {isMatch, score} = Fuse.match(pattern, `\n${word}\n`, options);
        assert.deepEqual(matcher.match(pattern, `\n${word}\n`, options), {isMatch, score}, `${term} in ${word}`);
        found += Number(isMatch);
      }
      previous = word;
    }
    assert.ok(found > 20_000 && found < 60_000, String(found));
  });
});
