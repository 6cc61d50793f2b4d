import {attributes, type LocalizedText} from './practice.js';

/**
 * What the values of a facet of the feed's own are: whole texts, texts of which a cell may hold
 * several, numbers or years.
 */
export const facetTypes = ['text', 'list', 'number', 'year'] as const;
export type FacetType = (typeof facetTypes)[number];

/** A facet that a feed or its page describes; `label` is never empty. */
export interface OwnFacet {
  readonly name: string;
  readonly label: LocalizedText;
  readonly type: FacetType;
}

/** Visitors can select a range of its values. */
export const isSpanType = (type: FacetType | null): boolean => type === 'number' || type === 'year';

/** More would be a form, not a filter. */
export const MAX_OWN_FACETS = 6;

/**
 * Names that mean something else in the attribute `facets`, in the page address, in `labels`, in a
 * record of our format or in a table.
 */
const RESERVED = new Set([
  ...attributes,
  ...'year-range facet facets q query sort page open list collection view'.split(' '),
  ...'id title location period years topics summary text sections url image links contact updated details'.split(' '),
]);

export const isFacetName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);
export const isReservedName = (name: string): boolean => RESERVED.has(name);
export const isOwnName = (name: string): boolean => isFacetName(name) && !isReservedName(name);

/** A facet in the attribute `facets` of a page. */
export interface PageFacet {
  readonly name: string;
  /** `''` if the feed describes the facet. */
  readonly type: FacetType | '';
}

/** Reads a word such as `target` or `target:list`; null if it is none. */
export function readPageFacet(word: string): PageFacet | null {
  const [name = '', type = '', more] = word.split(':');
  const known = facetTypes.find((each) => each === type);
  return isOwnName(name) && more === undefined && (known || !word.includes(':')) ? {name, type: known ?? ''} : null;
}
