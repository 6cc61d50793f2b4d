import {FeedError} from '../feed-error.js';
import {isObject} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';

/**
 * Reads our own format, version 1 (an object with `practices`), and a bare list of practices. `address` is where the document
 * was found. Throws a `FeedError` of the code `not-a-feed` for anything else, and for a list in which nothing can be a practice.
 */
export function readOwnJson(document: unknown, address: string): RawFeed {
  const own = isObject(document) ? document : {};
  const records = isObject(document) ? own['practices'] : document;
  if (Array.isArray(records) && (records.length === 0 || records.some(isObject))) {
    return {...own, address, records, pointer: records === document ? '' : '/practices'};
  }
  throw new FeedError(
    'not-a-feed',
    `${address} is neither a list of practices nor an object with such a list, "practices".`,
  );
}
