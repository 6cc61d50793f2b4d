import type {UnmatchedSettings} from '../../engine/engine.js';
import type {Refinements} from '../../state/search-state.js';
import type {EngineContext} from './context.js';
import type {Finder} from './finder.js';
import {readScope} from './scope.js';

/** Finds what of the webmaster's settings no practice has. Without practices, nothing is to blame. */
export async function findUnmatched(
  context: EngineContext,
  {countRefined, loadScope}: Finder,
  preset: Refinements,
): Promise<UnmatchedSettings> {
  const {client, closing, excludedTopics, options, tools} = context;
  const scope = await loadScope();
  // The scope finds practices by excluded topics too.
  const everything = readScope(await client.ask('feed', {}, closing), context, new Set());
  const hasPreset = tools.refinementPairs(preset).length > 0;
  return {
    scope: {
      values: everything.size ? tools.unknownRefinements(everything.facets, options.scope) : [],
      findsNothing: everything.size > 0 && !scope.size,
    },
    preset: {
      values: scope.size ? tools.unknownRefinements(scope.facets, preset) : [],
      findsNothing: hasPreset && scope.size > 0 && !(await countRefined(preset)),
    },
    facets: scope.size ? options.facets.filter((name) => !scope.facets.has(name)) : [],
    excludedTopics: scope.size ? excludedTopics.unknown : [],
  };
}
