import {writeJsonLd} from '../core/feed/write/json-ld.js';
import {writeStaticHtml} from '../core/feed/write/static-html.js';
import {readPractices} from './read-practices.js';
import type {FeedSource, ReadOptions} from './read-source.js';
import {withRelativeAddresses} from './relative-addresses.js';

export interface PrerenderOptions extends ReadOptions {
  /** The language of the words in the list, as a BCP 47 tag. Default: the language of the feed, otherwise English. */
  readonly language?: string | undefined;
}

/**
 * Writes a feed as HTML for between the tags of the widget: a list for readers without scripts, and JSON-LD for search engines. All texts
 * in it are escaped. Throws an `UnreadableFeedError` if a part of the feed cannot be read, and a `TypeError` for options that make no sense.
 */
export async function prerender(feed: FeedSource, options: PrerenderOptions = {}): Promise<string> {
  const [absolute, labels] = await readPractices(feed, options);
  const {practices} = withRelativeAddresses(absolute);
  const jsonLd = `<script type="application/ld+json">${writeJsonLd(practices, labels)}</script>\n`;
  return writeStaticHtml(practices, labels) + jsonLd;
}
