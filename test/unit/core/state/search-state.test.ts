import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {
  clearAll,
  clearFilters,
  initialState,
  isSameQuestion,
  noRefinements,
  refinementToText,
  setCollection,
  setOpen,
  setQuery,
  setSort,
  setRange,
  showMore,
  toggleListed,
  toggleRefinement,
  type SearchState,
} from '../../../../src/core/state/search-state.js';
import {attributes, ONGOING} from '../../../../src/core/practice.js';
import {comparable, deepFreeze, searchState, text, yearRange} from '../../../support/arbitraries.js';

const count = ({refinements}: SearchState) => attributes.flatMap((attribute) => refinements[attribute]).length;

const state: SearchState = deepFreeze({
  query: 'youth',
  refinements: {...noRefinements, topic: ['education', 'sport'], city: ['Zürich'], year: [{from: 2015, to: 2019}]},
  sort: 'title' as const,
  page: 3,
  open: ['leeds'],
  list: ['york'],
  collection: 'start',
  view: 'map' as const,
});

describe('setQuery', () => {
  it('replaces the query and returns to page 1', () => {
    expect(setQuery(state, 'sport')).to.deep.equal({...state, query: 'sport', page: 1});
  });

  it('returns the same state for the same query', () => {
    expect(setQuery(state, 'youth')).to.equal(state);
  });
});

describe('toggleRefinement', () => {
  it('adds a refinement after the others', () => {
    const next = toggleRefinement(state, 'topic', 'youth');
    expect(next.refinements.topic).to.deep.equal(['education', 'sport', 'youth']);
    expect(next.page).to.equal(1);
  });

  it('removes a selected refinement', () => {
    expect(toggleRefinement(state, 'topic', 'education').refinements.topic).to.deep.equal(['sport']);
  });

  it('recognises a range by its years', () => {
    expect(toggleRefinement(state, 'year', {from: 2015, to: 2019}).refinements.year).to.deep.equal([]);
    expect(toggleRefinement(state, 'year', {from: 2015, to: null}).refinements.year).to.have.length(2);
  });

  it('recognises a city by its folded words, and a topic by its letters', () => {
    expect(toggleRefinement(state, 'city', 'ZURICH').refinements.city).to.deep.equal([]);
    expect(toggleRefinement(state, 'topic', 'Sport').refinements.topic).to.have.length(3);
  });

  it('undoes itself, apart from the page', () => {
    const refinement = fc.oneof(text, yearRange);
    fc.assert(
      fc.property(searchState, fc.constantFrom(...attributes), refinement, (any, attribute, value) => {
        const once = toggleRefinement(deepFreeze(any), attribute, value);
        // A selected value may return in another spelling, which the next test covers.
        fc.pre(count(once) > count(any));
        const twice = toggleRefinement(once, attribute, value);
        expect(comparable(twice)).to.deep.equal(comparable({...any, page: 1}));
      }),
      {numRuns: 1000},
    );
  });

  it('undoes the removal of a selected refinement', () => {
    fc.assert(
      fc.property(searchState, fc.constantFrom(...attributes), fc.nat(), (any, attribute, at) => {
        const chosen = any.refinements[attribute];
        fc.pre(chosen.length > 0);
        const value = chosen[at % chosen.length]!;
        const once = toggleRefinement(deepFreeze(any), attribute, value);
        expect(count(once)).to.equal(count(any) - 1);
        const twice = toggleRefinement(once, attribute, value);
        expect(comparable(twice)).to.deep.equal(comparable({...any, page: 1}));
      }),
      {numRuns: 1000},
    );
  });
});

describe('setRange', () => {
  const range = {from: 2015, to: 2019};
  const chosen = {...state, refinements: {...state.refinements, year: ['2012', {from: 2000, to: null}, ONGOING]}};

  it('replaces a range, and keeps selected years', () => {
    const next = setRange(chosen, 'year', range);
    expect(next.refinements).to.deep.equal({...state.refinements, year: ['2012', ONGOING, range]});
    expect(next.page).to.equal(1);
    expect(chosen.refinements.year).to.have.length(3);
  });

  it('removes a range without limits', () => {
    expect(setRange(chosen, 'year', {from: null, to: null}).refinements.year).to.deep.equal(['2012', ONGOING]);
  });

  it('returns the same object if the range is selected already', () => {
    const once = setRange(chosen, 'year', range);
    expect(setRange(once, 'year', {...range})).to.equal(once);
  });
});

