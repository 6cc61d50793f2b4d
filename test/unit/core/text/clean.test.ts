import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {cleanLine, cleanName, cleanParagraphs, stripControls} from '../../../../src/core/text/clean.js';

// Texts that are likely to have in them what is cleaned away.
const dirty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ' ',
      '\n',
      '\r',
      '\t',
      '\xA0',
      '\0',
      '\x1B',
      '\x85',
      '\u200B',
      '\u202E',
      '\u2066',
      '\u2029',
      '\uFEFF',
      '\uD83D',
      '\uDE00',
    ),
    fc.constantFrom('a', 'é', 'ع', '😀'),
  ),
  maxLength: 40,
});

// Requirement: S-21
describe('cleanLine', () => {
  const table: [why: string, text: string, line: string][] = [
    ['trims', '  Leeds\t', 'Leeds'],
    ['collapses white space', 'a  b\n\n c\td', 'a b c d'],
    ['takes a line separator for white space', 'a\u2028b', 'a b'],
    ['keeps a lone no-break space', 'Pourquoi\xA0? Trop\u202F!', 'Pourquoi\xA0? Trop\u202F!'],
    ['collapses a run of no-break spaces', 'a\xA0\xA0 b', 'a b'],
    ['drops controls', 'a\0b\x07c\x1B[1m\x7F\x9F', 'abc[1m'],
    ['drops what turns the writing direction round', '\u202Eevil\u202C \u2066x\u2069', 'evil x'],
    ['keeps direction marks', 'שלום\u200F!', 'שלום\u200F!'],
    ['keeps joiners', '👩\u200D🚒 می\u200Cروم', '👩\u200D🚒 می\u200Cروم'],
    ['drops halves of surrogate pairs', 'a\uD83Db\uDE00c 😀', 'abc 😀'],
    ['drops byte order marks', '\uFEFFa\uFEFFb', 'ab'],
    ['is empty where nothing would be seen', ' \u200B\u00AD\u2060 ', ''],
    ['is empty for nothing', '', ''],
  ];
  for (const [why, text, line] of table) it(why, () => expect(cleanLine(text)).to.equal(line));

  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        expect(cleanLine(cleanLine(text))).to.equal(cleanLine(text));
      }),
      {numRuns: 2000},
    );
  });
});

