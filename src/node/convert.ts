import {lastChange, type Channel} from '../core/feed/write/channel.js';
import {writeCsv} from '../core/feed/write/csv.js';
import {writeGeoJson} from '../core/feed/write/geojson.js';
import {writeJsonFeed} from '../core/feed/write/json-feed.js';
import {writeNativeJson} from '../core/feed/write/native-json.js';
import {withoutRelativeAddresses, withRelativeAddresses} from '../core/feed/write/relative-addresses.js';
import {splitFeed} from '../core/feed/write/split-feed.js';
import {writeJsonLd, writeStaticHtml} from '../core/feed/write/static-html.js';
import {writeAtom, writeRss} from '../core/feed/write/syndication.js';
import {isUrlKey} from '../core/state/route.js';
import {warnOfUnreadDetails} from './full-texts.js';
import {readPractices, type PracticeOptions, type ReadPractices} from './read-practices.js';
import {isBase, type FeedSource} from './read-source.js';
import {shownAddress} from './shown-address.js';

/**
 * `json`: the widget's own format. `csv`: a table. `rss`, `atom` and `json-feed`: for feed readers.
 * `geojson`: for maps.
 */
export const targetFormats = ['json', 'csv', 'rss', 'atom', 'json-feed', 'geojson'] as const;
export type TargetFormat = (typeof targetFormats)[number];

/** Where the list is, and where what is written will be. */
export interface PublicationOptions extends PracticeOptions {
  /**
   * The absolute address of the page with the list. Practices without an address of their own link
   * to it. RSS, Atom and pages need it. If it ends with `#`, the widget has `url="hash"`.
   */
  readonly page?: string | undefined;
  /** The attribute `url-key` of the list. Default: `gp`. */
  readonly urlKey?: string | undefined;
  /** The absolute address where the result will be published. Pages need it. */
  readonly url?: string | undefined;
}

export interface ConvertOptions extends PublicationOptions {
  readonly to: TargetFormat;
}

/** A feed in another format. */
export interface Conversion {
  /** The content of the file, to be written as UTF-8. */
  readonly text: string;
  /** How many practices it has. */
  readonly practices: number;
  /** How many practices the feed has without the filter. */
  readonly total: number;
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
  // JavaScript may pass anything, or nothing.
  const to = (options as ConvertOptions | undefined)?.to;
  if (!to || !targetFormats.includes(to))
    throw new TypeError(`“${String(to)}” is not a format to convert to. Use ${targetFormats.join(', ')}.`);
  checkPublication(options);
  if ((to === 'rss' || to === 'atom') && !options.page)
    throw new TypeError(`${to} needs page, the address of the page with the list. Each practice links to it.`);
  const read = await readPractices(feed, options, {keepsTexts: to === 'json'});
  if (to !== 'json') warnOfUnreadDetails(read.feed.practices, options);
  return {text: write(read, options), practices: read.feed.practices.length, total: read.total};
}

function write(read: ReadPractices, options: ConvertOptions): string {
  const {to} = options;
  if (to === 'csv' || to === 'json') {
    const converted = withRelativeAddresses(read.feed);
    const {facets, practices} = converted;
    return to === 'csv' ? writeCsv(practices, read.labels, facets) : `${writeNativeJson(converted, practices)}\n`;
  }
  const channel = toChannel(read, options);
  if (to === 'json-feed') return writeJsonFeed(channel);
  if (to === 'geojson') return writeGeoJson(channel);
  if (to === 'atom' && !lastChange(channel))
    options.onWarning?.(
      'Atom demands a date for each practice, and neither the feed nor a practice has one. They have the time of now. ' +
        'Add “updated” to the feed, so that feed readers do not take each practice for changed every time.',
    );
  // `convert` has made sure that there is a page.
  const linked = {...channel, page: channel.page!};
  return to === 'rss' ? writeRss(linked) : writeAtom(linked);
}

/** Throws a `TypeError` for addresses that are none. */
export function checkPublication({page, url, urlKey}: PublicationOptions): void {
  for (const [name, value] of Object.entries({page, url}))
    if (value !== undefined && !isBase(value))
      throw new TypeError(
        `“${shownAddress(value)}” is not an absolute address. ${name} is one, such as https://city.example/practices.`,
      );
  if (urlKey !== undefined && !isUrlKey(urlKey))
    throw new TypeError(
      `“${urlKey}” is no url-key. It has letters, digits, hyphens, dots and underscores, such as edu.`,
    );
}

/** What is published outside of the page. Relative addresses would lead elsewhere there. */
export function toChannel({feed, labels, refinements}: ReadPractices, options: PublicationOptions): Channel {
  const {language = feed.language, onWarning, page, url = '', urlKey = 'gp'} = options;
  const [absolute, count] = withoutRelativeAddresses(feed);
  if (count)
    onWarning?.(
      `${count === 1 ? 'One practice has' : `${count} practices have`} relative addresses, which were left out. ` +
        'Name the address of the feed: --base on the command line, base in a script.',
    );
  return {
    info: absolute,
    practices: absolute.practices,
    labels,
    language,
    refinements,
    page: page === undefined ? null : {address: page, urlKey},
    url,
    now: new Date(),
  };
}

/**
 * Divides a large feed into a list and full texts, which the widget fetches when it needs them.
 * Throws as `convert` does.
 */
export async function split(source: FeedSource, options: PracticeOptions = {}): Promise<SplitConversion> {
  const {feed: absolute} = await readPractices(source, options);
  const {list, texts} = splitFeed(withRelativeAddresses(absolute));
  const {details} = splitFeed(withRelativeAddresses(absolute, 'details/'));
  const files = new Map([...details, ['feed.json', list]]);
  if (details.size) files.set('texts.json', texts);
  return {
    files: new Map([...files].map(([path, text]) => [path, `${text}\n`])),
    practices: absolute.practices.length,
  };
}

export type PrerenderOptions = PracticeOptions;

/**
 * Writes a feed as HTML for between the tags of the widget: a list for readers without scripts, and
 * JSON-LD for search engines. All texts in it are escaped. Throws an `UnreadableFeedError` if a
 * part of the feed cannot be read, and a `TypeError` for options that make no sense.
 */
export async function prerender(source: FeedSource, options: PrerenderOptions = {}): Promise<string> {
  const {feed, labels} = await readPractices(source, options);
  const {practices} = withRelativeAddresses(feed);
  const jsonLd = `<script type="application/ld+json">${writeJsonLd(practices, labels)}</script>\n`;
  return writeStaticHtml(practices, labels) + jsonLd;
}