describe('clearFilters', () => {
  it('removes all refinements and the collection, and nothing else', () => {
    const inside = {...state, collection: 'start'};
    expect(clearFilters(inside)).to.deep.equal({...state, refinements: noRefinements, collection: '', page: 1});
  });

  it('returns the same state if nothing is selected', () => {
    const plain = {...initialState, page: 2};
    expect(clearFilters(plain)).to.equal(plain);
  });
});

describe('clearAll', () => {
  it('removes the query, all refinements and the collection', () => {
    expect(clearAll(state)).to.deep.equal({...state, query: '', refinements: noRefinements, collection: '', page: 1});
  });

  it('returns the same state if there is nothing to remove', () => {
    const plain = {...initialState, sort: 'city' as const, page: 2};
    expect(clearAll(plain)).to.equal(plain);
  });
});

describe('setCollection', () => {
  it('looks into a collection, in its own order and from page 1', () => {
    expect(setCollection(state, 'more')).to.deep.equal({...state, collection: 'more', sort: null, page: 1});
    expect(setCollection(state, '')).to.deep.equal({...state, collection: '', sort: null, page: 1});
  });

  it('returns the same state for the same collection', () => {
    const inOrder = setSort(state, null);
    expect(setCollection(inOrder, 'start')).to.equal(inOrder);
  });
});

describe('setSort', () => {
  it('replaces the order and returns to page 1', () => {
    expect(setSort(state, null)).to.deep.equal({...state, sort: null, page: 1});
  });

  it('returns the same state for the same order', () => {
    expect(setSort(state, 'title')).to.equal(state);
  });
});

describe('showMore', () => {
  it('shows one more page', () => {
    expect(showMore(state)).to.deep.equal({...state, page: 4});
  });
});

describe('setOpen', () => {
  it('opens a practice and stays on the page', () => {
    expect(setOpen(state, 'bergen', true)).to.deep.equal({...state, open: ['leeds', 'bergen']});
  });

  it('closes a practice', () => {
    expect(setOpen(state, 'leeds', false)).to.deep.equal({...state, open: []});
  });

  it('returns the same state if nothing changes', () => {
    expect(setOpen(state, 'leeds', true)).to.equal(state);
    expect(setOpen(state, 'bergen', false)).to.equal(state);
  });
});

describe('refinementToText', () => {
  const table: [Parameters<typeof refinementToText>[0], string][] = [
    ['2017', '2017'],
    [{from: 2015, to: 2019}, '2015..2019'],
    [{from: 2015, to: null}, '2015..'],
    [{from: null, to: 2019}, '..2019'],
  ];
  for (const [refinement, expected] of table) {
    it(`writes ${JSON.stringify(refinement)} as ${expected}`, () => {
      expect(refinementToText(refinement)).to.equal(expected);
    });
  }
});

describe('isSameQuestion', () => {
  it('is true of states that differ in open practices, the list and the view', () => {
    const next = setOpen(toggleListed({...state, view: 'map'}, 'leeds'), 'leeds', true);
    expect(isSameQuestion(state, next)).to.equal(true);
  });

  it('is false of states that find other practices, or more of them', () => {
    for (const next of [
      setQuery(state, 'other'),
      toggleRefinement(state, 'country', 'IS'),
      setSort(state, 'city'),
      setCollection(state, 'other'),
      showMore(state),
    ])
      expect(isSameQuestion(state, next)).to.equal(false);
  });
});

describe('toggleListed', () => {
  it('adds a practice to the end of the list and removes it, on the same page', () => {
    const next = toggleListed(state, 'leeds');
    expect(next).to.deep.equal({...state, list: ['york', 'leeds']});
    expect(toggleListed(next, 'york')).to.deep.equal({...state, list: ['leeds']});
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(searchState, text, (one, id) => {
        fc.pre(!one.list.includes(id));
        expect(toggleListed(toggleListed(one, id), id)).to.deep.equal(one);
      }),
    );
  });
});
