import {writeCsv} from '../core/feed/write/csv.js';
import {writeNativeJson} from '../core/feed/write/native-json.js';
import {withRelativeAddresses} from '../core/feed/write/relative-addresses.js';
import {splitFeed} from '../core/feed/write/split-feed.js';
import {writeJsonLd, writeStaticHtml} from '../core/feed/write/static-html.js';
import {readPractices} from './read-practices.js';
import type {FeedSource, ReadOptions} from './read-source.js';

export interface ConvertOptions extends ReadOptions {
  /** `json`: the widget's own format. `csv`: a table. */
  readonly to: 'json' | 'csv';
  /**
   * The language of the words in a table, as a BCP 47 tag. Default: the language of the feed,
   * otherwise English.
   */
  readonly language?: string | undefined;
}

/** A feed in another format. */
export interface Conversion {
  /** The content of the file, to be written as UTF-8. */
  readonly text: string;
  /** How many practices it has. */
  readonly practices: number;
}

/** A feed in parts. */
export interface SplitConversion {
  /**
   * The content of each file by its path, to be written as UTF-8 into one folder: `feed.json` with
   * summaries, `texts.json` with the full texts of all practices, and `details/<id>.json` with one
   * practice. Only `feed.json` if there are no full texts.
   */
  readonly files: ReadonlyMap<string, string>;
  /** How many practices the feed has. */
  readonly practices: number;
}

/**
 * Converts a feed, with all pages that follow its address and all full texts. Throws an
 * `UnreadableFeedError` if any of these cannot be read, and a `TypeError` for options that make no
 * sense.
 */
export async function convert(feed: FeedSource, options: ConvertOptions): Promise<Conversion> {
  // JavaScript may pass anything.
  const {to} = options as {to: string};
  if (to !== 'json' && to !== 'csv') throw new TypeError(`“${to}” is not a format to convert to. Use json or csv.`);
  const [absolute, labels] = await readPractices(feed, options);
  const converted = withRelativeAddresses(absolute);
  const {practices} = converted;
  const text = to === 'csv' ? writeCsv(practices, labels) : `${writeNativeJson(converted, practices)}\n`;
  return {text, practices: practices.length};
}

/**
 * Divides a large feed into a list and full texts, which the widget fetches when it needs them.
 * Throws as `convert` does.
 */
export async function split(feed: FeedSource, options: ReadOptions = {}): Promise<SplitConversion> {
  const [absolute] = await readPractices(feed, options);
  const {list, texts} = splitFeed(withRelativeAddresses(absolute));
  const {details} = splitFeed(withRelativeAddresses(absolute, 'details/'));
  const files = new Map([...details, ['feed.json', list]]);
  if (details.size) files.set('texts.json', texts);
  return {
    files: new Map([...files].map(([path, text]) => [path, `${text}\n`])),
    practices: absolute.practices.length,
  };
}

export interface PrerenderOptions extends ReadOptions {
  /**
   * The language of the words in the list, as a BCP 47 tag. Default: the language of the feed,
   * otherwise English.
   */
  readonly language?: string | undefined;
}

/**
 * Writes a feed as HTML for between the tags of the widget: a list for readers without scripts, and
 * JSON-LD for search engines. All texts in it are escaped. Throws an `UnreadableFeedError` if a
 * part of the feed cannot be read, and a `TypeError` for options that make no sense.
 */
export async function prerender(feed: FeedSource, options: PrerenderOptions = {}): Promise<string> {
  const [absolute, labels] = await readPractices(feed, options);
  const {practices} = withRelativeAddresses(absolute);
  const jsonLd = `<script type="application/ld+json">${writeJsonLd(practices, labels)}</script>\n`;
  return writeStaticHtml(practices, labels) + jsonLd;
}
