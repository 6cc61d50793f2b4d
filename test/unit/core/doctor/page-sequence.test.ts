import {expect} from '@open-wc/testing';
import {checkFeed} from '../../../../src/core/doctor/check-feed.js';
import {createPageSequence} from '../../../../src/core/doctor/page-sequence.js';
import type {FetchedFeed} from '../../../../src/core/feed/fetch.js';

const ADDRESS = 'https://city.example/wp-json/wp/v2/posts';

const fetched = (page: number, content: unknown, headers: readonly [string, string, string]): FetchedFeed => ({
  address: `${ADDRESS}?page=${page}`,
  charset: '',
  chunks: [new TextEncoder().encode(JSON.stringify(content))],
  paging: headers,
  fingerprint: 0,
});

const post = (id: number) => ({id, slug: `p${id}`, title: {rendered: `Practice ${id}`}});

/** Adds pages of one post each. Each has a total, or none. @returns how many posts are missing */
function missingOf(...totals: readonly string[]): number {
  const sequence = createPageSequence(ADDRESS);
  for (const [i, total] of totals.entries()) {
    const page = fetched(i + 1, [post(i)], ['', String(totals.length), total]);
    sequence.add(page, checkFeed(page));
  }
  return sequence.findMissingPosts()?.count ?? 0;
}

describe('the pages of a feed that is checked', () => {
  it('lack posts according to the number that the last page has', () => {
    expect(missingOf('3', '3')).to.equal(1);
    expect(missingOf('3', '2')).to.equal(0);
    expect(missingOf('3', '')).to.equal(0);
    expect(missingOf('9')).to.equal(0);
  });

  it('lead from one to the next, and end with a page that is empty or cannot be read', () => {
    const sequence = createPageSequence(ADDRESS);
    const add = (page: number, content: unknown) => {
      const read = fetched(page, content, ['', '9', '']);
      return sequence.add(read, checkFeed(read));
    };
    expect(add(1, [post(1)])).to.equal(`${ADDRESS}?page=2`);
    expect(add(2, [])).to.equal('');
    expect(add(3, 'no feed')).to.equal('');
  });

  it('know how the first page describes the facets', () => {
    const sequence = createPageSequence('https://city.example/feed.json');
    const facets = [{name: 'target', label: 'Target group'}];
    const content = {facets, practices: [{title: 'A', target: 'Families'}], next_url: 'two.json'};
    const page = fetched(1, content, ['', '', '']);
    expect(sequence.facets).to.equal(undefined);
    sequence.add(page, checkFeed(page));
    expect(JSON.stringify(sequence.facets)).to.contain('Target group');
  });
});
