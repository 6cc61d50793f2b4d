import {expect} from '@open-wc/testing';
import {createLocalizer, regional} from '../../../src/i18n/localizer.js';
import type {MessageKey, Messages} from '../../../src/i18n/messages.js';
import {counts, en, english, formsOf, languages, messageKeys, placeholdersOf} from '../../support/languages.js';

/**
 * The official languages of the member states, regional languages and four more. English is built
 * in.
 */
const WANTED =
  'ar az bg bs ca cs cy da de el es et eu fi fo fr ga gl he hr hu hy is it ja ka ko lb lt lv mk mt nb nl nn pl pt rm ro ru se sk sl ' +
  'sq sr-Cyrl sr-Latn sv tr uk';

/** Messages that may be the same as in English. */
const MAY_BE_ENGLISH: readonly MessageKey[] = [
  'asCsv',
  'asJson',
  'byCity',
  'cityInCountry',
  'offeredFilter',
  'chosen',
  'contact',
  'filters',
  'filtersChosen',
  'license',
  'links',
  'printList',
  'relevance',
  'sendLink',
  'sort',
  'source',
  'sourceOn',
  'theFilters',
  'theQuery',
  'title',
  'topic',
  'topics',
  'updated',
  'yearTo',
  'total',
  'viewMap',
  'yearsBetween',
  'yearsUntil',
];

// Requirement: I-01
describe('the languages', () => {
  it('include those of every member state, and a few more', () => {
    expect([...languages.keys()]).to.include.members(WANTED.split(' '));
  });
});

for (const [tag, {translators, reviewed, messages}] of languages) {
  // Requirement: I-01, I-02, I-05
  describe(`the messages in ${tag}`, () => {
    it('say who translated and reviewed them', () => {
      expect(translators.every((name) => typeof name === 'string')).to.equal(true);
      expect(reviewed).to.be.a('boolean');
    });

    it('have the placeholders of the English ones, in other words', () => {
      expect(messageKeys).to.include.members(Object.keys(messages));
      for (const key of messageKeys.filter((each) => messages[each])) {
        const english = placeholdersOf(formsOf(en[key]).other!);
        const forms = formsOf(messages[key]!);
        for (const text of Object.values(forms)) {
          expect(text, key).to.match(/^\S(?:[^]*\S)?$/);
          expect(english, key).to.include.members(placeholdersOf(text));
          expect(text, `${key}: the quotation marks of typewriters`).not.to.match(/["']/);
          expect(text, `${key}: a line may begin with a sign, or end with «`).not.to.match(/ [:;?!»…]|« /);
        }
        expect(placeholdersOf(forms.other!), key).to.deep.equal(english);
        if (!MAY_BE_ENGLISH.includes(key)) expect(forms.other, key).not.to.equal(formsOf(en[key]).other);
      }
    });
  });
}

const countable = messageKeys.filter((key) => typeof en[key] !== 'string');

// Requirement: I-05
describe('plural forms', () => {
  for (const [language, {messages}] of new Map<string, {messages: Partial<Messages>}>([
    ...languages,
    ['en', {messages: en}],
  ]))
    it(`are complete for ${countable.length * counts.length} plural cases in ${language}`, () => {
      const plurals = new Intl.PluralRules(regional(language));
      const {message, number} = createLocalizer({...english, language, messages});
      for (const key of countable.filter((each) => messages[each])) {
        const forms = formsOf(messages[key]!);
        expect(forms, key).to.have.all.keys(plurals.resolvedOptions().pluralCategories);
        for (const count of counts) {
          const form = forms[plurals.select(count)]!.replaceAll('{total}', number(count)).replace(/\{\w+\}/g, '');
          expect(message(key, {total: count}), `${key}, ${count}`).to.equal(form);
        }
      }
    });
});
