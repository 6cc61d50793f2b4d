import {expect} from '@open-wc/testing';
import {correct, spellingOf} from '../../../src/core/search/rewrite-query.js';

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
