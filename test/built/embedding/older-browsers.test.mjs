import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {parse} from 'acorn';
import {eventually, startHarness, strictPolicy} from '../../support/page-harness.mjs';
import {answers, fallback, useEverything, widget} from './journey.mjs';

// Requirement: E-25
describe('the files that a page loads', () => {
  const files = readdirSync('dist/embed').filter((name) => name.endsWith('.js'));

  for (const name of files)
    it(`are ES2022 and no more: ${name}`, () => {
      parse(readFileSync(`dist/embed/${name}`, 'utf8'), {ecmaVersion: 2022, sourceType: 'script'});
    });

  it('has no syntax that is newer than ES2022', () => {
    assert.deepEqual(files, [
      'good-practice-browser.js',
      'good-practice-browser.opensearch.js',
      'good-practice-browser.worker.js',
    ]);
    for (const later of ['/a/v', 'using a = b', 'a => { await using b = c }'])
      assert.throws(() => parse(later, {ecmaVersion: 2022, sourceType: 'module'}), SyntaxError);
  });
});

/**
 * What not all browsers have that we name (those of May 2024: Chrome 125, Firefox 126, Safari 17.5), or no page without https: what takes
 * it away, in the page, before anything of it.
 * @type {Record<string, () => void>}
 */
const deletions = {
  'setHTML and Sanitizer'() {
    delete Element.prototype.setHTML;
    delete Element.prototype.setHTMLUnsafe;
    delete globalThis.Sanitizer;
  },
  'hidden="until-found"'() {
    const {setAttribute} = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      return setAttribute.call(this, name, name === 'hidden' ? '' : value);
    };
    delete globalThis.HTMLElement.prototype.onbeforematch;
  },
  'Intl.Segmenter and DurationFormat'() {
    delete Intl.Segmenter;
    delete Intl.DurationFormat;
  },
  moveBefore() {
    delete Element.prototype.moveBefore;
    delete DocumentFragment.prototype.moveBefore;
    delete Document.prototype.moveBefore;
  },
  'scheduler, requestIdleCallback'() {
    delete globalThis.scheduler;
    delete globalThis.requestIdleCallback;
  },
  'CSS.highlights'() {
    delete CSS.highlights;
    delete globalThis.Highlight;
  },
  'the popover API'() {
    for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
  },
  trustedTypes() {
    delete globalThis.trustedTypes;
  },
  'clipboard and share'() {
    delete Navigator.prototype.clipboard;
    delete Navigator.prototype.share;
  },
  'Promise.withResolvers, Promise.try, Set methods, iterator helpers, groupBy'() {
    delete Promise.withResolvers;
    delete Promise.try;
    delete Object.groupBy;
    delete Map.groupBy;
    for (const name of ['union', 'intersection', 'difference', 'isSubsetOf']) delete Set.prototype[name];
    for (const name of ['map', 'filter', 'toArray', 'find', 'some', 'flatMap', 'take']) delete Iterator.prototype[name];
    delete globalThis.Iterator;
    delete Array.fromAsync;
    delete RegExp.escape;
    delete Math.sumPrecise;
  },
  'observers and view transitions'() {
    delete Document.prototype.startViewTransition;
    delete globalThis.ResizeObserver;
    delete globalThis.IntersectionObserver;
  },
  'ariaLabelledByElements, ElementInternals.states'() {
    delete Element.prototype.ariaLabelledByElements;
    delete Element.prototype.ariaDescribedByElements;
    delete globalThis.CustomStateSet;
    delete ElementInternals.prototype.states;
  },
  'the navigation API, cookieStore'() {
    delete globalThis.navigation;
    delete globalThis.cookieStore;
  },
  'Worker and CompressionStream'() {
    delete globalThis.Worker;
    delete globalThis.CompressionStream;
    delete globalThis.DecompressionStream;
  },
};

// Requirement: E-25
describe('in a browser without', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const all = ['any of that', Object.values(deletions)];
  const each = Object.entries(deletions).map(([name, act]) => [name, [act]]);
  // one by one where there is time: what is done without one thing may need another
  for (const [name, acts] of process.env.TIER === 'all' ? each : [all])
    it(`${name}: a visitor does all that others do`, async () => {
      const visit = await harness.open(widget(), {
        answers,
        // a browser that has no Trusted Types enforces none
        policy: acts.includes(deletions.trustedTypes) ? strictPolicy.replace(/; require-trusted.*/, '') : strictPolicy,
        prepare: (page) => page.addInitScript(acts.map((act) => `(${method(act)})();`).join('')),
      });
      await useEverything(visit);
      visit.assertClean();
      await visit.close();
    });

  it('custom elements, or JavaScript: a visitor reads the fallback content', async () => {
    const visit = await harness.open(widget(), {answers, context: {javaScriptEnabled: false}});
    assert.ok(await visit.page.getByText('our old list').isVisible());
    assert.ok(fallback.includes('our old list'));
    await visit.close();
  });

  it('the script, which is blocked or not found: a visitor reads the fallback content', async () => {
    const visit = await harness.open(widget(), {answers, head: '<script src="/embed/none.js" defer></script>'});
    await eventually(() => assert.equal(visit.seen.console.length, 1));
    assert.ok(await visit.page.getByText('our old list').isVisible());
    await visit.close();
  });
});

/** A method's source, as a function of its own. */
const method = (act) => `function ${act.toString().replace(/^[^(]*/, '')}`;
