import type {Practice} from './practice.js';

/** The same country tells less than a topic that few share. */
const COUNTRY_WEIGHT = 0.5;

/** Practices that share topics or a country with this one, those that share rare topics first, ties in feed order; itself left out. */
export function rankSimilar(practices: readonly Practice[], practice: Practice): readonly Practice[] {
  const scores = new Map<Practice, number>();
  const add = (sharing: readonly Practice[], weight: number) => {
    for (const other of sharing) scores.set(other, (scores.get(other) ?? 0) + weight);
  };
  for (const topic of practice.topics) {
    const sharing = practices.filter(({topics}) => topics.includes(topic));
    add(sharing, Math.log(1 + practices.length / sharing.length));
  }
  const countries = practice.places.map(({country}) => country);
  add(
    practices.filter(({places}) => places.some(({country}) => country && countries.includes(country))),
    COUNTRY_WEIGHT,
  );
  return practices
    .filter((other) => other !== practice && scores.has(other))
    .sort((a, b) => scores.get(b)! - scores.get(a)!);
}
