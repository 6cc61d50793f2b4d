import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {createLabels} from '../../../../src/core/search/labels.js';
import {fieldTexts} from '../../../../src/core/search/fields.js';
import {ACCENTED, buildPostings, createChunkReader, createPhraseFinder} from '../../../../src/core/search/postings.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {CURRENT_YEAR, makePractice} from '../../../support/arbitraries.js';
import type {Practice} from '../../../../src/core/practice.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {createVocabulary} from '../../../../src/core/search/vocabulary.js';
import {synonymWords} from '../../../../src/core/search/words.js';
import {feedOf} from '../../../fixtures/practices.js';

const context = {labels: createLabels([], 'en'), currentYear: CURRENT_YEAR};

const text = fc.string({unit: fc.constantFrom(...'abcABé日本ß😀’0.-  '.split('')), maxLength: 40});
const practices = fc.array(
  fc.tuple(text, text).map(([title, section]) =>
    makePractice({
      title: [{lang: '', text: title}],
      sections: [{heading: [], text: [{lang: '', text: section}], html: null}],
    }),
  ),
  {maxLength: 8},
);

describe('buildPostings', () => {
  it('has room in a byte for every field, and for accents', () => {
    expect(ACCENTED).to.be.at.most(0x80);
  });

  it('has each word of each practice once, with its fields, and the words in order', () => {
    fc.assert(
      fc.property(practices, (some) => {
        const {fieldMasks, offsets, owners, words} = runSync(buildPostings(some, context));
        const expected = new Map<string, Map<number, number>>();
        for (const [owner, practice] of some.entries())
          for (const [field, texts] of fieldTexts(practice, context).entries())
            for (const word of texts.flatMap(wordsOf)) {
              const masks = expected.get(word) ?? new Map<number, number>();
              expected.set(word, masks.set(owner, (masks.get(owner) ?? 0) | (1 << field)));
            }
        expect(words).to.deep.equal([...expected.keys()].sort());
        for (const [i, word] of words.entries()) {
          const own = Array.from(owners.subarray(offsets[i], offsets[i + 1]), (owner, at) => [
            owner,
            fieldMasks[offsets[i]! + at]! & ~ACCENTED,
          ]);
          expect(own).to.deep.equal([...expected.get(word)!]);
        }
      }),
      {numRuns: 200},
    );
  });
});

/** Reads texts, and turns the numbers of chunks into strings again. */
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
  it('finds chunks with the words of the texts, and reports each once', () => {
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

  it('grows with the number of chunks', () => {
    const words = Array.from({length: 30_000}, (_, i) => `${i % 11_000}x`);
    const some = [words.join(' '), 'y'.repeat(20_000), words.join('/'), `1x ${'y'.repeat(20_000)}`];
    const {found, known} = readAll(some);
    expect(found.map((chunks) => chunks.join(' '))).to.deep.equal(some.map((text) => text.replaceAll('/', ' ')));
    expect(known.length).to.equal(11_001);
  });
});

const practiceOf = (title: string, text: string) =>
  makePractice({
    title: [{lang: '', text: title}],
    sections: [{heading: [], text: [{lang: '', text}], html: null}],
  });

/** Finds phrases in practices, and counts how many practices it reads. */
function finderFor(practices: readonly Practice[]) {
  const postings = runSync(buildPostings(practices, context));
  const reads: number[] = [];
  const find = createPhraseFinder(postings, practices.length, (practice) => {
    reads.push(practice);
    const texts = fieldTexts(practices[practice]!, context);
    return texts.map((some) => some.map((text) => ` ${wordsOf(text).join(' ')} `).join('\n'));
  });
  const indexesOf = (forms: readonly string[]) =>
    forms.map((form) => postings.words.indexOf(form)).filter((word) => word >= 0);
  return {reads, find: (places: readonly (readonly string[])[]) => [...find(places.map(indexesOf))]};
}

describe('createPhraseFinder', () => {
  const text = fc.array(fc.constantFrom('take', 'takes', 'part', 'parts', 'a', 'étude', '日本語', '.'), {maxLength: 9});
  const places = fc.array(
    fc.uniqueArray(fc.constantFrom<string[]>('take', 'takes', 'part', 'etude', '日本', '本語', 'none'), {
      minLength: 1,
      maxLength: 3,
    }),
    {minLength: 2, maxLength: 3},
  );

  it('finds the same phrases as a scan of the words, in the same fields', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), {maxLength: 6}), places, (texts, phrase) => {
        const practices = texts.map(([title, section]) => practiceOf(title.join(' '), section.join(' ')));
        const expected = practices.map((practice) => {
          let fields = 0;
          fieldTexts(practice, context).forEach((some, field) => {
            const isThere = some
              .map(wordsOf)
              .some((words) => words.some((_, at) => phrase.every((forms, i) => forms.includes(words[at + i]!))));
            if (isThere) fields |= 1 << field;
          });
          return fields;
        });
        expect(finderFor(practices).find(phrase)).to.deep.equal(expected);
      }),
      {numRuns: 500},
    );
  });

  it('reads few texts that have the words in other places', () => {
    const filler = (i: number) => Array.from({length: 100}, (_, k) => `word${(i * 7 + k * 13) % 997}`).join(' ');
    const practices = Array.from({length: 400}, (_, i) =>
      practiceOf(`Practice ${i}`, `They take ${filler(i)} no part. ${i === 7 ? 'All take part.' : ''}`),
    );
    const {find, reads} = finderFor(practices);
    const found = find([['take'], ['part', 'parts']]);
    expect(found.flatMap((fields, i) => (fields ? [i] : []))).to.deep.equal([7]);
    expect(reads.length).to.be.within(1, 40);
  });
});

describe('a term of several words', () => {
  it('is found in a script without spaces', () => {
    const index = createSearchIndex(feedOf({title: '公園の多文化共生'}, {title: 'Street theatre'}).practices, context);
    const vocabulary = runSync(createVocabulary([synonymWords([['coexistence', '多文化共生']])]));
    expect(index.search(parseQuery('coexistence '), vocabulary).ranked).to.deep.equal([0]);
  });
});
