import {expect} from '@open-wc/testing';
import fc from '../../support/fast-check.mjs';
import {createReader, noGaps, type FeedReader} from '../../../src/core/engine/feed-reader.js';
import {createLocalEngine, type LocalEngineOptions} from '../../../src/core/engine/local-engine.js';
import {countFacets, createFacetIndex, findMisses, findRelaxations} from '../../../src/core/facets/facet-index.js';
import {rangeHistogram} from '../../../src/core/facets/range-histogram.js';
import type {Feed} from '../../../src/core/feed/feed.js';
import {readDocument} from '../../../src/core/feed/formats/read-document.js';
import {readNativeJson} from '../../../src/core/feed/formats/native-json.js';
import {mergeFeeds} from '../../../src/core/feed/merge.js';
import {normalize} from '../../../src/core/feed/normalize/normalize.js';
import {findField} from '../../../src/core/feed/own-fields.js';
import {parseFeed, readAnyFormat} from '../../../src/core/feed/parse.js';
import {writeCsv} from '../../../src/core/feed/write/csv.js';
import {writeNativeJson} from '../../../src/core/feed/write/native-json.js';
import {readPageFacet, type OwnFacet} from '../../../src/core/own-facets.js';
import {attributes, type Practice} from '../../../src/core/practice.js';
import {createLabels} from '../../../src/core/search/labels.js';
import {isRouteFragment, readRoute, routeToState, stateToRoute, writeRoute} from '../../../src/core/state/route.js';
import {
  initialState,
  isWithin,
  noRefinements,
  refinementsOf,
  setQuery,
  toggleRefinement,
  type NumberRange,
  type Refinement,
  type Refinements,
} from '../../../src/core/state/search-state.js';
import {runSync} from '../../../src/core/time-slicing.js';
import {createRemoteReader} from '../../../src/worker/client.js';
import {serveFeed} from '../../../src/worker/server.js';
import {CURRENT_YEAR, makePractice, practice, refinements, text} from '../../support/arbitraries.js';

const ADDRESS = 'https://city.example/feed.json';
const own: readonly OwnFacet[] = [
  {name: 'target', label: [{lang: 'en', text: 'Target group'}], type: 'list'},
  {name: 'constructor', label: [{lang: 'en', text: 'Builder'}], type: 'text'},
  {name: 'budget', label: [{lang: 'en', text: 'Budget'}], type: 'number'},
  {name: 'award', label: [{lang: 'en', text: 'Award'}], type: 'year'},
];
const [targets, builders] = [
  ['families', 'youth', '1..5', '__proto__', 'constructor', 'toString'],
  ['Ann', 'Bo; Cy', 'valueOf'],
];
const budgets = ['-5', '0', '0.5', '12', '1000', '1e+21'];
const awards = ['1999', '2019', '2020'];
const values = {target: targets, constructor: builders, budget: budgets, award: awards} as unknown as Record<
  string,
  string[]
>;
const names = own.map(({name}) => name);

const ownValues = fc
  .tuple(...names.map((name) => fc.uniqueArray(fc.constantFrom(...values[name]!), {maxLength: 3})))
  .map((lists) => lists.flatMap((list, i) => (list.length ? {name: names[i]!, values: list} : [])));
const practices = fc.array(
  fc.tuple(practice, ownValues).map(([each, facets]): Practice => ({...each, facets})),
  {maxLength: 40},
);
const number = fc.constantFrom(-10, -5, 0.5, 5, 100, 2019, 1e21);
const range = fc
  .tuple(fc.option(number), fc.option(number))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([a, b]): NumberRange => (a !== null && b !== null && a > b ? {from: b, to: a} : {from: a, to: b}));
const few = (one: fc.Arbitrary<Refinement>) =>
  fc.oneof(fc.constant([]), fc.uniqueArray(one, {maxLength: 3, selector: (each) => JSON.stringify(each)}));
const chosen: fc.Arbitrary<Refinements> = fc
  .tuple(
    refinements,
    ...names.map((name) =>
      few(
        name === 'budget' || name === 'award'
          ? fc.oneof(fc.constantFrom('7', ...values[name]!), range)
          : fc.constantFrom('nobody', ...values[name]!),
      ),
    ),
  )
  .map(([builtIn, ...lists]) => ({...builtIn, ...Object.fromEntries(lists.map((list, i) => [names[i]!, list]))}));

