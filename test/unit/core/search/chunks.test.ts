import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {createChunkReader} from '../../../../src/core/search/chunks.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';

/** Reads texts, chunks as strings again. */
function readAll(texts: readonly string[]) {
  const known: string[] = [];
  const read = createChunkReader((chunk) => known.push(chunk));
  const found = texts.map((text) => read(text).map((number) => known[number]));
  return {found, known};
}

const texts = fc.array(
  fc.string({unit: fc.constantFrom(...'aabcé日ß😀’ʼ0.,/-  \n\xa0“«\u2003'.split('')), maxLength: 30}),
  {maxLength: 30},
);

describe('createChunkReader', () => {
  it('finds chunks that have the words of the texts, and tells of each once', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const {found, known} = readAll(some);
        expect(found.map((chunks) => chunks.flatMap((chunk) => wordsOf(chunk!)))).to.deep.equal(some.map(wordsOf));
        expect(new Set(known).size).to.equal(known.length);
        for (const [i, chunks] of found.entries()) for (const chunk of chunks) expect(some[i]).to.include(chunk);
      }),
      {numRuns: 500},
    );
  });

  it('grows with what it is given', () => {
    const words = Array.from({length: 30_000}, (_, i) => `${i % 11_000}x`);
    const some = [words.join(' '), 'y'.repeat(20_000), words.join('/'), `1x ${'y'.repeat(20_000)}`];
    const {found, known} = readAll(some);
    expect(found.map((chunks) => chunks.join(' '))).to.deep.equal(some.map((text) => text.replaceAll('/', ' ')));
    expect(known.length).to.equal(11_001);
  });
});
