import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {rankSimilar} from '../../src/core/similar.js';
import {makePractice, practice} from './arbitraries.js';

const make = (id: string, topics: readonly string[], ...countries: string[]) =>
  makePractice({id, topics, places: countries.map((country) => ({city: '', country, location: null}))});

const practices = [
  make('leeds', ['youth', 'sport', '__proto__'], 'GB', ''),
  make('york', ['youth'], 'GB'),
  make('bergen', ['youth'], 'NO'),
  make('hull', [], 'GB', 'GB'),
  make('oslo', ['sport'], 'NO'),
  make('palma', ['housing'], 'ES'),
  make('nowhere', ['housing'], ''),
  make('lyon', ['youth', '__proto__'], 'FR'),
];
const similarTo = (at: number) => rankSimilar(practices, practices[at]!).map(({id}) => id);

describe('rankSimilar', () => {
  it('puts those first that share more and rarer topics, then those of the same country, in feed order', () => {
    expect(similarTo(0)).to.deep.equal(['lyon', 'oslo', 'york', 'bergen', 'hull']);
  });

  it('does not take places without a country for the same', () => {
    expect(similarTo(6)).to.deep.equal(['palma']);
  });

  it('names none where nothing is shared', () => {
    expect(rankSimilar(practices, make('alone', ['none of them'], 'XX'))).to.deep.equal([]);
  });

  it('names every other practice that shares something, once', () => {
    fc.assert(
      fc.property(fc.array(practice, {minLength: 1, maxLength: 20}), (list) => {
        const [one, ...others] = list as [(typeof list)[0], ...typeof list];
        const countries = one.places.flatMap(({country}) => country || []);
        const sharing = others.filter(
          ({topics, places}) =>
            topics.some((topic) => one.topics.includes(topic)) ||
            places.some(({country}) => countries.includes(country)),
        );
        expect(rankSimilar(list, one)).to.have.members(sharing);
      }),
      {numRuns: 500},
    );
  });
});
