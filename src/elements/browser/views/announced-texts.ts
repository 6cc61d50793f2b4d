import type {FeedError, FeedErrorCode} from '../../../core/feed/feed-error.js';
import type {Labels} from '../../../core/search/labels.js';
import type {FacetValue, QueryFilter, SearchResults} from '../../../core/state/search-results.js';
import type {View} from '../../../core/state/search-state.js';
import {attributeName, type Localizer, type MessageValues, refinementLabel} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {shortenList, type ListLimits} from '../../shared/long-list.js';
import type {Chip} from '../chips.js';

// Texts that the widget both shows and announces.

/** How many practices there are, in words. */
export function countMessage({totalHits, totalPractices}: SearchResults): [MessageKey, MessageValues] {
  return totalHits === totalPractices
    ? ['countAll', {count: totalHits}]
    : ['countSome', {count: totalHits, total: totalPractices}];
}

/** What the views are called. */
export const viewNames: Record<View, MessageKey> = {cards: 'viewCards', map: 'viewMap', statistics: 'viewStatistics'};

/** The cities that a query asks for. More are hard to compare, and long to listen to. */
export const CITY_LIMITS: ListLimits<FacetValue> = {atFirst: 8, maxWhole: 8, isKept: ({isRefined}) => isRefined};

/** The first cities in words: “Cities: Bergen (4), Bilbao (3)”. */
export const citiesText = (cities: readonly FacetValue[], {list, message, number}: Localizer): string =>
  `${message('cities')}: ${list(shortenList(cities, false, CITY_LIMITS).shown.map(({count, value}) => `${value} (${number(count)})`))}`;

/** A filter that the query names. */
export const offeredFilterText = (
  {attribute, count, value}: QueryFilter,
  labels: Labels,
  localizer: Localizer,
): string =>
  localizer.message('offeredFilter', {
    attribute: attributeName(attribute, labels, localizer).text,
    value: refinementLabel(attribute, value, labels, localizer).text,
    count,
  });

/** That nothing has what was asked for. */
export function noneMessage(chips: readonly Chip[], typed: string, localizer: Localizer): [MessageKey, MessageValues] {
  const query = typed.trim();
  const refinements = localizer.list(chips.map(({label}) => label.text));
  return [query ? (chips.length ? 'noneForBoth' : 'noneForQuery') : 'noneForRefinements', {query, refinements}];
}

const REASONS: Record<FeedErrorCode, MessageKey> = {
  network: 'failedNetwork',
  http: 'failedHttp',
  timeout: 'failedTimeout',
  redirected: 'failedNetwork',
  'too-large': 'failedTooLarge',
  'not-json': 'failedContent',
  'not-a-feed': 'failedContent',
};

/** The HTTP statuses that mean something to visitors. The others are “an error of the server”. */
const STATUSES: Readonly<Record<number, MessageKey>> = {
  401: 'failedForbidden',
  403: 'failedForbidden',
  404: 'failedMissing',
  410: 'failedMissing',
  429: 'failedBusy',
  503: 'failedBusy',
};

/** Why something failed, in the visitor's words. */
export const reasonMessage = ({code, status}: FeedError): [MessageKey, MessageValues] => [
  STATUSES[status] ?? REASONS[code],
  {status: String(status)},
];
