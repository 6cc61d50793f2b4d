/** A value, and the RFC 6901 pointer to where it stands in its document. */
export interface Item {
  readonly value: unknown;
  readonly pointer: string;
}

/** The pointer to the member `key` of what `pointer` points to. */
export function pointerTo(pointer: string, key: string | number): string {
  // there are dozens for each record, and nearly no key has either
  const token = /[~/]/.test(String(key)) ? String(key).replaceAll('~', '~0').replaceAll('/', '~1') : key;
  return `${pointer}/${token}`;
}

/** Whether a value is an object in the sense of JSON. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object by their names, null where `value` is no object. */
export function toFields({value, pointer}: Item): ((key: string) => Item) | null {
  if (!isObject(value)) return null;
  return (key) => ({value: value[key], pointer: pointerTo(pointer, key)});
}

/** So many places, topics, links or sections count of one practice: each is drawn, and nobody writes, or reads, as many. */
export const MAX_ITEMS = 200;

/** The items of a list, the first 200 of a long one; a single value is a list of one, and null or nothing a list of none. */
export function toItems({value, pointer}: Item, limit = MAX_ITEMS): Item[] {
  if (Array.isArray(value))
    return value.slice(0, limit).map((item: unknown, i) => ({value: item, pointer: pointerTo(pointer, i)}));
  return value === undefined || value === null ? [] : [{value, pointer}];
}

/** A value in a few words, to begin a message with: a text in quotes (cut after 60 characters), a number as it is, else its kind. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`;
  return Array.isArray(value) ? 'A list' : isObject(value) ? 'An object' : String(value);
}
