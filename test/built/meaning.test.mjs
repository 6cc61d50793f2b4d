// Search by meaning in the built files: which of them a page loads and when, and what becomes of it where they are late or fail to load.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness, startServer, strictPolicy} from '../support/page-harness.mjs';

const sri = JSON.parse(readFileSync('dist/embed/sri.json', 'utf8'));
const javascript = {'content-type': 'text/javascript'};
const json = {'content-type': 'application/json'};
const cors = {'access-control-allow-origin': '*'};

const records = [
  {id: 'garden', title: 'A garden for children', country: 'DE', summary: 'Boys and girls plant beans.'},
  {id: 'homework', title: 'Homework club', country: 'GB', summary: 'Pupils meet after school.'},
  {id: 'flats', title: 'Flats for newcomers', country: 'IT', summary: 'The tenants paint the stairs.'},
  {id: 'theatre', title: 'Street theatre', country: 'ES', summary: 'Young people play.'},
];
const CHILDREN = ['A garden for children', 'Homework club'];
const feedOf = (practices) => JSON.stringify({version: '1', language: 'en', practices});
const feed = {headers: {...json, ...cors}, body: feedOf(records)};
const widgetIn = (lang, attributes = '') =>
  `<good-practice-browser lang="${lang}" src="/few.json" ${attributes}></good-practice-browser>`;
const wordsFile = (language) => `/embed/words/${language}.json`;

/** An answer of the server that comes when it is told to: a file of the build, or nothing but a status. */
function held(path) {
  let release;
  const status = new Promise((resolve) => (release = resolve));
  const answer = async (_request, response) =>
    response.writeHead(await status, json).end((await status) === 200 ? readFileSync(`dist${path}`) : '');
  return {answer, release};
}

