import {FeedError} from '../core/feed/feed-error.js';
import {fetchFeed, type FetchedFeed, type FetchOptions} from '../core/feed/fetch-feed.js';
import {askForAll} from '../core/feed/paging.js';
import {parseFeed} from '../core/feed/parse-feed.js';
import {readAnyFormat} from '../core/feed/read-any-format.js';
import {createReader, noGaps, type FeedReader} from '../core/feed/read-feeds.js';
import {sum} from '../core/sum.js';
import type {FilesPlace} from '../platform/files-place.js';
import type {FeedArrival, FeedPage, FirstPage} from './feed-arrival.js';
import {startFeedWorker, type FeedWorker} from './feed-worker.js';
import {gatherPages} from './gather-pages.js';

/** What decides what is loaded: two users with the same share it. */
export interface FeedRequest {
  /** Absolute; the feeds of several are merged. */
  readonly addresses: readonly string[];
  /** What they are; `''` where their content shall show it. */
  readonly format: string;
  /** Bytes after decoding, of each. */
  readonly maxBytes: number;
  readonly maxPractices: number;
  /** Where the widget's own files are; two users with the same feed share it whatever this says. */
  readonly assets: FilesPlace;
}

/** Told how much of what was asked for is here, 0 to 1; `NaN` where that is not known. */
export type Report = (share: number) => void;

/**
 * So many bytes, about 2,000 practices with their texts, are read in a worker. Below that JSON.parse alone keeps the page waiting, for less than
 * 50 ms, and a worker would have to be fetched first.
 */
const LARGE = 5_000_000;

/** After so many milliseconds the feed must be here, pages and all. */
const DEADLINE = 60_000;

/**
 * Fetches here, since the page's own policy and limits hold here, and reads where it disturbs nobody: what is large in a worker, if one can be had.
 * Rejects with a `FeedError` or the signal's reason; the signal ends the worker as well.
 */
export async function loadFeed(
  request: FeedRequest,
  isFresh: boolean,
  signal: AbortSignal,
  report: Report,
): Promise<FeedArrival> {
  const {assets, maxBytes} = request;
  const addresses = request.addresses.map(askForAll);
  const tooLong = new AbortController();
  const timer = setTimeout(
    () =>
      tooLong.abort(new FeedError('timeout', `${addresses.join(', ')} took longer than ${DEADLINE / 1000} seconds.`)),
    DEADLINE,
  );
  let starting: Promise<FeedWorker | null> | undefined;
  const fetchPage = (address: string, onProgress?: FetchOptions['onProgress']) =>
    fetchFeed(address, {
      signal: AbortSignal.any([signal, tooLong.signal]),
      maxBytes,
      cache: isFresh ? 'no-cache' : 'default',
      onProgress,
    });
  // The first pages decide who reads, and are what is reported: how many follow, nobody knows yet.
  const sizes: number[] = [];
  const totals = addresses.map(() => NaN);
  const fetchFirst = (address: string, feed: number) =>
    fetchPage(address, (bytes, total) => {
      // while the rest is still on its way
      if (bytes > LARGE) starting ??= startFeedWorker(assets);
      sizes[feed] = bytes;
      totals[feed] = total;
      report(sum(sizes) / sum(totals));
    });
  const fetched = await allSettled(addresses.map(fetchFirst));
  const worker = await starting;
  const stop = () => {
    clearTimeout(timer);
    worker?.terminate();
  };
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const reader = worker ? worker.createReader(request, signal) : readHere(request, signal);
    const firsts = await allSettled(
      fetched.map(async (each, i): Promise<FirstPage> => {
        if (each.status === 'rejected') throw each.reason;
        return {address: addresses[i]!, page: each.value, ...(await reader.add(i, each.value))};
      }),
    );
    const here = firsts.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    if (!here.length) throw (firsts[0] as PromiseRejectedResult).reason;
    const arePagesLeft = firsts.length > 1 || here[0]!.next || isPaged(here[0]!.page);
    const isWhole = !arePagesLeft && !here[0]!.texts;
    const arrival: FeedArrival = isWhole
      ? {feed: await reader.read(noGaps), pages: here.map(toFeedPage)}
      : await gatherPages({addresses, firsts, reader, fetchPage});
    // what is on its way has to be here in time as well
    const stopTimer = () => clearTimeout(timer);
    void Promise.resolve(arrival.rest).then(stopTimer, stopTimer);
    return arrival;
  } catch (error) {
    stop();
    throw error;
  }
}

const toFeedPage = ({address, page: {fingerprint}}: FirstPage): FeedPage => ({address, fingerprint});

/** Whether the headers know of more pages. */
const isPaged = ({paging: [link, pages]}: FetchedFeed) => /\bnext\b/i.test(link) || +pages > 1;

function readHere({format, maxPractices}: FeedRequest, signal: AbortSignal): FeedReader {
  const readPage = (page: FetchedFeed) => readAnyFormat(parseFeed(page, format), format);
  return createReader(readPage, {maxPractices}, signal);
}

/** As `Promise.allSettled`, which the `Promise` of an old library has not. */
const allSettled = <Value>(promises: readonly Promise<Value>[]): Promise<PromiseSettledResult<Value>[]> =>
  Promise.all(
    promises.map((promise) =>
      promise.then(
        (value): PromiseSettledResult<Value> => ({status: 'fulfilled', value}),
        (reason: unknown): PromiseSettledResult<Value> => ({status: 'rejected', reason}),
      ),
    ),
  );
