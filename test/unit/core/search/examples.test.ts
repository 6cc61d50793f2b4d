import {expect} from '@open-wc/testing';
import {createLocalEngine} from '../../../../src/core/engine/local-engine.js';
import {searchExamples} from '../../../../src/core/search/examples.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {attributes} from '../../../../src/core/practice.js';
import {initialState, noRefinements} from '../../../../src/core/state/search-state.js';
import {realFeed} from '../../../fixtures/practices.js';
import {CURRENT_YEAR, makePractice} from '../../../support/arbitraries.js';

const make = (topic: string, city: string, from: number | null) =>
  makePractice({
    topics: [topic],
    places: [{city, country: '', location: null}],
    period: {from, to: null, ongoing: false, text: ''},
  });
const topics = [
  {
    id: 'housing',
    label: [
      {lang: 'en', text: 'Housing'},
      {lang: 'de', text: 'Wohnen'},
    ],
  },
];

describe('searchExamples', () => {
  it('are the most frequent topic, in the language of the page, city and year', () => {
    const practices = [
      make('sport', 'Bergen', 2019),
      make('housing', 'Oslo', 2020),
      make('housing', 'Oslo', null),
      make('housing', '', 2020),
    ];
    expect(searchExamples(practices, [], createLabels(topics, 'en'))).to.deep.equal(['Housing', 'Oslo', '2020']);
    expect(searchExamples(practices, [], createLabels(topics, 'de'))).to.deep.equal(['Wohnen', 'Oslo', '2020']);
  });

  it('are those of most practices where they have a facet, and never of none', () => {
    const value = (text: string, count: number) => ({value: text, count, isRefined: false, countries: []});
    const facets = [
      {attribute: 'topic' as const, values: [value('sport', 0), value('housing', 9)]},
      {attribute: 'year' as const, values: [value('ongoing', 20), value('2021', 5), value('2020', 7)]},
    ];
    const practices = [make('sport', 'Bergen', 2019)];
    expect(searchExamples(practices, facets, createLabels(topics, 'en'))).to.deep.equal(['Housing', 'Bergen', '2020']);
  });

  it('have room in a search field on a phone', () => {
    const practices = [
      make('Leadership, participation and citizenship', 'Castellón de la Plana', null),
      make('Leadership, participation and citizenship', 'Lyon', null),
    ];
    expect(searchExamples(practices, [], createLabels([], 'en'))).to.deep.equal(['Lyon']);
  });

  it('are none where practices have no topics, places and years', () => {
    expect(searchExamples([makePractice({topics: [], places: []})], [], createLabels([], 'en'))).to.deep.equal([]);
  });

  for (const language of ['en', 'de', 'ar'])
    it(`find practices each, in a page in “${language}”`, async () => {
      const feed = await realFeed();
      const engine = createLocalEngine(feed, {
        scope: noRefinements,
        facets: attributes,
        sort: null,
        hitsPerPage: 12,
        language,
        currentYear: CURRENT_YEAR,
      });
      const {facets, hits} = await engine.search(initialState);
      const examples = searchExamples(
        hits.map(({practice}) => practice),
        facets,
        createLabels(feed.topics, language),
      );
      expect(examples).to.have.length(3);
      for (const query of examples) {
        const {isPartial, totalHits} = await engine.search({...initialState, query});
        expect([query, isPartial, totalHits > 0]).to.deep.equal([query, false, true]);
      }
    });
});
