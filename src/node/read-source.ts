import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {types} from 'node:util';
import {startDeadline} from '../core/feed/deadline.js';
import {FeedError, type FeedErrorCode} from '../core/feed/feed-error.js';
import {fetchFeed, MAX_BYTES, type FeedBytes, type FetchedFeed} from '../core/feed/fetch.js';
import {formatNames, isFormatName, type FormatName} from '../core/feed/formats/read-document.js';
import {askForAll, FEED_DEADLINE_MS, followPages, MAX_PAGES, nextPage} from '../core/feed/paging.js';
import {UNKNOWN_FOLDER} from '../core/feed/write/relative-addresses.js';
import {count} from '../core/text/count.js';
import {hasLogin, shownAddress} from './shown-address.js';

/**
 * A feed:
 * - a text: an address (`https:` or `http:`), otherwise the path of a file
 * - a `URL`: `https:`, `http:` or `file:`
 * - bytes: the content of a file of any format, such as a `Buffer` or an `ArrayBuffer`
 * - a list or a plain object: a JSON feed after `JSON.parse`
 */
export type FeedSource =
  | string
  | URL
  | ArrayBuffer
  | ArrayBufferView
  | readonly unknown[]
  | {readonly [name: string]: unknown};

/** How a feed is read. */
export interface ReadOptions {
  /**
   * The absolute address where the feed is published, or will be. Relative addresses in the feed
   * start there. Default: the address that it is fetched from. Without any, relative addresses stay
   * relative.
   */
  readonly base?: string | undefined;
  /** The format of the feed. Default: the format that the content shows. */
  readonly format?: FormatName | undefined;
  /** Filters that the feed does not describe, with spaces between them: `target:list budget:number`. */
  readonly facets?: string | undefined;
  /**
   * How long a feed may take that is fetched, with all its pages and its full texts, in seconds.
   * Default: 300.
   */
  readonly timeoutSeconds?: number | undefined;
  /** How many pages of a feed are read. Default: 20. */
  readonly maxPages?: number | undefined;
  /** The largest size of each document of a feed, in bytes, uncompressed. Default: 80,000,000. */
  readonly maxBytes?: number | undefined;
  /**
   * What messages and reports call the feed. Default: its address or path; for bytes and objects,
   * `the feed`.
   */
  readonly name?: string | undefined;
  /**
   * Called while the feed is read, with the bytes that are fetched (counted anew for each page), or
   * the practices that are checked.
   */
  readonly onProgress?: ((count: number, unit: 'bytes' | 'practices') => void) | undefined;
  /**
   * Called with what was done differently from what the options may have meant, in plain English:
   * for example, no practice matches `filter`.
   */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * The feed cannot be read. `message` says why in plain English, for a webmaster; `cause` is the
 * error behind it.
 */
export class UnreadableFeedError extends Error {
  override readonly name = 'UnreadableFeedError';

