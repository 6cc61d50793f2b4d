import {memoize} from './memoize.js';
import {isSpanType, type OwnFacet} from './own-facets.js';
import {NO_DATE, ONGOING, type Attribute, type Practice, type YearSpan} from './practice.js';
import {wordsOf} from './text/tokenize.js';

/** What visitors filter by, as data. */
export interface FacetDefinition {
  readonly name: Attribute;
  /** `list`: visitors select values. `span`: the values are numbers, and visitors may also select a range. */
  readonly kind: 'list' | 'span';
}

const builtInFacets: readonly FacetDefinition[] = [
  {name: 'topic', kind: 'list'},
  {name: 'country', kind: 'list'},
  {name: 'city', kind: 'list'},
  {name: 'year', kind: 'span'},
  {name: 'source', kind: 'list'},
];

/** All facets of a feed: the built-in ones, and its own. */
export const facetsOf = (own: readonly OwnFacet[]): readonly FacetDefinition[] => [
  ...builtInFacets,
  ...own.map(({name, type}) => ({name, kind: isSpanType(type) ? ('span' as const) : ('list' as const)})),
];

/**
 * The key of a value: two values of an attribute with the same key are one. Feeds write `Zurich`
 * and `Zürich`, `London-Lewisham` and `London Lewisham`, so the key of a city is its folded words.
 * Other values are their own keys.
 */
export function valueKey(attribute: Attribute, value: string): string {
  return attribute === 'city' ? cityKey(value) : value;
}

const NO_VALUES: readonly string[] = [];

const cityKey = memoize((name) => wordsOf(name).join(' ') || name);

/**
 * The values of an attribute of a practice, as written, with repetitions; years as digits. Only
 * `year` is never empty: a practice without a year has `NO_DATE`, so that visitors can find it.
 */
export function attributeValues(
  {facets, period, places, sources, topics}: Practice,
  attribute: Attribute,
  currentYear: number,
): readonly string[] {
  if (attribute === 'year') return yearValues(period, currentYear);
  if (attribute === 'source') return sources;
  if (attribute === 'topic') return topics;
  if (attribute === 'city' || attribute === 'country')
    return places.map((place) => place[attribute as 'city']).filter(Boolean);
  return facets.find(({name}) => name === attribute)?.values ?? NO_VALUES;
}

/**
 * Every year of the span, oldest first. If it is ongoing, `ONGOING` comes first, and the years go
 * up to the current one.
 */
function yearValues({from, to, ongoing}: YearSpan, currentYear: number): string[] {
  const values = ongoing ? [ONGOING] : [];
  let year = from ?? to;
  if (year === null) return ongoing ? values : [NO_DATE];
  const last = ongoing ? currentYear : (to ?? year);
  do values.push(String(year));
  while (year++ < last);
  return values;
}
