import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {FeedError} from '../../../../../src/core/feed/feed-error.js';
import {parseXml, type XmlElement} from '../../../../../src/core/feed/formats/xml.js';

const ADDRESS = 'https://city.example/feed.xml';
const parse = (xml: string) => parseXml(xml, ADDRESS);

/** Only what is there: `name[attribute=value](text, children)`. */
const outline = ({attributes, children, name, text}: XmlElement): string => {
  const inside = [text, ...children.map(outline)].filter(Boolean).join(',');
  const given = [...attributes].map(([key, value]) => `[${key}=${value}]`).join('');
  return `${name}${given}${inside && `(${inside})`}`;
};

describe('parseXml', () => {
  const table: [xml: string, outlined: string][] = [
    ['<a>b</a>', '(a(b))'],
    ['<?xml version="1.0"?>\n<a b="c" d=\'e\' f/>', '(\n,a[b=c][d=e][f=])'],
    ['<a><b>1</b><b>2</b></a>', '(a(b(1),b(2)))'],
    ['<a>x<![CDATA[<b> & ]] ]]>y</a>', '(a(x<b> & ]] y))'],
    ['<a>1 &lt; 2 &amp;amp; &#xE9;&eacute;&nbsp;</a>', '(a(1 < 2 &amp; éé\u00a0))'],
    ['<a><!-- <b> -->c</a>', '(a(c))'],
    ['<a b="1 > 2">c</a>', '(a[b=1 > 2](c))'],
    ['<a b="&quot;x&quot;"/>', '(a[b="x"])'],
    ['<x:a x:b="c"/>', '(x:a[x:b=c])'],
    ['<назва>а</назва>', '(назва(а))'],
    // not well-formed
    ['<a>1 < 2 & 3</a>', '(a(1 < 2 & 3))'],
    ['<a><b>c</a>', '(a(b(c)))'],
    ['<a><b><i>c</b>d</a>', '(a(d,b(i(c))))'],
    ['<a>b</c></a>', '(a(b))'],
    ['<a><b>c', '(a(b(c)))'],
    ['<a b=c>d</a>', '(a[b=c](d))'],
    ['<a b="c>d</a>', '(a[b=][c=](d))'],
    ['<a><![CDATA[b', '(a(b))'],
    ['<a><!-- b', '(a)'],
    ['<a', '(a)'],
    ['<', '(<)'],
    ['', ''],
  ];
  for (const [xml, outlined] of table) {
    it(`reads ${JSON.stringify(xml)}`, () => expect(outline(parse(xml))).to.equal(outlined));
  }

  it('keeps the content of an element with its markup', () => {
    const [root] = parse('<a><p>1 &lt; 2</p><br/></a>').children;
    expect(root!.inner).to.equal('<p>1 &lt; 2</p><br/>');
    expect(root!.children.map(({inner}) => inner)).to.deep.equal(['1 &lt; 2', '']);
  });

  it('inherits language and base', () => {
    const [root] = parse(
      '<a xml:lang="fr" xml:base="https://x.example/y/"><b xml:base="z/"><c xml:lang="de"/></b></a>',
    ).children;
    const [child] = root!.children;
    expect([child!.language, child!.base]).to.deep.equal(['fr', 'https://x.example/y/z/']);
    expect(child!.children.map(({base, language}) => [language, base])).to.deep.equal([
      ['de', 'https://x.example/y/z/'],
    ]);
  });

  // Requirement: E-13
  describe('a document type', () => {
    it('is ignored, so that entity bombs do nothing', () => {
      const entities = Array.from({length: 9}, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('\n');
      const xml = `<?xml version="1.0"?>\n<!DOCTYPE r [\n<!ENTITY l0 "lol">\n${entities}\n]>\n<r>&l9;</r>`;
      expect(outline(parse(xml)).trim()).to.equal('(\n\n,r(&l9;))');
    });

    it('fetches nothing', () => {
      const xml = '<!DOCTYPE r [<!ENTITY x SYSTEM "/__fault/echo?id=xxe"> <!ENTITY % y SYSTEM "y">]><r>&x;</r>';
      performance.clearResourceTimings();
      expect(outline(parse(xml))).to.equal('(r(&x;))');
      expect(performance.getEntriesByType('resource').filter(({name}) => name.includes('xxe'))).to.have.length(0);
    });

    it('may be without declarations', () => {
      expect(outline(parse('<!DOCTYPE rss PUBLIC "-//x//y" "z"><r/>'))).to.equal('(r)');
    });
  });

  it('refuses deeply nested elements, and names the place', () => {
    expect(parse('<a>'.repeat(200)).children).to.have.length(1);
    let error: unknown;
    try {
      parse(`<r>\n  ${'<a>'.repeat(200)}</r>`);
    } catch (caught) {
      error = caught;
    }
    expect(error).to.be.instanceOf(FeedError);
    expect((error as FeedError).message).to.include(
      `${ADDRESS}, line 2, column 600: elements are nested more than 200 levels deep`,
    );
  });

  it('reads any well-formed XML', () => {
    const text = fc.string({unit: fc.constantFrom(...'<>&"\' ]x=/é日!-?'), maxLength: 12});
    const written = (value: string) => value.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    interface Node {
      readonly name: string;
      readonly attribute: string;
      readonly text: string;
      readonly children: readonly Node[];
    }
    const node = (depth: number): fc.Arbitrary<Node> =>
      fc.record({
        name: fc.constantFrom('a', 'b:c', 'd-e', 'item'),
        attribute: text,
        text,
        children: depth ? fc.array(node(depth - 1), {maxLength: 3}) : fc.constant([]),
      });
    const write = ({attribute, children, name, text: inside}: Node): string =>
      `<${name} x="${written(attribute)}">${written(inside)}${children.map(write).join('')}</${name}>`;
    const plain = ({attribute, children, name, text: inside}: Node): unknown => [
      name,
      attribute,
      inside,
      children.map(plain),
    ];
    const found = ({attributes, children, name, text: inside}: XmlElement): unknown => [
      name,
      attributes.get('x'),
      inside,
      children.map(found),
    ];
    fc.assert(
      fc.property(node(3), (root) => {
        expect(parse(write(root)).children.map(found)).to.deep.equal([plain(root)]);
      }),
    );
  });
});
