import {attributes, type Attribute} from './practice.js';
import {textToRefinement} from './refinement-syntax.js';
import {
  areSameRefinements,
  distinctRefinements,
  initialState,
  mapRefinements,
  refinementToText,
  sorts,
  type Refinements,
  type SearchState,
} from './search-state.js';

/** What stands behind the key in our parameters, in the order in which they are written: `gp-q`, `gp-topic` … */
const names = ['q', ...attributes, 'sort', 'page', 'open'] as const;
export type RouteName = (typeof names)[number];

/** One parameter without its key, decoded. A name with several values has several pairs. */
export type RoutePair = readonly [name: RouteName, value: string];

/** What a search starts from: the refinements that the webmaster chose and the visitor may drop. */
export interface RouteOptions {
  readonly preset: Refinements;
}

// Servers and proxies refuse addresses of more than about 8 kB, so that no honest link is longer: to read on would only cost time.
const MAX_VALUES = 100;
const MAX_LENGTH = 10_000;
// Nobody presses "Show more" a hundred times, but a link that says so would draw every practice at once.
const MAX_PAGES = 100;

/**
 * The search state as URL parameters; those that are as they start are left out. Empty where nothing differs from the start, and one empty
 * pair where nothing is left but the preset was dropped: without it, the preset would come back.
 */
export function stateToRoute(state: SearchState, {preset}: RouteOptions): RoutePair[] {
  const refinementPairs = attributes.flatMap((attribute) =>
    state.refinements[attribute].map((refinement): RoutePair => [attribute, refinementToText(refinement)]),
  );
  const otherPairs: RoutePair[] = [
    ['sort', state.sort ?? ''],
    ['page', state.page > 1 ? String(state.page) : ''],
    ...state.open.map((id): RoutePair => ['open', id]),
  ];
  const pairs = ([['q', state.query], ...refinementPairs, ...otherPairs] as RoutePair[]).filter(([, value]) => value);
  if (pairs.length === refinementPairs.length && areSameRefinements(state.refinements, preset)) return [];
  const dropped = attributes.find((attribute) => preset[attribute].length > 0);
  return pairs.length === 0 && dropped ? [[dropped, '']] : pairs;
}

/** The way back. What cannot be read is as it starts; any pair at all sets the preset aside. */
export function routeToState(pairs: readonly RoutePair[], {preset}: RouteOptions): SearchState {
  if (pairs.length === 0) return {...initialState, refinements: preset};
  const valuesOf = (wanted: RouteName) => pairs.flatMap(([name, value]) => (name === wanted && value ? [value] : []));
  const refinementsOf = (attribute: Attribute) =>
    distinctRefinements(
      attribute,
      valuesOf(attribute).map((text) => textToRefinement(attribute, text)),
    );
  return {
    query: valuesOf('q')[0] ?? '',
    refinements: mapRefinements(refinementsOf),
    sort: sorts.find((sort) => sort === valuesOf('sort')[0]) ?? null,
    page: Math.min(Math.max(Math.trunc(Number(valuesOf('page')[0])) || 1, 1), MAX_PAGES),
    open: [...new Set(valuesOf('open'))],
  };
}

/**
 * Our pairs in a query string (without its `?`), or null where there are none. Reads at most 100 values and 10 kB, never throws,
 * and takes what is malformed as a browser does.
 */
export function readRoute(queryString: string, urlKey: string): RoutePair[] | null {
  const pairs: RoutePair[] = [];
  let length = 0;
  for (const piece of splitQuery(queryString)) {
    const [key, value] = decodePiece(piece);
    const name = nameOf(key, urlKey);
    if (!name || pairs.length === MAX_VALUES || length + piece.length > MAX_LENGTH) continue;
    length += piece.length;
    pairs.push([name, value]);
  }
  return pairs.length > 0 ? pairs : null;
}

/** Puts our pairs at the end of a query string (without its `?`) in place of those that it has. All else stays byte for byte. */
export function writeRoute(queryString: string, urlKey: string, pairs: readonly RoutePair[]): string {
  const foreign = splitQuery(queryString).filter((piece) => !nameOf(decodePiece(piece)[0], urlKey));
  const own = pairs.map(([name, value]) => `${encode(`${urlKey}-${name}`)}=${encode(value)}`);
  return [...foreign, ...own].join('&');
}

/**
 * Whether a fragment (without its `#`) holds nothing but parameters as widgets write them, under any key: else it is the page's
 * own, be it an anchor or the path of a router (`/list?gp-q=x`).
 */
export function isRouteFragment(fragment: string): boolean {
  return splitQuery(fragment).every(
    (piece) => /^[^/!?=][^?=]*=/.test(piece) && names.some((name) => decodePiece(piece)[0].endsWith(`-${name}`)),
  );
}

/** Nothing has no pieces, but `&` has two empty ones: so that joining gives back every byte. */
const splitQuery = (queryString: string) => (queryString ? queryString.split('&') : []);

const nameOf = (key: string, urlKey: string) => names.find((name) => key === `${urlKey}-${name}`);

/** As a browser reads a form: `+` is a space, and a `%` that means nothing is itself. The `&` in front saves a `?`, which would be dropped. */
function decodePiece(piece: string): [key: string, value: string] {
  for (const pair of new URLSearchParams(`&${piece}`)) return pair as [string, string];
  return ['', ''];
}

/**
 * Readable, and as the browser's own parser leaves it, so that an address compares with what was written: `'` is encoded (the
 * parser would), `, : / @` are not, a space is `+`. Half a surrogate pair has no encoding and becomes U+FFFD.
 */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/'|%(?:20|2C|2F|3A|40)/g, (code) =>
    code === '%20' ? '+' : code === "'" ? '%27' : decodeURIComponent(code),
  );
}
