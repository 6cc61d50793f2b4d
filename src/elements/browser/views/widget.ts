import {html, nothing} from 'lit';
import type {Localizer} from '../../../i18n/localizer.js';
import type {GpbEvent} from '../../shared/events.js';
import type {BrowserActions} from '../actions.js';
import type {FeatureView} from '../feature-view.js';
import {renderCards, type CardsView} from './cards.js';
import {renderChips, type ChipsView} from './chips.js';
import {renderEmpty, type EmptyView} from './empty.js';
import {renderFilters, type FiltersView} from './facets.js';
import {
  renderClosing,
  renderDownload,
  renderMore,
  type ClosingView,
  type DownloadView,
  type MoreView,
} from './footer.js';
import {renderOfferedFilters, renderSearchBox, type OfferedFiltersView, type SearchBoxView} from './search-box.js';
import {renderToolbar, type ToolbarView} from './toolbar.js';

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
  /**
   * Whether there is something to say about the feed, and after how many seconds it is looked at
   * again.
   */
  readonly notes: {readonly isShown: boolean; readonly refresh: string};
  readonly hasList: boolean;
  readonly hasHits: boolean;
  readonly cards: CardsView;
  readonly empty: EmptyView;
  readonly more: MoreView;
  readonly download: DownloadView;
  readonly closing: ClosingView;
  readonly feature: FeatureView;
}

/** Two landmarks and a closing line. The requests of the elements inside arrive here as events. */
export const renderWidget = (view: WidgetView, actions: BrowserActions) => html`
  <div
    class="browser"
    @gpb-refine=${({detail}: GpbEvent<'gpb-refine'>) => actions.refine(detail.attribute, detail.refinement)}
    @gpb-open=${({detail}: GpbEvent<'gpb-open'>) => actions.open(detail.id, detail.isOpen)}
    @gpb-show=${({detail}: GpbEvent<'gpb-show'>) => actions.show(detail.id)}
    @gpb-toggle-listed=${({detail}: GpbEvent<'gpb-toggle-listed'>) => actions.toggleListed(detail.id)}
    @gpb-renew=${({detail}: GpbEvent<'gpb-renew'>) => actions.goToFirst(detail.ids)}
  >
    <search aria-label=${view.localizer.message('searchIn', {name: view.label})}>
      ${renderSearchBox(view.searchBox, actions)} ${renderOfferedFilters(view.offeredFilters, actions)}
      ${renderToolbar(view.toolbar, actions)} ${renderFilters(view.filters, actions)}
    </search>
    <section aria-label=${view.label}>
      ${renderChips(view.chips, actions)}
      ${
        view.notes.isShown
          ? html`<gpb-notes .view=${view.feature} refresh=${view.notes.refresh || nothing}></gpb-notes>`
          : nothing
      }
      ${view.hasList ? html`<gpb-list .view=${view.feature} .link=${actions.linkToList()}></gpb-list>` : nothing}
      ${view.hasHits ? renderCards(view.cards, actions) : renderEmpty(view.empty, actions)}
      ${view.isFirstFrame ? nothing : [renderMore(view.more, actions), renderDownload(view.download, actions)]}
    </section>
  </div>
  ${view.isFirstFrame ? nothing : renderClosing(view.closing)}
`;
