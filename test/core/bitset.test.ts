import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {
  addBit,
  countBits,
  createBitset,
  createFullBitset,
  forEachBit,
  hasBit,
  intersectWith,
  type Bitset,
} from '../../src/core/bitset.js';

const SIZE = 100;
const numbers = fc.uniqueArray(fc.nat(SIZE - 1));

function bitsetOf(list: readonly number[]): Bitset {
  const set = createBitset(SIZE);
  for (const number of list) addBit(set, number);
  return set;
}

function listOf(set: Bitset): number[] {
  const list: number[] = [];
  forEachBit(set, (number) => list.push(number));
  return list;
}

describe('a bitset', () => {
  it('holds what was added, and gives it back from the lowest', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const set = bitsetOf(list);
        expect(listOf(set)).to.deep.equal([...list].sort((a, b) => a - b));
        expect(countBits(set)).to.equal(list.length);
        for (let i = 0; i < SIZE; i++) expect(hasBit(set, i)).to.equal(list.includes(i));
      }),
    );
  });

  it('holds nothing past its end', () => {
    expect(hasBit(createFullBitset(40), 1000)).to.be.false;
  });
});

describe('createFullBitset', () => {
  for (const size of [0, 1, 31, 32, 33, 64, 100]) {
    it(`holds ${size} numbers and no more`, () => {
      expect(listOf(createFullBitset(size))).to.deep.equal(Array.from({length: size}, (_, i) => i));
    });
  }
});

describe('intersectWith', () => {
  it('leaves what is in both, and the other as it is', () => {
    fc.assert(
      fc.property(numbers, numbers, (list, otherList) => {
        const set = bitsetOf(list);
        const other = bitsetOf(otherList);
        intersectWith(set, other);
        expect(listOf(set)).to.deep.equal(list.filter((number) => otherList.includes(number)).sort((a, b) => a - b));
        expect(countBits(other)).to.equal(otherList.length);
      }),
    );
  });
});
