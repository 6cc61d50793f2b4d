import {memoize} from './memoize.js';
import {NO_DATE, ONGOING, type Attribute, type Practice, type YearSpan} from './practice.js';
import {wordsOf} from './text/tokenize.js';

/**
 * What a value is known by: two values of an attribute with the same key are one. Feeds write `Zurich` and `Zürich`,
 * `London-Lewisham` and `London Lewisham`: a city is known by its folded words, every other value by itself.
 */
export function valueKey(attribute: Attribute, value: string): string {
  return attribute === 'city' ? cityKey(value) : value;
}

const cityKey = memoize((name) => wordsOf(name).join(' ') || name);

/**
 * The values that a practice has of an attribute, as it spells them and as often as it says them; a year is written in digits.
 * Only `year` is never empty: a practice without one has `NO_DATE`, so that it can be reached.
 */
export function attributeValues(
  {period, places, sources, topics}: Practice,
  attribute: Attribute,
  currentYear: number,
): readonly string[] {
  if (attribute === 'year') return yearValues(period, currentYear);
  if (attribute === 'source') return sources;
  return attribute === 'topic' ? topics : places.map((place) => place[attribute]).filter(Boolean);
}

/** Every year of the span, oldest first. One that is ongoing has `ONGOING` before these, and reaches to the current year. */
function yearValues({from, to, ongoing}: YearSpan, currentYear: number): string[] {
  const values = ongoing ? [ONGOING] : [];
  let year = from ?? to;
  if (year === null) return ongoing ? values : [NO_DATE];
  const last = ongoing ? currentYear : (to ?? year);
  do values.push(String(year));
  while (year++ < last);
  return values;
}
