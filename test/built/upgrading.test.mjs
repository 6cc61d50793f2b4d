// What docs/upgrading.md and docs/security.md say of the files beside the script.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, strictPolicy} from '../support/page-harness.mjs';

const json = (value) => ({headers: {'content-type': 'application/json'}, body: JSON.stringify(value)});
const browser = (attributes = '') =>
  `<good-practice-browser src="/practices.json" ${attributes}><p>Our old list</p></good-practice-browser>`;
const count = ({page}, text) => page.locator('[part=count]').getByText(text, {exact: true}).waitFor();
const french = JSON.parse(readFileSync('dist/embed/locales/fr.json', 'utf8'));

describe('files of two versions', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  it('a script with ?ver= in its address finds the files beside it', async () => {
    const visit = await harness.open(browser('lang="fr"'), {head: scriptTag('good-practice-browser.js?ver=0.1.0')});
    await count(visit, '180 pratiques');
    visit.assertClean();
    await visit.close();
  });

  it('uses the language file of another version: missing messages are English, unknown ones are ignored', async () => {
    const {search: _, ...messages} = french.messages;
    const visit = await harness.open(browser('lang="fr"'), {
      answers: {'/embed/locales/fr.json': json({...french, messages: {...messages, later: 'Plus tard'}})},
    });
    await count(visit, '180 pratiques');
    await visit.page.getByRole('searchbox', {name: 'Search good practices'}).waitFor();
    visit.assertClean();
    harness.answers.delete('/embed/locales/fr.json');
    await visit.close();
  });

  it('a script from a folder without the language speaks English, and the console says why', async () => {
    const visit = await harness.open(browser('lang="fr"'), {
      head: '<script src="/old/good-practice-browser.js" defer></script>',
      answers: {
        '/old/good-practice-browser.js': {
          headers: {'content-type': 'text/javascript'},
          body: readFileSync('dist/embed/good-practice-browser.js'),
        },
      },
    });
    await count(visit, '180 practices');
    await eventually(() => assert.match(visit.seen.console.join('\n'), /The messages in “fr” failed to load/));
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  it('a script that its integrity refuses leaves the text between the tags', async () => {
    const visit = await harness.open(browser(), {
      head: scriptTag('good-practice-browser.js', `defer integrity="sha384-${'A'.repeat(64)}"`),
    });
    await visit.page.getByText('Our old list').waitFor();
    assert.equal(await visit.page.evaluate(() => 'GoodPracticeBrowser' in globalThis), false);
    await visit.close();
  });
});

describe('the policies in docs/security.md', () => {
  const page = readFileSync('docs/security.md', 'utf8');
  const policies = {
    'of the first example': /^default-src 'none';[^`]*/m.exec(page)?.[0].replaceAll('\n', ' ').trim(),
    'for Apache': /Header set Content-Security-Policy "(.*)"/.exec(page)?.[1],
    'for nginx': /add_header Content-Security-Policy "(.*)"/.exec(page)?.[1],
  };
  const [meta] = /<meta\s[^>]*Content-Security-Policy[^>]*>/.exec(page) ?? [];
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  async function showsTheList({policy, head = scriptTag()}) {
    const visit = await harness.open(browser('lang="fr"'), {policy, head});
    await count(visit, '180 pratiques');
    visit.assertClean();
    await visit.close();
  }
  for (const [what, policy] of Object.entries(policies))
    it(`let the widget work without a violation: the one ${what}`, async () => {
      assert.ok(policy);
      await showsTheList({policy});
    });

  it('let the widget work without a violation: the one for the head of a page', async () => {
    assert.ok(meta);
    await showsTheList({policy: '', head: `${meta}${scriptTag()}`});
  });
});

describe('the worker', () => {
  const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
  const policyOf = (source) => strictPolicy.replace("script-src 'self'", `script-src ${source}`);
  const many = Array.from({length: 3000}, (_, i) => ({title: `Practice ${i}`, summary: 'word '.repeat(400)}));
  let harness;
  before(async () => {
    harness = await startHarness();
    harness.answers.set('/practices.json', json(many));
  });
  after(() => harness.close());

  const policies = [
    ['a nonce', policyOf("'nonce-a1b2'"), 'defer nonce="a1b2"'],
    [
      'hashes',
      policyOf(`'${sri['good-practice-browser.js']}'`),
      `defer integrity="${sri['good-practice-browser.js']}"`,
    ],
  ];
  for (const [what, policy, attributes] of policies) {
    const open = (policy) => harness.open(browser(), {policy, head: scriptTag('good-practice-browser.js', attributes)});

    it(`under a policy of ${what} alone: the main thread does the work`, async () => {
      const visit = await open(policy);
      await count(visit, '3,000 practices');
      assert.equal(visit.page.workers().length, 0);
      assert.match(
        visit.seen.violations.join('\n'),
        /^(?:worker|script)-src\S* \S+\/good-practice-browser\.worker\.js/,
      );
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });

    it(`under a policy of ${what}, with worker-src 'self': the worker does the work, without a violation`, async () => {
      const visit = await open(`${policy}; worker-src 'self'`);
      await count(visit, '3,000 practices');
      assert.equal(visit.page.workers().length, 1);
      visit.assertClean();
      await visit.close();
    });
  }

  it('on another server that sends no Access-Control-Allow-Origin: English, and the main thread does the work', async () => {
    const other = harness.origin.replace('127.0.0.1', 'localhost');
    const visit = await harness.open(browser('lang="fr"'), {
      policy: policyOf(other).replace('connect-src', `connect-src ${other}`),
      head: `<script src="${other}/embed/good-practice-browser.js" defer></script>`,
    });
    await count(visit, '3,000 practices');
    assert.equal(visit.page.workers().length, 0);
    await eventually(() => assert.match(visit.seen.console.join('\n'), /The messages in “fr” failed to load/));
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });
});
