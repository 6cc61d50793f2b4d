import {expect} from '@open-wc/testing';
import {en as builtIn} from '../../src/i18n/en.js';
import {enExtras} from '../../src/i18n/en-extras.js';
import {createLocalizer} from '../../src/i18n/localizer.js';
import type {Messages} from '../../src/i18n/messages.js';
import type {PluralForms} from '../../src/i18n/plural-forms.js';
import {supportedLanguage} from '../../src/i18n/messages-for.js';

const en: Messages = {...builtIn, ...enExtras};
const files = import.meta.glob<Messages>('../../src/i18n/locales/*.json', {eager: true, import: 'default'});
const forms = (message: string | PluralForms) => (typeof message === 'string' ? {other: message} : message);
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('locales', () => {
  for (const [path, messages] of Object.entries(files)) {
    const language = /([\w-]+)\.json$/.exec(path)![1]!;

    it(`has every English message in ${language}, with its placeholders and in other words`, () => {
      expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(en).sort());
      for (const [key, message] of Object.entries(messages) as [keyof Messages, string | PluralForms][]) {
        const texts = Object.values(forms(message)) as string[];
        for (const text of texts) {
          expect(text, key).to.match(/\S/);
          for (const placeholder of placeholders(text))
            expect(placeholders(forms(en[key]).other), key).to.include(placeholder);
        }
        expect(placeholders(forms(message).other), key).to.deep.equal(placeholders(forms(en[key]).other));
      }
    });

    it(`has every plural form that CLDR knows for ${language}`, () => {
      const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, message] of Object.entries(messages) as [keyof Messages, string | PluralForms][])
        if (typeof en[key] !== 'string')
          for (const category of pluralCategories) expect(forms(message), key).to.have.property(category);
    });
  }
});

describe('createLocalizer', () => {
  const {message, parts, date, direction} = createLocalizer('en', en);

  it('chooses the plural form, and writes numbers as the language does', () => {
    expect(message('countAll', {count: 1})).to.equal('1 practice');
    expect(message('countAll', {count: 1234})).to.equal('1,234 practices');
    expect(message('countSome', {count: 1, total: 180})).to.equal('1 of 180 practices');
  });

  it('keeps values apart for a view that sets one off', () => {
    expect(parts('countAll', {count: 3}).map(({name, text}) => [name, text])).to.deep.equal([
      ['', ''],
      ['count', '3'],
      ['', ' practices'],
    ]);
  });

  it('takes a value as it is, whatever it looks like', () => {
    expect(message('noneForQuery', {query: '{count} $& <b>'})).to.equal('No practice matches “{count} $& <b>”.');
  });

  it('lets the page’s own strings go first', () => {
    expect(createLocalizer('en', en, {readMore: 'Go on'}).message('readMore')).to.equal('Go on');
  });

  it('writes a date without a time as the same day everywhere', () => {
    expect(date('2026-11-24')).to.equal('24 November 2026');
    expect(date('last week')).to.equal('last week');
    expect(date('2026-99-99')).to.equal('2026-99-99');
  });

  it('knows which languages run from right to left', () => {
    expect(direction).to.equal('ltr');
    expect(createLocalizer('ar-MA', en).direction).to.equal('rtl');
    expect(createLocalizer('arn', en).direction).to.equal('ltr');
  });
});

describe('supportedLanguage', () => {
  for (const [tag, language] of [
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR-ca-x-y', 'fr'],
    ['fr_CA', 'fr'],
    ['en-GB', 'en'],
    ['zh-Hans', 'en'],
    ['frr', 'en'],
    ['', 'en'],
  ])
    it(`serves “${tag}” in ${language}`, () => expect(supportedLanguage(tag!)).to.equal(language));
});
