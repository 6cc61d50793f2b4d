import {
  createReader,
  noGaps,
  type FeedReader,
  type Onward,
  createHandOverReader,
} from '../../core/engine/feed-reader.js';
import {startDeadline} from '../../core/feed/deadline.js';
import {fetchFeed, type FetchedFeed, type FetchOptions} from '../../core/feed/fetch.js';
import {askForAll, FEED_DEADLINE_MS} from '../../core/feed/paging.js';
import {parseFeed, readAnyFormat} from '../../core/feed/parse.js';
import {sum} from '../../core/sum.js';
import type {AssetsHost} from '../../platform/assets-host.js';
import {startFeedWorker} from '../../worker/client.js';
import type {FeedPart} from './feed-snapshot.js';
import {gatherPages, type FeedDownload, type FirstPage} from './gather-pages.js';

/** Says which feed to load. Two users with the same values share it. */
export interface FeedRequest {
  /** Absolute addresses. Several feeds are merged. */
  readonly addresses: readonly string[];
  /** `opensearch`: the address is that of an index in a cluster. `''`: the widget searches itself. */
  readonly engine?: string | undefined;
  /** The format; `''` if the content shows it. */
  readonly format: string;
  /** The facets that the page describes: `target:list`. */
  readonly facets?: string | undefined;
  /** Size limit of each document, in bytes after decoding. */
  readonly maxBytes: number;
  readonly maxPractices: number;
  /**
   * Where the widget's own files are. Two users with the same feed share it even if this differs.
   */
  readonly assets: AssetsHost;
}

/** Is told how much of the first pages has come, 0 to 1; `NaN` if nobody knows. */
export type ReportProgress = (share: number) => void;

/**
 * A larger feed, of about 2,000 practices with their texts, is read in a worker. A smaller one
 * keeps the page busy for less than 50 ms (`JSON.parse`), and a worker has to be fetched first.
 */
const LARGE_FEED_BYTES = 5_000_000;

/**
 * Fetches in the page, because the page's own policy and limits apply there. Reads a large feed in
 * a worker, if there can be one. Of several feeds, the part has those that came first; the others
 * follow in its `rest`. Rejects with a `FeedError` or the signal's reason; the signal ends the
 * worker as well.
 */
export async function loadFeed(
  request: FeedRequest,
  isFresh: boolean,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<FeedPart> {
  const {assets, maxBytes} = request;
  const addresses = request.addresses.map(askForAll);
  const startReader = async () => {
    const worker = await startFeedWorker(assets);
    return worker && {...worker, reader: worker.createReader(request, signal)};
  };
  let elsewhere: ReturnType<typeof startReader> | undefined;
  const reader = createHandOverReader(readHere(request, signal), async () => (await elsewhere)?.reader);

  // Progress counts the first pages only: nobody knows yet how many follow.
  const sizes: number[] = [];
  const totals = addresses.map(() => NaN);
  const downloads = addresses.map((address, feed) =>
    download(address, {
      signal,
      maxBytes,
      cache: isFresh ? 'no-cache' : 'default',
      onProgress(bytes, total) {
        // The worker starts while the rest of the feed is still on its way.
        if (bytes > LARGE_FEED_BYTES) elsewhere ??= startReader();
        sizes[feed] = bytes;
        totals[feed] = total;
        report(sum(sizes) / sum(totals));
      },
      read: (page) => reader.add(feed, page),
    }),
  );

  const stop = () => {
    for (const {end} of downloads) end();
    void elsewhere?.then((worker) => worker?.terminate());
  };
  signal.addEventListener('abort', stop);
  try {
    const first = await firstOf(downloads.map((each) => each.first));
    signal.throwIfAborted();
    const arePagesLeft = downloads.length > 1 || !!first.next || isPaged(first.page);
    if (arePagesLeft || first.texts) return await gatherPages({downloads, reader, signal});
    const {address, page} = first;
    const feed = await reader.read(noGaps);
    for (const {end} of downloads) end();
    return {feed, pages: [{address, fingerprint: page.fingerprint}]};
  } catch (error) {
    stop();
    throw error;
  }
}

interface DownloadOptions extends FetchOptions {
  readonly signal: AbortSignal;
  /** Reads the first page. */
  read(page: FetchedFeed): Promise<Onward>;
}

/** Starts to fetch a feed. Each has a clock of its own, so that a slow one ends no other. */
function download(address: string, {onProgress, read, signal, ...options}: DownloadOptions): FeedDownload {
  const message = `${address} took longer than ${FEED_DEADLINE_MS / 60_000} minutes. Compress the feed on the server, or split it.`;
  const deadline = startDeadline(FEED_DEADLINE_MS, message, signal);
  const fetchPage = (url: string, more: FetchOptions) => fetchFeed(url, {...options, signal: deadline.signal, ...more});
  const fetchFirst = async (): Promise<FirstPage> => {
    const page = await fetchPage(address, {onProgress});
    return {address, page, ...(await read(page))};
  };
  return {
    address,
    first: fetchFirst(),
    fetchPage: (url) => fetchPage(url, {staysOnHost: true}),
    end: deadline.end,
  };
}

/** Whether the headers know of more pages. */
const isPaged = ({paging: [link, pages]}: FetchedFeed) => /\bnext\b/i.test(link) || +pages > 1;

function readHere({facets, format, maxPractices}: FeedRequest, signal: AbortSignal): FeedReader {
  const readPage = (page: FetchedFeed) => readAnyFormat(parseFeed(page, format), format, facets);
  return createReader(readPage, {facets, maxPractices}, signal);
}

/** Like `Promise.any`, which the `Promise` of an old library lacks. If all fail, rejects with the reason of
 * the first in the list. */
const firstOf = <Value>(promises: readonly Promise<Value>[]): Promise<Value> =>
  new Promise((resolve, reject) => {
    let left = promises.length;
    for (const promise of promises)
      promise.then(resolve, () => {
        if (!--left) promises[0]!.catch(reject);
      });
  });
