import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {Ajv} from 'ajv';
import {sorts} from '../../dist/core/state/search-state.js';
import {formatNames} from '../../dist/core/feed/formats/read-document.js';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('dist/custom-elements.json');
const elements = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
const tags = ['good-practice-browser', 'gpb-city', 'gpb-count', 'gpb-latest', 'gpb-practice'];
const valuesOf = (type) => type.split(' | ').map((value) => value.slice(1, -1));

describe('the custom elements manifest', () => {
  // Requirement: E-07
  it('has the form that its schema prescribes', () => {
    const validate = new Ajv({allErrors: true, strict: false}).compile(
      read(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json')),
    );
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
  });

  it('names every public element, its class and its tag, at modules that can be imported', async () => {
    assert.deepEqual(
      elements.map(({tagName}) => tagName),
      tags,
    );
    const exported = Object.values(read('package.json').exports).map((entry) => entry.default?.slice(2));
    for (const {path, exports} of manifest.modules) {
      assert.ok(exported.includes(path), path);
      const module = await import(`../../${path}`);
      for (const {declaration, kind, name} of exports)
        assert.equal(typeof module[kind === 'js' ? name : declaration.name], 'function', name);
    }
    const defined = manifest.modules
      .flatMap(({exports}) => exports)
      .filter(({kind}) => kind === 'custom-element-definition');
    assert.deepEqual(
      defined.map(({name}) => name),
      tags,
    );
  });

  it('describes and types everything that it names', () => {
    for (const {attributes, events, members, tagName} of elements)
      for (const item of [...attributes, ...events, ...members]) {
        assert.ok(item.description, `${tagName} ${item.name}`);
        if (item.kind !== 'method') assert.ok(item.type?.text, `${tagName} ${item.name}`);
      }
  });

  it('names the values of attributes that take a few words, all of those that the widget knows', () => {
    const typeOf = (element, name) => element.attributes.find((attribute) => attribute.name === name).type.text;
    const [browser] = elements;
    assert.deepEqual(valuesOf(typeOf(browser, 'sort')), sorts);
    assert.deepEqual(valuesOf(typeOf(browser, 'theme')), ['auto', 'light', 'dark']);
    assert.deepEqual(valuesOf(typeOf(browser, 'loading')), ['eager', 'lazy']);
    assert.deepEqual(valuesOf(typeOf(browser, 'url')), ['query', 'hash', 'off']);
    assert.deepEqual(valuesOf(typeOf(browser, 'empty-values')), ['hide', 'show']);
    for (const element of elements) assert.deepEqual(valuesOf(typeOf(element, 'format')), formatNames);
  });

  it('names the parts that the templates have, and no others', () => {
    const folder = 'src/elements';
    const templates = readdirSync(folder, {recursive: true})
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const found = [...templates.matchAll(/\b(?:export)?parts?=(?:"([a-z, -]+)"|\$\{\w+ \? '([a-z-]+)')/g)];
    const parts = found.flatMap(([, written, chosen]) => (written ?? chosen).split(', '));
    const [{cssParts}] = elements;
    assert.deepEqual(cssParts.map(({name}) => name).sort(), [...new Set(parts)].sort());
    for (const {description, name} of cssParts) assert.ok(description, name);
  });

  it('types its events, and says where the types are', () => {
    for (const {name, type} of elements[0].events) {
      assert.equal(type.text, `GpbEvent<'${name}'>`);
      assert.deepEqual(type.references, [
        {name: 'GpbEvent', package: 'good-practice-browser', module: 'dist/index.js'},
      ]);
    }
  });

  it('becomes what VS Code and the editors of JetBrains complete', () => {
    const html = read('dist/vscode.html-custom-data.json');
    assert.deepEqual(
      html.tags.map(({name}) => name),
      tags,
    );
    const theme = html.tags[0].attributes.find(({name}) => name === 'theme');
    assert.deepEqual(
      theme.values.map(({name}) => name),
      ['auto', 'light', 'dark'],
    );
    const css = read('dist/vscode.css-custom-data.json');
    assert.ok(css.properties.some(({name}) => name === '--gpb-accent'));
    const {contributions, name, version} = read(read('package.json')['web-types']);
    assert.deepEqual([name, version], ['good-practice-browser', read('package.json').version]);
    assert.deepEqual(
      contributions.html.elements.map((element) => element.name),
      tags,
    );
  });
});
