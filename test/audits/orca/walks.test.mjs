// What the Orca screen reader says to visitors, by keys in real browsers: some walks in Firefox in `npm run test:all`, all walks in
// Firefox and Chromium in `npm run test:release`. They are skipped where Orca is not installed.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {eventually, scriptTag, startServer} from '../../support/page-harness.mjs';
import {reasonToSkip} from './desktop.mjs';
import {walkThrough} from './walk.mjs';

const isRelease = process.env.TIER === 'release';

const feed = readFileSync('demo/practices.json', 'utf8');
const {practices, topics} = JSON.parse(feed);
const count = `${practices.length} practices`;
const someOfAll = new RegExp(`\\d+ of ${count}`);

const page = (lang, src, attributes = '') => `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><title>Town of Willowmere</title>${scriptTag()}
<main><h1>What cities do</h1><good-practice-browser src="${src}" hits-per-page="2" ${attributes}></good-practice-browser></main>`;

/** The browser is still loading the page, and Orca waits for it, until the list is drawn: the server answers both requests then. */
const untilDrawn = `<img src="/until-drawn" alt=""><script>
addEventListener('gpb-loaded', ({target}) =>
  target.updateComplete.then(() => requestAnimationFrame(() => requestAnimationFrame(() => fetch('/drawn')))));
</script>`;

