import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {attributeValues, valueKey} from '../../../../src/core/attribute-values.js';
import type {Facet} from '../../../../src/core/state/search-results.js';
import {
  countFacets,
  createFacetIndex,
  type FacetIndex,
  findMisses,
  findRelaxations,
} from '../../../../src/core/facets/facet-index.js';
import {knownRefinements} from '../../../../src/core/facets/known-values.js';
import {attributes, NO_DATE, ONGOING, type Attribute, type Practice} from '../../../../src/core/practice.js';
import {
  noRefinements,
  refinementToText,
  type Refinement,
  type Refinements,
} from '../../../../src/core/state/search-state.js';
import {CURRENT_YEAR, deepFreeze, makePractice, practice, refinements} from '../../../support/arbitraries.js';

const indexOf = (practices: readonly Practice[]) => createFacetIndex(practices, CURRENT_YEAR);
const city = (name: string, country = '') => ({city: name, country, location: null});
const ran = (from: number | null, to: number | null, ongoing = false) => ({text: '', from, to, ongoing});

const all = (index: FacetIndex) => Array.from({length: index.size}, (_, i) => i);

/** The positions that pass. */
const passing = (index: FacetIndex, chosen: Refinements, found = all(index), arePlacesJoined = false) => {
  const misses = findMisses(index, chosen, arePlacesJoined);
  return all(index).filter((i) => found.includes(i) && !misses[i]);
};

const count = (
  index: FacetIndex,
  facets: readonly Attribute[],
  chosen: Refinements,
  found = all(index),
  arePlacesJoined = false,
) => countFacets(index, facets, found, findMisses(index, chosen, arePlacesJoined), chosen, arePlacesJoined);

const practices = deepFreeze([
  makePractice({places: [city('Zurich', 'CH')], topics: ['education', 'youth'], period: ran(2015, 2019)}),
  makePractice({
    places: [city('Zürich', 'CH'), city('Zurich', 'CH')],
    topics: ['youth'],
    period: ran(2014, null, true),
  }),
  makePractice({
    places: [city('Zürich', 'CH'), city('Palma', 'ES')],
    topics: ['__proto__'],
    period: ran(null, null, true),
  }),
  makePractice({places: [city('Palma', 'ES')], topics: ['youth', 'education'], period: ran(null, null)}),
]);
const index = indexOf(practices);
const valuesOf = (facet: Facet | undefined) => facet?.values.map(({value, count}) => [value, count]);

describe('the attributes', () => {
  it('are at most nine, as each has a bit beside six facets of a feed’s own and the collection', () => {
    expect(attributes.length).to.be.at.most(9);
  });
});

describe('findMisses', () => {
  const table: [string, Partial<Refinements>, number[]][] = [
    ['nothing', {}, [0, 1, 2, 3]],
    ['one value', {country: ['ES']}, [2, 3]],
    ['two values of an attribute: either', {topic: ['education', '__proto__']}, [0, 2, 3]],
    ['two attributes: both', {country: ['ES'], topic: ['education']}, [3]],
    ['another spelling of a city', {city: ['ZURICH']}, [0, 1, 2]],
    ['a year within a span, or since when one is ongoing', {year: ['2017']}, [0, 1]],
    ['this year', {year: [String(CURRENT_YEAR)]}, [1]],
    ['ongoing', {year: [ONGOING]}, [1, 2]],
    ['no date', {year: [NO_DATE]}, [3]],
    ['a range', {year: [{from: 2019, to: 2019}]}, [0, 1]],
    ['a range that is open above', {year: [{from: 2020, to: null}]}, [1]],
    ['a range that is open below', {year: [{from: null, to: 2014}]}, [1]],
    ['a range or a value', {year: [{from: null, to: 2014}, NO_DATE]}, [1, 3]],
    ['a range that nothing ran in', {year: [{from: 1990, to: 1999}]}, []],
    ['a value that no practice has', {topic: ['constructor']}, []],
    ['a range where there are no years', {topic: [{from: 1990, to: null}]}, []],
    ['a country and a city: both', {country: ['ES'], city: ['Zurich']}, [2]],
  ];
  for (const [name, chosen, expected] of table) {
    it(`matches ${name}`, () => {
      expect(passing(index, {...noRefinements, ...chosen})).to.deep.equal(expected);
    });
  }

  const placeTable: [string, Partial<Refinements>, number[]][] = [
    ['a chosen country, or a city that lies in none of those', {country: ['ES'], city: ['Zurich']}, [0, 1, 2, 3]],
    ['a city alone, where its country is chosen too', {country: ['ES'], city: ['Palma']}, [2, 3]],
    ['other facets as well', {country: ['ES'], city: ['Palma'], year: [NO_DATE]}, [3]],
  ];
  for (const [name, chosen, expected] of placeTable) {
    it(`matches, with places as one facet, ${name}`, () => {
      expect(passing(index, {...noRefinements, ...chosen}, undefined, true)).to.deep.equal(expected);
    });
  }

  it('passes only practices that the query finds', () => {
    expect(passing(index, noRefinements, [3, 0])).to.deep.equal([0, 3]);
    expect(passing(index, {...noRefinements, country: ['ES']}, [0, 3])).to.deep.equal([3]);
    expect(passing(index, noRefinements, [])).to.deep.equal([]);
  });
});

