import {valueKey} from '../attribute-values.js';
import {isObject} from '../feed/json-value.js';
import {attributes, type Attribute, type BuiltInAttribute, type ByAttribute} from '../practice.js';

/** In characters. People type less, and longer queries would take too long. The rest is ignored. */
export const MAX_QUERY_LENGTH = 128;

/** The numbers from `from` to `to`, including both. Null means no limit. */
export interface NumberRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** A selected facet value, or a range of numbers such as years. */
export type Refinement = string | NumberRange;

/** Whether a value has the form of a refinement. Scripts of pages may pass anything. */
export const isRefinement = (value: unknown): value is Refinement =>
  typeof value === 'string' || (isObject(value) && isLimit(value['from']) && isLimit(value['to']));

const isLimit = (value: unknown) => value === null || Number.isFinite(value);

/**
 * The selected values of each attribute. A practice must match one of them in every attribute that
 * has any.
 */
export type Refinements = ByAttribute<readonly Refinement[]>;

export const sorts = ['relevance', 'feed', 'newest', 'oldest', 'title', 'city'] as const;
export type Sort = (typeof sorts)[number];

/** How the results are shown. */
export const views = ['cards', 'map', 'statistics'] as const;
export type View = (typeof views)[number];

/** What the visitor asked for. It is immutable: the functions below return the next state. */
export interface SearchState {
  /** As typed. */
  readonly query: string;
  readonly refinements: Refinements;
  /** Null means the order that the webmaster chose. */
  readonly sort: Sort | null;
  /** How many pages are shown, from 1. */
  readonly page: number;
  /** The ids of the open practices. */
  readonly open: readonly string[];
  /** The ids of the practices on the visitor's list. */
  readonly list: readonly string[];
  /** The id of the collection that the visitor looks into; `''` for none. */
  readonly collection: string;
  /** Null means the view that comes first. */
  readonly view: View | null;
}

/**
 * What decides which practices are found, in which order, and how many are shown. Which are open or
 * on the list makes no difference.
 */
export const questionOf = ({query, refinements, sort, page, collection}: SearchState): readonly unknown[] => [
  query,
  refinements,
  sort,
  page,
  collection,
];

/** Whether two states get the same results. */
export function isSameQuestion(one: SearchState, other: SearchState): boolean {
  const parts = questionOf(other);
  return questionOf(one).every((part, i) => part === parts[i]);
}

/** An object with a value for each built-in attribute. */
export function mapAttributes<T>(make: (attribute: BuiltInAttribute) => T): ByAttribute<T> {
  return Object.fromEntries(attributes.map((attribute) => [attribute, make(attribute)])) as ByAttribute<T>;
}

const NONE: readonly never[] = [];

/** The selected values of an attribute. An attribute may be called `constructor`, which every object inherits. */
export const refinementsOf = (refinements: Refinements, attribute: Attribute): readonly Refinement[] =>
  (Object.hasOwn(refinements, attribute) && refinements[attribute]) || NONE;

/** The same refinements with other values of one attribute. */
const withValues = (refinements: Refinements, attribute: Attribute, values: readonly Refinement[]): Refinements => ({
  ...refinements,
  [attribute]: values,
});

/** Makes something of the selected values of each attribute, in its order. */
export const mapRefinements = <T>(
  refinements: Refinements,
  make: (values: readonly Refinement[], attribute: Attribute) => readonly T[],
): ByAttribute<readonly T[]> =>
  Object.fromEntries(
    Object.entries(refinements).map(([attribute, values]) => [attribute, make(values!, attribute)]),
  ) as ByAttribute<readonly T[]>;

/** Each selected value with its attribute. */
export const refinementPairs = (refinements: Refinements): (readonly [attribute: Attribute, one: Refinement])[] =>
  Object.entries(refinements).flatMap(([attribute, values]) => values!.map((one) => [attribute, one] as const));

export const noRefinements: Refinements = Object.freeze(mapAttributes(() => []));

/** What a visitor sees first, apart from the preset. */
export const initialState: SearchState = Object.freeze({
  query: '',
  refinements: noRefinements,
  sort: null,
  page: 1,
  open: [],
  list: [],
  collection: '',
  view: null,
});

/**
 * A refinement as text for an address or an attribute: the value itself, a range as `2015..2019`,
 * `2015..` or `..2019`.
 */
export function refinementToText(refinement: Refinement): string {
  return typeof refinement === 'string' ? refinement : `${refinement.from ?? ''}..${refinement.to ?? ''}`;
}

/**
 * Two refinements of an attribute are the same if their keys are: ranges of the same years, or two
 * spellings of a city.
 */
export const refinementKey = (attribute: Attribute, refinement: Refinement): string =>
  valueKey(attribute, refinementToText(refinement));

