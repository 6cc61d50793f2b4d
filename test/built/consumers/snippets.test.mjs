// The components that the configurator writes, compiled and rendered by the frameworks themselves.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {parseFragment} from 'parse5';
import {makeSnippet} from '../../../demo/tools/configure/snippets.js';
import {hostileValues} from '../../support/hostile-values.mjs';
import {run} from './consumer.mjs';

/** The versions of the apps that are tested. */
const dependenciesOf = (id) => JSON.parse(readFileSync(join(import.meta.dirname, 'apps', id, 'package.json'), 'utf8'));
const versionOf = (id, name) => {
  const {dependencies, devDependencies} = dependenciesOf(id);
  return `${name}@${{...dependencies, ...devDependencies}[name]}`;
};

const names = ['src', 'heading', 'facets', 'scope', 'preset', 'image-hosts', 'template-href'];
const defaults = new Map(names.map((name) => [name, '']));
const everywhere = (value) => ({
  attributes: Object.fromEntries(names.map((name) => [name, value])),
  lang: value,
  fallback: value,
  script: value,
  look: {accent: '#a1005b'},
});

/** Each way to render a component to HTML. */
const renderers = {
  async react(code, folder) {
    const require = createRequire(join(folder, 'x.js'));
    const {ts} = await import('@custom-elements-manifest/analyzer');
    const compilerOptions = {jsx: ts.JsxEmit.React, module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022};
    const {outputText} = ts.transpileModule(code, {fileName: 'Practices.jsx', compilerOptions});
    const file = join(folder, 'practices.cjs');
    writeFileSync(file, `const React = require('react');\n${outputText.replace(/^require\(.*$/m, '')}`);
    delete require.cache[file];
    const {Practices} = require(file);
    return require('react-dom/server').renderToStaticMarkup(require('react').createElement(Practices));
  },
  async vue(code, folder) {
    const require = createRequire(join(folder, 'x.js'));
    const {descriptor, errors} = require('vue/compiler-sfc').parse(code);
    assert.deepEqual(errors, []);
    const isCustomElement = (tag) => /^(?:good-practice-browser|gpb-)/.test(tag);
    const app = require('vue').createSSRApp({template: descriptor.template.content});
    app.config.compilerOptions.isCustomElement = isCustomElement;
    app.config.errorHandler = (error) => {
      throw error;
    };
    return require('vue/server-renderer').renderToString(app);
  },
  async svelte(code, folder, i) {
    const require = createRequire(join(folder, 'x.js'));
    const {js, warnings} = require('svelte/compiler').compile(code.replace(/^ *import .*$/m, ''), {generate: 'server'});
    // It rightly warns of this value.
    const others = warnings.filter((warning) => warning.code !== 'bidirectional_control_characters');
    assert.deepEqual(others, []);
    const file = join(folder, `practices-${i}.js`);
    writeFileSync(file, `${js.code}\nexport {render} from 'svelte/server';\n`);
    const {default: Practices, render} = await import(pathToFileURL(file));
    return render(Practices).body;
  },
};

describe('the components of the configurator', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'gpb-snippets-'));
  before(async () => {
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
    const packages = [
      versionOf('react', 'react'),
      versionOf('react', 'react-dom'),
      versionOf('vue', 'vue'),
      versionOf('sveltekit', 'svelte'),
    ];
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages], folder);
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  for (const [target, render] of Object.entries(renderers))
    it(`are one widget with exactly the values (${target})`, async () => {
      let i = 0;
      for (const value of hostileValues) {
        const [{code}] = makeSnippet(target, everywhere(value), defaults);
        const html = await render(code, folder, i++);
        const elements = parseFragment(html).childNodes.filter(({tagName}) => tagName);
        assert.deepEqual(
          elements.map(({tagName}) => tagName),
          ['good-practice-browser'],
          `${value}\n${code}\n${html}`,
        );
        const [widget] = elements;
        const attributes = Object.fromEntries(widget.attrs.map((attribute) => [attribute.name, attribute.value]));
        // What renders on the server writes line breaks as they are, and HTML has one kind of them.
        for (const name of [...names, 'lang'])
          assert.equal(attributes[name], value.replace(/\r\n?/g, '\n'), `${name}\n${code}\n${html}`);
        const children = widget.childNodes.filter(({tagName}) => tagName);
        assert.deepEqual(
          children.map(({tagName}) => tagName),
          ['p'],
          html,
        );
        const text = children[0].childNodes.map((node) => node.value).join('');
        // White space in a text is not shown.
        const shown = (each) => each.replace(/\s+/g, ' ').trim();
        assert.equal(shown(text), shown(value), `${code}\n${html}`);
      }
    });
});