describe('countFacets', () => {
  it('counts each practice once for each value, the most frequent value first', () => {
    const [topic, country] = count(index, ['topic', 'country'], noRefinements);
    expect(valuesOf(topic)).to.deep.equal([
      ['youth', 3],
      ['education', 2],
      ['__proto__', 1],
    ]);
    expect(valuesOf(country)).to.deep.equal([
      ['CH', 3],
      ['ES', 2],
    ]);
  });

  it('shows a city in its most frequent spelling', () => {
    const [facet] = count(index, ['city'], noRefinements);
    expect(valuesOf(facet)).to.deep.equal([
      ['Zürich', 3],
      ['Palma', 2],
    ]);
  });

  it('shows the first of two equally frequent spellings', () => {
    const [facet] = count(indexOf(practices.slice(0, 2)), ['city'], noRefinements);
    expect(valuesOf(facet)).to.deep.equal([['Zurich', 2]]);
  });

  it('lists the newest years first, then ongoing, then without date', () => {
    const [facet] = count(index, ['year'], noRefinements);
    const years = Array.from({length: CURRENT_YEAR - 2013}, (_, i) => String(CURRENT_YEAR - i));
    expect(facet!.values.map(({value}) => value)).to.deep.equal([...years, ONGOING, NO_DATE]);
  });

  it('ignores the refinements of the facet itself', () => {
    const [topic, country] = count(index, ['topic', 'country'], {...noRefinements, country: ['ES']});
    expect(valuesOf(country)).to.deep.equal([
      ['CH', 3],
      ['ES', 2],
    ]);
    expect(valuesOf(topic)).to.deep.equal([
      ['education', 1],
      ['youth', 1],
      ['__proto__', 1],
    ]);
    expect(valuesOf(count(index, ['topic'], {...noRefinements, year: [NO_DATE]})[0])).to.deep.include(['__proto__', 0]);
  });

  it('ignores those of country and city together if places are one facet', () => {
    const chosen = {...noRefinements, country: ['CH'], city: ['Palma']};
    const [country, city] = count(index, ['country', 'city'], chosen, undefined, true);
    expect(valuesOf(country)).to.deep.equal([
      ['CH', 3],
      ['ES', 2],
    ]);
    expect(valuesOf(city)).to.deep.equal([
      ['Zürich', 3],
      ['Palma', 2],
    ]);
  });

  it('tells in which countries a city is', () => {
    const two = indexOf([
      makePractice({places: [city('Córdoba', 'ES'), city('Córdoba', 'AR'), city('Nowhere')]}),
      makePractice({places: [city('Cordoba', 'ES')]}),
    ]);
    const [facet] = count(two, ['city'], noRefinements);
    expect(facet!.values.map(({value, countries}) => [value, countries])).to.deep.equal([
      ['Córdoba', ['ES', 'AR']],
      ['Nowhere', []],
    ]);
  });

  it('also lists values that would leave nothing', () => {
    const [topic] = count(index, ['topic'], {...noRefinements, topic: ['__proto__'], year: ['2017']});
    expect(topic!.values).to.deep.include({value: '__proto__', count: 0, isRefined: true, countries: []});
  });

  it('marks a selected city in any spelling', () => {
    const [facet] = count(index, ['city'], {...noRefinements, city: ['zurich']});
    expect(facet!.values.map(({isRefined}) => isRefined)).to.deep.equal([true, false]);
  });

  it('counts only what the query found', () => {
    const [country] = count(index, ['country'], {...noRefinements, topic: ['youth']}, [3, 0]);
    expect(valuesOf(country)).to.deep.equal([
      ['CH', 1],
      ['ES', 1],
    ]);
  });

  it('counts nothing without practices', () => {
    expect(count(indexOf([]), ['topic', 'year'], noRefinements)).to.deep.equal([
      {attribute: 'topic', values: []},
      {attribute: 'year', values: []},
    ]);
  });
});