describe('own facets, compared with counting one by one', () => {
  const valuesIn = ({facets}: Practice, name: string) => facets.find((each) => each.name === name)?.values ?? [];
  const meets = (one: Practice, wanted: Refinements, name: string) => {
    const list = refinementsOf(wanted, name);
    return (
      !list.length ||
      valuesIn(one, name).some((value) =>
        list.some((each) => (typeof each === 'string' ? each === value : isWithin(Number(value), each))),
      )
    );
  };
  const onlyOwn = (wanted: Refinements): Refinements => ({...wanted, ...noRefinements});

  it('pass, count and relax as they should', () => {
    fc.assert(
      fc.property(practices, chosen.map(onlyOwn), (list, wanted) => {
        const index = createFacetIndex(list, CURRENT_YEAR, own);
        const misses = findMisses(index, wanted);
        const passes = (one: Practice, without = '') =>
          names.every((name) => name === without || meets(one, wanted, name));
        expect([...misses].map((missed) => !missed)).to.deep.equal(list.map((one) => passes(one)));
        for (const {attribute, values: counted} of countFacets(index, names, [...list.keys()], misses, wanted))
          for (const {count, isRefined, value} of counted) {
            const left = list.filter((one) => passes(one, attribute) && valuesIn(one, attribute).includes(value));
            expect(count, `${attribute} ${value}`).to.equal(left.length);
            expect(isRefined).to.equal(refinementsOf(wanted, attribute).includes(value));
          }
        if (list.some((one) => passes(one))) return;
        const expected = names.flatMap((without) => {
          const count = list.filter((one) => passes(one, without)).length;
          return count ? [{without, count}] : [];
        });
        const ways = findRelaxations(index, [...list.keys()], misses).filter(({without}) => without !== 'query');
        expect(ways).to.deep.equal(expected);
      }),
      {numRuns: 2000},
    );
  });

  it('change nothing for the built-in facets', () => {
    fc.assert(
      fc.property(practices, refinements, (list, wanted) => {
        const [plain, more] = [createFacetIndex(list, CURRENT_YEAR), createFacetIndex(list, CURRENT_YEAR, own)];
        const count = (index: typeof plain) =>
          countFacets(index, attributes, [...list.keys()], findMisses(index, wanted), wanted);
        expect(count(more)).to.deep.equal(count(plain));
      }),
      {numRuns: 300},
    );
  });

  it('leave out numbers that count nothing if there are many, but for the ends of the scale', () => {
    const list = Array.from({length: 600}, (_, i) => makePractice({facets: [{name: 'budget', values: [String(i)]}]}));
    const index = createFacetIndex(list, CURRENT_YEAR, own);
    const wanted: Refinements = {...noRefinements, budget: ['7']};
    const valuesOf = (found: readonly number[]) =>
      countFacets(index, ['budget'], found, findMisses(index, wanted), wanted)[0]!.values.map(
        ({count, value}) => `${value}: ${count}`,
      );
    expect(valuesOf([5, 9])).to.deep.equal(['599: 0', '9: 1', '7: 0', '5: 1', '0: 0']);
    expect(valuesOf([...list.keys()])).to.have.length(600);
  });

  it('list numbers with the highest first', () => {
    const list = ['12', '-5', '1000'].map((value) => makePractice({facets: [{name: 'budget', values: [value]}]}));
    const index = createFacetIndex(list, CURRENT_YEAR, own);
    const [facet] = countFacets(index, ['budget'], [0, 1, 2], findMisses(index, noRefinements), noRefinements);
    expect(facet!.values.map(({value}) => value)).to.deep.equal(['1000', '12', '-5']);
  });
});

