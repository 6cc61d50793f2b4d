import {attributes, type Attribute} from './practice.js';

/** Years from `from` to `to`, both included; null is open. */
export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** A chosen facet value. Only `year` knows ranges. */
export type Refinement = string | YearRange;

/** What is chosen in each attribute: one of them is enough within an attribute, and every attribute must be met. */
export type Refinements = {readonly [A in Attribute]: readonly Refinement[]};

export const sorts = ['relevance', 'feed', 'newest', 'oldest', 'title', 'city'] as const;
export type Sort = (typeof sorts)[number];

/** What the visitor asked for. Immutable; the functions below make the next one. */
export interface SearchState {
  /** As typed. */
  readonly query: string;
  readonly refinements: Refinements;
  /** Null: the order that the webmaster chose. */
  readonly sort: Sort | null;
  /** How many pages are shown, from 1. */
  readonly page: number;
  /** Ids of the practices that are read in full. */
  readonly open: readonly string[];
}

export const noRefinements = Object.freeze(
  Object.fromEntries(attributes.map((attribute) => [attribute, Object.freeze([])])),
) as unknown as Refinements;

export const initialState: SearchState = Object.freeze({
  query: '',
  refinements: noRefinements,
  sort: null,
  page: 1,
  open: Object.freeze([]),
});
