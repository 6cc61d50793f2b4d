import type {Labels} from '../../../core/search/labels.js';
import type {QueryFilter, SearchResults} from '../../../core/state/search-results.js';
import type {View} from '../../../core/state/search-state.js';
import {attributeName, type Localizer, type MessageValues, refinementLabel} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
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
