import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {launch} from '../../support/page-harness.mjs';
import {php, startPhp} from '../../support/web-servers.mjs';
import {codeOf, readRecipe} from './recipe.mjs';
import {addFiles, makeFolder, removeFolder, visitList} from './site.mjs';

/** Where Debian has it. */
const installed = '/usr/share/dokuwiki';
const settings = '/etc/dokuwiki';

const reasonToSkip =
  php && existsSync(installed) ? undefined : 'DokuWiki is not installed (apt install dokuwiki php-cli php-xml)';

/** A wiki of its own, with these lines in conf/local.php. */
function makeWiki(lines) {
  const site = makeFolder({'index.html': ''});
  const wiki = join(site, 'wiki');
  cpSync(installed, wiki, {recursive: true, dereference: true});
  cpSync(settings, join(wiki, 'conf'), {recursive: true, dereference: true});
  // Debian keeps settings and data elsewhere.
  writeFileSync(
    join(wiki, 'inc/preload.php'),
    `<?php define('DOKU_MAIN_CONF', '${wiki}/conf/'); define('DOKU_CONF', '${wiki}/conf/');`,
  );
  const folders = 'attic cache index locks media media_attic media_meta meta pages tmp log';
  for (const name of folders.split(' ')) mkdirSync(join(wiki, 'data', name), {recursive: true});
  writeFileSync(
    join(wiki, 'conf/local.php'),
    `<?php\n$conf['savedir'] = '${wiki}/data';\n$conf['useacl'] = 0;\n${lines}`,
  );
  return {site, writePage: (name, text) => writeFileSync(join(wiki, 'data/pages', `${name}.txt`), text)};
}

// Requirement: E-03
describe('the recipe for DokuWiki', {skip: reasonToSkip}, () => {
  const recipe = readRecipe('DokuWiki');
  const page = `====== Good practices ======\n\nWhat other cities do:\n\n${codeOf(recipe, 'text')}\n`;
  let browser;
  let server;
  let wiki;
  before(async () => {
    browser = await launch();
    wiki = makeWiki(codeOf(recipe, 'php'));
    addFiles(wiki.site);
    wiki.writePage('good-practices', page);
    wiki.writePage('small', page.replaceAll('HTML>', 'html>'));
    // Warnings of an old DokuWiki under a newer PHP would be in the page.
    server = await startPhp(wiki.site, {display_errors: 0});
  });
  after(async () => {
    await browser.close();
    await server.close();
    removeFolder(wiki.site);
  });

  it('makes a page with a list that works', async () => {
    assert.deepEqual(await visitList(browser, `${server.origin}/wiki/doku.php?id=good-practices`), []);
  });

  it('needs HTML in capitals, as it says', async () => {
    const html = await (await fetch(`${server.origin}/wiki/doku.php?id=small`)).text();
    assert.match(html, /<p>\s*<style>good-practice-browser/);
    const capitals = await (await fetch(`${server.origin}/wiki/doku.php?id=good-practices`)).text();
    assert.doesNotMatch(capitals, /<p>\s*<style>good-practice-browser/);
  });
});
