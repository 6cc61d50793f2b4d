import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, strictPolicy} from '../support/page-harness.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));

const widget = '<good-practice-browser src="/practices.json"><p>See our list</p></good-practice-browser>';
const isUpgraded = ({page}) => page.evaluate(() => Boolean(document.querySelector('good-practice-browser').shadowRoot));

describe('the script of a page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const [file, attributes] of [
    ['good-practice-browser.js', 'defer'],
    ['good-practice-browser.js', `integrity="${sri['good-practice-browser.js']}" crossorigin="anonymous"`],
    ['good-practice-browser.js', 'type="module"'],
  ])
    // Requirement: S-08
    it(`runs under a strict Content-Security-Policy (${file} ${attributes.slice(0, 16)})`, async () => {
      const visit = await harness.open(widget, {head: scriptTag(file, attributes)});
      await visit.page.getByRole('searchbox').first().waitFor();
      visit.assertClean();
      await visit.close();
    });

  it('leaves one global behind', async () => {
    const [without, visit] = [await harness.open(widget, {head: ''}), await harness.open(widget)];
    const globals = ({page}) => page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    const before = new Set(await globals(without));
    const added = (await globals(visit)).filter((name) => !before.has(name));
    assert.deepEqual(added, ['GoodPracticeBrowser']);
    assert.deepEqual(await visit.page.evaluate(() => globalThis.GoodPracticeBrowser), {version});
  });

  // Requirement: S-10
  it('only warns if the page has a copy already', async () => {
    const head = scriptTag() + scriptTag('good-practice-browser.js', 'type="module"');
    const visit = await harness.open(widget, {head});
    await visit.page.getByRole('searchbox').first().waitFor();
    const warning = `warning: good-practice-browser ${version} does not start: version ${version} already runs on this page. Remove one of the two script tags.`;
    await eventually(() => assert.deepEqual(visit.seen.console, [warning]));
    assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
  });

  it('starts where an element of the page has the name of our global', async () => {
    const visit = await harness.open(`<p id="GoodPracticeBrowser"></p>${widget}`);
    assert.ok(await isUpgraded(visit));
    visit.assertClean();
  });

  it('starts on a page whose image has the name currentScript', async () => {
    const visit = await harness.open(
      `<img name="currentScript" alt="">${scriptTag('good-practice-browser.js', '')}${widget}`,
      {head: ''},
    );
    assert.ok(await isUpgraded(visit));
    visit.assertClean();
  });

  for (const names of ["'none'", 'lit-html'])
    // Requirement: S-11
    it(`keeps the fallback content if the page allows the policies ${names} only`, async () => {
      const visit = await harness.open(widget, {
        policy: strictPolicy.replace('trusted-types good-practice-browser', `trusted-types ${names}`),
      });
      assert.ok(await visit.page.getByText('See our list').isVisible());
      assert.ok(!(await isUpgraded(visit)));
      assert.deepEqual(visit.seen.errors, []);
      const warnings = visit.seen.console.filter((text) => text.startsWith('warning'));
      assert.equal(warnings.length, 1);
      assert.match(warnings[0], /Add “trusted-types good-practice-browser” to the policy/);
    });

  it('starts where the page lists policies but enforces none', async () => {
    const policy = "script-src 'self'; trusted-types something";
    assert.ok(await isUpgraded(await harness.open(widget, {policy})));
  });

  it('leaves the text between the tags where the script is not the one that the page expects', async () => {
    const integrity = `integrity="${sri['good-practice-browser.worker.js']}" crossorigin="anonymous"`;
    const visit = await harness.open(widget, {head: scriptTag('good-practice-browser.js', integrity)});
    assert.ok(await visit.page.getByText('See our list').isVisible());
    assert.ok(!(await isUpgraded(visit)));
  });
});
