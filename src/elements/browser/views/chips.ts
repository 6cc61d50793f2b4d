import {html, nothing} from 'lit';
import type {Labels} from '../../../core/search/labels.js';
import {refinementToText} from '../../../core/state/search-state.js';
import {attributeName, type Localizer} from '../../../i18n/localizer.js';
import {crossIcon, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import type {Chip} from '../chips.js';
import {itemKey} from './facet-items.js';

export interface ChipsView {
  readonly chips: readonly Chip[];
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/**
 * The selected filters, a button each to remove it, and one for all. They are above the cards and
 * not above the facets, so that a value stays in its place when it is ticked.
 */
export function renderChips({chips, labels, localizer}: ChipsView, actions: BrowserActions) {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" role="list" aria-label=${localizer.message('chosenFilters')}>
    ${chips.map((chip, index) => {
      const values = {attribute: attributeName(chip.attribute, labels, localizer).text, value: chip.label.text};
      return html`<li>
        <button
          class="chip"
          part="chip"
          type="button"
          data-key=${itemKey(chip.attribute, refinementToText(chip.refinement))}
          aria-label=${localizer.message('removeFilter', values)}
          @click=${() => actions.drop(chip, index)}
        >
          <bdi lang=${chip.label.lang || nothing}>${chip.label.text}</bdi>${crossIcon}
        </button>
      </li>`;
    })}
    <li>
      <button class="link" type="button" @click=${() => actions.clear('everything')}>
        ${renderMessage(localizer, 'clearAll')}
      </button>
    </li>
  </ul>`;
}
