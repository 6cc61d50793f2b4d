import type {FetchedFeed} from './fetch.js';
import {fieldsOf} from './json-value.js';
import {sameHostUrl} from './normalize/safe-url.js';

/** So many pages of a feed are read. */
export const MAX_PAGES = 20;

/**
 * The address that asks WordPress for all that it has, a hundred records a page, with topics and images. By default WordPress sends
 * ten records, without these. It sorts by date, and sorts posts of one date differently on each page: some would come twice and
 * others never. So it is asked to sort by id. What the address asks for already stays.
 */
export function askForAll(address: string): string {
  if (!/^http[^#]*(?:\/|%2F)wp(?:\/|%2F)v2(?:\/|%2F)/i.test(address)) return address;
  let asked = address.split('#')[0]!;
  const add = (wish: string) => (asked += (asked.includes('?') ? '&' : '?') + wish);
  if (!/[?&]per_page=/.test(asked)) add('per_page=100');
  if (!/[?&]orderby=/.test(asked)) add('orderby=id');
  if (!/[?&]_embed/.test(asked)) add('_embed');
  return asked;
}

/**
 * Where the next page of a feed is, absolute; `''` where there is none, or it is of another host. `said` is what the document says;
 * else the headers count: `Link` (RFC 8288), or how many pages WordPress has.
 */
export function nextPage(
  {address, paging: [link, pages]}: Pick<FetchedFeed, 'address' | 'paging'>,
  said: string,
): string {
  const named = said || nextLink(link);
  return sameHostUrl(URL.canParse(named, address) && named ? named : nextNumber(address, Number(pages)), address);
}

/** `<https://city.example/feed?page=2>; rel="next", <…>; rel=last`: an address may have commas in it. */
function nextLink(header: string): string {
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(parameters)) return target;
  return '';
}

function nextNumber(address: string, pages: number): string {
  const url = new URL(address);
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!(page < pages)) return '';
  url.searchParams.set('page', String(page + 1));
  return url.href;
}

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
    : 'WordPress sorts posts of the same date or title differently on each page. Write orderby=id in the address.';
  return `${are} missing from ${address}, by the number that WordPress sends (X-WP-Total). ${why}`;
}
