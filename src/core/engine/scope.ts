import {findMisses, findUnmatched, indexFacetsSliced} from '../facets/facet-index.js';
import type {Collection, Feed} from '../feed/feed.js';
import type {Practice} from '../practice.js';
import type {Labels} from '../search/labels.js';
import type {Refinements} from '../state/search-state.js';
import {findTopics, withoutTopics} from './exclude-topics.js';

/** What the webmaster leaves out. */
export interface ScopeOptions {
  /** The widget has only practices that match these. */
  readonly scope: Refinements;
  /** Topics that no practice shows, by id or label. `scope` still finds practices by them. */
  readonly excludedTopics?: readonly string[];
  /** Up to which year ongoing practices run. */
  readonly currentYear: number;
}

/** The practices in scope without the excluded topics, their facet index, and what matches no practice. */
export function* scopeSliced(
  {collections, facets: own, practices: all, topics}: Feed,
  {currentYear, excludedTopics = [], scope}: ScopeOptions,
  labels: Labels,
) {
  const facetIndex = yield* indexFacetsSliced(all, currentYear, own);
  const outside = findMisses(facetIndex, scope);
  const ids = new Set([...facetIndex.facets.get('topic')!.values.keys(), ...topics.map(({id}) => id)]);
  const excluded = findTopics(excludedTopics, ids, labels);
  const unmatched = {scope: findUnmatched(facetIndex, scope), excludedTopics: all.length ? excluded.unknown : []};
  const isWhole = !outside.some(Boolean) && !excluded.ids.size;
  const practices = isWhole
    ? all
    : all.filter((_, i) => !outside[i]).map((practice) => withoutTopics(practice, excluded.ids));
  return {
    practices,
    collections: indexCollections(collections, practices),
    facetIndex: isWhole ? facetIndex : yield* indexFacetsSliced(practices, currentYear, own),
    unmatched,
  };
}

/** The positions of the practices of each collection, in its order. Empty collections are left out. */
function indexCollections(
  collections: readonly Collection[],
  practices: readonly Practice[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  if (!collections.length) return found;
  const positions = new Map(practices.map(({id}, position) => [id, position]));
  for (const {id, practices: ids} of collections) {
    const members = ids.flatMap((each) => positions.get(each) ?? []);
    if (members.length) found.set(id, members);
  }
  return found;
}
