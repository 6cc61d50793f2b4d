// Pages whose content a script changes when a link is followed. Each has its own way of keeping the address, the content and the history.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness} from '../../support/page-harness.mjs';
import {answers, widget} from './journey.mjs';

const libraries = 'node_modules';
/** Name -> what it is, how it is started, and what is around the content that it changes. */
const routers = {
  'Senna.js': {
    file: 'test/built/embedding/routers/senna.js',
    content: (body) => `<main id="content"><div>${body}</div></main>`,
  },
  swup: {
    file: `${libraries}/swup/dist/Swup.umd.js`,
    start: 'new Swup({containers: ["#content"], animationSelector: false})',
  },
  htmx: {file: `${libraries}/htmx.org/dist/htmx.js`, body: 'hx-boost="true"'},
  Turbo: {file: `${libraries}/@hotwired/turbo/dist/turbo.es2017-umd.js`},
};
/** Routers need inline scripts and HTML from strings. */
const policy = "script-src 'self' 'unsafe-inline'";

// Requirement: S-27
describe('on pages whose content a router changes', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const pageOf = ({body = '', content = (all) => `<main id="content">${all}</main>`}, head, title, text) => ({
    headers: {'content-type': 'text/html'},
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${head}<body ${body}><nav><a href="/town">Town</a></nav>${content(`<h1>${title}</h1>${text}`)}`,
  });

  /** A page with the widget, from which a link leads to one without. */
  async function arrive(name) {
    const router = routers[name];
    const start = router.start ? `<script>addEventListener('DOMContentLoaded', () => ${router.start})</script>` : '';
    const head = `<script src="/router.js"></script>${start}${scriptTag()}`;
    const visit = await harness.open('', {
      policy,
      answers: {
        ...answers,
        '/router.js': {headers: {'content-type': 'text/javascript'}, body: readFileSync(router.file)},
        '/practices': pageOf(router, head, 'Practices', widget()),
        '/town': pageOf(router, head, 'Town', '<p>Our town is old.'),
      },
    });
    const {page} = visit;
    await page.goto(`${harness.origin}/practices`);
    const count = (text) => eventually(async () => assert.equal(await page.locator('[part=count]').innerText(), text));
    const shows = async (search, text) => {
      await count(text);
      assert.equal(new URL(page.url()).search, search);
    };
    const follow = async () => {
      await page.evaluate(() => (globalThis.isSamePage = true));
      await page.getByRole('link', {name: 'Town'}).click();
      await page.getByRole('heading', {name: 'Town'}).waitFor();
      await eventually(async () => assert.equal(await page.locator('good-practice-browser').count(), 0));
      assert.equal(await page.evaluate(() => globalThis.isSamePage), true);
    };
    await count('14 practices');
    return {...visit, count, shows, follow};
  }

  /** @type {(visit: {page: import('playwright-core').Page}, by: number) => Promise<void>} */
  const go = ({page}, by) => page.evaluate((steps) => history.go(steps), by);

  for (const name of Object.keys(routers)) {
    it(`${name}: the way back leads to the earlier search, and on from there`, async () => {
      const visit = await arrive(name);
      await visit.refine('Norway');
      await visit.shows('?gp-country=NO', '5 of 14 practices');
      await visit.follow();
      await go(visit, -1);
      await visit.shows('?gp-country=NO', '5 of 14 practices');
      await go(visit, -1);
      await visit.shows('', '14 practices');
      await go(visit, 1);
      await visit.shows('?gp-country=NO', '5 of 14 practices');
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });

    it(`${name}: so it does where several steps are taken at once`, async () => {
      const visit = await arrive(name);
      await visit.refine('Norway');
      await visit.shows('?gp-country=NO', '5 of 14 practices');
      await visit.refine('Arts');
      await visit.shows('?gp-topic=arts&gp-country=NO', '3 of 14 practices');
      await visit.follow();
      await go(visit, -2);
      await visit.shows('?gp-country=NO', '5 of 14 practices');
      await visit.refine('Arts');
      await visit.shows('?gp-topic=arts&gp-country=NO', '3 of 14 practices');
      await visit.close();
    });

    for (const [when, isSearched] of [
      ['nothing was searched, and the router may keep a copy', false],
      ['something was', true],
    ])
      it(`${name}: it works and announces again, through one set of live regions, if ${when}`, async () => {
        const visit = await arrive(name);
        if (isSearched) {
          await visit.refine('Norway');
          await visit.count('5 of 14 practices');
        }
        await visit.follow();
        await go(visit, -1);
        await visit.count(isSearched ? '5 of 14 practices' : '14 practices');
        await visit.search('garden');
        if (isSearched) await visit.refine('Norway');
        const regions = visit.page.locator('body > :is([role=status], [role=alert])');
        await eventually(async () =>
          assert.equal((await regions.allInnerTexts()).filter(Boolean).join(), '1 of 14 practices'),
        );
        assert.equal(await regions.count(), 3);
        assert.equal(await visit.page.getByText('our old list').isVisible(), false);
        await visit.close();
      });
  }

  it('swup: the list stays as it is until the other page has come', async () => {
    const visit = await arrive('swup');
    await visit.refine('Norway');
    await visit.shows('?gp-country=NO', '5 of 14 practices');
    await visit.page.evaluate(() => {
      globalThis.texts = [];
      const {shadowRoot} = document.querySelector('good-practice-browser');
      new MutationObserver(() => texts.push(shadowRoot.querySelector('[part=count]').innerText)).observe(shadowRoot, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    await visit.follow();
    assert.deepEqual(await visit.page.evaluate(() => texts), []);
    await visit.close();
  });

  it('follows links of the page and of <gpb-latest>, if the router keeps the widget, as that of React or Vue', async () => {
    const latest = '<gpb-latest src="/feed.json" count="1">Our newest</gpb-latest>';
    const nav = '<nav><a href="?gp-country=NO">Norway</a> <a href="?">All</a></nav>';
    const visit = await harness.open(`${nav}${latest}${widget()}`, {policy, answers});
    const {page} = visit;
    await page.evaluate(() =>
      addEventListener('click', (event) => {
        const link = event.composedPath().find(({localName}) => localName === 'a');
        if (!link || link.origin !== location.origin) return;
        event.preventDefault();
        history.pushState({key: link.href}, '', link.href);
      }),
    );
    const shows = (text) => eventually(async () => assert.equal(await page.locator('[part=count]').innerText(), text));
    const isOpen = () => page.evaluate(() => document.querySelector('good-practice-browser').searchState.open);
    await shows('14 practices');
    await page.getByRole('link', {name: 'Norway'}).click();
    await shows('5 of 14 practices');
    await visit.refine('Arts');
    await shows('3 of 14 practices');
    await page.getByRole('link', {name: 'All', exact: true}).click();
    await shows('14 practices');
    await go(visit, -1);
    await shows('3 of 14 practices');
    await go(visit, -1);
    await shows('5 of 14 practices');
    await page.locator('gpb-latest a').click();
    await shows('14 practices');
    const {searchParams} = new URL(page.url());
    assert.deepEqual(await isOpen(), searchParams.getAll('gp-open'));
    visit.assertClean();
    await visit.close();
  });

  /** What the page's scripts do with content, without a router. */
  const rewritings = {
    'written anew with all that is around it (innerHTML +=)': () => (document.body.innerHTML += '<p>More</p>'),
    'replaced by a copy': () => document.body.replaceWith(document.body.cloneNode(true)),
    'taken out and put back': () => {
      const {body} = document;
      body.replaceWith(document.createElement('body'));
      document.body.replaceWith(body);
    },
  };
  for (const [how, rewrite] of Object.entries(rewritings))
    it(`works and announces, through one set of live regions, if it is ${how}`, async () => {
      const visit = await harness.open(widget(), {policy, answers});
      const {page} = visit;
      await visit.refine('Norway');
      await page.getByText('5 of 14 practices').first().waitFor();
      await page.evaluate(rewrite);
      await page.locator('[part=count]').getByText('5 of 14 practices').waitFor();
      const regions = page.locator('body > :is([role=status], [role=alert])');
      assert.equal(await regions.count(), 3);
      await visit.refine('Arts');
      await eventually(async () =>
        assert.equal((await regions.allInnerTexts()).filter(Boolean).join(), '3 of 14 practices'),
      );
      assert.equal(await regions.count(), 3);
      visit.assertClean();
      await visit.close();
    });

  describe('an entry that nobody on the page knows', () => {
    /** The widget's page after a search, changed as a script of the page does; and back to what was searched. The clock of the page is ours. */
    async function leaveAndReturn(leave) {
      const visit = await harness.open(widget(), {policy, answers, prepare: (page) => page.clock.install()});
      const {page} = visit;
      await visit.refine('Norway');
      await page.getByText('5 of 14 practices').first().waitFor();
      await page.evaluate(leave);
      await page.evaluate(() => {
        globalThis.loads = 0;
        navigation.addEventListener('navigate', ({navigationType}) => {
          if (navigationType === 'reload') globalThis.loads++;
        });
        const arrived = new Promise((resolve) => addEventListener('popstate', resolve, {once: true}));
        history.back();
        return arrived;
      });
      return visit;
    }
    const town = () => {
      document.title = 'Town';
      document.body.replaceWith(document.createElement('body'));
      history.pushState(null, '', '/town');
    };

    it('is loaded', async () => {
      const visit = await leaveAndReturn(town);
      await visit.page.clock.runFor(5000);
      await visit.page.getByText('5 of 14 practices').first().waitFor();
      assert.equal(await visit.page.evaluate(() => globalThis.loads), undefined);
      await visit.close();
    });

    /** @type {[string, () => void][]} */
    const others = [
      [
        'the widget is on its way, as where a router draws late',
        () => {
          const widget = document.querySelector('good-practice-browser');
          document.title = 'Town';
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', '/town');
          addEventListener('popstate', () => setTimeout(() => document.body.append(widget), 900));
        },
      ],
      [
        'the page draws without the widget',
        () => {
          const {title} = document;
          document.title = 'Town';
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', '/town');
          addEventListener('popstate', () => setTimeout(() => (document.title = title), 900));
        },
      ],
      [
        'the widget alone went, by itself',
        () => {
          document.title = 'Town';
          document.querySelector('good-practice-browser').remove();
          history.pushState(null, '', '/town');
        },
      ],
      [
        'it went with a part of the page, as with a dialog',
        () => {
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', location.href);
        },
      ],
      [
        'the page keeps something there too',
        () => {
          history.replaceState({...history.state, own: true}, '');
          document.title = 'Town';
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', '/town');
        },
      ],
      [
        'the page writes something there',
        () => {
          document.title = 'Town';
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', '/town');
          addEventListener('popstate', () => history.replaceState({...history.state}, ''));
        },
      ],
      [
        'the visitor goes on at once',
        () => {
          document.title = 'Town';
          document.body.replaceWith(document.createElement('body'));
          history.pushState(null, '', '/town');
          addEventListener('popstate', () => history.forward(), {once: true});
        },
      ],
    ];
    for (const [name, leave] of others)
      it(`is left alone where ${name}`, async () => {
        const visit = await leaveAndReturn(leave);
        await visit.page.clock.runFor(5000);
        assert.equal(await visit.page.evaluate(() => globalThis.loads), 0);
        await visit.close();
      });
  });
});
