import {expect} from '@open-wc/testing';
import type {IntlExtract} from '../../../src/i18n/load-language.js';
import {createLocalizer} from '../../../src/i18n/localizer.js';
import {english} from '../../support/languages.js';

describe('createLocalizer', () => {
  const {message, parts, date, direction, languageName} = createLocalizer(english);

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
    expect(createLocalizer(english, {readMore: 'Go on'}).message('readMore')).to.equal('Go on');
  });

  it('makes one formatter for all dates, as each takes its time', () => {
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

  it('writes a date without a time as the same day everywhere (I-18)', () => {
    expect(date('2026-11-24')).to.equal('24 November 2026');
    expect(date('2026-11-24T23:59:59-10:00')).to.equal('24 November 2026');
    expect(date('last week')).to.equal('last week');
    expect(date('2026-99-99')).to.equal('2026-99-99');
  });

  it('runs in the direction of its language', () => {
    expect(direction).to.equal('ltr');
    expect(createLocalizer({...english, language: 'ar', direction: 'rtl'}).direction).to.equal('rtl');
  });

  it('names languages, in their own words where it has no others', () => {
    expect(languageName('it')).to.equal('Italian');
    // browsers differ in whether they begin such a name with a capital
    const nameIn = (language: string) =>
      createLocalizer({...english, language})
        .languageName('it')
        .toLowerCase();
    expect(nameIn('fr')).to.equal('italien');
    expect(nameIn('tlh')).to.equal('italiano');
  });

  it('makes one object of the names, so that nothing is indexed twice', () => {
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

  it('shows its own and the page’s own, which need no mark', () => {
    expect(message('retry')).to.equal('Ponów');
    expect(message('readMore')).to.equal('Dalej');
    expect([languageOf('retry'), languageOf('readMore')]).to.deep.equal(['', '']);
  });

  it('chooses the form of an English message as English counts', () => {
    // In French and Latvian, 0 has another form than in English.
    const counted = (language: string, count: number) =>
      createLocalizer({...polish, language}).message('countAll', {count});
    expect(counted('fr', 0)).to.equal('0 practices');
    expect(counted('lv', 21)).to.equal('21 practices');
  });

  it('needs no mark for any message in English', () => {
    expect(createLocalizer(english).languageOf('search')).to.equal('');
  });
});

describe('createLocalizer, where the browser does not know the language (I-07)', () => {
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

  it('writes dates, numbers and lists as the file says', () => {
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

  it('sorts by its letters', () => {
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

  it('names countries, but for what the page calls otherwise', () => {
    expect(localizer.names).to.deep.equal({country: {AL: 'Shqipëri', DE: 'GJ'}, topic: {a: 'A'}});
  });
});