describe('own facets in the address', () => {
  const key = fc.constantFrom('gp', 'my list', 'é&');
  const sorted = (wanted: Refinements) =>
    JSON.stringify(
      Object.entries(wanted)
        .filter(([, list]) => list!.length)
        .map(([name, list]) => [name, list!.map((one) => JSON.stringify(one)).sort()])
        .sort(),
    );

  it('survive a round trip, with any values', () => {
    const anything = fc.tuple(chosen, few(text)).map(([wanted, target]): Refinements => ({...wanted, target}));
    fc.assert(
      fc.property(anything, key, fc.constantFrom('', 'a=1&page=2', '?x'), (wanted, urlKey, host) => {
        const state = {...initialState, refinements: wanted};
        const query = writeRoute(host, urlKey, stateToRoute(state, noRefinements), names);
        const again = routeToState(readRoute(query, urlKey, names), noRefinements);
        // A text that reads as a range is one in the address. The engine, which knows the facet, has it as a text.
        const asRead = routeToState(stateToRoute(state, noRefinements), noRefinements);
        expect(sorted(again.refinements)).to.equal(sorted(asRead.refinements));
        expect(stateToRoute(again, noRefinements)).to.equal(stateToRoute(state, noRefinements));
        expect(writeRoute(query, urlKey, '', names)).to.equal(host);
      }),
      {numRuns: 2000},
    );
  });

  it('leave parameters of the page alone that no facet has', () => {
    expect(readRoute('gp-target=a&gp-other=b', 'gp', ['target'])).to.equal('target=a');
    expect(readRoute('gp-target=a', 'gp')).to.equal('');
    expect(writeRoute('gp-target=a&gp-other=b', 'gp', 'q=x', ['target'])).to.equal('gp-other=b&gp-q=x');
  });

  it('are no anchor of the page', () => {
    const isOwn = (parameter: string) => parameter === 'gp-target';
    expect(isRouteFragment('gp-target=a&gp-q=b', isOwn)).to.equal(true);
    expect(isRouteFragment('gp-target=a&section', isOwn)).to.equal(false);
    expect(isRouteFragment('gp-target=a')).to.equal(false);
  });

  it('may be selected and removed, whatever they are called', () => {
    for (const name of ['target', 'constructor']) {
      const once = toggleRefinement(initialState, name, '__proto__');
      expect(stateToRoute(once, noRefinements)).to.equal(`${name}=__proto__`);
      expect(stateToRoute(toggleRefinement(once, name, '__proto__'), noRefinements)).to.equal('');
    }
  });
});

const documentOf = (records: readonly object[], more: object = {}) => ({
  version: '1',
  language: 'en',
  facets: own.map(({label, ...facet}) => ({...facet, label: label[0]!.text})),
  practices: records,
  ...more,
});
const read = (document: unknown): Feed => normalize(readNativeJson(document, ADDRESS));
const records: readonly Record<string, unknown>[] = [
  {id: 'a', title: 'A', target: ['families', 'Ü & <b>'], budget: 1250.5, award: [2019, 2020]},
  {id: 'b', title: 'B', target: ['1..5', 'x; y'], constructor: 'Bo; Cy', budget: '0'},
  {id: 'c', title: 'C', city: 'Oslo', country: 'NO'},
];

describe('own facets in a download', () => {
  it('survive JSON', () => {
    const feed = read(documentOf(records));
    const again = read(JSON.parse(writeNativeJson(feed, feed.practices)));
    expect(again.facets).to.deep.equal(feed.facets);
    expect(again.practices).to.deep.equal(feed.practices);
    expect(again.warnings).to.deep.equal([]);
  });

  it('survive JSON with any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, {maxLength: 3}), {maxLength: 4}), (lists) => {
        const feed = read(documentOf(lists.map((target, i) => ({title: `${i}`, target, constructor: target}))));
        expect(read(JSON.parse(writeNativeJson(feed, feed.practices))).practices).to.deep.equal(feed.practices);
      }),
      {numRuns: 500},
    );
  });

  it('have a column each in a table, which the page can read again', () => {
    const feed = read(documentOf(records.filter(({id}) => id !== 'b')));
    const csv = writeCsv(feed.practices, createLabels([], 'en'), feed.facets);
    expect(csv.split('\r\n')[0]).to.match(/,"updated","target","constructor","budget","award"$/);
    const page = 'target:list constructor:text budget:number award:year';
    const again = normalize(readDocument(csv, ADDRESS, '', page), {facets: page});
    expect(again.practices.map(({facets}) => facets)).to.deep.equal(feed.practices.map(({facets}) => facets));
    expect(again.practices.map(({sections}) => sections)).to.deep.equal([[], []]);
  });

  it('are the same numbers again, also with three decimals', () => {
    const feed = read(documentOf([{title: 'A', budget: [31.125, 1250.125, 0.125]}]));
    const csv = writeCsv(feed.practices, createLabels([], 'en'), feed.facets);
    const page = 'budget:number';
    const [again] = normalize(readDocument(csv, ADDRESS, '', page), {facets: page}).practices;
    expect(again!.facets).to.deep.equal([{name: 'budget', values: ['31.125', '1250.125', '0.125']}]);
  });

  it('are no formula in a table', () => {
    const feed = read(documentOf([{title: 'A', target: '=1+1'}]));
    expect(writeCsv(feed.practices, createLabels([], 'en'), feed.facets)).to.include('"\'=1+1"');
  });
});

