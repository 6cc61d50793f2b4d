import {aTimeout, expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import type {Facet, Hit} from '../../../../src/core/state/search-results.js';
import {createLocalEngine, type LocalEngineOptions} from '../../../../src/core/engine/local-engine.js';
import type {Practice} from '../../../../src/core/practice.js';
import {
  initialState,
  noRefinements,
  type Refinements,
  type SearchState,
} from '../../../../src/core/state/search-state.js';
import {CURRENT_YEAR, deepFreeze, makeFeed, makePractice, practice, searchState} from '../../../support/arbitraries.js';

const english = (text: string) => [{lang: 'en', text}];

const feedOf = (practices: readonly Practice[]) =>
  makeFeed(practices, {topics: [{id: 'edu', label: english('Éducation')}]});

const make = (id: string, title: string, city: string, country: string, year: number, ...topics: string[]) =>
  makePractice({
    id,
    title: english(title),
    places: [{city, country, location: null}],
    period: {text: '', from: year, to: year, ongoing: false},
    topics,
  });

const feed = feedOf([
  make('zoo', 'Zoo for everybody', 'Zürich', 'CH', 2017, 'edu', 'youth'),
  make('garden', 'A garden of languages', 'Palma', 'ES', 2019, 'edu'),
  make('youth', 'Youth garden', 'Zurich', 'CH', 2015, 'youth'),
  make('café', 'Language café in the garden, garden, garden', 'Madrid', 'ES', 2020, 'housing'),
]);

type Ask = Omit<Partial<SearchState>, 'refinements'> & {refinements?: Partial<Refinements>};
const ask = ({refinements, ...rest}: Ask = {}): SearchState => ({
  ...initialState,
  ...rest,
  refinements: {...noRefinements, ...refinements},
});

const engineOf = (options: Partial<LocalEngineOptions> = {}, of = feed) =>
  createLocalEngine(of, {
    scope: noRefinements,
    facets: ['topic', 'country'],
    sort: null,
    hitsPerPage: 2,
    language: 'en',
    currentYear: CURRENT_YEAR,
    ...options,
  });

const search = (asked: Ask = {}, options?: Partial<LocalEngineOptions>) => engineOf(options).search(ask(asked));
const idsOf = (hits: readonly Hit[]) => hits.map((hit) => hit.practice.id);
const found = async (asked: Ask, options?: Partial<LocalEngineOptions>) =>
  idsOf(await engineOf(options).hits(ask(asked)));
const countsOf = (facet: Facet | undefined) => facet?.values.map(({value, count}) => `${value} ${count}`);

describe('createLocalEngine', () => {
  describe('search', () => {
    it('returns the pages shown so far of all practices if nothing is asked', async () => {
      const {hits, ...results} = await search();
      expect(idsOf(hits)).to.deep.equal(['zoo', 'garden']);
      expect(hits[0]).to.deep.include({tier: null, score: 0});
      expect(results).to.deep.include({totalHits: 4, totalPractices: 4, isPartial: false, matchedTerms: []});
      expect(idsOf((await search({page: 2})).hits)).to.deep.equal(['zoo', 'garden', 'youth', 'café']);
    });

    it('finds words, best first, and tells how they match', async () => {
      const {hits, totalHits, matchedTerms} = await search({query: 'garden zürich', page: 9});
      expect(idsOf(hits)).to.deep.equal(['youth']);
      expect(totalHits).to.equal(1);
      expect(hits[0]!.tier).to.equal('exact');
      expect(hits[0]!.score).to.be.above(0);
      expect(matchedTerms.map(({text}) => text)).to.deep.equal(['garden', 'zurich']);
    });

    it('finds topics by their labels', async () => {
      expect(await found({query: 'education'})).to.have.members(['zoo', 'garden']);
    });

    it('leaves out what the query excludes, in feed order', async () => {
      expect(await found({query: '-garden'})).to.deep.equal(['zoo']);
    });

    it('says that no practice has every word', async () => {
      expect((await search({query: 'garden zoo unheardof'})).isPartial).to.be.true;
    });

    it('filters, also what the query found', async () => {
      expect(await found({refinements: {topic: ['edu', 'housing'], country: ['ES']}})).to.deep.equal([
        'garden',
        'café',
      ]);
      expect(await found({query: 'garden', refinements: {country: ['CH']}})).to.deep.equal(['youth']);
    });

    it('counts facets among what the query found', async () => {
      const {facets} = await search({query: 'garden', refinements: {country: ['CH']}});
      expect(facets.map(({attribute}) => attribute)).to.deep.equal(['topic', 'country']);
      expect(countsOf(facets[0])).to.deep.equal(['youth 1', 'edu 0', 'housing 0']);
      expect(countsOf(facets[1])).to.deep.equal(['ES 2', 'CH 1']);
    });

    it('returns the state as it was asked', async () => {
      const asked = ask({query: 'x', refinements: {topic: ['edu']}, page: 3});
      expect((await search(asked)).state).to.deep.equal(asked);
    });

    it('drops refinements that no practice has, and spells the others as the facets do', async () => {
      const {state, totalHits} = await search({query: 'garden', refinements: {topic: ['unheard'], city: ['ZURICH']}});
      expect(state).to.deep.equal(ask({query: 'garden', refinements: {city: ['Zürich']}}));
      expect(totalHits).to.equal(1);
    });
  });

  describe('scope', () => {
    const options = {scope: {...noRefinements, country: ['CH'], topic: ['youth']}};

    it('leaves only the practices in scope', async () => {
      const {hits, totalPractices, facets} = await search({}, options);
      expect(idsOf(hits)).to.deep.equal(['zoo', 'youth']);
      expect(totalPractices).to.equal(2);
      expect(countsOf(facets[1])).to.deep.equal(['CH 2']);
      expect(await found({query: 'garden'}, options)).to.deep.equal(['youth']);
      expect(await engineOf(options).practice('garden')).to.be.null;
      expect(await engineOf(options).similar('zoo')).to.deep.equal([feed.practices[2]]);
    });

    it('leaves none if no practice has its values', async () => {
      expect((await search({}, {scope: {...noRefinements, country: ['XX']}})).totalPractices).to.equal(0);
    });
  });

  describe('sort', () => {
    const table: [SearchState['sort'], string[]][] = [
      ['feed', ['zoo', 'garden', 'youth', 'café']],
      ['relevance', ['zoo', 'garden', 'youth', 'café']],
      ['newest', ['café', 'garden', 'zoo', 'youth']],
      ['oldest', ['youth', 'zoo', 'garden', 'café']],
      ['title', ['garden', 'café', 'youth', 'zoo']],
      ['city', ['café', 'garden', 'youth', 'zoo']],
    ];
    for (const [sort, expected] of table) {
      it(`orders by ${sort}, chosen by the visitor or the webmaster`, async () => {
        expect(await found({sort})).to.deep.equal(expected);
        expect(await found({}, {sort})).to.deep.equal(expected);
        expect(await found({sort}, {sort: 'feed'})).to.deep.equal(expected);
      });
    }

    it('is by relevance with a query, and as in the feed if that is chosen', async () => {
      expect(await found({query: 'language'})).to.deep.equal(['café', 'garden']);
      expect(await found({query: 'language', sort: 'feed'})).to.deep.equal(['garden', 'café']);
    });
  });

  describe('practice', () => {
    it('returns the practice with an id, or null', async () => {
      expect(await engineOf().practice('garden')).to.equal(feed.practices[1]);
      expect(await engineOf().practice('__proto__')).to.be.null;
    });
  });

  describe('hits', () => {
    it('returns the same as search, page by page', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(practice, {maxLength: 12}), searchState, async (list, state) => {
          const engine = engineOf({hitsPerPage: 3}, feedOf(list));
          const hits = await engine.hits(state);
          for (const page of [1, 2, 4]) {
            const results = await engine.search({...state, page});
            expect(results).to.deep.include({totalHits: hits.length, hits: hits.slice(0, page * 3)});
          }
        }),
        {numRuns: 300},
      );
    });
  });

  describe('crossTable', () => {
    it('counts the hits by two attributes, as much as a search for each pair finds', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(practice, {maxLength: 12}), searchState, async (list, state) => {
          const engine = engineOf({facets: []}, feedOf(list));
          const hits = (await engine.hits(state)).map((hit) => hit.practice);
          const valuesOf = ({places, topics}: Practice) => ({
            topics: new Set(topics),
            countries: new Set(places.map(({country}) => country).filter(Boolean)),
          });
          const {rows, columns} = await engine.crossTable(state, 'topic', 'country');
          const values = hits.map(valuesOf);
          expect(rows.map(({value}) => value)).to.have.members([...new Set(values.flatMap(({topics}) => [...topics]))]);
          for (const {value, count} of columns)
            expect(count).to.equal(values.filter(({countries}) => countries.has(value)).length);
          for (const {value: topic, count, cells} of rows) {
            const members = values.filter(({topics}) => topics.has(topic));
            expect(count).to.equal(members.length);
            const countries = new Set(members.flatMap((each) => [...each.countries]));
            expect(cells.map(({value}) => value)).to.have.members([...countries]);
            for (const cell of cells)
              expect(cell.count).to.equal(members.filter((each) => each.countries.has(cell.value)).length);
          }
        }),
        {numRuns: 200},
      );
    });

    it('is empty for an attribute that the feed does not have', async () => {
      expect(await engineOf().crossTable(ask(), 'topic', 'constructor')).to.deep.equal({rows: [], columns: []});
    });

    it('counts two spellings of a city as one', async () => {
      const {rows} = await engineOf().crossTable(ask({query: 'youth'}), 'city', 'topic');
      expect(rows).to.have.length(1);
      expect(rows[0]!.cells).to.deep.equal([
        {value: 'edu', count: 1},
        {value: 'youth', count: 2},
      ]);
    });
  });

  describe('rank', () => {
    it('returns the position of a practice among all hits', async () => {
      expect(await engineOf().rank('youth', ask({sort: 'title'}))).to.equal(2);
      expect(await engineOf().rank('zoo', ask({query: 'garden'}))).to.equal(-1);
      expect(await engineOf().rank('__proto__', ask())).to.equal(-1);
    });
  });

  describe('suggestion', () => {
    it('is the query as the practices spell it, if they lack a word of it', async () => {
      expect((await search({query: 'langauge  CAFE'})).suggestion).to.equal('Language  CAFE');
      expect((await search({query: 'langauge zooo'})).suggestion).to.equal('Language Zoo');
    });

    it('is null if practices have every word, or nothing similar', async () => {
      for (const query of ['', 'language', 'langu', 'zebra'])
        expect((await search({query})).suggestion, query).to.equal(null);
    });
  });

  describe('a collection', () => {
    const collection = (id: string, ...practices: string[]) => ({
      id,
      title: english(id),
      introduction: [],
      practices,
      image: null,
    });
    const collected = deepFreeze({
      ...feed,
      collections: [collection('start', 'café', 'gone', 'zoo', 'garden'), collection('empty', 'gone')],
    });
    const searchIn = (asked: Ask, options?: Partial<LocalEngineOptions>) =>
      engineOf({hitsPerPage: 9, ...options}, collected).search(ask({collection: 'start', ...asked}));

    it('has its practices in its own order, whatever the order of the webmaster', async () => {
      for (const sort of [null, 'title', 'oldest'] as const) {
        const {hits, totalHits, totalPractices} = await searchIn({}, {sort});
        expect(idsOf(hits)).to.deep.equal(['café', 'zoo', 'garden']);
        expect({totalHits, totalPractices}).to.deep.equal({totalHits: 3, totalPractices: 4});
      }
    });

    it('is sorted as the visitor asks', async () => {
      expect(idsOf((await searchIn({sort: 'oldest'})).hits)).to.deep.equal(['zoo', 'garden', 'café']);
      expect(idsOf((await searchIn({sort: 'feed', query: 'garden'})).hits)).to.deep.equal(['café', 'garden']);
    });

    it('is searched and filtered, and its facets count its practices only', async () => {
      const results = await searchIn({query: 'garden'});
      expect(idsOf(results.hits)).to.have.members(['café', 'garden']);
      expect(countsOf(results.facets[0])).to.deep.equal(['edu 1', 'housing 1', 'youth 0']);
      expect(idsOf((await searchIn({refinements: {country: ['ES']}})).hits)).to.deep.equal(['café', 'garden']);
    });

    it('is one of the ways out if nothing is found in it', async () => {
      const one = deepFreeze({...feed, collections: [collection('zoo', 'zoo')]});
      const {relaxations, totalHits} = await engineOf({}, one).search(
        ask({collection: 'zoo', refinements: {country: ['ES']}}),
      );
      expect(totalHits).to.equal(0);
      expect(relaxations).to.deep.equal([
        {without: 'collection', count: 2},
        {without: 'country', count: 1},
      ]);
    });

    it('is counted for its entrance among the practices in scope; an empty one has none', async () => {
      expect((await searchIn({query: 'zoo'})).collections).to.deep.equal([{id: 'start', count: 3}]);
      const scope = {...noRefinements, country: ['ES']};
      const scoped = await searchIn({}, {scope});
      expect(scoped.collections).to.deep.equal([{id: 'start', count: 2}]);
      expect(idsOf(scoped.hits)).to.deep.equal(['café', 'garden']);
    });

    it('that the feed does not have is left out of the state', async () => {
      for (const id of ['empty', 'unheard', '__proto__']) {
        const {state, totalHits} = await searchIn({collection: id});
        expect({collection: state.collection, totalHits}).to.deep.equal({collection: '', totalHits: 4});
      }
    });

    it('ranks a practice within it', async () => {
      const engine = engineOf({}, collected);
      expect(await engine.rank('garden', ask({collection: 'start'}))).to.equal(2);
      expect(await engine.rank('youth', ask({collection: 'start'}))).to.equal(-1);
      expect(idsOf(await engine.hits(ask({collection: 'start'})))).to.deep.equal(['café', 'zoo', 'garden']);
    });
  });

  describe('relaxations', () => {
    const waysOf = async (asked: Ask) =>
      (await search(asked)).relaxations.map(({without, count}) => `${without} ${count}`);

    it('say what to give up, and how many practices that finds', async () => {
      expect(await waysOf({query: 'garden', refinements: {country: ['CH'], topic: ['housing']}})).to.deep.equal([
        'topic 1',
        'country 1',
      ]);
      expect(await waysOf({query: 'language', refinements: {country: ['CH']}})).to.deep.equal(['query 2', 'country 2']);
    });

    it('are empty if there are hits, and if one thing is not enough', async () => {
      expect(await waysOf({query: 'garden'})).to.deep.equal([]);
      expect(await waysOf({query: 'zebra', refinements: {country: ['CH'], topic: ['housing']}})).to.deep.equal([]);
    });

    it('find what they say', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(practice, {maxLength: 12}), searchState, async (list, state) => {
          const engine = engineOf({}, feedOf(list));
          const {totalHits, relaxations} = await engine.search(state);
          for (const {without, count} of totalHits ? [] : relaxations) {
            const next =
              without === 'query'
                ? {...state, query: ''}
                : {...state, refinements: {...state.refinements, [without]: []}};
            expect((await engine.search(next)).totalHits).to.equal(count);
          }
        }),
        {numRuns: 200},
      );
    });
  });

  describe('close', () => {
    it('stops the index and what waits for it', async () => {
      const engine = engineOf();
      const waiting = engine.search(ask({query: 'garden'})).catch((error: Error) => error.name);
      engine.close();
      expect(await waiting).to.equal('AbortError');
    });
    it('leaves no error that nobody reads, whatever it does at the moment', async () => {
      const unread: unknown[] = [];
      const note = (event: PromiseRejectionEvent) => {
        event.preventDefault();
        unread.push(event.reason);
      };
      addEventListener('unhandledrejection', note);
      const many = feedOf(Array.from({length: 20_000}, (_, i) => make(`p${i}`, `Title ${i}`, 'Rome', 'IT', 2020)));
      for (const pause of [0, 1, 20]) {
        const engine = engineOf({}, many);
        const waiting = engine.search(ask({sort: 'title'})).catch(() => {});
        await aTimeout(pause);
        engine.close();
        await waiting;
      }
      engineOf({}, many).close();
      await aTimeout(50);
      removeEventListener('unhandledrejection', note);
      expect(unread).to.deep.equal([]);
    });
  });

  describe('similar', () => {
    it('returns up to three practices, the most similar first', async () => {
      const alike = await engineOf().similar('zoo');
      expect(alike.map(({id}) => id)).to.deep.equal(['youth', 'garden']);
      const many = feedOf(Array.from({length: 9}, (_, i) => make(String(i), '', '', '', 2020, 'edu')));
      expect(await engineOf({}, many).similar('4')).to.deep.equal(many.practices.slice(0, 3));
    });

    it('returns none for an unknown id', async () => {
      expect(await engineOf().similar('constructor')).to.deep.equal([]);
    });
  });
});

