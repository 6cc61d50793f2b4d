import {valueKey} from '../attribute-values.js';
import {attributes, type Attribute} from '../practice.js';

/** More is neither typed by people nor worth the time: what lies beyond is not read. */
export const MAX_QUERY_LENGTH = 128;

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
  /** Ids of the practices that the visitor has put on a list. */
  readonly list: readonly string[];
}

/** Something for each attribute. */
export function mapAttributes<T>(make: (attribute: Attribute) => T): {readonly [A in Attribute]: T} {
  return Object.fromEntries(attributes.map((attribute) => [attribute, make(attribute)])) as Record<Attribute, T>;
}

/** Nothing chosen in any attribute. */
export const noRefinements: Refinements = Object.freeze(mapAttributes(() => []));

/** Nothing asked for: what a visitor sees first, but for the preset. */
export const initialState: SearchState = Object.freeze({
  query: '',
  refinements: noRefinements,
  sort: null,
  page: 1,
  open: [],
  list: [],
});

/** A refinement as text, in an address or an attribute: a value as it is, a range as `2015..2019`, `2015..` or `..2019`. */
export function refinementToText(refinement: Refinement): string {
  return typeof refinement === 'string' ? refinement : `${refinement.from ?? ''}..${refinement.to ?? ''}`;
}

/** Two refinements of an attribute with the same key are the same: ranges of the same years, two spellings of a city. */
export const refinementKey = (attribute: Attribute, refinement: Refinement): string =>
  valueKey(attribute, refinementToText(refinement));

/** The next state, back on page 1; the same object where nothing changes, so that views need not draw again. */
function change(state: SearchState, parts: Partial<SearchState>): SearchState {
  const next = {...state, page: 1, ...parts};
  return Object.keys(parts).every((name) => next[name as keyof SearchState] === state[name as keyof SearchState])
    ? state
    : next;
}

/** `query` is kept as typed; the search folds it. */
export const setQuery = (state: SearchState, query: string): SearchState => change(state, {query});

/** Chooses a refinement, or drops it where it is chosen: with another spelling of a city, or an equal range, as well. */
export function toggleRefinement(state: SearchState, attribute: Attribute, refinement: Refinement): SearchState {
  const key = refinementKey(attribute, refinement);
  const chosen = state.refinements[attribute];
  const others = chosen.filter((other) => refinementKey(attribute, other) !== key);
  const next = others.length < chosen.length ? others : [...chosen, refinement];
  return change(state, {refinements: {...state.refinements, [attribute]: next}});
}

/** Whether a year is in a range. */
export const isWithin = (year: number, {from, to}: YearRange): boolean =>
  year >= (from ?? 0) && year <= (to ?? Infinity);

/** Puts a range of years in place of those that are chosen; single years, and what is no year, stay. A range open on both sides is none. */
export function setYears(state: SearchState, range: YearRange): SearchState {
  const others = state.refinements.year.filter((one) => typeof one === 'string');
  const year = range.from === null && range.to === null ? others : [...others, range];
  return JSON.stringify(year) === JSON.stringify(state.refinements.year)
    ? state
    : change(state, {refinements: {...state.refinements, year}});
}

/** Drops all refinements, those of the preset as well. */
export const clearRefinements = (state: SearchState): SearchState => change(state, {refinements: noRefinements});

/** Drops all refinements of one attribute. */
export const clearAttribute = (state: SearchState, attribute: Attribute): SearchState =>
  change(state, {refinements: {...state.refinements, [attribute]: []}});

/** Drops the query and all refinements. The order and the open practices stay: they leave nothing out. */
export const clearAll = (state: SearchState): SearchState => change(state, {query: '', refinements: noRefinements});

/** Null goes back to the order that the webmaster chose. */
export const setSort = (state: SearchState, sort: Sort | null): SearchState => change(state, {sort});

/** One page more; those before stay. */
export const showMore = (state: SearchState): SearchState => change(state, {page: state.page + 1});

/** Puts a practice on the visitor's list, at its end, or takes it off. The page stays: the list leaves nothing out. */
export const toggleListed = (state: SearchState, id: string): SearchState => ({
  ...state,
  list: state.list.includes(id) ? state.list.filter((other) => other !== id) : [...state.list, id],
});

/** Opens or closes one practice. The page stays: what is read must not move away. */
export function setOpen(state: SearchState, id: string, isOpen: boolean): SearchState {
  const {open, page} = state;
  if (open.includes(id) === isOpen) return state;
  return change(state, {open: isOpen ? [...open, id] : open.filter((other) => other !== id), page});
}
