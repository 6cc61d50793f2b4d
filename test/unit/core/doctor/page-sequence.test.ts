import {expect} from '@open-wc/testing';
import {checkFeed} from '../../../../src/core/doctor/check-feed.js';
import {createPageSequence, type PageSequence} from '../../../../src/core/doctor/page-sequence.js';
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
  return sequence.findMissing()?.count ?? 0;
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

  describe('lack records according to the number that the document says', () => {
    const list = 'https://city.example/api/records';
    const page = (total: number, next?: string) => ({results: [{titre: 'A'}, {titre: 'B'}], total, next});
    const add = (sequence: PageSequence, content: object, isFile = false) => {
      const read = {...fetched(1, content, ['', '', '']), address: list};
      return sequence.add(isFile ? undefined : read, checkFeed(read));
    };
    it('on one page, also in a file', () => {
      for (const isFile of [false, true]) {
        const sequence = createPageSequence(list);
        add(sequence, page(250), isFile);
        const issue = sequence.findMissing()!;
        expect(issue).to.include({code: 'no-next-page', count: 248});
        expect(issue.message).to.equal(`${list} has at least 250 practices, but sent only 2 and names no next page.`);
      }
    });
    it('but not in a file that names a further page', () => {
      const sequence = createPageSequence(list);
      add(sequence, page(250, '?page=2'), true);
      expect(sequence.findMissing()).to.equal(null);
    });
    it('on all pages together', () => {
      for (const [total, code] of [
        [4, undefined],
        [5, 'no-next-page'],
      ] as const) {
        const sequence = createPageSequence(list);
        expect(add(sequence, page(total, '?page=2'))).to.equal(`${list}?page=2`);
        add(sequence, page(total));
        expect(sequence.findMissing()?.code).to.equal(code);
      }
    });
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
