import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {parseQuery} from '../../../../src/core/search/query.js';

const textsOf = (query: string) => parseQuery(query).words.map(({text}) => text);

describe('parseQuery', () => {
  it('reads words, phrases and words to leave out', () => {
    expect(parseQuery('Youth "Public Space" -school')).to.deep.equal({
      words: [
        {text: 'youth', written: 'youth', isAccented: false, isQuoted: false},
        {text: 'public', written: 'public', isAccented: false, isQuoted: true},
        {text: 'space', written: 'space', isAccented: false, isQuoted: true},
      ],
      phrases: ['public space'],
      excluded: ['school'],
      isLastOpen: true,
    });
  });

  it('knows which words were typed with accents, case and signs aside', () => {
    const {words} = parseQuery('ZÜRICH “Genf” city’s l’été Київ');
    const accented = words.filter(({isAccented}) => isAccented);
    expect(accented.map(({text}) => text)).to.deep.equal(['zurich', 'ete', 'киів']);
    expect(accented.map(({written}) => written)).to.deep.equal(['zürich', 'été', 'київ']);
  });

  it('strips what some languages set before a word, and no part of a word with an apostrophe in it', () => {
    expect(textsOf("l'école المدينة п'ять")).to.deep.equal(['ecole', 'مدينه', 'пять']);
  });

  it('takes quotes of other languages', () => {
    expect(parseQuery('„vivre ensemble“').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('« vivre ensemble »').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('»vivre ensemble«').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('”vivre ensemble”').phrases).to.deep.equal(['vivre ensemble']);
  });

  it('leaves a hyphen within a word alone', () => {
    expect(textsOf('anti-rumours')).to.deep.equal(['anti', 'rumours']);
    expect(parseQuery('anti-rumours').excluded).to.deep.equal([]);
  });

  it('knows that a word is complete when something was typed behind it', () => {
    expect(parseQuery('you').isLastOpen).to.equal(true);
    expect(parseQuery('you ').isLastOpen).to.equal(false);
  });

  it('reads a quote that is not closed yet', () => {
    expect(textsOf('"public spa')).to.deep.equal(['public', 'spa']);
  });

  it('reads no more than 128 characters and 12 words', () => {
    expect(textsOf(`${'a'.repeat(128)} b`)).to.deep.equal(['a'.repeat(128)]);
    expect(textsOf('a b c d e f g h i j k l m n')).to.have.length(12);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        for (const word of textsOf(text)) expect(word).to.not.equal('');
      }),
    );
  });
});
