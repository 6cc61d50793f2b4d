import {warnOnce} from '../../platform/warn-once.js';
import {isOwnName} from '../own-facets.js';
import {attributes} from '../practice.js';
import {readTexts} from './refinement-syntax.js';
import {
  initialState,
  mapAttributes,
  refinementPairs,
  refinementToText,
  sorts,
  views,
  type Refinements,
  type SearchState,
  MAX_QUERY_LENGTH,
} from './search-state.js';

// A route is the search state as URL parameters, such as `q=youth&topic=education`. The URL key,
// which separates them from the parameters of the page, is not part of it. An empty route means
// that the visitor starts with the preset: the filters that the webmaster selected and the visitor
// may remove. Facets of the feed's own have parameters too, and the page says which: `gp-target` may
// as well belong to the page.

/** Whether a text can be a URL key, the value of the attribute `url-key`. */
export const isUrlKey = (text: string): boolean => /^[\w.-]+$/.test(text);

const names = ['q', ...attributes, 'sort', 'page', 'open', 'list', 'collection', 'view'];

/**
 * Nobody presses “Show more” a hundred times. A link that says so would make the page draw
 * everything at once.
 */
const MAX_PAGES = 100;

/**
 * The most values of one parameter: as many as “My list” holds. Each parameter has a limit of its
 * own, so that a full list leaves room for filters.
 */
const MAX_VALUES = 100;

const refinementParameters = (refinements: Refinements): string[][] =>
  refinementPairs(refinements).map(([attribute, one]) => [attribute, refinementToText(one)]);

const pairsToRoute = (pairs: string[][]) => String(new URLSearchParams(pairs.filter(([, value]) => value)));

const sorted = (route: string) => route.split('&').sort().join('&');

/**
 * The difference from the start. If it is only that the visitor removed the preset, the route is
 * one empty parameter. An empty route would bring the preset back.
 */
export function stateToRoute(
  {query, refinements, sort, page, open, list, collection, view}: SearchState,
  preset: Refinements,
): string {
  const route = pairsToRoute([
    ['q', query],
    ...refinementParameters(refinements),
    ['sort', sort ?? ''],
    ['page', page > 1 ? String(page) : ''],
    ...open.map((id) => ['open', id]),
    ...list.map((id) => ['list', id]),
    ['collection', collection],
    ['view', view ?? ''],
  ]);
  return sorted(route) === sorted(pairsToRoute(refinementParameters(preset))) ? '' : route || 'q=';
}

/**
 * The inverse of `stateToRoute`. Unreadable values are ignored. Any parameter replaces the preset.
 */
export function routeToState(route: string, preset: Refinements): SearchState {
  if (!route) return {...initialState, refinements: preset};
  const params = new URLSearchParams(route);
  const valuesOf = (name: string) => [...new Set(params.getAll(name))].filter(Boolean);
  const refinementsIn = (attribute: string) => readTexts(attribute, params.getAll(attribute));
  const own = [...new Set(params.keys())].filter(isOwnName);
  return {
    query: (params.get('q') ?? '').slice(0, MAX_QUERY_LENGTH),
    refinements: {
      ...mapAttributes(refinementsIn),
      ...Object.fromEntries(own.map((name) => [name, refinementsIn(name)])),
    },
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    page: Math.min(Math.max(Number(params.get('page')) | 0, 1), MAX_PAGES),
    open: valuesOf('open'),
    list: valuesOf('list'),
    collection: params.get('collection') ?? '',
    view: views.find((view) => view === params.get('view')) ?? null,
  };
}

/**
 * The decoded name of a parameter, as browsers read it. Most names are written as they are, and
 * need no parser. `URLSearchParams` drops a `?` at the start, which the `&` prevents.
 */
function nameOf(parameter: string): string {
  const [name = ''] = parameter.split('=', 1);
  return /[%+]/.test(name) ? ([...new URLSearchParams(`&${name}`).keys()][0] ?? '') : name;
}

/** Returns a function that says whether a parameter belongs to a key, or to one of its own facets. */
function ownedBy(urlKey: string, facets: readonly string[]): (parameter: string) => boolean {
  const own = new Set([...names, ...facets].map((name) => `${urlKey}-${name}`));
  return (parameter) => own.has(nameOf(parameter));
}

/**
 * Reads the route for a key from a query string (without its `?`). Never throws, reads at most 100
 * values of each parameter, and treats malformed parts as browsers do.
 */
export function readRoute(queryString: string, urlKey: string, facets: readonly string[] = []): string {
  const params = new URLSearchParams(`&${queryString.split('&').filter(ownedBy(urlKey, facets)).join('&')}`);
  const counts = new Map<string, number>();
  const read = [...params].flatMap(([key, value]) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > MAX_VALUES ? [] : [[key.slice(urlKey.length + 1), value]];
  });
  for (const [key, count] of counts)
    if (count > MAX_VALUES)
      warnOnce(`the page address has ${count} values of ${key}. The widget reads the first ${MAX_VALUES}.`);
  return String(new URLSearchParams(read));
}

/**
 * Returns a function that replaces the route for a key in a query string (without its `?`). The
 * route goes to the end, and everything else stays byte for byte. The page's own parameters may be
 * long, so the function splits them once, and again only if the page changes them.
 */
export function createRouteWriter(
  urlKey: string,
  facets: readonly string[] = [],
): (queryString: string, route: string) => string {
  const isOwn = ownedBy(urlKey, facets);
  /** The page's parameters at the beginning of the last query string, each with an `&` after it. */
  let foreign = '';
  return (queryString, route) => {
    const query = queryString && `${queryString}&`;
    if (!query.startsWith(foreign)) foreign = '';
    const others = query.slice(foreign.length).split('&').slice(0, -1);
    foreign += others.flatMap((parameter) => (isOwn(parameter) ? [] : `${parameter}&`)).join('');
    return route ? foreign + route.replace(/^|&/g, `$&${encodeURIComponent(urlKey)}-`) : foreign.slice(0, -1);
  };
}

/** Replaces the route for a key in a query string, once. */
export const writeRoute = (
  queryString: string,
  urlKey: string,
  route: string,
  facets: readonly string[] = [],
): string => createRouteWriter(urlKey, facets)(queryString, route);

const ROUTES = new RegExp(`^([\\w%.-]+-(${names.join('|')})=[^&]*(&|$))*$`);

/**
 * Whether a fragment (without its `#`) has only parameters of widgets, under any key. Otherwise it
 * belongs to the page, as an anchor or the path of a router (`/list?gp-q=x`). `isOwnFacet` knows the
 * parameters of the facets that widgets of this page have.
 */
export const isRouteFragment = (fragment: string, isOwnFacet = (_parameter: string) => false): boolean =>
  ROUTES.test(
    fragment
      .split('&')
      .filter((parameter) => !isOwnFacet(parameter.split('=', 1)[0]!))
      .join('&'),
  );
