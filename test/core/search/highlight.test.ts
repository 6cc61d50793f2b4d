import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {MatchedTerm} from '../../../src/core/engine.js';
import {fold} from '../../../src/core/search/fold.js';
import {matchRanges, snippet, textParts} from '../../../src/core/search/highlight.js';

const terms = (...texts: string[]): MatchedTerm[] => texts.map((text) => ({text, words: []}));
const marked = (text: string, matched: MatchedTerm[]) =>
  matchRanges(text, matched).map(([start, end]) => text.slice(start, end));

describe('matchRanges', () => {
  it('finds whole words, beginnings from three letters and insides from four', () => {
    expect(marked('Employers employ for unemployment', terms('employ'))).to.deep.equal(['Employ', 'employ', 'employ']);
    expect(marked('at a cat in the attic', terms('at'))).to.deep.equal(['at']);
    expect(marked('art party', terms('art'))).to.deep.equal(['art']);
  });

  it('marks a whole word that was taken for a misspelt one', () => {
    expect(marked('In Manchester', [{text: 'manchster', words: ['manchester']}])).to.deep.equal(['Manchester']);
  });

  it('leads back to the letters as they are written', () => {
    expect(marked('Œuvres à ZÜRICH', terms('oeuvre', 'zurich'))).to.deep.equal(['Œuvre', 'ZÜRICH']);
    expect(marked('Großstadt', terms('gross'))).to.deep.equal(['Groß']);
    expect(marked('Barcelona’s', terms('barcelonas'))).to.deep.equal(['Barcelona’s']);
    expect(marked('多文化共生', terms('文化', '化共'))).to.deep.equal(['文化共']);
  });

  it('joins ranges that meet', () => {
    expect(matchRanges('education', terms('educ', 'ducation'))).to.deep.equal([[0, 9]]);
  });

  it('marks only what folds to a text with the term in it, ascending and apart', () => {
    const word = fc.string({unit: fc.constantFrom(...'aàßœéİzё多が'), minLength: 1, maxLength: 5});
    fc.assert(
      fc.property(fc.array(word), word, (words, term) => {
        const text = words.join(' ');
        const folded = fold(term);
        let last = -1;
        for (const [start, end] of matchRanges(text, terms(folded))) {
          expect(start).to.be.above(last);
          expect(fold(text.slice(start, end))).to.include(folded);
          last = end;
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe('textParts', () => {
  it('cuts a text at the ranges and loses nothing', () => {
    const parts = textParts('one two three', [[4, 7]]);
    expect(parts).to.deep.equal([
      {text: 'one ', isHighlighted: false},
      {text: 'two', isHighlighted: true},
      {text: ' three', isHighlighted: false},
    ]);
  });
});

describe('snippet', () => {
  const joined = (parts: readonly {text: string}[]) => parts.map(({text}) => text).join('');
  const long = `${'lorem ipsum dolor '.repeat(40)}needle ${'sit amet '.repeat(40)}`.trim();

  it('is the text itself where it is short', () => {
    expect(joined(snippet([{lang: 'en', text: 'Short.'}], [], 100).parts)).to.equal('Short.');
  });

  it('begins with the first text where nothing matches', () => {
    const text = joined(snippet([{lang: '', text: long}], [], 100).parts);
    expect(text).to.match(/^lorem ipsum .*…$/);
    expect(text.length).to.be.at.most(101);
  });

  it('shows the surroundings of the first match, of whichever text has one', () => {
    const {lang, parts} = snippet(
      [
        {lang: 'en', text: 'Nothing here.'},
        {lang: 'la', text: long},
      ],
      terms('needle'),
      100,
    );
    expect(lang).to.equal('la');
    expect(joined(parts)).to.match(/^…(lorem|ipsum|dolor) .*needle.*…$/);
    expect(parts.filter(({isHighlighted}) => isHighlighted).map(({text}) => text)).to.deep.equal(['needle']);
  });

  it('never tears a word, or a pair of surrogates, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 400}), fc.integer({min: 40, max: 120}), (text, length) => {
        const shown = joined(snippet([{lang: '', text}], [], length).parts);
        expect(shown.replace(/…$/, '').isWellFormed?.() ?? true).to.equal(true);
        expect(shown.length).to.be.at.most(length + 1);
      }),
    );
  });

  it('is empty where there is no text', () => {
    expect(snippet([], [], 100)).to.deep.equal({lang: '', parts: []});
  });
});
