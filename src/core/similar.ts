import type {Practice} from './practice.js';

/** The same country tells less than a topic that few share. */
const COUNTRY_WEIGHT = 0.5;

/** Practices that share topics or a country with this one, those that share rare topics first, ties in feed order; itself left out. */
export function rankSimilar(practices: readonly Practice[], practice: Practice | undefined): readonly Practice[] {
  if (!practice) return [];
  const counts = new Map<string, number>();
  for (const topic of practices.flatMap(({topics}) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const countries = new Set(practice.places.map(({country}) => country).filter(Boolean));
  const similarity = (other: Practice) =>
    other.topics
      .filter((topic) => practice.topics.includes(topic))
      .reduce((sum, topic) => sum + Math.log(1 + practices.length / counts.get(topic)!), 0) +
    (other.places.some(({country}) => countries.has(country)) ? COUNTRY_WEIGHT : 0);
  return practices
    .filter((other) => other !== practice)
    .map((other) => ({other, score: similarity(other)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({other}) => other);
}
