import type {LocalizedText, Practice} from '../../practice.js';
import type {Collection} from '../feed.js';
import {pointerTo, toFields, toItems, type Item} from '../json-value.js';
import {readImage} from './links.js';
import {cleanId} from './practice-id.js';
import {asParagraphs, readList, readLocalized, warnIfLonger, type FieldReadContext, type TextContext} from './text.js';

/** The most collections, and practices in each: visitors choose among a few, and read a few. */
export const MAX_COLLECTIONS = {collections: 24, practices: 500} as const;

/** The most examples: more have no room in a search field. */
export const MAX_EXAMPLES = 3;

/**
 * Reads the collections: `[{"id": "start", "title": "Where to start", "practices": ["a", "b"]}]`.
 * Those without an id, a title or practices are left out, and of two with one id the second, with a
 * warning. Ids that no practice has stay: another page of the feed may have it.
 */
export function readCollections(item: Item, context: FieldReadContext): Collection[] {
  const {warn} = context;
  const {collections, practices} = MAX_COLLECTIONS;
  const found = new Map<string, Collection>();

  function readCollection(each: Item): Collection | null {
    const field = toFields(each);
    if (!field) return null;
    const listed = field('practices');
    warnIfLonger(listed, practices, 'too-many-collections', warn, 'practices');
    const ids = toItems(listed, practices).map((id) => cleanId(id, context));
    return {
      id: cleanId(field('id'), context),
      title: readLocalized(field('title'), context, 'title'),
      introduction: readLocalized(field('introduction'), context, 'introduction', asParagraphs),
      practices: [...new Set(ids)].filter(Boolean),
      image: readImage(field('image'), context),
    };
  }

  const codes = {bad: 'bad-collection', tooMany: 'too-many-collections', what: 'collections'} as const;
  for (const each of readList(item, collections, codes, warn)) {
    const collection = readCollection(each);
    if (!collection?.id || !collection.title.length || !collection.practices.length) warn('bad-collection', each);
    else if (found.has(collection.id))
      warn('duplicate-collection', {value: collection.id, pointer: pointerTo(each.pointer, 'id')});
    else found.set(collection.id, collection);
  }
  return [...found.values()];
}

/** Reads the queries that an empty search field shows. */
export function readExamples(item: Item, context: TextContext): LocalizedText[] {
  warnIfLonger(item, MAX_EXAMPLES, 'too-many-examples', context.warn);
  return toItems(item, MAX_EXAMPLES)
    .map((each) => readLocalized(each, context, 'example'))
    .filter((example) => example.length);
}

/**
 * The collections after their practices got other ids, which are in the same order as before. Of
 * several practices that had one id, the first is meant.
 */
export function followIds(
  collections: readonly Collection[],
  before: readonly Practice[],
  after: readonly Practice[],
): readonly Collection[] {
  if (!collections.length) return collections;
  const ids = new Map<string, string>();
  before.forEach(({id}, i) => ids.set(id, ids.get(id) ?? after[i]!.id));
  return renameIn(collections, (id) => ids.get(id) ?? id);
}

/** The collections with other ids of practices. An id that becomes `''` is left out. */
export const renameIn = (collections: readonly Collection[], rename: (id: string) => string): Collection[] =>
  collections.map((collection) => ({
    ...collection,
    practices: [...new Set(collection.practices.map(rename))].filter(Boolean),
  }));
