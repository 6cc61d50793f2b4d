import {expect} from '@open-wc/testing';
import {attributeValues, valueKey} from '../../../src/core/attribute-values.js';
import type {YearSpan} from '../../../src/core/practice.js';
import {makePractice} from '../../support/arbitraries.js';

const places = (...list: [city: string, country: string][]) =>
  makePractice({places: list.map(([city, country]) => ({city, country, location: null}))});

describe('attributeValues', () => {
  it('gives topics unchanged', () => {
    const practice = makePractice({topics: ['youth', '__proto__', 'Youth']});
    expect(attributeValues(practice, 'topic', 2026)).to.deep.equal(['youth', '__proto__', 'Youth']);
  });

  it('gives the country of each place that has one', () => {
    const practice = places(['Oslo', 'NO'], ['Bergen', 'NO'], ['Atlantis', ''], ['Lyon', 'FR']);
    expect(attributeValues(practice, 'country', 2026)).to.deep.equal(['NO', 'NO', 'FR']);
  });

  it('gives the city of each place that has one', () => {
    const practice = places(['Zürich', 'CH'], ['', 'CH'], ['Zurich', 'CH']);
    expect(attributeValues(practice, 'city', 2026)).to.deep.equal(['Zürich', 'Zurich']);
  });

  const spans: [string, Partial<YearSpan>, string[]][] = [
    ['a span', {from: 2015, to: 2018}, ['2015', '2016', '2017', '2018']],
    ['one year', {from: 2015, to: 2015}, ['2015']],
    ['a start alone', {from: 2015}, ['2015']],
    ['an end alone', {to: 2015}, ['2015']],
    ['ongoing since a year', {from: 2024, ongoing: true}, ['ongoing', '2024', '2025', '2026']],
    ['ongoing since this year', {from: 2026, ongoing: true}, ['ongoing', '2026']],
    ['ongoing from a later year', {from: 2028, ongoing: true}, ['ongoing', '2028']],
    ['ongoing without a start', {ongoing: true}, ['ongoing']],
    ['no year', {}, ['none']],
    ['a span the wrong way round', {from: 2018, to: 2015}, ['2018']],
  ];
  for (const [name, span, expected] of spans) {
    it(`gives the years of ${name}`, () => {
      const practice = makePractice({period: {text: '', from: null, to: null, ongoing: false, ...span}});
      expect(attributeValues(practice, 'year', 2026)).to.deep.equal(expected);
    });
  }
});

describe('valueKey', () => {
  it('is the same for two spellings of a city', () => {
    expect(valueKey('city', 'Zürich')).to.equal(valueKey('city', 'ZURICH'));
    expect(valueKey('city', 'London-Lewisham')).to.equal(valueKey('city', ' London  Lewisham'));
    expect(valueKey('city', "L'Aquila")).to.equal(valueKey('city', 'L’Aquila'));
  });

  it('is not the same for two cities', () => {
    expect(valueKey('city', 'San Sebastián')).not.to.equal(valueKey('city', 'Sansebastian'));
    expect(valueKey('city', '???')).not.to.equal(valueKey('city', '!!!'));
  });

  it('is the value itself for every other attribute', () => {
    for (const attribute of ['topic', 'country', 'year'] as const) expect(valueKey(attribute, 'É-é')).to.equal('É-é');
  });
});
