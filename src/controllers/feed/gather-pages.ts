import type {FeedReader, Onward} from '../../core/engine/feed-reader.js';
import {FeedError} from '../../core/feed/feed-error.js';
import type {FeedWarningCode} from '../../core/feed/feed-warnings.js';
import type {FeedWarning} from '../../core/feed/feed.js';
import type {FetchedFeed} from '../../core/feed/fetch.js';
import {sameHostUrl} from '../../core/feed/normalize/safe-url.js';
import {describeMissingPosts, followPages, MAX_PAGES, nextPage} from '../../core/feed/paging.js';
import {shortAddress} from '../../core/feed/wordpress-address.js';
import {decodeEntities} from '../../core/text/html-text.js';
import {warnOnce} from '../../platform/warn-once.js';
import type {FeedPage, FeedPart} from './feed-snapshot.js';

/**
 * How long the first feed waits for the others, so that the list seldom grows before the visitor's
 * eyes.
 */
const WAIT_FOR_OTHERS_MS = 1000;

/** The first page of a feed that was fetched and read, and where it says that there is more. */
export interface FirstPage extends Onward {
  readonly address: string;
  readonly page: FetchedFeed;
}

/** One of the feeds that are loaded. */
export interface FeedDownload {
  /** The address that is asked for. */
  readonly address: string;
  readonly first: Promise<FirstPage>;
  /** Fetches a further document of the feed, within the time that the feed has. */
  fetchPage(address: string): Promise<FetchedFeed>;
  /** Stops its clock: all its pages have come, or it has failed. */
  end(): void;
}

/** What the pages of feeds are gathered from. */
export interface Gathering {
  /** In the order of `src`. */
  readonly downloads: readonly FeedDownload[];
  readonly reader: FeedReader;
  readonly signal: AbortSignal;
}

/**
 * Makes one feed of the first pages of one or several feeds. Then adds all further pages, and at
 * last the full texts. A slow feed holds up no other: what has come is shown, and the rest follows.
 * What fails to load is left out with a warning, and counts in `missing` and `totalRecords`.
 */
export async function gatherPages({downloads, reader, signal}: Gathering): Promise<FeedPart> {
  const warnings: FeedWarning[] = [];
  const missing: string[] = [];
  const pages: FeedPage[] = [];
  const texts: {feed: number; address: string}[] = [];
  let totalRecords = 0;
  /** How many feeds have pages on their way. */
  let unfinished = downloads.length;
  let handleNews = () => {};

  const addWarning = (code: FeedWarningCode, text: string) => {
    const message = shortAddress(text);
    warnings.push({code, pointer: '', message});
    warnOnce(message);
  };
  const read = async () => ({
    pages: [...pages],
    feed: await reader.read({
      missing: missing.filter(Boolean),
      warnings: [...warnings],
      totalRecords,
      isWhole: !unfinished && !totalRecords,
    }),
  });

  /** The address of the next page, if the widget may ask for it. */
  const nextOf = (page: FetchedFeed, said: string) => {
    const next = nextPage(page, said);
    if (said && !next) {
      addWarning(
        'page-failed',
        `${said} is the next page of a feed, but on another host, so it was not loaded. Keep all pages on one host.`,
      );
      totalRecords = Infinity;
    }
    return next;
  };

  /** Notes the first page of a feed, or its failure. Returns what follows, if anything does. */
  async function begin(feed: number): Promise<Following | undefined> {
    const {address, first} = downloads[feed]!;
    try {
      const {next, page, texts: said} = await first;
      pages.push({address, fingerprint: page.fingerprint});
      const textsAddress = sameHostUrl(decodeEntities(said), page.address);
      if (textsAddress) texts.push({feed, address: textsAddress});
      const second = nextOf(page, next);
      if (second) {
        handleNews();
        return {firstPage: page, second};
      }
    } catch (error) {
      signal.throwIfAborted();
      missing[feed] = address;
      addWarning(
        'feed-failed',
        `One of several feeds failed to load, so the list shows the others only. ${(error as Error).message}`,
      );
    }
    finish(feed);
    return undefined;
  }

  /** Fetches and reads the pages of a feed, from its second. */
  async function follow(feed: number, {firstPage, second}: Following): Promise<void> {
    let postsMissing = 0;
    try {
      const unread = await followPages(firstPage.address, second, MAX_PAGES, async (address) => {
        const page = await downloads[feed]!.fetchPage(address);
        const {missingPosts, next} = await reader.add(feed, page);
        postsMissing = missingPosts;
        pages.push({address, fingerprint: page.fingerprint});
        return nextOf(page, next);
      });
      if (!unread) {
        if (postsMissing) addWarning('missing-posts', describeMissingPosts(downloads[feed]!.address, postsMissing));
        return;
      }
      addWarning(
        'too-many-pages',
        `${unread} and all later pages were left out: the widget reads ${MAX_PAGES} pages of a feed. Put more practices on each page.`,
      );
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      addWarning(
        'page-failed',
        `A page of the feed failed to load, so this page and all later pages are missing. ${error.message}`,
      );
    }
    totalRecords = (downloads.length === 1 && Number(firstPage.paging[2])) || Infinity;
  }

  function finish(feed: number): void {
    downloads[feed]!.end();
    unfinished--;
    handleNews();
  }

  /** Fetches the full texts that feeds name. If that fails, an opened practice fetches its own. */
  async function addTexts(): Promise<FeedPart> {
    await Promise.all(
      texts.map(async ({feed, address}) => {
        try {
          const page = await downloads[feed]!.fetchPage(address);
          pages.push({address, fingerprint: page.fingerprint});
          await reader.addTexts(feed, page);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
          addWarning('texts-failed', `The file with the full texts of the feed failed to load. ${error.message}`);
        }
      }),
    );
    return read();
  }

  const begun = downloads.map((_, feed) => begin(feed));
  const whole = quietly(
    Promise.all(
      begun.map(async (each, feed) => {
        const following = await each;
        if (!following) return;
        await follow(feed, following);
        finish(feed);
      }),
    ),
  );

  /** What has come, with a promise of what comes next. */
  async function readSoFar(): Promise<FeedPart> {
    // `readNext` listens before this reads, so that nothing is missed.
    if (unfinished) return {rest: quietly(readNext()), ...(await read())};
    const part = await read();
    return texts.length ? {...part, texts: quietly(addTexts())} : part;
  }

  async function readNext(): Promise<FeedPart> {
    await Promise.race([whole, new Promise<void>((resolve) => (handleNews = resolve))]);
    await atMost(WAIT_FOR_OTHERS_MS, whole);
    return readSoFar();
  }

  await atMost(WAIT_FOR_OTHERS_MS, Promise.all(begun));
  return readSoFar();
}

/** What follows the first page of a feed. */
interface Following {
  readonly firstPage: FetchedFeed;
  readonly second: string;
}

/** A promise that may reject when nobody listens: the element that asked has gone. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

/** Waits for a promise, but at most `time` milliseconds. */
const atMost = (time: number, promise: Promise<unknown>): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    void promise.then(() => resolve(), reject).then(() => clearTimeout(timer));
  });
