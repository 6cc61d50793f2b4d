import {FeedError} from '../core/feed/feed-error.js';
import type {FeedWarningCode} from '../core/feed/feed-warnings.js';
import type {FeedWarning} from '../core/feed/feed.js';
import type {FetchedFeed} from '../core/feed/fetch-feed.js';
import {decodeEntities} from '../core/feed/html-text.js';
import {ownAddress} from '../core/feed/own-address.js';
import {MAX_PAGES, nextPage} from '../core/feed/paging.js';
import {tellWebmaster} from '../core/tell-webmaster.js';
import type {FeedArrival, FeedPage, Gathering} from './feed-arrival.js';

/**
 * The first pages of one or several feeds as one, and then all of their pages, which are fetched one after the other, and last their full texts. Whatever cannot be had is
 * left out, with a warning; that it is so stands in `missing` and `totalRecords`.
 */
export async function gatherPages({addresses, fetchPage, firsts, reader}: Gathering): Promise<FeedArrival> {
  const warnings: FeedWarning[] = [];
  const missing: string[] = [];
  const pages: FeedPage[] = [];
  let totalRecords = 0;

  const doubt = (code: FeedWarningCode, message: string) => {
    warnings.push({code, pointer: '', message});
    tellWebmaster(message);
  };
  const read = async () => ({
    feed: await reader.read({missing, warnings: [...warnings], totalRecords}),
    pages: [...pages],
  });

  /** Where the next page is, if it may be asked for. */
  const nextOf = (page: FetchedFeed, said: string) => {
    const next = nextPage(page, said);
    if (said && !next) {
      doubt('page-failed', `${said} is not followed: the pages of a feed must be on one host.`);
      totalRecords = Infinity;
    }
    return next;
  };

  /** Fetches and reads the pages of one feed, from its second. */
  async function follow(feed: number, next: string, total: number): Promise<void> {
    const seen = new Set([firstUrls[feed]!]);
    try {
      while (next && !seen.has(next) && seen.size < MAX_PAGES) {
        seen.add(next);
        const page = await fetchPage(next);
        pages.push({address: next, fingerprint: page.fingerprint});
        next = nextOf(page, (await reader.add(feed, page)).next);
      }
      if (!next || seen.has(next)) return;
      doubt(
        'too-many-pages',
        `${next} and what follows it is left out: the first ${MAX_PAGES} pages of a feed are read.`,
      );
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      doubt('page-failed', `A page of the feed is missing, and what follows it. ${error.message}`);
    }
    totalRecords = addresses.length === 1 && total ? total : Infinity;
  }

  const named: [feed: number, address: string][] = [];

  /** Fetches the full texts that feeds name. Without them, those of each practice are still to be had. */
  async function addTexts(): Promise<FeedArrival> {
    await Promise.all(
      named.map(async ([feed, address]) => {
        try {
          const page = await fetchPage(address);
          pages.push({address, fingerprint: page.fingerprint});
          await reader.addTexts(feed, page);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
          doubt('texts-failed', `The full texts of the feed are missing. ${error.message}`);
        }
      }),
    );
    return read();
  }

  /** What is here of the pages, and the full texts on their way. */
  async function readPages(): Promise<FeedArrival> {
    const arrival = await read();
    if (!named.length) return arrival;
    const texts = addTexts();
    // who has given up asks no more
    texts.catch(() => {});
    return {...arrival, texts};
  }

  const firstUrls: string[] = [];
  const further: (() => Promise<void>)[] = [];
  for (let feed = 0; feed < firsts.length; feed++) {
    const first = firsts[feed]!;
    if (first.status === 'rejected') {
      missing.push(addresses[feed]!);
      doubt('feed-failed', `One of several feeds is missing. ${(first.reason as FeedError).message}`);
      continue;
    }
    const {address, next, page, texts} = first.value;
    pages.push({address, fingerprint: page.fingerprint});
    firstUrls[feed] = page.address;
    const textsAddress = ownAddress(decodeEntities(texts), page.address);
    if (textsAddress) named.push([feed, textsAddress]);
    const second = nextOf(page, next);
    if (second) further.push(() => follow(feed, second, Number(page.paging[2])));
  }
  if (!further.length) return readPages();
  return {...(await read()), rest: Promise.all(further.map((go) => go())).then(readPages)};
}
