import {expect} from '@open-wc/testing';
import {rankSimilarCities} from '../../../../src/core/facets/similar-cities.js';
import type {CrossTable} from '../../../../src/core/state/search-results.js';
import fc from '../../../support/fast-check.mjs';

/** A table of cities and their topics: `{Bergen: 'housing youth'}`. */
const tableOf = (topics: Record<string, string>): CrossTable => ({
  rows: Object.entries(topics).map(([value, names]) => ({
    value,
    count: 1,
    cells: names.split(' ').flatMap((name) => (name ? {value: name, count: 1} : [])),
  })),
  columns: [],
});

const ranked = (topics: Record<string, string>, city: string) =>
  rankSimilarCities(tableOf(topics), city).map((each) => `${each.city}: ${each.sharedTopics.join(' ')}`);

describe('cities like this one', () => {
  it('are those that share topics, without the city itself and those that share none', () => {
    const topics = {Bergen: 'housing youth', Oslo: 'youth', Leeds: 'housing youth', Turin: 'media'};
    expect(ranked(topics, 'Bergen')).to.deep.equal(['Leeds: housing youth', 'Oslo: youth']);
  });

  it('begin with the one that shares the largest part of all topics that both have', () => {
    const topics = {Bergen: 'a b', Barcelona: 'a b c d e f', Leeds: 'a b c', Oslo: 'a'};
    expect(ranked(topics, 'Bergen').map((each) => each.split(':')[0])).to.deep.equal(['Leeds', 'Oslo', 'Barcelona']);
  });

  it('count a topic of few cities more, and name it first', () => {
    const topics = {Bergen: 'youth roma', Oslo: 'youth', Leeds: 'roma', Turin: 'youth'};
    expect(ranked(topics, 'Bergen')).to.deep.equal(['Leeds: roma', 'Oslo: youth', 'Turin: youth']);
    expect(ranked({...topics, Genoa: 'youth roma'}, 'Bergen')[0]).to.equal('Genoa: roma youth');
  });

  it('have a similarity that can be checked by hand', () => {
    // Three of four cities have “youth”: ln(1 + 4/3). One has “media”: ln(1 + 4). Two have “roma”: ln(1 + 4/2).
    const table = tableOf({Bergen: 'youth roma', Oslo: 'youth media', Leeds: 'youth roma', Turin: 'sport'});
    const [leeds, oslo] = rankSimilarCities(table, 'Bergen');
    expect(leeds).to.deep.include({city: 'Leeds', similarity: 1});
    expect(oslo!.similarity).to.be.closeTo(Math.log(1 + 4 / 3) / Math.log((1 + 4 / 3) * 5 * 3), 1e-9);
  });

  it('are in the order of the feed if they are equally similar', () => {
    expect(ranked({Oslo: 'a', Bergen: 'a', Leeds: 'a', Turin: 'a'}, 'Bergen')).to.deep.equal([
      'Oslo: a',
      'Leeds: a',
      'Turin: a',
    ]);
  });

  it('are none for a city without topics, and for an unknown one', () => {
    expect(ranked({Bergen: '', Oslo: 'a'}, 'Bergen')).to.deep.equal([]);
    expect(ranked({Bergen: 'a', Oslo: 'a'}, 'Leeds')).to.deep.equal([]);
    expect(rankSimilarCities({rows: [], columns: []}, 'Leeds')).to.deep.equal([]);
  });

  it('are similar in both directions, from 0 to 1', () => {
    const topics = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), {maxLength: 5}).map((each) => each.join(' '));
    fc.assert(
      fc.property(fc.array(topics, {minLength: 2, maxLength: 8}), (list) => {
        const table = tableOf(Object.fromEntries(list.map((each, i) => [`city ${i}`, each])));
        const similarity = (one: string, other: string) =>
          rankSimilarCities(table, one).find(({city}) => city === other)?.similarity ?? 0;
        for (const {value: one} of table.rows)
          for (const {value: other} of table.rows) {
            if (one === other) continue;
            expect(similarity(one, other)).to.be.within(0, 1 + 1e-9);
            expect(similarity(one, other)).to.be.closeTo(similarity(other, one), 1e-9);
          }
      }),
    );
  });
});
