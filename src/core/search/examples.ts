import type {Practice} from '../practice.js';
import type {Labels} from './labels.js';

/** In characters. Longer examples have no room in a search field on a phone. */
const MAX_LENGTH = 12;

/**
 * Queries that find something in these practices, to show what visitors can type: a topic, a city
 * and a year, each the most frequent one with a short name. The year is one in which a practice
 * began or ended.
 */
export function searchExamples(practices: readonly Practice[], labels: Labels): readonly string[] {
  return [
    practices.flatMap(({topics}) => topics.map((topic) => labels.of('topic', topic).text)),
    practices.flatMap(({places}) => places.map(({city}) => city)),
    practices.flatMap(({period: {from, to}}) => String(from ?? to ?? '')),
  ].flatMap(mostFrequent);
}

/** The most frequent short text, the first of several; none if there is none. */
function mostFrequent(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text && text.length <= MAX_LENGTH) counts.set(text, (counts.get(text) ?? 0) + 1);
  let found: string | undefined;
  for (const [text, count] of counts) if (found === undefined || count > counts.get(found)!) found = text;
  return found === undefined ? [] : [found];
}
