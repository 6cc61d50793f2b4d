import {expect} from '@open-wc/testing';
import {createLocalEngine} from '../../../../src/core/engine/local-engine.js';
import {countStatistics, type Group, type RefinementChange} from '../../../../src/core/facets/statistics.js';
import type {Attribute, Practice} from '../../../../src/core/practice.js';
import {
  initialState,
  noRefinements,
  type Refinements,
  type SearchState,
} from '../../../../src/core/state/search-state.js';
import {CURRENT_YEAR, makeFeed, makePractice, practice, searchState} from '../../../support/arbitraries.js';
import fc from '../../../support/fast-check.mjs';
import {effort} from '../../../support/iterations.js';

const JOINED = ['country', 'city', 'year'] as const;
const APART = ['topic', 'country'] as const;

const withIds = (practices: readonly Practice[]) => practices.map((each, i) => ({...each, id: `p${i}`}));

const feedOf = (practices: readonly Practice[]) =>
  makeFeed(practices, {
    collections: [
      {
        id: 'even',
        title: [],
        introduction: [],
        image: null,
        practices: practices.flatMap(({id}, i) => (i % 2 ? [] : [id])),
      },
    ],
  });

const engineOf = (practices: readonly Practice[], facets: readonly Attribute[]) =>
  createLocalEngine(feedOf(practices), {
    scope: noRefinements,
    facets,
    sort: null,
    hitsPerPage: 2,
    language: 'en',
    currentYear: CURRENT_YEAR,
  });

const ask = (refinements: Partial<Refinements> = {}): SearchState => ({
  ...initialState,
  refinements: {...noRefinements, ...refinements},
});

const byName = (a: Group, b: Group) => (a.value < b.value ? -1 : 1);

const statisticsOf = async (practices: readonly Practice[], state = ask(), facets: readonly Attribute[] = JOINED) => {
  const {crossTable, search} = engineOf(withIds(practices), facets);
  return countStatistics(crossTable, await search(state), byName);
};

const make = (topics: string[], places: string[], from: number | null = null, to = from, ongoing = false) =>
  makePractice({
    topics,
    places: places.map((place) => {
      const [city = '', country = ''] = place.split(', ');
      return {city, country, location: null};
    }),
    period: {text: '', from, to: ongoing ? null : to, ongoing},
  });

const inWords = (groups: readonly Group[]) => groups.map(({value, count}) => `${value} ${count}`);

