import {expect} from '@open-wc/testing';
import {readPractice} from '../../../../../src/core/feed/normalize/practice.js';
import {aReading, at} from '../../../../support/read-context.js';

const text = (value: string, lang = 'en') => [{lang, text: value}];
const readWith = (record: unknown) => {
  const {reading, doubts} = aReading();
  return {practice: readPractice(at(record), reading)!, doubts};
};

describe('readPractice', () => {
  it('reads every field of a record', () => {
    const {practice, doubts} = readWith({
      id: 'leeds-anchors',
      title: 'The Inclusive Anchors Network',
      titleLang: 'en',
      city: 'Leeds',
      country: 'GB',
      location: [53.8, -1.55],
      period: '2022',
      topics: ['business'],
      summary: 'Thirteen employers.',
      sections: [
        {heading: 'Purpose', text: 'One.\n\nTwo.'},
        {heading: 'Process', html: '<p>Three.</p><p>Four.</p>'},
      ],
      url: 'https://a.example/',
      image: {src: 'square.jpg', alt: 'A square'},
      links: [{url: 'report.pdf', label: 'Report'}],
      contact: {name: 'Ada'},
      updated: '2025-03-04',
    });
    expect(practice).to.deep.equal({
      id: 'leeds-anchors',
      title: text('The Inclusive Anchors Network'),
      summary: text('Thirteen employers.'),
      places: [{city: 'Leeds', country: 'GB', location: [53.8, -1.55]}],
      period: {text: '2022', from: 2022, to: 2022, ongoing: false},
      topics: ['business'],
      sections: [
        {heading: text('Purpose'), text: text('One.\n\nTwo.'), html: null},
        {
          heading: text('Process'),
          text: text('Three.\n\nFour.'),
          html: {source: text('<p>Three.</p><p>Four.</p>'), base: 'https://city.example/data/feed.json'},
        },
      ],
      url: 'https://a.example/',
      image: {src: 'https://city.example/data/square.jpg', alt: text('A square')},
      links: [{url: 'https://city.example/data/report.pdf', label: 'Report'}],
      contact: {name: 'Ada', email: '', phone: '', url: ''},
      updated: '2025-03-04',
      details: '',
      facets: [],
      sources: [],
    });
    expect(doubts()).to.deep.equal([]);
  });

  it('needs only a title', () => {
    const {practice, doubts} = readWith({title: 'Anchors'});
    expect(practice).to.deep.equal({
      id: 'anchors',
      title: text('Anchors'),
      summary: [],
      places: [],
      period: {text: '', from: null, to: null, ongoing: false},
      topics: [],
      sections: [],
      url: '',
      image: null,
      links: [],
      contact: null,
      updated: '',
      details: '',
      facets: [],
      sources: [],
    });
    expect(doubts()).to.deep.equal([]);
  });

  it('marks a title in another language', () => {
    expect(readWith({title: 'Mana Whenua', titleLang: 'mi', summary: 'A'}).practice).to.deep.include({
      title: text('Mana Whenua', 'mi'),
      summary: text('A'),
    });
    const {practice, doubts} = readWith({title: 'Mana Whenua', titleLang: 'Māori'});
    expect(practice.title).to.deep.equal(text('Mana Whenua'));
    expect(doubts()).to.deep.equal(['unknown-language /x/titleLang']);
  });

  it('puts the language of the title first among several', () => {
    const {practice} = readWith({title: {en: 'Network', fr: 'Réseau'}, titleLang: 'fr'});
    expect(practice.title).to.deep.equal([...text('Réseau', 'fr'), ...text('Network')]);
  });

  const untitled: [title: unknown][] = [
    [undefined],
    [null],
    [''],
    [' \u200B'],
    [true],
    [{}],
    [{en: ''}],
    [[]],
    [{rendered: 'x'}],
  ];
  for (const [title] of untitled) {
    it(`leaves out a record with the title ${JSON.stringify(title)}, with a warning`, () => {
      const {practice, doubts} = readWith({title, url: 'javascript:1'});
      expect(practice).to.equal(null);
      expect(doubts().filter((doubt) => doubt !== 'bad-text /x/title')).to.deep.equal(['no-title /x']);
    });
  }

  for (const record of [null, true, 7, 'title', ['title']]) {
    it(`leaves out ${JSON.stringify(record)}`, () => {
      const {practice, doubts} = readWith(record);
      expect(practice).to.equal(null);
      expect(doubts()).to.deep.equal(['not-a-record /x']);
    });
  }

  it('does not read inherited properties as fields', () => {
    expect(readWith(JSON.parse('{"__proto__": {"title": "A"}}')).doubts()).to.deep.equal(['no-title /x']);
    expect(
      readWith(JSON.parse('{"title": "A", "__proto__": {"summary": "B"}, "constructor": 1}')).practice.summary,
    ).to.deep.equal([]);
  });

  describe('period', () => {
    const table: [record: object, period: string, from: number | null, to: number | null][] = [
      [{period: 2015}, '2015', 2015, 2015],
      [{period: ' 2015 &ndash; 2019 '}, '2015 – 2019', 2015, 2019],
      [{year: 2015}, '2015', 2015, 2015],
      [{year: '2015'}, '2015', 2015, 2015],
      [{years: [2012, 2013]}, '2012, 2013', 2012, 2013],
      [{period: '', years: [2012]}, '2012', 2012, 2012],
      [{period: '2011', years: [2012]}, '2011', 2011, 2011],
      [{period: null}, '', null, null],
    ];
    for (const [record, period, from, to] of table) {
      it(`reads ${JSON.stringify(record)}`, () => {
        const {practice, doubts} = readWith({title: 'A', ...record});
        expect(practice.period).to.deep.equal({text: period, from, to, ongoing: false});
        expect(doubts()).to.deep.equal([]);
      });
    }

    it('keeps a period that it does not understand', () => {
      const {practice, doubts} = readWith({title: 'A', period: 'once upon a time'});
      expect(practice.period).to.deep.equal({text: 'once upon a time', from: null, to: null, ongoing: false});
      expect(doubts()).to.deep.equal(['unknown-period /x/period']);
    });

    it('warns of values that are not texts', () => {
      const {practice, doubts} = readWith({title: 'A', period: {from: 2012}});
      expect(practice.period.text).to.equal('');
      expect(doubts()).to.deep.equal(['bad-text /x/period']);
    });
  });

  describe('sections', () => {
    const none = {heading: [], html: null};
    const from = (source: object[], base = 'https://city.example/data/feed.json') => ({
      heading: [],
      html: {source, base},
    });
    const table: [sections: unknown, read: object[], doubts?: string[]][] = [
      [[{text: 'a'}], [{...none, text: text('a')}]],
      [{heading: 'H', text: 'a'}, [{...none, heading: text('H'), text: text('a')}]],
      [
        ['a', 'b'],
        [
          {...none, text: text('a')},
          {...none, text: text('b')},
        ],
      ],
      ['a\n\nb', [{...none, text: text('a\n\nb')}]],
      [
        [{text: {en: 'a', fr: 'b'}, heading: {fr: 'H'}}],
        [{...none, heading: text('H', 'fr'), text: [...text('a'), ...text('b', 'fr')]}],
      ],
      [
        [{html: {en: '<b>a</b>', fr: '<p>b'}}],
        [{...from([...text('<b>a</b>'), ...text('<p>b', 'fr')]), text: [...text('a'), ...text('b', 'fr')]}],
      ],
      [[{html: '&amp;lt;'}], [{...from(text('&amp;lt;')), text: text('&lt;')}]],
      [[{html: 'a', base: '../old/'}], [{...from(text('a'), 'https://city.example/old/'), text: text('a')}]],
      [
        [{html: 'a', base: 'javascript:1'}],
        [{...from(text('a')), text: text('a')}],
        ['bad-address /x/sections/0/base'],
      ],
      [[{text: 'a', html: '<b>b</b>'}], [{...none, text: text('a')}]],
      [[{text: '', html: '<b>b</b>'}], [{...from(text('<b>b</b>')), text: text('b')}]],
      [[{text: '1 < 2 <b>'}], [{...none, text: text('1 < 2 <b>')}]],
      [[], []],
      [null, []],
      [[{heading: 'Rationale', text: ''}, {text: 'a'}], [{...none, text: text('a')}], ['empty-section /x/sections/0']],
      [[{html: '<script>1</script>'}], [], ['empty-section /x/sections/0']],
      [
        [null, {}, ''],
        [],
        ['empty-section /x/sections/0', 'empty-section /x/sections/1', 'empty-section /x/sections/2'],
      ],
      [
        [{text: 5}, {text: {}}, true],
        [{...none, text: text('5')}],
        [
          'bad-text /x/sections/1/text',
          'empty-section /x/sections/1',
          'bad-text /x/sections/2',
          'empty-section /x/sections/2',
        ],
      ],
      [[{heading: [], text: 'a'}], [{...none, text: text('a')}], ['bad-text /x/sections/0/heading']],
    ];
    for (const [sections, read, doubts = []] of table) {
      it(`reads ${JSON.stringify(sections)}`, () => {
        const {practice, doubts: said} = readWith({title: 'A', sections});
        expect(practice.sections).to.deep.equal(read);
        expect(said()).to.deep.equal(doubts);
      });
    }
  });
});
