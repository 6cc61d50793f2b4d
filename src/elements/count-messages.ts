import type {SearchResults} from '../core/engine.js';
import type {MessageValues} from '../i18n/localizer.js';
import type {MessageKey} from '../i18n/messages.js';
import type {View} from './view.js';

// What is written is also what screen readers are told.

/** How many there are, in words. */
export function countMessage({totalHits, totalPractices}: SearchResults): [MessageKey, MessageValues] {
  return totalHits === totalPractices
    ? ['countAll', {count: totalHits}]
    : ['countSome', {count: totalHits, total: totalPractices}];
}

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
