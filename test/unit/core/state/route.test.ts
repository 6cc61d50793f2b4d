import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {attributes} from '../../../../src/core/practice.js';
import {
  createRouteWriter,
  isRouteFragment,
  readRoute,
  routeToState,
  stateToRoute,
  writeRoute,
} from '../../../../src/core/state/route.js';
import {
  initialState,
  noRefinements,
  type Refinements,
  type SearchState,
} from '../../../../src/core/state/search-state.js';
import {expectWarnings} from '../../../support/expected-warnings.js';
import {anyRefinements, comparable, deepFreeze, refinements, searchState} from '../../../support/arbitraries.js';

const preset: Refinements = deepFreeze({...noRefinements, topic: ['education'], country: ['ES', 'FR']});
const write = (state: Partial<SearchState>) =>
  writeRoute('', 'gp', stateToRoute({...initialState, ...state}, noRefinements));
const read = (queryString: string, start = noRefinements) => routeToState(readRoute(queryString, 'gp'), start);

const urlKey = fc.constantFrom('gp', 'gp2', 'my key', 'é&=', '?', '#+%', 'a-q');
const presets = fc.oneof(fc.constant(noRefinements), refinements, anyRefinements);

// Parameters of pages, also malformed ones: empty, without `=`, encoded twice, or cut inside a
// code.
const foreignPieces = [
  ...['', '=', 'page_id=12', 'cHash=a%2Bb', 'utm_source=x+y', 'p_p_id=a_b%5B%5D', 'a=b=c', '%', '%E9=%', '%2525'],
  ...['gp2-q=x', 'gp-q2', 'gp-openfoo=1', 'gp-', 'gp', '-q=1', 'GP-Q=1', 'q=1', 'xgp-q=1', '?gp-q=1', '+gp-q=1'],
  '__proto__=1',
];
const foreignPiece = fc.oneof(fc.constantFrom(...foreignPieces), fc.string({unit: fc.constantFrom(..."ab=%+?.-'é")}));
const ownPiece = fc.constantFrom('gp-q=old', 'gp-topic', 'gp%2Dopen=%', '%67p-sort=title', 'gp-page=2=3', 'gp-year=');
const queryOf = (piece: fc.Arbitrary<string>) => fc.array(piece, {maxLength: 6}).map((pieces) => pieces.join('&'));
const foreignQuery = queryOf(foreignPiece);
const anyQuery = queryOf(fc.oneof(foreignPiece, ownPiece));
const routes = fc.tuple(searchState, presets).map(([state, one]) => stateToRoute(state, one));

describe('stateToRoute', () => {
  const table: [string, Partial<SearchState>, string][] = [
    ['nothing', {}, ''],
    ['a query', {query: 'youth work'}, 'gp-q=youth+work'],
    ['several values', {refinements: {...noRefinements, topic: ['a', 'b']}}, 'gp-topic=a&gp-topic=b'],
    [
      'a range',
      {refinements: {...noRefinements, year: [{from: 2015, to: 2019}, '2021']}},
      'gp-year=2015..2019&gp-year=2021',
    ],
    ['open ranges', {refinements: {...noRefinements, year: [{from: 2015, to: null}]}}, 'gp-year=2015..'],
    ['an order', {sort: 'newest'}, 'gp-sort=newest'],
    ['a page', {page: 3}, 'gp-page=3'],
    ['a view', {view: 'map'}, 'gp-view=map'],
    ['the list', {list: ['leeds-x', 'a/b']}, 'gp-list=leeds-x&gp-list=a%2Fb'],
    ['what is open', {open: ['leeds-x', 'a/b']}, 'gp-open=leeds-x&gp-open=a%2Fb'],
    [
      'everything, in this order',
      {
        query: 'x',
        refinements: {topic: ['t'], country: ['ES'], city: ['San Sebastián'], year: ['2017'], source: ['S']},
        sort: 'city',
        page: 2,
        open: ['o'],
        list: ['l'],
      },
      'gp-q=x&gp-topic=t&gp-country=ES&gp-city=San+Sebasti%C3%A1n&gp-year=2017&gp-source=S&gp-sort=city&gp-page=2&gp-open=o&gp-list=l',
    ],
  ];
  for (const [name, state, expected] of table) {
    it(`writes ${name}`, () => {
      expect(write(state)).to.equal(expected);
    });
  }

  it('writes nothing for the preset, in any order', () => {
    const turned = {...preset, country: ['FR', 'ES']};
    expect(stateToRoute({...initialState, refinements: turned}, preset)).to.equal('');
    expect(stateToRoute({...initialState, refinements: preset}, preset)).to.equal('');
  });

  it('writes the preset with anything else that is selected', () => {
    const state = {...initialState, query: 'x', refinements: preset};
    expect(stateToRoute(state, preset)).to.equal('q=x&topic=education&country=ES&country=FR');
  });

  it('writes one empty parameter if the visitor removed the preset and nothing is left', () => {
    expect(stateToRoute(initialState, preset)).to.equal('q=');
    expect(stateToRoute({...initialState, query: 'x'}, preset)).to.equal('q=x');
    expect(stateToRoute(initialState, noRefinements)).to.equal('');
  });
});

