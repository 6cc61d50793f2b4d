import {expect} from '@open-wc/testing';
import {ADDRESS, errorOf, fixture, readFeed, readOne, readRaw} from '../../../../support/read-format.js';

const bytesOf = async (file: string) => new Uint8Array(await (await fetch(fixture(file))).arrayBuffer());
const item = (inside: string) => `<rss><channel><item><title>A</title>${inside}</item></channel></rss>`;
const entry = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>${inside}</entry></feed>`;

describe('readSyndication', () => {
  it('reads a feed that is not well-formed, with a warning before it and its end missing', async () => {
    const bytes = await bytesOf('rss/ugly.xml');
    const {practices, updated, warnings} = readFeed(bytes);
    const [cafe, cut] = practices;
    expect(readRaw(bytes).title).to.equal('Städte & Gemeinden');
    expect(updated).to.equal('2024-03-04');
    expect(practices).to.have.length(2);
    expect(warnings.map(({code}) => code)).to.deep.equal(['no-title']);
    expect(cafe).to.deep.include({
      id: '7',
      title: [{lang: 'de', text: 'Café\u00a0der Kulturen & mehr'}],
      summary: [{lang: 'de', text: 'Jeden Montag im Rathaus. Mehr'}],
      topics: ['Kultur, Begegnung'],
      url: 'https://city.example/aktuell/cafe?id=7&lang=de',
      image: {src: 'https://city.example/bilder/cafe.jpg?w=800', alt: []},
    });
    expect(cafe!.period.text).to.equal('');
    expect(cut!.summary[0]!.text).to.equal('Hier endet die Da');
  });

  it('reads RSS 1.0, whose items are beside the channel, in Latin-1', async () => {
    const {language, practices} = readFeed(await bytesOf('rss/version-1.xml'));
    expect(language).to.equal('fr');
    expect(practices).to.have.length(1);
    expect(practices[0]).to.deep.include({title: [{lang: 'fr', text: 'Jardin partagé'}], topics: ['Culture']});
  });

  it('ignores the date of an item, which is not a period', () => {
    const dates =
      '<pubDate>Thu, 01 Feb 2024 09:00:00 GMT</pubDate><dc:date>2024</dc:date><published>2024</published><updated>2024</updated>';
    expect(readOne(item(dates)).period.text).to.equal('');
    expect(readOne(entry(dates)).period.text).to.equal('');
    expect(readOne(item(`${dates}<dcterms:temporal>2019</dcterms:temporal>`)).period.from).to.equal(2019);
  });

  it('reads a short description as summary, and a long one as full text', () => {
    const long = 'word '.repeat(100).trim();
    expect(readOne(item('<description>Short.</description>'))).to.deep.include({summary: 'Short.', sections: []});
    expect(readOne(item(`<description>&lt;p&gt;${long}&lt;/p&gt;</description>`))).to.deep.include({
      summary: '',
      sections: [['', long]],
    });
    const both = `<content:encoded>Text</content:encoded><description>${long}</description>`;
    expect(readOne(item(both))).to.deep.include({summary: long, sections: [['', 'Text']]});
  });

  it('keeps the markup of a text for sanitizing', () => {
    const sectionsOf = (xml: string) => (readRaw(xml).records[0] as {sections: unknown}).sections;
    expect(sectionsOf(item('<content:encoded><![CDATA[<p>a <b>b</b></p>]]></content:encoded>'))).to.deep.equal([
      {html: '<p>a <b>b</b></p>', base: ADDRESS},
    ]);
    expect(sectionsOf(entry('<content type="xhtml"><div><p>a</p></div></content>'))).to.deep.equal([
      {html: '<div><p>a</p></div>', base: ADDRESS},
    ]);
    expect(sectionsOf(entry('<content>1 &lt; 2</content>'))).to.deep.equal([{text: '1 < 2'}]);
  });

  it('resolves addresses in a text from the base of its element', () => {
    const base = (attributes: string) =>
      readFeed(entry(`<content type="html" ${attributes}>&lt;a href="b">b&lt;/a></content>`)).practices[0]!.sections[0]!
        .html!.base;
    expect(base('xml:base="/2021/street/"')).to.equal('https://city.example/2021/street/');
    expect(base('')).to.equal(ADDRESS);
  });

  it('reads the title of a feed without its markup', () => {
    const title = (inside: string) => readFeed(`<feed>${inside}</feed>`).title[0]!.text;
    expect(title('<title type="xhtml"><div>Play <em>streets</em></div></title>')).to.equal('Play streets');
    expect(title('<title type="html">Play &lt;em>streets&lt;/em></title>')).to.equal('Play streets');
  });

  it('finds the image of an item among its enclosures', () => {
    const image = (inside: string) => readOne(item(inside)).image?.src;
    expect(image('<enclosure url="/a.mp3" type="audio/mpeg"/>')).to.equal(undefined);
    expect(image('<enclosure url="/a.png" type="image/png"/>')).to.equal('https://city.example/a.png');
    expect(image('<media:content medium="image" url="/a"/>')).to.equal('https://city.example/a');
    expect(image('<media:content medium="video" url="/a.png"/>')).to.equal(undefined);
    expect(image('<media:thumbnail url="/t"/><media:content url="/a.webp"/>')).to.equal('https://city.example/a.webp');
  });

  it('uses the end of an address as id', () => {
    const id = (inside: string) => readOne(item(inside)).id;
    expect(id('<guid>https://city.example/?p=12</guid>')).to.equal('12');
    expect(id('<guid>tag:blog.example,1999:blog-1.post-22</guid>')).to.equal('blog-1.post-22');
    expect(id('<guid>17 at https://city.example</guid>')).to.equal('17');
    expect(id('<guid> https://city.example/a/garden/ </guid>')).to.equal('garden');
    expect(id('')).to.equal('a');
  });

  it('reads Atom under a prefix, with entries in other languages', () => {
    const xml =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:title>T</a:title><a:entry xml:lang="fr"><a:title>B</a:title></a:entry>' +
      '<a:entry><a:title type="html">&lt;b&gt;R&amp;amp;D&lt;/b&gt;</a:title></a:entry></a:feed>';
    const {practices} = readFeed(xml);
    expect(practices.map(({title}) => title)).to.deep.equal([[{lang: 'fr', text: 'B'}], [{lang: 'en', text: 'R&D'}]]);
  });

  for (const [what, xml] of [
    ['a web page', '<!doctype html><title>Log in</title>'],
    ['other XML', '<?xml version="1.0"?><sitemap/>'],
  ] as const)
    it(`refuses ${what}`, () => expect(errorOf(xml).message).to.include('is not RSS or Atom'));

  it('reads a feed without items', () => {
    expect(readFeed('<rss><channel><title>T</title></channel></rss>').practices).to.deep.equal([]);
  });
});
