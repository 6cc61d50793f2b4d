import {html, nothing} from 'lit';
import type {FeedError} from '../../../core/feed/feed-error.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {reasonMessage} from './announced-texts.js';

export const renderReason = (error: FeedError, localizer: Localizer) =>
  renderMessage(localizer, ...reasonMessage(error));

/**
 * The fallback content, and that the list loads. `progress` is how much of the feed has come, from
 * 0 to 1; any other number if nobody knows.
 */
export function renderWaiting(isLoading: boolean, progress: number, localizer: Localizer) {
  const fallback = html`<slot></slot>`;
  return isLoading ? [renderLoading(localizer, progress), fallback, renderOutline()] : fallback;
}

const renderLoading = (localizer: Localizer, progress: number) =>
  html`<div class="loading">
    <p id="loading">${renderMessage(localizer, 'loading')}</p>
    ${progress <= 1 ? html`<progress aria-labelledby="loading" value=${progress}></progress>` : nothing}
  </div>`;

/** The shape of the list to come, for eyes only: the search field, the filters and the cards. */
const renderOutline = () =>
  html`<div class="outline" aria-hidden="true">
    <div class="outline-field"></div>
    <div class="outline-filters"></div>
    <section>
      <div class="cards">${[1, 2, 3, 4].map(() => html`<div></div>`)}</div>
    </section>
  </div>`;

/**
 * Why the feed failed, in the visitor's words, and then the fallback content. The button stays
 * while the widget tries again.
 */
export function renderFailure(error: FeedError, isPending: boolean, localizer: Localizer, actions: BrowserActions) {
  return html`<div class="box" part="failure">
      <p class="strong">${renderMessage(localizer, 'failed')}</p>
      <p>${renderReason(error, localizer)}</p>
    </div>
    <p>
      <button
        class="button"
        type="button"
        aria-disabled=${isPending ? 'true' : nothing}
        @click=${() => actions.retry()}
      >
        ${renderMessage(localizer, 'retry')}
      </button>
    </p>
    <slot></slot>`;
}
