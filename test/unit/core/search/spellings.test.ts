import {expect} from '@open-wc/testing';
import {fold} from '../../../../src/core/text/fold.js';
import {matchRanges} from '../../../../src/core/search/highlight.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex, type SearchMatches} from '../../../../src/core/search/search-index.js';
import {feedOf} from '../../../fixtures/practices.js';
import {CURRENT_YEAR} from '../../../support/arbitraries.js';
import {otherWords, sameSpellings} from '../../../fixtures/spellings.js';

function searchIn(titles: readonly string[], query: string): SearchMatches {
  const {practices} = feedOf(...titles.map((title) => ({title})));
  const index = createSearchIndex(practices, {labels: createLabels([], 'en'), currentYear: CURRENT_YEAR});
  return index.search(parseQuery(query));
}

/** `[query, title]` of each line. */
const pairsOf = (lines: string) =>
  lines
    .trim()
    .split(/\n\s*/)
    .map((line) => line.split(' → ') as [string, string]);

/** With an unfinished last word, and with a complete one. */
const stages = (query: string) => [query, `${query} `];

const edges = new Intl.Segmenter();
const edgesOf = (text: string) => new Set([...edges.segment(text)].map(({index}) => index)).add(text.length);

// Requirement: I-10, I-12, I-14, I-22
describe('the search with any spelling', () => {
  it('has enough queries', () => {
    const count = (table: Record<string, string>) => Object.values(table).flatMap(pairsOf).length;
    expect(count(sameSpellings)).to.be.at.least(120);
    expect(count(otherWords)).to.be.at.least(60);
    expect(Object.keys(sameSpellings)).to.have.length.at.least(20);
  });

  for (const [name, lines] of Object.entries(sameSpellings))
    describe(name, () => {
      for (const [query, title] of pairsOf(lines))
        it(`finds “${title}” for “${query}”, and highlights whole letters`, () => {
          for (const stage of stages(query)) {
            const {isPartial, matchedTerms, ranked} = searchIn(['Something else', title], stage);
            expect({ranked, isPartial}).to.deep.equal({ranked: [1], isPartial: false});
            const ranges = matchRanges(title, matchedTerms);
            expect(ranges).not.to.deep.equal([]);
            for (const edge of ranges.flat()) expect(edgesOf(title).has(edge)).to.equal(true);
          }
        });
    });

  for (const [name, lines] of Object.entries(otherWords))
    describe(name, () => {
      for (const [query, title] of pairsOf(lines))
        it(`does not find “${title}” for “${query}”`, () => {
          for (const stage of stages(query)) expect(searchIn([title], stage).ranked).to.deep.equal([]);
        });
    });

  it('finds no zebra in any of them', () => {
    const titles = Object.values(sameSpellings).flatMap((lines) => pairsOf(lines).map(([, title]) => title));
    for (const zebra of [
      'zebra',
      'ζέβρα',
      'зебра',
      'զեբր',
      'ზებრა',
      'זברה',
      'حمار',
      'ज़ेबरा',
      'ม้าลาย',
      '斑馬',
      'しまうま',
      '얼룩말',
    ])
      expect(searchIn(titles, zebra).ranked.map((i) => titles[i])).to.deep.equal([], zebra);
  });

  it('finds a word of three letters after an article or an elision, which is too short to be highlighted', () => {
    for (const [query, title] of [
      ['بيت', 'البيت القديم'],
      ['eau', 'L’eau potable'],
      ["ta'lim", 'taʼlim'],
    ] as const)
      for (const stage of stages(query)) expect(searchIn([title], stage).ranked).to.deep.equal([0], query);
  });

  it('finds the first syllable of a Korean word, and every beginning of an unfinished word', () => {
    for (const typed of ['서', '서우', '서울', '서울ㅅ', '서울시', '서울시처', '서울시청'])
      expect(searchIn(['서울시청'], typed).ranked).to.deep.equal([0], typed);
  });

  it('treats i, I, ı and İ as the same, for Turkish and Azerbaijani', () => {
    expect([...'iIıİ'].map(fold)).to.deep.equal(['i', 'i', 'i', 'i']);
    expect(fold('İ'.normalize('NFD'))).to.equal('i');
    for (const query of ['diyarbakır', 'DIYARBAKIR', 'DİYARBAKIR', 'diyarbakir', 'Dıyarbakır'])
      for (const title of ['Diyarbakır', 'DİYARBAKIR', 'Diyarbakir'])
        expect(searchIn([title], query).tierOf(0)).to.equal('exact', `${query} ${title}`);
  });
});
