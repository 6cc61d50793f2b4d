import {workerAddress} from '#own-files';
import type {FeedReader, ReadOptions} from '../core/engine/feed-reader.js';
import {version} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {policy} from '../platform/trusted-types.js';
import {createRemoteReader} from './client.js';

/** A worker that has not said who it is after so many milliseconds is done without. */
const WORKER_START_MS = 3000;

/** A worker that reads a feed. */
export interface FeedWorker {
  createReader(options: ReadOptions, signal: AbortSignal): FeedReader;
  terminate(): void;
}

/**
 * Starts the worker. Resolves to null if the worker's file is missing, on another origin than the page or of another version, or if the
 * page's Content-Security-Policy (`worker-src`) does not allow it. Then the main thread does the work, in slices.
 */
export async function startFeedWorker(place: AssetsHost): Promise<FeedWorker | null> {
  let worker: Worker;
  try {
    const address = workerAddress(place);
    worker = new Worker(policy?.createScriptURL(address) ?? address);
  } catch {
    return null;
  }
  const said = await new Promise<unknown>((resolve) => {
    worker.addEventListener('message', ({data}) => resolve(data), {once: true});
    worker.addEventListener(
      'error',
      (event) => {
        // The page works without it, so it is no error of the page.
        event.preventDefault();
        resolve(undefined);
      },
      {once: true},
    );
    setTimeout(resolve, WORKER_START_MS);
  });
  if (said === version)
    return {
      createReader: (options, signal) => createRemoteReader(worker, options, signal),
      terminate: () => worker.terminate(),
    };
  worker.terminate();
  return null;
}