describe('marks on letters', () => {
  const zalgo = (n: number) => `Z${'\u0334\u0335\u0300\u0301'.repeat(n)}`;
  it('are so few that they cover no other line', () => {
    expect(cleanLine(zalgo(200))).to.equal(zalgo(1));
    expect(cleanParagraphs(`${zalgo(200)}\n\nA`)).to.equal(`${zalgo(1)}\n\nA`);
    expect(cleanLine('\u0BCC'.repeat(50))).to.equal('\u0BCC'.repeat(8));
    expect(cleanLine(`e${'\u0301\u200B'.repeat(50)}`).length).to.be.at.most(9);
    expect(cleanLine(`א${'\u05B8'.repeat(50)}`).length).to.equal(9);
    expect(cleanLine(`а${'\u0483'.repeat(50)}`).length).to.equal(9);
  });

  const intact: [script: string, text: string][] = [
    ['Vietnamese', 'Phố cổ Hội An, Huế: đường Nguyễn Huệ'.normalize('NFD')],
    ['Greek with length and breathing', 'ᾱ̓́ͅδω, ᾆ'.normalize('NFD')],
    ['Hebrew with vowels and cantillation', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃'],
    ['Arabic with vowels', 'بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ'],
    ['Persian with joiners', 'شهرداری می‌رود'],
    ['Thai', 'กรุงเทพฯ ที่ ผู้ใหญ่ น้ำ'],
    ['Devanagari', 'संस्कृति क्ष्र्यं र्‍य ॐ हिन्दी'],
    ['Tamil', 'தமிழ் கௌரவம் கொ'],
    ['Burmese', 'ကြွှေ့ံး မြို့'],
    ['Khmer', 'ភ្នំពេញ ស្ត្រី'],
    ['Tibetan', 'ཧྐྵྨླྺྼྻྂ བོད་ཡིག'],
    ['modern and old Korean', '서울 ᄒᆞᆫ글 ᅟᅡ ᄀᅠ'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ᠎ᠠ'],
    ['phonetic signs', 'd̪͡z̪̥ʲ'],
    ['emoji', '👩🏽‍❤️‍💋‍👨🏿 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 🇳🇴'],
  ];
  for (const [script, text] of intact)
    it(`stay as they are in ${script}`, () => {
      expect(cleanLine(text)).to.equal(text);
      expect(cleanName(text)).to.equal(text);
    });
});

describe('fillers, which look like spaces', () => {
  it('make no text wide', () => {
    expect(cleanLine(`A${'\u115F'.repeat(50)}B${'\u3164'.repeat(50)}C${'\uFFA0\u1160'.repeat(50)}D`)).to.equal('ABCD');
    expect(cleanLine(`A${'\u2800'.repeat(50)}B`)).to.equal('A B');
    expect(cleanLine('\u2800\u3164\u115F')).to.equal('');
  });
});

describe('cleanName', () => {
  it('removes what would make another name that looks the same', () => {
    for (const sign of [
      '\u200B',
      '\xAD',
      '\u200C',
      '\u200D',
      '\u2060',
      '\uFE0F',
      '\u{E0101}',
      '\u{E0061}',
      '\u034F',
      '\u3164',
    ])
      for (const name of [`Trusted${sign}`, `${sign}Trusted`, `Tru${sign}sted`, `Trusted ${sign} `])
        expect(cleanName(name), escape(name)).to.equal('Trusted');
    expect(cleanName('A \u200B B')).to.equal('A B');
  });

  it('changes nothing when repeated', () => {
    const unit = fc.constantFrom(
      ...'aéω ع👩❤\u0301\u0308\u05B8\u200B\u200C\u200D\uFE0F\u115F\u1160\u1100\u1161\u3164\u2800\xA0',
      '\u{E0061}',
    );
    fc.assert(
      fc.property(fc.string({unit, maxLength: 20}), (text) => {
        expect(cleanName(cleanName(text))).to.equal(cleanName(text));
        expect(cleanLine(cleanLine(text))).to.equal(cleanLine(text));
      }),
      {numRuns: 3000},
    );
  });
});

describe('a clean text', () => {
  // with a control at the end, which is dropped, nothing is
  const isSame = (text: string) => {
    expect(cleanLine(text)).to.equal(cleanLine(`${text}\0`));
    expect(cleanParagraphs(text)).to.equal(cleanParagraphs(`${text}\0`));
  };

  it('is returned unchanged, for every letter', () => {
    for (let code = 0; code < 0x10000; code++) {
      const letter = String.fromCharCode(code);
      for (const text of [letter, `a${letter}b`, ` ${letter}`]) isSame(text);
    }
  });

  it('is returned unchanged, for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...' .aéжא’…\xA0\xAD\u202F\n\r\t中😀'.split('')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({unit: 'binary'})), (some) => isSame(some)),
      {numRuns: 3000},
    );
  });
});

describe('cleanParagraphs', () => {
  const table: [why: string, text: string, clean: string][] = [
    ['keeps lines and paragraphs', 'a\nb\n\nc', 'a\nb\n\nc'],
    ['knows the line ends of all systems', 'a\r\nb\rc\n\r\n\r\n\nd', 'a\nb\nc\n\nd'],
    ['cleans each line', ' a  b \n\t c\0 ', 'a b\nc'],
    ['takes a line of spaces for an empty one', 'a\n \xA0 \n\t\nb', 'a\n\nb'],
    ['trims', '\n\n a \n\n', 'a'],
    ['is empty where nothing would be seen', ' \n\u200B\n ', ''],
  ];
  for (const [why, text, clean] of table) it(why, () => expect(cleanParagraphs(text)).to.equal(clean));

  it('removes everything unwanted at once', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const clean = cleanParagraphs(text);
        expect(cleanParagraphs(clean)).to.equal(clean);
        expect(clean).not.to.match(/\n{3}|^\s|\s$|[\0\x1B\x85\u202E\u2066\uFEFF]|\p{Cs}/u);
      }),
      {numRuns: 2000},
    );
  });
});

describe('stripControls', () => {
  it('removes them everywhere', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const slow = Array.from(text).filter((c) => !/[\0\x1B\x85\u202E\u2066\uFEFF]|\p{Cs}/u.test(c));
        // a pair that only came together when something between its halves was dropped would be halves again: there is none
        expect(Array.from(stripControls(text)).filter((c) => !/\p{Cs}/u.test(c))).to.deep.equal(slow);
      }),
      {numRuns: 2000},
    );
  });
});
