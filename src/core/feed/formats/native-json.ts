import {FeedError} from '../feed-error.js';
import type {RawFeed} from '../feed.js';
import {isObject} from '../json-value.js';
import {createFieldTest, type IsOwnField} from '../own-fields.js';

/** The fields of a record in our own format. */
export const recordFields: readonly string[] =
  'id title titleLang city country location period years year topics summary sections url image links contact updated details'.split(
    ' ',
  );

/** Whether a field of a record is one of ours, or one of its publisher, which the widget ignores. */
export const isNativeField = (name: string): boolean => recordFields.includes(name) || name.startsWith('x-');

/**
 * Whether a document is in our own format, so that no other reader has to load: a list of
 * practices, or an object with such a list, without unknown fields in the records. Fields of facets
 * and of the publisher are known.
 */
export function isNativeJson(document: unknown, pageFacets = ''): boolean {
  const records = recordsOf(document);
  const isOwn: IsOwnField = createFieldTest(isObject(document) && document['facets'], pageFacets);
  return (
    Array.isArray(records) &&
    records.every((record: unknown) => Object.keys(record ?? {}).every((key) => isNativeField(key) || isOwn(key)))
  );
}

/**
 * Reads our own format, version 1 (an object with `practices`), or a bare list of practices.
 * `address` is that of the document. Throws a `FeedError` (`not-a-feed`) for anything else, and if
 * no entry of the list is an object.
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
