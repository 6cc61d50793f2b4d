import {html, nothing} from 'lit';
import {isSameLanguage} from '../../../core/localized-text.js';
import type {Labels} from '../../../core/search/labels.js';
import type {Relaxation} from '../../../core/state/search-results.js';
import {attributeName} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {renderIsolated, renderHeading, renderMessage, renderParts} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import type {Chip} from '../chips.js';
import {noneMessage} from './announced-texts.js';
import {renderSuggestion, type AnswerView} from './understanding.js';

export interface EmptyView extends AnswerView {
  readonly chips: readonly Chip[];
  /** BCP 47 tag of the language that the texts of the feed are in. */
  readonly feedLanguage: string;
  /** That of the titles of practices. */
  readonly headingLevel: number;
  readonly labels: Labels;
}

/** Which language the texts are in, where it is not the page's, and words that find something. */
function renderSearches({feedLanguage, labels, localizer, query, results}: EmptyView, actions: BrowserActions) {
  if (!query.trim()) return nothing;
  return html`${
    feedLanguage && !isSameLanguage(feedLanguage, labels.language)
      ? html`<p>${renderMessage(localizer, 'textsIn', {language: localizer.languageName(feedLanguage)})}</p>`
      : nothing
  }
  ${results.understanding.searches.map(
    ({lang, text}) =>
      html`<p>
        <button class="link" part="suggestion" type="button" @click=${() => actions.correct(text)}>
          ${renderParts(localizer, 'searchFor', {query: text}, (part) => (part.name ? renderIsolated({lang, text}) : part.text))}
        </button>
      </p>`,
  )}`;
}

/**
 * Nothing matches: what was asked, what may have been meant, and the ways out. Where several
 * filters or words leave nothing together, visitors read how many practices each of them hides.
 */
export function renderEmpty(view: EmptyView, actions: BrowserActions) {
  const {chips, headingLevel, localizer, results} = view;
  if (results.totalPractices === 0)
    return html`<slot name="empty"><p class="box">${renderMessage(localizer, 'emptyFeed')}</p></slot>`;
  const query = view.query.trim();
  const refined = new Set(chips.map(({attribute}) => attribute)).size;
  const causes = refined + (query ? 1 : 0);
  const relaxations = causes > 1 ? results.relaxations : [];
  const clear = (what: 'filters' | 'everything', key: MessageKey) =>
    html`<button class="button" type="button" @click=${() => actions.clear(what)}>
      ${renderMessage(localizer, key)}
    </button>`;
  return html`<slot name="empty">
    <div class="box" part="empty">
      ${renderHeading(headingLevel, renderMessage(localizer, 'nothingFound'), {id: 'nothing-found'})}
      <p>${renderMessage(localizer, ...noneMessage(chips, query, localizer))}</p>
      ${renderSuggestion(view, actions)} ${renderSearches(view, actions)}
      ${
        relaxations.length
          ? html`<ul role="list">
              ${relaxations.map((relaxation) => html`<li>${renderRelaxation(relaxation, view, actions)}</li>`)}
            </ul>`
          : nothing
      }
      <p class="buttons">
        ${query && refined > 1 && !relaxations.length ? clear('filters', 'clearFilters') : nothing}
        ${clear('everything', causes > 1 ? 'clearAll' : query ? 'clearSearch' : 'clearFilters')}
      </p>
    </div>
  </slot>`;
}

function renderRelaxation({without, count}: Relaxation, view: EmptyView, actions: BrowserActions) {
  const {chips, labels, localizer, query} = view;
  const values = chips.filter(({attribute}) => attribute === without).map(({label}) => label.text);
  const what =
    without === 'query'
      ? localizer.message('theQuery', {query: query.trim()})
      : localizer.message('theFilters', {
          attribute: attributeName(without, labels, localizer).text,
          values: localizer.list(values),
        });
  return html`<button class="link" part="relaxation" type="button" @click=${() => actions.relax(without)}>
    ${renderParts(localizer, 'without', {what, count}, ({name, text}) =>
      name === 'what' ? html`<em><bdi>${text}</bdi></em>` : text,
    )}
  </button>`;
}
