import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startHarness} from '../../support/page-harness.mjs';
import {answers, useEverything, widget} from './journey.mjs';

const folder = join(import.meta.dirname, 'host-scripts');

/** Beside the journey's answers, the script of the page. */
const withScript = (name) => ({
  head: `<script src="/host.js"></script>${scriptTag()}`,
  answers: {
    ...answers,
    '/host.js': {headers: {'content-type': 'text/javascript'}, body: readFileSync(join(folder, name), 'utf8')},
  },
});

// Requirement: S-27
describe('on a page whose scripts change built-in objects', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const files = readdirSync(folder);
  for (const name of files.filter((file) => !file.startsWith('deadly-')))
    it(`does all that it does elsewhere: ${name}`, async () => {
      const visit = await harness.open(widget(), withScript(name));
      await useEverything(visit);
      visit.assertClean();
      await visit.close();
    });

  for (const name of ['debug', 'host', 'reflect', 'type'])
    it(`shows its cards although each object inherits a text as “${name}”`, async () => {
      const body = `Object.prototype['${name}'] = '<img src=x>';`;
      const script = {headers: {'content-type': 'text/javascript'}, body};
      const visit = await harness.open(widget(), {
        head: `<script src="/host.js"></script>${scriptTag()}`,
        answers: {...answers, '/host.js': script},
      });
      // By scripts: what Playwright itself adds to the page does not survive such a prototype.
      await eventually(async () => {
        const seen = await visit.page.evaluate(() => {
          const element = document.querySelector('good-practice-browser');
          return `${element.shadowRoot?.querySelectorAll('gpb-card').length} ${element.firstElementChild.checkVisibility()}`;
        });
        assert.equal(seen, '12 false');
      });
      assert.deepEqual([...visit.seen.errors, ...visit.seen.console], []);
      await visit.close();
    });

  for (const name of files.filter((file) => file.startsWith('deadly-')))
    it(`keeps the fallback content, and says why, once: ${name}`, async () => {
      const visit = await harness.open(widget(), withScript(name));
      assert.ok(await visit.page.getByText('our old list').isVisible());
      await eventually(() => assert.equal(visit.seen.console.length, 1));
      assert.match(visit.seen.console[0], /^warning: good-practice-browser .* does not start: .*Object\.prototype/);
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });
});
