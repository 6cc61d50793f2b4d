// The ways in which pages load the one script. What policies do to it is in policies.test.mjs, and places in a page are in places.test.mjs.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {eventually, launch, scriptTag, startHarness, startServer, strictPolicy} from '../../support/page-harness.mjs';
import {
  answers,
  bigFeed,
  fallback,
  useEverything,
  useFeatures,
  useList,
  useOtherFormat,
  useScript,
  widget,
} from './journey.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const SCRIPT = 'good-practice-browser.js';
const WORKER = 'good-practice-browser.worker.js';
const bigWidget = (attributes = '') =>
  `<good-practice-browser src="/big.json" ${attributes}>${fallback}</good-practice-browser>`;
const all = {...answers, '/big.json': bigFeed};

describe('the script', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const isBigFeedShown = ({page}, count = '3,000 practices') =>
    page.locator('[part=count]').getByText(count, {exact: true}).waitFor();
  const workersOf = ({page}) => page.workers().map((worker) => worker.url());
  /** What a page asks for beside itself, as often as it asks. */
  const requestsOf = ({seen}) =>
    seen.requests
      .filter((url) => !url.startsWith('blob:'))
      .map((url) => url.slice(harness.origin.length))
      .filter((path) => !/^\/page-\d+$/.test(path))
      .sort();
  const complaintsOf = ({seen: {console, errors, violations}}) => [...console, ...errors, ...violations];

  describe('behind `?ver=1`, as WordPress adds it', () => {
    const head = scriptTag(`${SCRIPT}?ver=1`);

    it('does all that it does, and asks for each file once', async () => {
      const visit = await harness.open(widget(), {head, answers: all});
      await useEverything(visit);
      assert.deepEqual(requestsOf(visit), [
        `/embed/${SCRIPT}?ver=1`,
        '/embed/locales/fr.json',
        '/embed/words/en.json',
        '/embed/words/fr.json',
        '/feed.csv',
        '/feed.json',
        '/picture.svg',
      ]);
      visit.assertClean();
      await visit.close();
    });

    it('finds its worker, once', async () => {
      const visit = await harness.open(bigWidget('lang="fr"'), {head, answers: all});
      await isBigFeedShown(visit, '3 000 pratiques');
      assert.deepEqual(workersOf(visit), [`${harness.origin}/embed/${WORKER}`]);
      // The words load after the first cards.
      await eventually(() =>
        assert.deepEqual(requestsOf(visit), [
          '/big.json',
          `/embed/${SCRIPT}?ver=1`,
          `/embed/${WORKER}`,
          '/embed/locales/fr.json',
          '/embed/words/fr.json',
        ]),
      );
      visit.assertClean();
      await visit.close();
    });
  });

  it('starts once where a page has it by two addresses, and says so once', async () => {
    const head = scriptTag(`${SCRIPT}?ver=1`) + scriptTag(`${SCRIPT}?ver=2`);
    const visit = await harness.open(widget(), {head, answers: all});
    await useScript(visit);
    assert.deepEqual(complaintsOf(visit), [
      `warning: good-practice-browser ${version} does not start: version ${version} already runs on this page. Remove one of the two script tags.`,
    ]);
    await visit.close();
  });

  it('finds its files where a module of the page imports it', async () => {
    const script = {headers: {'content-type': 'text/javascript'}, body: `import '/embed/${SCRIPT}?ver=1';`};
    const visit = await harness.open(bigWidget('lang="fr"'), {
      head: '<script type="module" src="/of-the-page.js"></script>',
      answers: {...all, '/of-the-page.js': script},
    });
    await isBigFeedShown(visit, '3 000 pratiques');
    assert.deepEqual(workersOf(visit), [`${harness.origin}/embed/${WORKER}`]);
    await eventually(() => assert.ok(requestsOf(visit).includes('/embed/words/fr.json')));
    visit.assertClean();
    await visit.close();
  });

  it('draws anew what a saved page has in the shadow roots of its elements', async () => {
    const saved = '<template shadowrootmode="open"><gpb-card></gpb-card><p class="root">180 practices</p></template>';
    const visit = await harness.open(
      `<good-practice-browser src="/feed.json">${saved}${fallback}</good-practice-browser>
       <gpb-count src="/feed.json">${saved}</gpb-count>`,
      {answers: all},
    );
    await useList(visit);
    assert.equal(await visit.page.locator('.root').count(), 1);
    assert.equal(await visit.page.locator('gpb-count').evaluate(({shadowRoot}) => shadowRoot.textContent), '14');
    visit.assertClean();
    await visit.close();
  });

  it('leaves the fallback content on a page of XHTML, and says why', async () => {
    const visit = await harness.open('', {answers: all});
    harness.answers.set('/page.xhtml', {
      headers: {'content-type': 'application/xhtml+xml'},
      body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title>
        <script src="/embed/${SCRIPT}" defer="defer"></script></head><body>${widget()}</body></html>`,
    });
    await visit.page.goto(`${harness.origin}/page.xhtml`);
    assert.ok(await visit.page.getByText('our old list').isVisible());
    await eventually(() =>
      assert.deepEqual(complaintsOf(visit), [
        `warning: good-practice-browser ${version} does not start: the server sends the page as application/xhtml+xml. Send it as text/html.`,
      ]),
    );
    await visit.close();
  });

  it('starts its worker and loads its words from where `assets-href` says', async () => {
    const worker = {headers: {'content-type': 'text/javascript'}, body: readFileSync(`dist/embed/${WORKER}`)};
    const visit = await harness.open(bigWidget('assets-href="/elsewhere/"'), {
      answers: {
        ...all,
        [`/elsewhere/${WORKER}`]: worker,
        '/elsewhere/words/en.json': {body: readFileSync('dist/embed/words/en.json')},
      },
    });
    await isBigFeedShown(visit);
    assert.deepEqual(workersOf(visit), [`${harness.origin}/elsewhere/${WORKER}`]);
    // The words load after the first cards.
    await eventually(() => assert.ok(requestsOf(visit).includes('/elsewhere/words/en.json')));
    visit.assertClean();
    await visit.close();
  });

  describe('from another origin', () => {
    let other;
    before(async () => {
      other = await startServer();
    });
    after(() => other.close());

    const open = (body) =>
      harness.open(body, {
        head: `<script src="${other.origin}/embed/${SCRIPT}" defer></script>`,
        policy: strictPolicy
          .replace("script-src 'self'", `script-src ${other.origin}`)
          .replace("connect-src 'self'", `connect-src 'self' ${other.origin}`),
        answers: all,
      });

    it('without CORS: is in English and searches spellings only, says why, and all else works', async () => {
      const visit = await open(widget());
      await useList(visit);
      await useFeatures(visit);
      await useOtherFormat(visit);
      await visit.page.evaluate(() => document.querySelector('good-practice-browser').setAttribute('lang', 'fr'));
      for (const note of [
        /^warning: .*The words in “en” failed to load, so the search compares spellings only/,
        /^warning: .*The words in “fr” failed to load, so the search compares spellings only/,
        /^warning: .*The messages in “fr” failed to load, so the widget shows English/,
      ])
        await eventually(() => assert.equal(visit.seen.console.filter((text) => note.test(text)).length, 1));
      assert.equal(visit.seen.console.filter((text) => text.startsWith('warning')).length, 3);
      assert.equal(await visit.total(), '14 practices');
      assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
      await visit.close();
    });

    /** Lets the page read some of the other server's files. */
    const allow = (...files) => {
      const type = {'.js': 'text/javascript', '.json': 'application/json'};
      for (const file of files)
        other.answers.set(`/embed/${file}`, {
          headers: {'access-control-allow-origin': '*', 'content-type': type[/\.\w+$/.exec(file)[0]]},
          body: readFileSync(`dist/embed/${file}`),
        });
    };

    it('with CORS: does all that it does', async () => {
      allow(SCRIPT, 'locales/fr.json', 'words/en.json', 'words/fr.json');
      const visit = await open(widget());
      await useEverything(visit);
      assert.deepEqual(complaintsOf(visit), []);
      await visit.close();
    });

    it('has no worker, which browsers forbid: the page reads a large feed itself', async () => {
      allow('words/en.json');
      const visit = await open(bigWidget());
      await isBigFeedShown(visit);
      await visit.search('2999');
      await eventually(async () => assert.deepEqual(await visit.titles(), ['Practice 2999']));
      assert.deepEqual(workersOf(visit), []);
      assert.deepEqual(complaintsOf(visit), []);
      await visit.close();
    });
  });
});

describe('a page that is opened from disk', () => {
  let browser;
  let folder;
  before(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), 'gpb-page-'));
    cpSync('dist/embed', join(folder, 'embed'), {recursive: true});
    writeFileSync(join(folder, 'practices.json'), answers['/feed.json'].body);
  });
  after(async () => {
    await browser.close();
    rmSync(folder, {recursive: true, force: true});
  });

  async function open(body) {
    const head = `<meta charset="utf-8"><script src="embed/${SCRIPT}" defer></script>`;
    writeFileSync(join(folder, 'page.html'), `<!doctype html><html lang="en">${head}<body>${body}`);
    const page = await browser.newPage();
    const warnings = [];
    const errors = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    return {page, warnings, errors};
  }

  it('says in the console that a feed needs a web server, and shows the fallback content', async () => {
    const {page, warnings, errors} = await open(
      `<good-practice-browser src="practices.json">${fallback}</good-practice-browser>`,
    );
    await page.locator('[part=failure]').first().waitFor();
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0],
      /practices\.json is on disk \(file:\/\/\), .* Put the page and the feed on a web server\.$/,
    );
    assert.ok(await page.getByText('our old list').isVisible());
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('says in the console that a feed of a server may not allow pages on disk', async () => {
    const {page, warnings, errors} = await open(
      `<good-practice-browser src="http://localhost:1/practices.json">${fallback}</good-practice-browser>`,
    );
    await page.locator('[part=failure]').first().waitFor();
    await eventually(() => assert.equal(warnings.length, 2));
    assert.ok(
      warnings.some((text) =>
        /: This page was opened from disk \(file:\/\/\)\. .* Put the page on a web server\.$/.test(text),
      ),
    );
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('shows practices that the page sets itself, and searches spellings only', async () => {
    const {page, warnings, errors} = await open(
      `<good-practice-browser></good-practice-browser>
       <script>document.querySelector('good-practice-browser').practices = [{title: 'A choir'}, {title: 'A garden'}]</script>`,
    );
    await page.getByRole('searchbox').first().fill('choir');
    await page.locator('[part=count]').getByText('1 of 2 practices', {exact: true}).waitFor();
    await eventually(() => assert.equal(warnings.length, 1));
    assert.match(warnings[0], /The words in “en” failed to load, so the search compares spellings only/);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
