import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, strictPolicy} from '../../support/page-harness.mjs';
import {answers, bigFeed, useEverything, useScript, widget} from './journey.mjs';

const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
const NAME = 'good-practice-browser';
const integrity = `integrity="${sri[`${NAME}.js`]}" crossorigin="anonymous"`;
const scripts = (sources) => strictPolicy.replace("script-src 'self'", `script-src ${sources}`);

const satellites = `<p>We have <gpb-count src="/feed.json">many</gpb-count></p>
  <gpb-latest src="/feed.json">Latest</gpb-latest>
  <gpb-practice src="/feed.json" practice-id="choir">A practice</gpb-practice>`;

describe('under a Content-Security-Policy', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  const open = (options) => harness.open(widget(), {...options, answers: {...answers, ...options.answers}});

  /** @type {[string, string, string, string?][]} */
  const policies = [
    ['of its own origin', strictPolicy, scriptTag()],
    ['of its own origin, as a module', strictPolicy, scriptTag(`${NAME}.js`, 'type="module"')],
    ['of a nonce', scripts("'nonce-a1b2'"), scriptTag(`${NAME}.js`, 'nonce="a1b2"')],
    [
      'of a nonce and strict-dynamic',
      scripts("'nonce-a1b2' 'strict-dynamic'"),
      scriptTag(`${NAME}.js`, 'nonce="a1b2" defer'),
    ],
    ['of nothing but a hash', scripts(`'${sri[`${NAME}.js`]}'`), scriptTag(`${NAME}.js`, integrity)],
    ['that knows no Trusted Types', strictPolicy.replace(/; require-trusted-types.*/, ''), scriptTag()],
    [
      'that has a default policy of the page',
      strictPolicy.replace(`trusted-types ${NAME}`, `trusted-types ${NAME} default`),
      `<script src="/page.js"></script>${scriptTag()}`,
    ],
  ];
  for (const [name, policy, head] of policies)
    // Requirement: S-08, S-09, S-12
    it(`${name}: everything works, without one violation`, async () => {
      const page = "trustedTypes.createPolicy('default', {createHTML: () => { throw new Error('asked the page') }})";
      const visit = await open({
        policy,
        head,
        answers: {'/page.js': {headers: {'content-type': 'text/javascript'}, body: page}},
      });
      await useEverything(visit);
      visit.assertClean();
      await visit.close();
    });

  describe('the stemmer of a language, which is a module', () => {
    const practices = [{title: 'Gatos del barrio'}, {title: 'Un coro'}];
    const spanish = {
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({version: '1', language: 'es', practices}),
    };
    const openSpanish = (policy, head) =>
      harness.open('<good-practice-browser lang="es" src="/es.json"></good-practice-browser>', {
        policy,
        head,
        answers: {'/es.json': spanish},
      });
    const isAsked = ({seen}) => seen.requests.some((url) => url.endsWith('/embed/stemmers/es.js'));

    for (const [name, policy, head] of policies.filter(([text]) => !text.includes('hash')))
      it(`${name}: is loaded, so that another form of a word finds it`, async () => {
        const visit = await openSpanish(policy, name.includes('default') ? scriptTag() : head);
        await visit.search('gata');
        await eventually(async () => assert.deepEqual(await visit.titles(), ['Gatos del barrio']));
        assert.ok(isAsked(visit));
        visit.assertClean();
        await visit.close();
      });

    // Requirement: S-12
    it('of nothing but a hash: the browser refuses it, and the search does without', async () => {
      const [, policy, head] = policies.find(([text]) => text.includes('hash'));
      const visit = await openSpanish(policy, head);
      await visit.search('gato');
      await eventually(async () => assert.deepEqual(await visit.titles(), ['Gatos del barrio']));
      await eventually(() =>
        assert.deepEqual(visit.seen.violations, [`script-src-elem ${harness.origin}/embed/stemmers/es.js `]),
      );
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });
  });

  // Requirement: S-08
  it('shows the small elements, and a feed in the worker, without one violation', async () => {
    const visit = await harness.open(`${satellites}<good-practice-browser src="/big.json"></good-practice-browser>`, {
      answers: {...answers, '/big.json': bigFeed},
    });
    await visit.page.locator('gpb-count').filter({hasText: '14'}).waitFor();
    await visit.page.getByRole('article', {name: 'A choir of neighbours'}).waitFor();
    await visit.page.locator('[part=count]').getByText('3,000 practices').waitFor();
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
  });

  const noncePolicy = scripts("'nonce-a1b2'");
  const openBig = (policy) =>
    harness.open('<good-practice-browser src="/big.json"></good-practice-browser>', {
      policy,
      head: scriptTag(`${NAME}.js`, 'nonce="a1b2" defer'),
      answers: {'/big.json': bigFeed},
    });
  const isBigFeedShown = async (visit) => {
    await visit.page.locator('[part=count]').getByText('3,000 practices').waitFor();
    await visit.search('2999');
    await eventually(async () => assert.deepEqual(await visit.titles(), ['Practice 2999']));
  };

  // Requirement: S-09
  it('of a nonce alone: the browser refuses the worker, and the page shows and searches a large feed itself', async () => {
    const visit = await openBig(noncePolicy);
    await isBigFeedShown(visit);
    assert.equal(visit.page.workers().length, 0);
    assert.deepEqual(visit.seen.violations, [`worker-src ${harness.origin}/embed/${NAME}.worker.js `]);
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  // Requirement: S-09
  it("of a nonce and `worker-src 'self'`: the worker has the large feed", async () => {
    const visit = await openBig(`${noncePolicy}; worker-src 'self'`);
    await isBigFeedShown(visit);
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
  });

  // Requirement: S-08
  it('notices violations: a page whose policy forbids the feed has one', async () => {
    const visit = await open({policy: strictPolicy.replace("connect-src 'self'", "connect-src 'none'")});
    await eventually(() => assert.equal(visit.seen.violations.length, 1));
    assert.match(visit.seen.violations[0], /^connect-src/);
    await visit.page.getByText('our old list').waitFor();
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  // Requirement: S-10
  it('two copies make one policy: the second asks for none where the page allows it once', async () => {
    const visit = await open({head: scriptTag() + scriptTag(`${NAME}.js`, 'defer')});
    await useScript(visit);
    assert.equal(visit.seen.console.length, 1);
    assert.match(visit.seen.console[0], /Remove one of the two script tags/);
    assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
    await visit.close();
  });

  for (const names of ["'none'", 'lit-html dompurify', 'default'])
    // Requirement: S-11
    it(`that allows the policies ${names} only: the page's own text stays, and the console says once what to do`, async () => {
      const visit = await open({policy: strictPolicy.replace(`trusted-types ${NAME}`, `trusted-types ${names}`)});
      const warnings = () => visit.seen.console.filter((text) => text.startsWith('warning'));
      await eventually(() => assert.equal(warnings().length, 1));
      assert.match(warnings()[0], /Add “trusted-types good-practice-browser” to the policy/);
      assert.ok(await visit.page.getByText('our old list').isVisible());
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });

  // Requirement: S-12
  it('has a hash for every file that a page loads, and they are those of the files', () => {
    const files = readdirSync('dist/embed', {recursive: true, withFileTypes: true}).filter((each) => each.isFile());
    const names = files.map(({name, parentPath}) => `${parentPath}/${name}`.slice('dist/embed/'.length));
    for (const name of names.filter((each) => /\.(?:js|json)$/.test(each) && each !== 'sri.json')) {
      const hash = createHash('sha384')
        .update(readFileSync(`dist/embed/${name}`))
        .digest('base64');
      assert.equal(sri[name], `sha384-${hash}`, name);
    }
  });

  // Requirement: S-12
  it('keeps the fallback content if the script is not the one that the page expects', async () => {
    const visit = await open({
      head: scriptTag(`${NAME}.js`, integrity),
      answers: {
        [`/embed/${NAME}.js`]: {headers: {'content-type': 'text/javascript'}, body: 'document.title = "tampered"'},
      },
    });
    await eventually(() => assert.match(visit.seen.console.join(), /integrity/));
    assert.ok(await visit.page.getByText('our old list').isVisible());
    assert.equal(await visit.page.title(), 'A page');
    await visit.close();
    harness.answers.delete(`/embed/${NAME}.js`);
  });
});