// The expected counts, computed practice by practice without an index.
function meets(one: Practice, attribute: Attribute, chosen: readonly Refinement[]): boolean {
  const {from, to, ongoing} = one.period;
  return (
    chosen.length === 0 ||
    chosen.some((refinement) => {
      if (attribute !== 'year') return hasValue(one, attribute, refinement as string);
      if (refinement === ONGOING) return ongoing;
      if (refinement === NO_DATE) return from === null && to === null && !ongoing;
      const first = from ?? to;
      if (first === null) return false;
      const last = ongoing ? Math.max(first, CURRENT_YEAR) : (to ?? first);
      const range = typeof refinement === 'string' ? {from: Number(refinement), to: Number(refinement)} : refinement;
      return last >= (range.from ?? 0) && first <= (range.to ?? 9999);
    })
  );
}

function hasValue(one: Practice, attribute: Attribute, value: string): boolean {
  return attributeValues(one, attribute, CURRENT_YEAR).some(
    (own) => valueKey(attribute, own) === valueKey(attribute, value),
  );
}

const liesIn = (list: readonly Practice[], name: string, country: string) =>
  list.some(({places}) =>
    places.some((place) => place.country === country && valueKey('city', place.city) === valueKey('city', name)),
  );

function meetsPlace(one: Practice, chosen: Refinements, list: readonly Practice[]): boolean {
  // A place of the practice in the joined facet of countries and cities.
  if (!chosen.country.length || !chosen.city.length)
    return meets(one, 'country', chosen.country) && meets(one, 'city', chosen.city);
  const whole = chosen.country.filter(
    (country) => !chosen.city.some((c) => liesIn(list, refinementToText(c), refinementToText(country))),
  );
  return meets(one, 'city', chosen.city) || (whole.length > 0 && meets(one, 'country', whole));
}

interface Case {
  readonly list: readonly Practice[];
  readonly chosen: Refinements;
  readonly hits: readonly number[] | null;
  readonly arePlacesJoined: boolean;
}

function meetsAll(one: Practice, {chosen, arePlacesJoined, list}: Case, except?: Attribute): boolean {
  if (!arePlacesJoined)
    return attributes.every((attribute) => attribute === except || meets(one, attribute, chosen[attribute]));
  const isPlace = except === 'country' || except === 'city';
  return (
    (isPlace || meetsPlace(one, chosen, list)) &&
    (['topic', 'year', 'source'] as const).every(
      (attribute) => attribute === except || meets(one, attribute, chosen[attribute]),
    )
  );
}

