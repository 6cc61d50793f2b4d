import {html, nothing} from 'lit';
import {isSpanType} from '../../../core/own-facets.js';
import type {Labels} from '../../../core/search/labels.js';
import {refinementToText} from '../../../core/state/search-state.js';
import {attributeName, type Localizer} from '../../../i18n/localizer.js';
import {crossIcon, renderMessage, renderText} from '../../shared/templates.js';
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
      const name = attributeName(chip.attribute, labels, localizer);
      const values = {attribute: name.text, value: chip.label.text};
      // Numbers alone do not say what they measure. Visitors know years.
      const hasName = labels.nameOf(chip.attribute) && isSpanType(labels.typeOf(chip.attribute));
      return html`<li>
        <button
          class="chip"
          part="chip"
          type="button"
          data-key=${itemKey(chip.attribute, refinementToText(chip.refinement))}
          aria-label=${localizer.message('removeFilter', values)}
          @click=${() => actions.drop(chip, index)}
        >
          <span
            >${hasName ? [renderText(name), ': '] : nothing}<bdi lang=${chip.label.lang || nothing}
              >${chip.label.text}</bdi
            ></span
          >${crossIcon}
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
