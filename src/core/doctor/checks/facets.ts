import {fieldsOf, listOf, pointerTo} from '../../feed/json-value.js';
import type {Check} from '../check-input.js';

/**
 * Facets of the feed's own that no practice has a value of. Visitors do not see them. Another page of
 * the feed may have values.
 */
export const checkFacets: Check = ({feed, practices, raw}) => {
  if (raw.next) return [];
  const used = new Set(practices.flatMap(({practice}) => practice.facets.map(({name}) => name)));
  const described = listOf(raw.facets).map(fieldsOf);
  return feed.facets
    .filter(({name}) => practices.length && !used.has(name))
    .map(({name}) => {
      const i = described.findIndex((facet) => facet['name'] === name);
      return {
        code: 'empty-facet',
        pointer: i < 0 ? raw.pointer : pointerTo('/facets', i),
        message: `No practice has a value of “${name}”.`,
        count: 1,
      };
    });
};
