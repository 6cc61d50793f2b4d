import {expect} from '@open-wc/testing';
import {memoize, memoizeLast} from '../../../src/core/memoize.js';

describe('memoize', () => {
  it('computes once for each text, also if the result is empty', () => {
    const asked: string[] = [];
    const lengthOf = memoize((text) => asked.push(text) && text.length);
    expect(['a', '', 'a', '', '__proto__'].map(lengthOf)).to.deep.equal([1, 0, 1, 0, 9]);
    expect(asked).to.deep.equal(['a', '', '__proto__']);
  });

  it('is right for any number of texts', () => {
    const same = memoize((text) => text);
    const texts = Array.from({length: 5000}, (_, i) => String(i % 1700));
    expect(texts.map(same)).to.deep.equal(texts);
  });
});

describe('memoizeLast', () => {
  it('computes again if the number of arguments changes', () => {
    const join = memoizeLast((...texts: readonly string[]) => texts.join());
    expect([join('a'), join('a', 'b'), join('a')]).to.deep.equal(['a', 'a,b', 'a']);
  });
});
