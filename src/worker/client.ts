import {workerAddress} from '#own-files';
import type {Engine} from '../core/engine/engine.js';
import type {FeedReader, ReadOptions} from '../core/engine/feed-reader.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {FetchedFeed} from '../core/feed/fetch.js';
import {memoizeLast} from '../core/memoize.js';
import type {Hit, SearchResults} from '../core/state/search-results.js';
import {version} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {policy} from '../platform/trusted-types.js';
import {createCaller, type Port} from './rpc.js';

// The page's end of the protocol. The other end is `server.ts` in the worker, which keeps the
// practices: sending them back would take longer than reading them. `call('read', …)` here runs the
// method `read` there.

/** The methods of an engine that return an answer. */
export type EngineMethod = Exclude<keyof Engine, 'close' | 'learn' | 'prepare'>;

/** The answer of the method `read`. */
type Read = Pick<LoadedFeed, 'ids' | 'info' | 'languages'> & {readonly feed: number};

/**
 * Creates a reader that sends documents to the worker, until `signal` says that the worker has
 * ended: then what is asked of it rejects. Their bytes move to the worker, and this thread loses
 * them.
 */
export function createRemoteReader(
  port: Port,
  {facets, format, maxPractices}: ReadOptions,
  signal: AbortSignal,
): FeedReader {
  const call = createCaller(port, signal);
  /** Calls a method whose failure shows in the answers to later calls. */
  const tell = (name: string, ...args: readonly unknown[]): void => void call(name, args).catch(() => {});
  let engines = 0;
  tell('begin', {facets, format, maxPractices});
  const send = (name: 'add' | 'addTexts') => (feed: number, page: FetchedFeed) =>
    call(name, [feed, page], [...new Set(page.chunks.map(({buffer}) => buffer))]);
  return {
    add: send('add') as FeedReader['add'],
    addTexts: send('addTexts') as FeedReader['addTexts'],
    async read(gaps) {
      const {feed, ids, info, languages} = (await call('read', [gaps])) as Read;
      return {
        info,
        ids,
        languages,
        createEngine(engineOptions) {
          const engine = ++engines;
          const callEngine =
            (method: EngineMethod) =>
            (...args: readonly unknown[]) =>
              call('callEngine', [engine, method, args]);
          tell('createEngine', engine, feed, engineOptions);
          // Answers are copies. Views recognise a practice by its object, so each hit gets the
          // object that came first.
          const known = new Map<string, Hit['practice']>();
          const readTerms = memoizeLast((json: string) => JSON.parse(json) as SearchResults['matchedTerms']);
          const first = ({practice, ...rest}: Hit): Hit => {
            const same = known.get(practice.id) ?? practice;
            known.set(practice.id, same);
            return {practice: same, ...rest};
          };
          return {
            // The worker prepares the engine by itself, since that does not block the page.
            prepare: () => {},
            // Sends words once, not for each search: the worker indexes them each time.
            learn: memoizeLast((words) =>
              tell(
                'learn',
                engine,
                words.map(({file, language}) => ({file, language})),
              ),
            ),
            async search(state) {
              const results = (await callEngine('search')(state)) as SearchResults;
              const matchedTerms = readTerms(JSON.stringify(results.matchedTerms));
              return {...results, matchedTerms, hits: results.hits.map(first)};
            },
            practice: callEngine('practice'),
            rank: callEngine('rank'),
            hits: callEngine('hits'),
            similar: callEngine('similar'),
            crossTable: callEngine('crossTable'),
            unmatched: callEngine('unmatched'),
            close: () => tell('closeEngine', engine),
          } as Engine;
        },
        get isClosed() {
          return signal.aborted;
        },
      };
    },
  };
}

/**
 * In milliseconds. If the worker has not sent its version by then, the page reads the feed itself.
 */
const WORKER_START_MS = 3000;

/** A running worker that reads a feed. */
export interface FeedWorker {
  createReader(options: ReadOptions, signal: AbortSignal): FeedReader;
  terminate(): void;
}

/**
 * Starts the worker. Resolves to null if its file is missing, on another origin or of another
 * version, or if the page's Content-Security-Policy (`worker-src`) forbids it. Then the main thread
 * does the work in slices.
 */
export async function startFeedWorker(place: AssetsHost): Promise<FeedWorker | null> {
  let worker: Worker;
  try {
    const address = workerAddress(place);
    worker = new Worker(policy?.createScriptURL(address) ?? address);
  } catch {
    return null;
  }
  const workerVersion = await new Promise<unknown>((resolve) => {
    worker.addEventListener('message', ({data}) => resolve(data), {once: true});
    worker.addEventListener(
      'error',
      (event) => {
        // The page works without the worker, so this is not an error of the page.
        event.preventDefault();
        resolve(undefined);
      },
      {once: true},
    );
    setTimeout(resolve, WORKER_START_MS);
  });
  if (workerVersion === version)
    return {
      createReader: (options, signal) => createRemoteReader(worker, options, signal),
      terminate: () => worker.terminate(),
    };
  worker.terminate();
  return null;
}
