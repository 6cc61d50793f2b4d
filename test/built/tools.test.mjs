import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {Ajv2020} from 'ajv/dist/2020.js';
import {createServer} from 'vite';
import {texts} from '../../demo/tools/texts/check.js';
import {hints} from '../../dist/core/doctor/hints.js';
import {fieldOf} from '../../dist/core/feed/formats/field-names.js';
import {assertAccessible} from '../support/axe.mjs';
import {dragText, eventually, startHarness} from '../support/page-harness.mjs';

describe('the tools', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const arrive = async (name) => {
    const visit = await harness.open('');
    visit.seen.requests.length = 0;
    await visit.page.goto(`${harness.origin}/${name}`);
    return visit;
  };
  const save = async ({page}, link) => {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
  };

  // Requirement: E-11
  describe('tools/check.html', () => {
    const summary = ({page}) => page.getByRole('status').innerText();
    const kinds = ({page}) => page.locator('.finding h3').allInnerTexts();

    const load = async ({page}, address) => {
      await page.getByLabel('Address of the feed').fill(address);
      await page.getByRole('button', {name: 'Load'}).click();
    };
    const checkText = async ({page}, text) => {
      await page.getByLabel('Or the feed itself').fill(text);
      await page.getByRole('button', {name: 'Check the text'}).click();
    };
    const opened = ({page}) => page.locator('.source').first().locator('li').allInnerTexts();

    it('checks an address, and says what is in the feed', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      assert.equal(await summary(visit), 'Nothing is checked yet.');
      await page.getByLabel('Address of the feed').fill('../demo/practices.json');
      await page.getByLabel('Address of the feed').press('Enter');
      await eventually(async () =>
        assert.equal(
          await summary(visit),
          '../demo/practices.json works. Visitors see all 180 practices. 3 warnings, 1 note.',
        ),
      );
      assert.deepEqual(await kinds(visit), [
        'Warning: A section without text is left out.',
        'Warning: One city in 2 spellings: “London-Lewisham” (3) and “London Lewisham” (1).',
        'Warning: 9 links do not use https: ajuntament.barcelona.cat, www.coe.int, www.congress-intercultural.eu ….',
        'Note: 56 practices have no period.',
      ]);
      const facts = await page.getByRole('list', {name: 'What is in it'}).getByRole('listitem').allInnerTexts();
      assert.equal(facts[0], 'JSON in our own format');
      assert.match(facts.join(' · '), /\d+ cities · \d+ countries · \d+ topics · \d{4} to \d{4}/);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Report');
      await assertAccessible(visit.page);
      visit.assertClean();
      await visit.close();
    });

    it('opens a finding at its line', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      await load(visit, '../demo/practices.json');
      const city = page.locator('.finding').nth(1);
      assert.equal(await city.locator('summary').innerText(), 'Line 863, column 15 · /practices/25/city');
      const marked = city.locator('[aria-current]');
      assert.equal(await marked.innerText(), '      "city": "London Lewisham",');
      assert.equal(await marked.locator('mark').innerText(), '"London Lewisham"');
      assert.equal(await city.locator('ol').getAttribute('start'), '861');

      await checkText(visit, '[\n  {"title": "A"},\n  {"title": "B"}\n  {"title": "C"}\n]\n');
      await eventually(async () => assert.match((await kinds(visit))[0], /A comma is missing/));
      assert.deepEqual(await opened(visit), ['  {"title": "A"},', '  {"title": "B"}', '  {"title": "C"}', ']']);
      await page.getByRole('button', {name: 'Go to this line in the text field'}).press('Enter');
      const chosen = await page.evaluate(() => {
        const {selectionEnd, selectionStart, value} = document.activeElement;
        return value.slice(selectionStart, selectionEnd);
      });
      assert.equal(chosen, '  {"title": "C"}');

      // one line of a thousand practices
      const records = Array.from({length: 1000}, (_, i) => ({
        title: `Practice ${i}`,
        country: i === 700 ? 'Narnia' : 'GB',
      }));
      await checkText(visit, JSON.stringify(records));
      await eventually(async () => assert.match((await kinds(visit))[0], /country is unknown/));
      assert.match((await opened(visit))[0], /^….*"Practice 700","country":"Narnia"},.*…$/);
      await visit.close();
    });

    it('loads an address that comes from a link only when asked to, and without cookies', async () => {
      let cookie;
      harness.answers.set('/linked.json', (request, response) => {
        ({cookie} = request.headers);
        response.end('[{"title": "A"}]');
      });
      const visit = await arrive('tools/check.html?src=../linked.json');
      const {page} = visit;
      await page.context().addCookies([{name: 'session', value: '1', url: harness.origin}]);
      assert.equal(await page.getByLabel('Address of the feed').inputValue(), '../linked.json');
      assert.ok(await page.getByText('Nothing loads before you press “Load”.').isVisible());
      await page.waitForLoadState('networkidle');
      assert.ok(!visit.seen.requests.includes(`${harness.origin}/linked.json`));
      await page.getByRole('button', {name: 'Load'}).click();
      await eventually(async () => assert.match(await summary(visit), /^\.\.\/linked\.json works\./));
      assert.equal(cookie, undefined);
      await visit.close();
    });

    it('checks all pages of a feed', async () => {
      const facets = [{name: 'target', label: 'Target group'}];
      const first = {facets, practices: [{title: 'A', target: 'Families'}], next_url: 'two.json'};
      const second = {practices: [{title: 'B', country: 'Narnia', target: 'Newcomers'}]};
      harness.answers.set('/one.json', {body: JSON.stringify(first)}).set('/two.json', {body: JSON.stringify(second)});
      const visit = await arrive('tools/check.html');
      await load(visit, '../one.json');
      await eventually(async () => assert.match(await summary(visit), /Visitors see all 2 practices/));
      assert.match(await visit.page.locator('.finding summary').first().innerText(), /in http.*\/two\.json/);
      assert.ok(await visit.page.getByText('2 pages').isVisible());
      assert.doesNotMatch((await visit.page.locator('.finding summary').allInnerTexts()).join(' '), /[Tt]arget/);
      await visit.close();
    });

    it('says that posts are missing only if the last page has their number', async () => {
      let totals;
      harness.answers.set('/wp-json/wp/v2/posts', (request, response) => {
        const page = Number(new URL(request.url, harness.origin).searchParams.get('page') ?? 1);
        const total = totals[page - 1];
        response
          .writeHead(200, {'X-WP-TotalPages': '2', ...(total && {'X-WP-Total': total})})
          .end(JSON.stringify([{id: page, slug: `p${page}`, title: {rendered: `Practice ${page}`}}]));
      });
      const visit = await arrive('tools/check.html');
      const missing = async () => (await kinds(visit)).filter((text) => text.includes('missing'));
      for (const [given, count] of [
        [['3', '3'], 1],
        // A cache sends the second page without its headers.
        [['3', ''], 0],
      ]) {
        totals = given;
        await load(visit, '/wp-json/wp/v2/posts');
        await eventually(async () => assert.match(await summary(visit), /Visitors see all 2 practices/));
        assert.equal((await missing()).length, count, given);
      }
      await visit.close();
    });

    it('checks a text, a file that is chosen, and one that is dropped', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      await checkText(visit, '[{"title": "The "Big" Lunch"}]');
      await eventually(async () =>
        assert.equal(await summary(visit), 'The text cannot be read. Visitors would see no practices. 1 error.'),
      );
      assert.match((await kinds(visit))[0], /^Error: A text ends here/);

      await page
        .getByLabel('Or a file')
        .setInputFiles({name: 'city.json', mimeType: '', buffer: Buffer.from('[{"title": "A"}, {"tilte": "B"}]')});
      await eventually(async () =>
        assert.equal(
          await summary(visit),
          'Visitors see 1 of the 2 records of city.json. 1 error, 1 warning, 4 notes.',
        ),
      );

      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['[]'], 'dropped.json'));
        for (const type of ['dragover', 'drop'])
          document
            .querySelector('#drop')
            .dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
      });
      await eventually(async () =>
        assert.equal(await summary(visit), 'dropped.json has no practice to show. 1 error.'),
      );
      visit.assertClean();
      await visit.close();
    });

    it('shows the beginning of a text of ten million letters', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      const feed = `[{"title": "A", "summary": "${'long '.repeat(2e6)}", "city": "Leeds"}]`;
      await page.getByLabel('Or a file').setInputFiles({name: 'long.json', mimeType: '', buffer: Buffer.from(feed)});
      assert.match(await page.locator('mark').first().innerText(), /^"long long .{200,230}…$/);
      visit.assertClean();
      await visit.close();
    });

    it('calls the text or the file by its name where it cannot be read, in both languages', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      await checkText(visit, 'hello world');
      await page.getByText('The text is not JSON, XML or a table with a column “title”.').waitFor();
      await page.getByLabel('Or a file').setInputFiles({
        name: 'places.csv',
        mimeType: '',
        buffer: Buffer.from('Where;When\nLeeds;2019\n'),
      });
      await page.getByText('places.csv is not JSON, XML or a table').waitFor();
      await page.getByRole('button', {name: 'Français'}).click();
      await page.getByText('places.csv is not JSON, XML or a table').first().waitFor();
      assert.doesNotMatch(await page.locator('body').innerText(), /\.invalid/);
      visit.assertClean();
      await visit.close();
    });

    it('offers the repaired feed, and says what it does not have', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      const repaired = page.getByRole('region', {name: 'The repaired feed'});
      await page.getByRole('button', {name: 'A good feed'}).click();
      await eventually(async () =>
        assert.equal(await summary(visit), 'The text works. Visitors see all 2 practices. Nothing is wrong.'),
      );
      assert.equal(await repaired.count(), 0);

      await page.getByRole('button', {name: 'A feed with faults'}).click();
      await repaired.waitFor();
      assert.deepEqual(await repaired.getByRole('listitem').allInnerTexts(), [
        'A quotation mark within a text (2 times)',
        'A comma after the last value',
        'A comma was missing',
        'A misspelt name of a field',
        'Practices without a title',
        'A period has no year: "last summer".',
        '1 link does not use https: www.city.example.',
      ]);
      await assertAccessible(visit.page);
      const first = await repaired.getByRole('link').evaluate(({href}) => href);
      await page.evaluate(() => (URL.revokeObjectURL = (address) => (globalThis.revoked = address)));
      await page.getByRole('button', {name: 'Français'}).click();
      assert.equal(await page.evaluate(() => globalThis.revoked), first);
      await page.getByRole('button', {name: 'English'}).click();
      const {name, text} = await save(visit, repaired.getByRole('link'));
      assert.equal(name, 'practices-repaired.json');
      const made = JSON.parse(text);
      assert.deepEqual(
        made.practices.map(({title}) => title),
        ['The &quot;Big&quot; Lunch', 'Neighbourhood walks'].map((title) => title.replaceAll('&quot;', '"')),
      );
      const schema = JSON.parse(await readFile('feed.schema.json', 'utf8'));
      assert.ok(new Ajv2020({allowUnionTypes: true}).validate(schema, made));

      await checkText(visit, text);
      await eventually(async () => assert.match(await summary(visit), /works\. Visitors see all 2 practices/));
      assert.equal(await repaired.count(), 0);
      visit.assertClean();
      await visit.close();
    });

    it('says what it cannot fetch', async () => {
      const visit = await arrive('tools/check.html');
      await load(visit, 'nowhere.json');
      await eventually(async () =>
        assert.equal(await summary(visit), 'nowhere.json cannot be read. Visitors would see no practices. 1 error.'),
      );
      assert.match((await kinds(visit))[0], /HTTP status 404/);
      await load(visit, 'https://nowhere.invalid/practices.csv');
      await visit.page.getByText('Or save the feed as a file and drop it on this page.').waitFor();
      await visit.close();
    });

    it('lets visitors drag a text into a field', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      await dragText(page, '.hint', '#text');
      await eventually(async () => assert.match(await page.getByLabel('Or the feed itself').inputValue(), /Cookies/));
      assert.equal(await page.locator('#drop.over').count(), 0);
      assert.equal(await summary(visit), 'Nothing is checked yet.');
      visit.assertClean();
      await visit.close();
    });

    it('says that an address is none, until it is corrected', async () => {
      const visit = await arrive('tools/check.html');
      const {page} = visit;
      const field = page.locator('#address');
      const told = () => field.evaluate(({validationMessage}) => validationMessage);
      for (const address of ['https://', 'https://www city.example/feed.json']) {
        await load(visit, address);
        await eventually(async () => assert.ok((await told()).startsWith(`“${address}” is not an address. Write `)));
        assert.equal(await summary(visit), 'Nothing is checked yet.');
        assert.ok(await field.evaluate((element) => element === document.activeElement));
      }
      await page.getByRole('button', {name: 'Français'}).click();
      await page.getByRole('button', {name: 'Charger'}).click();
      await eventually(async () => assert.match(await told(), /n’est pas une adresse\. Écrivez/));
      await page.getByRole('button', {name: 'English'}).click();
      await load(visit, '../demo/practices.json');
      await page.getByRole('status').getByText('Visitors see all 180 practices.').waitFor();
      visit.assertClean();
      await visit.close();
    });

    it('names the columns that a table may have', async () => {
      const visit = await arrive('tools/check.html');
      const columns = visit.page.getByText('The widget shows columns with these names: title, city, country');
      await checkText(visit, 'Project name;Where\nThe Big Lunch;Leeds\n');
      await columns.waitFor();
      const names = await columns.locator('code').allInnerTexts();
      for (const name of names) assert.ok(fieldOf(name), name);
      await checkText(visit, 'What;Where\nThe Big Lunch;Leeds\n');
      await visit.page.getByText('is not JSON, XML or a table').waitFor();
      assert.equal(await columns.count(), 1);
      await visit.close();
    });

    it('speaks French, and changes the language without losing the report', async () => {
      const visit = await arrive('tools/check.html?lang=fr');
      const {page} = visit;
      await page.getByRole('button', {name: 'Un tableau avec des erreurs'}).click();
      await eventually(async () =>
        assert.equal(
          await summary(visit),
          'Le texte\u00a0: les visiteurs voient 3 des 4 entrées. 1 erreur, 4 avertissements.',
        ),
      );
      assert.equal((await kinds(visit))[2], 'Avertissement\u00a0: Un pays inconnu');
      assert.equal(
        await page
          .locator('.detail')
          .nth(2)
          .evaluate((detail) => `${detail.lang}: ${detail.textContent}`),
        'en: A country is unknown: "Untied Kingdom".',
      );
      await assertAccessible(visit.page);
      await page.getByRole('button', {name: 'English'}).press('Enter');
      assert.match(await summary(visit), /^Visitors see 3 of the 4 records/);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'English');
      visit.assertClean();
      await visit.close();
    });

    it('has every text in both languages, and every finding in French', () => {
      const {en, fr} = texts;
      const forms = (text) => (typeof text === 'string' ? 'text' : Object.keys(text).sort().join());
      for (const name of Object.keys(en).filter((key) => key !== 'findings')) {
        assert.equal(forms(fr[name]), forms(en[name]), name);
        const placeholders = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();
        if (typeof en[name] === 'string') assert.deepEqual(placeholders(fr[name]), placeholders(en[name]), name);
      }
      assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort());
      assert.deepEqual(Object.keys(fr.findings).sort(), Object.keys(hints).sort());
      for (const [code, finding] of Object.entries(fr.findings)) assert.equal(finding.length, 2, code);
    });

    it('fits 320 pixels', async () => {
      const visit = await arrive('tools/check.html?lang=fr');
      const {page} = visit;
      await page.setViewportSize({width: 320, height: 640});
      await page.getByRole('button', {name: 'Un flux avec des erreurs'}).click();
      await page.getByRole('region', {name: 'Le flux réparé'}).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await assertAccessible(visit.page);
      await visit.close();
    });

    it('works from disk', async () => {
      const page = await (await harness.browser.newContext()).newPage();
      await page.goto(pathToFileURL('dist/tools/check.html').href);
      await page.getByRole('button', {name: 'A feed with faults'}).click();
      await page.getByRole('region', {name: 'The repaired feed'}).waitFor();
      await page.getByLabel('Or a file').setInputFiles('demo/practices.json');
      await page.getByRole('status').getByText('practices.json works. Visitors see all 180 practices.').waitFor();
      await load({page}, 'practices.json');
      await page.getByText('browsers do not load feeds from there').waitFor();
      await page.context().close();
    });
  });

  for (const name of ['check', 'template'])
    describe(`tools/${name}.html`, () => {
      it('asks search engines to leave it out, and the webmaster not to publish it', async () => {
        const visit = await arrive(`tools/${name}.html`);
        assert.equal(await visit.page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
        assert.match(await visit.page.getByRole('contentinfo').innerText(), /^Do not publish this page/);
        await visit.close();
      });

      it('needs no other script than its own', async () => {
        const visit = await arrive(`tools/${name}.html`);
        await visit.page.waitForLoadState('load');
        const scripts = visit.seen.requests.filter((url) => url.endsWith('.js'));
        assert.deepEqual(scripts, [`${harness.origin}/tools/${name}.js`]);
        await visit.close();
      });
    });

  describe('npm start', () => {
    let vite;
    before(async () => {
      vite = await createServer({logLevel: 'silent', server: {open: false, watch: null, hmr: false, ws: false}});
      await vite.listen();
    });
    after(() => vite.close());

    it('shows the tools from the sources', async () => {
      const visit = await arrive('index.html');
      const {page} = visit;
      await page.goto(`${vite.resolvedUrls.local[0]}tools/check.html`);
      await page.getByLabel('Address of the feed').fill('../practices.json');
      await page.getByLabel('Address of the feed').press('Enter');
      await page.getByRole('status').getByText('Visitors see all 180 practices.').waitFor();
      await page.getByRole('link', {name: 'Submit a practice'}).click();
      await page.getByRole('checkbox', {name: 'Youth'}).waitFor();
      await visit.close();
    });
  });

  describe('gallery.html', () => {
    it('changes at its button only, and says what is not in the language that is chosen', async () => {
      const visit = await arrive('gallery.html?state=missing&lang=ar');
      const {page} = visit;
      const link = page.getByRole('link', {name: 'a page of their own'});
      await link.waitFor();
      assert.equal(await link.evaluate((element) => element.closest('[lang]').lang), 'en');
      await page.locator('[name=state]').selectOption('empty');
      await page.locator('[name=lang]').selectOption('fr');
      await assertAccessible(visit.page);
      assert.match(page.url(), /state=missing&lang=ar$/);
      await page.getByRole('button', {name: 'Show', exact: true}).press('Enter');
      await page.waitForURL(/\?state=empty&lang=fr&theme=auto$/);
      await visit.close();
    });
  });

  describe('tools/template.html', () => {
    const make = ({page}) => page.getByRole('button', {name: 'Make the record'}).click();
    const record = async ({page}) => JSON.parse(await page.getByRole('region', {name: 'The record'}).innerText());

    it('makes a record that the schema accepts', async () => {
      const visit = await arrive('tools/template.html');
      const {page} = visit;
      const write = (label, text) => page.getByLabel(label).fill(text);
      await page.getByRole('checkbox', {name: 'Youth'}).check();
      await write('What is it called?', 'La semaine interculturelle');
      await write('Which language is that?', 'fr');
      await write('City', 'Neuchâtel; Genève');
      await write('Country', 'Suisse');
      await write('When did it begin', 'depuis 2014');
      await page.getByText('Read as: 2014, ongoing').waitFor();
      await write('In one or two sentences', 'A week.');
      await write('How did you go about it', 'One.\n\nTwo.');
      await write('Where can people read more?', 'https://city.example/week');
      await write('Address of an image', 'https://city.example/week.jpg');
      await write('What does the image show?', 'A crowd');
      await write('Who answers questions?', 'City of Neuchâtel');
      await write('Email', 'week@city.example');
      await make(visit);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Your record');
      const made = await record(visit);
      assert.deepEqual(made, {
        id: 'neuchatel-la-semaine-interculturelle',
        title: 'La semaine interculturelle',
        titleLang: 'fr',
        city: ['Neuchâtel', 'Genève'],
        country: 'CH',
        period: 'depuis 2014',
        topics: ['youth'],
        summary: 'A week.',
        sections: [{heading: 'Process', text: 'One.\n\nTwo.'}],
        url: 'https://city.example/week',
        image: {src: 'https://city.example/week.jpg', alt: 'A crowd'},
        contact: {name: 'City of Neuchâtel', email: 'week@city.example'},
      });
      const schema = JSON.parse(await readFile('feed.schema.json', 'utf8'));
      assert.ok(new Ajv2020({allowUnionTypes: true}).validate(schema, [made]));

      const mail = new URL(await page.getByRole('link', {name: 'Mail it'}).getAttribute('href'));
      assert.deepEqual(JSON.parse(mail.searchParams.get('body')), made);
      const file = await save(visit, page.getByRole('link', {name: 'Save as a file'}));
      assert.equal(file.name, 'neuchatel-la-semaine-interculturelle.json');
      assert.deepEqual(JSON.parse(file.text), made);
      assert.equal(mail.pathname, '');
      await write('City', 'Neuchâtel');
      assert.equal((await record(visit)).city, 'Neuchâtel');

      await page.getByRole('radio', {name: 'a table (CSV)'}).check();
      const table = await save(visit, page.getByRole('link', {name: 'Save as a file'}));
      assert.match(table.text, /^\uFEFF"id","title",.*\r\n"neuchatel-la-semaine-interculturelle",/);
      await write('How did you go about it', 'long '.repeat(500));
      await page.getByText('The record is too long for a link').waitFor();
      assert.ok(!(await page.getByRole('link', {name: 'Mail it'}).getAttribute('href')).includes('body='));
      await assertAccessible(visit.page);
      // no data leaves the page
      assert.deepEqual(
        visit.seen.requests.filter(
          (url) => !/^blob:|\/(?:tools\/(?:template\.\w+|tools\.css|icon\.svg)|demo\/practices\.json)$/.test(url),
        ),
        [],
      );
      visit.assertClean();
      await visit.close();
    });

    it('finds fault only with what was left, and takes it back as one types', async () => {
      const visit = await arrive('tools/template.html');
      const {page} = visit;
      const country = page.getByLabel('Country');
      const message = page.locator('#country-error');
      await country.pressSequentially('Narni');
      assert.equal(await message.innerText(), '');
      await country.pressSequentially('a');
      await country.press('Tab');
      assert.match(await message.innerText(), /^This country is not known/);
      assert.equal(await country.getAttribute('aria-invalid'), 'true');
      assert.match(await country.evaluate((field) => field.getAttribute('aria-describedby')), /country-error/);
      await page.getByLabel('Email').fill('nobody');
      await make(visit);
      const errors = page.getByRole('group', {name: '3 answers need another look'});
      assert.ok(await errors.evaluate((group) => group === document.activeElement));
      assert.deepEqual(await errors.getByRole('link').allInnerTexts(), [
        'Write the name of the practice. It is the only answer that is needed.',
        'This country is not known. Choose one from the list, or write its code of two letters.',
        'Write an email address, such as name@example.org.',
      ]);
      await assertAccessible(visit.page);
      await errors.getByRole('link').nth(1).press('Enter');
      assert.ok(await country.evaluate((field) => field === document.activeElement));
      await country.fill('Norge');
      assert.equal(await message.innerText(), '');
      assert.equal(await country.getAttribute('aria-invalid'), null);
      await page.getByLabel('What is it called?').fill('  ');
      await make(visit);
      assert.equal(await page.getByRole('region', {name: 'The record'}).count(), 0);
      await page.getByLabel('What is it called?').fill('A practice');
      await page.getByLabel('Email').fill('');
      await page.getByLabel('What is it called?').press('Enter');
      assert.deepEqual(await record(visit), {id: 'no-a-practice', title: 'A practice', country: 'NO'});
      visit.assertClean();
      await visit.close();
    });

    it('asks for topics in words where their feed does not load, as from disk', async () => {
      const visit = await harness.open('');
      const {page} = visit;
      await page.goto(pathToFileURL('dist/tools/template.html').href);
      await page.getByLabel('What is it about?').fill('Housing, planning; Youth;');
      await page.getByLabel('What is it called?').fill('A garden');
      await make(visit);
      assert.deepEqual((await record(visit)).topics, ['Housing, planning', 'Youth']);
      await page.getByLabel('What is it about?').fill('Housing, planning');
      await page.getByRole('radio', {name: 'a table (CSV)'}).check();
      assert.match((await save(visit, page.getByRole('link', {name: 'Save as a file'}))).text, /"Housing, planning;"/);
      await assertAccessible(visit.page);
      await visit.close();
    });

    it('offers an empty table, and prints as a form', async () => {
      const visit = await arrive('tools/template.html');
      const {page} = visit;
      await page.getByRole('checkbox', {name: 'Youth'}).waitFor();
      const {name, text} = await save(visit, page.getByRole('link', {name: /^Empty table/}));
      assert.equal(name, 'practices.csv');
      assert.equal(
        text,
        '\uFEFF"id","title","city","country","period","topics","summary","text","url","image","image alt","links","contact","updated"\r\n',
      );
      await page.emulateMedia({media: 'print'});
      for (const gone of ['.site-header', '.buttons', '.site-footer'])
        assert.equal(await page.locator(gone).first().isVisible(), false);
      assert.ok(await page.getByLabel('What is it called?').isVisible());
      await visit.screenshot('template-printed');
      await visit.close();
    });
  });
});
