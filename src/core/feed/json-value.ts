/** A value, and the RFC 6901 pointer to where it stands in its document. */
export interface Item {
  readonly value: unknown;
  readonly pointer: string;
}

/** The pointer to the member `key` of what `pointer` points to. */
export function pointerTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether a value is an object in the sense of JSON. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The fields of an object by their names, null where `value` is no object. Its own fields only: what a page has added to
 * `Object.prototype` is none.
 */
export function toFields({value, pointer}: Item): ((key: string) => Item) | null {
  if (!isObject(value)) return null;
  return (key) => ({value: Object.hasOwn(value, key) ? value[key] : undefined, pointer: pointerTo(pointer, key)});
}

/** The items of a list; a single value is a list of one, and null or nothing a list of none. */
export function toItems({value, pointer}: Item): Item[] {
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({value: item, pointer: pointerTo(pointer, i)}));
  return value === undefined || value === null ? [] : [{value, pointer}];
}

/** A value in a few words, for messages: a text or number as it is (cut after 60 characters), else its kind. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : String(value);
}
