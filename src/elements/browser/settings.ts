import type {ComplexAttributeConverter} from 'lit';
import {memoizeLast} from '../../core/memoize.js';
import {attributes, type Attribute} from '../../core/practice.js';
import {readRefinements, readValues} from '../../core/state/refinement-syntax.js';
import {sorts, type Refinements, type SearchState, type Sort} from '../../core/state/search-state.js';
import {warnOnce} from '../../platform/warn-once.js';

/** Warns of an attribute in the console. The widget goes on. */
export const warnSetting = (name: string, text: string | null, wanted: string): void =>
  warnOnce(`${name}: “${text}” is not ${wanted}.`);

/** Reads an attribute as a whole number from 1. Otherwise warns, and takes `fallback`. */
export const wholeNumber = (name: string, fallback: number): ComplexAttributeConverter<number> => ({
  fromAttribute(text) {
    const value = Number(text ?? fallback);
    if (Number.isInteger(value) && value > 0) return value;
    warnSetting(name, text, `a whole number from 1, so the widget uses ${fallback}`);
    return fallback;
  },
});

/** The words of `text` that are `known`, each once. Warns of the others. */
function readWords<T extends string>(name: string, text: string, known: readonly T[]): readonly T[] {
  return [...new Set(text.toLowerCase().match(/[^\s,]+/g))].filter((word): word is T => {
    const isKnown = known.includes(word as T);
    if (!isKnown) warnSetting(name, word, `one of ${known.join(', ')}, so the widget ignores it`);
    return isKnown;
  });
}

const facetNames = [...attributes, 'year-range'] as const;

/** A name in the attribute `facets`: an attribute, or `year-range`, the histogram of the years. */
export type FacetName = (typeof facetNames)[number];

/**
 * Reads `topic country year-range`: the facets, and the attributes that must be counted for them.
 */
function readFacets(text: string): {names: readonly FacetName[]; counted: readonly Attribute[]} {
  const names = readWords('facets', text, facetNames);
  return {names, counted: [...new Set(names.map((name) => (name === 'year-range' ? 'year' : name)))]};
}

const loadings = ['eager', 'lazy'] as const;

/** Reads when to load the feed. */
const readLoading = (text: string): (typeof loadings)[number] => readWords('loading', text, loadings)[0] ?? 'eager';

/** Reads a sort; null for none. */
const readSort = (text: string): Sort | null => readWords('sort', text, sorts)[0] ?? null;

/** Reads `scope` and `preset`. */
export function readRefinementSetting(name: string, text: string): Refinements {
  const {refinements, unread} = readRefinements(text);
  for (const word of unread)
    warnSetting(
      name,
      word,
      'a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019',
    );
  return refinements;
}

/**
 * The hosts whose images may be shown: the page's, those of the feeds, and those that the webmaster
 * names.
 */
export function readImageHosts(src: string, imageHosts: string, base: string): readonly string[] {
  const ofFeed = src.split(/\s+/).map((address) => (URL.canParse(address, base) ? new URL(address, base).host : ''));
  return [location.host, ...ofFeed, ...imageHosts.toLowerCase().split(/[\s,]+/)];
}

/**
 * An address for a link, as the page gave it; `''` if it would run a script. People who may set
 * attributes may not always write scripts.
 */
export const linkHref = (href: string, base: string): string =>
  URL.canParse(href, base) && /^(?:https?|mailto|file):$/.test(new URL(href, base).protocol) ? href : '';

/** An element with these attributes. */
export interface SettingsHost extends HTMLElement {
  readonly excludeTopics: string;
  readonly facets: string;
  readonly imageHosts: string;
  readonly loading: string;
  readonly preset: string;
  readonly scope: string;
  readonly sort: Sort | '';
  readonly src: string;
}

export type Settings = ReturnType<typeof createSettings>;

/** Reads the attributes of one element. The answer is the same object while they are the same. */
export function createSettings(host: SettingsHost) {
  const excludedTopics = memoizeLast(readValues);
  const facets = memoizeLast(readFacets);
  const imageHosts = memoizeLast(readImageHosts);
  const loading = memoizeLast(readLoading);
  const preset = memoizeLast((text: string) => readRefinementSetting('preset', text));
  const scope = memoizeLast((text: string) => readRefinementSetting('scope', text));
  const sort = () => readSort(host.sort);
  return {
    excludedTopics: () => excludedTopics(host.excludeTopics),
    facets: () => facets(host.facets),
    // Without the query and fragment, which change: a new list would draw every card again.
    imageHosts: () => imageHosts(host.src, host.imageHosts, host.baseURI.split(/[?#]/, 1)[0]!),
    loading: () => loading(host.loading),
    preset: () => preset(host.preset),
    scope: () => scope(host.scope),
    sort,
    /** The order in force if the visitor has selected none. */
    defaultSort: ({query}: SearchState): Sort => sort() ?? (query ? 'relevance' : 'feed'),
  };
}
