import type {Engine} from './engine.js';
import type {FeedInfo} from './feed/feed.js';
import type {FetchedFeed} from './feed/fetch-feed.js';
import {mergeFeeds} from './feed/merge-feeds.js';
import {readAnyFormat} from './feed/other-formats.js';
import {parseFeed} from './feed/parse-feed.js';
import {createReader, type FeedReader, type Gaps, type ReadOptions} from './feed/read-feeds.js';
import type {LoadedFeed} from './loaded-feed.js';
import type {LocalEngineOptions} from './local-engine.js';
import {answerCalls, createCaller, type Port} from './remote-call.js';

// The two ends of a feed that is elsewhere. The practices stay there: to post them back costs more than to read them.

type Question = Exclude<keyof Engine, 'close'>;

/**
 * The end that has the practices: reads the documents of one request, and answers from them.
 *
 * @param loadFormats has what reads other formats come
 */
export function serveFeed(port: Port, loadFormats: () => unknown): void {
  let reader: FeedReader;
  /** What has been read: a feed, and once its further pages are here, the same with these. */
  const feeds: LoadedFeed[] = [];
  const engines = new Map<number, Engine>();
  answerCalls(port, {
    begin(options: ReadOptions) {
      const {format} = options;
      const readPage = (page: FetchedFeed) => readAnyFormat(parseFeed(page, format), format, loadFormats);
      reader = createReader(readPage, () => mergeFeeds, options);
    },
    add: (feed: number, page: FetchedFeed) => reader.add(feed, page),
    async read(gaps: Gaps) {
      const loaded = await reader.read(gaps);
      return {info: loaded.info, ids: loaded.ids, feed: feeds.push(loaded) - 1};
    },
    create: (engine: number, feed: number, options: LocalEngineOptions) =>
      void engines.set(engine, feeds[feed]!.createEngine(options)),
    ask: (engine: number, question: Question, args: [never, never]) => engines.get(engine)![question](...args),
    close(engine: number) {
      engines.get(engine)?.close();
      engines.delete(engine);
    },
  });
}

/** What the other end answers of a feed that it has read. */
type Read = Pick<LoadedFeed, 'ids'> & {readonly info: FeedInfo; readonly feed: number};

/** The end that asks, until the signal says that the other end is gone. The bytes go there, and are here no more. */
export function createRemoteReader(port: Port, {format, maxPractices}: ReadOptions, signal: AbortSignal): FeedReader {
  const call = createCaller(port);
  let engines = 0;
  void call('begin', [{format, maxPractices}]);
  return {
    add: (feed, page) =>
      call('add', [feed, page], [...new Set(page.chunks.map(({buffer}) => buffer))]) as Promise<string>,
    async read(gaps) {
      const {feed, ids, info} = (await call('read', [gaps])) as Read;
      return {
        info,
        ids,
        createEngine(engineOptions) {
          const engine = ++engines;
          const ask =
            (question: Question) =>
            (...args: readonly unknown[]) =>
              call('ask', [engine, question, args]);
          void call('create', [engine, feed, engineOptions]);
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
    },
  };
}
