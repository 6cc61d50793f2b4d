import {FeedError} from '../../core/feed/feed-error.js';
import type {Warn} from '../../core/feed/feed-warnings.js';
import {fetchFeed} from '../../core/feed/fetch.js';
import {readDetails, type PracticeDetails} from '../../core/feed/normalize/details.js';
import {parseFeed, type FeedDocument} from '../../core/feed/parse.js';
import {forgetOldest} from '../../core/forget-oldest.js';
import type {Practice} from '../../core/practice.js';
import {warnOnce} from '../../platform/warn-once.js';

/** A file of more practices than this has no details: each may cost a request. */
const MAX_DETAILS_PER_FILE = 100;

/** Documents to keep. A document may have the details of many practices. */
const MAX_DOCUMENTS = 200;

/** The documents by their addresses. */
const documents = new Map<string, Promise<FeedDocument>>();
/** The addresses that failed. The next request for them bypasses the browser's cache. */
const failed = new Set<string>();

/**
 * Loads the details of a practice, and keeps them for the page. `warn` receives their oddities.
 * Throws a `FeedError`; the next call tries again.
 */
export async function fetchDetails(practice: Practice, warn?: Warn): Promise<PracticeDetails> {
  const {details} = practice;
  const document = documents.get(details) ?? fetchDocument(details);
  documents.set(details, document);
  forgetOldest(documents, MAX_DOCUMENTS);
  try {
    const loaded = readDetails(await document, practice, warn);
    if (loaded) return loaded;
    throw new FeedError(
      'not-a-feed',
      `${details} does not contain the practice “${practice.id}”. Check the field “details” in the feed.`,
    );
  } catch (error) {
    failed.add(details);
    documents.delete(details);
    warnOnce((error as Error).message);
    throw error;
  }
}

const fetchDocument = async (address: string) =>
  parseFeed(await fetchFeed(address, {staysOnHost: true, cache: failed.has(address) ? 'no-cache' : 'default'}));

/**
 * The practices with their details, for files and paper. Details that fail to load are left out; of
 * more than 100 practices with details, all are.
 */
export async function withDetails(practices: readonly Practice[]): Promise<readonly Practice[]> {
  if (practices.filter(({details}) => details).length > MAX_DETAILS_PER_FILE) return practices;
  return Promise.all(
    practices.map(async (practice) => {
      if (!practice.details) return practice;
      return {...practice, ...(await fetchDetails(practice).catch(() => ({})))};
    }),
  );
}
