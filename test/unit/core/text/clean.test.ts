import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {cleanLine, cleanParagraphs, stripControls} from '../../../../src/core/text/clean.js';

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
    const text = fc.string({unit: fc.constantFrom(...' .aéжא’…\xA0\xAD\u202F\n\r\t中😀'.split('')), maxLength: 12});
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
