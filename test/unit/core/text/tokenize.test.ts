import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {wordsOf} from '../../../../src/core/text/tokenize.js';

describe('wordsOf', () => {
  const table: [string, string[]][] = [
    ['Anti-rumours, 2011–14!', ['anti', 'rumours', '2011', '14']],
    ['  ', []],
    ['多文化共生', ['多文', '文化', '化共', '共生']],
    ['東京', ['東京']],
    ['京', ['京']],
    ['ABC多文化 x', ['abc', '多文', '文化', 'x']],
    ['สวัสดี', ['สว', 'วั', 'ัส', 'สด', 'ดี']],
    ['한국 도시', ['한국', '도시']],
  ];
  for (const [text, words] of table)
    it(`finds ${words.join(' ') || 'no words'} in “${text}”`, () =>
      expect(wordsOf(text)).to.deep.equal(words.map((word) => word.normalize('NFKD'))));

  it('gives the same for a single word as for a text', () => {
    const text = fc.string({unit: fc.constantFrom(..."abz09Aé日ſ'’- ".split('')), maxLength: 6});
    fc.assert(
      fc.property(text, (some) => {
        expect(wordsOf(some)).to.deep.equal(wordsOf(`${some} `));
      }),
      {numRuns: 1000},
    );
  });
});
