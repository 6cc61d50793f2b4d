import {expect} from '@open-wc/testing';
import {checkFeed} from '../../../../src/core/doctor/check-feed.js';
import {createReader, noGaps, type Gaps} from '../../../../src/core/engine/feed-reader.js';
import {parseFeed, readAnyFormat} from '../../../../src/core/feed/parse.js';
import {fixture} from '../../../support/read-format.js';

const POSTS = 'https://city.example/wp-json/wp/v2/posts?categories=2';
const RSS = 'https://city.example/?cat=2&feed=rss2';

/** What WordPress answered; see test/fixtures/wordpress/README.md. */
const recorded = async (file: string) => (await fetch(fixture(`../wordpress/${file}`))).text();

const pageOf = (address: string, text: string) => ({
  address,
  charset: '',
  chunks: [new TextEncoder().encode(text)],
  paging: ['', '', ''] as const,
  fingerprint: 0,
});

/** The warnings after the pages of one feed. */
async function warningsOf(address: string, texts: readonly string[], gaps: Gaps = noGaps) {
  const reader = createReader((page) => readAnyFormat(parseFeed(page)), {});
  for (const text of texts) await reader.add(0, pageOf(address, text));
  return (await reader.read(gaps)).info.warnings;
}
const codesOf = async (...args: Parameters<typeof warningsOf>) => (await warningsOf(...args)).map(({code}) => code);

/** Posts without fields and taxonomies of places. */
const withoutPlaces = async () =>
  (await recorded('posts.json')).replaceAll('"city"', '"other"').replaceAll('"country"', '"other"');

describe('advice about a server that has more than it sent', () => {
  const LIST = 'https://city.example/api/records?limit=2';
  const page = (total: number, next?: string) => JSON.stringify({results: [{titre: 'A'}, {titre: 'B'}], total, next});

  it('says how many are missing at least, and what to do', async () => {
    const [warning] = await warningsOf(LIST, [page(250)]);
    expect(warning).to.deep.include({code: 'no-next-page', pointer: ''});
    expect(warning!.message).to.match(
      /^https:\S+ has at least 250 practices, but sent only 2 and names no next page\. Ask for more at once/,
    );
  });
  it('counts all pages', async () => {
    expect(await codesOf(LIST, [page(4, '?page=2'), page(4)])).to.deep.equal([]);
    expect(await codesOf(LIST, [page(5, '?page=2'), page(5)])).to.deep.equal(['no-next-page']);
  });
  it('waits for the last page', async () =>
    expect(await codesOf(LIST, [page(4, '?page=2')], {...noGaps, isWhole: false})).to.deep.equal([]));
  it('is silent if the address asks for a later part', async () => {
    for (const part of ['page=2', 'offset=2', '$skip=2', 'resultOffset=2', 'pagination[page]=2', 'page%5Boffset%5D=2'])
      expect(await codesOf(`${LIST}&${part}`, [page(4)]), part).to.deep.equal([]);
    for (const all of ['page=1', 'offset=0', 'start=0', 'per_page=2', 'pagination[pageSize]=2'])
      expect(await codesOf(`${LIST}&${all}`, [page(4)]), all).to.deep.equal(['no-next-page']);
  });
});

describe('advice about WordPress', () => {
  it('says that a category has no posts', async () => {
    const all = JSON.parse(await recorded('refusals.json')) as {path: string; body: string}[];
    const {body} = all.find(({path}) => path.endsWith('=999999'))!;
    const {code, message} = (await warningsOf(POSTS, [body]))[0]!;
    expect(code).to.equal('no-posts');
    expect(message).to.equal(
      `${POSTS} contains no posts. Check the numbers of categories and tags in the address (src), and whether they have published posts.`,
    );
    expect(await codesOf('https://city.example/feed.json', [body])).to.deep.equal([]);
  });

  it('says how fields of a site get into the answer if no practice has a place', async () => {
    const posts = await withoutPlaces();
    const {code, message} = (await warningsOf(POSTS, [posts]))[0]!;
    expect(code).to.equal('no-places');
    expect(message)
      .to.include('No practice of https://city.example/')
      .and.to.match(/ Name the fields .*register_post_meta/);
  });
  it('is silent if one practice has a place, also on another page', async () => {
    expect(await codesOf(POSTS, [await recorded('posts.json')])).to.deep.equal([]);
    expect(await codesOf(POSTS, [await withoutPlaces(), await recorded('posts.json')])).to.deep.equal([]);
  });
  it('waits for the last page', async () =>
    expect(await codesOf(POSTS, [await withoutPlaces()], {...noGaps, isWhole: false})).to.deep.equal([]));

  it('says that RSS leaves out older posts', async () => {
    const rss = await recorded('rss.xml');
    expect(rss.split('<item>')).to.have.length(11);
    const {code, message} = (await warningsOf(RSS, [rss]))[0]!;
    expect(code).to.equal('ten-posts');
    expect(message).to.include('has exactly 10 practices').and.to.include('/wp-json/wp/v2/posts');
  });
  it('is silent about nine items, and about RSS of other programs', async () => {
    const rss = await recorded('rss.xml');
    expect(await codesOf(RSS, [rss.replace(/<item>[^]*?<\/item>/, '')])).to.deep.equal([]);
    expect(await codesOf(RSS, [rss.replace(/<generator>.*/, '')])).to.deep.equal([]);
  });

  it('is a note in the report of a check', async () => {
    const {findings} = checkFeed(pageOf(RSS, await recorded('rss.xml')));
    const found = findings.find(({code}) => code === 'ten-posts')!;
    expect(found).to.include({severity: 'note', count: 1});
    expect(found.hint).to.include('Settings → Reading');
  });
});
