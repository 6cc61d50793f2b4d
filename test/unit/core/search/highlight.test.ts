import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import type {MatchedTerm} from '../../../../src/core/state/search-results.js';
import {fold} from '../../../../src/core/text/fold.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {matchRanges, snippet, textParts} from '../../../../src/core/search/highlight.js';

const terms = (...texts: string[]): MatchedTerm[] => texts.map((text) => ({text, words: []}));
const marked = (text: string, matched: MatchedTerm[]) =>
  matchRanges(text, matched).map(([start, end]) => text.slice(start, end));

describe('matchRanges', () => {
  it('finds whole words, beginnings of three letters or more, and insides of four or more', () => {
    expect(marked('Employers employ for unemployment', terms('employ'))).to.deep.equal(['Employ', 'employ', 'employ']);
    expect(marked('at a cat in the attic', terms('at'))).to.deep.equal(['at']);
    expect(marked('art party', terms('art'))).to.deep.equal(['art']);
  });

  it('highlights a whole word that was found for a misspelt one', () => {
    expect(marked('In Manchester', [{text: 'manchster', words: ['manchester']}])).to.deep.equal(['Manchester']);
  });

  it('highlights adjacent words with the same meaning', () => {
    const matched = [{text: 'teens', words: ['youth'], phrases: [[['young'], ['people', 'person']]]}];
    expect(marked('Young people, a young  Person; people who are young. Youth!', matched)).to.deep.equal([
      'Young people',
      'young  Person',
      'Youth',
    ]);
    expect(marked('young and old people', matched)).to.deep.equal([]);
  });

  it('gives positions in the original text', () => {
    expect(marked('Œuvres à ZÜRICH', terms('oeuvre', 'zurich'))).to.deep.equal(['Œuvre', 'ZÜRICH']);
    expect(marked('Großstadt', terms('gross'))).to.deep.equal(['Groß']);
    expect(marked('Barcelona’s', terms('barcelonas'))).to.deep.equal(['Barcelona’s']);
    expect(marked('多文化共生', terms('文化', '化共'))).to.deep.equal(['文化共']);
  });

  // Requirement: I-13
  it('highlights whole letters, even if they have several code units', () => {
    expect(marked('Café Zürich'.normalize('NFD'), terms('zurich'))).to.deep.equal(['Zürich'.normalize('NFD')]);
    expect(marked('ﬁnance', terms('finance'))).to.deep.equal(['ﬁnance']);
    expect(marked('서울시청'.normalize('NFD'), terms(fold('서우')))).to.deep.equal(['서울'.normalize('NFD')]);
    expect(marked('خانه‌ها', terms(fold('خانه')))).to.deep.equal(['خانه‌']);
    expect(marked('👨‍👩‍👧Eltern👍🏽', terms('eltern'))).to.deep.equal(['Eltern']);
    expect(marked('Tom & Jerry &amp; Co', terms('jerry'))).to.deep.equal(['Jerry']);
    expect(marked('社区𠮷野家', terms('𠮷'))).to.deep.equal(['𠮷']);
    expect(marked('東京都の公園', terms('園'))).to.deep.equal(['園']);
  });

  it('joins adjacent ranges', () => {
    expect(matchRanges('education', terms('educ', 'ducation'))).to.deep.equal([[0, 9]]);
  });

  // Requirement: I-13
  describe('in any text', () => {
    const letters = [...'aàßœéİzё多が한ن', 'ｶﾞ', 'é', 'ﬁ', '한', 'ك', '\u064f', '\u200c', '\u00ad', 'ÅÃ'];
    const others = ['👨‍👩‍👧', '👍🏽', '🇬🇧', '𝐀', '𠮷', '&', '&amp;', '1️⃣', 'कि', 'क्षि', 'นำ', 'ใช้', '’', '-', '.'];
    const word = fc.string({unit: fc.constantFrom(...letters, ...others), minLength: 1, maxLength: 6});
    const text = fc.array(word, {maxLength: 6}).map((words) => words.join(' '));
    const letterEdges = new Intl.Segmenter();
    const edgesOf = (some: string) => [...letterEdges.segment(some)].map(({index}) => index);

    it('highlights only texts that fold to a text with a term, in ascending order and without overlaps', () => {
      fc.assert(
        fc.property(text, word, (some, typed) => {
          const wanted = parseQuery(typed).words.map((each) => each.text);
          let last = -1;
          for (const [start, end] of matchRanges(some, terms(...wanted))) {
            expect(start).to.be.above(last);
            const marks = fold(some.slice(start, end));
            expect(wanted.some((term) => marks.includes(term))).to.equal(true);
            last = end;
          }
        }),
        {numRuns: 3000},
      );
    });

    it('highlights no more letters than the term needs, and no part of a letter', () => {
      fc.assert(
        fc.property(text, word, (some, typed) => {
          const edges = new Set(edgesOf(some)).add(some.length);
          for (const term of parseQuery(typed).words.map((each) => each.text))
            for (const [start, end] of matchRanges(some, terms(term))) {
              expect(edges.has(start) && edges.has(end)).to.equal(true, `${start}–${end}`);
              const marked = some.slice(start, end);
              const inner = edgesOf(marked);
              // A repetitive text may have two adjacent marks.
              if (fold(marked).length < 2 * term.length && inner.length > 1) {
                expect(fold(marked.slice(inner[1]))).not.to.include(term);
                expect(fold(marked.slice(0, inner.at(-1)))).not.to.include(term);
              }
            }
        }),
        {numRuns: 3000},
      );
    });
  });
});

describe('textParts', () => {
  it('splits a text at the ranges without losing anything', () => {
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

  it('is the whole text if that is short', () => {
    expect(joined(snippet([{lang: 'en', text: 'Short.'}], [], 100).parts)).to.equal('Short.');
  });

  it('is the beginning of the first text if nothing matches', () => {
    const text = joined(snippet([{lang: '', text: long}], [], 100).parts);
    expect(text).to.match(/^lorem ipsum .*…$/);
    expect(text.length).to.be.at.most(101);
  });

  it('shows the text around the first match, in any of the texts', () => {
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

  it('never cuts a word or a letter of several code units, in any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 400}), fc.integer({min: 40, max: 120}), (text, length) => {
        const shown = joined(snippet([{lang: '', text}], [], length).parts);
        expect(shown.replace(/…$/, '').isWellFormed?.() ?? true).to.equal(true);
        expect(shown.length).to.be.at.most(length + 1);
      }),
    );
    const families = '👨‍👩‍👧'.repeat(40);
    expect(joined(snippet([{lang: '', text: families}], [], 50).parts)).to.equal(`${'👨‍👩‍👧'.repeat(6)}…`);
  });

  it('is empty if there is no text', () => {
    expect(snippet([], [], 100)).to.deep.equal({lang: '', parts: []});
  });
});
