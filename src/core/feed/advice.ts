import type {Practice} from '../practice.js';
import {sum} from '../sum.js';
import type {FeedWarning, RawFeed} from './feed.js';
import {textOf} from './json-value.js';
import {asksForPart} from './paging.js';
import {isWordPressAddress, shortAddress} from './wordpress-address.js';

// Advice about a feed that loaded, but that probably is not what the webmaster wants.

/** Records in RSS of WordPress, unless the settings of the site say otherwise. */
const RSS_LENGTH = 10;

/** What to do, by the code of an advice. */
export const remedies = {
  'no-posts': 'Check the numbers of categories and tags in the address (src), and whether they have published posts.',
  'no-places':
    'Name the fields as in “Field names” of docs/feed-formats.md. WordPress sends fields of your own only if PHP registers them (register_post_meta): see “Fields of your own” there.',
  'ten-posts':
    'Use the REST API of WordPress (/wp-json/wp/v2/posts), which has pages. Or raise “Syndication feeds show the most recent” in Settings → Reading.',
  'no-next-page':
    'Ask for more at once in the address of the feed, for example with limit= or per_page=, or use the address of an export. Or let the server name the next page (“next”).',
} as const;

type AdviceCode = keyof typeof remedies;

export const isAdvice = (code: string): code is AdviceCode => Object.hasOwn(remedies, code);

/** What looks wrong. */
export interface Advice {
  readonly code: AdviceCode;
  readonly message: string;
}

/** Looks at all pages of one feed, and its practices. */
export function adviseOn(pages: readonly RawFeed[], practices: readonly Practice[]): Advice[] {
  const {address, system} = pages[0]!;
  if (pages.every(({records}) => !records.length) && isWordPressAddress(address))
    return [{code: 'no-posts', message: describeNoPosts(shortAddress(address))}];
  if (system === 'wordpress' && practices.length && practices.every(({places}) => !places.length))
    return [{code: 'no-places', message: describeNoPlaces(shortAddress(address))}];
  if (system === 'wordpress-rss' && pages.length === 1 && pages[0]!.records.length === RSS_LENGTH)
    return [{code: 'ten-posts', message: describeTenPosts(address)}];
  const sent = sum(pages.map(({records}) => records.length));
  return adviseOnRest(address, sent, pages.at(-1)!);
}

/** Looks at what the last page of a feed says. All its pages together have `sent` records. */
export function adviseOnRest(address: string, sent: number, {next, total}: Pick<RawFeed, 'next' | 'total'>): Advice[] {
  const isLinked = typeof next === 'string' && next;
  return Number(textOf(total)) > sent && !isLinked && !asksForPart(address)
    ? [{code: 'no-next-page', message: describeRest(shortAddress(address), sent, textOf(total))}]
    : [];
}

/** An advice for the console and for events. */
export const toWarning = ({code, message}: Advice): FeedWarning => ({
  code,
  pointer: '',
  message: `${message} ${remedies[code]}`,
});

const describeNoPosts = (address: string) => `${address} contains no posts.`;

const describeNoPlaces = (address: string) => `No practice of ${address} has a city or a country.`;

const describeTenPosts = (address: string) =>
  `${address} has exactly 10 practices: RSS of WordPress leaves out all older posts.`;

const describeRest = (address: string, sent: number, total: string) =>
  `${address} has at least ${total} practices, but sent only ${sent} and names no next page.`;
