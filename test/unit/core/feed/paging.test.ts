import {expect} from '@open-wc/testing';
import {askForAll, followPages, nextPage} from '../../../../src/core/feed/paging.js';
import {shortAddress} from '../../../../src/core/feed/wordpress-address.js';

const ADDRESS = 'https://city.example/wp-json/wp/v2/posts?per_page=100';

/** Where a page leads, by what it says and by its headers. */
const next = (said: string, link = '', pages = '', address = ADDRESS) =>
  nextPage({address, paging: [link, pages, '']}, said);

describe('nextPage', () => {
  const cases: [why: string, found: string, expected: string][] = [
    ['an absolute address that the document says', next('https://city.example/2.json'), 'https://city.example/2.json'],
    ['a relative one', next('?page=2'), 'https://city.example/wp-json/wp/v2/posts?page=2'],
    ['a Link header', next('', '<https://city.example/2>; rel="next"'), 'https://city.example/2'],
    [
      'one among others',
      next('', '</1>; rel="prev", </3,b>; rel="next"; title="x", </>; rel=up'),
      'https://city.example/3,b',
    ],
    ['one without quotes', next('', '</2>;rel=next'), 'https://city.example/2'],
    ['one with several relations', next('', '</2>; rel="nofollow next"'), 'https://city.example/2'],
    ['one in capitals', next('', '</2>; REL="Next"'), 'https://city.example/2'],
    ['the document before the header', next('/a', '</b>; rel="next"'), 'https://city.example/a'],
    ['the number of pages', next('', '', '3'), `${ADDRESS}&page=2`],
    ['the number of pages, from a page', next('', '', '3', `${ADDRESS}&page=2`), `${ADDRESS}&page=3`],
    ['https where a server says http', next('http://city.example/2'), 'https://city.example/2'],
    ['nothing', next(''), ''],
    ['another relation', next('', '</2>; rel="nextish", </3>; rel="prev"; title="next"'), ''],
    ['the last of the pages', next('', '', '3', `${ADDRESS}&page=3`), ''],
    ['the only page', next('', '', '1'), ''],
    ['a number that is none', next('', '', 'many'), ''],
    ['another host', next('https://evil.example/2'), ''],
    ['another port', next('https://city.example:8443/2'), ''],
    ['another host in the header', next('', '<//evil.example/2>; rel="next"'), ''],
    ['a script', next('javascript:alert(1)'), ''],
    ['an address that is none', next('https://['), ''],
    ['a page of a document that is no page', next('2', '', '3', 'data:application/json,[]'), ''],
  ];
  for (const [why, found, expected] of cases) it(`reads ${why}`, () => expect(found).to.equal(expected));
});

describe('askForAll', () => {
  const ASKED = 'per_page=100&orderby=id&_embed=wp:term,wp:featuredmedia&_fields=…';
  const cases: [why: string, address: string, expected: string][] = [
    [
      'asks for large pages, with topics and images, and for the fields that are shown',
      'https://city.example/wp-json/wp/v2/posts',
      `https://city.example/wp-json/wp/v2/posts?${ASKED}`,
    ],
    [
      'asks so where addresses are plain',
      'https://city.example/?rest_route=/wp/v2/posts&categories=7#top',
      `https://city.example/?rest_route=/wp/v2/posts&categories=7&${ASKED}`,
    ],
    [
      'leaves what is asked for',
      'https://city.example/wp-json/wp/v2/practice?_embed&per_page=20&orderby=title&_fields=title,link,ort',
      'https://city.example/wp-json/wp/v2/practice?_embed&per_page=20&orderby=title&_fields=title,link,ort',
    ],
    [
      'leaves a list that is asked for in the way of PHP',
      'https://city.example/wp-json/wp/v2/posts?_fields[]=title&_embed%5B%5D=wp:term',
      'https://city.example/wp-json/wp/v2/posts?_fields[]=title&_embed%5B%5D=wp:term&per_page=100&orderby=id',
    ],
    [
      'keeps the direction of the order',
      'https://city.example/wp-json/wp/v2/posts?order=asc',
      `https://city.example/wp-json/wp/v2/posts?order=asc&${ASKED}`,
    ],
    [
      'asks so where plain addresses are escaped',
      'https://city.example/?rest_route=%2Fwp%2Fv2%2Fposts',
      `https://city.example/?rest_route=%2Fwp%2Fv2%2Fposts&${ASKED}`,
    ],
    ['asks nobody else', 'https://city.example/feed.json?page=1', 'https://city.example/feed.json?page=1'],
    ['asks no fragment', 'https://city.example/feed.json#/wp/v2/posts', 'https://city.example/feed.json#/wp/v2/posts'],
    ['adds nothing to data', 'data:,title,url%0AA,/wp/v2/posts', 'data:,title,url%0AA,/wp/v2/posts'],
  ];
  for (const [why, address, expected] of cases)
    it(why, () => expect(shortAddress(askForAll(address))).to.equal(expected));

  it('asks for the fields that a site adds, in the languages that the widget knows', () => {
    const asked = new URL(askForAll(ADDRESS)).searchParams.get('_fields')!.split(',');
    expect(asked).to.include.members(['id', 'slug', 'link', 'title', 'excerpt', 'content', 'meta', 'acf']);
    expect(asked).to.include.members(['_links', '_embedded', 'city', 'ort', 'pays', 'start_date', 'topics', 'lang']);
    expect(asked.filter((name) => /^(?:date|author|yoast_head)$/.test(name))).to.deep.equal([]);
  });

  it('stays shorter than the 2,000 characters that firewalls allow', () =>
    expect(askForAll(ADDRESS).length).to.be.below(1800));
});

describe('followPages', () => {
  const follow = async (next: Record<string, string>, maxPages = 9) => {
    const read: string[] = [];
    const unread = await followPages('1', next['1']!, maxPages, async (address) => {
      read.push(address);
      return next[address]!;
    });
    return [read.join(' '), unread];
  };

  it('reads all pages, each once', async () => {
    expect(await follow({1: ''})).to.deep.equal(['', '']);
    expect(await follow({1: '2', 2: '3', 3: ''})).to.deep.equal(['2 3', '']);
    expect(await follow({1: '2', 2: '1'})).to.deep.equal(['2', '']);
    expect(await follow({1: '2', 2: '3', 3: '2'})).to.deep.equal(['2 3', '']);
  });

  it('names the page that it does not read because there are too many', async () => {
    expect(await follow({1: '2', 2: '3', 3: '4', 4: ''}, 3)).to.deep.equal(['2 3', '4']);
    expect(await follow({1: '2', 2: '3', 3: '2'}, 3)).to.deep.equal(['2 3', '']);
  });
});
