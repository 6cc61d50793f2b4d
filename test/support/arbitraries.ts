import fc from './fast-check.mjs';
import type {Feed, FeedInfo} from '../../src/core/feed/feed.js';
import {attributes, NO_DATE, ONGOING, type Period, type Practice} from '../../src/core/practice.js';
import {
  mapAttributes,
  refinementKey,
  sorts,
  views,
  type Refinement,
  type Refinements,
  type SearchState,
} from '../../src/core/state/search-state.js';

export const CURRENT_YEAR = 2026;

const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const topics = ['education', 'youth', 'housing', 'sport', ...hostile];
const countries = ['ES', 'GB', 'FR', 'Atlantis', ...hostile];
const cities = [
  'Zürich',
  'Zurich',
  'ZURICH',
  'London-Lewisham',
  'London Lewisham',
  'Łódź',
  'Lodz',
  'Palma',
  '???',
  ...hostile,
];
const years = [...Array.from({length: 24}, (_, i) => String(2006 + i)), ONGOING, NO_DATE];

const sources = ['Feed of Leeds', 'city.example', ...hostile];

const year = fc.integer({min: 2005, max: 2030});

/** Spans as `normalize` makes them: in order, and without an end while ongoing. */
const period: fc.Arbitrary<Period> = fc
  .oneof(
    fc.tuple(year, year).map(([a, b]) => ({from: Math.min(a, b), to: Math.max(a, b), ongoing: false})),
    year.map((from) => ({from, to: from, ongoing: false})),
    year.map((from) => ({from, to: null, ongoing: false})),
    year.map((to) => ({from: null, to, ongoing: false})),
    year.map((from) => ({from, to: null, ongoing: true})),
    fc.constantFrom({from: null, to: null, ongoing: true}, {from: null, to: null, ongoing: false}),
  )
  .map((span) => ({text: '', ...span}));

/** A practice with what facets need, and nothing else. */
export function makePractice(parts: Partial<Practice> = {}): Practice {
  return {
    id: 'a',
    title: [],
    summary: [],
    places: [],
    period: {text: '', from: null, to: null, ongoing: false},
    topics: [],
    sections: [],
    url: '',
    image: null,
    links: [],
    contact: null,
    updated: '',
    details: '',
    facets: [],
    sources: [],
    ...parts,
  };
}

/** A feed with these practices, and nothing else. */
export const makeFeed = (practices: readonly Practice[], parts: Partial<FeedInfo> = {}): Feed =>
  deepFreeze({
    title: [],
    language: 'en',
    license: '',
    updated: '',
    readRecords: practices.length,
    totalRecords: practices.length,
    texts: '',
    missing: [],
    facets: [],
    synonyms: [],
    collections: [],
    examples: [],
    feeds: [],
    warnings: [],
    topics: [],
    practices,
    ...parts,
  });

const place = fc.record({
  city: fc.constantFrom('', ...cities),
  country: fc.constantFrom('', ...countries),
  location: fc.constant(null),
});

export const practice: fc.Arbitrary<Practice> = fc
  .record({
    places: fc.array(place, {maxLength: 3}),
    topics: fc.array(fc.constantFrom('', ...topics), {maxLength: 4}),
    sources: fc.uniqueArray(fc.constantFrom(...sources), {maxLength: 2}),
    period,
  })
  .map(makePractice);

const orNull = (arbitrary: fc.Arbitrary<number>) => fc.option(arbitrary, {nil: null});

export const yearRange = fc
  .tuple(orNull(year), orNull(year))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => (from !== null && to !== null && from > to ? {from: to, to: from} : {from, to}));

const few = (refinement: fc.Arbitrary<Refinement>) =>
  fc.oneof({weight: 2, arbitrary: fc.constant([])}, {weight: 3, arbitrary: fc.array(refinement, {maxLength: 3})});

const distinct = (refinements: Refinements) =>
  mapAttributes((attribute) => {
    const byKey = new Map(refinements[attribute].map((one) => [refinementKey(attribute, one), one]));
    return [...byKey.values()];
  });

/** Refinements that practices of the arbitrary above may meet, and some that none does. */
export const refinements: fc.Arbitrary<Refinements> = fc
  .record({
    topic: few(fc.constantFrom('unheard', ...topics)),
    country: few(fc.constantFrom('XX', ...countries)),
    city: few(fc.constantFrom('Nowhere', ...cities)),
    year: few(fc.oneof(fc.constantFrom('1066', ...years), yearRange)),
    source: few(fc.constantFrom('nowhere', ...sources)),
  })
  .map(distinct);

/** Any text that has an encoding (half a surrogate pair has none), with what is special in addresses more often. */
export const text = fc.oneof(
  fc.string({unit: 'binary', minLength: 1}),
  fc.string({unit: fc.constantFrom(...'&=+%#?/;,:@\'"<> ..-gpqé日😀\u0000\n\ufeff'), minLength: 1, maxLength: 8}),
);

const notRange = text.filter((value) => !/^\d*\.\.\d*$/.test(value));

/** Refinements with any values. */
export const anyRefinements: fc.Arbitrary<Refinements> = fc
  .record({
    topic: few(text),
    country: few(text),
    city: few(text),
    year: few(fc.oneof(notRange, yearRange)),
    source: few(text),
  })
  .map(distinct);

export const searchState: fc.Arbitrary<SearchState> = fc.record({
  query: fc.oneof(fc.constant(''), text),
  refinements: fc.oneof(refinements, anyRefinements),
  sort: fc.constantFrom(null, null, ...sorts),
  page: fc.oneof(fc.constant(1), fc.integer({min: 1, max: 100})),
  open: fc.uniqueArray(text, {maxLength: 3}),
  list: fc.uniqueArray(text, {maxLength: 3}),
  collection: fc.oneof(fc.constant(''), text),
  view: fc.constantFrom(null, null, ...views),
});

/** The state with its refinements in a fixed order, so that states can be compared. */
export function comparable({refinements: chosen, ...state}: SearchState): unknown {
  const sorted = attributes.map((attribute) =>
    chosen[attribute].map((refinement) => JSON.stringify(refinement)).sort(),
  );
  return {...state, refinements: sorted};
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
