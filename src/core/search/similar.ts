import type {Practice} from '../practice.js';
import {wordsOf} from '../text/tokenize.js';
import type {SearchIndex} from './search-index.js';

/**
 * A shared country says less than a shared rare topic. So does a shared word: several of them
 * outweigh a topic.
 */
const COUNTRY_WEIGHT = 0.5;
const WORD_WEIGHT = 0.3;

/** A word that a larger share of the practices has says nothing about a similarity. */
const MAX_RARE_SHARE = 1 / 20;

/** The bits of title, places, topics and summary, whose words say what a practice is about. */
const ABOUT_FIELDS = 0b10111;

/**
 * Other practices that share topics, a country, or rare words of title and summary. More and rarer
 * ones come first, and ties are in feed order.
 */
export function rankSimilar(
  practices: readonly Practice[],
  practice: Practice,
  {ownersOf}: Pick<SearchIndex, 'ownersOf'>,
): readonly Practice[] {
  const scores = new Map<Practice, number>();
  const add = (sharing: readonly Practice[], weight: number) => {
    for (const other of sharing) scores.set(other, (scores.get(other) ?? 0) + weight);
  };
  const rarity = (sharing: {readonly length: number}) => Math.log(1 + practices.length / sharing.length);
  const byTopic = new Map(practice.topics.map((topic) => [topic, [] as Practice[]]));
  for (const other of practices) for (const topic of other.topics) byTopic.get(topic)?.push(other);
  for (const sharing of byTopic.values()) add(sharing, rarity(sharing));
  const countries = practice.places.map(({country}) => country);
  add(
    practices.filter(({places}) => places.some(({country}) => country && countries.includes(country))),
    COUNTRY_WEIGHT,
  );
  const texts = [...practice.title, ...practice.summary];
  for (const word of new Set(texts.flatMap(({text}) => wordsOf(text)))) {
    const sharing = [...ownersOf(word, ABOUT_FIELDS)].map((owner) => practices[owner]!);
    // A shared word has at least two owners.
    if (sharing.length <= Math.max(2, practices.length * MAX_RARE_SHARE)) add(sharing, WORD_WEIGHT * rarity(sharing));
  }
  return practices
    .filter((other) => other !== practice && scores.has(other))
    .sort((a, b) => scores.get(b)! - scores.get(a)!);
}
