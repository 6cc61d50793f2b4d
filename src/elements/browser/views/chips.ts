import {html, nothing} from 'lit';
import {isSpanType} from '../../../core/own-facets.js';
import type {Labels} from '../../../core/search/labels.js';
import {refinementToText} from '../../../core/state/search-state.js';
import {attributeName, type Localizer, type MessageValues} from '../../../i18n/localizer.js';
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
      const {attribute, label} = chip;
      const values = {attribute: attributeName(attribute, labels, localizer).text, value: label.text};
      // Visitors know years. Numbers alone do not say what they measure.
      const isNamed = labels.nameOf(attribute) && isSpanType(labels.typeOf(attribute));
      return html`<li>
        <button
          class="chip"
          part="chip"
          type="button"
          data-key=${itemKey(attribute, refinementToText(chip.refinement))}
          aria-label=${localizer.message('removeFilter', values)}
          @click=${() => actions.drop(chip, index)}
        >
          <bdi lang=${label.lang || nothing}>${isNamed ? nameAndValue(values, localizer) : label.text}</bdi>${crossIcon}
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

/** “Cost in euros, 20 to 400”, as the name of the button has it: people who speak to their device say what they read. */
function nameAndValue(values: MessageValues, localizer: Localizer): string {
  const texts = localizer.parts('removeFilter', values).map(({name, text}) => ({isValue: !!name, text}));
  const isInside = (_: unknown, i: number) =>
    texts.slice(0, i + 1).some(({isValue}) => isValue) && texts.slice(i).some(({isValue}) => isValue);
  return texts
    .filter(isInside)
    .map(({text}) => text)
    .join('');
}
