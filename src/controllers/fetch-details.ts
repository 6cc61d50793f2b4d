import {FeedError} from '../core/feed/feed-error.js';
import type {Warn} from '../core/feed/feed-warnings.js';
import {fetchFeed} from '../core/feed/fetch.js';
import {readDetails, type PracticeDetails} from '../core/feed/normalize/details.js';
import {parseFeed, type FeedDocument} from '../core/feed/parse.js';
import type {Practice} from '../core/practice.js';
import {warnOnce} from '../platform/warn-once.js';

/** Of more practices than these, what has not been fetched is left out of files. */
const MAX_DETAILS_PER_FILE = 100;

/** By their addresses, what is here. A document may be of several practices. */
const documents = new Map<string, FeedDocument>();
const requests = new Map<string, Promise<FeedDocument>>();
/** What could not be had may be had now, whatever the browser's cache says. */
const failed = new Set<string>();

/** What was fetched of a practice; null for nothing yet. */
export function cachedDetails(practice: Practice, warn?: Warn): PracticeDetails | null {
  const document = documents.get(practice.details);
  return document ? readDetails(document, practice, warn) : null;
}

/** Fetches what is missing of a practice, once for the page. Throws a `FeedError`; then it may be tried again. */
export async function fetchDetails(practice: Practice, warn?: Warn): Promise<PracticeDetails> {
  const {details} = practice;
  const request = requests.get(details) ?? fetchDocument(details);
  requests.set(details, request);
  try {
    documents.set(details, await request);
    const filling = cachedDetails(practice, warn);
    if (filling) return filling;
    throw new FeedError(
      'not-a-feed',
      `${details} does not contain the practice “${practice.id}”. Check the field “details” in the feed.`,
    );
  } catch (error) {
    failed.add(details);
    requests.delete(details);
    documents.delete(details);
    warnOnce((error as Error).message);
    throw error;
  }
}

const fetchDocument = async (address: string) =>
  parseFeed(await fetchFeed(address, {cache: failed.has(address) ? 'no-cache' : 'default'}));

/** The practices in full, for files and paper; where what is missing cannot be had, or is too much, as they are. */
export async function withDetails(practices: readonly Practice[]): Promise<readonly Practice[]> {
  if (practices.filter(({details}) => details).length > MAX_DETAILS_PER_FILE) return practices;
  return Promise.all(
    practices.map(async (practice) => {
      if (!practice.details) return practice;
      const filling = await fetchDetails(practice).catch(() => ({}));
      return {...practice, ...filling};
    }),
  );
}
