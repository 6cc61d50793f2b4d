import {expect} from '@open-wc/testing';
import type {IntlExtract} from '../../../src/i18n/load-language.js';
import {createLocalizer} from '../../../src/i18n/localizer.js';
import {english} from '../../support/languages.js';

describe('createLocalizer', () => {
  const {message, parts, date, direction, languageName} = createLocalizer(english);

  it('chooses the plural form, and formats numbers for the language', () => {
    expect(message('countAll', {count: 1})).to.equal('1 practice');
    expect(message('countAll', {count: 1234})).to.equal('1,234 practices');
    expect(message('countSome', {count: 1, total: 180})).to.equal('1 of 180 practices');
  });

  it('keeps values apart for views that show them in another way', () => {
    expect(parts('countAll', {count: 3}).map(({name, text}) => [name, text])).to.deep.equal([
      ['', ''],
      ['count', '3'],
      ['', ' practices'],
    ]);
  });

  it('inserts any value unchanged', () => {
    expect(message('noneForQuery', {query: '{count} $& <b>'})).to.equal('No practice matches “{count} $& <b>”.');
  });

  it('prefers the page’s own messages', () => {
    expect(createLocalizer(english, {readMore: 'Go on'}).message('readMore')).to.equal('Go on');
  });

  it('creates one formatter for all dates, since creating one is slow', () => {
    const {DateTimeFormat} = Intl;
    let made = 0;
    Intl.DateTimeFormat = class extends DateTimeFormat {
      constructor(...options: ConstructorParameters<typeof DateTimeFormat>) {
        super(...options);
        made++;
      }
    } as typeof DateTimeFormat;
    try {
      const localizer = createLocalizer(english);
      expect(made).to.equal(0);
      for (const day of ['24', '25', '26']) localizer.date(`2026-11-${day}`);
      expect(made).to.equal(1);
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
  });

  // Requirement: I-18
  it('writes a date without a time as the same day everywhere', () => {
    expect(date('2026-11-24')).to.equal('24 November 2026');
    expect(date('2026-11-24T23:59:59-10:00')).to.equal('24 November 2026');
    expect(date('last week')).to.equal('last week');
    expect(date('2026-99-99')).to.equal('2026-99-99');
  });

  it('has the direction of its language', () => {
    expect(direction).to.equal('ltr');
    expect(createLocalizer({...english, language: 'ar', direction: 'rtl'}).direction).to.equal('rtl');
  });

  it('names languages, by their own names if it has no other', () => {
    expect(languageName('it')).to.equal('Italian');
    // Browsers differ in whether such a name begins with a capital.
    const nameIn = (language: string) =>
      createLocalizer({...english, language})
        .languageName('it')
        .toLowerCase();
    expect(nameIn('fr')).to.equal('italien');
    expect(nameIn('tlh')).to.equal('italiano');
  });

  it('returns the same names object, so that nothing is indexed twice', () => {
    expect(createLocalizer({...english, language: 'fr'}).names).to.equal(createLocalizer(english).names);
  });
});

describe('createLocalizer, if a language lacks a message', () => {
  const polish = {language: 'pl', direction: 'ltr', messages: {retry: 'Ponów'}} as const;
  const {languageOf, message} = createLocalizer(polish, {readMore: 'Dalej'});

  it('shows the English one, and says so', () => {
    expect(message('search')).to.equal('Search good practices');
    expect(languageOf('search')).to.equal('en');
  });

  it('needs no mark for its own messages and those of the page', () => {
    expect(message('retry')).to.equal('Ponów');
    expect(message('readMore')).to.equal('Dalej');
    expect([languageOf('retry'), languageOf('readMore')]).to.deep.equal(['', '']);
  });

  it('chooses the form of an English message by the English rules', () => {
    // French and Latvian use other forms for these counts than English.
    const counted = (language: string, count: number) =>
      createLocalizer({...polish, language}).message('countAll', {count});
    expect(counted('fr', 0)).to.equal('0 practices');
    expect(counted('lv', 21)).to.equal('21 practices');
  });

  it('needs no mark for messages in English', () => {
    expect(createLocalizer(english).languageOf('search')).to.equal('');
  });
});

// Requirement: I-07
describe('createLocalizer, if the browser does not know the language', () => {
  const intl: IntlExtract = {
    countries: {AL: 'Shqipëri', DE: 'Gjermani'},
    dates: [
      'janar',
      'shkurt',
      'mars',
      'prill',
      'maj',
      'qershor',
      'korrik',
      'gusht',
      'shtator',
      'tetor',
      'nëntor',
      'dhjetor',
    ].map((month) => `{d} ${month} {y}`),
    and: [' dhe ', ', dhe '],
    numbers: 'de',
    alphabet: 'a b c ç d dh e ë f',
  };
  const localizer = createLocalizer(
    {...english, language: 'sq', intl},
    {labels: {country: {DE: 'GJ'}, topic: {a: 'A'}}},
  );

  it('formats dates, numbers and lists as the file says', () => {
    expect(localizer.date('2026-11-05')).to.equal('5 nëntor 2026');
    expect(localizer.date('soon')).to.equal('soon');
    expect(localizer.number(12_345)).to.equal('12.345');
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(localizer.list)).to.deep.equal([
      '',
      'a',
      'a dhe b',
      'a, b, dhe c',
    ]);
  });

  it('gives the items of a list by name, for views that draw them in another way', () => {
    const english = createLocalizer({language: 'en', direction: 'ltr', messages: {}});
    for (const [one, and] of [
      [localizer, ' dhe '],
      [english, ' and '],
    ] as const)
      expect(one.listParts(['a', 'b'])).to.deep.equal([
        {text: 'a', name: 'item'},
        {text: and, name: ''},
        {text: 'b', name: 'item'},
      ]);
  });

  it('has what is between the items of a list', () => {
    const separators = ['en', 'ja'].map((language) => createLocalizer({...english, language}).separator);
    expect([...separators, localizer.separator]).to.deep.equal([', ', '、', ', ']);
  });

  it('sorts by the letters of the language', () => {
    expect(['dh', 'dz', 'ç', 'cz', 'ë', 'ez', 'É'].sort(localizer.compare)).to.deep.equal([
      'cz',
      'ç',
      'dz',
      'dh',
      'É',
      'ez',
      'ë',
    ]);
  });

  it('names countries, unless the page names them', () => {
    expect(localizer.names).to.deep.equal({country: {AL: 'Shqipëri', DE: 'GJ'}, topic: {a: 'A'}});
  });
});
