// Disjunctive counts of three facets, ours and crossfilter2's, along one walk: a refinement is toggled, then the query finds others, and so on.
// Both are given what has changed (the ids found, or what is chosen in a facet) and must hand over what a page draws: of each facet the values
// that would leave anything, with their counts, the most frequent first. Until both have, the clock runs.
import crossfilter from 'crossfilter2';
import {attributeValues} from '../../../src/core/attribute-values.ts';
import {createFacetIndex} from '../../../src/core/facets/facet-index.ts';
import {countFacets, findMisses} from '../../../src/core/facets/facet-index.ts';
import {memoizeLast} from '../../../src/core/memoize.ts';
import {noRefinements, toggleRefinement} from '../../../src/core/state/search-state.ts';
import {createRandom, pick} from '../random.mjs';

const FACETS = ['topic', 'country', 'year'];
const STEPS = 900;
/** The first steps warm up and are not counted. */
const WARM_UP = 300;
const CURRENT_YEAR = 2026;
/** Which share of the practices a query finds, from one that is not typed yet to a word that few have. */
const SHARES = [1, 0.3, 0.05, 0.005];

/** @returns {(found: number[], refinements: object) => {counts: Map<string, number>[], ms: number, countingMs: number}} */
function createOurs(practices) {
  const index = createFacetIndex(practices, CURRENT_YEAR);
  // as our engine does
  const missesOf = memoizeLast((refinements) => findMisses(index, refinements));
  return (found, refinements) => {
    const start = performance.now();
    const misses = missesOf(refinements);
    const refined = performance.now();
    const facets = countFacets(index, FACETS, found, misses, refinements);
    const end = performance.now();
    const counts = facets.map(({values}) => new Map(values.map(({value, count}) => [value, count])));
    return {counts, ms: end - start, countingMs: end - refined};
  };
}

/** It keeps its counts up to date, so it must be told what has changed: a facet, or null for the query. */
function createCrossfilter(practices) {
  const valuesOf = (practice) => FACETS.map((facet) => [...new Set(attributeValues(practice, facet, CURRENT_YEAR))]);
  const filter = crossfilter(practices.map((practice, id) => ({id, values: valuesOf(practice)})));
  const byId = filter.dimension(({id}) => id);
  const dimensions = FACETS.map((_, i) => filter.dimension(({values}) => values[i], true));
  const groups = dimensions.map((dimension) => dimension.group());
  const find = (found) => {
    if (found.length === practices.length) return byId.filterAll();
    const isFound = new Uint8Array(practices.length);
    for (const id of found) isFound[id] = 1;
    return byId.filterFunction((id) => isFound[id] === 1);
  };
  // each by the quickest way that it has: one value is looked up, two are tried on all
  const refine = (dimension, chosen) => {
    if (!chosen.length) return dimension.filterAll();
    if (chosen.length === 1) return dimension.filterExact(chosen[0]);
    return dimension.filterFunction((value) => chosen.includes(value));
  };
  return (found, refinements, facet) => {
    const start = performance.now();
    if (facet) refine(dimensions[FACETS.indexOf(facet)], refinements[facet]);
    else find(found);
    const counted = performance.now();
    const lists = groups.map((group) =>
      group
        .all()
        .filter(({value}) => value)
        .sort((a, b) => b.value - a.value),
    );
    const end = performance.now();
    const counts = lists.map((list) => new Map(list.map(({key, value}) => [key, value])));
    return {counts, ms: end - start, countingMs: counted - start};
  };
}

/** Throws where the two disagree: a benchmark of wrong counts would be worth nothing. */
function assertSame(ours, theirs) {
  ours.forEach((counts, i) => {
    for (const value of new Set([...counts.keys(), ...theirs[i].keys()])) {
      const [one, other] = [counts.get(value) ?? 0, theirs[i].get(value) ?? 0];
      if (one !== other) throw new Error(`${FACETS[i]} ${value}: ${one} or ${other}?`);
    }
  });
}

/** At most two are chosen in a facet; `values` are those to choose from. */
function refineSomehow(random, state, facet, values) {
  const [first, second] = state.refinements[facet];
  return toggleRefinement(state, facet, second ? first : pick(random, values));
}

/** Milliseconds of each step, by what changed: of ours and of our counting alone (the rest is finding what passes); the same of crossfilter2. */
export function walkFacets({practices}, seed) {
  const random = createRandom(seed);
  const askOurs = createOurs(practices);
  const askCrossfilter = createCrossfilter(practices);
  let found = [...practices.keys()];
  let state = {refinements: noRefinements};
  const frequent = askOurs(found, noRefinements).counts.map((counts) => [...counts.keys()].slice(0, 20));
  const createTimes = () => ({crossfilter: [], ours: [], counting: []});
  const times = {refinement: createTimes(), query: createTimes()};
  for (let step = 0; step < STEPS; step++) {
    const facet = step % 2 ? null : pick(random, FACETS);
    if (facet) state = refineSomehow(random, state, facet, frequent[FACETS.indexOf(facet)]);
    else {
      const share = pick(random, SHARES);
      found = [...practices.keys()].filter(() => random() < share);
    }
    const ours = askOurs(found, state.refinements);
    const theirs = askCrossfilter(found, state.refinements, facet);
    assertSame(ours.counts, theirs.counts);
    if (step < WARM_UP) continue;
    const measured = times[facet ? 'refinement' : 'query'];
    measured.crossfilter.push(theirs.ms);
    measured.ours.push(ours.ms);
    measured.counting.push(ours.countingMs);
  }
  return times;
}
