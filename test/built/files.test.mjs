import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {languages, stemmedLanguages, wordLanguages} from '../../dist/generated/build.js';
import {litPatch} from '../../scripts/build/lit-patch.mjs';

const {version, exports} = JSON.parse(readFileSync('package.json', 'utf8'));
const listFiles = (folder, ending) => readdirSync(folder, {recursive: true}).filter((name) => name.endsWith(ending));

describe('dist/embed/sri.json', () => {
  it('has the hash of every file that a page may load', () => {
    const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
    const files = listFiles('dist/embed', '').filter((name) => /\.(js|json)$/.test(name) && name !== 'sri.json');
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
  // Requirement: I-12
  it('change no case in CSS, nor for people in any other way than their language does: a Turkish i would become I', () => {
    // endings of file names are no words of any language
    const ofCode = /^src.(core.(feed|doctor)|cli|elements.card.practice-links)/;
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

describe('the files for web pages', () => {
  it('know their version', () => {
    for (const file of [
      'good-practice-browser.js',
      'good-practice-browser.opensearch.js',
      'good-practice-browser.worker.js',
    ])
      assert.ok(readFileSync(join('dist/embed', file), 'utf8').includes(version), file);
  });

  it('have every language that the script names', () => {
    const tagsIn = (folder) => listFiles(`dist/embed/${folder}`, '').map((name) => name.replace(/\.js(?:on)?$/, ''));
    assert.deepEqual(tagsIn('locales').sort(), [...languages].sort());
    assert.deepEqual(tagsIn('words').sort(), [...wordLanguages].sort());
    assert.deepEqual(tagsIn('stemmers').sort(), [...stemmedLanguages].sort());
  });

  it('are three scripts, and a stemmer for each of some languages: one module that imports nothing', async () => {
    const stemmers = [...stemmedLanguages].map((tag) => join('stemmers', `${tag}.js`));
    assert.deepEqual(
      listFiles('dist/embed', '.js').sort(),
      [
        'good-practice-browser.js',
        'good-practice-browser.opensearch.js',
        'good-practice-browser.worker.js',
        ...stemmers,
      ].sort(),
    );
    for (const file of stemmers) {
      assert.doesNotMatch(readFileSync(join('dist/embed', file), 'utf8'), /\bimport\b|\brequire\(/, file);
      const {stemmer} = await import(`../../dist/embed/${file}`);
      assert.equal(typeof stemmer('word'), 'string', file);
    }
  });
});

describe('litPatch', () => {
  const names = ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js'];
  const {handler} = litPatch('/policy.js').transform;
  const context = {error: (message) => assert.fail(message)};
  const patch = (name, code) => handler.call(context, code, `/node_modules/${name}`).code;
  const read = (name) => readFileSync(join('node_modules', name), 'utf8');

  for (const name of names) {
    it(`leaves ${name} without a policy and without globals of its own`, () => {
      const patched = patch(name, read(name));
      assert.doesNotMatch(patched, /createPolicy\(|PolyfillSupport|HydrateSupport|PropertyMetadata|Versions/);
    });

    it(`stops the build when ${name} has changed`, () => {
      assert.throws(
        () => patch(name, read(name).replaceAll('PolyfillSupport', 'Support')),
        /no longer has .*lit-patch/,
      );
    });
  }

  it('gives Lit our policy', () => {
    assert.match(patch(names[0], read(names[0])), /^import \{policy as gpbPolicy\} from "\/policy\.js";/);
  });
});
