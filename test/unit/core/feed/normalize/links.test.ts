import {expect} from '@open-wc/testing';
import {readAddress, readContact, readLinks} from '../../../../../src/core/feed/normalize/links.js';
import {aReading, at} from '../../../../support/read-context.js';

describe('readAddress', () => {
  const table: [value: unknown, href: string, doubts: string[]][] = [
    ['https://a.example/', 'https://a.example/', []],
    ['more.html', 'https://city.example/data/more.html', []],
    ['', '', []],
    [null, '', []],
    [undefined, '', []],
    ['javascript:alert(1)', '', ['bad-address /x']],
    ['java\tscript:alert(1)', '', ['bad-address /x']],
    [12, '', ['bad-address /x']],
    [['https://a.example/'], '', ['bad-address /x']],
    [{href: 'https://a.example/'}, '', ['bad-address /x']],
  ];
  for (const [value, href, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readAddress(at(value), reading)).to.equal(href);
      expect(said()).to.deep.equal(doubts);
    });
  }
});

describe('readLinks', () => {
  it('reports links beyond 200', () => {
    const {doubts, reading} = aReading();
    expect(readLinks(at(Array.from({length: 250}, (_, i) => `${i}.html`)), reading)).to.have.length(200);
    expect(doubts()).to.deep.equal(['too-many-items /x']);
  });

  const a = 'https://a.example/';
  const table: [value: unknown, links: [url: string, label: string][], doubts: string[]][] = [
    [
      [{url: a, label: 'Report'}, {url: 'b.pdf'}],
      [
        [a, 'Report'],
        ['https://city.example/data/b.pdf', 'https://city.example/data/b.pdf'],
      ],
      [],
    ],
    [[a], [[a, a]], []],
    [a, [[a, a]], []],
    [{url: a, label: {fr: 'Rapport', en: 'Report'}}, [[a, 'Report']], []],
    [[{url: 'mailto:a@b.example', label: ' Write&nbsp;us '}], [['mailto:a@b.example', 'Write\xA0us']], []],
    [[], [], []],
    [null, [], []],
    [[null, ''], [], []],
    [
      [{url: 'data:text/html,x', label: 'x'}, {label: 'x'}, {url: '', label: 'x'}, 7],
      [],
      ['bad-address /x/0', 'bad-address /x/1', 'bad-address /x/2', 'bad-address /x/3'],
    ],
    [[{url: a, label: [1]}], [[a, '1']], ['bad-text /x/0/label']],
  ];
  for (const [value, links, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readLinks(at(value), reading)).to.deep.equal(links.map(([url, label]) => ({url, label})));
      expect(said()).to.deep.equal(doubts);
    });
  }
});

describe('readContact', () => {
  const none = {name: '', email: '', phone: '', url: ''};
  const table: [value: unknown, contact: object | null, doubts: string[]][] = [
    [
      {name: ' Ada  L. ', email: 'ada@leeds.example', phone: '+44 113 222', url: '/ada'},
      {name: 'Ada L.', email: 'ada@leeds.example', phone: '+44 113 222', url: 'https://city.example/ada'},
      [],
    ],
    [
      {email: 'mailto:ada@leeds.example', phone: 'tel:+44113222'},
      {...none, email: 'ada@leeds.example', phone: '+44113222'},
      [],
    ],
    [{phone: 'tel://</nobody>'}, {...none, phone: '</nobody>'}, []],
    [{email: 'josé@münchen.example'}, {...none, email: 'josé@münchen.example'}, []],
    [{phone: 1132224444}, {...none, phone: '1132224444'}, []],
    ['Ada L.', {...none, name: 'Ada L.'}, []],
    ['ada@leeds.example', {...none, email: 'ada@leeds.example'}, []],
    [{}, null, []],
    [null, null, []],
    ['', null, []],
    [{name: '', email: null}, null, []],
    [
      {email: 'ada at leeds', phone: ' ', url: 'javascript:1', name: {}},
      null,
      ['bad-address /x/email', 'bad-text /x/name', 'bad-address /x/url'],
    ],
    [[{name: 'Ada'}], null, ['bad-text /x']],
    [true, null, ['bad-text /x']],
  ];
  for (const [value, contact, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readContact(at(value), reading)).to.deep.equal(contact);
      expect(said()).to.deep.equal(doubts);
    });
  }

  for (const email of [
    '@',
    'a@',
    'ada at b.example',
    'a b@c.example',
    'a@b.example?cc=all@b.example',
    '<a@b.example>',
  ]) {
    it(`refuses the email address ${email}`, () => {
      const {reading, doubts} = aReading();
      expect(readContact(at({email}), reading)).to.equal(null);
      expect(doubts()).to.deep.equal(['bad-address /x/email']);
    });
  }
});
