import {html, nothing} from 'lit';
import type {Translation} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderHiddenName, renderMessage} from './templates.js';

/** How many items a list shows at first. A list of up to `maxWhole` items is hardly longer, so it is shown whole. */
export interface ListLimits<Item> {
  readonly atFirst: number;
  readonly maxWhole: number;
  /** Whether an item is always shown. */
  readonly isKept?: (item: Item) => boolean;
}

/** What is shown of a list, and how many more items there are than at first. */
export function shortenList<Item>(items: readonly Item[], isExpanded: boolean, limits: ListLimits<Item>) {
  const {atFirst, isKept, maxWhole} = limits;
  const first = items.length > maxWhole ? items.filter((item, i) => i < atFirst || isKept?.(item)) : items;
  return {shown: isExpanded ? items : first, rest: items.length - first.length};
}

/** The button that shows the rest of a list, if there is any. `name` says which list, since a page has several. */
export const renderExpand = (
  rest: number,
  isExpanded: boolean,
  name: Translation,
  localizer: Localizer,
  toggle: (button: HTMLElement) => void,
) =>
  rest
    ? html`<button
        class="link"
        type="button"
        aria-expanded=${isExpanded}
        @click=${({currentTarget}: Event) => toggle(currentTarget as HTMLElement)}
      >
        ${renderMessage(localizer, isExpanded ? 'fewerValues' : 'moreValues', {count: rest})}${renderHiddenName(name)}
      </button>`
    : nothing;
