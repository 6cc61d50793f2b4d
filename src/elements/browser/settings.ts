import {memoizeLast} from '../../core/memoize.js';
import {isOwnName, MAX_OWN_FACETS, readPageFacet} from '../../core/own-facets.js';
import {attributes, type Attribute} from '../../core/practice.js';
import {readRefinements, readValues} from '../../core/state/refinement-syntax.js';
import {
  sortOf,
  sorts,
  views,
  type Refinements,
  type SearchState,
  type Sort,
  type View,
} from '../../core/state/search-state.js';
import {wordsIn} from '../shared/attribute-rules.js';

/** The words of `text` that are `known`, each once. attributes.ts reports the others. */
const readWords = <T extends string>(text: string, known: readonly T[]): readonly T[] =>
  wordsIn(text).filter((word): word is T => known.includes(word as T));

export const builtInFacets = [...attributes, 'year-range'] as const;

/** A name in the attribute `facets`: an attribute, or `year-range`, the histogram of the years. */
export type FacetName = Attribute;

/** The attribute `facets`. */
interface FacetSettings {
  /** The facets to show, in their order. */
  readonly names: readonly FacetName[];
  /** The attributes that must be counted for them. */
  readonly counted: readonly Attribute[];
  /** The facets that the page describes: `target:list`. */
  readonly described: string;
}

/** Reads `topic country year-range target budget:number`. */
function readFacets(text: string): FacetSettings {
  const words = wordsIn(text).filter(isFacetWord);
  const names = [...new Set(words.map((word) => word.split(':', 1)[0]!))];
  const surplus = names.filter(isOwnName).slice(MAX_OWN_FACETS);
  const shown = names.filter((name) => !surplus.includes(name));
  return {
    names: shown,
    counted: [...new Set(shown.map((name) => (name === 'year-range' ? 'year' : name)))],
    described: words.filter((word) => word.includes(':')).join(' '),
  };
}

const isFacetWord = (word: string) => builtInFacets.includes(word as 'topic') || readPageFacet(word) !== null;

export const loadings = ['eager', 'lazy'] as const;

/** Reads when to load the feed. */
const readLoading = (text: string): (typeof loadings)[number] => readWords(text, loadings)[0] ?? 'eager';

/** Reads a sort; null for none. */
const readSort = (text: string): Sort | null => readWords(text, sorts)[0] ?? null;

/** The facets beside the built-in ones that the page names: the address may have them. */
const ownNames = ({names}: FacetSettings, preset: Refinements): readonly string[] => [
  ...new Set([...names, ...Object.keys(preset)].filter(isOwnName)),
];

/** Reads `map statistics`. Cards come last if they are not named: without them, nobody could read a practice. */
const readViews = (text: string): readonly View[] => [...new Set([...readWords(text, views), 'cards' as const])];

/** What a view needs counted, besides the facets of the page. */
const countedFor: Record<View, readonly Attribute[]> = {cards: [], map: ['country', 'city'], statistics: []};

const withViews = (facets: readonly Attribute[], offered: readonly View[]): readonly Attribute[] => [
  ...new Set([...facets, ...offered.flatMap((view) => countedFor[view])]),
];

/** Reads `scope` and `preset`. */
export const readRefinementSetting = (text: string): Refinements => readRefinements(text).refinements;

/**
 * The hosts whose images may be shown: the page's, those of the feeds, and those that the webmaster
 * names.
 */
export function readImageHosts(src: string, imageHosts: string, base: string): readonly string[] {
  const ofFeed = src.split(/\s+/).map((address) => (URL.canParse(address, base) ? new URL(address, base).host : ''));
  return [location.host, ...ofFeed, ...imageHosts.toLowerCase().split(/[\s,]+/)];
}

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
  readonly views: string;
}

export type Settings = ReturnType<typeof createSettings>;

/** Reads the attributes of one element. The answer is the same object while they are the same. */
export function createSettings(host: SettingsHost) {
  const excludedTopics = memoizeLast(readValues);
  const facets = memoizeLast(readFacets);
  const ownFacets = memoizeLast(ownNames);
  const imageHosts = memoizeLast(readImageHosts);
  const loading = memoizeLast(readLoading);
  const preset = memoizeLast(readRefinementSetting);
  const scope = memoizeLast(readRefinementSetting);
  const sort = () => readSort(host.sort);
  const offered = memoizeLast(readViews);
  const counted = memoizeLast(withViews);
  const facetsNow = () => facets(host.facets);
  const viewsNow = () => offered(host.views);
  return {
    excludedTopics: () => excludedTopics(host.excludeTopics),
    facets: facetsNow,
    /** The attributes that must be counted, for the facets and for the views. */
    counted: () => counted(facetsNow().counted, viewsNow()),
    ownFacets: () => ownFacets(facetsNow(), preset(host.preset)),
    // Without the query and fragment, which change: a new list would draw every card again.
    imageHosts: () => imageHosts(host.src, host.imageHosts, host.baseURI.split(/[?#]/, 1)[0]!),
    loading: () => loading(host.loading),
    preset: () => preset(host.preset),
    scope: () => scope(host.scope),
    sort,
    /** The views that visitors can choose from, in their order. */
    views: viewsNow,
    /** The view to show. An address may name one that this page does not offer. */
    viewOf: ({view}: SearchState): View => viewsNow().find((each) => each === view) ?? viewsNow()[0]!,
    /** The view as a state has it: null for the first. */
    chooseView: (view: View): View | null => (view === viewsNow()[0] ? null : view),
    /** The order in force if the visitor has selected none. Without a query, relevance is the order of the feed. */
    defaultSort(state: SearchState): Sort {
      const usual = sortOf({...state, sort: null}, sort());
      return usual === 'relevance' && !state.query.trim() ? 'feed' : usual;
    },
  };
}
