import {version} from 'virtual:build';
import type {FeedReader, ReadOptions} from '../core/feed/read-feeds.js';
import {createRemoteReader} from '../core/remote-feed.js';
import {assetsUrl} from '../script-url.js';
import {policy} from '../trusted-types.js';

/** A worker that has not said who it is after so many milliseconds is done without. */
const PATIENCE = 3000;

/** A worker that reads a feed. */
export interface FeedWorker {
  createReader(options: ReadOptions, signal: AbortSignal): FeedReader;
  terminate(): void;
}

/**
 * Starts the worker beside our script; null where it cannot be had: the script is of another origin than the page, the file is missing or of
 * another version, or the page's Content-Security-Policy (`worker-src`) does not allow it. Then the page does the work itself, in slices.
 */
export async function startFeedWorker(): Promise<FeedWorker | null> {
  let worker: Worker;
  try {
    const address = new URL('good-practice-browser.worker.js', assetsUrl).href;
    worker = new Worker(policy?.createScriptURL(address) ?? address);
  } catch {
    return null;
  }
  const said = await new Promise<unknown>((resolve) => {
    worker.addEventListener('message', ({data}) => resolve(data), {once: true});
    worker.addEventListener('error', resolve, {once: true});
    setTimeout(resolve, PATIENCE);
  });
  if (said === version)
    return {
      createReader: (options, signal) => createRemoteReader(worker, options, signal),
      terminate: () => worker.terminate(),
    };
  worker.terminate();
  return null;
}