describe('search by meaning', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  /** Opens a page; what the server says is for this page alone. */
  async function open(body, {answers = {}, ...options} = {}) {
    const own = {'/few.json': feed, ...answers};
    const visit = await harness.open(body, {...options, answers: own});
    return {
      ...visit,
      async close() {
        await visit.close();
        for (const path of Object.keys(own)) harness.answers.delete(path);
      },
    };
  }
  const firstCards = ({page}) => page.getByRole('article').first().waitFor();
  const finds = (visit, titles) => eventually(async () => assert.deepEqual(await visit.titles(), titles));
  const empty = ({page}) => page.locator('[part=empty]');
  /** Of our own files, those that a page has asked for. */
  const filesOf = ({seen}) => seen.requests.flatMap((url) => url.split('/embed/')[1] ?? []).sort();
  const asks = (visit, file) => eventually(() => assert.ok(filesOf(visit).includes(file), file));
  const warnings = ({seen}) => seen.console.filter((text) => text.startsWith('warning'));
  const isSearching = ({page}) => page.locator('.searching').waitFor();
  const spoken = ({page}) => page.locator('body > [role=status], body > [role=alert]').allTextContents();

  describe('loads', () => {
    it('the words of the page’s and the texts’ languages, and a stemmer, and nothing else', async () => {
      const visit = await open(widgetIn('it'));
      await firstCards(visit);
      await visit.search('bambini');
      await finds(visit, CHILDREN);
      await visit.search('xylofono');
      await empty(visit).waitFor();
      assert.deepEqual(filesOf(visit), [
        'good-practice-browser.js',
        'locales/it.json',
        'stemmers/it.js',
        'words/en.json',
        'words/it.json',
      ]);
      visit.assertClean();
      await visit.close();
    });

    it('them after the first cards, not before', async () => {
      let release;
      const isReleased = new Promise((resolve) => (release = resolve));
      const visit = await open(widgetIn('it'), {
        answers: {'/few.json': async (_, response) => response.writeHead(200, json).end(await isReleased)},
      });
      await asks(visit, 'locales/it.json');
      release(feed.body);
      await asks(visit, 'words/en.json');
      const order = visit.seen.requests.map((url) => url.slice(harness.origin.length));
      assert.ok(order.indexOf('/few.json') < order.indexOf(wordsFile('it')), order.join());
      assert.ok(await visit.page.getByRole('article').first().isVisible());
      await visit.close();
    });

    it('them at once with a query in the address, while the feed is on its way', async () => {
      let release;
      const isReleased = new Promise((resolve) => (release = resolve));
      const visit = await open(widgetIn('de'), {
        query: '?gp-q=Kinder',
        answers: {'/few.json': async (_, response) => response.writeHead(200, json).end(await isReleased)},
      });
      await asks(visit, 'words/de.json');
      assert.ok(!filesOf(visit).includes('words/en.json'));
      release(feed.body);
      await finds(visit, CHILDREN);
      await visit.close();
    });

    it('those of the browser’s languages only when nothing is found, and of two at most', async () => {
      const visit = await open(widgetIn('en'), {
        context: {locale: 'tr-TR'},
        prepare: (page) =>
          page.addInitScript(() =>
            Object.defineProperty(navigator, 'languages', {value: ['en', 'el', 'tr-TR', 'sv', 'pl']}),
          ),
      });
      await firstCards(visit);
      await visit.search('kids');
      await finds(visit, CHILDREN);
      assert.deepEqual(filesOf(visit), ['good-practice-browser.js', 'words/en.json']);
      await visit.search('çocuk');
      await finds(visit, CHILDREN);
      await visit.page.getByText('Language of your words: Turkish').waitFor();
      await visit.search('dzieci');
      await empty(visit).waitFor();
      assert.deepEqual(filesOf(visit), [
        'good-practice-browser.js',
        'stemmers/tr.js',
        'words/en.json',
        'words/sv.json',
        'words/tr.json',
      ]);
      visit.assertClean();
      await visit.close();
    });

    it('each language once for all widgets of a page', async () => {
      const visit = await open(widgetIn('de', 'url="off"').repeat(2));
      for (const box of await visit.page.getByRole('searchbox').all()) await box.fill('Kinder');
      await eventually(async () => assert.deepEqual(await visit.titles(), [...CHILDREN, ...CHILDREN]));
      assert.deepEqual(
        filesOf(visit).filter((file) => file.startsWith('words/')),
        ['words/de.json', 'words/en.json'],
      );
      await visit.close();
    });
  });

  describe('whose words are on their way', () => {
    /** Keeps whether “nothing found” was ever shown, and all that was said. */
    const watch = ({page}) =>
      page.evaluate(() => {
        globalThis.told = {wasEmpty: false, said: []};
        const {shadowRoot} = document.querySelector('good-practice-browser');
        new MutationObserver(() => {
          if (shadowRoot.querySelector('[part=empty]')) globalThis.told.wasEmpty = true;
        }).observe(shadowRoot, {subtree: true, childList: true});
        for (const region of document.querySelectorAll('body > [role=status], body > [role=alert]'))
          new MutationObserver(() => region.textContent && globalThis.told.said.push(region.textContent)).observe(
            region,
            {childList: true},
          );
      });
    const told = ({page}) => page.evaluate(() => globalThis.told);
    /** What was said, but for “Searching …”, which a busy machine says more often. */
    const answers = async (visit) => (await told(visit)).said.filter((text) => !text.endsWith('…'));

    it('does not say that nothing was found until they have come, and then what they find', async () => {
      const words = held(wordsFile('de'));
      const visit = await open(widgetIn('de'), {answers: {[wordsFile('de')]: words.answer}});
      await firstCards(visit);
      await watch(visit);
      await visit.search('Kinder');
      await isSearching(visit);
      words.release(200);
      await finds(visit, CHILDREN);
      await eventually(async () => assert.ok((await answers(visit)).length));
      assert.deepEqual(await answers(visit), [
        '2 von 4 Praxisbeispielen. Auch gefunden: children, boys and girls, pupils',
      ]);
      assert.equal((await told(visit)).wasEmpty, false);
      await visit.close();
    });

    it('says so when they have failed', async () => {
      const words = held(wordsFile('de'));
      const visit = await open(widgetIn('de'), {answers: {[wordsFile('de')]: words.answer}});
      await firstCards(visit);
      await visit.search('Kinder');
      await isSearching(visit);
      assert.equal(await empty(visit).count(), 0);
      words.release(500);
      await empty(visit).waitFor();
      await visit.close();
    });

    /** A page whose German words never come once they are asked for again, at a time that passes only when a test says so. */
    async function openAtStandstill() {
      const visit = await open(widgetIn('de'), {
        answers: {[wordsFile('de')]: {status: 500}},
        prepare: (page) => page.clock.install(),
      });
      await firstCards(visit);
      await visit.search('garden');
      await finds(visit, ['A garden for children']);
      await asks(visit, 'words/en.json');
      await eventually(() => assert.equal(warnings(visit).length, 1));
      harness.answers.set(wordsFile('de'), () => {});
      await visit.page.clock.pauseAt(Date.now() + 60_000);
      return visit;
    }

    it('says so after three seconds, and for the next query at once', async () => {
      const visit = await openAtStandstill();
      await visit.search('Kinder');
      await isSearching(visit);
      await visit.page.clock.runFor(2900);
      assert.equal(await empty(visit).count(), 0);
      await visit.page.clock.runFor(200);
      await empty(visit).waitFor();
      await visit.search('garden');
      await finds(visit, ['A garden for children']);
      await visit.search('Kinder');
      await empty(visit).waitFor();
      await visit.close();
    });

    it('tells screen readers then what it has found, and once', async () => {
      const visit = await openAtStandstill();
      await watch(visit);
      await visit.search('theatre');
      await finds(visit, ['Street theatre']);
      await eventually(async () => {
        await visit.page.clock.runFor(1000);
        assert.ok((await answers(visit)).length);
      });
      await visit.page.clock.runFor(5000);
      assert.deepEqual(await answers(visit), ['1 von 4 Praxisbeispielen']);
      await visit.close();
    });

    it('tells them at once of a filter that is chosen', async () => {
      const words = held(wordsFile('de'));
      const visit = await open(widgetIn('de'), {answers: {[wordsFile('de')]: words.answer}});
      await firstCards(visit);
      await visit.refine('Spanien');
      await eventually(async () => assert.deepEqual((await spoken(visit)).join(''), '1 von 4 Praxisbeispielen'));
      words.release(200);
      await visit.close();
    });

    it('uses them when they come after that', async () => {
      const words = held(wordsFile('de'));
      const visit = await open(widgetIn('de'), {
        answers: {[wordsFile('de')]: words.answer},
        prepare: (page) => page.clock.install(),
      });
      await firstCards(visit);
      await visit.search('Kinder');
      await isSearching(visit);
      await visit.page.clock.fastForward(3000);
      await empty(visit).waitFor();
      words.release(200);
      await finds(visit, CHILDREN);
      await visit.close();
    });
  });

  describe('whose words fail to load', () => {
    const missing = {[wordsFile('de')]: {status: 500}, [wordsFile('en')]: {status: 500}};

    it('finds what is spelled as it was typed, and the console says once for a language what to do', async () => {
      const visit = await open(widgetIn('de'), {answers: missing});
      await firstCards(visit);
      await visit.search('chidlren');
      await finds(visit, ['A garden for children']);
      await visit.search('Kinder');
      await empty(visit).waitFor();
      await visit.search('Homework');
      await finds(visit, ['Homework club']);
      assert.deepEqual(visit.seen.errors, []);
      assert.deepEqual(
        warnings(visit).map((text) => /in “(..)” failed to load, .* Upload the folders “words”/.exec(text)?.[1]),
        ['de', 'en'],
      );
      await visit.close();
    });

    it('asks again with the next search', async () => {
      const visit = await open(widgetIn('de'), {answers: missing});
      await firstCards(visit);
      await visit.search('Kinder');
      await empty(visit).waitFor();
      for (const path of Object.keys(missing)) harness.answers.delete(path);
      await visit.search('Kinder');
      await finds(visit, CHILDREN);
      await visit.close();
    });

    it('asks no more while the same search is typed', async () => {
      const visit = await open(widgetIn('de'), {answers: missing});
      await firstCards(visit);
      await visit.search('Kinderbetreuung');
      await empty(visit).waitFor();
      const asked = filesOf(visit).filter((file) => file === 'words/de.json');
      // After the first cards, and with the first letter.
      assert.ok(asked.length <= 2, `asked ${asked.length} times`);
      await visit.close();
    });

    it('asks again when the browser is online, and shows what they find', async () => {
      const visit = await open(widgetIn('de'), {answers: missing});
      await firstCards(visit);
      await visit.search('Kinder');
      await empty(visit).waitFor();
      for (const path of Object.keys(missing)) harness.answers.delete(path);
      await visit.page.context().setOffline(true);
      await visit.page.context().setOffline(false);
      await finds(visit, CHILDREN);
      await visit.close();
    });
  });

  describe('under a Content-Security-Policy', () => {
    const scripts = (sources) => strictPolicy.replace("script-src 'self'", `script-src ${sources}`);
    const NAME = 'good-practice-browser.js';

    it('of hashes, which refuses the stemmer, takes words of a common beginning for the same', async () => {
      const visit = await open(widgetIn('it'), {
        policy: scripts(`'${sri[NAME]}'`),
        head: scriptTag(NAME, `integrity="${sri[NAME]}" crossorigin="anonymous"`),
      });
      await firstCards(visit);
      await visit.search('giovani');
      await finds(visit, ['Street theatre']);
      // No term of ours: `inquilini` is.
      await visit.search('inquilino');
      await finds(visit, ['Flats for newcomers']);
      assert.deepEqual([...visit.seen.errors, ...warnings(visit)], []);
      assert.deepEqual(
        visit.seen.violations.map((text) => text.trim()),
        [`script-src-elem ${harness.origin}/embed/stemmers/it.js`],
      );
      await visit.close();
    });

    for (const [name, sources] of [
      ['of a nonce', "'nonce-a1b2'"],
      ['of a nonce and strict-dynamic', "'nonce-a1b2' 'strict-dynamic'"],
    ])
      it(`${name} has the stemmer`, async () => {
        const visit = await open(widgetIn('it'), {
          policy: scripts(sources),
          head: scriptTag(NAME, 'nonce="a1b2" defer'),
        });
        await firstCards(visit);
        await visit.search('inquilino');
        await finds(visit, ['Flats for newcomers']);
        assert.ok(filesOf(visit).includes('stemmers/it.js'));
        visit.assertClean();
        await visit.close();
      });
  });

  /** The files of the build that a page in Italian needs, as a server gives them that lets every origin have them. */
  const openFiles = (folder) =>
    Object.fromEntries(
      ['good-practice-browser.js', 'locales/it.json', 'words/it.json', 'words/en.json', 'stemmers/it.js'].map(
        (file) => [
          `${folder}/${file}`,
          {headers: {...cors, ...(file.endsWith('.js') ? javascript : json)}, body: readFileSync(`dist/embed/${file}`)},
        ],
      ),
    );

  it('is the same in a sandboxed frame', async () => {
    const inner = `<!doctype html><script src="/open/good-practice-browser.js"></script>${widgetIn('it')}`;
    const visit = await open('<iframe sandbox="allow-scripts" src="/frame" width="1200" height="3000"></iframe>', {
      head: '',
      policy: '',
      answers: {...openFiles('/open'), '/frame': {headers: {'content-type': 'text/html'}, body: inner}},
    });
    const frame = visit.page.frames()[1];
    assert.equal(await frame.evaluate(() => origin), 'null');
    await frame.getByRole('searchbox').first().fill('bambini');
    await frame.locator('[part=count]').getByText('2 su 4').waitFor();
    await frame.getByText('Include anche: children, boys and girls, pupils').waitFor();
    assert.ok(visit.seen.requests.some((url) => url.endsWith('/open/stemmers/it.js')));
    assert.deepEqual([...visit.seen.errors, ...visit.seen.console, ...visit.seen.violations], []);
    await visit.close();
  });

  it('is the same with files of another origin, which assets-href names', async () => {
    const other = await startServer();
    for (const [path, answer] of Object.entries(openFiles('/files'))) other.answers.set(path, answer);
    const policy = strictPolicy.replaceAll("-src 'self'", `-src 'self' ${other.origin}`);
    const visit = await open(widgetIn('it', `assets-href="${other.origin}/files/"`), {policy});
    await firstCards(visit);
    await visit.search('bambini');
    await finds(visit, CHILDREN);
    assert.deepEqual(filesOf(visit), ['good-practice-browser.js']);
    assert.deepEqual(visit.seen.requests.flatMap((url) => url.split(`${other.origin}/files/`)[1] ?? []).sort(), [
      'locales/it.json',
      'stemmers/it.js',
      'words/en.json',
      'words/it.json',
    ]);
    assert.deepEqual([...visit.seen.errors, ...visit.seen.console, ...visit.seen.violations], []);
    await visit.close();
    other.close();
  });

  it('is the same for a large feed, in the worker, which is sent the words once', async () => {
    const filler = 'Residents and officers meet in the town hall to plan the year. '.repeat(30);
    const many = Array.from({length: 3000}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`, sections: [filler]}));
    const body = feedOf([...many, ...records]);
    assert.ok(body.length > 5_000_000);
    const countLessons = () => {
      globalThis.lessons = [];
      const {postMessage} = Worker.prototype;
      Worker.prototype.postMessage = function (message, transfer) {
        const [, name, args] = message;
        if (name === 'learn') globalThis.lessons.push(args[1].map(({language}) => language).join());
        return postMessage.call(this, message, transfer);
      };
    };
    const visit = await open(widgetIn('de'), {
      answers: {'/few.json': {headers: json, body}},
      prepare: (page) => page.addInitScript(countLessons),
    });
    await firstCards(visit);
    await visit.search('Kinder');
    await finds(visit, CHILDREN);
    await visit.page.getByText('Auch gefunden: children, boys and girls, pupils').waitFor();
    await visit.search('Jugendlichen');
    await finds(visit, ['Street theatre']);
    assert.equal(visit.page.workers().length, 1);
    const lessons = await visit.page.evaluate(() => globalThis.lessons.filter(Boolean));
    assert.deepEqual(lessons, ['de,en']);
    visit.assertClean();
    await visit.close();
  });
});