describe('own facets of several feeds', () => {
  const feedOf = (name: string, facets: unknown, ...list: object[]) => ({
    address: `https://${name}.example/`,
    pages: [
      normalize({
        address: `https://${name}.example/`,
        title: name,
        pointer: '/practices',
        facets,
        records: list.map((record, i) => ({id: `${name}${i}`, title: `${name} ${i}`, ...record})),
      }),
    ],
  });
  const target = {name: 'target', label: 'Target', type: 'list'};

  it('are one facet if their names are the same', () => {
    const {facets, practices, warnings} = runSync(
      mergeFeeds([
        feedOf('a', [target], {target: 'families'}),
        feedOf('b', [{...target, field: 'Zielgruppe', label: 'Zielgruppe'}], {Zielgruppe: 'families'}),
        feedOf('c', undefined, {target: 'nobody asked'}),
      ]),
    );
    expect(facets).to.deep.equal([{name: 'target', label: [{lang: '', text: 'Target'}], type: 'list'}]);
    expect(practices.map((each) => each.facets)).to.deep.equal([
      [{name: 'target', values: ['families']}],
      [{name: 'target', values: ['families']}],
      [],
    ]);
    expect(warnings).to.deep.equal([]);
  });

  it('say so if their types differ, and leave out what does not fit', () => {
    const {practices, facets, warnings} = runSync(
      mergeFeeds([
        feedOf('a', [target], {target: 'x'}),
        feedOf('b', [{...target, type: 'text'}], {target: 'y'}),
        feedOf('c', [{...target, type: 'number'}], {target: 7}),
      ]),
    );
    expect(facets.map(({type}) => type)).to.deep.equal(['list']);
    expect(practices.map((each) => each.facets.flatMap(({values: own}) => own))).to.deep.equal([['x'], ['y'], []]);
    expect(warnings.map(({code, message}) => [code, message])).to.deep.equal([
      ['other-facet-type', '“target” of b is of the type text, but the first feed says list.'],
      [
        'other-facet-type',
        '“target” of c is of the type number, but the first feed says list. Its values were left out.',
      ],
    ]);
  });

  it('are at most six together', () => {
    const six = [...'abcdef'].map((name) => ({...target, name}));
    const {facets, practices, warnings} = runSync(
      mergeFeeds([feedOf('x', six, {a: '1'}), feedOf('y', [target, six[5]], {target: '2', f: '3'})]),
    );
    expect(facets.map(({name}) => name).join('')).to.equal('abcdef');
    expect(practices.map((each) => each.facets.map(({name}) => name))).to.deep.equal([['a'], ['f']]);
    expect(warnings.map(({message}) => message)).to.deep.equal([
      '“target” of y is of the type list, but only 6 were read. Its values were left out.',
    ]);
  });

  it('are those of all pages of a feed', () => {
    const [a, b] = [feedOf('a', [target], {target: 'x'}), feedOf('b', [target], {target: 'y'})];
    const {facets, practices} = runSync(mergeFeeds([{address: ADDRESS, pages: [...a.pages, ...b.pages]}]));
    expect(facets).to.have.length(1);
    expect(practices.flatMap((each) => each.facets.flatMap(({values: own}) => own))).to.deep.equal(['x', 'y']);
  });
});

