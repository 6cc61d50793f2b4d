import {html, nothing} from 'lit';
import type {Actions} from './actions.js';
import {chevronIcon} from './icons.js';
import type {View} from './view.js';

/** Below the cards: what comes with the extras file, which is fetched when it is asked for. */
export function renderExtras(view: View, {loadExtras, toggleDownload}: Actions) {
  const {areExtrasMissing, isDownloadOpen, localizer, results, state} = view;
  return html`<div class="extras">
    ${
      results.totalHits
        ? html`<button
              class="button"
              part="download"
              type="button"
              aria-expanded=${isDownloadOpen}
              aria-controls="download"
              @click=${toggleDownload}
            >
              ${localizer.message('download')}${chevronIcon}
            </button>
            <div id="download">${isDownloadOpen ? html`<gpb-download .view=${view}></gpb-download>` : nothing}</div>`
        : nothing
    }
    ${
      areExtrasMissing && (isDownloadOpen || state.list.length)
        ? html`<p role="alert">
            ${localizer.message('extrasFailed')}
            <button class="link" type="button" @click=${loadExtras}>${localizer.message('retry')}</button>
          </p>`
        : nothing
    }
  </div>`;
}
