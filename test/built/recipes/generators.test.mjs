import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {launch, serveFolder} from '../../support/page-harness.mjs';
import {codeOf, inlineCodeOf, readRecipe} from './recipe.mjs';
import {addFiles, makeFolder, removeFolder, visitList} from './site.mjs';

/** What a page of a site has beside the list. */
const frontMatter = (rest = '') => `---\ntitle: Good practices\n${rest}---\n\nWhat other cities do:\n\n`;
const layout = (content) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A city</title><body><main>${content}</main></body></html>`;

function run(command, args, cwd) {
  const {error, status, stderr, stdout} = spawnSync(command, args, {cwd, encoding: 'utf8'});
  assert.equal(status, 0, `${command} ended with ${status ?? error}: ${stderr}${stdout}`);
}

const isInstalled = (command) => spawnSync(command, ['--version']).status === 0;

/** Eleventy is no dependency of ours: npm installs it into a cache at the first run. */
const ELEVENTY = '@11ty/eleventy@3.1.8';
const eleventyFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'good-practice-browser/eleventy');
const eleventy = join(eleventyFolder, 'node_modules/@11ty/eleventy/cmd.cjs');

function installEleventy() {
  if (existsSync(eleventy)) return true;
  mkdirSync(eleventyFolder, {recursive: true});
  const args = ['install', '--no-audit', '--no-fund', '--prefix', eleventyFolder, ELEVENTY];
  return spawnSync('npm', args, {encoding: 'utf8', shell: process.platform === 'win32'}).status === 0;
}

const generators = {
  Hugo: {
    reasonToSkip: () =>
      isInstalled('hugo') || spawnSync('hugo', ['version']).status === 0
        ? undefined
        : 'Hugo is not installed (apt install hugo)',
    /**
     * @param recipe the blocks of code in it
     * @param root where the site begins on its host
     * @returns the folder of the site, the finished one in it, and the path of the page
     */
    build(recipe, root = '/') {
      const shortcode = recipe.find(({language}) => language === 'html');
      const site = makeFolder({
        'config.toml': `baseURL = "https://city.example${root}"\ntitle = "A city"\n`,
        'layouts/_default/single.html': layout('{{ .Content }}'),
        [shortcode.file]: shortcode.code,
        'content/good-practices.md': frontMatter() + codeOf(recipe, 'markdown'),
      });
      mkdirSync(join(site, 'static'));
      addFiles(join(site, 'static'));
      run('hugo', ['--quiet'], site);
      return [site, 'public', '/good-practices/'];
    },
  },
  Jekyll: {
    reasonToSkip: () => (isInstalled('jekyll') ? undefined : 'Jekyll is not installed (apt install jekyll)'),
    build(recipe, root = '/') {
      const include = recipe.find(({language}) => language === 'html');
      const site = makeFolder({
        '_config.yml': `title: A city\nbaseurl: ${root.slice(0, -1)}\n`,
        '_layouts/page.html': layout('{{ content }}'),
        [include.file]: include.code,
        'good-practices.md': frontMatter('layout: page\n') + codeOf(recipe, 'markdown'),
      });
      addFiles(site);
      run('jekyll', ['build', '--quiet'], site);
      return [site, '_site', '/good-practices.html'];
    },
  },
  Eleventy: {
    reasonToSkip: () => (installEleventy() ? undefined : 'npm cannot install Eleventy: is there a connection?'),
    build(recipe) {
      const include = recipe.find(({language}) => language === 'html');
      const configuration = recipe.find(({language}) => language === 'js');
      const site = makeFolder({
        'package.json': '{"type": "commonjs"}',
        [configuration.file]: configuration.code,
        '_includes/page.html': layout('{{ content }}'),
        [include.file]: include.code,
        'good-practices.md': frontMatter('layout: page.html\n') + codeOf(recipe, 'markdown'),
      });
      addFiles(site);
      run(process.execPath, [eleventy, '--quiet'], site);
      return [site, '_site', '/good-practices/'];
    },
  },
};

// Requirement: E-03
describe('recipes for generators of static sites', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const [name, {build, reasonToSkip}] of Object.entries(generators))
    describe(name, {skip: reasonToSkip()}, () => {
      it('makes a page with a list that works', async () => {
        const [site, output, path] = build(readRecipe(name));
        const server = await serveFolder(join(site, output));
        assert.deepEqual(await visitList(browser, server.origin + path), []);
        server.close();
        removeFolder(site);
      });

      // What to write in place of the address of the script.
      const [own] = inlineCodeOf(name).filter((code) => code.startsWith('src="{{'));
      if (own)
        it('makes such a page also below the root of its host', async () => {
          const recipe = readRecipe(name).map((block) => {
            const feed = own.replace(/\/?practices\/good-practice-browser\.js/, (script) =>
              script.replace(/practices\/.*/, 'practices.json'),
            );
            const code = block.code
              .replace('src="/practices/good-practice-browser.js"', own)
              .replace('src="/practices.json"', feed);
            return block.language === 'html' ? {...block, code} : block;
          });
          const [site, output, path] = build(recipe, '/city/');
          const host = makeFolder();
          cpSync(join(site, output), join(host, 'city'), {recursive: true});
          const server = await serveFolder(host);
          assert.deepEqual(await visitList(browser, `${server.origin}/city${path}`), []);
          server.close();
          [site, host].forEach(removeFolder);
        });
    });
});
