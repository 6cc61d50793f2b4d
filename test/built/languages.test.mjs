// The languages as they are shipped, in Chromium, which does not know all of them. What Node's full ICU data says is right.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {languages} from '../../dist/generated/build.js';
import {en} from '../../dist/i18n/en.js';
import {regions, unknownToChromium} from '../../scripts/build/locales.mjs';
import {eventually, scriptTag, startHarness} from '../support/page-harness.mjs';

const german = JSON.parse(readFileSync('dist/embed/locales/de.json', 'utf8'));

const json = (value) => ({headers: {'content-type': 'application/json'}, body: JSON.stringify(value)});
/** The words for searching in another folder: without them, the console would have a note. */
const wordsBelow = (folder, language = 'de') =>
  Object.fromEntries(
    [language, 'en'].map((tag) => {
      const words = JSON.parse(readFileSync(`dist/embed/words/${tag}.json`, 'utf8'));
      return [`${folder}/words/${tag}.json`, json(words)];
    }),
  );
const UPDATED = '2026-03-05';
const feed = {
  version: '1',
  language: 'en',
  updated: UPDATED,
  topics: [{id: 'education', label: {en: 'Education', de: 'Bildung'}}],
  practices: regions.map((country, i) => ({title: `Practice ${i}`, country, topics: i % 2 ? ['education'] : []})),
};
const widget = (attributes, content = '') =>
  `<good-practice-browser src="/feed.json" hits-per-page="100" ${attributes}>${content}</good-practice-browser>`;

/** The country whose names and dates are meant, where Intl takes another for the language alone. */
const countries = {en: 'en-GB', pt: 'pt-PT'};
const nameOf = (code, tag) => new Intl.DisplayNames(countries[tag] ?? tag, {type: 'region'}).of(code);
/** Which of the spaces it is differs even within V8. */
const plainSpaces = (text) => text.replace(/\s/g, ' ');
const dateIn = (tag) => {
  const format = new Intl.DateTimeFormat(countries[tag] ?? tag, {dateStyle: 'long', timeZone: 'UTC'});
  return plainSpaces(format.format(Date.parse(UPDATED)));
};

