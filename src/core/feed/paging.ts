import type {FetchedFeed} from './fetch.js';
import {fieldsOf} from './json-value.js';
import {sameHostUrl} from './normalize/safe-url.js';
import {ASKED_PARAMETERS, isWordPressAddress, shortAddress} from './wordpress-address.js';

/** Pages of a feed that are read. */
export const MAX_PAGES = 20;
/**
 * How long one feed may take, with all of its pages: 7 MB, which are 20,000 practices, take two and a
 * half minutes at 400 kbit/s. A server that falls silent is given up sooner.
 */
export const FEED_DEADLINE_MS = 300_000;

/**
 * Asks WordPress for everything that the widget shows, and for little else: a hundred records a
 * page, with topics and images. By default it sends ten records without these. It sorts by date,
 * and posts of the same date differently on each page, so some would come twice and others never:
 * sort by id. Parameters in the address take precedence.
 */
export function askForAll(address: string): string {
  if (!isWordPressAddress(address)) return address;
  let asked = address.split('#')[0]!;
  for (const [name, value] of Object.entries(ASKED_PARAMETERS))
    if (!new RegExp(`[?&]${name}(?:[=&[%]|$)`).test(asked))
      asked += `${asked.includes('?') ? '&' : '?'}${name}=${value}`;
  return asked;
}

/**
 * The address of the next page, absolute; `''` if there is none, or if it is on another host. The
 * document's own link takes precedence over the headers: `Link` (RFC 8288), or the number of pages
 * in WordPress.
 */
export function nextPage(
  {address, paging: [link, pages]}: Pick<FetchedFeed, 'address' | 'paging'>,
  linked: string,
): string {
  const named = linked || nextLink(link);
  return sameHostUrl(URL.canParse(named, address) && named ? named : nextNumber(address, Number(pages)), address);
}

/**
 * `<https://city.example/feed?page=2>; rel="next", <…>; rel=last`. Addresses may contain commas.
 */
function nextLink(header: string): string {
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next[\s"]|next\b)/i.test(parameters)) return target;
  return '';
}

/**
 * Follows a feed from its first page to all others with `read`, which returns the address of the
 * next page. Ends after a page without one, and before a page that was read already, even if a
 * server names it again.
 *
 * @param first what the first page was read from
 * @param next the address that it names
 * @returns the address of the first page that is not read because of `maxPages`; `''` if all are
 * read
 */
export async function followPages(
  first: unknown,
  next: string,
  maxPages: number,
  read: (address: string) => Promise<string>,
): Promise<string> {
  const seen = new Set([first]);
  let address = next;
  while (address && !seen.has(address)) {
    if (seen.size === maxPages) return address;
    seen.add(address);
    address = await read(address);
  }
  return '';
}

function nextNumber(address: string, pages: number): string {
  const url = new URL(address);
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!(page < pages)) return '';
  url.searchParams.set('page', String(page + 1));
  return url.href;
}

/** Parameters with the number of a page or of a record: `page`, `$skip`, `pagination[page]`. */
const POSITION = /(?:(?:^|\[)page|offset|start|skip)\]?$/i;

/**
 * Whether an address asks for a later part of a feed. Then what comes before it is missing on
 * purpose, but servers still say how many records there are in all.
 */
export const asksForPart = (address: string): boolean =>
  [...new URLSearchParams(address.split('?')[1])].some(([name, value]) => POSITION.test(name) && Number(value) > 1);

/**
 * Counts a page of a feed. Returns the number of posts that are missing so far; 0 if the server
 * does not send how many there are.
 */
export type CountPosts = (page: Pick<FetchedFeed, 'address' | 'paging'>, records: readonly unknown[]) => number;

/**
 * Compares the different posts on the pages of a feed with the number that WordPress sends
 * (`X-WP-Total`). The page counted last is right: posts may come and go meanwhile. A server of
 * another origin may hide the number (`Access-Control-Expose-Headers`).
 */
export function createPostCounter(): CountPosts {
  const posts = new Set<string>();
  let isPart: boolean | undefined;
  return ({address, paging: [, , total]}, records) => {
    isPart ??= asksForPart(address);
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
  return `${are} missing from ${shortAddress(address)}, according to the number that WordPress sends (X-WP-Total). ${why}`;
}
