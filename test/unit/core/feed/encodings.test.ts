import {expect} from '@open-wc/testing';
import {FeedError} from '../../../../src/core/feed/feed-error.js';
import {fetchFeed} from '../../../../src/core/feed/fetch.js';
import {readDocument} from '../../../../src/core/feed/formats/read-document.js';
import {normalize} from '../../../../src/core/feed/normalize/normalize.js';
import {parseFeed} from '../../../../src/core/feed/parse.js';

const feed = (title: string) => JSON.stringify({version: '1', title: 'Feed', practices: [{title}]});
const utf8 = (text: string) => new TextEncoder().encode(text);
/** One byte a letter; what is not in Latin-1 but in windows-1252 by its byte there. */
const bytewise = (text: string) =>
  Uint8Array.from(text, (letter) => ({'€': 0x80, '’': 0x92, '–': 0x96})[letter] ?? letter.charCodeAt(0));
const utf16 = (text: string, isBigEndian = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBigEndian);
  return new Uint8Array(view.buffer);
};
async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The title of the one practice in bytes that came over HTTP. */
async function titleOf(bytes: Uint8Array, type = 'application/json', encoding = ''): Promise<string> {
  const body = btoa(String.fromCharCode(...bytes));
  const address = `${location.origin}/__fault/echo?${new URLSearchParams({type, encoding, body})}`;
  const document = parseFeed(await fetchFeed(address));
  const {practices} = normalize(readDocument(document.content, document.address));
  return practices.map(({title}) => title[0]!.text).join(' | ');
}

// Requirement: S-21
describe('bytes of a feed', () => {
  const all = 'Zürich – Málaga’s Łódź, Київ, القاهرة, 浜松 😀';
  const western = 'Zürich – Málaga’s 5 €';
  const table: [what: string, bytes: Uint8Array, title: string, type?: string][] = [
    ['UTF-8', utf8(feed(all)), all],
    ['UTF-8 with its mark', utf8(`\uFEFF${feed(all)}`), all],
    ['UTF-8 that is said to be so', utf8(feed(all)), all, 'application/json; charset=utf-8'],
    ['UTF-8 that is said to be so in quotes', utf8(feed(all)), all, 'application/json; charset="UTF-8"'],
    ['UTF-8 that is said to be Latin-1', utf8(feed(all)), all, 'text/plain; charset=iso-8859-1'],
    ['UTF-8 that is said to be what there is not', utf8(feed(all)), all, 'application/json; charset=klingon'],
    [
      'UTF-8 with a mark that is said to be UTF-16',
      utf8(`\uFEFF${feed(all)}`),
      all,
      'application/json; charset=utf-16',
    ],
    ['Latin-1', bytewise(feed('Zürich, Málaga')), 'Zürich, Málaga', 'application/json; charset=ISO-8859-1'],
    ['Latin-1 that nobody declared', bytewise(feed('Zürich, Málaga')), 'Zürich, Málaga'],
    ['windows-1252', bytewise(feed(western)), western, 'application/json; charset=windows-1252'],
    [
      'windows-1252 that is said to be Latin-1',
      bytewise(feed(western)),
      western,
      'application/json; charset=iso-8859-1',
    ],
    ['windows-1252 that is said to be UTF-8', bytewise(feed(western)), western, 'application/json; charset=utf-8'],
    ['UTF-16LE with its mark', utf16(`\uFEFF${feed(all)}`), all],
    ['UTF-16BE with its mark', utf16(`\uFEFF${feed(all)}`, true), all],
    ['UTF-16 that is said to be so', utf16(feed(all)), all, 'application/json; charset=utf-16'],
    ['UTF-16LE without its mark', utf16(feed(all)), all, 'application/json; charset=utf-16le'],
    ['UTF-16BE without its mark', utf16(feed(all), true), all, 'application/json; charset=utf-16be'],
    [
      'UTF-16 with a mark that is said to be UTF-8',
      utf16(`\uFEFF${feed(all)}`),
      all,
      'application/json; charset=utf-8',
    ],
  ];
  for (const [what, bytes, title, type] of table) {
    it(`are read: ${what}`, async () => expect(await titleOf(bytes, type)).to.equal(title));
    it(`are read, compressed with gzip: ${what}`, async () =>
      expect(await titleOf(await gzip(new Uint8Array(bytes)), type, 'gzip')).to.equal(title));
  }

  const kinds: [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, said: RegExp][] = [
    ['a spreadsheet', () => bytewise('PK\x03\x04\x14\0\x06\0[Content_Types].xml'), /is a spreadsheet \(\.xlsx.* “CSV UTF-8”/],
    ['an old spreadsheet', () => bytewise('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /is an old Excel workbook \(\.xls\)\. Save/],
    ['gzip without a header', () => gzip(utf8(feed(all))), /is compressed \(gzip\).* Content-Encoding: gzip/],
    ['a PDF', () => utf8('%PDF-1.7\n<rdf:RDF >'), /is a PDF\. Publish/],
  ]; // prettier-ignore
  for (const [what, bytes, said] of kinds)
    for (const format of ['', 'csv'])
      it(`are called what they are: ${what}, read ${format ? 'as a table' : 'as what they seem'}`, async () => {
        const chunks = [new Uint8Array(await bytes())];
        const read = () => parseFeed({address: 'https://city.example/feed', charset: 'utf-8', chunks}, format);
        expect(read)
          .to.throw(FeedError, /^https:\/\/city\.example\/feed is /)
          .with.property('message')
          .that.matches(said);
        expect(read).to.throw(FeedError).with.property('code', 'not-a-feed');
      });

  const texts: [what: string, json: string, title: string][] = [
    ['entities, once', 'Don&#8217;t &amp; caf&eacute; &#x1F600;', 'Don’t & café 😀'],
    ['entities of entities, once', '&amp;amp; &amp;lt;b&amp;gt; &amp;#8217;', '&amp; &lt;b&gt; &#8217;'],
    ['what only looks like one', 'R&D; A&B ?a=1&copy=2 &#; &nosuch;', 'R&D; A&B ?a=1&copy=2 &#; &nosuch;'],
    ['a lone NUL as an entity', 'a&#0;b', 'ab'],
    ['half a pair as an entity', 'a&#xD83D;b', 'ab'],
    ['a number beyond Unicode', 'a&#999999;&#x110000;b', 'a\u{F423F}&#x110000;b'],
    ['overrides of the direction', 'a\\u202Eb\\u202Dc\\u202Ad\\u202Be\\u202Cf', 'abcdef'],
    ['isolates', 'a\\u2066b\\u2067c\\u2068d\\u2069e', 'abcde'],
    ['an override as an entity', 'a&#x202E;b', 'ab'],
    ['marks of the direction, which are needed', 'שלום\\u200F!', 'שלום\u200F!'],
    ['NUL', 'a\\u0000b', 'ab'],
    ['controls', 'a\\u001B[1mb\\u0007c\\u007F', 'a[1mbc'],
    ['half a pair', 'a\\uD83Db', 'ab'],
    ['the other half', 'a\\uDE00b', 'ab'],
    ['a pair', 'a\\uD83D\\uDE00b', 'a😀b'],
    ['white space of all kinds', ' a\\n\\tb\\u2028c\\u3000\\u3000d ', 'a b c d'],
  ];
  for (const [what, json, title] of texts)
    it(`give a harmless title: ${what}`, async () =>
      expect(await titleOf(utf8(`[{"title":"${json}"}]`))).to.equal(title));
});
