import {FeedError} from '../feed-error.js';
import {isObject, pointerTo} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';
import {fieldOf} from './field-names.js';
import {fieldsOf, textOf} from './json-fields.js';
import {toRecord} from './to-record.js';
import {pick} from './unwrap.js';

type Json = Readonly<Record<string, unknown>>;

/** So deep in objects a list may stand: `{"data": {"practices": {"nodes": []}}}`. */
const MAX_DEPTH = 4;
/** Under such a name a list is one of practices even if it is empty; and rather than its neighbours, which may be topics with names. */
const LIST_NAME = /^(?:practices|items|data|results|records|entries|projects|posts|features|value)$/;

interface Found {
  readonly records: readonly unknown[];
  readonly pointer: string;
  /** The object in which it stands. */
  readonly parent: Json;
}

/** Reads JSON in which a list of objects with titles stands, under whatever names (see `fieldOf`), and be it our own. */
export function readGenericJson(document: unknown, address: string): RawFeed {
  const found = findList(document);
  if (!found)
    throw new FeedError(
      'not-a-feed',
      `${address} is JSON, but contains no list of practices, which are objects with a “title”.`,
    );
  const {parent, pointer, records} = found;
  return {
    address,
    version: pointer === '/practices' ? parent['version'] : undefined,
    title: parent['title'],
    language: parent['language'],
    license: parent['license'],
    updated: parent['updated'],
    topics: parent['topics'],
    synonyms: parent['synonyms'],
    records: records.map((record) => (isObject(record) ? toRecord(flatten(record)) : record)),
    pointer,
    texts: parent['texts'],
    next: nextOf(isObject(document) ? document : {}),
  };
}

/** As JSON:API, Django, OData, Plone and others say it. */
function nextOf(document: Json): unknown {
  const {batching, links} = document;
  const said = pick({...fieldsOf(batching), ...fieldsOf(links), ...document}, 'next_url next @odata.nextLink');
  return isObject(said) ? said['href'] : said;
}

/** The list that is nearest to the document itself, of several the one with a telling name; of empty ones, only such a one. */
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

/** What a record says, and what it says in an object of its own: catalogues of open data in `fields`, others elsewhere. */
function flatten(record: Json): [name: string, value: unknown][] {
  const inner = fieldsOf(pick(record, 'fields attributes properties node'));
  const {'@id': address} = record;
  // Plone and JSON-LD say so where it is
  return Object.entries({...record, ...inner, ...(textOf(address).startsWith('http') && {permalink: address})});
}
