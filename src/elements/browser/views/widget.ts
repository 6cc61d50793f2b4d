import {html, nothing} from 'lit';
import type {GpbEvent} from '../../shared/events.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';
import {renderDownload} from './download.js';
import {renderEmpty} from './empty.js';
import {renderFilters} from './facets.js';
import {renderCards, renderClosing, renderMore} from './results.js';
import {renderChips, renderOfferedFilters, renderSearchBox, renderToolbar} from './search-box.js';

/** The whole widget, once there is something to show: two landmarks, and a closing line. What the elements in it ask for is done here. */
export const renderWidget = (view: View, actions: Actions) => html`
  <div
    class="browser"
    @gpb-refine=${({detail}: GpbEvent<'gpb-refine'>) => actions.refine(detail.attribute, detail.refinement)}
    @gpb-open=${({detail}: GpbEvent<'gpb-open'>) => actions.open(detail.id, detail.isOpen)}
    @gpb-show=${({detail}: GpbEvent<'gpb-show'>) => actions.show(detail.id)}
    @gpb-toggle-listed=${({detail}: GpbEvent<'gpb-toggle-listed'>) => actions.toggleListed(detail.id)}
    @gpb-renew=${({detail}: GpbEvent<'gpb-renew'>) => actions.goToFirst(detail.ids)}
  >
    <search aria-label=${view.localizer.message('searchIn', {name: view.name})}>
      ${renderSearchBox(view, actions)} ${renderOfferedFilters(view, actions)} ${renderToolbar(view, actions)}
      ${renderFilters(view, actions)}
    </search>
    <section aria-label=${view.name}>
      ${renderChips(view, actions)}
      ${
        view.refresh || view.feed.missing.length
          ? html`<gpb-notes
              .feed=${view.feed}
              .localizer=${view.localizer}
              .source=${view.source}
              refresh=${view.refresh || nothing}
            ></gpb-notes>`
          : nothing
      }
      ${
        view.state.list.length
          ? html`<gpb-list
              .engine=${view.engine}
              .feed=${view.feed}
              .headingLevel=${view.headingLevel}
              .ids=${view.state.list}
              .imageHosts=${view.imageHosts}
              .labels=${view.labels}
              .link=${actions.linkToList()}
              .localizer=${view.localizer}
            ></gpb-list>`
          : nothing
      }
      ${view.results.totalHits ? renderCards(view, actions) : renderEmpty(view, actions)}
      ${view.isFirstFrame ? nothing : [renderMore(view, actions), renderDownload(view, actions)]}
    </section>
  </div>
  ${view.isFirstFrame ? nothing : renderClosing(view)}
`;
