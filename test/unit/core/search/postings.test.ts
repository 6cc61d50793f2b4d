import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {createLabels} from '../../../../src/core/search/labels.js';
import {fieldTexts} from '../../../../src/core/search/fields.js';
import {ACCENTED, buildPostings} from '../../../../src/core/search/postings.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {CURRENT_YEAR, makePractice} from '../../../support/arbitraries.js';

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
  it('has each word of each practice once, with its fields, the words in order', () => {
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
