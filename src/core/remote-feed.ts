import type {Engine} from './engine.js';
import type {FeedInfo} from './feed/feed.js';
import type {FetchedFeed} from './feed/fetch-feed.js';
import {readDocument} from './feed/formats/read-document.js';
import {parseFeed} from './feed/parse-feed.js';
import {readFeedsInSteps, type ReadOptions} from './feed/read-feeds.js';
import {keepFeed, type LoadedFeed} from './loaded-feed.js';
import type {LocalEngineOptions} from './local-engine.js';
import {answerCalls, createCaller, type Port} from './remote-call.js';
import {finishInSlices} from './steps.js';

// The two ends of a feed that is elsewhere. The practices stay there: to post them back costs more than to read them.

type Question = Exclude<keyof Engine, 'close'>;

/** The end that has the practices: reads one feed, and answers from it. */
export function serveFeed(port: Port): void {
  let loaded: LoadedFeed;
  const engines = new Map<number, Engine>();
  answerCalls(port, {
    async read(fetched: readonly FetchedFeed[], options: ReadOptions) {
      const documents = fetched.map((each) => parseFeed(each, options.format));
      loaded = keepFeed(await finishInSlices(readFeedsInSteps(documents, readDocument, options), 'user-visible'));
      return {info: loaded.info, size: loaded.size};
    },
    create: (engine: number, options: LocalEngineOptions) => void engines.set(engine, loaded.createEngine(options)),
    ask: (engine: number, question: Question, args: [never, never]) => engines.get(engine)![question](...args),
    close(engine: number) {
      engines.get(engine)?.close();
      engines.delete(engine);
    },
  });
}

/** The end that asks, until the signal says that the other end is gone. The bytes go there, and are here no more. */
export async function readRemotely(
  port: Port,
  fetched: readonly FetchedFeed[],
  options: ReadOptions,
  signal: AbortSignal,
): Promise<LoadedFeed> {
  const call = createCaller(port);
  const bytes = new Set(fetched.flatMap(({chunks}) => chunks.map(({buffer}) => buffer)));
  const {info, size} = (await call('read', [fetched, options], [...bytes])) as {info: FeedInfo; size: number};
  let engines = 0;
  return {
    info,
    size,
    createEngine(engineOptions) {
      const engine = ++engines;
      const ask =
        (question: Question) =>
        (...args: readonly unknown[]) =>
          call('ask', [engine, question, args]);
      void call('create', [engine, engineOptions]);
      return {
        search: ask('search'),
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
}