/** Whether a refinement is selected, in any spelling. */
export function isSelected(refinements: Refinements, attribute: Attribute, refinement: Refinement): boolean {
  const key = refinementKey(attribute, refinement);
  return refinementsOf(refinements, attribute).some((one) => refinementKey(attribute, one) === key);
}

/**
 * The next state, on page 1. It is the same object if nothing changes, so that views need not draw
 * again.
 */
function change(state: SearchState, parts: Partial<SearchState>): SearchState {
  const next = {...state, page: 1, ...parts};
  return Object.keys(parts).every((name) => next[name as keyof SearchState] === state[name as keyof SearchState])
    ? state
    : next;
}

/** Keeps the query as typed. The search folds it. */
export const setQuery = (state: SearchState, query: string): SearchState => change(state, {query});

/**
 * Selects a refinement, or removes it if it is selected. Another spelling of a city, or an equal
 * range, is the same refinement.
 */
export function toggleRefinement(state: SearchState, attribute: Attribute, refinement: Refinement): SearchState {
  const key = refinementKey(attribute, refinement);
  const chosen = refinementsOf(state.refinements, attribute);
  const others = chosen.filter((other) => refinementKey(attribute, other) !== key);
  const next = others.length < chosen.length ? others : [...chosen, refinement];
  return change(state, {refinements: withValues(state.refinements, attribute, next)});
}

/** `NaN` is in no range. */
export const isWithin = (number: number, {from, to}: NumberRange): boolean =>
  number >= (from ?? -Infinity) && number <= (to ?? Infinity);

/**
 * Replaces the selected range of an attribute. Single values, such as a year or `ongoing`, stay. A
 * range without limits removes the range.
 */
export function setRange(state: SearchState, attribute: Attribute, range: NumberRange): SearchState {
  const chosen = refinementsOf(state.refinements, attribute);
  const others = chosen.filter((one) => typeof one === 'string');
  const next = range.from === null && range.to === null ? others : [...others, range];
  return JSON.stringify(next) === JSON.stringify(chosen)
    ? state
    : change(state, {refinements: withValues(state.refinements, attribute, next)});
}

/** Replaces the refinements of each of these attributes. */
export const setRefinements = (state: SearchState, refinements: Partial<Refinements>): SearchState =>
  change(state, {refinements: {...state.refinements, ...refinements}});

/** Removes all refinements, including those of the preset, and the collection: visitors read it as a filter. */
export const clearFilters = (state: SearchState): SearchState =>
  change(state, {refinements: noRefinements, collection: ''});

export const clearAttribute = (state: SearchState, attribute: Attribute): SearchState =>
  change(state, {refinements: withValues(state.refinements, attribute, [])});

/**
 * Removes the query, all refinements and the collection. The order, the view and the open practices
 * stay: they hide nothing.
 */
export const clearAll = (state: SearchState): SearchState =>
  change(state, {query: '', refinements: noRefinements, collection: ''});

/**
 * Looks into a collection; `''` leaves it. The order goes: a collection has its own, and the visitor
 * did not choose it for all practices.
 */
export const setCollection = (state: SearchState, collection: string): SearchState =>
  change(state, {collection, sort: null});

/**
 * The order of the hits. The visitor's choice takes precedence. A collection has an order of its own,
 * otherwise the webmaster chose one.
 */
export function sortOf({collection, query, sort}: SearchState, ofWebmaster: Sort | null): Sort {
  const ofCollection = query.trim() ? 'relevance' : 'feed';
  return sort ?? (collection ? ofCollection : ofWebmaster) ?? 'relevance';
}

/** Null restores the order that the webmaster chose. */
export const setSort = (state: SearchState, sort: Sort | null): SearchState => change(state, {sort});

/** Shows the results in another way; null: in the first. The page stays, because the hits do. */
export const setView = (state: SearchState, view: View | null): SearchState =>
  view === state.view ? state : {...state, view};

/** Shows one more page. */
export const showMore = (state: SearchState): SearchState => change(state, {page: state.page + 1});

/** A visitor's list holds at most this many practices, so that its address stays short enough to be sent. */
export const MAX_LISTED = 100;

/**
 * Adds a practice to the end of the visitor's list, or removes it. A full list stays unchanged. The
 * page stays too, because the list does not change the hits.
 */
export function toggleListed(state: SearchState, id: string): SearchState {
  if (state.list.includes(id)) return {...state, list: state.list.filter((other) => other !== id)};
  return state.list.length < MAX_LISTED ? {...state, list: [...state.list, id]} : state;
}

export const clearList = (state: SearchState): SearchState => ({...state, list: []});

/** Opens or closes a practice. The page stays, so that what the visitor reads does not move. */
export function setOpen(state: SearchState, id: string, isOpen: boolean): SearchState {
  const {open, page} = state;
  if (open.includes(id) === isOpen) return state;
  return change(state, {open: isOpen ? [...open, id] : open.filter((other) => other !== id), page});
}
