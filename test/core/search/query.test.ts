import {expect} from '@open-wc/testing';
import fc from '../../chance.mjs';
import {parseQuery} from '../../../src/core/search/query.js';

describe('parseQuery', () => {
  it('reads words, phrases and words to leave out', () => {
    expect(parseQuery('Youth "Public Space" -school')).to.deep.equal({
      terms: ['youth', 'public', 'space'],
      accented: new Set(),
      phrases: ['public space'],
      excluded: ['school'],
      isLastOpen: true,
    });
  });

  it('knows which words were typed with accents, case and signs aside', () => {
    expect([...parseQuery('ZÜRICH “Genf” city’s l’été Київ').accented]).to.deep.equal(['zurich', 'ete', 'киів']);
  });

  it('strips what some languages set before a word, and no part of a word with an apostrophe in it', () => {
    expect(parseQuery("l'école المدينة п'ять").terms).to.deep.equal(['ecole', 'مدينه', 'пять']);
  });

  it('takes quotes of other languages', () => {
    expect(parseQuery('„vivre ensemble“').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('« vivre ensemble »').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('»vivre ensemble«').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('”vivre ensemble”').phrases).to.deep.equal(['vivre ensemble']);
  });

  it('leaves a hyphen within a word alone', () => {
    expect(parseQuery('anti-rumours').terms).to.deep.equal(['anti', 'rumours']);
    expect(parseQuery('anti-rumours').excluded).to.deep.equal([]);
  });

  it('knows that a word is complete when something was typed behind it', () => {
    expect(parseQuery('you').isLastOpen).to.equal(true);
    expect(parseQuery('you ').isLastOpen).to.equal(false);
  });

  it('reads a quote that is not closed yet', () => {
    expect(parseQuery('"public spa').terms).to.deep.equal(['public', 'spa']);
  });

  it('reads no more than 128 characters and 12 words', () => {
    expect(parseQuery(`${'a'.repeat(128)} b`).terms).to.deep.equal(['a'.repeat(128)]);
    expect(parseQuery('a b c d e f g h i j k l m n').terms).to.have.length(12);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        for (const word of parseQuery(text).terms) expect(word).to.not.equal('');
      }),
    );
  });
});
