import {html, nothing} from 'lit';
import type {Group, RefinementChange} from '../../core/facets/statistics.js';
import type {Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {messageText, type Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {keepInPlace} from '../shared/focus-and-scroll.js';
import {renderHiddenName, renderMessage} from '../shared/templates.js';
import {isKosovo, renderKosovoNote} from './kosovo.js';

/** What the parts of the statistics draw with. */
export interface StatisticsContext {
  readonly labels: Labels;
  readonly localizer: Localizer;
  /** Whether the table of this heading is shown in full. */
  isExpanded(key: MessageKey): boolean;
  /** Shows a table in full, or only its beginning. */
  toggle(key: MessageKey): void;
  /** Shows the cards of the practices that these changes find. */
  show(...changes: readonly RefinementChange[]): void;
  /** A table with sticking headers has begun to scroll. */
  handleScroll(event: Event): void;
}

/** The footnote, if one of these countries needs it. */
export const renderFootnote = (countries: readonly string[], {localizer}: StatisticsContext) =>
  countries.some(isKosovo) ? html`<p class="legend">${renderKosovoNote(localizer)}</p>` : nothing;

/** A number, which screen readers read with its noun. */
export const renderCount = (count: number, localizer: Localizer) =>
  html`<span aria-hidden="true">${localizer.number(count)}</span
    ><span class="visually-hidden">${renderMessage(localizer, 'countAll', {count})}</span>`;

/** A number as a button that leads to the practices it counts. `name` says of what. */
export const renderFigure = ({change, count}: Group, name: Translation, {localizer, show}: StatisticsContext) =>
  html`<button class="figure" type="button" @click=${() => show(change)}>
    ${renderCount(count, localizer)}${renderHiddenName(name)}
  </button>`;

/** Says that a row or a year has no practice. To the eye, it is a quiet dot. */
export const renderGap = ({localizer}: StatisticsContext) =>
  html`<span class="visually-hidden">${renderMessage(localizer, 'noPractice')}</span>`;

/** The button that shows the rest of a table, if there is any. */
export function renderExpand(key: MessageKey, rest: number, {isExpanded, localizer, toggle}: StatisticsContext) {
  if (rest <= 0) return nothing;
  const handleClick = ({currentTarget}: Event) => {
    if (isExpanded(key)) keepInPlace(currentTarget as Element);
    toggle(key);
  };
  return html`<button class="link" type="button" aria-expanded=${isExpanded(key)} @click=${handleClick}>
    ${renderMessage(localizer, isExpanded(key) ? 'fewerValues' : 'moreValues', {count: rest})}${renderHiddenName(messageText(key, localizer))}
  </button>`;
}
