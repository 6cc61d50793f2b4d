import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createChunkReader} from '../../../src/core/search/chunks.js';
import {CHUNK} from '../../../src/core/search/tokenize.js';

/** Reads texts, chunks as strings again. */
function readAll(texts: readonly string[]) {
  const known: string[] = [];
  const read = createChunkReader((chunk) => known.push(chunk));
  const found = texts.map((text) => read(text).map((number) => known[number]));
  return {found, known};
}

const chunksOf = (text: string) => text.match(CHUNK) ?? [];

const texts = fc.array(
  fc.string({unit: fc.constantFrom(...'aabcé日ß😀’ʼ0.,/-  \n\xa0“«\u2003'.split('')), maxLength: 30}),
  {maxLength: 30},
);

describe('createChunkReader', () => {
  it('finds the chunks of texts, and tells of each once', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const {found, known} = readAll(some);
        expect(found).to.deep.equal(some.map(chunksOf));
        expect(known).to.deep.equal([...new Set(some.flatMap(chunksOf))]);
      }),
      {numRuns: 500},
    );
  });

  it('grows with what it is given', () => {
    const words = Array.from({length: 30_000}, (_, i) => `${i % 11_000}x`);
    const some = [words.join(' '), 'y'.repeat(20_000), words.join('/'), `1x ${'y'.repeat(20_000)}`];
    const {found, known} = readAll(some);
    expect(found.map((chunks) => chunks.join(' '))).to.deep.equal(some.map((text) => chunksOf(text).join(' ')));
    expect(known.length).to.equal(11_001);
  });
});
