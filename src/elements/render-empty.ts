import {html, nothing} from 'lit';
import type {WayOut} from '../core/engine.js';
import type {Actions} from './actions.js';
import {noneMessage} from './count-messages.js';
import type {View} from './view.js';

/** The query as it may have been meant, one click away. */
export const renderSuggestion = ({localizer, results: {suggestion}}: View, {correct}: Actions) =>
  suggestion
    ? html`<p class="note">
        <button class="link" part="suggestion" type="button" @click=${() => correct(suggestion)}>
          ${localizer
            .parts('didYouMean', {query: suggestion})
            .map(({name, text}) => (name ? html`<em><bdi>${text}</bdi></em>` : text))}
        </button>
      </p>`
    : nothing;

/** Nothing matches: what was asked, what may have been meant, and the ways out, each with how many practices it finds. */
export function renderEmpty(view: View, actions: Actions) {
  const {chips, localizer, results, state} = view;
  if (results.totalPractices === 0)
    return html`<slot name="empty"><p class="box">${localizer.message('emptyFeed')}</p></slot>`;
  const query = state.query.trim();
  const all = chips.length ? 'clearAll' : 'clearSearch';
  return html`<slot name="empty">
    <div class="box" part="empty">
      <p class="strong">${localizer.message('nothingFound')}</p>
      <p>${localizer.message(...noneMessage(view))}</p>
      ${renderSuggestion(view, actions)}
      ${
        results.waysOut.length
          ? html`<ul role="list">
              ${results.waysOut.map((wayOut) => html`<li>${renderWayOut(wayOut, view, actions)}</li>`)}
            </ul>`
          : nothing
      }
      <p class="buttons">
        ${
          chips.length && query
            ? html`<button class="button" type="button" @click=${() => actions.clear('refinements')}>
                ${localizer.message('clearFilters')}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => actions.clear('everything')}>
          ${localizer.message(all)}
        </button>
      </p>
    </div>
  </slot>`;
}

function renderWayOut({without, count}: WayOut, {chips, localizer, state}: View, {leave}: Actions) {
  const labels = chips.filter(({attribute}) => attribute === without).map(({label}) => label.text);
  const what =
    without === 'query'
      ? localizer.message('theQuery', {query: state.query.trim()})
      : localizer.message('theFilters', {attribute: localizer.message(without), values: localizer.list(labels)});
  return html`<button class="link" part="way-out" type="button" @click=${() => leave(without)}>
    ${localizer
      .parts('without', {what, count})
      .map(({name, text}) => (name === 'what' ? html`<em><bdi>${text}</bdi></em>` : text))}
  </button>`;
}