for (const browser of isRelease ? ['firefox', 'chromium'] : ['firefox'])
  describe(`Orca with ${browser}`, {skip: reasonToSkip(browser) ?? false}, () => {
    let server;
    before(async () => {
      server = await startServer();
    });
    after(() => server.close());

    /** Opens a page with a widget, and walks when the page is loaded. */
    function walkOn(content, steps) {
      const headers = {'content-type': 'text/html; charset=utf-8'};
      server.answers.set('/walk.html', {headers, body: content}).set('/favicon.ico', {status: 204});
      return walkThrough(browser, `${server.origin}/walk.html`, steps);
    }

    /** Opens a page with the practices of the demo, and walks when they are drawn. */
    function walk(steps, {attributes, lang = 'en', src = '/practices.json'} = {}) {
      const drawn = new Promise((resolve) => {
        server.answers.set('/drawn', (_, response) => resolve(response.writeHead(204).end()));
      });
      server.answers.set('/until-drawn', async (_, response) => {
        await drawn;
        response.writeHead(204).end();
      });
      return walkOn(page(lang, src, attributes) + untilDrawn, async (orca) => {
        await orca.press('ctrl+Home', 'What cities do');
        await steps(orca);
      });
    }

    // Requirement: A-12
    it('says once that no practice matches', () =>
      walk(async (orca) => {
        await orca.typeIntoSearchField('zebra');
        await orca.hears('No practice matches “zebra”');
        await orca.browse();
        await orca.press('h', 'heading level');
        orca.assertSaidOnce('No practice matches “zebra”');
      }));

    // Requirement: A-12
    it('comes by h to “Nothing found”', () =>
      walk(async (orca) => {
        await orca.typeIntoSearchField('zebra');
        await orca.hears('No practice matches “zebra”');
        await orca.browse();
        await orca.pressUntil('h', 'Nothing found', 3);
      }));

    // Requirement
    it('says that a filter is checked, how many practices are left, and that “Read more” has opened', () =>
      walk(async (orca) => {
        await orca.press('x', 'check box not checked');
        await orca.press('space', someOfAll);
        await orca.hears('checked');
        await orca.pressUntil('b', 'Read more');
        await orca.press('Return', 'expanded');
        orca.assertSaidOnce(someOfAll);
      }));

    // Requirement: A-13
    it('says once that the feed failed to load, and how many practices there are after “Try again”', async () => {
      let isRepaired = false;
      let fail;
      const failure = new Promise((resolve) => {
        fail = resolve;
      });
      server.answers.set('/feed.json', async (_, response) => {
        if (!isRepaired) await failure;
        response.writeHead(isRepaired ? 200 : 500, {'content-type': 'application/json'}).end(isRepaired && feed);
      });
      const steps = async (orca) => {
        await orca.hears('Loading good practices');
        fail();
        await orca.hears('The good practices could not be loaded');
        await orca.pressUntil('b', 'Try again', 3);
        isRepaired = true;
        await orca.press('Return', count);
        await orca.press('h', 'heading level');
        orca.assertSaidOnce('The good practices could not be loaded');
        orca.assertSaidOnce(count);
      };
      await walkOn(page('en', '/feed.json'), steps);
    });

    // Requirement: A-33
    it('comes by Tab to the search field, a filter and a practice', () =>
      walk(async (orca) => {
        await orca.pressUntil('Tab', /Search good practices (?:entry|edit)/, 3);
        await orca.pressUntil('Tab', 'check box not checked');
        await orca.pressUntil('Tab', 'Read more');
      }));

    if (!isRelease) return;

    // Requirement: A-13
    it('says once that the full text failed to load, comes by b to “Try again”, and from there back to “Read less”', async () => {
      const list = JSON.stringify([{id: 'a', title: 'A garden', details: 'missing.json'}]);
      server.answers.set('/garden.json', {headers: {'content-type': 'application/json'}, body: list});
      await walk(
        async (orca) => {
          await orca.pressUntil('b', 'Read more');
          await orca.press('Return', 'The full text could not be loaded');
          await orca.pressUntil('b', 'Try again', 3);
          orca.assertSaidOnce('The full text could not be loaded');
          const details = JSON.stringify({
            id: 'a',
            title: 'A garden',
            sections: [{heading: 'Beans', text: 'Pupils plant.'}],
          });
          server.answers.set('/missing.json', {headers: {'content-type': 'application/json'}, body: details});
          await orca.press('Return', 'Read less');
        },
        {src: '/garden.json'},
      );
      server.answers.delete('/missing.json');
    });

    // Requirement: A-10
    it('says which word was corrected, and how many practices that finds', () =>
      walk(async (orca) => {
        await orca.typeIntoSearchField('manchster');
        await orca.hears(/Showing results for Manchester\. \d+ of \d+ practices/);
      }));

    // Requirement: A-07
    it('comes by m to the landmarks of the search and of the practices', () =>
      walk(async (orca) => {
        await orca.pressUntil('m', /Good practices of intercultural cities,? Search good practices/, 4);
        await orca.pressUntil('m', /^Good practices of intercultural cities (?!Search)/, 2);
      }));

    // Requirement: A-07
    it('says no role of a landmark twice', () =>
      walk(async (orca) => {
        const landmarks = await orca.pressUntil('m', /Wrapping/, 6);
        assert.doesNotMatch(landmarks.join(' '), /Search:/);
      }));

    // Requirement: A-08
    it('comes by h from practice to practice', () =>
      walk(async (orca) => {
        const headings = await orca.pressUntil('h', /Wrapping|What cities do/, 4);
        const titles = headings.filter((heading) =>
          practices.some(({title}) => heading.startsWith(`${title} heading level 2`)),
        );
        assert.equal(new Set(titles).size, 2, headings.join(' / '));
      }));

    // Requirement: A-33
    it('comes from the search field by one Tab to “Skip to results”, and from there to the first practice', () =>
      walk(async (orca) => {
        await orca.pressUntil('Tab', /Search good practices (?:entry|edit)/, 3);
        await orca.press('Tab', 'Skip to results');
        await orca.press('Return');
        const [next] = await orca.pressUntil('Tab', /Read more|My list/, 3);
        assert.ok(!/check box/.test(next), next);
      }));

    // Requirement: A-01
    it('reads the title of a practice, then place and period, topics, summary and “Read more”', () =>
      walk(async (orca) => {
        const heading = await orca.press('h', 'heading level 2');
        const practice = practices.find(({title}) => heading.includes(title));
        const [text] = (await orca.pressUntil('Down', 'Read more')).join(' ').split('Read more');
        const topicLabels = topics.filter(({id}) => practice.topics.includes(id)).map(({label}) => label.en);
        const [firstWords] = practice.summary.split(/[.,;:]/);
        const order = [practice.city, topicLabels.find((label) => text.includes(label)), firstWords].map((words) =>
          text.indexOf(words),
        );
        assert.ok(0 <= order[0] && order[0] < order[1] && order[1] < order[2], `${order}: ${text}`);
        assert.doesNotMatch(text, /toggle button/);
      }));

    it('comes by Tab to the tabs and the map, by arrow keys to its countries, and says what they find', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('Tab', 'Cards page tab', 5);
          await orca.press('Insert+a', 'Focus mode');
          await orca.press('Right', 'Map page tab');
          await orca.press('Return', `Map: ${count}`);
          await orca.press('Tab', 'Norway, 21 practices NO toggle button not pressed');
          await orca.hears('Country');
          await orca.press('Down', 'Denmark, 2 practices');
          await orca.press('Left', 'Netherlands, 2 practices');
          await orca.press('Return', '2 of');
          await orca.hears('pressed');
          await orca.pressUntil('Tab', /Show 2 practices push button/, 8);
          await orca.press('Return', /heading level 2|Read more/);
        },
        {attributes: 'facets="source" views="cards map"'},
      ));

    it('reads the map row by row', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('Down', 'Each square is a country', 20);
          const rows = await orca.pressUntil('Down', 'Canada', 15);
          assert.match(
            rows.join(' '),
            /Norway, 21 practices.*Ireland, 1 practice.*United Kingdom, 26 practices.*Other countries/,
          );
          assert.doesNotMatch(rows.join(' '), /\bFI\b|Finland/);
        },
        {attributes: 'facets="source" views="map cards"'},
      ));

    it('reads the statistics row by row, each number with its country', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('h', 'Practices by topic and country heading level 2', 5);
          const rows = (await orca.pressUntil('Down', 'Education', 12)).join(' ');
          assert.match(
            rows,
            /Cultural and social life.*United Kingdom column header 5 practices.*Spain column header 5/,
          );
          assert.match(rows, /New Zealand column header No practice published here/);
          await orca.pressUntil('h', 'Practices by year', 5);
          await orca.press('Down', /Practices by year, 2006 to \d{4}; most in 2020: 56/);
        },
        {attributes: 'views="statistics cards"'},
      ));

    it('comes by one Tab into the table of the statistics, by arrow keys to its numbers, and to their practices', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('Tab', /Total Total column header.* 180 practices push button/, 20);
          await orca.press('Insert+a', 'Focus mode');
          await orca.press('Down', '39 practices : Cultural and social life');
          await orca.press('Right', 'United Kingdom column header');
          await orca.press('Right', /Spain column header.* 5 practices push button/);
          await orca.press('Return', /heading level 2/);
        },
        {attributes: 'facets="source" views="statistics cards"'},
      ));

    it('comes by Down from “Download” to the buttons that it opens', () =>
      walk(async (orca) => {
        await orca.pressUntil('shift+b', 'Download');
        await orca.press('Return', 'expanded');
        const line = await orca.press('Down');
        assert.match(line, /Table \(CSV\).*Data \(JSON\)/);
      }));

    it('says that a practice is on “My list”, and how many there are', () =>
      walk(async (orca) => {
        await orca.pressUntil('b', /My list.* not pressed/);
        await orca.press('Return', 'My list: 1 practice');
        await orca.hears('pressed');
      }));

    it('says what the fields of “My list” are for', () =>
      walk(async (orca) => {
        const hint = /entry\. The title and the note appear in the e-mail and on paper, not in the link/;
        await orca.pressUntil('b', /My list.* not pressed/);
        await orca.press('Return', 'My list: 1 practice');
        await orca.press('ctrl+Home', 'What cities do');
        await orca.pressUntil('b', 'My list: 1 practice');
        await orca.press('Return', 'My list: 1 practice heading level');
        for (const name of ['Title of the list', 'Note']) {
          await orca.press('e', name);
          await orca.hears(hint);
        }
      }));

    it('says what the button of a collection is, what it leads to, and how to leave it', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('b', /A warm welcome 6 practices push button\. Collections/);
          await orca.press('Return', 'A warm welcome heading level 2');
          await orca.hears('6 of 25 practices');
          await orca.pressUntil('Down', 'the library.', 4);
          await orca.pressUntil('shift+b', 'Remove filter: Collection, A warm welcome', 3);
          await orca.press('Return', /(?<!of )25 practices/);
          orca.assertSaidOnce('6 of 25 practices');
        },
        {src: '/collections.json'},
      ));

    it('leads through the configurator: what was found in the feed, and that the lines are copied', () =>
      walkOn(
        readFileSync('dist/tools/configure.html', 'utf8').replace('<head>', '<head><base href="/tools/">'),
        async (orca) => {
          await orca.press('ctrl+Home', 'Tools of good-practice-browser');
          await orca.typeIntoSearchField('/practices.json', 'Address of the feed');
          await orca.press('Return', `${count}.`);
          await orca.browse();
          await orca.pressUntil('b', /^Copy/);
          await orca.press('Return', 'Copied');
        },
      ));

    // Requirement: A-36
    it('reads a German page in German, and says that the practices are in English', () =>
      walk(
        async (orca) => {
          await orca.pressUntil('Down', 'Textsprache: Englisch');
          await orca.press('ctrl+Home', 'What cities do');
          await orca.typeIntoSearchField('zebra', /Gute Praxisbeispiele suchen/);
          await orca.hears('Kein Praxisbeispiel passt zu „zebra“');
        },
        {lang: 'de'},
      ));
  });

describe('the desktop of Orca', {skip: reasonToSkip('firefox') ?? false}, () => {
  const processesOf = (home) =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(home);
        } catch {
          return false;
        }
      });

  it('ends all that it has started, also when its test is ended by a signal', async () => {
    const {href} = new URL('desktop.mjs', import.meta.url);
    const script = `const desktop = await (await import('${href}')).startDesktop();
      await desktop.openBrowser('firefox', 'about:blank');
      console.log(desktop.home);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await once(child.stdout, 'data');
    const home = String(output).trim();
    assert.ok(processesOf(home).length > 6, 'the desktop runs');
    child.kill('SIGTERM');
    await once(child, 'exit');
    await eventually(() => assert.deepEqual(processesOf(home), []));
    assert.equal(existsSync(home), false);
  });
});
