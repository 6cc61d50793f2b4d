import type {Relaxation} from '../../state/search-results.js';
import type {SearchState} from '../../state/search-state.js';
import type {EngineContext} from './context.js';
import type {Finder} from './finder.js';

/** Counts what a search that finds nothing would find without each of its parts. */
export async function findRelaxations(
  {facets, tools}: EngineContext,
  {count}: Finder,
  state: SearchState,
  signal: AbortSignal,
): Promise<Relaxation[]> {
  const {collection, query, refinements} = state;
  const chosen = [...facets.keys()].filter((name) => tools.refinementsOf(refinements, name).length);
  const relaxed: readonly (readonly [Relaxation['without'], Partial<SearchState>])[] = [
    ...(query.trim() ? [['query', {query: ''}] as const] : []),
    ...(collection ? [['collection', {collection: ''}] as const] : []),
    ...chosen.map((name) => [name, {refinements: {...refinements, [name]: []}}] as const),
  ];
  const counted = relaxed.map(async ([without, change]) => ({
    without,
    count: await count({...state, ...change}, signal),
  }));
  return (await Promise.all(counted)).filter((one) => one.count);
}
