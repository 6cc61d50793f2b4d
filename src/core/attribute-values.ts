import {NO_DATE, ONGOING, type Attribute, type Practice, type YearSpan} from './practice.js';
import {wordsOf} from './search/tokenize.js';

/**
 * What a value is known by: two values of an attribute with the same key are one. Feeds write `Zurich` and `Zürich`,
 * `London-Lewisham` and `London Lewisham`: a city is known by its folded words, every other value by itself.
 */
export function valueKey(attribute: Attribute, value: string): string {
  return attribute === 'city' ? wordsOf(value).join(' ') || value : value;
}

/**
 * The values that a practice has of an attribute, each once and as it spells them; a year is written in digits.
 * Only `year` is never empty: a practice without one has `NO_DATE`, so that it can be reached.
 */
export function attributeValues(practice: Practice, attribute: Attribute, currentYear: number): string[] {
  if (attribute === 'year') return yearValues(practice.period, currentYear);
  const values = attribute === 'topic' ? practice.topics : practice.places.map((place) => place[attribute]);
  const seen = new Set(['']);
  return values.filter((value) => seen.size < seen.add(value && valueKey(attribute, value)).size);
}

/** Every year of the span, oldest first; one that is ongoing reaches the current year, wherever it began, and is `ONGOING`. */
function yearValues({from, to, ongoing}: YearSpan, currentYear: number): string[] {
  const first = from ?? to;
  if (first === null) return [ongoing ? ONGOING : NO_DATE];
  const last = Math.max(first, ongoing ? currentYear : (to ?? first));
  const years = Array.from({length: last - first + 1}, (_, i) => String(first + i));
  return ongoing ? [...years, ONGOING] : years;
}
