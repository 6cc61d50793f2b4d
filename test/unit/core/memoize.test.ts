import {expect} from '@open-wc/testing';
import {memoize, memoizeLast} from '../../../src/core/memoize.js';

describe('memoize', () => {
  it('asks once for each text, also where the answer is nothing', () => {
    const asked: string[] = [];
    const lengthOf = memoize((text) => asked.push(text) && text.length);
    expect(['a', '', 'a', '', '__proto__'].map(lengthOf)).to.deep.equal([1, 0, 1, 0, 9]);
    expect(asked).to.deep.equal(['a', '', '__proto__']);
  });

  it('answers right however many texts there are', () => {
    const same = memoize((text) => text);
    const texts = Array.from({length: 5000}, (_, i) => String(i % 1700));
    expect(texts.map(same)).to.deep.equal(texts);
  });
});

describe('memoizeLast', () => {
  it('asks anew where there is one argument more, or one less', () => {
    const join = memoizeLast((...texts: readonly string[]) => texts.join());
    expect([join('a'), join('a', 'b'), join('a')]).to.deep.equal(['a', 'a,b', 'a']);
  });
});
