import type {FetchedFeed} from './fetch.js';
import {sameHostUrl} from './normalize/same-host-url.js';

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
