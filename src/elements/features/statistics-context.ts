import {html, nothing} from 'lit';
import type {Group, RefinementChange} from '../../core/facets/statistics.js';
import type {Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {messageText, type Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {keepInPlace} from '../shared/focus-and-scroll.js';
import {renderExpand, shortenList, type ListLimits} from '../shared/long-list.js';
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

/** What is shown of the rows of a table with this heading, and the button that shows the rest. */
export function shortenTable<Row>(
  rows: readonly Row[],
  limits: ListLimits<Row>,
  key: MessageKey,
  {isExpanded, localizer, toggle}: StatisticsContext,
) {
  const {rest, shown} = shortenList(rows, isExpanded(key), limits);
  const button = renderExpand(rest, isExpanded(key), messageText(key, localizer), localizer, (pressed) => {
    if (isExpanded(key)) keepInPlace(pressed);
    toggle(key);
  });
  return {shown, button};
}
