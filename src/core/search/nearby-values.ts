import type {FacetIndex} from '../facets/facet-index.js';
import type {Attribute} from '../practice.js';
import type {ValueCount} from '../state/search-results.js';
import {editDistance} from '../text/edit-distance.js';
import {fold} from '../text/fold.js';
import type {Labels} from './labels.js';

const MAX_SUGGESTIONS = 3;
/** Values that are listed if none is near. */
const MAX_LISTED = 8;
/** Words with fewer letters are in too many others. */
const MIN_PART_LENGTH = 3;

/**
 * Says that no practice has the value of a filter, such as `topic:eduction`, and what may have been
 * meant: `Did you mean topic:education (Education)?` Otherwise which values there are.
 */
export function explainUnmatched({facets}: FacetIndex, filter: string, labels: Labels): string {
  const [attribute, ...rest] = filter.split(':') as [Attribute, ...string[]];
  const facet = facets.get(attribute);
  const suggestion = facet
    ? suggestAmong(
        [...facet.values.values()].map(({positions, value}) => ({value, count: positions.length})),
        attribute,
        rest.join(':'),
        labels,
      )
    : `There is no filter “${attribute}”, only ${[...facets.keys()].join(', ')}.`;
  return `No practice has ${filter}. ${suggestion}`;
}

/** Which of these values may have been meant, in a sentence. */
export function suggestAmong(
  values: readonly ValueCount[],
  attribute: Attribute,
  value: string,
  labels: Labels,
): string {
  const describe = (each: string) => {
    const label = labels.of(attribute, each).text;
    return `${attribute}:${/[\s,:]/.test(each) ? `"${each}"` : each}${label === each ? '' : ` (${label})`}`;
  };
  const near = nearestValues(values, attribute, value, labels);
  if (near.length) return `Did you mean ${near.map(describe).join(' or ')}?`;
  const frequent = [...values].sort((a, b) => b.count - a.count);
  const listed = frequent.slice(0, MAX_LISTED).map((each) => describe(each.value));
  const rest = values.length - listed.length;
  if (!listed.length) return `No practice has a value of ${attribute}.`;
  return `There is ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

/** The values that may have been meant, the nearest first, at most three. */
export function nearestValues(
  values: readonly ValueCount[],
  attribute: Attribute,
  value: string,
  labels: Labels,
): readonly string[] {
  const target = fold(value);
  return values
    .map((each) => {
      const names = [each.value, ...labels.namesOf(attribute, each.value)].map(fold);
      return {...each, distance: Math.min(...names.map((name) => distanceOf(name, target)))};
    })
    .filter(({distance}) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MAX_SUGGESTIONS)
    .map((each) => each.value);
}

/** How far two folded names are apart; `Infinity` if nobody meant one by the other. */
function distanceOf(name: string, target: string): number {
  if (name === target) return 0;
  const allowed = target.length < 4 ? 0 : target.length < 7 ? 1 : 2;
  if (Math.abs(name.length - target.length) <= allowed) {
    const edits = editDistance(name, target);
    if (edits <= allowed) return edits;
  }
  const isPart = (part: string, whole: string) => part.length >= MIN_PART_LENGTH && whole.includes(part);
  return isPart(name, target) || isPart(target, name) ? 3 : Infinity;
}
