import type {FeedController} from '../../controllers/feed/feed.js';
import type {FirstFrameController} from '../../controllers/first-frame.js';
import type {LocaleController} from '../../controllers/locale.js';
import type {PrintController} from '../../controllers/print.js';
import type {SearchController} from '../../controllers/search.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import {findFilterFeed} from '../../core/state/filter-feeds.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {foreignLanguage} from '../card/practice-text.js';
import {createChips} from './chips.js';
import type {Settings, SettingsHost} from './settings.js';
import type {BrowserStore} from './store.js';
import {hasCollections, type CollectionsView, type Entrance} from './views/collections.js';
import type {WidgetView} from './views/widget.js';

/** The attributes that views read directly; `Settings` reads the others. */
export interface ViewHost extends SettingsHost {
  readonly cityHref: string;
  readonly emptyValues: string;
  readonly heading: string;
  readonly headingLevel: number;
  readonly refresh: string;
}

export interface ViewParts {
  readonly feed: FeedController;
  readonly firstFrame: FirstFrameController;
  readonly locale: LocaleController;
  readonly print: PrintController;
  readonly search: SearchController;
  readonly settings: Settings;
  readonly store: BrowserStore;
}

/** Gives each part of the widget what it draws. Changes nothing. */
export function createWidgetView(
  host: ViewHost,
  label: string,
  /** Whether the page has other widgets. */
  isOneOfSeveral: boolean,
  results: SearchResults,
  {feed: source, firstFrame, locale, print, search, settings, store}: ViewParts,
): WidgetView {
  const {localizer} = locale;
  const {labels} = search;
  const {search: state, view} = store;
  const {query} = state;
  const feed = source.snapshot.feed!.info;
  const isFirstFrame = !firstFrame.isOver;
  const viewName = settings.viewOf(state);
  const headingLevel = host.heading ? host.headingLevel + 1 : host.headingLevel;
  const imageHosts = settings.imageHosts();
  const chosen = search.collection;
  const chips = createChips(results.state.refinements, labels, localizer, chosen);
  const isAsking = !!query || chips.length > 0 || view.shared !== null;
  const collections: CollectionsView = {
    chosen,
    entrances: isAsking ? [] : entrancesOf(feed, results),
    areAllShown: view.areCollectionsShown,
    headingLevel,
    imageHosts,
    labels,
    localizer,
  };
  const isForeign = results.hits.some(({practice}) => foreignLanguage(practice, labels.language) === feed.language);
  const textLanguage = isForeign ? feed.language : '';
  const engine = search.engine!;
  const shown = results.state;
  const followed = shown.query || chosen ? null : findFilterFeed(feed.feeds, settings.scope(), shown.refinements);
  return {
    label,
    isFirstFrame,
    localizer,
    searchBox: {examples: query ? [] : search.examples, localizer, name: isOneOfSeveral ? label : '', query},
    offeredFilters: {
      areAllCitiesShown: view.areCitiesShown,
      cities: results.understanding.cities,
      filters: results.understanding.filters,
      labels,
      localizer,
    },
    toolbar: {
      failure: search.failure,
      isListOpen: view.isListOpen,
      isSearching: search.isPending,
      localizer,
      query,
      results,
      listed: state.list.length,
      sort: state.sort ?? settings.defaultSort(state),
      textLanguage,
    },
    filters: {
      areFiltersOpen: view.areFiltersOpen,
      chipCount: chips.filter(({attribute}) => attribute !== 'collection').length,
      facetNames: settings.facets().names,
      hasEmptyValues: host.emptyValues === 'show',
      isFirstFrame,
      labels,
      lists: view.lists,
      localizer,
      refinements: state.refinements,
      results,
    },
    chips: {chips, labels, localizer},
    notes: host.refresh || feed.missing.length ? {feed, localizer, refresh: host.refresh, source} : null,
    list:
      view.isListOpen && state.list.length
        ? {
            cityHref: host.cityHref,
            engine,
            feed,
            headingLevel,
            ids: state.list,
            imageHosts,
            labels,
            localizer,
            texts: view.listTexts,
          }
        : null,
    hasHits: results.totalHits > 0,
    tabs: {chosen: viewName, localizer, offered: settings.views()},
    collections,
    cards: {
      cityHref: host.cityHref,
      clearedFor: view.clearedFor,
      engine,
      facetNames: settings.facets().names,
      headingLevel: hasCollections(collections) ? headingLevel + 1 : headingLevel,
      imageHosts,
      isFirstFrame,
      labels,
      linked: view.linked,
      refusedId: view.refusedId,
      shared: view.shared,
      localizer,
      printedHits: print.hits,
      printedPractice: print.practice,
      query,
      results,
      state,
      textLanguage,
    },
    inner: {engine, feed, headingLevel, labels, localizer, results},
    empty: {chips, feedLanguage: feed.language, headingLevel, labels, localizer, query, results},
    more: {localizer, printedHits: print.hits, results},
    download: {
      engine,
      feed,
      hasPrintFailed: search.haveHitsFailed,
      isOfCards: viewName === 'cards',
      isOpen: view.isDownloadOpen,
      labels,
      localizer,
      results,
    },
    follow: followed && {localizer, url: followed.url},
    closing: {feed, labels, localizer},
  };
}

/** The collections that have any practice in this widget, in the order of the feed. */
const entrancesOf = ({collections}: FeedInfo, results: SearchResults): Entrance[] =>
  results.collections.flatMap(({count, id}) => {
    const collection = collections.find((each) => each.id === id);
    return collection ? {collection, count} : [];
  });
