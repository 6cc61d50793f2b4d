import {expect} from '@open-wc/testing';
import {asParagraphs, languageTag, readLocalized, readText} from '../../../../../src/core/feed/normalize/text.js';
import {readSections} from '../../../../../src/core/feed/normalize/sections.js';
import {htmlToText} from '../../../../../src/core/text/html-text.js';
import {aReading, at} from '../../../../support/read-context.js';

describe('languageTag', () => {
  const table: [value: unknown, tag: string][] = [
    ['en', 'en'],
    [' FR ', 'fr'],
    ['pt_br', 'pt-BR'],
    ['sr-latn', 'sr-Latn'],
    ['no', 'nb'],
    ['mi', 'mi'],
    ['haw', 'haw'],
    ['rendered', ''],
    ['English', ''],
    ['e', ''],
    ['', ''],
    ['en-', ''],
    ['en--GB', ''],
    ['__proto__', ''],
    [7, ''],
    [null, ''],
  ];
  for (const [value, tag] of table)
    it(`reads ${JSON.stringify(value)} as "${tag}"`, () => expect(languageTag(value)).to.equal(tag));
});

describe('readText', () => {
  const table: [value: unknown, text: string, doubts: string[]][] = [
    ['  Leeds ', 'Leeds', []],
    ['Camden&#8217;s &amp;amp;', 'Camden’s &amp;', []],
    ['a\n\nb', 'a b', []],
    [2015, '2015', []],
    [-0.5, '-0.5', []],
    ['NaN', 'NaN', []],
    ['', '', []],
    [null, '', []],
    [undefined, '', []],
    [Infinity, '', ['bad-text /x']],
    [true, '', ['bad-text /x']],
    [{text: 'a'}, '', ['bad-text /x']],
    [['a ', 1, 'b'], 'a, 1, b', ['bad-text /x']],
    [[['a'], null, {}], '', ['bad-text /x']],
    [[], '', ['bad-text /x']],
  ];
  for (const [value, text, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readText(at(value), reading, 'name')).to.equal(text);
      expect(said()).to.deep.equal(doubts);
    });
  }

  it('reports letters with more marks than are kept, also as character references', () => {
    for (const mark of ['\u0301', '&#769;', '&#x301;']) {
      const {reading, doubts} = aReading();
      const html = `<p>Cafe${mark}</p><p>Z${mark.repeat(100)}</p>`;
      expect(readText({value: `Z${mark.repeat(100)}`, pointer: '/title'}, reading, 'title')).to.have.length(5);
      const [section] = readSections(at([{html}]), reading);
      expect(section!.html!.source[0]!.text.match(/\u0301|&#/g)).to.have.length(5);
      expect(section!.text[0]!.text).to.equal('Cafe\u0301\n\nZ\u0301\u0301\u0301\u0301');
      expect(doubts()).to.deep.equal(['too-many-marks /title', 'too-many-marks /x/0/html']);
    }
    const {reading, doubts} = aReading();
    const html = '<p>&lt;b&gt; Cafe&#769;</p>';
    expect(readSections(at([{html}]), reading)[0]!.html!.source[0]!.text).to.equal(html);
    expect(doubts()).to.deep.equal([]);
  });

  it('makes one name of names that look the same', () => {
    const {reading} = aReading({
      topics: [{id: 'youth', label: 'Youth\u200B'}],
    });
    expect(readText(at('Trus\xADted\u200B'), reading, 'name')).to.equal('Trusted');
    expect(reading.topics.topics.get('youth')!.label[0]!.text).to.equal('Youth');
    expect(reading.topics.read(at(['Youth', 'Sport', 'Sport\u2060']))).to.deep.equal(['youth', 'Sport']);
  });

  it('keeps paragraphs if asked to', () => {
    const {reading} = aReading();
    expect(readText(at('a\n \nb &amp; c'), reading, 'sectionText', asParagraphs)).to.equal('a\n\nb & c');
    expect(readText(at(['a', 'b']), reading, 'sectionText', asParagraphs)).to.equal('a\n\nb');
    expect(readText(at('<p>a<p>b &amp;amp; c'), reading, 'sectionText', htmlToText)).to.equal('a\n\nb &amp; c');
  });
});

describe('readLocalized', () => {
  const table: [value: unknown, texts: [lang: string, text: string][], doubts: string[]][] = [
    ['Title', [['en', 'Title']], []],
    [2015, [['en', '2015']], []],
    ['', [], []],
    [
      {fr: 'Titre', en: 'Title', uk: 'Назва'},
      [
        ['en', 'Title'],
        ['fr', 'Titre'],
        ['uk', 'Назва'],
      ],
      [],
    ],
    [{fr: 'Titre', uk: ' '}, [['fr', 'Titre']], []],
    [{fr: 'Titre', und: 'Title'}, [['en', 'Title'], ['fr', 'Titre']], []], // prettier-ignore
    [
      {EN: 'Title', en: 'Other', pt_br: 'Título'},
      [
        ['en', 'Title'],
        ['pt-BR', 'Título'],
      ],
      [],
    ],
    [{en: 'Title', __: 'x', 'a/b': 'y'}, [['en', 'Title']], ['unknown-language /x/__', 'unknown-language /x/a~1b']],
    [{en: ['Title'], fr: {}}, [['en', 'Title']], ['bad-text /x/en', 'bad-text /x/fr']],
    [JSON.parse('{"__proto__": "x", "en": "Title"}'), [['en', 'Title']], ['unknown-language /x/__proto__']],
    [{rendered: 'Title'}, [], ['bad-text /x']],
    [{}, [], ['bad-text /x']],
    [[{en: 'Title'}], [], ['bad-text /x']],
  ];
  for (const [value, texts, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readLocalized(at(value), reading, 'title')).to.deep.equal(texts.map(([lang, text]) => ({lang, text})));
      expect(said()).to.deep.equal(doubts);
    });
  }

  it('has no language if the feed has none', () => {
    expect(readLocalized(at({und: 'A', fr: 'B'}), aReading({language: ''}).reading, 'title')).to.deep.equal([
      {lang: '', text: 'A'},
      {lang: 'fr', text: 'B'},
    ]);
    expect(readLocalized(at('Title'), aReading({language: ''}).reading, 'title')).to.deep.equal([
      {lang: '', text: 'Title'},
    ]);
  });
});
