import {html, nothing} from 'lit';
import type {FeedController} from '../../../controllers/feed/feed.js';
import type {Engine} from '../../../core/engine/engine.js';
import type {FeedInfo} from '../../../core/feed/feed.js';
import type {Labels} from '../../../core/search/labels.js';
import type {Localizer} from '../../../i18n/localizer.js';
import type {GpbEvent, ListTexts} from '../../shared/events.js';
import type {BrowserActions} from '../actions.js';
import {renderCards, type CardsView} from './cards.js';
import {renderChips, type ChipsView} from './chips.js';
import {renderCollections, type CollectionsView} from './collections.js';
import {renderEmpty, type EmptyView} from './empty.js';
import {renderFilters, type FiltersView} from './facets.js';
import {
  renderClosing,
  renderDownload,
  renderFollow,
  renderMore,
  type ClosingView,
  type DownloadView,
  type FollowView,
  type MoreView,
} from './footer.js';
import {renderOfferedFilters, renderSearchBox, type OfferedFiltersView, type SearchBoxView} from './search-box.js';
import {renderInnerView, renderTabs, type InnerView, type TabsView} from './tabs.js';
import {renderToolbar, type ToolbarView} from './toolbar.js';

export interface NotesView {
  readonly feed: FeedInfo;
  readonly localizer: Localizer;
  /** The seconds between two looks for a newer feed; `''` for never. */
  readonly refresh: string;
  /** Loads a newer feed. */
  readonly source: FeedController;
}

export interface ListView {
  readonly cityHref: string;
  readonly engine: Engine;
  readonly feed: FeedInfo;
  readonly headingLevel: number;
  readonly ids: readonly string[];
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  readonly localizer: Localizer;
  readonly texts: ListTexts;
}

/** The parts of the widget, once there is something to show. */
export interface WidgetView {
  /** Of the landmarks: no other widget on the page has it. */
  readonly label: string;
  readonly isFirstFrame: boolean;
  readonly localizer: Localizer;
  readonly searchBox: SearchBoxView;
  readonly offeredFilters: OfferedFiltersView;
  readonly toolbar: ToolbarView;
  readonly filters: FiltersView;
  readonly chips: ChipsView;
  /** Null if there is nothing to say about the feed. */
  readonly notes: NotesView | null;
  /** Null if the visitor's list is closed or empty. */
  readonly list: ListView | null;
  readonly hasHits: boolean;
  readonly tabs: TabsView;
  readonly collections: CollectionsView;
  readonly cards: CardsView;
  /** What is drawn in place of the cards. */
  readonly inner: InnerView;
  readonly empty: EmptyView;
  readonly more: MoreView;
  readonly download: DownloadView;
  /** Null if the feed declares no feed for these filters. */
  readonly follow: FollowView | null;
  readonly closing: ClosingView;
}

/**
 * Two landmarks and a closing line. The requests of the elements inside arrive here as events. If
 * nothing is found, the message comes before the filters, for the eye and by keyboard.
 */
export const renderWidget = (view: WidgetView, actions: BrowserActions) => html`
  <div
    class="browser"
    @gpb-refine=${({detail}: GpbEvent<'gpb-refine'>) => actions.refine(detail.attribute, detail.refinement)}
    @gpb-open=${({detail}: GpbEvent<'gpb-open'>) => actions.open(detail.id, detail.isOpen)}
    @gpb-show=${({detail}: GpbEvent<'gpb-show'>) => actions.show(detail.id)}
    @gpb-show-cards=${({detail}: GpbEvent<'gpb-show-cards'>) => actions.showCards(detail.refinements)}
    @gpb-toggle-listed=${({detail}: GpbEvent<'gpb-toggle-listed'>) => actions.list.toggle(detail.id)}
    @gpb-describe-list=${({detail}: GpbEvent<'gpb-describe-list'>) => actions.list.describe(detail)}
    @gpb-clear-list=${() => actions.list.clear()}
    @gpb-close-list=${() => actions.list.close()}
    @gpb-renew=${({detail}: GpbEvent<'gpb-renew'>) => actions.goToFirst(detail.ids)}
  >
    <search aria-label=${view.label}>
      ${renderSearchBox(view.searchBox, actions)} ${renderOfferedFilters(view.offeredFilters, actions)}
      ${renderToolbar(view.toolbar, actions)}
      ${
        view.hasHits
          ? nothing
          : html`<section class="nothing" aria-label=${view.label} tabindex="-1">
              ${renderEmpty(view.empty, actions)}
            </section>`
      }
      ${renderFilters(view.filters, actions)}
    </search>
    <section aria-label=${view.hasHits ? view.label : nothing}>
      ${view.hasHits ? renderChips(view.chips, actions) : nothing} ${view.notes ? renderNotes(view.notes) : nothing}
      ${view.list ? renderList(view.list, actions) : nothing}
      ${view.hasHits ? renderTabs(view.tabs, renderHits(view, actions), actions) : nothing}
      ${view.isFirstFrame ? nothing : [renderDownload(view.download, actions), view.follow && renderFollow(view.follow)]}
    </section>
  </div>
  ${view.isFirstFrame ? nothing : renderClosing(view.closing)}
`;

const renderHits = (view: WidgetView, actions: BrowserActions) =>
  view.tabs.chosen === 'cards'
    ? [
        renderCollections(view.collections, actions),
        renderCards(view.cards, actions),
        view.isFirstFrame ? nothing : renderMore(view.more, actions),
      ]
    : renderInnerView(view.tabs.chosen, view.inner);

const renderNotes = ({feed, localizer, refresh, source}: NotesView) =>
  html`<gpb-notes .feed=${feed} .localizer=${localizer} .source=${source} refresh=${refresh || nothing}></gpb-notes>`;

const renderList = (view: ListView, actions: BrowserActions) =>
  html`<gpb-list
    .cityHref=${view.cityHref}
    .engine=${view.engine}
    .feed=${view.feed}
    .headingLevel=${view.headingLevel}
    .ids=${view.ids}
    .imageHosts=${view.imageHosts}
    .labels=${view.labels}
    .link=${actions.list.link()}
    .localizer=${view.localizer}
    .texts=${view.texts}
  ></gpb-list>`;
