import type {Engine} from '../core/engine/engine.js';
import {createReader, type FeedReader, type Gaps, type ReadOptions} from '../core/engine/feed-reader.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {LocalEngineOptions} from '../core/engine/local-engine.js';
import type {FetchedFeed} from '../core/feed/fetch.js';
import {parseFeed, readAnyFormat} from '../core/feed/parse.js';
import type {LanguageWords, Stem} from '../core/search/words.js';
import type {Question} from './client.js';
import {answerCalls, type Port} from './rpc.js';

/** The end that has the practices: reads the documents of one request, and answers from them. */
export function serveFeed(port: Port, loadStem: (language: string) => Promise<Stem | undefined>): void {
  let reader: FeedReader;
  /** What has been read: a feed, and once its further pages are here, the same with these. */
  const feeds: LoadedFeed[] = [];
  const engines = new Map<number, Engine>();
  answerCalls(port, {
    begin(options: ReadOptions) {
      const {format} = options;
      const readPage = (page: FetchedFeed) => readAnyFormat(parseFeed(page, format), format);
      reader = createReader(readPage, options);
    },
    add: (feed: number, page: FetchedFeed) => reader.add(feed, page),
    addTexts: (feed: number, page: FetchedFeed) => reader.addTexts(feed, page),
    async read(gaps: Gaps) {
      const loaded = await reader.read(gaps);
      const {ids, info, languages} = loaded;
      return {info, ids, languages, feed: feeds.push(loaded) - 1};
    },
    create(number: number, feed: number, options: LocalEngineOptions) {
      const engine = feeds[feed]!.createEngine(options);
      engine.prepare();
      engines.set(number, engine);
    },
    /** Functions are not sent, so each end has its own stemmers. */
    async learn(engine: number, words: readonly LanguageWords[]) {
      const stemmed = words.map(async (each) => ({...each, stem: await loadStem(each.language)}));
      engines.get(engine)?.learn(await Promise.all(stemmed));
    },
    ask: (engine: number, question: Question, args: [never, never]) => engines.get(engine)![question](...args),
    close(engine: number) {
      engines.get(engine)?.close();
      engines.delete(engine);
    },
  });
}
