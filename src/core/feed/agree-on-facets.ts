import {isSpanType, MAX_OWN_FACETS, type OwnFacet} from '../own-facets.js';
import type {FacetValues} from '../practice.js';
import type {Feed, FeedWarning} from './feed.js';

/**
 * The same name in several feeds is one facet, as the first feed describes it. Numbers cannot be
 * texts, so practices of a feed that says so lose their values.
 */
export function agreeOnFacets(feeds: readonly Feed[], names: readonly string[]) {
  const known = new Map<string, OwnFacet>();
  const warnings: FeedWarning[] = [];
  const agreed = feeds.map((feed, i): Feed => {
    const lost = feed.facets.filter(({name, type}) => {
      const first = known.get(name);
      if (!first && known.size < MAX_OWN_FACETS) return false;
      const isLost = !first || isSpanType(first.type) !== isSpanType(type);
      const done = first ? `the first feed says ${first.type}` : `only ${MAX_OWN_FACETS} were read`;
      if (first?.type !== type)
        warnings.push({
          code: first ? 'other-facet-type' : 'too-many-facets',
          pointer: '/facets',
          message: `“${name}” of ${names[i]!} is of the type ${type}, but ${done}${isLost ? '. Its values were left out' : ''}.`,
        });
      return isLost;
    });
    const facets = feed.facets.filter((facet) => !lost.includes(facet));
    for (const facet of facets) if (!known.has(facet.name)) known.set(facet.name, facet);
    if (!lost.length) return feed;
    const isKept = ({name}: FacetValues) => !lost.some((facet) => facet.name === name);
    const practices = feed.practices.map((practice) => ({...practice, facets: practice.facets.filter(isKept)}));
    return {...feed, facets, practices};
  });
  return {feeds: agreed, warnings};
}
