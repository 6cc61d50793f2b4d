import {expect} from '@open-wc/testing';
import {forgetOldest} from '../../../src/core/forget-oldest.js';

describe('forgetOldest', () => {
  const mapOf = (...keys: string[]) => new Map(keys.map((key) => [key, key]));

  it('removes what came first until there are as many entries as may stay', () => {
    const map = mapOf('first', 'second', 'third', 'fourth');
    forgetOldest(map, 2);
    expect([...map.keys()]).to.deep.equal(['third', 'fourth']);
  });

  it('leaves a map that is small enough', () => {
    const map = mapOf('first', 'second');
    forgetOldest(map, 2);
    expect(map.size).to.equal(2);
  });
});
