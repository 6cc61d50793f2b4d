import {expect} from '@open-wc/testing';
import type {Practice} from '../../../../src/core/practice.js';
import {compareBy} from '../../../../src/core/state/sort.js';
import {makePractice} from '../../../support/arbitraries.js';

const titled = (text: string) => makePractice({id: text, title: [{lang: 'en', text}]});
const inCity = (city: string) => makePractice({id: city, places: [{city, country: '', location: null}]});
const ran = (id: string, from: number | null, to: number | null, ongoing = false) =>
  makePractice({id, period: {text: '', from, to, ongoing}});

const sorted = (practices: readonly Practice[], sort: Parameters<typeof compareBy>[0], language = 'en') =>
  [...practices].sort(compareBy(sort, language)).map(({id}) => id);

const dated = [
  ran('undated', null, null),
  ran('2015 to 2019', 2015, 2019),
  ran('ongoing since 2014', 2014, null, true),
  ran('since 2018', 2018, null),
  ran('until 2016', null, 2016),
  ran('ongoing', null, null, true),
  ran('2017 to 2019', 2017, 2019),
];

describe('compareBy', () => {
  it('sorts the newest first: by the year they began, then by the year they ended, then without a year', () => {
    expect(sorted(dated, 'newest')).to.deep.equal([
      'since 2018',
      '2017 to 2019',
      'until 2016',
      '2015 to 2019',
      'ongoing since 2014',
      'ongoing',
      'undated',
    ]);
  });

  it('sorts a practice that began in 2022 before one that is ongoing since 2018', () => {
    const practices = [
      ran('2018 – ongoing', 2018, null, true),
      ran('2022', 2022, null),
      ran('2019 onwards', 2019, null, true),
    ];
    expect(sorted(practices, 'newest')).to.deep.equal(['2022', '2019 onwards', '2018 – ongoing']);
  });

  it('sorts practices of one year by their end: ongoing, then the last year', () => {
    const practices = [ran('2020', 2020, null), ran('2020 to 2022', 2020, 2022), ran('since 2020', 2020, null, true)];
    expect(sorted(practices, 'newest')).to.deep.equal(['since 2020', '2020 to 2022', '2020']);
  });

  it('sorts practices with the same years by the date of their last change', () => {
    const changed = (id: string, updated: string, from: number | null) => ({...ran(id, from, from), updated});
    const practices = [
      changed('no date, no change', '', null),
      changed('2020', '', 2020),
      changed('no date, changed', '2026-11', null),
      changed('2020, changed earlier', '2026-02-01', 2020),
      changed('2020, changed', '2026-11-24T10:00:00Z', 2020),
      changed('2021', '', 2021),
    ];
    expect(sorted(practices, 'newest')).to.deep.equal([
      '2021',
      '2020, changed',
      '2020, changed earlier',
      '2020',
      'no date, changed',
      'no date, no change',
    ]);
  });

  it('keeps practices with the same years in the order of the feed', () => {
    const practices = ['d', 'b', 'c', 'a'].map((id) => ran(id, 2020, 2021));
    expect(sorted(practices, 'newest')).to.deep.equal(['d', 'b', 'c', 'a']);
  });

  it('sorts the oldest first by the first year, and those without date last', () => {
    expect(sorted(dated, 'oldest')).to.deep.equal([
      'ongoing since 2014',
      '2015 to 2019',
      'until 2016',
      '2017 to 2019',
      'since 2018',
      'undated',
      'ongoing',
    ]);
  });

  it('keeps the order of the feed', () => {
    expect(sorted(dated, 'feed')).to.deep.equal(dated.map(({id}) => id));
  });

  it('sorts titles as the language does, and numbers by their value', () => {
    const practices = ['Zoo', 'Österreich', 'apple', 'Pears 10', 'Pears 9'].map(titled);
    expect(sorted(practices, 'title', 'de')).to.deep.equal(['apple', 'Österreich', 'Pears 9', 'Pears 10', 'Zoo']);
    expect(sorted(practices, 'title', 'sv')).to.deep.equal(['apple', 'Pears 9', 'Pears 10', 'Zoo', 'Österreich']);
  });

  it('sorts by the titles that visitors see in the language', () => {
    const both = (en: string, fr: string) =>
      makePractice({
        id: en,
        title: [
          {lang: 'en', text: en},
          {lang: 'fr', text: fr},
        ],
      });
    const practices = [both('a', 'z'), both('b', 'y')];
    expect(sorted(practices, 'title', 'en')).to.deep.equal(['a', 'b']);
    expect(sorted(practices, 'title', 'fr')).to.deep.equal(['b', 'a']);
  });

  it('sorts by the first city in any script, and those without a city last', () => {
    const practices = [makePractice({id: 'nowhere'}), ...['', 'Zürich', '東京', 'Ålesund', 'Bergen'].map(inCity)];
    expect(sorted(practices, 'city')).to.deep.equal(['Ålesund', 'Bergen', 'Zürich', '東京', 'nowhere', '']);
  });
});
