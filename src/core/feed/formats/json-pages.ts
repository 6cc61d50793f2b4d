import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, listOf, textOf, type JsonObject} from '../json-value.js';
import {pick} from './field-values.js';

const NEXT = 'next_url next @odata.nextLink';
/** Directus counts all records, and those that match. */
const TOTAL =
  'filter_count total_count total totalCount totalElements count numFound numberMatched items_total @odata.count';
const MORE = 'exceededTransferLimit hasNextPage has_more hasMore';

/**
 * What JSON with a list of records says about further pages. `parent` is an object within the
 * document that may say it too, such as the one that contains the list.
 */
export function readPaging(
  document: unknown,
  parent: unknown,
  records: readonly unknown[],
): Pick<RawFeed, 'next' | 'total'> {
  const objects = [document, parent].map(fieldsOf);
  // CKAN links to a next page from the last one too, and from the empty one after it.
  const hal = records.length ? objects.map(({_links}) => _links) : [];
  const next = find([...objects.flatMap(linksIn), ...hal], NEXT);
  const counts = objects.flatMap(countsIn);
  // The position of a page is a number; only Airtable has the key of the next one there.
  const hasMore = find(counts, MORE) === true || textOf(find(counts, 'offset')).startsWith('itr');
  return {
    next: isObject(next) ? next['href'] : next,
    total: Math.max(Number(textOf(find(counts, TOTAL))) || 0, hasMore ? records.length + 1 : 0),
  };
}

const find = (objects: readonly unknown[], names: string): unknown =>
  objects.map((object) => pick(fieldsOf(object), names)).find(Boolean);

/** Where Django, JSON:API, Plone and others have links; in OGC API they are a list. */
const linksIn = (object: JsonObject): unknown[] => {
  const {batching, links} = object;
  const byRelation = listOf(links).map((link) => ({[textOf(fieldsOf(link)['rel'])]: link}));
  return [object, links, batching, ...byRelation];
};

/** Where APIs have numbers and marks. */
const countsIn = (object: JsonObject): unknown[] => {
  const {meta, page, pageInfo, pagination} = object;
  return [object, fieldsOf(meta)['pagination'], meta, pagination, page, pageInfo];
};
