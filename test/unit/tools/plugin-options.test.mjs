// The options of the plugin for WordPress are in its PHP. Other files repeat them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {pluginOptions} from '../../../demo/tools/configure/snippets.js';

const read = (file) => readFileSync(file, 'utf8');

/** Option -> the words that it knows; null if it takes any text. From the source of `Widget::OPTIONS`. */
const [, php] = /const OPTIONS = array\(\n(.*?)\n\t\);/s.exec(read('integrations/wordpress/includes/class-widget.php'));
const options = php.split('\n').map((line) => {
  const [, name, rule] = /^\t\t'([\w-]+)' +=> (.+),$/.exec(line);
  return [name, rule.startsWith('array') ? rule.match(/(?<=')[\w-]+(?=')/g) : null];
});
const names = options.map(([name]) => name);

/** The names in backticks in the sentence that begins with a text. */
const namesAfter = (file, beginning) => {
  const text = read(file);
  const from = text.indexOf(beginning) + beginning.length;
  return text
    .slice(from, text.indexOf('.', from))
    .match(/`[\w-]+`/g)
    .map((name) => name.slice(1, -1));
};

describe('the options of the plugin for WordPress', () => {
  it('are found in its source', () => {
    assert.ok(names.length > 10);
    assert.deepEqual(options[0], ['heading', null]);
    assert.ok(Object.fromEntries(options).facets.includes('topic'));
  });

  it('are those that the configurator writes', () => {
    assert.deepEqual(Object.entries(pluginOptions), options);
  });

  it('are in the readme of the plugin', () => {
    const said = namesAfter('integrations/wordpress/readme.txt', '= Which options does the shortcode have? =');
    assert.deepEqual(said, ['source', ...names, 'align', 'wide', 'full']);
  });

  it('are in the docs', () => {
    assert.deepEqual(namesAfter('docs/wordpress.md', 'It knows these [attributes](attributes.md#attributes):'), names);
  });
});