describe('excludedTopics', () => {
  const topicsOf = async (options: Partial<LocalEngineOptions>) =>
    (await engineOf(options).hits(ask())).map(({practice: {topics}}) => topics);

  it('leaves topics out of practices and facets, by id or label in any spelling', async () => {
    expect(await topicsOf({excludedTopics: ['EDUCATION', 'youth']})).to.deep.equal([[], [], [], ['housing']]);
    const {facets} = await engineOf({excludedTopics: ['edu']}).search(ask());
    expect(facets[0]!.values.map(({value, count}) => `${value} ${count}`)).to.deep.equal(['youth 2', 'housing 1']);
  });
  it('can be topics of the scope', async () => {
    const scope = {...noRefinements, topic: ['edu']};
    expect(await topicsOf({scope, excludedTopics: ['edu']})).to.deep.equal([['youth'], []]);
  });
  it('leaves practices as they are without any', async () => {
    const {hits} = await engineOf().search(ask());
    expect(hits[0]!.practice).to.equal(feed.practices[0]);
  });
});

describe('unmatched', () => {
  const unmatched = (options: Partial<LocalEngineOptions>, preset: Partial<Refinements> = {}, of = feed) =>
    engineOf(options, of).unmatched({...noRefinements, ...preset});
  const matched = {values: [], findsNothing: false};

  it('is nothing if each value finds a practice', async () =>
    expect(
      await unmatched(
        {scope: {...noRefinements, country: ['ES']}, excludedTopics: ['Éducation']},
        {year: [{from: 2019, to: null}]},
      ),
    ).to.deep.equal({scope: matched, preset: matched, excludedTopics: [], facets: []}));

  it('names values that no practice has', async () =>
    expect(
      await unmatched(
        {
          scope: {...noRefinements, country: ['XX', 'ES']},
          excludedTopics: ['news', 'edu'],
          facets: ['topic', 'target'],
        },
        {topic: ['youth'], year: [{from: 2030, to: 2040}]},
      ),
    ).to.deep.equal({
      scope: {values: ['country:XX'], findsNothing: false},
      preset: {values: ['topic:youth', 'year:2030..2040'], findsNothing: true},
      excludedTopics: ['news'],
      facets: ['target'],
    }));

  it('tells values apart that only together find nothing', async () => {
    const {scope, preset} = await unmatched({scope: {...noRefinements, country: ['CH'], topic: ['housing']}});
    expect(scope).to.deep.equal({values: [], findsNothing: true});
    expect(preset).to.deep.equal(matched);
  });

  it('is nothing in an empty feed', async () =>
    expect(
      await unmatched(
        {scope: {...noRefinements, country: ['XX']}, excludedTopics: ['x'], facets: ['target']},
        {topic: ['y']},
        feedOf([]),
      ),
    ).to.deep.equal({scope: matched, preset: matched, excludedTopics: [], facets: []}));
});
