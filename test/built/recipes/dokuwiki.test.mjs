import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {launch} from '../../support/page-harness.mjs';
import {startPhp} from '../../support/web-servers.mjs';
import {codeOf, readRecipe} from './recipe.mjs';
import {addFiles, removeFolder, visitList} from './site.mjs';
import {makeWiki, noDokuWiki} from './wiki.mjs';

// Requirement: E-03
describe('the recipe for DokuWiki', {skip: noDokuWiki}, () => {
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
