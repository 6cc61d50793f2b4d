import {createFacetIndex, findMisses, findUnmatched} from '../core/facets/facet-index.js';
import type {Feed} from '../core/feed/feed.js';
import {attributes} from '../core/practice.js';
import type {Labels} from '../core/search/labels.js';
import {explainUnmatched} from '../core/search/nearby-values.js';
import {readRefinements} from '../core/state/refinement-syntax.js';
import type {Refinements} from '../core/state/search-state.js';

/** Why a filter cannot be read; `''` if it can. */
export function explainFilter(filter: string): string {
  const {unread} = readRefinements(filter);
  if (!unread.length) return '';
  return (
    `The filter “${filter}” cannot be read: ${unread.map((each) => `“${each}”`).join(', ')}. ` +
    `Write values after ${attributes.join(', ')}, as in the attribute scope: topic:education country:ES city:"San Sebastián".`
  );
}

/** A feed with the practices that match a filter, and the filter. */
export interface FilteredFeed {
  readonly feed: Feed;
  readonly refinements: Refinements;
}

/** Leaves out practices that do not match. Warns of values that no practice has, and if nothing is left. */
export function filterFeed(
  feed: Feed,
  filter: string,
  labels: Labels,
  onWarning: (message: string) => void = () => {},
): FilteredFeed {
  const {refinements} = readRefinements(filter);
  if (!filter.trim()) return {feed, refinements};
  const index = createFacetIndex(feed.practices, new Date().getFullYear(), feed.facets);
  for (const value of findUnmatched(index, refinements).values) onWarning(explainUnmatched(index, value, labels));
  const misses = findMisses(index, refinements);
  const practices = feed.practices.filter((_, position) => !misses[position]);
  if (!practices.length) onWarning(`No practice matches the filter “${filter}”. The list is empty.`);
  // The feeds that it declares have more practices than these.
  return {feed: {...feed, practices, feeds: []}, refinements};
}
