import {FeedError} from './feed-error.js';

/** An object of a JSON document. Nothing in it is trusted. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value, and the RFC 6901 pointer to its place in the document. */
export interface Item {
  readonly value: unknown;
  readonly pointer: string;
}

/** Whether a value is an object in the sense of JSON. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object or a list; otherwise an empty one. */
export const fieldsOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/**
 * A text or number as a text; otherwise `''`. An object could have a `toString` that is not a
 * function.
 */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The list that a document of a format must have. Throws a `FeedError` if it is missing. */
export function mustBeList(value: unknown, address: string, format: string, list: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new FeedError(
    'not-a-feed',
    `${address} is not ${format}: it has no list ${list}. Check the address and the attribute “format”.`,
  );
}

/** The pointer to the member `key` of the value at `pointer`. */
export function pointerTo(pointer: string, key: string | number): string {
  // There are dozens for each record, and hardly any key has one of these characters.
  const token = /[~/]/.test(String(key)) ? String(key).replaceAll('~', '~0').replaceAll('/', '~1') : key;
  return `${pointer}/${token}`;
}

/** The keys of a pointer. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer in a document; undefined if there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const key of pointerKeys(pointer))
    value = isObject(value) || Array.isArray(value) ? (value as JsonObject)[key] : undefined;
  return value;
}

/** A function that reads the fields of an object by name; null if `value` is not an object. */
export function toFields({value, pointer}: Item): ((key: string) => Item) | null {
  if (!isObject(value)) return null;
  return (key) => ({value: value[key], pointer: pointerTo(pointer, key)});
}

/**
 * The most places, topics, links or sections that one practice may have: cards show all of them.
 */
export const MAX_ITEMS = 200;

/** The most fields of a record that are looked at. Real ones have a hundred at most. */
export const MAX_FIELDS = 1000;

/**
 * The first items of a list. A single value is a list of one; null and undefined are an empty list.
 */
export function toItems({value, pointer}: Item, limit = MAX_ITEMS): Item[] {
  if (Array.isArray(value))
    return value.slice(0, limit).map((item: unknown, i) => ({value: item, pointer: pointerTo(pointer, i)}));
  return value === undefined || value === null ? [] : [{value, pointer}];
}

/** Longer texts are cut in messages. */
const MAX_QUOTE_LENGTH = 60;

/**
 * A value in a few words, for the start of a message: a text in quotes, a number in digits,
 * otherwise its type.
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, MAX_QUOTE_LENGTH)}"`;
  return Array.isArray(value) ? 'A list' : isObject(value) ? 'An object' : String(value);
}

/** The list; undefined, which `JSON.stringify` leaves out, if it is empty. */
export const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length ? list : undefined);
