import type {Engine} from '../core/engine/engine.js';
import {createReader, type FeedReader, type Gaps, type ReadOptions} from '../core/engine/feed-reader.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {LocalEngineOptions} from '../core/engine/local-engine.js';
import type {FetchedFeed} from '../core/feed/fetch.js';
import {parseFeed, readAnyFormat} from '../core/feed/parse.js';
import type {LanguageWords, Stem} from '../core/search/words.js';
import type {EngineMethod} from './client.js';
import {answerCalls, type Port} from './rpc.js';

/**
 * The worker's end of the protocol: reads the documents of one request, and answers queries about
 * them. `client.ts` on the page calls these methods by their names.
 */
export function serveFeed(port: Port, loadStem: (language: string) => Promise<Stem | undefined>): void {
  let reader: FeedReader;
  /** The feeds read so far. A feed with more pages is added again. */
  const feeds: LoadedFeed[] = [];
  const engines = new Map<number, Engine>();
  answerCalls(port, {
    begin(options: ReadOptions) {
      const {facets, format} = options;
      const readPage = (page: FetchedFeed) => readAnyFormat(parseFeed(page, format), format, facets);
      reader = createReader(readPage, options);
    },
    add: (feed: number, page: FetchedFeed) => reader.add(feed, page),
    addTexts: (feed: number, page: FetchedFeed) => reader.addTexts(feed, page),
    async read(gaps: Gaps) {
      const loaded = await reader.read(gaps);
      const {ids, info, languages} = loaded;
      return {info, ids, languages, feed: feeds.push(loaded) - 1};
    },
    createEngine(number: number, feed: number, options: LocalEngineOptions) {
      const engine = feeds[feed]!.createEngine(options);
      engine.prepare();
      engines.set(number, engine);
    },
    /** Functions cannot be sent, so the worker loads its own stemmers. */
    async learn(engine: number, words: readonly LanguageWords[]) {
      const stemmed = words.map(async (each) => ({...each, stem: await loadStem(each.language)}));
      engines.get(engine)?.learn(await Promise.all(stemmed));
    },
    callEngine: (engine: number, method: EngineMethod, args: [never, never, never]) =>
      engines.get(engine)![method](...args),
    closeEngine(engine: number) {
      engines.get(engine)?.close();
      engines.delete(engine);
    },
  });
}
