import {MAX_OWN_FACETS} from '../own-facets.js';
import {attributes} from '../practice.js';

// The fields of a document on the cluster. The mapping, the documents and the templates use them.
//
// {
//   "kind": "practice",            or "feed": the one document about the feed itself
//   "id": "bergen-library",
//   "facet": {"topic": […], "country": […], "city": […], "year": […], "source": […], "own0": […]},
//   "number": {"year": […], "own0": […]},
//   "cities": ["bergen\tBergen\tNO"],
//   "collection": ["start"],
//   "sort": {"feed": 0, "newest": "…", "title": "…", "title-de": "…", "city": "…"},
//   "text": {"title": "…", …},      folded words, for matches of letters
//   "written": {"en": {"title": "…"}},  words with accents by language, for other forms and meaning
//   "record": {…}                   the practice in our own format, as a feed has it
//   "sources": […]
// }

/** The kinds of documents. */
export const PRACTICE = 'practice';
export const FEED = 'feed';

/** Facets of a feed's own have other names in each feed, so the index knows them by their number. */
export const ownSlots: readonly string[] = Array.from({length: MAX_OWN_FACETS}, (_, i) => `own${i}`);

/** What a request can refine and count by. */
export const slots: readonly string[] = [...attributes, ...ownSlots];

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

/** The fields with words, and how much a match in each counts, as in `search/fields.ts`. */
export const textWeights: Readonly<Record<string, number>> = {
  title: 8,
  places: 7,
  topics: 4,
  period: 3,
  summary: 2,
  sections: 1,
  years: 0.5,
};

/** The fields of which the cluster also knows other forms and the meaning. */
export const writtenFields = ['title', 'places', 'topics', 'summary', 'sections'] as const;

/** Marks the id of a concept among the words of a text. */
export const CONCEPT_MARK = '§';
