import assert from 'node:assert/strict';
import {cpSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {nginx, startNginx} from '../../support/nginx.mjs';
import {launch} from '../../support/page-harness.mjs';
import {apache, php, startApache, startPhp} from '../../support/web-servers.mjs';
import {codeOf, readRecipe} from './recipe.mjs';
import {addFiles, makeFolder, removeFolder, visitList} from './site.mjs';

const page = codeOf(readRecipe(''), 'html');
/** The page with script and feed on another site, and with its style in a file. */
const pageOfOtherSite = (files) =>
  page
    .replaceAll('"/practices', `"${files}/practices`)
    .replace(/<style>[\s\S]*?<\/style>/, '<link rel="stylesheet" href="/site.css">');
const style = 'good-practice-browser:not(:defined) { display: block }';

const servers = {
  nginx: {
    heading: 'nginx',
    reason: nginx ? undefined : 'nginx is not installed (apt install nginx)',
    start: startNginx,
    /** @returns the origins of a page that may use only what its policy names, and of the files */
    async startTwoSites(pages, files, close) {
      const [cors, policy] = readRecipe('nginx').map(({code}) => code);
      const fileServer = await startNginx(files, {}, cors);
      close.push(fileServer);
      const lines = policy.replaceAll('https://files.example', fileServer.origin);
      const pageServer = await startNginx(pages, {}, lines);
      close.push(pageServer);
      return [pageServer.origin, fileServer.origin];
    },
  },
  Apache: {
    heading: 'Apache',
    reason: apache ? undefined : 'Apache is not installed (apt install apache2)',
    start: startApache,
    async startTwoSites(pages, files, close) {
      const [cors, policy] = readRecipe('Apache').map(({code}) => code);
      writeFileSync(join(files, '.htaccess'), cors);
      const fileServer = await startApache(files);
      close.push(fileServer);
      writeFileSync(join(pages, '.htaccess'), policy.replaceAll('https://files.example', fileServer.origin));
      const pageServer = await startApache(pages);
      close.push(pageServer);
      return [pageServer.origin, fileServer.origin];
    },
  },
};

// Requirement: E-03
describe('recipes for web servers', () => {
  let browser;
  const folders = [];
  const folder = (files) => {
    folders.push(makeFolder(files));
    return folders.at(-1);
  };
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    folders.forEach(removeFolder);
  });

  for (const [name, {reason, start, startTwoSites}] of Object.entries(servers))
    describe(name, {skip: reason}, () => {
      it('serves the page of the recipe for plain HTML without a setting', async () => {
        const site = folder({'good-practices.html': page, 'index.html': ''});
        addFiles(site);
        const server = await start(site, {});
        assert.deepEqual(await visitList(browser, `${server.origin}/good-practices.html`), []);
        await server.close();
      });

      it('serves script and feed to a page of another site, under the policy of the recipe', async () => {
        const files = folder({'index.html': ''});
        addFiles(files);
        const pages = folder({'site.css': style, 'index.html': ''});
        const close = [];
        const [pageOrigin, fileOrigin] = await startTwoSites(pages, files, close);
        writeFileSync(join(pages, 'good-practices.html'), pageOfOtherSite(fileOrigin));
        const response = await fetch(`${pageOrigin}/good-practices.html`);
        assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'self'/);
        assert.deepEqual(await visitList(browser, `${pageOrigin}/good-practices.html`), []);
        for (const server of close) await server.close();
      });

      it('fails to load the feed for another site without the lines of the recipe', async () => {
        const files = folder({'index.html': ''});
        addFiles(files);
        const fileServer = await start(files, {});
        const pages = folder({
          'site.css': style,
          'good-practices.html': pageOfOtherSite(fileServer.origin),
          'index.html': '',
        });
        const pageServer = await start(pages, {});
        const opened = await (await browser.newContext()).newPage();
        await opened.goto(`${pageServer.origin}/good-practices.html`);
        await opened.getByRole('button', {name: 'Try again'}).waitFor();
        await opened.context().close();
        for (const server of [pageServer, fileServer]) await server.close();
      });
    });

  for (const [name, {reason, start}] of Object.entries({
    ...servers,
    'PHP’s own server': {reason: php ? undefined : 'PHP is not installed (apt install php-cli)', start: startPhp},
  }))
    it(`tools/check.html works from ${name}`, {skip: reason}, async () => {
      const site = folder({'index.html': '', 'practices.json': '[{"title": "A"},]'});
      cpSync('dist/tools', join(site, 'tools'), {recursive: true});
      const server = await start(site, {});
      const opened = await (await browser.newContext()).newPage();
      await opened.goto(`${server.origin}/tools/check.html?src=../practices.json`);
      await opened.getByRole('button', {name: 'Load'}).click();
      await opened.getByText('There is a comma after the last value').waitFor();
      await opened.getByRole('link', {name: 'Download practices-repaired.json'}).waitFor();
      await opened.context().close();
      await server.close();
    });
});
