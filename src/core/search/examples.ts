import {attributeValues} from '../attribute-values.js';
import {countEach} from '../count-each.js';
import type {Attribute, Practice} from '../practice.js';
import type {Facet} from '../state/search-results.js';
import type {Labels} from './labels.js';

/** In characters. Longer examples have no room in a search field on a phone. */
const MAX_LENGTH = 12;

/**
 * Queries that find something, to show what visitors can type: a topic, a city and a year, each the
 * most frequent one with a short name. Attributes without a facet are counted in the practices.
 */
export function searchExamples(
  practices: readonly Practice[],
  facets: readonly Facet[],
  labels: Labels,
): readonly string[] {
  const countsOf = (attribute: Attribute): ReadonlyMap<string, number> => {
    const facet = facets.find((each) => each.attribute === attribute);
    return facet
      ? new Map(facet.values.map(({value, count}) => [value, count]))
      : countEach(practices.flatMap((practice) => attributeValues(practice, attribute, 0)));
  };
  return (['topic', 'city', 'year'] as const).flatMap((attribute) => {
    let example = '';
    let most = 0;
    for (const [value, count] of countsOf(attribute)) {
      const {text} = labels.of(attribute, value);
      // “Ongoing” and “No date given” are not in the texts.
      const isFit = text.length <= MAX_LENGTH && (attribute !== 'year' || +value);
      if (isFit && count > most) [example, most] = [text, count];
    }
    return example || [];
  });
}
