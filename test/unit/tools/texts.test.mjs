import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {targets} from '../../../demo/tools/configure/snippets.js';
import {texts} from '../../../demo/tools/texts/configure.js';

const folder = 'demo/tools/configure';
const sources = [
  'demo/tools/configure.html',
  'demo/tools/configure.js',
  ...readdirSync(folder).map((name) => `${folder}/${name}`),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('the texts of the configurator', () => {
  it('are the same in English and in French, with the same values', () => {
    assert.deepEqual(Object.keys(texts.fr), Object.keys(texts.en));
    const values = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
    for (const [name, text] of Object.entries(texts.en)) assert.deepEqual(values(texts.fr[name]), values(text), name);
  });

  it('have steps and a name for each system', () => {
    const names = targets.map((target) => target.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()));
    for (const name of names) for (const prefix of ['how', 'target']) assert.ok(texts.en[prefix + name], prefix + name);
  });

  it('lead to parts of the docs that there are', () => {
    const links = new Set(JSON.stringify(texts).match(/(?<=\]\()[a-z-]+\.html(?:#[a-z-]+)?/g));
    assert.ok(links.size >= 5);
    for (const link of links) {
      const [page, anchor] = link.split('#');
      const headings = readFileSync(`docs/${page.replace('.html', '.md')}`, 'utf8').match(/(?<=^#+ ).+/gm);
      const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'));
      if (anchor) assert.ok(anchors.includes(anchor), link);
    }
  });

  it('are all used', () => {
    // Names that are put together from a word and a value
    const composed = /^(?:docs|how|target|contrast|on|radius)[A-Z\d]|^(?:scope|preset)Used$/;
    const unused = Object.keys(texts.en).filter(
      (name) => !composed.test(name) && !new RegExp(`\\b${name}\\b`).test(sources),
    );
    assert.deepEqual(unused, []);
  });
});
