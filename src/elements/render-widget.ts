import {html, nothing} from 'lit';
import {renderExtras} from './render-extras.js';
import {renderFilters} from './render-facets.js';
import {renderEmpty} from './render-empty.js';
import {renderCards, renderClosing, renderMore} from './render-results.js';
import {renderChips, renderSearchBox, renderToolbar} from './render-search.js';
import type {Actions} from './actions.js';
import type {View} from './view.js';

/** The whole widget, once there is something to show: two landmarks, and a closing line. */
export const renderWidget = (view: View, actions: Actions) => html`
  <div class="browser">
    <search aria-label=${view.localizer.message('searchIn', {name: view.name})}>
      ${renderSearchBox(view, actions)} ${renderToolbar(view, actions)} ${renderFilters(view, actions)}
      ${renderChips(view, actions)}
    </search>
    <section aria-label=${view.name}>
      ${
        view.refresh || view.feed.missing.length
          ? html`<gpb-notes .view=${view} .source=${view.source} refresh=${view.refresh || nothing}></gpb-notes>`
          : nothing
      }
      ${view.state.list.length ? html`<gpb-list .view=${view} .link=${actions.linkToList()}></gpb-list>` : nothing}
      ${view.results.totalHits ? renderCards(view, actions) : renderEmpty(view, actions)} ${renderMore(view, actions)}
      ${renderExtras(view, actions)}
    </section>
  </div>
  ${renderClosing(view)}
`;
