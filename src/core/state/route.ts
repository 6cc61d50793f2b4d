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

// A route is the search state as URL parameters, such as `q=youth&topic=education`. The URL key,
// which separates them from the parameters of the page, is not part of it. An empty route means
// that the visitor starts with the preset: the filters that the webmaster selected and the visitor
// may remove.

const names = ['q', ...attributes, 'sort', 'page', 'open', 'list'];

/**
 * Nobody presses “Show more” a hundred times or selects so many values. A link that says so would
 * make the page draw everything at once.
 */
const MAX_IN_ROUTE = 100;

const refinementPairs = (refinements: Refinements): string[][] =>
  attributes.flatMap((attribute) =>
    refinements[attribute].map((refinement) => [attribute, refinementToText(refinement)]),
  );

const pairsToRoute = (pairs: string[][]) => String(new URLSearchParams(pairs.filter(([, value]) => value)));

const sorted = (route: string) => route.split('&').sort().join('&');

/**
 * The difference from the start. If it is only that the visitor removed the preset, the route is
 * one empty parameter. An empty route would bring the preset back.
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

/**
 * The inverse of `stateToRoute`. Unreadable values are ignored. Any parameter replaces the preset.
 */
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
 * Reads the route for a key from a query string (without its `?`). Never throws, reads at most 100
 * values, and treats malformed parts as browsers do. `URLSearchParams` drops a `?` at the start,
 * which the `&` prevents.
 */
export function readRoute(queryString: string, urlKey: string): string {
  const own = [...new URLSearchParams(`&${queryString}`)].flatMap(([key, value]) => {
    const name = names.find((one) => key === `${urlKey}-${one}`);
    return name ? [[name, value]] : [];
  });
  return String(new URLSearchParams(own.slice(0, MAX_IN_ROUTE)));
}

/**
 * Replaces the route for a key in a query string (without its `?`). The route goes to the end, and
 * everything else stays byte for byte.
 */
export function writeRoute(queryString: string, urlKey: string, route: string): string {
  const foreign = queryString && queryString.split('&').filter((piece) => !readRoute(piece, urlKey));
  const own = route && route.replace(/^|&/g, `$&${encodeURIComponent(urlKey)}-`);
  return [foreign || [], own || []].flat().join('&');
}

const ROUTES = new RegExp(`^([\\w%.-]+-(${names.join('|')})=[^&]*(&|$))*$`);

/**
 * Whether a fragment (without its `#`) has only parameters of widgets, under any key. Otherwise it
 * belongs to the page, as an anchor or the path of a router (`/list?gp-q=x`).
 */
export const isRouteFragment = (fragment: string): boolean => ROUTES.test(fragment);
