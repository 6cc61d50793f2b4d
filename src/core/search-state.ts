import {valueKey} from './attribute-values.js';
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

/** Refinements made attribute by attribute. */
export function mapRefinements(refinementsOf: (attribute: Attribute) => readonly Refinement[]): Refinements {
  return Object.fromEntries(
    attributes.map((attribute) => [attribute, refinementsOf(attribute)]),
  ) as unknown as Refinements;
}

/** Nothing chosen in any attribute. */
export const noRefinements = Object.freeze(mapRefinements(() => Object.freeze([])));

/** Nothing asked for: what a visitor sees first, but for the preset. */
export const initialState: SearchState = Object.freeze({
  query: '',
  refinements: noRefinements,
  sort: null,
  page: 1,
  open: Object.freeze([]),
});

/** A refinement as text, in an address or an attribute: a value as it is, a range as `2015..2019`, `2015..` or `..2019`. */
export function refinementToText(refinement: Refinement): string {
  return typeof refinement === 'string' ? refinement : `${refinement.from ?? ''}..${refinement.to ?? ''}`;
}

/** Two refinements of an attribute with the same key are the same: ranges of the same years, two spellings of a city. */
const refinementKey = (attribute: Attribute, refinement: Refinement) =>
  valueKey(attribute, refinementToText(refinement));

/** The refinements of one attribute, each once and in its first spelling. */
export function distinctRefinements(attribute: Attribute, refinements: readonly Refinement[]): readonly Refinement[] {
  const seen = new Set<string>();
  return refinements.filter((refinement) => seen.size < seen.add(refinementKey(attribute, refinement)).size);
}

/** Whether the same is chosen, in whatever order: dropping a refinement and choosing it again must not make a difference. */
export function areSameRefinements(one: Refinements, other: Refinements): boolean {
  return attributes.every((attribute) => {
    const [keys, otherKeys] = [one, other].map(
      (refinements) => new Set(refinements[attribute].map((refinement) => refinementKey(attribute, refinement))),
    ) as [Set<string>, Set<string>];
    return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
  });
}

/** How many refinements are chosen in all attributes together: a range is one. */
export function countRefinements(refinements: Refinements): number {
  return attributes.reduce((count, attribute) => count + refinements[attribute].length, 0);
}

export function hasRefinements(refinements: Refinements): boolean {
  return countRefinements(refinements) > 0;
}

// Each function below makes the next state, back on page 1 unless it says otherwise, and gives the same object back when nothing
// changes, so that views need not draw again.

/** `query` is kept as typed; the search folds it. */
export function setQuery(state: SearchState, query: string): SearchState {
  return query === state.query ? state : {...state, query, page: 1};
}

/** Replaces what is chosen in every attribute; each refinement is kept once. */
export function setRefinements(state: SearchState, refinements: Refinements): SearchState {
  const distinct = mapRefinements((attribute) => distinctRefinements(attribute, refinements[attribute]));
  return areSameRefinements(state.refinements, distinct) ? state : {...state, refinements: distinct, page: 1};
}

/** Chooses a refinement, or drops it where it is chosen: with another spelling of a city, or an equal range, as well. */
export function toggleRefinement(state: SearchState, attribute: Attribute, refinement: Refinement): SearchState {
  const key = refinementKey(attribute, refinement);
  const chosen = state.refinements[attribute];
  const others = chosen.filter((other) => refinementKey(attribute, other) !== key);
  const next = others.length < chosen.length ? others : [...chosen, refinement];
  return {...state, refinements: {...state.refinements, [attribute]: next}, page: 1};
}

/** Drops all refinements, those of the preset as well. */
export function clearRefinements(state: SearchState): SearchState {
  return setRefinements(state, noRefinements);
}

/** Drops the query and all refinements. The order and the open practices stay: they leave nothing out. */
export function clearAll(state: SearchState): SearchState {
  return setQuery(clearRefinements(state), '');
}

/** Null goes back to the order that the webmaster chose. */
export function setSort(state: SearchState, sort: Sort | null): SearchState {
  return sort === state.sort ? state : {...state, sort, page: 1};
}

/** One page more; those before stay. */
export function showMore(state: SearchState): SearchState {
  return {...state, page: state.page + 1};
}

/** Opens or closes one practice. The page stays: what is read must not move away. */
export function setOpen(state: SearchState, id: string, isOpen: boolean): SearchState {
  if (state.open.includes(id) === isOpen) return state;
  return {...state, open: isOpen ? [...state.open, id] : state.open.filter((other) => other !== id)};
}
