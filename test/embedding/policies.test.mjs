import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, strictPolicy} from '../end-to-end/harness.mjs';
import {answers, useEverything, useScript, widget} from './journey.mjs';

const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
const NAME = 'good-practice-browser';
const EXTRAS = `/embed/${NAME}.extras.js`;
const integrity = (file) => `integrity="${sri[file]}" crossorigin="anonymous"`;
const scripts = (sources) => strictPolicy.replace("script-src 'self'", `script-src ${sources}`);
const hashes = [`${NAME}.js`, `${NAME}.extras.js`].map((file) => `'${sri[file]}'`).join(' ');

const satellites = `<p>We have <gpb-count src="/feed.json">many</gpb-count></p>
  <gpb-latest src="/feed.json">Latest</gpb-latest>
  <gpb-practice src="/feed.json" practice-id="choir">A practice</gpb-practice>`;

/** Some 6 MB: read in the worker. */
const bigFeed = JSON.stringify(
  Array.from({length: 3000}, (_, i) => ({
    id: `p${i}`,
    title: `Practice ${i}`,
    country: 'NO',
    summary: 'word '.repeat(400),
  })),
);

describe('under a Content-Security-Policy', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  const open = (options) => harness.open(widget(), {...options, answers: {...answers, ...options.answers}});

  /** @type {[string, string, string, string?][]} */
  const policies = [
    ['S-08 of its own origin', strictPolicy, scriptTag()],
    ['S-08 of its own origin, as a module', strictPolicy, scriptTag(`${NAME}.mjs`, 'type="module"')],
    ['S-09 of a nonce', scripts("'nonce-a1b2'"), scriptTag(`${NAME}.js`, 'nonce="a1b2"')],
    [
      'S-09 of a nonce and strict-dynamic',
      scripts("'nonce-a1b2' 'strict-dynamic'"),
      scriptTag(`${NAME}.js`, 'nonce="a1b2" defer'),
    ],
    ['S-12 of nothing but hashes', scripts(hashes), scriptTag(`${NAME}.js`, integrity(`${NAME}.js`))],
    ['S-08 that knows no Trusted Types', strictPolicy.replace(/; require-trusted-types.*/, ''), scriptTag()],
    [
      'S-08 that has a default policy of the page',
      strictPolicy.replace(`trusted-types ${NAME}`, `trusted-types ${NAME} default`),
      `<script src="/page.js"></script>${scriptTag()}`,
    ],
  ];
  for (const [name, policy, head] of policies)
    it(`${name}: does all that it does, without one violation`, async () => {
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

  it('S-08 shows the small elements, and a feed in the worker, without one violation', async () => {
    const visit = await harness.open(`${satellites}<good-practice-browser src="/big.json"></good-practice-browser>`, {
      answers: {...answers, '/big.json': {headers: {'content-type': 'application/json'}, body: bigFeed}},
    });
    await visit.page.locator('gpb-count').filter({hasText: '14'}).waitFor();
    await visit.page.getByRole('article', {name: 'A choir of neighbours'}).waitFor();
    await visit.page.locator('[part=count]').getByText('3,000 practices').waitFor();
    assert.equal(visit.page.workers().length, 1);
    visit.assertClean();
    await visit.close();
  });

  it('S-08 sees what is forbidden: a page whose policy leaves no feed to it has a violation', async () => {
    const visit = await open({policy: strictPolicy.replace("connect-src 'self'", "connect-src 'none'")});
    await eventually(() => assert.equal(visit.seen.violations.length, 1));
    assert.match(visit.seen.violations[0], /^connect-src/);
    await visit.page.getByText('our old list').waitFor();
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  it('S-10 two copies make one policy: the second asks for none where the page allows it once', async () => {
    const visit = await open({head: scriptTag() + scriptTag(`${NAME}.js`, 'defer')});
    await useScript(visit);
    assert.equal(visit.seen.console.length, 1);
    assert.match(visit.seen.console[0], /one script tag is enough/);
    assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
    await visit.close();
  });

  for (const names of ["'none'", 'lit-html dompurify', 'default'])
    it(`S-11 that allows the policies ${names} only: the page's own text stays, and the console says once what to do`, async () => {
      const visit = await open({policy: strictPolicy.replace(`trusted-types ${NAME}`, `trusted-types ${names}`)});
      const warnings = () => visit.seen.console.filter((text) => text.startsWith('warning'));
      await eventually(() => assert.equal(warnings().length, 1));
      assert.match(warnings()[0], /must allow “trusted-types good-practice-browser” \(see the README\)/);
      assert.ok(await visit.page.getByText('our old list').isVisible());
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });

  it('S-12 has a hash for every file that a page loads, and they are those of the files', () => {
    const files = readdirSync('dist/embed', {recursive: true, withFileTypes: true}).filter((each) => each.isFile());
    const names = files.map(({name, parentPath}) => `${parentPath}/${name}`.slice('dist/embed/'.length));
    for (const name of names.filter((each) => /\.(?:m?js|json)$/.test(each) && each !== 'sri.json')) {
      const hash = createHash('sha384')
        .update(readFileSync(`dist/embed/${name}`))
        .digest('base64');
      assert.equal(sri[name], `sha384-${hash}`, name);
    }
  });

  /** @type {[string, string, string][]} */
  const tampered = [
    ['the extras', EXTRAS, 'document.title = "tampered"'],
    ['a language', '/embed/locales/fr.json', '{"search": "tampered"}'],
  ];
  for (const [what, path, body] of tampered)
    it(`S-12 does without ${what} where the file is not the one that was built, and all else works`, async () => {
      const type = path.endsWith('js') ? 'text/javascript' : 'application/json';
      const visit = await harness.open(`<div lang="fr">${widget()}</div>`, {
        answers: {...answers, [path]: {headers: {'content-type': type}, body}},
      });
      const {page} = visit;
      await page.locator('[part=count]').waitFor();
      await page.locator('[part=download]').click();
      await eventually(() => assert.ok(visit.seen.console.some((text) => text.startsWith('warning'))));
      assert.equal(await page.title(), 'A page');
      assert.ok(!(await page.content()).includes('tampered'));
      await page.getByRole('searchbox').first().fill('chior');
      await eventually(async () => assert.equal((await visit.titles()).length, 2));
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
      harness.answers.delete(path);
    });

  it('S-12 leaves what stands between the tags where the script itself is not the one that the page expects', async () => {
    const visit = await open({
      head: scriptTag(`${NAME}.js`, integrity(`${NAME}.js`)),
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
