import {html} from 'lit';
import type {Engine} from '../../../core/engine/engine.js';
import type {FeedInfo} from '../../../core/feed/feed.js';
import type {Labels} from '../../../core/search/labels.js';
import type {SearchResults} from '../../../core/state/search-results.js';
import type {View} from '../../../core/state/search-state.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import {viewNames} from './announced-texts.js';

export interface TabsView {
  /** The views to choose from, in their order. With one alone there are no tabs. */
  readonly offered: readonly View[];
  readonly chosen: View;
  readonly localizer: Localizer;
}

/** What the views beside the cards draw. */
export interface InnerView {
  readonly engine: Engine;
  readonly feed: FeedInfo;
  /** Of headings in the view, in the outline of the page. */
  readonly headingLevel: number;
  readonly labels: Labels;
  readonly localizer: Localizer;
  readonly results: SearchResults;
}

/**
 * The tabs of the views, and the chosen view below. Arrow keys move the focus only. Enter or a click
 * chooses, since each choice is a step of the history.
 */
export function renderTabs({chosen, localizer, offered}: TabsView, content: unknown, actions: BrowserActions) {
  if (offered.length < 2) return content;
  const handleKeydown = (event: KeyboardEvent) => {
    const tabs = [...(event.currentTarget as HTMLElement).children] as HTMLElement[];
    const step = localizer.direction === 'rtl' ? -1 : 1;
    const from = tabs.indexOf(event.target as HTMLElement);
    const to = {ArrowRight: from + step, ArrowLeft: from - step, Home: 0, End: -1}[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    tabs.at(to % tabs.length)!.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${localizer.message('views')} @keydown=${handleKeydown}>
      ${offered.map(
        (view) =>
          html`<button
            id="tab-${view}"
            part="tab"
            role="tab"
            type="button"
            aria-controls="view"
            aria-selected=${view === chosen}
            tabindex=${view === chosen ? 0 : -1}
            @click=${() => view === chosen || actions.showView(view)}
          >
            ${renderMessage(localizer, viewNames[view])}
          </button>`,
      )}
    </div>
    <div id="view" role="tabpanel" aria-labelledby="tab-${chosen}">${content}</div>`;
}

/** A view beside the cards. Its element loads when it is first drawn. */
export const renderInnerView = (
  chosen: Exclude<View, 'cards'>,
  {engine, feed, headingLevel, labels, localizer, results}: InnerView,
) =>
  chosen === 'map'
    ? html`<gpb-map
        class="view"
        .headingLevel=${headingLevel}
        .labels=${labels}
        .localizer=${localizer}
        .results=${results}
      ></gpb-map>`
    : html`<gpb-statistics
        class="view"
        .engine=${engine}
        .feed=${feed}
        .headingLevel=${headingLevel}
        .labels=${labels}
        .localizer=${localizer}
        .results=${results}
      ></gpb-statistics>`;
