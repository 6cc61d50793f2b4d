import {FeedError} from '../feed-error.js';
import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, MAX_FIELDS, pointerTo, textOf, type JsonObject} from '../json-value.js';
import {createFieldTest, isNoOwnField, type IsOwnField} from '../own-fields.js';
import {quoteRefusal} from '../refusal.js';
import {fieldOf} from './field-names.js';
import {pick} from './field-values.js';
import {readPaging} from './json-pages.js';
import {isNativeField, readNativeJson} from './native-json.js';
import {toRecord} from './to-record.js';

/** Objects around the list: `{"data": {"practices": {"nodes": []}}}`. */
const MAX_DEPTH = 4;
/**
 * A list with one of these names has the practices even if it is empty, and rather than its
 * neighbours, which may be topics with names.
 */
const LIST_NAME = /^(?:practices|items|data|results|records|entries|projects|posts|features|value)$/;

interface Found {
  readonly records: readonly unknown[];
  readonly pointer: string;
  /** The object that contains the list. */
  readonly parent: JsonObject;
}

/**
 * Reads JSON with a list of objects that have titles, under any names (see `fieldOf`), including
 * our own format.
 */
export function readGenericJson(document: unknown, address: string, isPageOwn = isNoOwnField): RawFeed {
  const found = findList(document);
  if (!found) {
    const refusal = quoteRefusal(document);
    throw new FeedError(
      'not-a-feed',
      refusal
        ? `${address} is no list of practices, but an error. The server says: ${refusal}.`
        : `${address} is JSON, but contains no list of practices, which are objects with a “title”.`,
    );
  }
  const {parent, pointer, records} = found;
  const isFeedOwn = createFieldTest(parent['facets']);
  const isOwn: IsOwnField = (name) => isPageOwn(name) || isFeedOwn(name);
  if (isDeclaredNative(found, isOwn)) return readNativeJson(document, address);
  return {
    address,
    version: pointer === '/practices' ? parent['version'] : undefined,
    title: parent['title'],
    language: parent['language'],
    license: parent['license'],
    updated: parent['updated'],
    topics: parent['topics'],
    facets: parent['facets'],
    synonyms: parent['synonyms'],
    collections: parent['collections'],
    examples: parent['examples'],
    feeds: parent['feeds'],
    records: records.map((record) => (isObject(record) ? toRecord(flatten(record), isOwn) : record)),
    pointer,
    texts: parent['texts'],
    ...readPaging(document, parent, records),
  };
}

/**
 * Whether a document says that it is in our own format, and no field has a name of another one. A
 * name that means nothing is a mistake, which must not change how the other fields are read.
 */
function isDeclaredNative({parent, pointer, records}: Found, isOwn: IsOwnField): boolean {
  const isOurs = (record: JsonObject) =>
    flatten(record).every(
      ([name]) => Object.hasOwn(record, name) && (isNativeField(name) || isOwn(name) || !fieldOf(name)),
    );
  return (
    pointer === '/practices' &&
    /^1\b/.test(textOf(parent['version'])) &&
    records.every((record) => !isObject(record) || isOurs(record))
  );
}

/**
 * The list with the fewest objects around it; of several, one with a telling name. An empty list
 * needs such a name.
 */
function findList(document: unknown): Found | undefined {
  let level: {value: unknown; pointer: string; parent: Found['parent']}[] = [
    {value: document, pointer: '', parent: {}},
  ];
  let empty: Found | undefined;
  const isTelling = ({pointer}: Found) => LIST_NAME.test(pointer.split('/').at(-1) || 'items');
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    const lists = level.flatMap(({parent, pointer, value}): Found[] =>
      Array.isArray(value) ? [{records: value, pointer, parent}] : [],
    );
    const titled = lists.filter(({records}) => records.some(hasTitle));
    if (titled.length) return titled.find(isTelling) ?? titled[0];
    empty ??= lists.find((list) => !list.records.length && isTelling(list));
    level = level.flatMap(({pointer, value}) =>
      isObject(value)
        ? Object.entries(value).map(([key, each]) => ({value: each, pointer: pointerTo(pointer, key), parent: value}))
        : [],
    );
  }
  return empty;
}

const hasTitle = (record: unknown) =>
  isObject(record) && flatten(record).some(([name]) => fieldOf(name)?.field === 'title');

/**
 * The fields of a record, and those of an inner object: open data catalogues have them in `fields`.
 */
function flatten(record: JsonObject): [name: string, value: unknown][] {
  const inner = fieldsOf(pick(record, 'fields attributes properties node'));
  const {'@id': address} = record;
  // The address of the page in Plone and JSON-LD.
  const link: JsonObject = textOf(address).startsWith('http') ? {permalink: address} : {};
  const fields = new Map<string, unknown>();
  for (const object of [record, inner, link])
    for (const name of Object.keys(object).slice(0, MAX_FIELDS)) fields.set(name, object[name]);
  return [...fields];
}