  constructor(
    /**
     * `unreadable-file`: Node cannot read the file. `too-many-pages`: the feed has more pages than
     * `maxPages`. The other codes are those of feeds in the browser.
     */
    readonly code: FeedErrorCode | 'unreadable-file' | 'too-many-pages',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A document of a feed: its bytes, and the name that messages give it. */
export interface Source extends FeedBytes {
  readonly name: string;
  /** As it was fetched, where it was. */
  readonly fetched?: FetchedFeed;
  /** The path, where it is a file. */
  readonly file?: string;
}

/** What messages call a feed. */
export function nameOf(feed: FeedSource, {name}: ReadOptions): string {
  return name ?? shownAddress(feed instanceof URL ? feed.href : typeof feed === 'string' ? feed : 'the feed');
}

/** Throws a `TypeError` that says what is wrong with the values that a caller gave. */
function checkValues(feed: FeedSource, {base, format, maxBytes, maxPages, timeoutSeconds}: ReadOptions): void {
  if (!isFeed(feed))
    throw new TypeError(
      'A feed is an address, the path of a file, a URL, bytes, or the object that JSON.parse returns.',
    );
  checkLogin(feed);
  if (format !== undefined && !isFormatName(format))
    throw new TypeError(`Unknown format: “${String(format)}”. Formats: ${formatNames.join(', ')}.`);
  if (base && !isBase(base))
    throw new TypeError(
      `“${shownAddress(base)}” is not an absolute address. The base of a feed is one, such as https://city.example/feed.json.`,
    );
  for (const [name, value] of Object.entries({maxBytes, maxPages}))
    if (value !== undefined && !(Number.isInteger(value) && value > 0))
      throw new TypeError(`${name} is “${String(value)}”. It must be a whole number above 0.`);
  if (timeoutSeconds !== undefined && !(typeof timeoutSeconds === 'number' && timeoutSeconds > 0))
    throw new TypeError(`timeoutSeconds is “${String(timeoutSeconds)}”. It must be a number above 0.`);
}

/** Throws a `TypeError` for the address of a feed with a user or a password, with which nothing is loaded. */
export function checkLogin(feed: FeedSource): void {
  const place = feed instanceof URL ? feed.href : feed;
  if (typeof place === 'string' && /^https?:/i.test(place) && hasLogin(place))
    throw new TypeError(
      'The address of the feed contains a user or a password, which logs would keep. Download the feed by another program, and name the file.',
    );
}

/** JavaScript may pass anything, such as a promise, a stream or the answer of `fetch`. */
function isFeed(feed: unknown): boolean {
  if (typeof feed !== 'object' || feed === null) return typeof feed === 'string' && feed !== '';
  const isBytes = ArrayBuffer.isView(feed) || types.isAnyArrayBuffer(feed);
  return isBytes || feed instanceof URL || Array.isArray(feed) || isPlain(feed);
}

/** Test runners have several `Object`, so their prototypes are not compared. */
function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a feed can be published at this address, without a user and a password. */
export function isBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const {password, protocol, username} = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password;
}

/** How one call reads the documents of a feed. */
export interface Reading extends ReadOptions {
  /** Whether the result keeps the address of full texts that are out of reach. */
  readonly keepsTexts?: boolean;
  /** Aborts when the time of the feed is over. */
  readonly signal: AbortSignal;
  /** Whether the feed itself names the document, so that only its host may answer. */
  readonly staysOnHost?: boolean;
}

/** The longest time of a timer. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Reads a feed within the time that it has. Throws a `TypeError` for values that make no sense.
 */
export async function readInTime<T>(
  feed: FeedSource,
  options: ReadOptions,
  read: (options: Reading) => Promise<T>,
): Promise<T> {
  checkValues(feed, options);
  const {timeoutSeconds = FEED_DEADLINE_MS / 1000} = options;
  const message =
    `${nameOf(feed, options)} took longer than ${count(timeoutSeconds, 'second')} with all its pages. ` +
    raise('Split the feed', '--timeout', 'timeoutSeconds');
  const {end, signal} = startDeadline(Math.min(timeoutSeconds * 1000, MAX_TIMER_MS), message);
  try {
    return await read({...options, signal});
  } finally {
    end();
  }
}

/** What to do about a limit. */
const raise = (otherwise: string, option: string, name: string) =>
  `${otherwise}, or raise the limit: ${option} on the command line, ${name} in a script.`;

/**
 * Reads a feed and its further pages with `read`, which returns the address of the next page.
 *
 * @returns the address of the first page that is not read because of `maxPages`; `''` if all are
 * read
 */
export async function readPages(
  feed: FeedSource,
  options: Reading,
  read: (page: FeedSource, options: Reading) => Promise<string>,
): Promise<string> {
  const {maxPages = MAX_PAGES} = options;
  const first = feed instanceof URL ? feed.href : feed;
  // Only the first page has the caller's name. The others are called by their addresses.
  const further: Reading = {...options, name: undefined, staysOnHost: true};
  return followPages(first, await read(feed, options), maxPages, (page) => read(page, further));
}

/** The error for a feed that must be read whole. */
export const tooManyPages = (next: string, {maxPages = MAX_PAGES}: ReadOptions) =>
  new UnreadableFeedError(
    'too-many-pages',
    `${next} and the pages after it were not read: the limit is ${count(maxPages, 'page')}. ` +
      raise('Put more practices on each page', '--max-pages', 'maxPages'),
  );

/** Reads a feed, or one page of it. Throws an `UnreadableFeedError`. */
export async function readSource(feed: FeedSource, options: Reading): Promise<Source> {
  const {base, maxBytes = MAX_BYTES, onProgress, signal, staysOnHost} = options;
  const name = nameOf(feed, options);
  const place = feed instanceof URL ? feed.href : feed;
  try {
    if (typeof place === 'string' && /^https?:/i.test(place)) {
      const fetched = await fetchFeed(askForAll(place), {
        signal,
        maxBytes,
        staysOnHost,
        onProgress: (bytes) => onProgress?.(bytes, 'bytes'),
      });
      return {...fetched, address: base || fetched.address, name, fetched};
    }
    const path = typeof place !== 'string' ? '' : feed instanceof URL ? fileURLToPath(feed) : place;
    const bytes = path ? await readFile(path) : toBytes(place);
    if (bytes.length > maxBytes) throw new FeedError('too-large', '');
    const address = base || UNKNOWN_FOLDER + encodeURIComponent(basename(path) || 'feed');
    return {address, charset: '', chunks: [new Uint8Array(bytes)], name, file: path};
  } catch (error) {
    if (error instanceof FeedError && error.code === 'too-large')
      throw new UnreadableFeedError(
        'too-large',
        `${name} is larger than ${count(maxBytes, 'byte')}. ${raise('Make the feed smaller', '--max-bytes', 'maxBytes')}`,
        {cause: error},
      );
    throw toUnreadable(error, name, typeof place === 'string' ? place : name);
  }
}

function toBytes(feed: unknown): Uint8Array {
  if (ArrayBuffer.isView(feed)) return new Uint8Array(feed.buffer, feed.byteOffset, feed.byteLength);
  if (types.isAnyArrayBuffer(feed)) return new Uint8Array(feed);
  // With line breaks, so that a report can name lines.
  return new TextEncoder().encode(JSON.stringify(feed, null, 2));
}

/**
 * Where the page that follows a source is, absolute; `said` is what the document says. `''` where
 * there is none, and after a file.
 */
export const nextOf = ({fetched}: Source, said: unknown) =>
  fetched ? nextPage(fetched, typeof said === 'string' ? said : '') : '';

/** Whether it is unknown where a file will be published. */
export const isAddressUnknown = ({address}: Source) => address.startsWith(UNKNOWN_FOLDER);

/**
 * A message about a source, which begins with the address of it, with the name in place of this
 * address.
 */
export const withName = (message: string, {address, name}: Pick<Source, 'address' | 'name'>) =>
  message.startsWith(address) ? name + message.slice(address.length) : message;

/**
 * Why a source cannot be read, in plain words. The `address` is the one that the message of a
 * `FeedError` begins with.
 */
export function toUnreadable(error: unknown, name: string, address: string): UnreadableFeedError {
  const {cause, code, message} = error as NodeJS.ErrnoException;
  const unreadable = (text: string) =>
    new UnreadableFeedError(error instanceof FeedError ? error.code : 'unreadable-file', text, {cause: error});
  // In Node, no policy of a page and no other origin forbids a request, which the message also
  // names.
  if (code === 'network') return unreadable(`${name} failed to load: ${reasonOf(cause)}.`);
  if (code === 'ENOENT') return unreadable(`There is no file ${name}.`);
  if (code === 'EISDIR') return unreadable(`${name} is a folder.`);
  if (code === 'EACCES' || code === 'EPERM') return unreadable(`${name} may not be read.`);
  return unreadable(
    error instanceof FeedError ? withName(message, {address, name}) : `${name} cannot be read: ${message}`,
  );
}

/** What Node says of a request that failed: `getaddrinfo ENOTFOUND city.example`. */
function reasonOf(error: unknown): string {
  const {cause, message} = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
