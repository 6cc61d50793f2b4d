import {workerAddress} from '#own-files';
import type {Engine} from '../core/engine/engine.js';
import type {FeedReader, ReadOptions} from '../core/engine/feed-reader.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {FeedInfo} from '../core/feed/feed.js';
import type {FetchedFeed} from '../core/feed/fetch.js';
import {memoizeLast} from '../core/memoize-last.js';
import type {Hit, SearchResults} from '../core/state/search-results.js';
import {version} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {policy} from '../platform/trusted-types.js';
import {createCaller, type Port} from './rpc.js';

// The end that asks of a feed that is elsewhere; the other is server.ts. The practices stay there: to post them back costs more than to read them.

/** What an engine is asked. */
export type Question = Exclude<keyof Engine, 'close' | 'learn' | 'prepare'>;

/** What the other end answers of a feed that it has read. */
type Read = Pick<LoadedFeed, 'ids' | 'languages'> & {readonly info: FeedInfo; readonly feed: number};

/** The end that asks, until the signal says that the other end is gone. The bytes go there, and are here no more. */
export function createRemoteReader(port: Port, {format, maxPractices}: ReadOptions, signal: AbortSignal): FeedReader {
  const call = createCaller(port);
  let engines = 0;
  void call('begin', [{format, maxPractices}]);
  const hand = (name: 'add' | 'addTexts') => (feed: number, page: FetchedFeed) =>
    call(name, [feed, page], [...new Set(page.chunks.map(({buffer}) => buffer))]);
  return {
    add: hand('add') as FeedReader['add'],
    addTexts: hand('addTexts') as FeedReader['addTexts'],
    async read(gaps) {
      const {feed, ids, info, languages} = (await call('read', [gaps])) as Read;
      return {
        info,
        ids,
        languages,
        createEngine(engineOptions) {
          const engine = ++engines;
          const ask =
            (question: Question) =>
            (...args: readonly unknown[]) =>
              call('ask', [engine, question, args]);
          void call('create', [engine, feed, engineOptions]);
          // What comes is a copy. What is drawn already must be known again, and so is given as it came first.
          const known = new Map<string, Hit['practice']>();
          const readTerms = memoizeLast((json: string) => JSON.parse(json) as SearchResults['matchedTerms']);
          const first = ({practice, ...rest}: Hit): Hit => {
            const same = known.get(practice.id) ?? practice;
            known.set(practice.id, same);
            return {practice: same, ...rest};
          };
          return {
            // The other end does so by itself: it keeps no page waiting.
            prepare: () => {},
            // Once, not for each search: the other end reads them anew.
            learn: memoizeLast(
              (words) => void call('learn', [engine, words.map(({file, language}) => ({file, language}))]),
            ),
            async search(state) {
              const results = (await ask('search')(state)) as SearchResults;
              const matchedTerms = readTerms(JSON.stringify(results.matchedTerms));
              return {...results, matchedTerms, hits: results.hits.map(first)};
            },
            practice: ask('practice'),
            rank: ask('rank'),
            hits: ask('hits'),
            similar: ask('similar'),
            close: () => void call('close', [engine]),
          } as Engine;
        },
        get isClosed() {
          return signal.aborted;
        },
      };
    },
  };
}

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
