import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import type {Practice} from '../../../../src/core/practice.js';
import {fieldTexts} from '../../../../src/core/search/fields.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {createPhraseFinder} from '../../../../src/core/search/phrases.js';
import {buildPostings} from '../../../../src/core/search/postings.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {createVocabulary} from '../../../../src/core/search/vocabulary.js';
import {synonymWords} from '../../../../src/core/search/words.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {feedOf} from '../../../fixtures/practices.js';
import {CURRENT_YEAR, makePractice} from '../../../support/arbitraries.js';

const context = {labels: createLabels([], 'en'), currentYear: CURRENT_YEAR};
const practiceOf = (title: string, text: string) =>
  makePractice({
    title: [{lang: '', text: title}],
    sections: [{heading: [], text: [{lang: '', text}], html: null}],
  });

/** Finds phrases in practices, and counts how many practices are read for it. */
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

  it('finds what a scan of the words finds, in the same fields', () => {
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

  it('reads few texts that have the words elsewhere', () => {
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
  it('is found in a script without spaces, too', () => {
    const index = createSearchIndex(feedOf({title: '公園の多文化共生'}, {title: 'Street theatre'}).practices, context);
    const vocabulary = runSync(createVocabulary([synonymWords([['coexistence', '多文化共生']])]));
    expect(index.search(parseQuery('coexistence '), vocabulary).ranked).to.deep.equal([0]);
  });
});
