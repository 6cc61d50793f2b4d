import {expect} from '@open-wc/testing';
import {createPositionFinder, describePosition} from '../../../../src/core/text/position.js';

describe('createPositionFinder', () => {
  it('counts lines and columns as editors do', () => {
    const position = createPositionFinder('ab\ncd\r\n\re');
    expect([0, 1, 3, 4, 7, 8, 9].map((offset) => Object.values(position(offset)).join(':'))).to.deep.equal([
      '1:1',
      '1:2',
      '2:1',
      '2:2',
      '3:1',
      '4:1',
      '4:2',
    ]);
  });
});

describe('describePosition', () => {
  it('names the same place in words', () => {
    expect(describePosition('ab\r\ncd', 5)).to.equal('line 2, column 2');
  });
});
