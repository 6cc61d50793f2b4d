// The page that writes the lines to paste, as a webmaster uses it.
import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {assertAccessible} from '../support/axe.mjs';
import {hostileValues} from '../support/hostile-values.mjs';
import {dragText, eventually, startHarness} from '../support/page-harness.mjs';

const clean = (text) => text.replace(/\s+/g, ' ').trim();

describe('tools/configure.html', () => {
  let harness;
  let folder;
  before(async () => {
    harness = await startHarness();
    folder = await mkdtemp(join(tmpdir(), 'gpb-configure-'));
  });
  after(async () => {
    await harness.close();
    await rm(folder, {recursive: true});
  });

  /** Opens the page. @returns the visit, with what a webmaster reads there */
  async function arrive({query = '', context, address = `${harness.origin}/tools/configure.html`, answers} = {}) {
    const visit = await harness.open('', {head: '', context, answers});
    const {page} = visit;
    visit.seen.requests.length = 0;
    await page.goto(address + query);
    const paper = page.locator('#paper');
    return {
      ...visit,
      paper,
      load: async (src) => {
        await page.getByLabel('Address of the feed').fill(src);
        await page.getByRole('button', {name: 'Load', exact: true}).click();
      },
      loadExample: async () => {
        await page.getByRole('button', {name: 'Try with the example'}).click();
        await paper.getByRole('article').first().waitFor();
      },
      found: async () => clean(await page.locator('#found').innerText()),
      summary: () => page.locator('#found-summary').innerText(),
      lines: async (i = 0) => page.locator('#blocks pre').nth(i).textContent(),
      said: () => page.locator('#said').textContent(),
      unfold: (name) => page.locator('summary').filter({hasText: name}).click(),
      listed: () => paper.locator('[part=count]').innerText().then(clean),
    };
  }

  describe('the feed', () => {
    it('is loaded from an address, checked, and shown as a live list', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      assert.match(await visit.summary(), /^Load your practices first/);
      assert.ok(await paper.getByText('The list appears here').isVisible());
      await visit.load('/practices.json');
      await paper.getByRole('article').first().waitFor();
      assert.equal(await visit.summary(), 'JSON in our own format, 180 practices.');
      assert.match(await visit.found(), /19 topics 25 countries 63 cities 124 with a period 4 remarks/);
      await page.getByText('4 remarks').click();
      assert.match(
        await visit.found(),
        /Warning One city in 2 spellings: “London-Lewisham” \(3\) and “London Lewisham” \(1\)/,
      );
      assert.equal(
        await page.getByRole('link', {name: 'See each place'}).getAttribute('href'),
        `check.html?src=${encodeURIComponent(`${harness.origin}/practices.json`)}`,
      );
      assert.equal(await visit.listed(), '180 practices');
      assert.match(await visit.lines(), /<good-practice-browser src="\/practices\.json">/);
      visit.assertClean();
      await visit.close();
    });

    it('is not requested before “Load” if a link names it, and then without cookies', async () => {
      const cookies = [];
      const answers = {
        '/linked.json': ({headers}, response) => {
          cookies.push(headers.cookie);
          response.end('[{"title": "A garden", "city": "Leeds"}]');
        },
      };
      const visit = await arrive({query: `?src=${encodeURIComponent('/linked.json')}`, answers});
      await visit.page.context().addCookies([{name: 'login', value: 'yes', url: harness.origin}]);
      assert.equal(await visit.page.getByLabel('Address of the feed').inputValue(), '/linked.json');
      await visit.page.getByLabel('Heading above the list').fill('Gardens');
      assert.match(await visit.lines(), /src="\/linked\.json"/);
      assert.deepEqual(cookies, []);
      await visit.page.getByRole('button', {name: 'Load', exact: true}).click();
      await visit.paper.getByRole('article').first().waitFor();
      assert.ok(cookies.length > 0);
      assert.ok(cookies.every((cookie) => cookie === undefined));
      await visit.close();
    });

    it('of WordPress is named, and the page says why it has no cities', async () => {
      const post = (id) => ({
        id,
        type: 'post',
        link: `${harness.origin}/?p=${id}`,
        title: {rendered: `Post ${id}`},
        excerpt: {rendered: '<p>A summary.</p>'},
        content: {rendered: '<p>A text.</p>'},
      });
      const body = JSON.stringify(Array.from({length: 37}, (_, i) => post(i + 1)));
      const visit = await arrive({
        answers: {'/wp-json/wp/v2/posts': {headers: {'content-type': 'application/json'}, body}},
      });
      await visit.load('/wp-json/wp/v2/posts');
      await visit.paper.getByRole('article').first().waitFor();
      assert.equal(await visit.summary(), 'WordPress, 37 practices.');
      assert.match(
        await visit.found(),
        /No cities\. WordPress sends fields of your own, such as city, only if PHP registers them: see Fields of your own \(docs\/feed-formats\.md\)/,
      );
      assert.match(clean(await visit.page.locator('ul#facets').innerText()), /City \(not in this feed\)/);
      await visit.close();
    });

    it('is a file that is chosen or dropped, whose address can be changed', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      const table = 'title;city;country\nA garden;Leeds;GB\nA kitchen;Oslo;NO\n';
      await page
        .getByLabel('Or a file')
        .setInputFiles({name: 'our list.csv', mimeType: '', buffer: Buffer.from(table)});
      await paper.getByRole('article').nth(1).waitFor();
      assert.equal(await visit.summary(), 'A table (CSV), 2 practices.');
      assert.match(
        await visit.found(),
        /Upload the file to your website, and write its address above\. This page assumes \/our%20list\.csv/,
      );
      assert.match(await visit.lines(), /src="\/our%20list\.csv"/);
      await page.getByLabel('Address of the feed').fill('/files/list.csv');
      assert.match(await visit.lines(), /src="\/files\/list\.csv"/);
      assert.equal(await visit.listed(), '2 practices');

      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['[{"title": "Dropped"}]'], 'dropped.json'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
      });
      await paper.getByRole('article').filter({hasText: 'Dropped'}).waitFor();
      assert.match(await visit.lines(), /src="\/dropped\.json"/);
      // no file leaves the computer
      assert.ok(!visit.seen.requests.some((url) => /list|dropped/.test(url)));
      visit.assertClean();
      await visit.close();
    });

    it('has its name in what is said about a file that cannot be read', async () => {
      const visit = await arrive();
      await visit.page
        .getByLabel('Or a file')
        .setInputFiles({name: 'places.csv', mimeType: '', buffer: Buffer.from('Where;When\nLeeds;2019\n')});
      await eventually(async () => assert.match(await visit.found(), /places\.csv is not JSON, XML or a table/));
      assert.doesNotMatch(await visit.found(), /\.invalid/);
      await visit.close();
    });

    it('lets webmasters drag a text into a field', async () => {
      const visit = await arrive();
      const {page} = visit;
      await dragText(page, '.hint', '#src');
      await eventually(async () => assert.notEqual(await page.getByLabel('Address of the feed').inputValue(), ''));
      assert.equal(await page.locator('#drop.over').count(), 0);
      visit.assertClean();
      await visit.close();
    });

    it('is a table that is pasted', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.unfold('Or paste a table');
      await page.getByRole('button', {name: 'Use this table'}).click();
      assert.equal(await page.locator('#paste-error').innerText(), 'Paste a table first.');
      await page.getByRole('textbox', {name: 'Or paste a table'}).fill('title\tcity\nA garden\tLeeds\n');
      await page.getByRole('button', {name: 'Use this table'}).click();
      await paper.getByRole('article').filter({hasText: 'A garden'}).waitFor();
      assert.equal(await page.locator('#paste-error').innerText(), '');
      assert.match(await visit.found(), /Save the table as a file, for example practices\.csv/);
      await visit.close();
    });

    it('may be several addresses', async () => {
      const visit = await arrive({answers: {'/two.json': {body: '[{"title": "Another", "city": "Oslo"}]'}}});
      await visit.load('/practices.json /two.json');
      await visit.paper.getByText('181 practices', {exact: true}).waitFor();
      assert.equal(await visit.summary(), '2 feeds, 181 practices.');
      assert.match(await visit.lines(), /src="\/practices\.json \/two\.json"/);
      await visit.close();
    });

    it('leaves everything typed if it cannot be read, and the page says what to do', async () => {
      const abroad = createServer((_, response) => response.end('[]')).listen(0, '127.0.0.1');
      await new Promise((done) => abroad.once('listening', done));
      const visit = await arrive({
        answers: {'/page': {headers: {'content-type': 'text/html'}, body: '<!doctype html><title>Welcome</title>'}},
      });
      const {page, paper} = visit;
      await visit.loadExample();
      await page.getByLabel('Heading above the list').fill('Kept');
      const cases = [
        ['/nowhere.json', /nowhere\.json cannot be read\. .*HTTP status 404/],
        ['/page', /cannot be read\. This is a web page, not a feed/],
        [
          `http://127.0.0.1:${abroad.address().port}/feed`,
          /cannot be read\. Most often, the server of the feed does not let other sites read it/,
        ],
      ];
      for (const [address, message] of cases) {
        await visit.load(address);
        await eventually(async () => assert.match(await visit.found(), message));
        assert.equal(await page.getByLabel('Address of the feed').inputValue(), address);
        // not the list that was there before
        assert.ok(await paper.getByText('The list appears here').isVisible());
      }
      await visit.load('');
      assert.equal(
        await page.locator('#src-error').innerText(),
        'Write the address of the feed, for example /practices.csv.',
      );
      assert.equal(await page.evaluate(() => document.activeElement.id), 'src');
      await visit.load('http://');
      assert.match(await page.locator('#src-error').innerText(), /^“http:\/\/” is not an address/);
      assert.equal(await page.getByLabel('Heading above the list').inputValue(), 'Kept');
      abroad.close();
      await visit.close();
    });
  });

  describe('the choices', () => {
    it('are shown at once, and only what differs is written', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.loadExample();
      await page.getByLabel('Language of the list').selectOption('fr');
      await page.getByLabel('Heading above the list').fill('Nos pratiques');
      await page.getByLabel('Level of the heading').selectOption('3');
      await page.getByLabel('Page to submit a practice').fill('/submit');
      await visit.unfold('List');
      await page.getByLabel('Order', {exact: true}).selectOption('title');
      await page.getByLabel('Cards at first').fill('3');
      await page.getByLabel('Search and filters in the page address').selectOption('hash');
      await page.getByLabel('Load the feed only when').check();
      await paper.getByRole('heading', {name: 'Nos pratiques', level: 3}).waitFor();
      await paper.getByRole('searchbox', {name: 'Rechercher une bonne pratique'}).waitFor();
      await eventually(async () => assert.equal(await paper.getByRole('article').count(), 3));
      assert.equal(
        (await visit.lines()).split('\n').slice(2).join('\n'),
        `<good-practice-browser
  src="/demo/practices.json"
  loading="lazy"
  heading="Nos pratiques"
  heading-level="3"
  sort="title"
  hits-per-page="3"
  template-href="/submit"
  url="hash"
  lang="fr"
>
  <p>The good practices are loading. If they do not appear, please try again later.</p>
</good-practice-browser>`,
      );
      // the preview writes nothing into the address of this page
      assert.equal(new URL(page.url()).search, '');
      visit.assertClean();
      await visit.close();
    });

    it('order the filters by keyboard', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.loadExample();
      await page.getByLabel('City', {exact: true}).press('Space');
      const up = page.getByRole('button', {name: 'Move City up'});
      for (let i = 0; i < 3; i++) await up.press('Enter');
      assert.ok(await up.evaluate((button) => button === document.activeElement));
      await eventually(async () => assert.equal(await visit.said(), 'City is now 1 of 6.'));
      await up.press('Enter');
      assert.match(await visit.lines(), /facets="city topic country year"/);
      await page.getByRole('checkbox', {name: 'Country'}).press('Space');
      assert.match(await visit.lines(), /facets="city topic year"/);
      await eventually(async () =>
        assert.deepEqual((await paper.locator('[part=facet-name]').allInnerTexts()).map(clean), [
          'City',
          'Topic',
          'Year',
        ]),
      );
      await visit.close();
    });

    it('say only the last place of a filter that moves faster than the screen', async () => {
      const visit = await arrive();
      await visit.loadExample();
      await visit.page.getByRole('button', {name: 'Move City up'}).evaluate((up) => {
        for (let i = 0; i < 3; i++) up.click();
      });
      await eventually(async () => assert.equal(await visit.said(), 'City is now 1 of 6.'));
      await visit.close();
    });

    it('may be no filters at all', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.loadExample();
      for (const name of ['Topic', 'Country', 'Years as a list']) await page.getByRole('checkbox', {name}).uncheck();
      await eventually(async () => assert.equal(await paper.locator('[part=facet-name]').count(), 0));
      const lines = await visit.lines();
      assert.match(lines, /<good-practice-browser src="\/demo\/practices\.json" facets="">/);
      await page.getByRole('checkbox', {name: 'City'}).check();
      await visit.unfold('Or change lines that you have');
      await page.getByRole('textbox', {name: 'Or change lines that you have'}).fill(lines);
      await page.getByRole('button', {name: 'Read these lines'}).click();
      assert.equal(await page.locator('ul#facets :checked').count(), 0);
      assert.equal(await visit.lines(), lines);
      visit.assertClean();
      await visit.close();
    });

    it('take over scope and preset from the preview', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await page.getByRole('button', {name: 'Use as scope'}).click();
      await eventually(async () => assert.equal(await visit.said(), 'Select a filter in the preview first.'));
      await visit.loadExample();
      await paper.getByRole('checkbox', {name: /^Spain/}).click();
      await page.getByText('Selected in the preview: country:ES').waitFor();
      await page.getByRole('button', {name: 'Use as scope'}).click();
      await eventually(async () => assert.equal(await visit.listed(), '24 practices'));
      assert.equal(await page.getByLabel('Only these practices').inputValue(), 'country:ES');
      await eventually(async () =>
        assert.equal(await visit.said(), 'The list now has these practices only: country:ES'),
      );
      await paper.getByRole('checkbox', {name: /^Education/}).click();
      await page.getByText('Selected in the preview: topic:').waitFor();
      await page.getByRole('button', {name: 'Use as preset'}).click();
      await eventually(async () => assert.match(await visit.listed(), /^\d+ of 24 practices$/));
      assert.match(await visit.lines(), /scope="country:ES"[^]*preset="topic:education"/);
      await visit.close();
    });

    it('say the contrast of colours, and offer one that is enough', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.loadExample();
      await visit.unfold('Colours and shape');
      const contrasts = async () => (await page.locator('#contrasts li').allInnerTexts()).map(clean);
      assert.deepEqual(await contrasts(), ['The widget’s own colours have enough contrast.']);
      const accent = page.getByLabel('Links and buttons', {exact: true});
      await accent.fill('#ff880');
      assert.match(await page.locator('#look-accent-error').innerText(), /^Write a colour with # and six digits/);
      await accent.fill('#ff8800');
      assert.equal(
        (await contrasts())[0],
        'Aa Links on the background (light page): 2.39 to 1 – too little: 4.5 to 1 is needed Use #b35f00',
      );
      await page.getByRole('button', {name: 'Use #b35f00'}).click();
      assert.equal(await accent.inputValue(), '#b35f00');
      assert.match((await contrasts())[0], /enough$/);
      assert.match(await visit.lines(), /--gpb-accent: #b35f00; --gpb-on-accent: #ffffff/);
      const colour = await paper
        .getByRole('button', {name: /^Read more/})
        .first()
        .evaluate((button) => getComputedStyle(button).color);
      assert.equal(colour, 'rgb(179, 95, 0)');
      await page.getByLabel('Background', {exact: true}).fill('#10243e');
      assert.match(await page.locator('#look-color-error').innerText(), /^Choose both/);
      await page.getByLabel('Text', {exact: true}).fill('#ffffff');
      assert.match((await contrasts())[0], /^Aa Text on the background \(your background\): 15\.\d+ to 1/);
      await visit.close();
    });

    it('offer the hosts of the images of the feed', async () => {
      const body = '[{"title": "A garden", "image": {"src": "https://images.example/a.jpg", "alt": "A garden"}}]';
      const visit = await arrive({answers: {'/images.json': {body}}});
      await visit.load('/images.json');
      await visit.paper.getByRole('article').first().waitFor();
      await visit.unfold('List');
      await visit.page.route('https://images.example/**', (route) => route.abort());
      await visit.page.getByRole('button', {name: 'Allow images.example'}).click();
      assert.match(await visit.lines(), /image-hosts="images\.example"/);
      assert.match(await visit.page.locator('#server').innerText(), /img-src 'self' https:\/\/images\.example/);
      await visit.close();
    });

    it('name what is wrong, and keep it', async () => {
      const visit = await arrive();
      const {page} = visit;
      await visit.loadExample();
      const scope = page.getByLabel('Only these practices');
      await scope.fill('country:ES nonsense');
      assert.match(
        await page.locator('#scope-error').innerText(),
        /^“nonsense” is not a filter\. Write filters like this/,
      );
      assert.equal(await scope.getAttribute('aria-invalid'), 'true');
      assert.doesNotMatch(await visit.lines(), /scope/);
      const notice = page.locator('#blocks .notice');
      assert.equal(
        await notice.innerText(),
        'These values do not fit, so the lines are without them: scope “country:ES nonsense”. Correct them in step 2.',
      );
      await scope.fill('country:ES');
      assert.equal(await page.locator('#scope-error').innerText(), '');
      assert.equal(await scope.getAttribute('aria-invalid'), null);
      assert.equal(await notice.count(), 0);
      assert.match(await visit.lines(), /scope="country:ES"/);
      await visit.unfold('More settings');
      await page.getByLabel('refresh').fill('abc');
      assert.doesNotMatch(await visit.lines(), /refresh/);
      await page.getByLabel('refresh').fill('600');
      assert.match(await visit.lines(), /refresh="600"/);
      await visit.unfold('List');
      await page.getByLabel('Cards at first').fill('many');
      assert.equal(await page.locator('#hits-per-page-error').innerText(), '“many” is not a whole number from 1.');
      // nothing half-written reaches the widget, which would warn in the console
      visit.assertClean();
      await visit.close();
    });

    it('have a preview as wide as a phone, and on a dark page', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.loadExample();
      assert.equal(await paper.getByRole('button', {name: 'Filters'}).count(), 0);
      await page.getByRole('radio', {name: 'Phone'}).check();
      await paper.getByRole('button', {name: 'Filters'}).waitFor();
      assert.equal(await paper.evaluate((element) => element.offsetWidth), 390);
      await page.getByRole('radio', {name: 'Dark'}).check();
      const [ink, ground] = await paper.evaluate((element) => [
        getComputedStyle(element).color,
        getComputedStyle(element).backgroundColor,
      ]);
      assert.deepEqual([ink, ground], ['rgb(232, 235, 242)', 'rgb(13, 19, 32)']);
      await visit.close();
    });

    it('are still there after the page was loaded again', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      await visit.load('/practices.json');
      await paper.getByRole('article').first().waitFor();
      await page.getByLabel('Heading above the list').fill('Kept');
      await page.getByRole('button', {name: 'Move Topic down'}).click();
      await page.getByLabel('System of your website').selectOption('hugo');
      visit.seen.requests.length = 0;
      await page.reload();
      assert.equal(await page.getByLabel('Heading above the list').inputValue(), 'Kept');
      assert.match(await visit.lines(), /src="\/practices\.json"[^]*heading="Kept"[^]*facets="country topic year"/);
      assert.equal(await page.locator('#blocks h3').first().innerText(), 'File layouts/shortcodes/practices.html');
      assert.ok(!visit.seen.requests.some((url) => url.endsWith('practices.json')));
      await visit.close();
    });
  });

  describe('the lines', () => {
    it('name the choices that the plugin for WordPress does not take', async () => {
      const visit = await arrive();
      const {page} = visit;
      await page.getByLabel('System of your website').selectOption('wordpress-plugin');
      assert.equal(await page.locator('#blocks .notice').count(), 0);
      await page.getByLabel('Language of the list').selectOption('fr');
      await page.getByRole('checkbox', {name: 'Source, for several feeds'}).check();
      assert.equal(await visit.lines(), '[good_practices facets="topic country year"]');
      assert.equal(
        await page.locator('#blocks .notice').innerText(),
        'The plugin does not take these choices, so the shortcode is without them: facets “source”, lang “fr”. If you need them, choose this system: WordPress, block “Custom HTML”.',
      );
      await assertAccessible(visit.page);
      await page.setViewportSize({width: 320, height: 700});
      await page.locator('[data-attribute=city-href]').evaluate((field) => {
        field.value = `https://city.example/${'a'.repeat(200)}`;
        field.dispatchEvent(new Event('input', {bubbles: true}));
      });
      assert.match(await page.locator('#blocks .notice').innerText(), /city-href/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.getByLabel('System of your website').selectOption('html');
      assert.equal(await page.locator('#blocks .notice').count(), 0);
      assert.match(await visit.lines(), /facets="topic country year source"[^]*lang="fr"/);
      await visit.close();
    });

    it('lead from the plugin for WordPress to another way if it cannot read the feed', async () => {
      const visit = await arrive();
      const {page} = visit;
      const target = page.getByLabel('System of your website');
      await target.selectOption('wordpress-plugin');
      await page.getByLabel('Address of the feed').fill('https://network.example/practices');
      assert.match(await page.locator('#how').innerText(), /add a source: https:\/\/network\.example\/practices$/m);
      await page.getByLabel('Or a file').setInputFiles({
        name: 'practices.csv',
        mimeType: '',
        buffer: Buffer.from('title;city\nA garden;Leeds\n'),
      });
      const notice = page.locator('#blocks .notice');
      await notice.filter({hasText: 'The plugin cannot read this feed.'}).waitFor();
      assert.equal(await page.locator('#how li, #blocks pre').count(), 0);
      await assertAccessible(visit.page);
      await page.getByRole('button', {name: 'Choose instead: WordPress, block “Custom HTML”'}).click();
      assert.equal(await target.inputValue(), 'wordpress-block');
      assert.ok(await target.evaluate((element) => element === document.activeElement));
      assert.match(await visit.lines(), /<good-practice-browser src="\/practices\.csv">/);
      assert.equal(await notice.count(), 0);
      visit.assertClean();
      await visit.close();
    });

    it('are there for each system, with the steps and what servers must allow', async () => {
      const visit = await arrive();
      const {page} = visit;
      await page.getByLabel('Address of the feed').fill('https://network.example/practices.csv');
      const target = page.getByLabel('System of your website');
      const systems = await target.evaluate((select) => [...select.options].map(({value}) => value));
      assert.equal(systems.length, 14);
      for (const system of systems) {
        await target.selectOption(system);
        assert.ok((await page.locator('#how li').count()) > 0, system);
        assert.match(await visit.lines(), /practices/, system);
      }
      const server = await page.locator('#server').innerText();
      assert.match(server, /The feed is on another server, https:\/\/network\.example/);
      assert.match(server, /location = \/practices\.csv \{ add_header Access-Control-Allow-Origin "\*"; \}/);
      assert.match(server, /connect-src 'self' https:\/\/network\.example/);
      await visit.close();
    });

    it('are copied, and the page says so', async () => {
      const visit = await arrive({context: {permissions: ['clipboard-read', 'clipboard-write']}});
      const {page} = visit;
      await page.getByLabel('Address of the feed').fill('/practices.json');
      await page.getByRole('button', {name: 'Copy: Into the page'}).press('Enter');
      await eventually(async () => assert.equal(await visit.said(), 'Copied.'));
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await visit.lines());
      await visit.close();
    });

    it('are selected if the browser refuses to copy', async () => {
      const visit = await arrive();
      const {page} = visit;
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
      await page.getByRole('button', {name: 'Copy: Into the page'}).click();
      await eventually(async () =>
        assert.match(await visit.said(), /^The browser refused to copy\. The lines are selected/),
      );
      assert.equal(await page.evaluate(() => String(getSelection())), await visit.lines());
      await visit.close();
    });

    it('are a page to try, which works from disk', async () => {
      const visit = await arrive();
      const {page} = visit;
      const download = page.getByRole('button', {name: 'Download as a page to try'});
      await download.click();
      await eventually(async () => assert.match(await visit.said(), /^Load the practices first/));
      await visit.loadExample();
      await page.getByLabel('Heading above the list').fill('Our "good" <practices>');
      await page.getByLabel('Only these practices').fill('country:ES');
      const [saved] = await Promise.all([page.waitForEvent('download'), download.click()]);
      const path = join(folder, saved.suggestedFilename());
      await saved.saveAs(path);
      const attempt = await harness.open('', {head: ''});
      await attempt.page.goto(pathToFileURL(path).href);
      await attempt.page.getByRole('heading', {name: 'Our "good" <practices>'}).waitFor();
      assert.equal(await attempt.total(), '24 practices');
      await attempt.search('education');
      await eventually(async () => assert.match(await attempt.total(), /^\d+ of 24 practices$/));
      assert.deepEqual(attempt.seen.errors, []);
      await attempt.close();
      await visit.close();
    });

    it('hold hostile values of every field as values', async () => {
      const visit = await arrive();
      const {page} = visit;
      await visit.loadExample();
      for (const group of ['List', 'Addresses', 'More settings']) await visit.unfold(group);
      // fields of one line keep no line breaks
      const values = hostileValues.filter((value) => value === value.replace(/[\r\n]/g, ''));
      const seen = await page.evaluate(
        ([values, names]) => {
          const field = (name) => document.querySelector(`[data-attribute="${name}"]`);
          const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
          const faults = [];
          for (const value of values) {
            for (const name of [...names, 'src']) field(name).value = value;
            for (const id of ['fallback', 'script', 'page', 'look-accent', 'look-background', 'look-color'])
              document.getElementById(id).value = value;
            for (const target of document.getElementById('target').options) {
              document.getElementById('target').value = target.value;
              document.getElementById('target').dispatchEvent(new Event('input', {bubbles: true}));
              if (['react', 'vue', 'svelte', 'wordpress-plugin'].includes(target.value)) continue;
              const text = document.querySelector('#blocks pre').textContent;
              const parsed = parse(text.replace(/^<\/?HTML>$/gm, ''));
              const widgets = parsed.querySelectorAll('good-practice-browser, [data-good-practice-browser]');
              const others = parsed.querySelectorAll(
                'body *:not(good-practice-browser, div, p, script), head *:not(style, script)',
              );
              const own = (name) => widgets[0].getAttribute(widgets[0].localName === 'div' ? `data-${name}` : name);
              // What does not fit is left out.
              const wanted = (name) => (field(name).getAttribute('aria-invalid') ? null : value);
              const wrong = widgets.length === 1 ? names.filter((name) => own(name) !== wanted(name)) : ['widget'];
              if (others.length || wrong.length) faults.push([target.value, value, wrong, text]);
            }
          }
          return faults;
        },
        [
          values,
          ['heading', 'scope', 'preset', 'image-hosts', 'template-href', 'refresh', 'exclude-topics', 'url-key'],
        ],
      );
      assert.deepEqual(seen, []);
      assert.equal(await page.locator('#blocks script, #blocks img, #how script').count(), 0);
      assert.deepEqual(visit.seen.errors, []);
      await visit.close();
    });

    it('that are pasted fill the form again, and what cannot be read is named', async () => {
      const visit = await arrive();
      const {page} = visit;
      await visit.unfold('Or change lines that you have');
      const box = page.getByRole('textbox', {name: 'Or change lines that you have'});
      const read = page.getByRole('button', {name: 'Read these lines'});
      await read.click();
      assert.equal(await page.locator('#snippet-in-error').innerText(), 'Paste your lines first.');
      await box.fill('<p>Hello</p>');
      await read.click();
      assert.match(await page.locator('#snippet-in-error').innerText(), /^There is no list in these lines/);
      const lines = `<style>good-practice-browser { --gpb-accent: #a1005b; --gpb-line: red }</style>
<script src="/p/good-practice-browser.js" defer onload="hasRun = true"></script>
<div data-good-practice-browser data-src="/practices.json" data-heading="Ours &amp; theirs" data-facets="city topic"
  data-heading-level="9" data-refresh="600" data-loading="lazy" data-colour="red" onclick="hasRun = true"><p>Wait.</p></div>`;
      const everythingRead = 'The lines were read. Load the feed to see the list.';
      for (const more of ['', ' loading="eager" hits-per-page="12"']) {
        await box.fill(`<good-practice-browser src="/practices.json"${more}></good-practice-browser>`);
        await read.click();
        assert.equal(await page.locator('#snippet-in-result').innerText(), everythingRead);
      }
      await box.fill('<good-practice-browser><p>All are on <a href="/all">this page</a>.</p></good-practice-browser>');
      await read.click();
      assert.equal(
        await page.locator('#snippet-in-result').innerText(),
        `${everythingRead} The text between the tags has HTML, which this page does not write. Copy it into the new lines by hand.`,
      );
      await box.fill(lines);
      await read.click();
      assert.equal(
        await page.locator('#snippet-in-result').innerText(),
        'The lines were read, except: data-colour, onclick, --gpb-line: red, heading-level “9”. Keep these by hand.',
      );
      assert.equal(await page.getByLabel('Heading above the list').inputValue(), 'Ours & theirs');
      assert.equal(
        await visit.lines(),
        `<style>
  good-practice-browser:not(:defined) { display: block; min-height: 100svh }
  good-practice-browser { --gpb-accent: #a1005b; --gpb-on-accent: #ffffff }
</style>
<script src="/p/good-practice-browser.js" defer></script>
<good-practice-browser
  src="/practices.json"
  loading="lazy"
  refresh="600"
  heading="Ours &amp; theirs"
  facets="city topic"
>
  <p>Wait.</p>
</good-practice-browser>`,
      );
      assert.equal(await page.evaluate(() => 'hasRun' in globalThis), false);
      assert.equal(await box.inputValue(), lines);
      visit.assertClean();
      await visit.close();
    });
  });

  describe('everyone', () => {
    it('can use it in French, and change the language without losing anything', async () => {
      const visit = await arrive({context: {locale: 'fr-CH'}});
      const {page, paper} = visit;
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
      await page.getByRole('button', {name: 'Essayer avec l’exemple'}).click();
      await paper.getByRole('searchbox', {name: 'Rechercher une bonne pratique'}).waitFor();
      assert.equal(await visit.summary(), 'JSON dans notre format, 180 pratiques.');
      await page.getByText('4 remarques').click();
      assert.match(await visit.found(), /Une ville en plusieurs orthographes/);
      assert.match(await visit.lines(), /<p>Les bonnes pratiques se chargent/);
      await page.getByLabel('Titre au-dessus de la liste').fill('Nos pratiques');
      await page.getByRole('button', {name: 'English'}).click();
      assert.equal(await page.getByLabel('Heading above the list').inputValue(), 'Nos pratiques');
      assert.equal(await visit.summary(), 'JSON in our own format, 180 practices.');
      assert.match(await visit.lines(), /heading="Nos pratiques"[^]*<p>The good practices are loading/);
      visit.assertClean();
      await visit.close();
    });

    it('can use it by keyboard alone', async () => {
      const visit = await arrive();
      const {page, paper} = visit;
      const {keyboard} = page;
      await page.getByLabel('Address of the feed').focus();
      await keyboard.type('/practices.json');
      await keyboard.press('Enter');
      await paper.getByRole('article').first().waitFor();
      const reach = async (isReached) => {
        for (let i = 0; i < 400; i++) {
          await keyboard.press('Tab');
          if (await page.evaluate(isReached)) return;
        }
        assert.fail(`not reached by Tab: ${isReached}`);
      };
      await reach(() => document.activeElement.id === 'heading');
      await keyboard.type('By keyboard');
      await reach(() => document.activeElement.name === 'width');
      await keyboard.press('ArrowLeft');
      assert.ok(await page.getByRole('radio', {name: '650 px'}).isChecked());
      await reach(() => document.activeElement.id === 'stage');
      await reach(() => document.activeElement.id === 'target');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowDown');
      await reach(() => document.activeElement.closest('#blocks') && document.activeElement.localName === 'button');
      assert.match(await visit.lines(), /heading="By keyboard"/);
      await visit.close();
    });

    for (const width of [320, 1280])
      for (const colorScheme of ['light', 'dark'])
        it(`finds no fault that a machine finds, and no scroll bar (${width} px, ${colorScheme})`, async () => {
          const visit = await arrive({context: {colorScheme, viewport: {width, height: 800}}});
          const {page} = visit;
          await visit.loadExample();
          await page.getByText('4 remarks').click();
          for (const group of ['List', 'Colours and shape', 'Addresses', 'More settings']) await visit.unfold(group);
          await visit.unfold('Or paste a table');
          await visit.unfold('Or change lines that you have');
          await page.getByLabel('Links and buttons', {exact: true}).fill('#a1005b');
          await page.getByLabel('Links and buttons on dark', {exact: true}).fill('#ff8ac4');
          await page.getByLabel('Only these practices').fill('nonsense');
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          await page.getByLabel('Only these practices').fill('');
          await assertAccessible(visit.page);
          await visit.screenshot(`configure-${width}-${colorScheme}`);
          await visit.close();
        });

    it('is told not to publish it', async () => {
      const visit = await arrive();
      assert.equal(await visit.page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
      assert.match(await visit.page.getByRole('contentinfo').innerText(), /^Do not publish this page/);
      await visit.close();
    });
  });

  describe('from disk', () => {
    const address = pathToFileURL(resolve('dist/tools/configure.html')).href;

    it('works with a pasted table, and says what does not work', async () => {
      const visit = await arrive({address});
      const {page, paper} = visit;
      assert.match(await page.locator('#from-disk').innerText(), /^You opened this page from your computer/);
      await visit.unfold('Or paste a table');
      await page.getByRole('textbox', {name: 'Or paste a table'}).fill('title;city\nA garden;Leeds\n');
      await page.getByRole('button', {name: 'Use this table'}).click();
      await paper.getByRole('article').filter({hasText: 'A garden'}).waitFor();
      assert.match(
        await visit.lines(),
        /<script src="\/good-practice-browser-[\d.]+\/good-practice-browser\.js" defer>/,
      );
      await visit.load('practices.json');
      await eventually(async () => assert.match(await visit.found(), /Browsers load no file from disk by its address/));
      await visit.close();
    });
  });
});