describe('own facets in an engine', () => {
  const options: LocalEngineOptions = {
    scope: noRefinements,
    facets: ['topic', ...names],
    sort: null,
    hitsPerPage: 12,
    language: 'en',
    currentYear: CURRENT_YEAR,
  };
  const feed = read(documentOf(records));
  const engine = () => createLocalEngine(feed, options);
  const idsOf = async (state: typeof initialState, more: Partial<LocalEngineOptions> = {}) =>
    (await createLocalEngine(feed, {...options, ...more}).search(state)).hits.map(({practice: {id}}) => id);

  it('are words that a search finds, and filters that it offers', async () => {
    const {hits, understanding} = await engine().search(setQuery(initialState, 'families'));
    expect(hits.map(({practice: {id}}) => id)).to.deep.equal(['a']);
    expect(understanding.filters).to.deep.equal([{attribute: 'target', value: 'families', query: '', count: 1}]);
    expect(await idsOf(setQuery(initialState, '1250.5'))).to.include('a');
  });

  it('limit the practices by scope', async () => {
    expect(await idsOf(initialState, {scope: {...noRefinements, budget: [{from: 0, to: 100}]}})).to.deep.equal(['b']);
    expect(await idsOf(initialState, {scope: {...noRefinements, nonsense: ['x']}})).to.deep.equal(['a', 'b', 'c']);
  });

  it('have texts that read as ranges, and ranges of numbers only', async () => {
    const {refinements: asRead} = routeToState('target=1..5', noRefinements);
    const {hits, state} = await engine().search({...initialState, refinements: asRead});
    expect(hits.map(({practice: {id}}) => id)).to.deep.equal(['b']);
    expect(state.refinements['target']).to.deep.equal(['1..5']);
    expect(await idsOf(routeToState('award=2020..', noRefinements))).to.deep.equal(['a']);
  });

  it('drop values that no practice has, and facets that the feed does not have', async () => {
    const asked = routeToState('target=nobody&target=families&other=x&budget=7', noRefinements);
    const {state} = await engine().search(asked);
    expect(stateToRoute(state, noRefinements)).to.equal('target=families');
  });

  it('answer in a worker as on the page', async () => {
    const {port1, port2} = new MessageChannel();
    serveFeed(port2, async () => undefined);
    for (const port of [port1, port2]) port.start();
    const page = {facets: 'extra:list'};
    const readers: FeedReader[] = [
      createReader((fetched) => readAnyFormat(parseFeed(fetched), '', page.facets), page),
      createRemoteReader(port1, page, new AbortController().signal),
    ];
    const [here, there] = await Promise.all(
      readers.map(async (reader) => {
        const json = documentOf(records.map((record) => ({...record, Extra: `of ${record.id}`})));
        const chunks = [new TextEncoder().encode(JSON.stringify(json))];
        await reader.add(0, {address: ADDRESS, charset: '', chunks, paging: ['', '', ''], fingerprint: 1});
        return reader.read(noGaps);
      }),
    );
    expect(there!.info).to.deep.equal(here!.info);
    expect(here!.info.facets.map(({name}) => name)).to.deep.equal([...names, 'extra']);
    const engines = [here, there].map((loaded) => loaded!.createEngine({...options, facets: [...names, 'extra']}));
    const states = [
      initialState,
      toggleRefinement(initialState, 'constructor', 'Bo; Cy'),
      toggleRefinement(initialState, 'budget', {from: 1, to: null}),
      setQuery(initialState, 'families'),
    ];
    for (const state of states) {
      const [one, other] = await Promise.all(engines.map((each) => each.search(state)));
      expect(other).to.deep.equal(one);
      expect(one!.totalHits).to.be.above(0);
    }
    port1.close();
    port2.close();
  });
});

describe('the labels of own facets', () => {
  it('are those of the language, unless the page has its own', () => {
    const facets = [
      {
        name: 'target',
        type: 'list' as const,
        label: [
          {lang: 'en', text: 'Target group'},
          {lang: 'de', text: 'Zielgruppe'},
        ],
      },
    ];
    expect(createLabels([], 'de', {}, facets).nameOf('target')!.text).to.equal('Zielgruppe');
    const labels = createLabels([], 'de', {facet: {target: 'Für wen'}, target: {families: 'Familien'}}, facets);
    expect(labels.nameOf('target')!.text).to.equal('Für wen');
    expect(labels.of('target', 'families').text).to.equal('Familien');
    expect(labels.of('target', 'toString').text).to.equal('toString');
    expect(labels.nameOf('constructor')).to.equal(null);
    expect(labels.of('constructor', 'name').text).to.equal('name');
  });
});

