import {expect} from '@open-wc/testing';
import {correct, literalQuery, spellingOf, withoutWords} from '../../../../src/core/search/rewrite-query.js';
import {readWords} from '../../../../src/core/search/words.js';

describe('spellingOf', () => {
  it('gives a word as the first text that has it spells it', () => {
    expect(spellingOf('zurich', ['Bern', 'In Zürich and Zurich'])).to.equal('Zürich');
  });

  it('takes whole words only, and else the word as it is', () => {
    expect(spellingOf('arbeit', ['Jugendarbeit'])).to.equal('arbeit');
  });
});

describe('correct', () => {
  it('corrects each unknown term where it stands, and leaves all else as it was typed', () => {
    const corrections = [
      {term: 'manchster', spelling: 'Manchester'},
      {term: 'yuoth', spelling: 'youth'},
    ];
    expect(correct('“Yuoth work” in  MANCHSTER -school', corrections)).to.equal('“youth work” in  Manchester -school');
  });

  it('is null where there is nothing to correct', () => {
    expect(correct('youth', [])).to.equal(null);
  });
});

describe('withoutWords', () => {
  it('leaves words out, with what a language sets before them, and all else as it was typed', () => {
    expect(withoutWords('kids in  Germany', ['germany'])).to.equal('kids in');
    expect(withoutWords('Écoles de l’Allemagne', ['allemagne'])).to.equal('Écoles de');
    expect(
      withoutWords(
        '子ども ドイツ',
        readWords('ドイツ').map(({text}) => text),
      ),
    ).to.equal('子ども');
  });
});

describe('literalQuery', () => {
  const literal = (query: string, ...units: string[]) =>
    literalQuery(
      query,
      units.map((unit) => ({words: readWords(unit)})),
    );

  it('puts what was taken by its meaning in quotes in its place, and leaves all else as it was typed', () => {
    expect(literal('Projects for kids -Berlin', 'kids')).to.equal('Projects for "kids" -Berlin');
    expect(literal('labour  market women', 'labour market', 'women')).to.equal('"labour market" "women"');
    expect(literal('pre-school kids -school', 'school', 'kids')).to.equal('"pre-school" "kids" -school');
  });

  it('does so where a language sets something before a word, or no spaces between', () => {
    expect(literal('l’emploi des jeunes', 'emploi', 'jeunes')).to.equal('"l’emploi" des "jeunes"');
    expect(literal('子ども', '子ども')).to.equal('"子ども"');
  });
});
