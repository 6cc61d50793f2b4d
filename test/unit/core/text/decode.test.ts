import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {decodeText} from '../../../../src/core/text/decode.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...list: number[]) => Uint8Array.from(list);
/** One byte a letter: what Latin-1 and, but for 0x80 to 0x9F, windows-1252 make of it. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isBigEndian = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBigEndian);
  return new Uint8Array(view.buffer);
};
/** XML that declares an encoding; `title` in these bytes. */
const xml = (encoding: string, title: Uint8Array) =>
  join(latin1(`<?xml version="1.0" encoding=${encoding}?><title>`), title, latin1('</title>'));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

// Requirement: S-21
describe('decodeText', () => {
  const table: [why: string, bytes: Uint8Array, charset: string | undefined, text: string][] = [
    ['takes UTF-8 for granted', utf8('Zürich Київ 😀'), undefined, 'Zürich Київ 😀'],
    ['takes off the mark of UTF-8', join(bytes(0xef, 0xbb, 0xbf), utf8('é')), undefined, 'é'],
    ['obeys the mark of UTF-16LE', utf16('\uFEFFKöln 😀'), undefined, 'Köln 😀'],
    ['obeys the mark of UTF-16BE', utf16('\uFEFFKöln 😀', true), undefined, 'Köln 😀'],
    ['believes a mark rather than the server', utf16('\uFEFFKöln'), 'utf-8', 'Köln'],
    ['reads declared Latin-1', latin1('Málaga'), 'iso-8859-1', 'Málaga'],
    ['reads declared windows-1252', bytes(0x80, 0x93, 0x41, 0x94), 'windows-1252', '€“A”'],
    ['reads declared UTF-16', utf16('Köln'), 'utf-16', 'Köln'],
    ['reads declared UTF-16BE', utf16('Köln', true), 'utf-16be', 'Köln'],
    ['reads declared KOI8-U', bytes(0xeb, 0xc9, 0xa7, 0xd7), 'koi8-u', 'Київ'],
    ['reads declared Latin-2, though it may look like UTF-8', bytes(0xc3, 0xa1), 'iso-8859-2', 'ĂĄ'],
    ['does not care for the case of a label', latin1('é'), 'ISO-8859-1', 'é'],
    ['takes an unknown charset for UTF-8', utf8('é'), 'klingon-8', 'é'],
    ['knows UTF-8 that a server calls Latin-1', utf8('Málaga €'), 'iso-8859-1', 'Málaga €'],
    ['knows windows-1252 that nobody declared', bytes(0x4d, 0xe1, 0x6c, 0x61, 0x67, 0x61, 0x92), undefined, 'Málaga’'],
    ['knows windows-1252 that a server calls UTF-8', latin1('Málaga'), 'utf-8', 'Málaga'],
    [
      'loses one letter of UTF-8 that is cut within a letter',
      join(utf8('Résumé de l’é').subarray(0, -1), utf8(', été')),
      undefined,
      'Résumé de l’\uFFFD, été',
    ],
    [
      'loses one letter where a Latin-1 letter is in UTF-8',
      join(utf8('Łódź, Málaga, '), latin1('é')),
      'utf-8',
      'Łódź, Málaga, \uFFFD',
    ],
    [
      'loses one letter of UTF-16 that has half a pair',
      join(utf16('\uFEFFKöln Łódź '), bytes(0x3d, 0xd8), utf16('!')),
      undefined,
      'Köln Łódź \uFFFD!',
    ],
    ['loses one letter of a declared encoding', bytes(0xc1, 0xe8, 0xde, 0xff, 0x61), 'windows-1253', 'Αθή\uFFFDa'],
    ['reads windows-1252 of which two letters look like one of UTF-8', latin1('«CAFÉ»'), undefined, '«CAFÉ»'],
    ['keeps a replacement character that was there before', utf8('a\uFFFDb'), undefined, 'a\uFFFDb'],
    ['reads nothing', bytes(), undefined, ''],
  ];
  for (const [why, input, charset, text] of table) it(why, () => expect(decodeText(input, charset)).to.equal(text));

  const LODZ = bytes(0xa3, 0xf3, 0x64, 0x9f);
  const inXml: [why: string, declared: string, title: Uint8Array, charset: string | undefined, text: string][] = [
    ['reads the encoding that XML declares', '"windows-1250"', LODZ, undefined, 'Łódź'],
    ['reads it in single quotes', "'windows-1250' standalone='yes'", LODZ, undefined, 'Łódź'],
    ['reads it if the server says Latin-1', '"windows-1250"', LODZ, 'iso-8859-1', 'Łódź'],
    ['reads it if the server says UTF-8, and it is not', '"windows-1250"', LODZ, 'utf-8', 'Łódź'],
    ['believes the server rather than XML', '"windows-1250"', bytes(0xcb, 0xa7), 'koi8-u', 'кї'],
    ['knows UTF-8 that XML calls something else', '"windows-1250"', utf8('Łódź'), undefined, 'Łódź'],
    ['knows windows-1252 that XML calls Latin-1', '"ISO-8859-1"', bytes(0x80), undefined, '€'],
    ['knows that it is not UTF-16', '"utf-16"', latin1('été'), undefined, 'été'],
    ['does not mind an encoding that there is not', '"klingon"', latin1('é'), undefined, 'é'],
  ];
  for (const [why, declared, title, charset, text] of inXml)
    it(why, () => expect(decodeText(xml(declared, title), charset)).to.include(`<title>${text}</title>`));

  it('reads every text in UTF-8 and UTF-16, even if the server declares UTF-8 wrongly', () => {
    const text = fc.string({unit: 'binary'}).filter((value) => !value.startsWith('\uFEFF'));
    const charset = fc.constantFrom('', 'utf-8', 'iso-8859-1', 'windows-1252', 'nonsense');
    fc.assert(
      fc.property(text, charset, (value, label) => {
        expect(decodeText(utf8(value), label)).to.equal(value);
        expect(decodeText(utf16(`\uFEFF${value}`), label)).to.equal(value);
      }),
      {numRuns: 1000},
    );
  });

  it('accepts any bytes with any charset', () => {
    const labels = fc.oneof(
      fc.constantFrom('utf-8', 'utf-16', 'shift_jis', 'gbk', 'iso-2022-kr', 'replacement'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.uint8Array(), labels, (input, label) => {
        expect(decodeText(input, label)).to.be.a('string');
      }),
      {numRuns: 2000},
    );
  });
});
