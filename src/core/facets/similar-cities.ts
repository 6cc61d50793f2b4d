import {countEach} from '../count-each.js';
import type {CrossTable} from '../state/search-results.js';
import {sum} from '../sum.js';

/** A city whose practices have topics of another city. */
export interface SimilarCity {
  readonly city: string;
  /** The topics that both have, the rarest first. */
  readonly sharedTopics: readonly string[];
  /** From 0 to 1: how much of the topics of both is shared. */
  readonly similarity: number;
}

/**
 * Ranks the other cities of a table of cities and topics by what they have in common with a city.
 *
 * The measure is Jaccard's (1901), what two sets share out of all that they have, so that a city
 * with every topic is not like all others. Topics count by their rarity, the inverse document
 * frequency of Spärck Jones (1972): a topic of few cities says more. How many practices a city has
 * of a topic makes no difference. Equally similar cities keep their order.
 *
 * @param city as the table spells it
 */
export function rankSimilarCities({rows}: CrossTable, city: string): readonly SimilarCity[] {
  const topicsOf = new Map(rows.map(({cells, value}) => [value, new Set(cells.map((cell) => cell.value))]));
  const own = topicsOf.get(city);
  if (!own) return [];
  const frequency = countEach([...topicsOf.values()].flatMap((topics) => [...topics]));
  const rarityOf = (topic: string) => Math.log(1 + topicsOf.size / frequency.get(topic)!);
  const rarityOfAll = (topics: Iterable<string>) => sum([...topics].map(rarityOf));
  const ownByRarity = [...own].sort((a, b) => rarityOf(b) - rarityOf(a));
  return [...topicsOf]
    .flatMap(([other, topics]): SimilarCity | [] => {
      const sharedTopics = ownByRarity.filter((topic) => topics.has(topic));
      if (other === city || !sharedTopics.length) return [];
      const similarity = rarityOfAll(sharedTopics) / rarityOfAll(new Set([...own, ...topics]));
      return {city: other, sharedTopics, similarity};
    })
    .sort((a, b) => b.similarity - a.similarity);
}
