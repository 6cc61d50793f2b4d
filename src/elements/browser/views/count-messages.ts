import type {Labels} from '../../../core/search/labels.js';
import type {QueryFilter, SearchResults} from '../../../core/state/search-results.js';
import {type Localizer, type MessageValues, refinementLabel} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import type {View} from '../view-model.js';

// What is written is also what screen readers are told.

/** How many there are, in words. */
export function countMessage({totalHits, totalPractices}: SearchResults): [MessageKey, MessageValues] {
  return totalHits === totalPractices
    ? ['countAll', {count: totalHits}]
    : ['countSome', {count: totalHits, total: totalPractices}];
}

/** A filter that the query names. */
export const offeredFilterText = (
  {attribute, count, value}: QueryFilter,
  labels: Labels,
  localizer: Localizer,
): string =>
  localizer.message('offeredFilter', {
    attribute: localizer.message(attribute),
    value: refinementLabel(attribute, value, labels, localizer).text,
    count,
  });

/** What was asked for in vain. */
export function noneMessage({
  chips,
  localizer,
  state,
}: Pick<View, 'chips' | 'localizer' | 'state'>): [MessageKey, MessageValues] {
  const query = state.query.trim();
  const refinements = localizer.list(chips.map(({label}) => label.text));
  return [query ? (chips.length ? 'noneForBoth' : 'noneForQuery') : 'noneForRefinements', {query, refinements}];
}
