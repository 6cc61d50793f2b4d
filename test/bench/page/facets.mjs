// Disjunctive counts of three facets, ours and crossfilter2's, along one walk: a refinement is toggled, then the query finds others, and so on.
import crossfilter from 'crossfilter2';
import {attributeValues} from '../../../src/core/attribute-values.ts';
import {countFacets, createFacetIndex, findMisses} from '../../../src/core/facets.ts';
import {noRefinements, toggleRefinement} from '../../../src/core/search-state.ts';
import {createRandom, pick} from '../random.mjs';

const FACETS = ['topic', 'country', 'year'];
const STEPS = 600;
/** The first steps warm up and are not counted. */
const WARM_UP = 200;
const CURRENT_YEAR = 2026;
/** Which share of the practices a query finds, from one that is not typed yet to a word that few have. */
const SHARES = [1, 0.3, 0.05, 0.005];

/** @returns {(found: number[], refinements: object) => {counts: Map<string, number>[], ms: number, countingMs: number}} */
function createOurs(practices) {
  const index = createFacetIndex(practices, CURRENT_YEAR);
  return (found, refinements) => {
    const start = performance.now();
    const misses = findMisses(index, found, refinements);
    const refined = performance.now();
    const facets = countFacets(index, FACETS, misses, refinements);
    const end = performance.now();
    const counts = facets.map(({values}) => new Map(values.map(({value, count}) => [value, count])));
    return {counts, ms: end - start, countingMs: end - refined};
  };
}

/** It keeps its counts up to date, so it must be told what has changed: a facet, or null for the query. */
function createCrossfilter(practices) {
  const valuesOf = (practice) => FACETS.map((facet) => [...new Set(attributeValues(practice, facet, CURRENT_YEAR))]);
  const records = practices.map((practice, id) => ({id, values: valuesOf(practice)}));
  const filter = crossfilter(records);
  const byId = filter.dimension(({id}) => id);
  const dimensions = FACETS.map((_, i) => filter.dimension(({values}) => values[i], true));
  const groups = dimensions.map((dimension) => dimension.group());
  return (found, refinements, facet) => {
    const chosen = new Set(facet ? refinements[facet] : found);
    const dimension = facet ? dimensions[FACETS.indexOf(facet)] : byId;
    const start = performance.now();
    if (chosen.size === (facet ? 0 : practices.length)) dimension.filterAll();
    else dimension.filterFunction((value) => chosen.has(value));
    const counted = groups.map((group) => group.all());
    const ms = performance.now() - start;
    return {counts: counted.map((group) => new Map(group.map(({key, value}) => [key, value]))), ms};
  };
}

/** Throws where the two disagree: a benchmark of wrong counts would be worth nothing. */
function assertSame(ours, theirs) {
  ours.forEach((counts, i) => {
    for (const [value, count] of theirs[i])
      if ((counts.get(value) ?? 0) !== count)
        throw new Error(`${FACETS[i]} ${value}: ${counts.get(value)} or ${count}?`);
  });
}

/** At most two are chosen in a facet; `values` are those to choose from. */
function refineSomehow(random, state, facet, values) {
  const [first, second] = state.refinements[facet];
  return toggleRefinement(state, facet, second ? first : pick(random, values));
}

/** Milliseconds of each step, by what changed: of ours, of our counting alone (the rest is finding what passes), of crossfilter2. */
export function measureFacets({practices}, seed) {
  const random = createRandom(seed);
  const askOurs = createOurs(practices);
  const askCrossfilter = createCrossfilter(practices);
  let found = [...practices.keys()];
  let state = {refinements: noRefinements};
  const frequent = askOurs(found, noRefinements).counts.map((counts) => [...counts.keys()].slice(0, 20));
  const times = {
    refinement: {crossfilter: [], ours: [], counting: []},
    query: {crossfilter: [], ours: [], counting: []},
  };
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
    const {crossfilter: others, ours: own, counting} = times[facet ? 'refinement' : 'query'];
    others.push(theirs.ms);
    own.push(ours.ms);
    counting.push(ours.countingMs);
  }
  return times;
}
