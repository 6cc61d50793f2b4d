import {finishInSlices, type Steps} from '../steps.js';
import {keepFeed, type LoadedFeed} from '../loaded-feed.js';
import type {Feed, FeedWarning} from './feed.js';
import type {FetchedFeed} from './fetch-feed.js';
import {normalizeInSteps, type NormalizeOptions} from './normalize.js';
import type {RawFeed} from './raw-feed.js';

export interface ReadOptions extends NormalizeOptions {
  /** What all the documents are; without it, each is what its content shows. */
  readonly format?: string | undefined;
}

/** What could not be had of feeds and their pages. */
export interface Gaps {
  /** Addresses of feeds. */
  readonly missing: readonly string[];
  readonly warnings: readonly FeedWarning[];
  /** How many records there are, if pages are left out: `Infinity` where nobody says; else 0. */
  readonly totalRecords: number;
}

export const noGaps: Gaps = {missing: [], warnings: [], totalRecords: 0};

/** One of several feeds: where its first page was found, and its pages. */
export interface FeedPages {
  readonly address: string;
  readonly pages: readonly Feed[];
}

/** Makes one feed of the pages of one or several. */
export type MergeFeeds = (feeds: readonly FeedPages[]) => Steps<Feed>;

/** Reads the documents of one or several feeds as they come, here or elsewhere. */
export interface FeedReader {
  /** Reads the next page of a feed, known by its place among several. Gives what the page says of where its next is; throws a `FeedError`. */
  add(feed: number, page: FetchedFeed): Promise<string>;
  /** All that was read so far, as one feed. */
  read(gaps: Gaps): Promise<LoadedFeed>;
}

/**
 * The reader whose practices are here. `readPage` makes out what a document says, and `merge` is asked for once there is more than one
 * page; without it, the first is the feed.
 */
export function createReader(
  readPage: (page: FetchedFeed) => RawFeed | Promise<RawFeed>,
  merge: () => MergeFeeds | undefined,
  options: ReadOptions,
  signal?: AbortSignal,
): FeedReader {
  const feeds: RawFeed[][] = [];
  return {
    async add(feed, page) {
      const raw = await readPage(page);
      (feeds[feed] ??= []).push(raw);
      return typeof raw.next === 'string' ? raw.next : '';
    },
    read: async (gaps) =>
      keepFeed(
        await finishInSlices(readInSteps(feeds.filter(Boolean), merge(), gaps, options), 'user-visible', signal),
      ),
  };
}

function* readInSteps(
  raws: readonly (readonly RawFeed[])[],
  merge: MergeFeeds | undefined,
  {missing, totalRecords, warnings}: Gaps,
  {maxPractices = 20_000}: ReadOptions,
): Steps<Feed> {
  let left = maxPractices;
  const feeds: FeedPages[] = [];
  for (const raw of raws) {
    const pages: Feed[] = [];
    for (const page of raw) {
      const feed = yield* normalizeInSteps(page, {maxPractices: left});
      left -= feed.readRecords;
      pages.push(feed);
    }
    feeds.push({address: raw[0]!.address, pages});
  }
  const [first] = feeds[0]!.pages;
  const feed = merge && (feeds.length > 1 || feeds[0]!.pages.length > 1) ? yield* merge(feeds) : first!;
  return {
    ...feed,
    missing,
    totalRecords: Math.max(feed.totalRecords, totalRecords),
    warnings: [...feed.warnings, ...warnings],
  };
}