describe('the languages that are shipped', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
    harness.answers.set('/feed.json', json(feed));
  });
  after(() => harness.close());

  /** When every widget of the page speaks its language. */
  const speaks = ({page}, ...tags) =>
    eventually(async () => {
      const spoken = await page
        .locator('[part=base]')
        .evaluateAll((roots) => roots.map((root) => root.lang || root.getRootNode().host.closest('[lang]').lang));
      assert.deepEqual(spoken, tags);
      await page.locator('gpb-card').last().waitFor();
    });
  const localesAsked = ({seen}) => seen.requests.flatMap((url) => /\/locales\/(.*)$/.exec(url)?.[1] ?? []).sort();
  const isOurs = (text) => text.startsWith('warning: <good-practice-browser>');

  // Requirement: I-07
  it(`names ${regions.length} countries and writes dates in all ${languages.length + 1} as CLDR does`, async () => {
    const visit = await harness.open(widget('lang="en"'));
    for (const tag of ['en', ...languages]) {
      await visit.page.evaluate((lang) => (document.querySelector('good-practice-browser').lang = lang), tag);
      await speaks(visit, tag);
      const expected = regions.map((code) => nameOf(code, tag));
      await eventually(async () => {
        const names = await visit.page.locator('[part=place]').allInnerTexts();
        assert.deepEqual([tag, ...names], [tag, ...expected]);
        const closing = plainSpaces(await visit.page.locator('[part=closing]').innerText());
        assert.ok(closing.includes(dateIn(tag)), `${tag}: ${closing} has not ${dateIn(tag)}`);
      });
    }
    visit.assertClean();
    await visit.close();
  });

  // Requirement: I-06
  it('are loaded once, with the names that Intl lacks, and not at all in English', async () => {
    const english = await harness.open(widget(''));
    await speaks(english, 'en');
    assert.deepEqual(localesAsked(english), []);
    await english.close();
    const visit = await harness.open(widget('lang="fr"') + widget('lang="sq"') + widget('lang="fr-CH"'));
    await speaks(visit, 'fr', 'sq', 'fr');
    assert.deepEqual(localesAsked(visit), ['fr.json', 'sq.json']);
    visit.assertClean();
    await visit.close();
  });

  it('knows what Chromium lacks', async () => {
    const visit = await harness.open('');
    const unknown = await visit.page.evaluate(
      (tags) => tags.filter((tag) => !Intl.Collator.supportedLocalesOf(tag).length),
      languages,
    );
    assert.deepEqual(unknown, unknownToChromium);
    await visit.close();
  });

  // Requirement: I-03, I-17
  it('run from right to left where they do, beside others', async () => {
    const visit = await harness.open(`<div lang="ar">${widget('')}</div>${widget('lang="fr"')}`);
    await speaks(visit, 'ar', 'fr');
    const directions = await visit.page
      .locator('[part=base]')
      .evaluateAll((roots) => roots.map((root) => getComputedStyle(root).direction));
    assert.deepEqual(directions, ['rtl', 'ltr']);
    visit.assertClean();
    await visit.close();
  });

  it('come from where assets-href says', async () => {
    const answers = {'/elsewhere/locales/de.json': json(german), ...wordsBelow('/elsewhere')};
    const visit = await harness.open(widget('lang="de" assets-href="/elsewhere/"'), {answers});
    await speaks(visit, 'de');
    assert.ok(visit.seen.requests.includes(`${harness.origin}/elsewhere/locales/de.json`));
    visit.assertClean();
    await visit.close();
  });

  const webPage = {headers: {'content-type': 'text/html'}, body: '<!doctype html><title>Not found</title>'};
  /** @type {[string, object][]} */
  const faults = [
    ['is missing', {status: 404}],
    ['is a web page, though the status is 200', webPage],
    ['is JSON of another shape', json(['Suchen'])],
    ['has other things than messages', json({direction: 'rtl', messages: 'Suchen'})],
    ['has no message of ours', json({messages: {welcome: 'Willkommen', search: 5, filters: {one: 'Filter'}}})],
  ];
  for (const [fault, answer] of faults)
    it(`leave English and one note in the console where the file ${fault}`, async () => {
      const answers = {'/broken/locales/de.json': answer, ...wordsBelow('/broken')};
      const visit = await harness.open(widget('lang="de" assets-href="/broken/"').repeat(2), {answers});
      await speaks(visit, 'en', 'en');
      await eventually(() => {
        const [note, ...others] = visit.seen.console.filter(isOurs);
        assert.match(note, /The messages in “de” failed to load, so the widget shows English/);
        assert.deepEqual(others, []);
      });
      assert.equal(localesAsked(visit).length, 1);
      assert.deepEqual([...visit.seen.errors, ...visit.seen.violations], []);
      await visit.close();
    });

  it('are asked for again when the visitor is online again', async () => {
    const answers = {'/later/locales/de.json': {status: 503}};
    const visit = await harness.open(widget('lang="de" assets-href="/later/"'), {answers});
    await speaks(visit, 'en');
    await eventually(() => assert.match(visit.seen.console.join(), /failed to load, so the widget shows English/));
    harness.answers.set('/later/locales/de.json', json(german));
    await visit.page.evaluate(() => dispatchEvent(new Event('online')));
    await speaks(visit, 'de');
    await visit.close();
  });

  it('draw the list also where what Intl says is in a form of another version', async () => {
    const file = {...JSON.parse(readFileSync('dist/embed/locales/sq.json', 'utf8')), intl: {countries: {}, months: []}};
    const answers = {'/other/locales/sq.json': json(file), ...wordsBelow('/other', 'sq')};
    const visit = await harness.open(widget('lang="sq" assets-href="/other/"'), {answers});
    await speaks(visit, 'sq');
    visit.assertClean();
    await visit.close();
  });

  it('may be of another version: messages that the script does not know are ignored, and missing ones are in English', async () => {
    const {filters, ...others} = german.messages;
    const answers = {
      '/newer/locales/de.json': json({...german, messages: {...others, brandNew: {one: 'x'}, sort: ['x']}, more: 1}),
      ...wordsBelow('/newer'),
    };
    const visit = await harness.open(widget('lang="de" assets-href="/newer/"'), {answers});
    await speaks(visit, 'de');
    assert.ok(filters && filters !== 'Filters');
    await visit.page.getByRole('checkbox', {name: /^Bildung/}).waitFor();
    await visit.page.getByText('Filters', {exact: true}).first().waitFor({state: 'attached'});
    await visit.page.getByLabel(en.sort).first().waitFor();
    visit.assertClean();
    await visit.close();
  });

  for (const timezoneId of ['Pacific/Kiritimati', 'America/Adak'])
    // Requirement: I-18
    it(`write the same day in ${timezoneId}`, async () => {
      const visit = await harness.open(widget('lang="is"'), {context: {timezoneId}});
      await speaks(visit, 'is');
      assert.ok(plainSpaces(await visit.page.locator('[part=closing]').innerText()).includes(dateIn('is')));
      await visit.close();
    });

  // Requirement: I-04, I-21
  it('give way to the strings that a page writes between the tags', async () => {
    const own = {results: 'Gute Beispiele', labels: {topic: {education: 'Schule & Co'}, country: {XK: 'Kosovo*'}}};
    const script = `<script type="application/json" slot="messages">${JSON.stringify(own)}</script>`;
    const visit = await harness.open(widget('lang="de"', script));
    await speaks(visit, 'de');
    await visit.page.getByRole('checkbox', {name: /^Schule & Co/}).waitFor();
    await visit.search('Kosovo*');
    await eventually(async () =>
      assert.deepEqual(await visit.page.locator('[part=place]').allInnerTexts(), ['Kosovo*']),
    );
    visit.assertClean();
    await visit.close();
  });

  it('give way to them where the script ran before the page was read', async () => {
    const own = `<script type="application/json" slot="messages">{"topic": "Subject"}</script>`;
    const visit = await harness.open(widget('', own), {head: scriptTag('good-practice-browser.js', '')});
    await visit.page.locator('summary').filter({hasText: 'Subject'}).waitFor();
    visit.assertClean();
    await visit.close();
  });

  it('can be chosen in the demo, by keyboard, under their own names', async () => {
    const visit = await harness.open('');
    await visit.page.goto(`${harness.origin}/index.html`);
    const choice = visit.page.getByLabel('Language of the list');
    assert.equal(await choice.locator('option').count(), languages.length + 1);
    await speaks(visit, 'en');
    await choice.focus();
    await visit.page.keyboard.type('Fran');
    await speaks(visit, 'fr');
    await visit.close();
  });

  // Requirement: I-07
  it('are searched in: by the names of countries that only the page’s own files know', async () => {
    const visit = await harness.open(widget('lang="sq"'));
    await speaks(visit, 'sq');
    await visit.search(nameOf('DE', 'sq'));
    await eventually(async () =>
      assert.deepEqual(await visit.page.locator('[part=place]').allInnerTexts(), [nameOf('DE', 'sq')]),
    );
    await visit.close();
  });

  // Requirement: I-09
  it('sort titles by their own letters', async () => {
    const titles = ['Dhoma', 'Dzvarr', 'Çamëria', 'Cztest', 'Ëndrra', 'Ezra', 'Élan', 'Zhurma', 'Zzz'];
    const answers = {'/titles.json': json(titles.map((title) => ({title})))};
    const visit = await harness.open(
      '<good-practice-browser src="/titles.json" lang="sq" sort="title"></good-practice-browser>',
      {answers},
    );
    await speaks(visit, 'sq');
    const sorted = [...titles].sort(new Intl.Collator('sq').compare);
    await eventually(async () => assert.deepEqual(await visit.titles(), sorted));
    await visit.close();
  });
});
