import {fetchFeed} from '../core/feed/fetch-feed.js';
import {isOwnJson, readOwnJson} from '../core/feed/formats/own-json.js';
import {parseFeed} from '../core/feed/parse-feed.js';
import {readFeedsInSteps} from '../core/feed/read-feeds.js';
import {keepFeed, type LoadedFeed} from '../core/loaded-feed.js';
import {readRemotely} from '../core/remote-feed.js';
import {finishInSlices} from '../core/steps.js';
import {startFeedWorker} from './feed-worker.js';
import {brought, loadExtras, type AssetsPlace} from './load-extras.js';

/** What decides what is loaded: two users with the same share it. */
export interface FeedRequest {
  /** Absolute; the feeds of several are merged. */
  readonly addresses: readonly string[];
  /** What they are; `''` where their content shall show it. */
  readonly format: string;
  /** Bytes after decoding, of each. */
  readonly maxBytes: number;
  readonly maxPractices: number;
  /** Where the extras lie; this does not decide. */
  readonly assets: AssetsPlace;
}

/**
 * So many bytes, about 2,000 practices with their texts, are read in a worker. Below that JSON.parse alone keeps the page waiting, for less than
 * 50 ms, and a worker would have to be fetched first.
 */
const LARGE = 5_000_000;

/**
 * Fetches here, since the page's own policy and limits hold here, and reads where it disturbs nobody: what is large in a worker, if one can be had.
 * Rejects with a `FeedError` or the signal's reason; the signal ends the worker as well.
 */
export async function loadFeed(
  {addresses, assets, format, maxBytes, maxPractices}: FeedRequest,
  isFresh: boolean,
  signal: AbortSignal,
): Promise<LoadedFeed> {
  const options = {format, maxPractices};
  const cache = isFresh ? 'no-cache' : 'default';
  let starting: Promise<Worker | null> | undefined;
  const onProgress = (bytes: number) => {
    // while the rest is still on its way
    if (bytes > LARGE) starting ??= startFeedWorker();
  };
  const fetched = await Promise.all(
    addresses.map((address) => fetchFeed(address, {signal, maxBytes, cache, onProgress})),
  ).catch(async (error: unknown) => {
    (await starting)?.terminate();
    throw error;
  });
  const worker = await starting;
  if (!worker) {
    const documents = fetched.map((each) => parseFeed(each, format));
    let read = readOwnJson;
    // where the extras cannot be had, what is in our own format but for some field is read all the same
    if (format || !documents.every(({content}) => isOwnJson(content))) {
      await loadExtras(assets, isFresh).catch(() => {});
      read = brought.readDocument ?? read;
    }
    return keepFeed(await finishInSlices(readFeedsInSteps(documents, read, options), 'user-visible', signal));
  }
  signal.addEventListener('abort', () => worker.terminate());
  try {
    signal.throwIfAborted();
    return await readRemotely(worker, fetched, options, signal);
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
