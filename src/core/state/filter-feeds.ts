import type {FilterFeed} from '../feed/feed.js';
import type {Attribute} from '../practice.js';
import {readRefinements} from './refinement-syntax.js';
import {mapRefinements, refinementKey, refinementPairs, refinementsOf, type Refinements} from './search-state.js';

/**
 * Finds the feed that a feed declares for exactly these filters, in any order; null if there is
 * none. `scope` is what the page shows at all.
 */
export function findFilterFeed(
  feeds: readonly FilterFeed[],
  scope: Refinements,
  refinements: Refinements,
): FilterFeed | null {
  if (!feeds.length) return null;
  const all = join(scope, refinements);
  return (all && indexOf(feeds).get(signatureOf(all))) ?? null;
}

/** By their filters. Feeds do not change, and a widget asks often. */
const indexes = new WeakMap<readonly FilterFeed[], ReadonlyMap<string, FilterFeed>>();

function indexOf(feeds: readonly FilterFeed[]): ReadonlyMap<string, FilterFeed> {
  const known = indexes.get(feeds);
  if (known) return known;
  const index = new Map<string, FilterFeed>();
  for (const feed of feeds) {
    const {refinements, unread} = readRefinements(feed.filter);
    const signature = signatureOf(refinements);
    if (!unread.length && !index.has(signature)) index.set(signature, feed);
  }
  indexes.set(feeds, index);
  return index;
}

/** The same for the same filters in any order and spelling. */
const signatureOf = (refinements: Refinements): string =>
  JSON.stringify(
    refinementPairs(refinements)
      .map(([name, one]) => `${name}:${refinementKey(name, one)}`)
      .sort(),
  );

/**
 * The filters that stand for both. A practice must match both, so chosen values within the scope
 * replace those of the scope. Null if no filter says the same as both.
 */
function join(scope: Refinements, refinements: Refinements): Refinements | null {
  const keysOf = (attribute: Attribute) =>
    refinementsOf(scope, attribute).map((refinement) => refinementKey(attribute, refinement));
  const isWithinScope = refinementPairs(refinements).every(([attribute, one]) => {
    const fixed = keysOf(attribute);
    return !fixed.length || fixed.includes(refinementKey(attribute, one));
  });
  return isWithinScope
    ? mapRefinements({...scope, ...refinements}, (_, attribute) => {
        const chosen = refinementsOf(refinements, attribute);
        return chosen.length ? chosen : refinementsOf(scope, attribute);
      })
    : null;
}
