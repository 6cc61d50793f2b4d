import type {KnownFacet, KnownFacets} from '../../facets/known-values.js';
import type {Attribute} from '../../practice.js';
import type {CrossTable, Facet, ValueCount} from '../../state/search-results.js';
import type {Refinements} from '../../state/search-state.js';
import type {Bucket, ClusterAnswer} from '../client.js';
import type {EngineContext} from './context.js';
import type {ScopedValue} from './scope.js';

// Reads counts. A cluster leaves out values that nothing has, and knows no spelling. So the facets of
// the scope give values and their order.

/** The counts of these facets in an answer of the template `search`. */
export function readFacets(
  {slots, tools}: EngineContext,
  names: readonly Attribute[],
  facets: KnownFacets<ScopedValue>,
  refinements: Refinements,
  answer: ClusterAnswer,
): Facet[] {
  return names.flatMap((attribute): Facet[] => {
    const facet = facets.get(attribute);
    if (!facet) return [];
    const buckets = answer.buckets([slots.get(attribute)!, 'values']);
    const counts = new Map(buckets.map(({count, key}) => [key, count]));
    const chosen = tools.refinementsOf(refinements, attribute).map((one) => tools.refinementKey(attribute, one));
    const values = [...facet.values.values()].map(({countries, key, value}) => ({
      value,
      count: counts.get(key) ?? 0,
      isRefined: chosen.includes(key),
      countries,
    }));
    return [{attribute, values: facet.kind === 'span' ? values : values.sort((a, b) => b.count - a.count)}];
  });
}

/** An answer of the template `table`. */
export function readCrossTable(
  rows: KnownFacet<ScopedValue>,
  columns: KnownFacet<ScopedValue>,
  answer: ClusterAnswer,
): CrossTable {
  return {
    rows: inOrder(rows, answer.buckets(['rows'])).map(({bucket, value}) => ({
      value,
      count: bucket.count,
      cells: readCounts(columns, bucket.buckets('columns')),
    })),
    columns: readCounts(columns, answer.buckets(['columns'])),
  };
}

const readCounts = (facet: KnownFacet<ScopedValue>, buckets: readonly Bucket[]): ValueCount[] =>
  inOrder(facet, buckets).map(({bucket, value}) => ({value, count: bucket.count}));

/** The buckets of the values of a facet, in its order. */
function inOrder({values}: KnownFacet<ScopedValue>, buckets: readonly Bucket[]) {
  const byKey = new Map(buckets.map((bucket) => [bucket.key, bucket]));
  return [...values.values()].flatMap(({key, value}) => {
    const bucket = byKey.get(key);
    return bucket ? [{value, bucket}] : [];
  });
}