describe('facets, compared with counting one by one', () => {
  const cases = fc
    .tuple(fc.array(practice, {maxLength: 70}), refinements)
    .chain(([list, chosen]) =>
      fc.tuple(
        fc.constant(list),
        fc.constant(chosen),
        fc.option(fc.uniqueArray(fc.nat(Math.max(0, list.length - 1)))),
        fc.boolean(),
      ),
    )
    .map(([list, chosen, hits, arePlacesJoined]): Case => ({
      list,
      chosen,
      hits: list.length > 0 ? hits : null,
      arePlacesJoined,
    }));

  it('pass the right practices', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const {chosen, arePlacesJoined, list} = one;
        const expected = list.flatMap((each, i) => (meetsAll(each, one) ? [i] : []));
        expect(passing(indexOf(list), chosen, undefined, arePlacesJoined)).to.deep.equal(expected);
      }),
      {numRuns: 2000},
    );
  });

  it('have the right counts', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const {chosen, hits, arePlacesJoined, list} = each;
        const found = hits ? [...hits] : undefined;
        const facets = count(indexOf(deepFreeze(list)), attributes, deepFreeze(chosen), found, arePlacesJoined);
        expect(facets.map(({attribute}) => attribute)).to.deep.equal(attributes);
        for (const {attribute, values} of facets) {
          const left = list.filter((one, i) => (!hits || hits.includes(i)) && meetsAll(one, each, attribute));
          const isRefined = (value: string) =>
            chosen[attribute]!.some(
              (r) => typeof r === 'string' && valueKey(attribute, r) === valueKey(attribute, value),
            );
          const keys = new Set(
            list.flatMap((one) =>
              attributeValues(one, attribute, CURRENT_YEAR).map((value) => valueKey(attribute, value)),
            ),
          );
          const expected = new Map<string, [number, boolean]>();
          for (const key of keys) {
            const count = left.filter((one) => meets(one, attribute, [key])).length;
            expected.set(key, [count, isRefined(key)]);
          }
          const actual = new Map(
            values.map(({value, count, isRefined: refined}) => [valueKey(attribute, value), [count, refined]]),
          );
          expect(actual.size).to.equal(values.length);
          expect([...actual].sort()).to.deep.equal([...expected].sort());
          if (attribute !== 'year') {
            for (let i = 1; i < values.length; i++) expect(values[i]!.count).to.be.at.most(values[i - 1]!.count);
          }
        }
      }),
      {numRuns: 3000},
    );
  });
});

describe('findRelaxations', () => {
  it('tells exactly what each relaxation finds', () => {
    fc.assert(
      fc.property(
        fc.array(practice, {maxLength: 40}),
        refinements,
        fc.array(fc.nat(39)),
        fc.boolean(),
        (list, chosen, ranked, arePlacesJoined) => {
          const index = indexOf(list);
          const found = [...new Set(ranked)].filter((i) => i < list.length);
          const passed = passing(index, chosen, found, arePlacesJoined).length;
          const expected = (['query', ...attributes] as const).flatMap((without) => {
            const rest = without === 'query' ? chosen : {...chosen, [without]: []};
            const count =
              passing(index, rest, without === 'query' ? undefined : found, arePlacesJoined).length - passed;
            return count > 0 ? [{without, count}] : [];
          });
          if (!passed)
            expect(findRelaxations(index, found, findMisses(index, chosen, arePlacesJoined))).to.deep.equal(expected);
        },
      ),
      {numRuns: 2000},
    );
  });
});

describe('knownRefinements', () => {
  it('drops values that no practice has', () => {
    const chosen = deepFreeze({...noRefinements, topic: ['unheard', 'youth', 'constructor'], year: ['1066', ONGOING]});
    expect(knownRefinements(index.facets, chosen)).to.deep.equal({...noRefinements, topic: ['youth'], year: [ONGOING]});
  });

  it('spells a city as the facet does, once', () => {
    const chosen = {...noRefinements, city: ['zurich', 'PALMA', 'Zürich']};
    expect(knownRefinements(index.facets, chosen).city).to.deep.equal(['Zürich', 'Palma']);
  });

  it('keeps ranges', () => {
    const year = [{from: 1066, to: null}];
    expect(knownRefinements(index.facets, {...noRefinements, topic: ['x'], year}).year).to.deep.equal(year);
  });

  it('returns the same object if nothing changes', () => {
    const chosen = {...noRefinements, topic: ['youth'], city: ['Palma'], year: [{from: 2015, to: 2019}, '2017']};
    expect(knownRefinements(index.facets, chosen)).to.equal(chosen);
  });
});
