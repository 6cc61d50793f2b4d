import type {ComplexAttributeConverter} from 'lit';
import {memoizeLast} from '../../core/memoize-last.js';
import {attributes, type Attribute} from '../../core/practice.js';
import {readRefinements} from '../../core/state/refinement-syntax.js';
import {sorts, type Refinements, type SearchState, type Sort} from '../../core/state/search-state.js';
import {tellWebmaster} from '../../platform/warn-once.js';

/** Says what is wrong with a setting, and goes on. */
export const warnOnce = (name: string, text: string | null, wanted: string): void =>
  tellWebmaster(`${name}: “${text}” is not ${wanted}.`);

/** Reads an attribute as a whole number from 1; where it is none, says so and takes `fallback`. */
export const wholeNumber = (name: string, fallback: number): ComplexAttributeConverter<number> => ({
  fromAttribute(text) {
    const value = Number(text ?? fallback);
    if (Number.isInteger(value) && value > 0) return value;
    warnOnce(name, text, `a whole number from 1, so the widget uses ${fallback}`);
    return fallback;
  },
});

/** The words of `text` that are among the `known`, each once; the others are left out, and that is said. */
function readWords<T extends string>(name: string, text: string, known: readonly T[]): readonly T[] {
  return [...new Set(text.toLowerCase().match(/[^\s,]+/g))].filter((word): word is T => {
    const isKnown = known.includes(word as T);
    if (!isKnown) warnOnce(name, word, `one of ${known.join(', ')}, so the widget ignores it`);
    return isKnown;
  });
}

const facetNames = [...attributes, 'year-range'] as const;

/** What is named in the attribute `facets`: attributes, and `year-range`, the picture of the years. */
export type FacetName = (typeof facetNames)[number];

/** Reads `topic country year-range`: what is named, and the attributes that must be counted for it. */
function readFacets(text: string): {names: readonly FacetName[]; counted: readonly Attribute[]} {
  const names = readWords('facets', text, facetNames);
  return {names, counted: [...new Set(names.map((name) => (name === 'year-range' ? 'year' : name)))]};
}

const loadings = ['eager', 'lazy'] as const;

/** Reads when the feed is loaded. */
const readLoading = (text: string): (typeof loadings)[number] => readWords('loading', text, loadings)[0] ?? 'eager';

/** Reads a sort; null where none is named. */
const readSort = (text: string): Sort | null => readWords('sort', text, sorts)[0] ?? null;

/** Reads `scope` and `preset`. */
export function readRefinementSetting(name: string, text: string): Refinements {
  const {refinements, unread} = readRefinements(text);
  for (const word of unread)
    warnOnce(
      name,
      word,
      'a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019',
    );
  return refinements;
}

/** The hosts whose images may be shown: the page's own, those of the feed's addresses, and those that the webmaster names. */
export function readImageHosts(src: string, imageHosts: string, base: string): readonly string[] {
  const ofFeed = src.split(/\s+/).map((address) => (URL.canParse(address, base) ? new URL(address, base).host : ''));
  return [location.host, ...ofFeed, ...imageHosts.toLowerCase().split(/[\s,]+/)];
}

/** An address for a link, as the page gave it; `''` where it would run something: who may set attributes is not always one who may write scripts. */
export const linkHref = (href: string, base: string): string =>
  URL.canParse(href, base) && /^(?:https?|mailto|file):$/.test(new URL(href, base).protocol) ? href : '';

/** An element with these attributes. */
export interface SettingsHost extends HTMLElement {
  readonly facets: string;
  readonly imageHosts: string;
  readonly loading: string;
  readonly preset: string;
  readonly scope: string;
  readonly sort: Sort | '';
  readonly src: string;
}

export type Settings = ReturnType<typeof createSettings>;

/** What the attributes of one element say; the same answer while they say the same. */
export function createSettings(host: SettingsHost) {
  const facets = memoizeLast(readFacets);
  const imageHosts = memoizeLast(readImageHosts);
  const loading = memoizeLast(readLoading);
  const preset = memoizeLast((text: string) => readRefinementSetting('preset', text));
  const scope = memoizeLast((text: string) => readRefinementSetting('scope', text));
  const sort = () => readSort(host.sort);
  return {
    facets: () => facets(host.facets),
    // Without what the visitor changes in the address: a new list would have every card drawn anew.
    imageHosts: () => imageHosts(host.src, host.imageHosts, host.baseURI.split(/[?#]/, 1)[0]!),
    loading: () => loading(host.loading),
    preset: () => preset(host.preset),
    scope: () => scope(host.scope),
    sort,
    /** The order in force where the visitor has chosen none. */
    defaultSort: ({query}: SearchState): Sort => sort() ?? (query ? 'relevance' : 'feed'),
  };
}
