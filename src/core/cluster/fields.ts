import type {OwnFacet} from '../own-facets.js';
import {type Attribute, attributes} from '../practice.js';

// The fields of a document on the cluster. The mapping, the documents and the templates use them.
//
// {
//   "kind": "practice",            or "feed": the one document about the feed itself
//   "id": "bergen-library",
//   "facet": {"topic": […], "country": […], "city": […], "year": […], "source": […], "own0": […]},
//   "number": {"year": […], "own0": […]},
//   "cities": ["bergen\tBergen\tNO"],
//   "collection": ["start"],
//   "sort": {"feed": 0, "newest": "…", "title": "…", "title-de": "…", "city": "…", "city-de": "…"},
//   "text": {"title": "…", …},      folded words, for matches of letters
//   "written": {"en": {"title": "…"}},  words with accents by language, for other forms and meaning
//   "record": {…}                   the practice in our own format, as a feed has it
//   "sources": […]
// }

/** The kinds of documents. */
export const PRACTICE = 'practice';
export const FEED = 'feed';

/** Facets of a feed's own have other names in each feed, so the index knows them by their number. */
export const ownSlots: readonly string[] = ['own0', 'own1', 'own2', 'own3', 'own4', 'own5'];

/** What a request can refine and count by. */
export const slots: readonly string[] = [...attributes, ...ownSlots];

/** The slot of each attribute of a feed. */
export const slotsOf = (own: readonly OwnFacet[]): ReadonlyMap<Attribute, string> =>
  new Map<Attribute, string>([
    ...attributes.map((name) => [name, name] as const),
    ...own.map(({name}, i) => [name, ownSlots[i]!] as const),
  ]);

/** The slots whose values may be numbers. */
export const spanSlots: readonly string[] = ['year', ...ownSlots];

/** The most refinements of a slot, collections and topics. The cluster ignores further ones. */
export const MAX_LISTED_VALUES = 100;

/** Separates the values of a list in one parameter. No cleaned value has it. */
export const SEPARATOR = '\n';

/** Separates key, name and country in `cities`. */
export const CITY_SEPARATOR = '\t';

/** How many practices one request returns at most, also for printing and downloads. */
export const MAX_WINDOW = 1200;

/** How many values of a facet the cluster counts. */
export const MAX_VALUES = 1000;

/** The fields with words of which the cluster also knows other forms and the meaning. */
export const writtenFields = ['title', 'places', 'topics', 'summary', 'sections'] as const;

/** Marks the id of a concept among the words of a text. */
const CONCEPT_MARK = '§';

/** A concept among the words of a text: digits, which no stemmer changes. */
export function conceptWord(concept: string): string {
  let number = 7;
  for (const letter of concept) number = (number * 31 + letter.codePointAt(0)!) % 2_147_483_647;
  return CONCEPT_MARK + number;
}

/** Changes when the templates, the mapping or their parameters change. It is part of their ids. */
export const TEMPLATE_VERSION = '1';

/** The ids of the stored templates. */
export const templateIds = {
  /** Practices, their number, and the counts of facets. */
  search: `good-practices-search-${TEMPLATE_VERSION}`,
  /** The document about the feed, and all values of its facets. */
  feed: `good-practices-feed-${TEMPLATE_VERSION}`,
  /** Practices that are similar to one. */
  similar: `good-practices-similar-${TEMPLATE_VERSION}`,
  /** Practices by their ids. */
  practices: `good-practices-practices-${TEMPLATE_VERSION}`,
  /** Counts by two facets. */
  table: `good-practices-table-${TEMPLATE_VERSION}`,
} as const;

/** How many units of a query count, and phrases in quotes: the templates have a clause for each. */
export const MAX_UNITS = 10;
export const MAX_PHRASES = 3;
