import {FeedError} from '../feed-error.js';
import {isObject} from '../json-value.js';

/** The object that a value is, an empty one where it is none; so for lists. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Nothing else is made a text: an object may have a `toString` of its own, and that be no function. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The list that makes a document one of its format; a `FeedError` where there is none. */
export function mustBeList(value: unknown, address: string, format: string, list: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new FeedError(
    'not-a-feed',
    `${address} is not ${format}: it has no list ${list}. Check the address and the attribute “format”.`,
  );
}
