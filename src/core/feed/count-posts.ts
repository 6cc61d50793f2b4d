import type {FetchedFeed} from './fetch.js';
import {fieldsOf} from './formats/json-fields.js';

/** Counts a further page of a feed. Returns how many posts are missing so far; 0 if nobody says how many there are. */
export type CountPosts = (page: Pick<FetchedFeed, 'address' | 'paging'>, records: readonly unknown[]) => number;

/**
 * Compares the different posts on the pages of a feed with the number that WordPress sends (`X-WP-Total`). The page counted last is
 * right: posts may come and go meanwhile. A server of another origin may hide the number (`Access-Control-Expose-Headers`).
 */
export function createPostCounter(): CountPosts {
  const posts = new Set<string>();
  /** Whether the address asks for a part: WordPress still sends the number of all. */
  let isPart: boolean | undefined;
  return ({address, paging: [, , total]}, records) => {
    isPart ??= /[?&](?:offset=|page=(?!1\b))/.test(address);
    if (isPart || !total) return 0;
    for (const record of records) {
      const {id, title, url} = fieldsOf(record);
      posts.add(JSON.stringify([id, url, title]));
    }
    return Math.max(0, Number(total) - posts.size) || 0;
  };
}

/** What happened, the likely cause, and what to do. */
export function describeMissingPosts(address: string, missing: number): string {
  const [are, them] = missing === 1 ? ['1 post is', 'it'] : [`${missing} posts are`, 'them'];
  const why = /[?&]orderby=id\b/.test(address)
    ? `Perhaps a plugin changes the order, a cache sends old pages, or visitors may not read ${them}. Clear the cache, then check the plugins.`
    : 'WordPress sorts posts of the same date or title differently on each page. Add orderby=id to the address of the feed.';
  return `${are} missing from ${address}, according to the number that WordPress sends (X-WP-Total). ${why}`;
}
