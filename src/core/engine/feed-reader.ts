import {adviseOn, toWarning} from '../feed/advice.js';
import type {Feed, FeedWarning, RawFeed} from '../feed/feed.js';
import type {FetchedFeed} from '../feed/fetch.js';
import {readNativeJson} from '../feed/formats/native-json.js';
import {mergeFeeds, type FeedPages} from '../feed/merge.js';
import {MAX_PRACTICES, normalizeSliced, type NormalizeOptions} from '../feed/normalize/normalize.js';
import {createPostCounter, type CountPosts} from '../feed/paging.js';
import {parseFeed} from '../feed/parse.js';
import {runSliced, type Sliced} from '../time-slicing.js';
import {createLoadedFeed, type LoadedFeed} from './loaded-feed.js';

export interface ReadOptions extends NormalizeOptions {
  /** The format of all documents. Without it, the content of each document shows its format. */
  readonly format?: string | undefined;
}

/** What is missing of feeds and their pages. */
export interface Gaps {
  /** The addresses of feeds that failed to load. */
  readonly missing: readonly string[];
  readonly warnings: readonly FeedWarning[];
  /**
   * How many records there are, if pages are missing. `Infinity` if nobody knows, and 0 if no page
   * is missing.
   */
  readonly totalRecords: number;
  /** Whether all pages of all feeds were added. */
  readonly isWhole: boolean;
}

export const noGaps: Gaps = {missing: [], warnings: [], totalRecords: 0, isWhole: true};

/** What else a page says to load: the next page and the full texts of the feed. `''` for none. */
export interface Onward {
  readonly next: string;
  readonly texts: string;
  /** How many posts WordPress has that were on no page so far. */
  readonly missingPosts: number;
}

/**
 * Reads the documents of one or several feeds as they arrive. `createReader` below does so on this
 * thread, and `createRemoteReader` in `worker/client.ts` sends them to a worker.
 */
export interface FeedReader {
  /** Reads the next page of a feed, by the number of the feed. Throws a `FeedError`. */
  add(feed: number, page: FetchedFeed): Promise<Onward>;
  /**
   * Reads the full texts of a feed: a list of records in our own format, or a feed of them. Throws
   * a `FeedError`.
   */
  addTexts(feed: number, page: FetchedFeed): Promise<void>;
  /** Everything that was read so far, as one feed. */
  read(gaps: Gaps): Promise<LoadedFeed>;
}

/**
 * Creates the reader that keeps the practices on this thread.
 * @param readPage parses a document
 */
export function createReader(
  readPage: (page: FetchedFeed) => RawFeed | Promise<RawFeed>,
  options: ReadOptions,
  signal?: AbortSignal,
): FeedReader {
  const feeds: RawPages[] = [];
  const addressIn = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    async add(feed, page) {
      const raw = await readPage({...page, facets: feeds[feed]?.pages[0]?.facets});
      const {countPosts, pages} = (feeds[feed] ??= {pages: [], countPosts: createPostCounter()});
      pages.push(raw);
      return {
        next: addressIn(raw.next),
        texts: addressIn(raw.texts),
        missingPosts: countPosts(page, raw.records),
      };
    },
    async addTexts(feed, page) {
      const {address, content} = parseFeed(page);
      feeds[feed]!.texts = readNativeJson(content, address);
    },
    async read(gaps) {
      // A copy, because more pages may arrive meanwhile.
      const raws = feeds.filter(Boolean).map((raw) => ({...raw, pages: [...raw.pages]}));
      return createLoadedFeed(await runSliced(readSliced(raws, gaps, options), signal));
    },
  };
}

interface RawPages {
  readonly pages: RawFeed[];
  readonly countPosts: CountPosts;
  texts?: RawFeed;
}

function* readSliced(
  raws: readonly RawPages[],
  {isWhole, missing, totalRecords, warnings}: Gaps,
  {facets, maxPractices = MAX_PRACTICES}: ReadOptions,
): Sliced<Feed> {
  let left = maxPractices;
  const feeds: FeedPages[] = [];
  const adviseOnFeed = ({pages}: RawPages, i: number) =>
    adviseOn(
      pages,
      feeds[i]!.pages.flatMap((page) => page.practices),
    ).map(toWarning);
  for (const raw of raws) {
    const pages: Feed[] = [];
    for (const page of raw.pages) {
      const feed = yield* normalizeSliced(page, {facets, maxPractices: left});
      left -= feed.readRecords;
      pages.push(feed);
    }
    feeds.push({address: raw.pages[0]!.address, pages, texts: raw.texts});
  }
  const [first] = feeds[0]!.pages;
  const isOne = feeds.length === 1 && feeds[0]!.pages.length === 1 && !feeds[0]!.texts;
  const feed = isOne ? first! : yield* mergeFeeds(feeds);
  return {
    ...feed,
    missing,
    totalRecords: Math.max(feed.totalRecords, totalRecords),
    warnings: [...feed.warnings, ...warnings, ...(isWhole ? raws.flatMap(adviseOnFeed) : [])],
  };
}

/**
 * A reader that starts with one reader and may continue with another, which gets all pages again.
 * So a worker reads a feed that turns out to be large, even if other pages are shown already.
 *
 * @param first reads until there is another
 * @param findNext called before each page and each reading, until it returns a reader
 */
export function createHandOverReader(first: FeedReader, findNext: () => Promise<FeedReader | undefined>): FeedReader {
  const pages: [feed: number, page: FetchedFeed][] = [];
  let handedOver: Promise<FeedReader> | undefined;

  async function handOver(next: FeedReader): Promise<FeedReader> {
    for (const [feed, page] of pages.splice(0)) {
      // The page failed with the first reader as well, so the caller knows.
      await next.add(feed, page).catch(() => undefined);
    }
    return next;
  }
  async function findReader(): Promise<FeedReader> {
    if (handedOver) return handedOver;
    const next = await findNext();
    if (next) handedOver ??= handOver(next);
    return handedOver ?? first;
  }
  return {
    async add(feed, page) {
      const reader = await findReader();
      if (reader === first) pages.push([feed, page]);
      return reader.add(feed, page);
    },
    addTexts: async (feed, page) => (await findReader()).addTexts(feed, page),
    read: async (gaps) => (await findReader()).read(gaps),
  };
}