describe('routeToState', () => {
  it('starts with the preset if the address says nothing', () => {
    expect(read('', preset)).to.deep.equal({...initialState, refinements: preset});
    expect(read('a=b&gp2-q=x', preset)).to.deep.equal({...initialState, refinements: preset});
  });

  it('replaces the preset if the address has any of our parameters', () => {
    for (const queryString of ['gp-topic=', 'gp-topic', 'gp-page=x', 'gp-open=']) {
      expect(read(queryString, preset), queryString).to.deep.equal(initialState);
    }
  });

  it('reads each value once', () => {
    const state = read('gp-topic=a&gp-topic=b&gp-topic=a&gp-open=x&gp-open=x');
    expect(state.refinements).to.deep.equal({...noRefinements, topic: ['a', 'b']});
    expect(state.open).to.deep.equal(['x']);
  });

  it('reads the first of several values if there can be only one', () => {
    expect(read('gp-q=a&gp-q=b&gp-sort=title&gp-sort=city&gp-page=2&gp-page=3')).to.deep.include({
      query: 'a',
      sort: 'title',
      page: 2,
    });
  });

  const wrong = ['0', '-1', '1.5', 'x', '', '__proto__', '%', 'NaN', '-Infinity', 'Infinity'];
  for (const value of wrong) {
    it(`starts on page 1, in the default order, for ${JSON.stringify(value)}`, () => {
      expect(read(`gp-page=${value}&gp-sort=${value}`)).to.deep.equal(initialState);
    });
  }

  it('does not draw a million pages because a link says so', () => {
    for (const page of ['101', '1000000', '1e9']) expect(read(`gp-page=${page}`).page).to.equal(100);
  });

  it('is the inverse of stateToRoute', () => {
    fc.assert(
      fc.property(searchState, presets, (state, one) => {
        const back = routeToState(stateToRoute(deepFreeze(state), deepFreeze(one)), one);
        expect(comparable(back)).to.deep.equal(comparable(state));
      }),
      {numRuns: 3000},
    );
  });

  it('is the inverse through any query string, under any key', () => {
    fc.assert(
      fc.property(searchState, presets, anyQuery, urlKey, (state, one, host, key) => {
        const queryString = writeRoute(host, key, stateToRoute(state, one));
        const back = routeToState(readRoute(queryString, key), one);
        expect(comparable(back)).to.deep.equal(comparable(state));
      }),
      {numRuns: 3000},
    );
  });

  it('is the inverse for a preset that is selected in full, in part or not at all', () => {
    fc.assert(
      fc.property(presets, fc.subarray([...attributes]), searchState, (one, kept, state) => {
        const chosen = Object.fromEntries(
          attributes.map((a) => [a, kept.includes(a) ? one[a] : []]),
        ) as unknown as Refinements;
        for (const any of [
          {...initialState, refinements: chosen},
          {...state, refinements: chosen},
        ]) {
          const back = routeToState(stateToRoute(any, one), one);
          expect(comparable(back)).to.deep.equal(comparable(any));
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe('readRoute', () => {
  const table: [string, string][] = [
    ['', ''],
    ['&&', ''],
    ['q=1&gp2-q=1&gp-openfoo=1&xgp-q=1&GP-q=1&gp-=1&gp=1&?gp-q=1&__proto__=1', ''],
    ['?gp-q=1', ''],
    ['a=b&&gp-q=x&c', 'q=x'],
    ['gp-q=a+b%20c%2Bd', 'q=a+b+c%2Bd'],
    ['gp%2Dtopic=a&%67%70-topic=b', 'topic=a&topic=b'],
    ['gp-q=100%&gp-topic=%E9&gp-city=%zz', 'q=100%25&topic=%EF%BF%BD&city=%25zz'],
    ['gp-q=a=b', 'q=a%3Db'],
    ['gp-topic', 'topic='],
    ['gp-topic=', 'topic='],
    ['gp-q=Zürich', 'q=Z%C3%BCrich'],
    ['gp-open=__proto__', 'open=__proto__'],
  ];
  for (const [queryString, expected] of table) {
    it(`reads ${JSON.stringify(queryString)}`, () => {
      expect(readRoute(queryString, 'gp')).to.equal(expected);
    });
  }

  it('accepts a key that is encoded, or has a +', () => {
    for (const key of ['my+key', 'my%20key', '%6Dy+key']) expect(readRoute(`${key}-q=x`, 'my key')).to.equal('q=x');
  });

  describe('with many values', () => {
    expectWarnings(/the page address has/);
    const many = (name: string, count: number) => Array.from({length: count}, (_, i) => `gp-${name}=${i}`).join('&');

    it('reads at most a hundred of each parameter, and says which it does not read', () => {
      const {warn} = console;
      const said: string[] = [];
      console.warn = (message: string) => said.push(message);
      const {
        list,
        open,
        query,
        refinements: read150,
      } = read(`${many('topic', 150)}&a=1&${many('open', 101)}&gp-q=x&${many('list', 130)}`);
      console.warn = warn;
      expect([read150.topic.length, open.length, list.length, query]).to.deep.equal([100, 100, 100, 'x']);
      expect(said).to.deep.equal(
        ['150 values of gp-topic', '101 values of gp-open', '130 values of gp-list'].map(
          (text) => `<good-practice-browser>: the page address has ${text}. The widget reads the first 100.`,
        ),
      );
    });

    it('keeps a full list beside a search, filters, an order, a page and open practices', () => {
      const ids = (start: string, count: number) => Array.from({length: count}, (_, i) => `${start}${i}`);
      const state: SearchState = {
        query: 'youth',
        refinements: {...noRefinements, topic: ids('t', 20), country: ids('c', 40)},
        sort: 'newest',
        page: 3,
        open: ids('o', 10),
        list: ids('l', 100),
        collection: 'start',
        view: 'map',
      };
      expect(read(write(state))).to.deep.equal(state);
    });
  });

  it('asks the parser of the browser once, however many parameters the page has', () => {
    const {URLSearchParams} = globalThis;
    let asked = 0;
    globalThis.URLSearchParams = class extends URLSearchParams {
      constructor(...init: ConstructorParameters<typeof URLSearchParams>) {
        super(...init);
        asked++;
      }
    };
    const foreign = 'a&'.repeat(100_000);
    expect(readRoute(`${foreign}gp-q=x`, 'gp')).to.equal('q=x');
    expect(writeRoute(`${foreign}gp-q=x`, 'gp', 'q=y')).to.equal(`${foreign}gp-q=y`);
    globalThis.URLSearchParams = URLSearchParams;
    expect(asked).to.be.at.most(4);
  });

  it('accepts any text', () => {
    const any = fc.string({unit: fc.constantFrom(...'gp-q=&%+E9', '\ud800', '\udc00', '\u0000')});
    fc.assert(
      fc.property(any, (queryString) => {
        const state = read(queryString);
        expect(state.page).to.equal(1);
        expect(() =>
          writeRoute(queryString, 'gp', stateToRoute({...state, query: queryString}, noRefinements)),
        ).not.to.throw();
      }),
      {numRuns: 1000},
    );
  });
});

describe('writeRoute', () => {
  const table: [string, string, string][] = [
    ['', 'q=x', 'gp-q=x'],
    ['a', 'q=x', 'a&gp-q=x'],
    ['&', 'q=x', '&&gp-q=x'],
    ['a=%7e&&b=%20+%C3&=', 'q=x', 'a=%7e&&b=%20+%C3&=&gp-q=x'],
    ['gp-q=1&a=b&gp-topic=c', 'q=x', 'a=b&gp-q=x'],
    ['gp-q=1&a=b&gp%2Dtopic=c', '', 'a=b'],
    ['&gp-q=1', 'q=x', '&gp-q=x'],
    ['gp2-q=1&gp-openfoo=2', 'q=x&topic=y', 'gp2-q=1&gp-openfoo=2&gp-q=x&gp-topic=y'],
  ];
  for (const [queryString, route, expected] of table) {
    it(`writes ${JSON.stringify(route)} into ${JSON.stringify(queryString)}`, () => {
      expect(writeRoute(queryString, 'gp', route)).to.equal(expected);
    });
  }

  it('encodes the key', () => {
    expect(writeRoute('', 'é& $&', 'q=x&topic=y')).to.equal('%C3%A9%26%20%24%26-q=x&%C3%A9%26%20%24%26-topic=y');
  });

  const values: [string, string][] = [
    ['2015..2019', '2015..2019'],
    ['San Sebastián', 'San+Sebasti%C3%A1n'],
    ['100% + #1 & "x"', '100%25+%2B+%231+%26+%22x%22'],
    ["L'Aquila", 'L%27Aquila'],
    ['日本', '%E6%97%A5%E6%9C%AC'],
    ['\ud800x\udc00', '%EF%BF%BDx%EF%BF%BD'],
    ['<script>', '%3Cscript%3E'],
  ];
  for (const [value, expected] of values) {
    it(`encodes ${JSON.stringify(value)}`, () => {
      expect(write({query: value})).to.equal(`gp-q=${expected}`);
    });
  }

  it('leaves what the browser’s parser writes unchanged', () => {
    fc.assert(
      fc.property(routes, urlKey, (route, key) => {
        const own = writeRoute('', key, route);
        expect(new URL(`https://example.org/?${own}`).search.slice(1)).to.equal(own);
        expect(new URL(`https://example.org/#${own}`).hash.slice(1)).to.equal(own);
      }),
      {numRuns: 1000},
    );
  });

  it('restores the original if an empty route follows', () => {
    fc.assert(
      fc.property(foreignQuery, routes, (host, route) => {
        expect(writeRoute(writeRoute(host, 'gp', route), 'gp', '')).to.equal(host);
      }),
      {numRuns: 2000},
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyQuery, routes, urlKey, (host, route, key) => {
        const once = writeRoute(host, key, route);
        expect(writeRoute(once, key, route)).to.equal(once);
      }),
      {numRuns: 2000},
    );
  });

  it('keeps other parameters unchanged and in order', () => {
    const mixed = fc.array(
      fc.oneof(
        foreignPiece.map((piece) => ({piece, isOwn: false})),
        ownPiece.map((piece) => ({piece, isOwn: true})),
      ),
    );
    fc.assert(
      fc.property(mixed, routes, (pieces, route) => {
        const own = writeRoute('', 'gp', route);
        const host = pieces.map(({piece}) => piece).join('&');
        const foreign = host ? pieces.flatMap(({piece, isOwn}) => (isOwn ? [] : piece)) : [];
        expect(writeRoute(host, 'gp', route)).to.equal([...foreign, ...(own ? [own] : [])].join('&'));
      }),
      {numRuns: 2000},
    );
  });

  it('reads the long query of a page once, not for each key that a visitor types', () => {
    const {split} = String.prototype;
    let parameters = 0;
    String.prototype.split = function (this: string, ...rest: Parameters<typeof split>) {
      parameters++;
      return split.apply(this, rest);
    } as typeof split;
    const writer = createRouteWriter('gp');
    const counts: number[] = [];
    let queryString = 'a&'.repeat(100_000);
    for (const query of ['y', 'yo', 'you', 'yout', 'youth']) {
      queryString = writer(queryString, `q=${query}&topic=a`);
      counts.push(parameters);
      parameters = 0;
    }
    // The page adds a parameter of its own.
    queryString = writer(queryString.replace('&gp-q', '&b=1&gp-q'), 'q=z');
    counts.push(parameters);
    String.prototype.split = split;
    expect(counts[0]).to.be.at.least(100_000);
    for (const count of counts.slice(1)) expect(count).to.be.at.most(4);
    expect(queryString.slice(-14)).to.equal('a&a&&b=1&gp-q=z'.slice(-14));
  });

  it('writes the same whatever it wrote before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyQuery, routes), {maxLength: 5}), urlKey, (steps, key) => {
        const writer = createRouteWriter(key);
        let last = '';
        for (const [query, route] of steps)
          for (const host of [query, `${last}&${query}`, `${last}${query}`, last]) {
            last = writer(host, route);
            expect(last).to.equal(writeRoute(host, key, route));
          }
      }),
      {numRuns: 1000},
    );
  });

  it('allows two keys in one address', () => {
    fc.assert(
      fc.property(foreignQuery, routes, routes, (host, one, other) => {
        const both = writeRoute(writeRoute(host, 'gp', one), 'gp2', other);
        expect(readRoute(both, 'gp')).to.equal(one);
        expect(writeRoute(both, 'gp', '')).to.equal(writeRoute(host, 'gp2', other));
      }),
    );
  });
});

describe('isRouteFragment', () => {
  const table: [string, boolean][] = [
    ['', true],
    ['gp-q=x', true],
    ['gp-q=x&gp2-topic=&my%20key-open=a', true],
    ['section-2', false],
    ['faq-page', false],
    ['/route?gp-q=x', false],
    ['gp-q=x&section', false],
    ['!gp', false],
    ['!/list&gp-q=x', false],
    ['!gp-q=x', false],
    ['list?gp-q=x', false],
    ['a=b', false],
  ];
  for (const [fragment, isOurs] of table) {
    it(`is ${isOurs} for ${JSON.stringify(fragment)}`, () => {
      expect(isRouteFragment(fragment)).to.equal(isOurs);
    });
  }

  it('is true for everything that a widget writes', () => {
    fc.assert(fc.property(routes, urlKey, (route, key) => isRouteFragment(writeRoute('', key, route))));
  });
});
