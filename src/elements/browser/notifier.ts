import type {LitElement} from 'lit';
import {AnnouncerController, type AnnounceOptions} from '../../controllers/announcer.js';
import type {LocaleController} from '../../controllers/locale.js';
import type {LoadedFeed} from '../../core/engine/loaded-feed.js';
import type {FeedError} from '../../core/feed/feed-error.js';
import type {Collection} from '../../core/feed/feed.js';
import {translationFor} from '../../core/localized-text.js';
import type {LocalizedText, Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {QueryFilter, SearchResults} from '../../core/state/search-results.js';
import {mapRefinements, refinementToText, type View} from '../../core/state/search-state.js';
import type {MessageValues} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {warnOnce} from '../../platform/warn-once.js';
import {GpbEvent, type EventDetails} from '../shared/events.js';
import {createChips} from './chips.js';
import {
  citiesText,
  countMessage,
  noneMessage,
  offeredFilterText,
  reasonMessage,
  viewNames,
} from './views/announced-texts.js';

export type Notifier = ReturnType<typeof createNotifier>;

/** Joins texts. A full stop between them makes a screen reader pause. */
const sentences = (texts: readonly string[]) =>
  texts.map((text, i) => (i === texts.length - 1 || /[.?!。؟՞;]$/.test(text) ? text : `${text}.`)).join(' ');

/** Tells the page (by events) and screen readers what has happened. */
export function createNotifier(host: LitElement, locale: LocaleController) {
  const announcer = new AnnouncerController(host);
  /** Filters that were offered once are not announced again. */
  const offered = new Set<string>();
  let hasFailed = false;
  /** Whether visitors waited for the feed, and hear what it brought. */
  let isCountDue = false;

  const inWords = (text: LocalizedText) => translationFor(text, locale.language).text;
  const tell = <Type extends keyof EventDetails>(type: Type, detail: GpbEvent<Type>['detail']) =>
    host.dispatchEvent(new GpbEvent(type, detail));
  /** To screen readers. */
  const announce = (...said: [key: MessageKey, values?: MessageValues, options?: AnnounceOptions]) =>
    announcer.announce(locale.localizer, ...said);

  /** What is on the screen: several messages, whole sentences first. The number of practices has no full stop. */
  function describe(results: SearchResults, labels: Labels, collection: Collection | null): readonly string[] {
    const {isCorrected, isPartial, state, suggestion, totalHits, totalPractices, understanding} = results;
    const {localizer} = locale;
    const {message} = localizer;
    if (totalPractices === 0) return [message('emptyFeed')];
    const meant = suggestion && message(isCorrected ? 'showingFor' : 'didYouMean', {query: suggestion});
    const {alsoFound, cities, language} = understanding;
    const chips = createChips(state.refinements, labels, localizer, collection);
    const texts = totalHits
      ? [
          isPartial && message('partial'),
          meant,
          message(...countMessage(results)),
          language && message('understoodIn', {language: localizer.languageName(language)}),
          alsoFound.length && message('alsoFound', {terms: alsoFound.map(({text}) => text).join(localizer.separator)}),
          cities.length && citiesText(cities, localizer),
        ]
      : [message(...noneMessage(chips, state.query, localizer)), meant];
    return texts.flatMap((text) => text || []);
  }

  return {
    /**
     * Tells screen readers, after a pause. What is on its way is told only if it takes longer than
     * that pause.
     */
    announce,

    notifyLoaded({ids, info: {title, warnings}, size: count = ids.length}: LoadedFeed): void {
      // Otherwise the count is part of what a screen reader finds on the page.
      isCountDue ||= hasFailed || announcer.said === 'loading';
      announcer.hush('loading');
      hasFailed = false;
      if (warnings.length) tell('gpb-warned', {warnings});
      tell('gpb-loaded', {count, title: inWords(title)});
    },

    /** A cluster answered in part. */
    notifyWarnings(warnings: SearchResults['warnings']): void {
      if (warnings?.length) tell('gpb-warned', {warnings});
    },

    notifyFailed({code, message, retryable, status}: FeedError): void {
      warnOnce(message);
      hasFailed = true;
      announce('failed', {}, {isUrgent: true});
      tell('gpb-failed', {code, status, retryable, message});
    },

    /** The feed is there, but a search in it failed. */
    notifySearchFailed(error: FeedError): void {
      announce(...reasonMessage(error), {isUrgent: true});
    },

    /** Whether visitors who waited for the feed have not heard yet what it brought. */
    get isCountDue(): boolean {
      return isCountDue;
    },

    /** Tells visitors who waited for the feed what is on the screen. */
    notifyShown(results: SearchResults, labels: Labels, collection: Collection | null): void {
      isCountDue = false;
      announce('search', {}, {text: () => sentences(describe(results, labels, collection))});
    },

    /** `corrected`: the range that replaced what the visitor typed, in words. */
    notifySearched(results: SearchResults, labels: Labels, collection: Collection | null, corrected = ''): void {
      const {state, totalHits, understanding} = results;
      const {query, refinements} = state;
      const {localizer} = locale;
      /**
       * The next key may replace this announcement, so a filter counts as offered only when it is
       * told.
       */
      const offer = () => {
        const isNew = ({attribute, value}: QueryFilter) =>
          offered.size < offered.add(`${attribute} ${refinementToText(value)}`).size;
        return understanding.filters.filter(isNew).map((filter) => offeredFilterText(filter, labels, localizer));
      };
      const found = describe(results, labels, collection);
      const texts = corrected ? [corrected, ...found] : found;
      announce('search', {}, {isUrgent: !totalHits, text: () => sentences([...texts, ...offer()])});
      tell('gpb-searched', {
        query,
        refinements: mapRefinements(refinements, (values) => values.map(refinementToText)),
        collection: state.collection,
        totalHits,
      });
    },

    /** Otherwise some screen readers say nothing about the pressed tab. */
    notifyView(view: View, results: SearchResults): void {
      const {message} = locale.localizer;
      const key = viewNames[view];
      announce(key, {}, {text: () => `${message(key)}: ${message(...countMessage(results))}`});
    },

    notifyOpened({id, title}: Practice): void {
      tell('gpb-opened', {id, title: inWords(title)});
    },
  };
}
