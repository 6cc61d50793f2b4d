import type {FetchedFeed} from '../feed/fetch.js';
import type {FeedReader} from './feed-reader.js';

/**
 * A reader that starts with one reader and can continue with another, which gets all pages again.
 * So a feed that turns out to be large is read in a worker, although others were shown before it
 * came.
 *
 * @param first reads until there is another
 * @param findNext asked before each page and each reading, until it returns a reader
 */
export function createHandOverReader(first: FeedReader, findNext: () => Promise<FeedReader | undefined>): FeedReader {
  const pages: [feed: number, page: FetchedFeed][] = [];
  let handedOver: Promise<FeedReader> | undefined;

  async function handOver(next: FeedReader): Promise<FeedReader> {
    for (const [feed, page] of pages.splice(0)) {
      // A page that fails here failed before: the caller knows.
      await next.add(feed, page).catch(() => undefined);
    }
    return next;
  }
  async function findReader(): Promise<FeedReader> {
    if (handedOver) return handedOver;
    const next = await findNext();
    if (next) handedOver ??= handOver(next);
    return handedOver ?? first;
  }
  return {
    async add(feed, page) {
      const reader = await findReader();
      if (reader === first) pages.push([feed, page]);
      return reader.add(feed, page);
    },
    addTexts: async (feed, page) => (await findReader()).addTexts(feed, page),
    read: async (gaps) => (await findReader()).read(gaps),
  };
}
