import {expect} from '@open-wc/testing';
import {createPostCounter, describeMissingPosts} from '../../../../src/core/feed/paging.js';

const ADDRESS = 'https://city.example/wp-json/wp/v2/posts?per_page=2';
const post = (id: number) => ({id, title: `Post ${id}`, url: `https://city.example/${id}`});
const page = (total: string, address = ADDRESS) => ({address, paging: ['', '2', total] as const});

describe('createPostCounter', () => {
  /** How many posts are missing after the last of these pages. */
  const cases: [why: string, pages: [total: string, ids: number[]][], expected: number, address?: string][] = [
    ['none when all have come', [['4', [1, 2]], ['4', [3, 4]]], 0],
    ['one for a post that came twice', [['4', [1, 2]], ['4', [2, 3]]], 1],
    ['by the number of the last page', [['3', [1, 2]], ['4', [2, 3]]], 1],
    ['none when one was deleted meanwhile', [['4', [1, 2]], ['3', [3]]], 0],
    ['none when the number is hidden', [['', [1, 2]], ['', [2, 3]]], 0],
    ['none when the number is no number', [['many', [1, 2]]], 0],
    ['none of a later page', [['9', [3, 4]]], 0, `${ADDRESS}&page=2`],
    ['none after an offset', [['9', [3, 4]]], 0, `${ADDRESS}&offset=5`],
    ['one from the first page by its number', [['3', [1, 2]]], 1, `${ADDRESS}&page=1`],
  ]; // prettier-ignore
  for (const [why, pages, expected, address] of cases)
    it(`finds ${why}`, () => {
      const countPosts = createPostCounter();
      expect(pages.map(([total, ids]) => countPosts(page(total, address), ids.map(post))).at(-1)).to.equal(expected);
    });
});

describe('describeMissingPosts', () => {
  it('names the wrong order as the cause, and the fix', () => {
    expect(describeMissingPosts(ADDRESS, 3)).to.match(
      /^3 posts are missing from .*orderby=id to the address of the feed\.$/,
    );
  });
  it('names other causes if the order is right', () => {
    expect(describeMissingPosts(`${ADDRESS}&orderby=id`, 1)).to.match(/^1 post is missing from .*plugin/);
  });
});
