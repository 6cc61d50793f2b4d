import {memoize} from '../memoize.js';
import {readPageFacet, type FacetType} from '../own-facets.js';
import {fold} from '../text/fold.js';
import {fieldsOf, listOf, textOf} from './json-value.js';

/** Says whether a field of a record belongs to a facet of the feed's own, by the name of the field. */
export type IsOwnField = (name: string) => boolean;

export const isNoOwnField: IsOwnField = () => false;

/** The facets that a page describes in words such as `target:list`. */
export const readPageFacets = (text: string): {readonly name: string; readonly type: FacetType}[] =>
  text.split(' ').flatMap((word) => {
    const facet = readPageFacet(word);
    return facet?.type ? {name: facet.name, type: facet.type} : [];
  });

/** Names may be as long as a feed wants. */
const MAX_NAME_LENGTH = 200;

/** The name of a field without what content systems put before it: `field_city`, `_wpcf-city`. */
export const withoutPrefix = (name: string): string => name.replace(/^_?(?:field|wpcf|acf)[_-]/i, '');

/**
 * The letters and digits of the name of a field, by which fields are compared: `Target group`,
 * `targetGroup` and `field_target_group` are one.
 */
const keyOf = memoize((name) => fold(withoutPrefix(name.slice(0, MAX_NAME_LENGTH))).replace(/[^\p{L}\p{N}]/gu, ''));

/** Creates the test for the facets that a feed and a page describe. Both may be anything. */
export function createFieldTest(described: unknown, pageFacets = ''): IsOwnField {
  const fields = [
    ...listOf(described).map((facet) => textOf(fieldsOf(facet)['field']) || textOf(fieldsOf(facet)['name'])),
    ...readPageFacets(pageFacets).map(({name}) => name),
  ];
  const keys = new Set(fields.map(keyOf).filter(Boolean));
  return keys.size ? (name) => keys.has(keyOf(name)) : isNoOwnField;
}

/** The name under which a record has a field, in any spelling; undefined if it has none. */
export const findField = (record: object, field: string): string | undefined =>
  Object.hasOwn(record, field) ? field : Object.keys(record).find((name) => keyOf(name) === keyOf(field));
