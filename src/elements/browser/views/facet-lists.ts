/** What the visitor made of the lists of values, each known by a key. It leaves no practice out, so it is not in the address. */
export interface FacetLists {
  /** Lists of which all values are shown, not only the first; of a chosen country's cities, the other way round. */
  readonly toggled: readonly string[];
  /** What was typed to find a value, as typed. */
  readonly queries: ReadonlyMap<string, string>;
  /** The value that was ticked or unticked last, by `itemKey`: it stays where it is, so that the focus on it does. */
  readonly touched: string;
}

export const initialLists: FacetLists = Object.freeze({toggled: [], queries: new Map(), touched: ''});

export const toggleList = (lists: FacetLists, key: string): FacetLists => ({
  ...lists,
  toggled: lists.toggled.includes(key) ? lists.toggled.filter((other) => other !== key) : [...lists.toggled, key],
});

export const searchList = (lists: FacetLists, key: string, text: string): FacetLists => ({
  ...lists,
  queries: new Map(lists.queries).set(key, text),
});

/** A country that is ticked shows its cities, and one that is unticked does not, whatever was toggled before. */
export const touchItem = (lists: FacetLists, key: string): FacetLists => ({
  ...lists,
  toggled: lists.toggled.filter((other) => other !== key),
  touched: key,
});
