import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {correct, literalQuery, parseQuery, spellingOf, withoutWords} from '../../../../src/core/search/query.js';
import {readWords} from '../../../../src/core/search/words.js';

const textsOf = (query: string) => parseQuery(query).words.map(({text}) => text);

describe('parseQuery', () => {
  it('reads words, phrases and excluded words', () => {
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

  it('knows which words were typed with accents', () => {
    const {words} = parseQuery('ZÜRICH “Genf” city’s l’été Київ');
    const accented = words.filter(({isAccented}) => isAccented);
    expect(accented.map(({text}) => text)).to.deep.equal(['zurich', 'ete', 'киів']);
    expect(accented.map(({written}) => written)).to.deep.equal(['zürich', 'été', 'київ']);
  });

  it('removes what some languages join to a word, but no part of a word with an apostrophe', () => {
    expect(textsOf("l'école المدينة п'ять")).to.deep.equal(['ecole', 'مدينه', 'пять']);
  });

  it('removes what is joined before a word, and the endings of names and years', () => {
    for (const query of ["dell'arte", 'nell’arte', "quell'arte", "d'arte", "l'arte", "jusqu'arte"])
      expect(textsOf(query), query).to.deep.equal(['arte']);
    expect(textsOf("Almanya'dan Oslo’nun Berlin'deki 2018'den Lyon'a 2020'de Bordeaux'ssa")).to.deep.equal(
      ['almanya', 'oslo', 'berlin', '2018', 'lyon', '2020', 'bordeaux'], // Turkish, Finnish
    );
    expect(textsOf("Qur'an doesn't Shi'a O'Connor women's сім'я")).to.deep.equal(
      ['quran', 'doesnt', 'shia', 'connor', 'women', 'сімя'], // no endings
    );
  });

  it('accepts the quotes of other languages', () => {
    expect(parseQuery('„vivre ensemble“').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('« vivre ensemble »').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('»vivre ensemble«').phrases).to.deep.equal(['vivre ensemble']);
    expect(parseQuery('”vivre ensemble”').phrases).to.deep.equal(['vivre ensemble']);
  });

  it('reads no emoji as a word', () => {
    expect(textsOf('refugees ❤️')).to.deep.equal(['refugees']);
    expect(textsOf('☀️ festival 🏳️‍🌈 🎉')).to.deep.equal(['festival']);
  });

  it('keeps a hyphen inside a word', () => {
    expect(textsOf('anti-rumours')).to.deep.equal(['anti', 'rumours']);
    expect(parseQuery('anti-rumours').excluded).to.deep.equal([]);
  });

  it('knows that a word is complete if something follows it', () => {
    expect(parseQuery('you').isLastOpen).to.equal(true);
    expect(parseQuery('you ').isLastOpen).to.equal(false);
  });

  it('reads a quote without an end', () => {
    expect(textsOf('"public spa')).to.deep.equal(['public', 'spa']);
  });

  it('reads at most 128 characters and 12 words', () => {
    expect(textsOf(`${'a'.repeat(128)} b`)).to.deep.equal(['a'.repeat(128)]);
    expect(textsOf('a b c d e f g h i j k l m n')).to.have.length(12);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        for (const word of textsOf(text)) expect(word).to.not.equal('');
      }),
    );
  });
});

describe('spellingOf', () => {
  it('returns a word as the first text spells it', () => {
    expect(spellingOf('zurich', ['Bern', 'In Zürich and Zurich'])).to.equal('Zürich');
  });

  it('leaves out the apostrophe of a genitive and single quotation marks', () => {
    expect(spellingOf('migrants', ['The migrants’ council'])).to.equal('migrants');
    expect(spellingOf('race', ["On 'Race'"])).to.equal('Race');
  });

  it('finds whole words only, and otherwise returns the word', () => {
    expect(spellingOf('arbeit', ['Jugendarbeit'])).to.equal('arbeit');
  });
});

describe('correct', () => {
  it('corrects each unknown term in its place, and keeps everything else as typed', () => {
    const corrections = [
      {term: 'manchster', spelling: 'Manchester'},
      {term: 'yuoth', spelling: 'youth'},
    ];
    expect(correct('“Yuoth work” in  MANCHSTER -school', corrections)).to.equal('“youth work” in  Manchester -school');
  });

  it('is null if there is nothing to correct', () => {
    expect(correct('youth', [])).to.equal(null);
  });
});

describe('withoutWords', () => {
  it('removes words, with what a language joins to them, and keeps everything else as typed', () => {
    expect(withoutWords('kids in  Germany', ['germany'])).to.equal('kids in');
    expect(withoutWords('Écoles de l’Allemagne', ['allemagne'])).to.equal('Écoles de');
    expect(withoutWords('Germany -school', ['germany'])).to.equal('-school');
    expect(withoutWords('2015-2018', ['2015'])).to.equal('2018');
    expect(withoutWords('2015-2018', ['2018'])).to.equal('2015');
    for (const query of [
      'youth/school',
      'school/youth',
      'youth:school',
      'youth+school',
      'school, youth',
      'school & youth',
    ])
      expect(withoutWords(query, ['youth']), query).to.equal('school');
    expect(withoutWords('-school youth, "public space"', ['youth'])).to.equal('-school "public space"');
    expect(withoutWords('topic:education', ['education'])).to.equal('topic');
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

  it('puts quotes around what was found by meaning, and keeps everything else as typed', () => {
    expect(literal('Projects for kids -Berlin', 'kids')).to.equal('Projects for "kids" -Berlin');
    expect(literal('labour  market women', 'labour market', 'women')).to.equal('"labour market" "women"');
    expect(literal('pre-school kids -school', 'school', 'kids')).to.equal('"pre-school" "kids" -school');
  });

  it('works with joined articles, and without spaces', () => {
    expect(literal('l’emploi des jeunes', 'emploi', 'jeunes')).to.equal('"l’emploi" des "jeunes"');
    expect(literal('子ども', '子ども')).to.equal('"子ども"');
  });
});
