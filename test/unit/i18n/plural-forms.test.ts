import {expect} from '@open-wc/testing';
import {createLocalizer} from '../../../src/i18n/localizer.js';
import {counts, english} from '../../support/languages.js';

/** The counts of each form, among 0 to 25, 100 to 111, a thousand and a million. */
const golden: Record<string, Record<string, string>> = {
  pl: {
    one: '1',
    few: '2 3 4 22 23 24 102 103 104',
    many: '0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 25 100 101 105 106 107 108 109 110 111 1000 1000000',
  },
  uk: {
    one: '1 21 101',
    few: '2 3 4 22 23 24 102 103 104',
    many: '0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 25 100 105 106 107 108 109 110 111 1000 1000000',
  },
  ar: {
    zero: '0',
    one: '1',
    two: '2',
    few: '3 4 5 6 7 8 9 10 103 104 105 106 107 108 109 110',
    many: '11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 111',
    other: '100 101 102 1000 1000000',
  },
  sl: {
    one: '1 101',
    two: '2 102',
    few: '3 4 103 104',
    other: '0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 100 105 106 107 108 109 110 111 1000 1000000',
  },
  lt: {
    one: '1 21 101',
    few: '2 3 4 5 6 7 8 9 22 23 24 25 102 103 104 105 106 107 108 109',
    other: '0 10 11 12 13 14 15 16 17 18 19 20 100 110 111 1000 1000000',
  },
  mt: {
    one: '1',
    two: '2',
    few: '0 3 4 5 6 7 8 9 10 103 104 105 106 107 108 109 110',
    many: '11 12 13 14 15 16 17 18 19 111',
    other: '20 21 22 23 24 25 100 101 102 1000 1000000',
  },
  cy: {
    zero: '0',
    one: '1',
    two: '2',
    few: '3',
    many: '6',
    other:
      '4 5 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 100 101 102 103 104 105 106 107 108 109 110 111 1000 1000000',
  },
};

// Requirement: I-05
describe('plural forms', () => {
  for (const [language, forms] of Object.entries(golden))
    it(`follow the rules of ${language}`, () => {
      const names = Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, form]));
      const countAll = {...names, other: 'other'};
      const {message} = createLocalizer({...english, language, messages: {countAll}});
      const found = Map.groupBy(counts, (count) => message('countAll', {count}));
      expect(Object.fromEntries([...found].map(([form, list]) => [form, list.join(' ')]))).to.deep.equal(forms);
    });
});
