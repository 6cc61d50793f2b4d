import {fetchFeed, type FetchedFeed} from '../core/feed/fetch-feed.js';
import {isOwnJson, readOwnJson} from '../core/feed/formats/own-json.js';
import type {ReadDocument} from '../core/feed/parse-feed.js';
import {parseFeedsInSteps, readFeedsInSteps} from '../core/feed/read-feeds.js';
import {keepFeed, type LoadedFeed} from '../core/loaded-feed.js';
import {readRemotely} from '../core/remote-feed.js';
import {finishInSlices} from '../core/steps.js';
import {startFeedWorker} from './feed-worker.js';
import {brought, loadExtras} from './load-extras.js';

/** What decides what is loaded: two users with the same share it. */
export interface FeedRequest {
  /** Absolute; the feeds of several are merged. */
  readonly addresses: readonly string[];
  /** What they are; `''` where their content shall show it. */
  readonly format: string;
  /** Bytes after decoding, of each. */
  readonly maxBytes: number;
  readonly maxPractices: number;
  /** Where the extras are, if not beside the script; this does not decide. */
  readonly assetsFolder: string;
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
export async function loadFeed(request: FeedRequest, isFresh: boolean, signal: AbortSignal): Promise<LoadedFeed> {
  const {addresses, maxBytes} = request;
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
  if (!worker) return readHere(fetched, request, isFresh, signal);
  signal.addEventListener('abort', () => worker.terminate());
  try {
    signal.throwIfAborted();
    return await readRemotely(worker, fetched, request, signal);
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** Other formats than our own come with the extras; where these cannot be had, what is in our own but for some field is read as such. */
async function readHere(
  fetched: readonly FetchedFeed[],
  request: FeedRequest,
  isFresh: boolean,
  signal: AbortSignal,
): Promise<LoadedFeed> {
  const documents = await finishInSlices(parseFeedsInSteps(fetched, request), 'user-visible', signal);
  let read: ReadDocument = ({address, content}) => readOwnJson(content, address);
  if (request.format || !documents.every(({content}) => isOwnJson(content))) {
    await loadExtras(request.assetsFolder, isFresh).catch(() => undefined);
    read = brought.readDocument ?? read;
  }
  return keepFeed(await finishInSlices(readFeedsInSteps(documents, read, request), 'user-visible', signal));
}
