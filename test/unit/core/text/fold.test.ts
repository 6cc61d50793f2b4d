import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {fold, foldWithOffsets} from '../../../../src/core/text/fold.js';

const pairs: [string, string][] = [
  ['Zürich', 'zurich'],
  ['STRAẞE Straße', 'strasse strasse'],
  ['Œuvre, Ærø, Þór, Đà Nẵng, Łódź', 'oeuvre, aero, thor, da nang, lodz'],
  ['İstanbul Iğdır', 'istanbul igdir'],
  ["Barcelona’s l'étranger O‘Brien", 'barcelonas letranger obrien'],
  ['ΑΘΗΝΑΣ Αθήνας', 'αθηνασ αθηνασ'],
  ['Київ й ё', 'киів и е'],
  ['مُدَرِّسَةٌ', 'مدرسه'],
  ['カタカナ ｶﾞ', 'かたかな が'],
  ['한국', '한국'],
  ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
  ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
  ['สวัสดี हिन्दी', 'สวัสดี हिन्दी'],
];

describe('fold', () => {
  for (const [text, folded] of pairs)
    it(`folds “${text}” to “${folded}”`, () => expect(fold(text).normalize('NFKD')).to.equal(folded.normalize('NFKD')));

  it('keeps Japanese voicing, which distinguishes words', () => {
    expect(fold('が')).not.to.equal(fold('か'));
  });

  it('keeps letters with many marks, and removes more marks than any letter has', () => {
    expect(fold(`नि${'\u0301'.repeat(20)}`)).to.equal('नि');
    expect(fold(`नि${'\u093f'.repeat(40)}क`)).to.equal('नक');
  });

  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
      {numRuns: 3000},
    );
  });

  it('makes composed and decomposed letters equal', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(fold(text.normalize('NFD'))).to.equal(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('foldWithOffsets', () => {
  it('folds like fold, and keeps the origin of every unit', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const {text: folded, starts, ends} = foldWithOffsets(text);
        expect(folded).to.equal(fold(text));
        expect(starts.length).to.equal(folded.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).to.be.below(ends[i]!);
          expect(fold(text.slice(starts[i], ends[i]))).to.include(folded[i]!);
        }
      }),
      {numRuns: 2000},
    );
  });

  it('maps “ss” back to the whole ß', () => {
    const {text, starts, ends} = foldWithOffsets('Großstadt');
    expect(text).to.equal('grossstadt');
    expect([starts[3], ends[3], starts[4], ends[4]]).to.deep.equal([3, 4, 3, 4]);
  });
});
