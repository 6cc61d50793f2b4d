import {FeedError} from '../feed-error.js';
import {isObject} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';

/** The names that a record of our own format has. */
export const recordFields: readonly string[] =
  'id title titleLang city country location period years year topics summary sections url image links contact details'.split(
    ' ',
  );

/**
 * Whether a document is in our own format, names and all, so that no other reader need be fetched: a list of practices, or an object
 * with such a list, in which no record has a field that we do not know.
 */
export function isNativeJson(document: unknown): boolean {
  const records = recordsOf(document);
  return (
    Array.isArray(records) &&
    records.every((record: unknown) => Object.keys(record ?? {}).every((key) => recordFields.includes(key)))
  );
}

/**
 * Reads our own format, version 1 (an object with `practices`), and a bare list of practices. `address` is where the document
 * was found. Throws a `FeedError` of the code `not-a-feed` for anything else, and for a list in which nothing can be a practice.
 */
export function readNativeJson(document: unknown, address: string): RawFeed {
  const own = isObject(document) ? document : {};
  const records = recordsOf(document);
  if (Array.isArray(records) && (records.length === 0 || records.some(isObject))) {
    return {...own, address, records, pointer: records === document ? '' : '/practices', next: own['next_url']};
  }
  throw new FeedError(
    'not-a-feed',
    `${address} contains no list of practices. It must be a list, or an object with a list "practices".`,
  );
}

const recordsOf = (document: unknown) => (isObject(document) ? document['practices'] : document);
