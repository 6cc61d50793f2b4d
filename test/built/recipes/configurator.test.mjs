// The lines of the configurator, with hostile values, in the software that they are for.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'parse5';
import {makeSnippet} from '../../../demo/tools/configure/snippets.js';
import {hostileValues} from '../../support/hostile-values.mjs';
import {startPhp} from '../../support/web-servers.mjs';
import {makeFolder, removeFolder} from './site.mjs';
import {makeWiki, noDokuWiki} from './wiki.mjs';

const names = ['src', 'heading', 'facets', 'scope', 'preset', 'image-hosts', 'template-href'];
const defaults = new Map(names.map((name) => [name, '']));
const snippetWith = (target, value) =>
  makeSnippet(
    target,
    {
      attributes: Object.fromEntries(names.map((name) => [name, value])),
      lang: value,
      fallback: value,
      script: '/practices/good-practice-browser.js',
      look: {},
    },
    defaults,
  );

const elementsIn = (node, tag) => [
  ...(node.tagName === tag ? [node] : []),
  ...(node.childNodes ?? []).flatMap((child) => elementsIn(child, tag)),
];
const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join('');

/** A page has one widget for each value, with exactly this value, and no script but those of the snippets. */
function assertHarmless(html, expected = hostileValues) {
  const page = parse(html);
  const widgets = elementsIn(page, 'good-practice-browser');
  assert.equal(widgets.length, expected.length);
  widgets.forEach((widget, i) => {
    const attributes = Object.fromEntries(widget.attrs.map(({name, value}) => [name, value]));
    for (const name of [...names, 'lang']) assert.equal(attributes[name], expected[i], `${name} of ${expected[i]}`);
    assert.equal(widget.attrs.length, names.length + 1);
    const children = widget.childNodes.filter(({tagName}) => tagName);
    assert.deepEqual(
      children.map(({tagName}) => tagName),
      ['p'],
    );
    assert.equal(textOf(children[0]), expected[i]);
  });
  return elementsIn(page, 'script');
}

const layout = (content) =>
  `<!doctype html><html lang="en"><title>A city</title><body><main>${content}</main></body></html>`;

function run(command, args, cwd) {
  const {error, status, stderr, stdout} = spawnSync(command, args, {cwd, encoding: 'utf8'});
  assert.equal(status, 0, `${command} ended with ${status ?? error}: ${stderr}${stdout}`);
}

const isMissing = (command, option) =>
  spawnSync(command, [option]).status === 0 ? undefined : `${command} is not installed (apt install ${command})`;

describe('hostile values in the lines of the configurator', () => {
  it('stay values in Hugo', {skip: isMissing('hugo', 'version')}, () => {
    const shortcodes = hostileValues.map((value, i) => [
      `layouts/shortcodes/practices-${i}.html`,
      snippetWith('hugo', value)[0].code,
    ]);
    const site = makeFolder({
      'config.toml': 'baseURL = "https://city.example/"\n',
      'layouts/_default/single.html': layout('{{ .Content }}'),
      ...Object.fromEntries(shortcodes),
      'content/list.md': `---\ntitle: List\n---\n\n${hostileValues.map((_, i) => `{{< practices-${i} >}}`).join('\n\n')}\n`,
    });
    run('hugo', ['--quiet'], site);
    const scripts = assertHarmless(readFileSync(join(site, 'public/list/index.html'), 'utf8'));
    assert.equal(scripts.length, hostileValues.length);
    removeFolder(site);
  });

  it('stay values in Jekyll', {skip: isMissing('jekyll', '--version')}, () => {
    const includes = hostileValues.map((value, i) => [
      `_includes/practices-${i}.html`,
      snippetWith('jekyll', value)[0].code,
    ]);
    const site = makeFolder({
      '_config.yml': 'title: A city\n',
      '_layouts/page.html': layout('{{ content }}'),
      ...Object.fromEntries(includes),
      'list.md': `---\nlayout: page\n---\n\n${hostileValues.map((_, i) => `{% include practices-${i}.html %}`).join('\n\n')}\n`,
    });
    run('jekyll', ['build', '--quiet'], site);
    const scripts = assertHarmless(readFileSync(join(site, '_site/list.html'), 'utf8'));
    assert.equal(scripts.length, hostileValues.length);
    removeFolder(site);
  });

  it('stay values in DokuWiki', {skip: noDokuWiki}, async () => {
    const wiki = makeWiki("$conf['htmlok'] = 1;");
    const blocks = hostileValues.map((value) => snippetWith('dokuwiki', value)[0].code);
    wiki.writePage('list', `====== List ======\n\n${blocks.join('\n\n')}\n`);
    const server = await startPhp(wiki.site, {display_errors: 0});
    const html = await (await fetch(`${server.origin}/wiki/doku.php?id=list`)).text();
    const scripts = assertHarmless(html);
    const own = scripts.filter(({attrs}) => attrs.some(({value}) => value === '/practices/good-practice-browser.js'));
    assert.equal(own.length, hostileValues.length);
    await server.close();
    removeFolder(wiki.site);
  });
});
