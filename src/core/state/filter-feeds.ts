import type {FilterFeed} from '../feed/feed.js';
import {attributes} from '../practice.js';
import {readRefinements} from './refinement-syntax.js';
import {mapAttributes, refinementKey, type Refinement, type Refinements} from './search-state.js';

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
  JSON.stringify(attributes.map((attribute) => keysOf(refinements, attribute).sort()));

const keysOf = (refinements: Refinements, attribute: (typeof attributes)[number]) =>
  refinements[attribute].map((refinement) => refinementKey(attribute, refinement));

/**
 * The filters that stand for both. A practice must match both, so chosen values within the scope
 * replace those of the scope. Null if no filter says the same as both.
 */
function join(scope: Refinements, refinements: Refinements): Refinements | null {
  let canBeSaid = true;
  const joined = mapAttributes((attribute): readonly Refinement[] => {
    const fixed = keysOf(scope, attribute);
    const chosen = keysOf(refinements, attribute);
    if (!chosen.length) return scope[attribute];
    if (fixed.length && !chosen.every((key) => fixed.includes(key))) canBeSaid = false;
    return refinements[attribute];
  });
  return canBeSaid ? joined : null;
}
