import type {FeedController} from '../../controllers/feed.js';
import type {FirstFrameController} from '../../controllers/first-frame.js';
import type {LocaleController} from '../../controllers/locale.js';
import type {SearchController} from '../../controllers/search.js';
import type {UniqueLabelController} from '../../controllers/unique-label.js';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import type {SearchState, Sort} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';
import {foreignLanguage} from '../card/practice-text.js';
import {linkHref, type FacetName, type Settings, type SettingsHost} from './settings.js';
import {createChips, type Chip} from './views/chips.js';
import {initialLists, type FacetLists} from './views/facet-lists.js';

/** What the visitor made of the widget. It leaves no practice out, so it is not in the address. */
export interface ViewState {
  /** Whether the filters are shown where there is no room for them beside the cards. */
  readonly areFiltersOpen: boolean;
  readonly isDownloadOpen: boolean;
  /** Of the lists of values. */
  readonly lists: FacetLists;
  /** The practice that the query or the refinements hid until the visitor wanted to see it; its id. */
  readonly clearedFor: string;
  /** The practice that a link led to, where it stands too far down for all before it to be drawn. */
  readonly linked: Practice | null;
}

export const initialViewState: ViewState = Object.freeze({
  areFiltersOpen: false,
  isDownloadOpen: false,
  lists: initialLists,
  clearedFor: '',
  linked: null,
});

/** What the parts of the widget draw. */
export interface View extends ViewState {
  /** What loads the feed, for those who ask it for a newer one. */
  readonly source: FeedController;
  readonly feed: FeedInfo;
  readonly engine: Engine;
  readonly results: SearchResults;
  /** The feed's own language, where hits that are shown are in it, and the page asks for another; else `''`. */
  readonly textLanguage: string;
  /** What the visitor chose; its results may be on their way still. */
  readonly state: SearchState;
  readonly chips: readonly Chip[];
  /** Whether what was asked last has no answer: the results are those before. */
  readonly hasSearchFailed: boolean;
  /** Whether this is the first drawing, of what the visitor sees at once. */
  readonly isFirstFrame: boolean;
  /** Whether what was asked last is not answered yet: the results are those before. */
  readonly isSearching: boolean;
  /** The order in force. */
  readonly sort: Sort;
  /** Whether the facets are open at the start; after that the browser keeps which are. */
  readonly areFacetsOpen: boolean;
  /** The facets that are shown, in their order. */
  readonly facetNames: readonly FacetName[];
  /** Whether values are shown that would leave nothing. */
  readonly hasEmptyValues: boolean;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  readonly localizer: Localizer;
  readonly labels: Labels;
  /** Of the cards, in the page's outline. */
  readonly headingLevel: number;
  /** Of the landmarks: no other widget on the page has it. */
  readonly name: string;
  readonly templateHref: string;
  /** After how many seconds the feed is looked at again; `''` for never. */
  readonly refresh: string;
}

/** What the page set, beside what is read by `Settings`. */
export interface ViewHost extends SettingsHost {
  readonly emptyValues: string;
  readonly heading: string;
  readonly headingLevel: number;
  readonly refresh: string;
  readonly templateHref: string;
}

export interface ViewInput {
  readonly feed: FeedController;
  readonly firstFrame: FirstFrameController;
  readonly locale: LocaleController;
  readonly uniqueLabel: UniqueLabelController;
  readonly search: SearchController;
  readonly settings: Settings;
}

/** Gathers what is to be drawn once there are results. */
export function createViewer(
  host: ViewHost,
  {feed: source, firstFrame, locale, uniqueLabel, search, settings}: ViewInput,
) {
  let areFacetsOpen: boolean | undefined;
  return (results: SearchResults, feed: FeedInfo, state: SearchState, viewState: ViewState): View => {
    const {emptyValues, heading, headingLevel, refresh, templateHref} = host;
    const {localizer} = locale;
    const {labels} = search;
    const isForeign = results.hits.some(({practice}) => foreignLanguage(practice, labels.language) === feed.language);
    return {
      ...viewState,
      areFacetsOpen: (areFacetsOpen ??= isRoomy(host)),
      chips: createChips(results.state.refinements, labels, localizer),
      engine: search.engine!,
      facetNames: settings.facets().names,
      feed,
      hasEmptyValues: emptyValues === 'show',
      headingLevel: heading ? headingLevel + 1 : headingLevel,
      hasSearchFailed: search.hasFailed,
      isFirstFrame: !firstFrame.isOver,
      isSearching: search.isPending,
      imageHosts: settings.imageHosts(),
      labels,
      localizer,
      name: uniqueLabel.label,
      refresh,
      results,
      source,
      sort: state.sort ?? settings.defaultSort(state),
      state,
      textLanguage: isForeign ? feed.language : '',
      templateHref: linkHref(templateHref, host.baseURI),
    };
  };
}

/** What the page calls the widget, otherwise what the feed calls itself. */
export const landmarkName = (
  {ariaLabel, ariaLabelledByElements, heading}: ViewHost,
  {title}: FeedInfo,
  {language, localizer}: LocaleController,
): string =>
  ariaLabel ||
  ariaLabelledByElements?.[0]?.textContent ||
  heading ||
  translationFor(title, language).text ||
  localizer.message('results');

/** Whether the facets have room beside the cards, as in `filters.css`; an element that is not laid out has. */
const isRoomy = (element: Element): boolean =>
  !element.clientWidth || element.clientWidth >= 46 * parseFloat(getComputedStyle(element).fontSize);
