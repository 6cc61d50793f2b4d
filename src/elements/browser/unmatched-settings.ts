import type {Engine} from '../../core/engine/engine.js';
import type {UnmatchedRefinements} from '../../core/facets/facet-index.js';
import type {Refinements} from '../../core/state/search-state.js';
import {warnSetting} from '../shared/check-attributes.js';
import {builtInFacets} from './settings.js';

/** Warns of values of `facets`, `scope`, `preset` and `exclude-topics` that no practice of the feed has. */
export async function reportUnmatched(
  engine: Engine,
  preset: Refinements,
  facetsText: string,
  scopeText: string,
  presetText: string,
): Promise<void> {
  const unmatched = await engine.unmatched(preset).catch(() => null);
  // The feed or the element has gone.
  if (!unmatched) return;
  for (const name of unmatched.facets) reportFacet(facetsText, name);
  reportFilter('scope', scopeText, unmatched.scope);
  reportFilter('preset', presetText, unmatched.preset);
  for (const name of unmatched.excludedTopics)
    warnSetting(
      'exclude-topics',
      name,
      'a topic of the feed. Write the id or the label of a topic, and put a label with spaces in quotation marks',
    );
}

function reportFacet(facetsText: string, name: string): void {
  const typed = facetsText.split(/\s+/).find((word) => word.startsWith(`${name}:`));
  if (typed)
    warnSetting('facets', typed, 'a field of any practice, so the widget ignores it. Compare its name with the feed');
  else
    warnSetting(
      'facets',
      name,
      `a facet of the feed, so the widget ignores it. Choose from ${builtInFacets.join(', ')}, describe it in "facets" of the feed, or name a field of the practices and its type: ${name}:list`,
    );
}

function reportFilter(attribute: 'scope' | 'preset', text: string, {findsNothing, values}: UnmatchedRefinements): void {
  for (const value of values)
    warnSetting(
      attribute,
      value,
      'a value of any practice. Compare it with the feed: a topic is named by its id, a country by its code, a facet of its own by its name',
    );
  if (findsNothing && !values.length)
    warnSetting(attribute, text, 'a combination that any practice has. Remove one of the filters');
}
