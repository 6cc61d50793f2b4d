import {html, nothing} from 'lit';
import {chevronIcon} from '../../shared/templates.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';

/** Below the cards: the button that opens the download. */
export function renderDownload(view: View, {toggleDownload}: Actions) {
  const {engine, feed, isDownloadOpen, labels, localizer, results} = view;
  if (!results.totalHits) return nothing;
  return html`<div class="download">
    <button
      class="button"
      part="download"
      type="button"
      aria-expanded=${isDownloadOpen}
      aria-controls="download"
      @click=${toggleDownload}
    >
      ${localizer.message('download')}${chevronIcon}
    </button>
    <div id="download">
      ${
        isDownloadOpen
          ? html`<gpb-download
              .engine=${engine}
              .feed=${feed}
              .labels=${labels}
              .localizer=${localizer}
              .results=${results}
            ></gpb-download>`
          : nothing
      }
    </div>
  </div>`;
}
