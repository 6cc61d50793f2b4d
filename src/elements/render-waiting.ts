import {html, nothing} from 'lit';
import type {FeedController} from '../controllers/feed.js';
import type {FeedError, FeedErrorCode} from '../core/feed/feed-error.js';
import type {Localizer} from '../i18n/localizer.js';
import type {MessageKey} from '../i18n/messages.js';
import type {Actions} from './actions.js';

const REASONS: Record<FeedErrorCode, MessageKey> = {
  network: 'failedNetwork',
  http: 'failedHttp',
  timeout: 'failedTimeout',
  'too-large': 'failedTooLarge',
  'not-json': 'failedContent',
  'not-a-feed': 'failedContent',
};

/** What visitors know of: the rest is an error of the server. */
const STATUSES: Readonly<Record<number, MessageKey>> = {
  401: 'failedForbidden',
  403: 'failedForbidden',
  404: 'failedMissing',
  410: 'failedMissing',
  429: 'failedBusy',
  503: 'failedBusy',
};

/** While there is no list to show: that it loads or why it failed, then the fallback content; without any, the outline of the list. */
export function renderWaiting(
  host: Element,
  {error, isPending, progress}: FeedController,
  localizer: Localizer,
  {retry}: Actions,
) {
  const fallback = html`<slot></slot>`;
  if (error) return [renderFailure(error, isPending, localizer, retry), fallback];
  if (!isPending) return fallback;
  return [renderLoading(localizer, progress), fallback, hasFallback(host) ? nothing : renderOutline()];
}

const hasFallback = ({childNodes}: Element) =>
  [...childNodes].some((node) => (node instanceof Element ? !node.slot : node.textContent?.trim()));

/** How much of the feed has come, if that is known (`progress` from 0 to 1). */
const renderLoading = (localizer: Localizer, progress: number) =>
  html`<div class="loading">
    <span id="loading">${localizer.message('loading')}</span>
    <progress aria-labelledby="loading" value=${progress <= 1 ? progress : nothing}></progress>
  </div>`;

/** The list to come in its shape, for eyes only: the search field, the filters and the cards. */
const renderOutline = () =>
  html`<div class="outline" aria-hidden="true">
    <div class="outline-field"></div>
    <div class="outline-filters"></div>
    <div class="outline-cards">${[1, 2, 3, 4].map(() => html`<div></div>`)}</div>
  </div>`;

/** Why the feed is not here, in the visitor's words; the page's own content follows. The button stays while it is tried again. */
function renderFailure(error: FeedError, isPending: boolean, localizer: Localizer, retry: () => void) {
  return html`<div class="box" part="failure">
      <p class="strong">${localizer.message('failed')}</p>
      <p>${localizer.message(STATUSES[error.status] ?? REASONS[error.code], {status: String(error.status)})}</p>
    </div>
    <p>
      <button class="button" type="button" aria-disabled=${isPending ? 'true' : nothing} @click=${retry}>
        ${localizer.message('retry')}
      </button>
    </p>`;
}