describe('words for facets in a page', () => {
  it('are a name, or a name and a type', () => {
    expect(readPageFacet('target')).to.deep.equal({name: 'target', type: ''});
    expect(readPageFacet('target-group2:number')).to.deep.equal({name: 'target-group2', type: 'number'});
    for (const wrong of ['Target', '2x', 'a_b', 'a:', 'a:money', 'a:list:x', 'page', 'topic:list', '__proto__', ''])
      expect(readPageFacet(wrong), wrong).to.equal(null);
  });

  it('mean one field in any spelling', () => {
    const spellings = ['Target group', 'target_group', 'targetGroup', 'field_target_group', '_acf-target-group'];
    for (const each of spellings) expect(findField({[each]: ''}, 'target-group')).to.equal(each);
  });
});

describe('rangeHistogram of numbers', () => {
  const of = (list: readonly number[], ...wanted: Refinement[]) => {
    const all = list.map((each) => makePractice({facets: [{name: 'budget', values: [String(each)]}]}));
    const index = createFacetIndex(all, CURRENT_YEAR, own);
    const asked: Refinements = {...noRefinements, budget: wanted};
    const [facet] = countFacets(index, ['budget'], [...all.keys()], findMisses(index, asked), asked);
    return rangeHistogram(facet!.values, wanted, 'number');
  };

  it('has a bar for each of a few whole numbers', () => {
    const {bars, isWhole} = of([-1, 1, 1, 2])!;
    expect(isWhole).to.equal(true);
    expect(bars.map((bar) => [bar.number, bar.count])).to.deep.equal([
      [-1, 1],
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
  });

  it('has round steps for others, and counts the highest in the last', () => {
    const {bars, first, isWhole, last, step} = of([1250, 40_000, 99_000, 100_000])!;
    expect({first, isWhole, last, step}).to.deep.equal({first: 0, isWhole: false, last: 100_000, step: 5000});
    expect(bars.flatMap((bar) => (bar.count ? [[bar.number, bar.count]] : []))).to.deep.equal([
      [0, 1],
      [40_000, 1],
      [95_000, 2],
    ]);
  });

  it('has steps without rests of fractions', () => {
    const {bars, step} = of([0.1, 0.3, 0.7])!;
    expect(step).to.equal(0.05);
    expect(bars.map((bar) => String(bar.number).length <= 4)).to.not.include(false);
  });

  it('selects the bars that a range reaches', () => {
    const histogram = of([0, 100, 240], {from: 25, to: 50})!;
    expect(histogram).to.include({step: 10, from: 25, to: 50});
    expect(histogram.bars.flatMap((bar) => (bar.isChosen ? bar.number : []))).to.deep.equal([20, 30, 40]);
  });

  it('needs two numbers', () => expect(of([7, 7])).to.equal(null));

  it('has every practice in a bar, and few bars', () => {
    const numbers = fc.oneof(
      fc.integer(),
      fc.double({noNaN: true, min: -1e12, max: 1e12}),
      fc.constantFrom(1e-9, 1e12),
    );
    fc.assert(
      fc.property(fc.array(numbers, {maxLength: 20}), fc.array(range, {maxLength: 2}), (list, ranges) => {
        const histogram = of(
          list.map((each) => Number(each.toPrecision(6))),
          ...ranges,
        );
        if (!histogram) return;
        const {bars, first, from, isWhole, last, peak, to} = histogram;
        expect(bars.length).to.be.within(1, isWhole ? 40 : 27);
        const total = bars.reduce((sum, {count}) => sum + count, 0);
        if (!ranges.length) expect(total).to.equal(list.length);
        expect(first <= from && from <= to && to <= last, `${first} ${from} ${to} ${last}`).to.equal(true);
        expect(peak.count).to.equal(Math.max(...bars.map(({count}) => count)));
        for (const each of list) expect(each >= first - 1e-3 && each <= last + 1e6, String(each)).to.equal(true);
      }),
      {numRuns: 1000},
    );
  });
});