describe('countStatistics', () => {
  const practices = [
    make(['housing', 'youth'], ['Bilbao, ES'], 2015, 2017),
    make(['housing'], ['Bilbao, ES', 'Oslo, NO'], 2017),
    make(['housing'], ['Madrid, ES'], 2020),
    make(['sport'], ['Oslo, NO'], CURRENT_YEAR - 1, null, true),
    make([], ['Paris, FR']),
  ];

  it('leads from each number to as many practices, whatever is searched, selected and entered', async () => {
    const states = fc.record({collection: fc.constantFrom('', 'even'), state: searchState});
    await fc.assert(
      fc.asyncProperty(
        fc.array(practice, {maxLength: 12}),
        states,
        fc.constantFrom(JOINED, APART),
        async (list, {collection, state: asked}, facets) => {
          const {crossTable, search} = engineOf(withIds(list), facets);
          const results = await search({...asked, collection});
          const {cities, matrix, total, years} = await countStatistics(crossTable, results, byName);
          const {state} = results;
          const count = async (change: RefinementChange) =>
            (await search({...state, refinements: {...state.refinements, ...change}})).totalHits;
          expect(total).to.equal(await count({}));
          const shownYears = years.years.filter((year) => year.count);
          for (const group of [...matrix.rows, ...matrix.columns, ...shownYears, ...years.others, ...cities])
            expect(await count(group.change), `${group.attribute} ${group.value}`).to.equal(group.count);
          for (const row of matrix.rows)
            for (const [i, cell] of row.cells.entries())
              expect(await count({...row.change, ...matrix.columns[i]!.change})).to.equal(cell);
        },
      ),
      {numRuns: effort(300, 5000)},
    );
  }).timeout(300_000);

  it('has every topic, country, year and city of the results if none is selected', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(practice, {maxLength: 12}), fc.constantFrom(JOINED, APART), async (list, facets) => {
        const {cities, matrix, years} = await statisticsOf(list, ask(), facets);
        const {facets: all} = await engineOf(withIds(list), ['topic', 'country', 'city', 'year']).search(ask());
        const found = {
          topic: matrix.rows,
          country: matrix.columns,
          city: cities,
          year: [...years.years.filter(({count}) => count), ...years.others],
        };
        for (const {attribute, values} of all)
          expect(inWords(found[attribute as 'city'])).to.have.members(
            inWords(values.map((value) => ({...value, attribute, change: {}}))),
          );
      }),
      {numRuns: 100},
    );
  });

  it('sorts topics, countries and cities by count, then by name', async () => {
    const {cities, matrix} = await statisticsOf(practices);
    expect(inWords(matrix.rows)).to.deep.equal(['housing 3', 'sport 1', 'youth 1']);
    expect(inWords(matrix.columns)).to.deep.equal(['ES 3', 'NO 2', 'FR 1']);
    expect(matrix.rows.map(({cells}) => cells)).to.deep.equal([
      [3, 1, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
    expect(inWords(cities)).to.deep.equal(['Bilbao 2', 'Oslo 2', 'Madrid 1', 'Paris 1']);
  });

  it('counts a practice in each of its years, up to the current one while it runs, and lists years between', async () => {
    const {years} = await statisticsOf(practices);
    expect(inWords(years.years)).to.deep.equal([
      `${CURRENT_YEAR} 1`,
      `${CURRENT_YEAR - 1} 1`,
      ...['2024 0', '2023 0', '2022 0', '2021 0', '2020 1', '2019 0', '2018 0', '2017 2', '2016 1', '2015 1'],
    ]);
    expect(inWords(years.others)).to.deep.equal(['ongoing 1', 'none 1']);
    expect(years.histogram!.peak).to.deep.include({number: 2017, count: 2});
  });

  it('draws no chart of a single year', async () => {
    const {years} = await statisticsOf([practices[2]!]);
    expect(years.histogram).to.be.null;
    expect(inWords(years.years)).to.deep.equal(['2020 1']);
  });

  it('has only the selected topics, countries and years', async () => {
    const one = await statisticsOf(practices, ask({topic: ['youth'], country: ['NO', 'ES']}));
    expect(inWords(one.matrix.rows)).to.deep.equal(['youth 1']);
    expect(inWords(one.matrix.columns)).to.deep.equal(['ES 1']);
    const {years} = await statisticsOf(practices, ask({year: [{from: null, to: 2016}, 'none']}));
    expect(inWords([...years.years, ...years.others])).to.deep.equal(['2016 1', '2015 1', 'none 1']);
  });

  it('has the selected cities as columns, and beside them the selected countries of which none is selected', async () => {
    const state = ask({country: ['ES', 'FR', 'NO'], city: ['Bilbao']});
    const {cities, matrix} = await statisticsOf(practices, state);
    expect(inWords(matrix.columns)).to.deep.equal(['Bilbao 2', 'NO 2', 'FR 1']);
    expect(inWords(cities)).to.deep.equal(['Bilbao 2', 'Oslo 2', 'Paris 1']);
    const apart = await statisticsOf(practices, state, APART);
    expect(inWords(apart.matrix.columns)).to.deep.equal(['Bilbao 2']);
    expect(inWords(apart.cities)).to.deep.equal(['Bilbao 2']);
  });

  it('knows the country of a city, also if the page has no facet of cities', async () => {
    for (const facets of [JOINED, APART]) {
      const {cities} = await statisticsOf(practices, ask(), facets);
      expect(cities.map(({value, country}) => `${value}, ${country}`)).to.include.members(['Madrid, ES', 'Bilbao, ES']);
    }
    const [tripoli] = (await statisticsOf([make([], ['Tripoli, LY']), make([], ['Tripoli, LB'])])).cities;
    expect(tripoli!.country).to.equal('');
  });
});
