import {attributes} from '../practice.js';
import {textToRefinement} from './refinement-syntax.js';
import {
  initialState,
  mapAttributes,
  refinementToText,
  sorts,
  type Refinements,
  type SearchState,
  MAX_QUERY_LENGTH,
} from './search-state.js';

// A route is the search state as URL parameters, encoded as a form's and without the key that keeps them apart from the
// page's: `q=youth&topic=education`. Empty, it says nothing: the visitor starts from the preset, the refinements that the webmaster
// chose and the visitor may drop.

const names = ['q', ...attributes, 'sort', 'page', 'open', 'list'];

/** Nobody presses “Show more” a hundred times, or ticks so many values, but a link that says so would have everything drawn at once. */
const MAX_IN_ROUTE = 100;

const refinementPairs = (refinements: Refinements): string[][] =>
  attributes.flatMap((attribute) =>
    refinements[attribute].map((refinement) => [attribute, refinementToText(refinement)]),
  );

const pairsToRoute = (pairs: string[][]) => String(new URLSearchParams(pairs.filter(([, value]) => value)));

const sorted = (route: string) => route.split('&').sort().join('&');

/**
 * What differs from the start. Where nothing is left but the preset was dropped, one parameter is written empty: without it, the preset
 * would come back.
 */
export function stateToRoute({query, refinements, sort, page, open, list}: SearchState, preset: Refinements): string {
  const route = pairsToRoute([
    ['q', query],
    ...refinementPairs(refinements),
    ['sort', sort ?? ''],
    ['page', page > 1 ? String(page) : ''],
    ...open.map((id) => ['open', id]),
    ...list.map((id) => ['list', id]),
  ]);
  return sorted(route) === sorted(pairsToRoute(refinementPairs(preset))) ? '' : route || 'q=';
}

/** The way back. What cannot be read is as it starts; any parameter at all sets the preset aside. */
export function routeToState(route: string, preset: Refinements): SearchState {
  if (!route) return {...initialState, refinements: preset};
  const params = new URLSearchParams(route);
  const valuesOf = (name: string) => [...new Set(params.getAll(name))].filter(Boolean);
  return {
    query: (params.get('q') ?? '').slice(0, MAX_QUERY_LENGTH),
    refinements: mapAttributes((attribute) => valuesOf(attribute).map((text) => textToRefinement(attribute, text))),
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    page: Math.min(Math.max(Number(params.get('page')) | 0, 1), MAX_IN_ROUTE),
    open: valuesOf('open'),
    list: valuesOf('list'),
  };
}

/**
 * The route in a query string (without its `?`) under a key. Reads at most 100 values, never throws, and takes what is malformed as a
 * browser does. The `&` in front saves a `?`, which would be dropped.
 */
export function readRoute(queryString: string, urlKey: string): string {
  const own = [...new URLSearchParams(`&${queryString}`)].flatMap(([key, value]) => {
    const name = names.find((one) => key === `${urlKey}-${one}`);
    return name ? [[name, value]] : [];
  });
  return String(new URLSearchParams(own.slice(0, MAX_IN_ROUTE)));
}

/** Puts a route at the end of a query string (without its `?`) in place of what it has under this key. All else stays byte for byte. */
export function writeRoute(queryString: string, urlKey: string, route: string): string {
  const foreign = queryString && queryString.split('&').filter((piece) => !readRoute(piece, urlKey));
  const own = route && route.replace(/^|&/g, `$&${encodeURIComponent(urlKey)}-`);
  return [foreign || [], own || []].flat().join('&');
}

const ROUTES = new RegExp(`^([\\w%.-]+-(${names.join('|')})=[^&]*(&|$))*$`);

/**
 * Whether a fragment (without its `#`) holds nothing but parameters as widgets write them, under any key: else it is the page's
 * own, be it an anchor or the path of a router (`/list?gp-q=x`).
 */
export const isRouteFragment = (fragment: string): boolean => ROUTES.test(fragment);
