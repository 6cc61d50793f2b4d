import {createFacetIndex, findUnmatched} from '../../facets/facet-index.js';
import {isObject, pointerTo} from '../../feed/json-value.js';
import {MAX_FILTER_FEEDS} from '../../feed/normalize/filter-feeds.js';
import {createLabels} from '../../search/labels.js';
import {explainUnmatched} from '../../search/nearby-values.js';
import {readRefinements} from '../../state/refinement-syntax.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/** Filters of declared feeds that visitors cannot have: they would never see these feeds. */
export const checkFilterFeeds: Check = ({feed, raw}) => {
  const declared = Array.isArray(raw.feeds) ? (raw.feeds as unknown[]).slice(0, MAX_FILTER_FEEDS) : [];
  if (!declared.length) return [];
  const index = createFacetIndex(feed.practices, new Date().getFullYear(), feed.facets);
  const labels = createLabels(feed.topics, feed.language || 'en', {}, feed.facets);
  return declared.flatMap((each, i): Issue[] => {
    const filter = isObject(each) ? each['filter'] : undefined;
    if (typeof filter !== 'string') return [];
    const pointer = pointerTo(pointerTo('/feeds', i), 'filter');
    const {refinements, unread} = readRefinements(filter);
    const issues = unread.map((part): Issue => ({
      code: 'unreadable-filter',
      pointer,
      message: `“${part}” in a filter cannot be read.`,
      count: 1,
    }));
    // The practices of other pages may have the values.
    if (raw.next) return issues;
    const unknown = findUnmatched(index, refinements).values.map((value): Issue => {
      const message = explainUnmatched(index, value, labels);
      return {code: 'unknown-filter-value', pointer, message, count: 1};
    });
    return [...issues, ...unknown];
  });
};
