// What Lighthouse says of the demo, on a phone and on a desktop. `npm run test:release` runs it. It installs Lighthouse first, into this
// folder only.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {chromium, chromiumArgs} from '../../../scripts/browsers.mjs';
import {startServer} from '../../support/page-harness.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo', 'performance'];

/** @returns {Promise<Record<string, {score: number, faults: string[]}>>} out of 100, and the audits that found something, by category */
async function judge(url, device) {
  const {launch} = await import('chrome-launcher');
  const {default: lighthouse, desktopConfig} = await import('lighthouse');
  const chrome = await launch({chromePath: await chromium(), chromeFlags: ['--headless=new', ...chromiumArgs]});
  try {
    const options = {port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error'};
    const {lhr} = await lighthouse(url, options, device === 'desktop' ? desktopConfig : undefined);
    assert.equal(lhr.runtimeError, undefined);
    const faultsOf = ({auditRefs}) =>
      auditRefs
        .filter(({id, weight}) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
        .map(({id}) => `${id}: ${lhr.audits[id].title}`);
    return Object.fromEntries(
      Object.values(lhr.categories).map((category) => [
        category.id,
        {score: Math.round(category.score * 100), faults: faultsOf(category)},
      ]),
    );
  } finally {
    chrome.kill();
  }
}

describe('Lighthouse', () => {
  let server;
  before(async () => {
    const installer = join(import.meta.dirname, '../../../scripts/install.mjs');
    const {status} = spawnSync(process.execPath, [installer], {cwd: import.meta.dirname, stdio: 'inherit'});
    assert.equal(status, 0, 'Lighthouse is installed');
    server = await startServer();
    server.answers.set('/robots.txt', {status: 404});
  });
  after(() => server?.close());

  for (const device of ['phone', 'desktop'])
    describe(`on a ${device}`, () => {
      let found;
      before(async () => {
        found = await judge(`${server.origin}/index.html`, device);
        // The score depends on the machine, so that it is no test.
        console.log(`Lighthouse on a ${device}: performance ${found.performance.score} of 100`);
      });

      for (const category of ['accessibility', 'best-practices', 'seo'])
        it(`gives the demo 100 for ${category.replace('-', ' ')}`, () => {
          assert.deepEqual(found[category], {score: 100, faults: []});
        });
    });
});
