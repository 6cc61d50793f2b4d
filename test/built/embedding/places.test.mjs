import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness} from '../../support/page-harness.mjs';
import {answers, bigFeed, fallback, useEverything, useOtherFormat, useScript, widget} from './journey.mjs';

const script = readFileSync('dist/embed/good-practice-browser.js', 'utf8');
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const javascript = (body) => ({headers: {'content-type': 'text/javascript'}, body});

/** Policies that let a page's own inline scripts run; ours needs none of it. */
const policy = "script-src 'self' 'unsafe-inline'";

describe('a place in a page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = (body, options = {}) => harness.open(body, {...options, answers: {...answers, ...options.answers}});
  const isShown = ({page}) => page.locator('[part=count]').first().getByText('14 practices').waitFor();
  const inPage = ({page}, act) => page.evaluate(act);

  /** @type {[string, string, object][]} */
  const insertions = [
    ['after a script in the head without defer', widget(), {head: scriptTag('good-practice-browser.js', '')}],
    ['before the script', `${widget()}${scriptTag('good-practice-browser.js', '')}`, {head: ''}],
    ['written by document.write', `<script>document.write(${JSON.stringify(widget())})</script>`, {policy}],
    [
      'with the script written by document.write',
      `${widget()}<script>document.write('<script src="/embed/good-practice-browser.js"></' + 'script>')</script>`,
      {head: '', policy},
    ],
    [
      'with the script put in by a script',
      `${widget()}<script>const s = document.createElement('script'); s.src = '/embed/good-practice-browser.js'; document.body.append(s)</script>`,
      {head: '', policy},
    ],
    [
      'made by a script, before it is defined, with its properties set',
      `<script>
        const element = document.createElement('good-practice-browser');
        Object.assign(element, {src: '/feed.json', facets: 'topic country year-range'});
        document.body.append(element);
      </script>`,
      {policy},
    ],
    ['twice with the script', `${widget()}${scriptTag('good-practice-browser.js', 'type="module"')}`, {policy: ''}],
    ['in a form with fields and a button', `<form action="/nowhere">${widget()}<button>Send</button></form>`, {}],
    ['in a table', `<table><tr><td>${widget()}</table>`, {}],
    [
      'in the shadow root of another component',
      `<div id="other"><template shadowrootmode="open">${widget()}</template></div>`,
      {context: {reducedMotion: 'reduce'}},
    ],
  ];
  for (const [name, body, options] of insertions)
    // Requirement: S-27
    it(`shows the widget as any other does: ${name}`, async () => {
      const visit = await open(body, options);
      await isShown(visit);
      await visit.search('chior');
      await eventually(async () => assert.equal((await visit.titles()).length, 2));
      await visit.readMore('A choir of neighbours');
      await visit.page.getByText('They met in the A hall.').waitFor();
      assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
      await visit.close();
    });

  /** @type {[string, string, () => void][]} */
  const unfoldings = [
    [
      'display: none',
      `<div id="place" hidden>${widget()}</div>`,
      () => void (document.querySelector('#place').hidden = false),
    ],
    [
      'closed details',
      `<details id="place"><summary>Practices</summary>${widget()}</details>`,
      () => void (document.querySelector('#place').open = true),
    ],
    ['a closed dialog', `<dialog id="place">${widget()}</dialog>`, () => document.querySelector('#place').showModal()],
  ];
  for (const [name, body, unfold] of unfoldings)
    // Requirement: S-27
    it(`may be unfolded later: ${name}`, async () => {
      const visit = await open(body, {context: {viewport: {width: 1280, height: 900}}});
      // Unfolded before, a dialog is as narrow as what shows that the feed loads, and the filters stay folded.
      const hasResults = () =>
        visit.page.evaluate(() => !!document.querySelector('good-practice-browser').searchResults);
      await eventually(async () => assert.ok(await hasResults()));
      await inPage(visit, unfold);
      await useScript(visit);
      visit.assertClean();
      await visit.close();
    });

  for (const name of ['append', 'moveBefore'])
    // Requirement: S-25
    it(`keeps what the visitor did when it is moved (${name}), and loads nothing again`, async () => {
      const visit = await open(`<div id="a">${widget()}</div><div id="b"></div>`);
      const {page} = visit;
      await isShown(visit);
      await visit.search('chior');
      await eventually(async () => assert.equal((await visit.titles()).length, 2));
      await visit.readMore('A choir of neighbours');
      await visit.hasWords('en');
      const asked = visit.seen.requests.length;
      await page.evaluate((how) => {
        const element = document.querySelector('good-practice-browser');
        const place = document.querySelector('#b');
        if (how === 'append') place.append(element);
        else place.moveBefore(element, null);
      }, name);
      await page.locator('#b').getByText('They met in the A hall.').waitFor();
      assert.equal(await page.getByRole('searchbox').first().inputValue(), 'chior');
      await visit.refine('Norway');
      await page.locator('[part=count]').getByText('1 of 14 practices', {exact: true}).waitFor();
      assert.equal(
        visit.seen.requests.filter((url) => !url.includes('.svg')).length,
        visit.seen.requests.slice(0, asked).filter((url) => !url.includes('.svg')).length,
      );
      visit.assertClean();
      await visit.close();
    });

  // Requirement: S-25
  it('closes the connection when it is removed while the feed loads', async () => {
    let [isAsked, isClosed] = [false, false];
    const visit = await open(widget(), {
      answers: {
        '/feed.json': (request, response) => {
          isAsked = true;
          response.writeHead(200, {'content-type': 'application/json'}).write('[{"title":"A"},'.padEnd(4000));
          response.once('close', () => (isClosed = true));
        },
      },
    });
    await eventually(() => assert.ok(isAsked));
    await inPage(visit, () => document.querySelector('good-practice-browser').remove());
    await eventually(() => assert.ok(isClosed));
    visit.assertClean();
    await visit.close();
  });

  // Requirement: S-29
  it('may have two versions of the script: the second does nothing but say so, with both numbers', async () => {
    const other = script.replaceAll(version, '99.0.0');
    const visit = await open(widget(), {
      head: `${scriptTag()}<script src="/other.js" defer></script>`,
      answers: {'/other.js': javascript(other)},
    });
    await useScript(visit);
    assert.deepEqual(visit.seen.console, [
      `warning: good-practice-browser 99.0.0 does not start: version ${version} already runs on this page. Remove one of the two script tags.`,
    ]);
    assert.equal(await inPage(visit, () => globalThis.GoodPracticeBrowser.version), version);
    assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
    await visit.close();
  });

  // Requirement: S-29
  it('may have an element of our name by somebody else: ours leaves it alone, and says so', async () => {
    const visit = await open(widget(), {
      head: `<script src="/other.js"></script>${scriptTag()}`,
      answers: {'/other.js': javascript("customElements.define('gpb-card', class extends HTMLElement {})")},
    });
    await eventually(() => assert.equal(visit.seen.console.length, 1));
    assert.match(visit.seen.console[0], /another script of the page has already defined <gpb-card>/);
    assert.ok(await visit.page.getByText('our old list').isVisible());
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  for (const [how, attributes] of [
    ['by itself, when the script lies beside its files', ''],
    ['where `assets-href` says', 'assets-href="/embed/"'],
  ])
    // Requirement: S-33
    it(`is merged with other scripts, of which the first has no final semicolon, and finds its further files: ${how}`, async () => {
      const merged = `var before = (() => 1)()${script}(() => { globalThis.after = 2; })();`;
      const path = attributes ? '/cache/merged.js' : '/embed/merged.js';
      const visit = await open(widget(attributes), {
        head: `<script src="${path}" defer></script>`,
        answers: {[path]: javascript(merged)},
      });
      await useEverything(visit);
      assert.deepEqual(await inPage(visit, () => [globalThis.before, globalThis.after]), [1, 2]);
      visit.assertClean();
      await visit.close();
    });

  /** @type {[string, string][]} */
  const withoutOwnScript = [
    ['runs as a module, though it is the classic one', scriptTag('good-practice-browser.js', 'type="module"')],
    [
      'is fetched by a script that runs its text, as jQuery does with what it loads',
      `<div id="here"></div><script>
        const here = document.querySelector('#here');
        here.innerHTML = '<script src="/embed/good-practice-browser.js"></' + 'script>';
        fetch(here.firstChild.src).then((response) => response.text()).then((text) => {
          const script = document.createElement('script');
          script.text = text;
          document.head.append(script);
          script.remove();
        });
      </script>`,
    ],
  ];
  for (const [how, script] of withoutOwnScript)
    // Requirement: S-33
    it(`finds the further files where the script ${how}`, async () => {
      const visit = await open(`${widget('lang="fr"')}${script}`, {head: '', policy});
      await visit.page.locator('[part=count]').getByText('14 pratiques').waitFor();
      visit.assertClean();
      await visit.close();
    });

  // Requirement: S-33
  it('may have images whose names hide properties of the document', async () => {
    const names = ['currentScript', 'head', 'body', 'baseURI', 'readyState', 'activeElement', 'scrollingElement'];
    const images = names.map((name) => `<img name="${name}" alt="">`).join('');
    const visit = await open(`${images}${scriptTag('good-practice-browser.js', '')}${widget()}`, {head: ''});
    const hidden = await visit.page.evaluate((all) => all.filter((name) => document[name].localName === 'img'), names);
    assert.deepEqual(hidden, names);
    await useEverything(visit);
    visit.assertClean();
    await visit.close();
  });

  // Requirement: S-33
  it('may have forms and frames of our names', async () => {
    const visit = await open(
      `<form id="GoodPracticeBrowser" name="gpb"><input name="query"></form><a id="gp"></a>
       <form name="location2"><input name="search"></form>${widget()}`,
    );
    await useScript(visit);
    visit.assertClean();
    await visit.close();
  });

  // Requirement: S-33
  it('may have elements of the names that Lit has globals of', async () => {
    const names = ['lit', 'litHtml', 'litElement', 'reactiveElement'].flatMap((name) =>
      ['Versions', 'PolyfillSupport', 'HydrateSupport', 'PropertyMetadata'].map((end) => name + end),
    );
    const elements = names.map((name) => `<a id="${name}"></a>`).join('');
    const visit = await open(`${elements}${scriptTag('good-practice-browser.js', '')}${widget()}`, {head: ''});
    await useEverything(visit);
    visit.assertClean();
    await visit.close();
  });

  // Requirement: S-34
  it('may be a frame without an origin, where storage, cookies and the history throw', async () => {
    const cors = {'access-control-allow-origin': '*'};
    const allowed = Object.fromEntries(
      Object.entries({...answers, '/big.json': bigFeed}).map(([path, answer]) => [
        path,
        {...answer, headers: {...answer.headers, ...cors}},
      ]),
    );
    for (const file of [
      'good-practice-browser.js',
      'good-practice-browser.worker.js',
      'locales/fr.json',
      'words/en.json',
      'words/fr.json',
    ])
      allowed[`/open/${file}`] = {
        headers: {...cors, 'content-type': file.endsWith('js') ? 'text/javascript' : 'application/json'},
        body: readFileSync(`dist/embed/${file}`),
      };
    const inner = `<!doctype html><script src="/open/good-practice-browser.js"></script>${widget()}`;
    const visit = await open(
      '<iframe sandbox="allow-scripts allow-downloads" src="/frame" width="1200" height="3000"></iframe>',
      {
        head: '',
        policy: '',
        answers: {...allowed, '/frame': {headers: {'content-type': 'text/html'}, body: inner}},
      },
    );
    const frame = visit.page.frames()[1];
    assert.equal(await frame.evaluate(() => origin), 'null');
    await frame.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    await frame.getByRole('searchbox').first().fill('chior');
    await frame.locator('[part=count]').getByText('2 of 14 practices', {exact: true}).waitFor();
    await frame.getByRole('button', {name: /^Read more: A choir/}).click();
    await frame.getByRole('heading', {name: 'More like this'}).waitFor();
    await frame.evaluate(() => document.querySelector('good-practice-browser').setAttribute('lang', 'fr'));
    await frame.locator('[part=count]').getByText('2 sur 14 pratiques', {exact: true}).waitFor();
    await frame.locator('[part=download]').click();
    const save = frame.locator('gpb-download').getByRole('button', {name: /CSV/});
    const [download] = await Promise.all([visit.page.waitForEvent('download'), save.click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await useOtherFormat({page: frame});
    await frame.evaluate(() => {
      const count = document.createElement('gpb-count');
      count.setAttribute('src', '/big.json');
      document.body.append(count);
    });
    await frame.locator('gpb-count').filter({hasText: '3,000'}).waitFor();
    assert.deepEqual([...visit.seen.errors, ...visit.seen.console, ...visit.seen.violations], []);
    await visit.close();
  });

  it('may be a frame with `srcdoc`: links of <gpb-latest> lead to the page around it', async () => {
    const inner = `${scriptTag()}<gpb-latest src="/feed.json" count="1"></gpb-latest>`;
    const visit = await open(`<iframe srcdoc='${inner}'></iframe>`, {head: ''});
    const href = await visit.page
      .frameLocator('iframe')
      .locator('gpb-latest a')
      .evaluate((link) => link.href);
    assert.match(href.replace(visit.page.url(), ''), /^[?]gp-open=/);
    await visit.close();
  });
});

// Requirement: E-01
describe('`data-good-practice-browser`', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const place = `<div class="plugin" id="here" data-good-practice-browser data-src="/feed.json" data-facets="topic country year-range" data-hits-per-page="12">${fallback}</div>`;

  for (const attributes of ['defer', '', 'async'])
    it(`becomes a browser with the same attributes and its content as fallback (script ${attributes})`, async () => {
      const visit = await harness.open(place, {answers, head: scriptTag('good-practice-browser.js', attributes)});
      await (attributes === 'defer' ? useEverything : useScript)(visit);
      const element = visit.page.locator('#here.plugin > good-practice-browser');
      assert.equal(await element.getAttribute('facets'), 'topic country year-range');
      assert.ok(!(await visit.page.getByText('our old list').isVisible()));
      visit.assertClean();
      await visit.close();
    });

  it('reports wrong values and misspelt names, but no attribute of others', async () => {
    const wrong =
      'data-theme="blue" data-hits-per-pgae="3" data-v-1a2b data-reactroot data-block-id="7" data-1x="" data-=""';
    const visit = await harness.open(place.replace('data-src', `${wrong} data-src`), {answers});
    await visit.page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
    assert.deepEqual(visit.seen.console.toSorted(), [
      'warning: <good-practice-browser>: the attribute “hits-per-pgae” does not exist on <good-practice-browser>. Did you mean “hits-per-page”?',
      'warning: <good-practice-browser>: theme: “blue” is not one of auto, light, dark, so the widget uses auto.',
    ]);
    assert.deepEqual(visit.seen.errors, []);
    await visit.close();
  });

  it('shows its content if there is no feed', async () => {
    const visit = await harness.open(place.replace('/feed.json', '/none.json'), {answers});
    await visit.page.locator('[part=failure]').first().waitFor();
    assert.ok(await visit.page.getByText('our old list').isVisible());
    await visit.close();
  });

  it('looks to assistive technology as the tag does', async () => {
    const snapshots = [];
    for (const body of [place, widget()]) {
      const visit = await harness.open(body, {answers});
      await visit.page.locator('[part=count]').getByText('14 practices', {exact: true}).waitFor();
      await visit.drawn();
      snapshots.push(await visit.page.locator('good-practice-browser').ariaSnapshot());
      await visit.close();
    }
    assert.equal(snapshots[0], snapshots[1]);
  });

  // Requirement: E-04
  it('comes through an editor that leaves `<div data-…>` and plain text markup, as that of WordPress does', async () => {
    // what such a list of allowed tags and attributes does to a post: unknown tags go and leave their text, data-* stay
    const allowed = /^(?:a|p|div|strong|em|ul|ol|li|h[1-6])$/i;
    const attribute = /^(?:class|id|lang|href|data-[a-z\d-]+)$/i;
    const filter = (html) =>
      html.replace(/<(\/?)([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi, (_, slash, tag, attributes) =>
        allowed.test(tag)
          ? `<${slash}${tag}${(attributes.match(/[\w-]+(?:="[^"]*")?/g) ?? [])
              .filter((each) => attribute.test(each.split('=')[0]))
              .map((each) => ` ${each}`)
              .join('')}>`
          : '',
      );
    assert.ok(!filter(widget()).includes('good-practice-browser'));
    const visit = await harness.open(filter(place), {answers});
    await useScript(visit);
    visit.assertClean();
    await visit.close();
  });
});
