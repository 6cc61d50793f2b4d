import {html, nothing} from 'lit';
import type {Engine} from '../../../core/engine/engine.js';
import type {FeedInfo} from '../../../core/feed/feed.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Labels} from '../../../core/search/labels.js';
import type {Hit, SearchResults} from '../../../core/state/search-results.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {hostOf} from '../../card/practice-links.js';
import {chevronIcon, renderIsolated, renderLicense, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';

export interface MoreView {
  readonly localizer: Localizer;
  /** The hits to print in place of those shown; null if the visitor prints those. */
  readonly printedHits: readonly Hit[] | null;
  readonly results: SearchResults;
}

/** The button for the next page; on paper, how many practices are left out. */
export function renderMore({localizer, printedHits, results}: MoreView, actions: BrowserActions) {
  const {hits, maxHits = Infinity, totalHits} = results;
  const count = totalHits - (printedHits ?? hits).length;
  return html`${
    Math.min(totalHits, maxHits) > hits.length
      ? html`<button class="button more" part="more" type="button" @click=${() => actions.showMore()}>
          ${renderMessage(localizer, 'showMore')}
        </button>`
      : nothing
  }
  ${count > 0 ? html`<p class="rest">${renderMessage(localizer, 'notPrinted', {count})}</p>` : nothing}`;
}

export interface DownloadView {
  /** Whether the practices to print failed to load. */
  readonly hasPrintFailed: boolean;
  readonly isOpen: boolean;
  /** Whether the cards are above it, and no other view. */
  readonly isOfCards: boolean;
  readonly engine: Engine;
  readonly feed: FeedInfo;
  readonly labels: Labels;
  readonly localizer: Localizer;
  readonly results: SearchResults;
}

/** The button that opens the download, and the one that prints all pages of the list or another view. */
export function renderDownload(view: DownloadView, actions: BrowserActions) {
  const {engine, feed, hasPrintFailed, isOfCards, isOpen, labels, localizer, results} = view;
  if (!results.totalHits) return nothing;
  return html`<div class="download">
    <button
      class="button"
      part="download"
      type="button"
      aria-expanded=${isOpen}
      aria-controls="download"
      @click=${() => actions.toggleDownload()}
    >
      ${renderMessage(localizer, 'download')}${chevronIcon}
    </button>
    <div id="download">
      ${
        isOpen
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
    ${
      results.totalHits > 1 || !isOfCards
        ? html`<button
            class="link"
            part="print"
            type="button"
            @click=${() => (isOfCards ? actions.printAll() : actions.print(''))}
          >
            ${renderMessage(localizer, isOfCards ? 'printAll' : 'printList')}
          </button>`
        : nothing
    }
    ${hasPrintFailed ? html`<p class="failed">${renderMessage(localizer, 'failedNetwork')}</p>` : nothing}
  </div>`;
}

export interface FollowView {
  readonly localizer: Localizer;
  /** The address of a feed with the practices that match the filters. */
  readonly url: string;
}

/** Where visitors learn of new practices with these filters. */
export const renderFollow = ({localizer, url}: FollowView) =>
  html`<p class="follow">
    <a part="follow" href=${url}>${renderMessage(localizer, 'followSearch')} (${hostOf(url)})</a>
  </p>`;

export interface ClosingView {
  readonly feed: FeedInfo;
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** What the feed says of itself. */
export function renderClosing({feed, labels, localizer}: ClosingView) {
  const title = translationFor(feed.title, labels.language);
  const {license, readRecords: count, totalRecords: total, updated} = feed;
  if (total <= count && !title.text && !updated && !license) return nothing;
  return html`<div class="closing" part="closing">
    ${
      total > count
        ? html`<p>
            ${isFinite(total) ? renderMessage(localizer, 'cut', {count, total}) : renderMessage(localizer, 'cutAt', {count})}
          </p>`
        : nothing
    }
    <p class="pieces">
      ${renderIsolated(title)}
      ${updated ? html`<span>${renderMessage(localizer, 'updated', {date: localizer.date(updated)})}</span>` : nothing}
      ${license ? html`<span>${renderLicense(feed, localizer)}</span>` : nothing}
    </p>
  </div>`;
}
