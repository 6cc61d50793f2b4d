import {html, nothing} from 'lit';
import type {Translation} from '../../../core/practice.js';
import type {Relaxation} from '../../../core/state/search-results.js';
import type {MessageKey} from '../../../i18n/messages.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';
import {noneMessage} from './count-messages.js';

/** The query as it was corrected, or as it may have been meant, one click away. */
export function renderSuggestion({localizer, results: {isCorrected, suggestion}}: View, {correct}: Actions) {
  if (!suggestion) return nothing;
  const parts = (key: MessageKey) => localizer.parts(key, {query: suggestion});
  if (isCorrected)
    return html`<p class="note">
      ${parts('showingFor').map(({name, text}) => (name ? html`<bdi class="meant">${text}</bdi>` : text))}
    </p>`;
  return html`<p class="note">
    <button class="link" part="suggestion" type="button" @click=${() => correct(suggestion)}>
      ${parts('didYouMean').map(({name, text}) => (name ? html`<em><bdi>${text}</bdi></em>` : text))}
    </button>
  </p>`;
}

const renderTerm = ({lang, text}: Translation) => html`<bdi lang=${lang || nothing}>${text}</bdi>`;

/** What the query was taken to mean, and the way back to its letters. */
export function renderUnderstanding({localizer, results, state}: View, {correct}: Actions) {
  const {alsoFound, language, literalQuery} = results.understanding;
  if (!alsoFound.length && !language) return nothing;
  return html`<p class="note understanding">
    ${
      language
        ? html`<span>${localizer.message('understoodIn', {language: localizer.languageName(language)})}</span>`
        : nothing
    }
    ${
      alsoFound.length
        ? html`<span
              >${localizer
                .parts('alsoFound', {terms: ''})
                .map(({name, text}) =>
                  name ? alsoFound.map((term, i) => [i ? ', ' : '', renderTerm(term)]) : text,
                )}</span
            >
            <button class="link" part="literal" type="button" @click=${() => correct(literalQuery)}>
              ${localizer.message('searchOnly', {query: state.query.trim()})}
            </button>`
        : nothing
    }
  </p>`;
}

/** Which language the texts are in, where it is not the page's, and words that find something. */
function renderSearches({feed, labels, localizer, results, state}: View, {correct}: Actions) {
  if (!state.query.trim()) return nothing;
  const [asked, written] = [labels.language, feed.language].map((tag) => tag.split('-')[0]);
  return html`${
    written && asked !== written
      ? html`<p>${localizer.message('textsIn', {language: localizer.languageName(feed.language)})}</p>`
      : nothing
  }
  ${results.understanding.searches.map(
    ({lang, text}) =>
      html`<p>
        <button class="link" part="suggestion" type="button" @click=${() => correct(text)}>
          ${localizer.parts('searchFor', {query: text}).map((part) => (part.name ? renderTerm({lang, text}) : part.text))}
        </button>
      </p>`,
  )}`;
}

/** Nothing matches: what was asked, what may have been meant, and the ways out, each with how many practices it finds. */
export function renderEmpty(view: View, actions: Actions) {
  const {chips, localizer, results, state} = view;
  if (results.totalPractices === 0)
    return html`<slot name="empty"><p class="box">${localizer.message('emptyFeed')}</p></slot>`;
  const query = state.query.trim();
  const all = chips.length ? 'clearAll' : 'clearSearch';
  return html`<slot name="empty">
    <div class="box" part="empty">
      <p class="strong">${localizer.message('nothingFound')}</p>
      <p>${localizer.message(...noneMessage(view))}</p>
      ${renderSuggestion(view, actions)} ${renderSearches(view, actions)}
      ${
        results.relaxations.length
          ? html`<ul role="list">
              ${results.relaxations.map((relaxation) => html`<li>${renderRelaxation(relaxation, view, actions)}</li>`)}
            </ul>`
          : nothing
      }
      <p class="buttons">
        ${
          chips.length && query
            ? html`<button class="button" type="button" @click=${() => actions.clear('refinements')}>
                ${localizer.message('clearFilters')}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => actions.clear('everything')}>
          ${localizer.message(all)}
        </button>
      </p>
    </div>
  </slot>`;
}

function renderRelaxation({without, count}: Relaxation, {chips, localizer, state}: View, {leave}: Actions) {
  const labels = chips.filter(({attribute}) => attribute === without).map(({label}) => label.text);
  const what =
    without === 'query'
      ? localizer.message('theQuery', {query: state.query.trim()})
      : localizer.message('theFilters', {attribute: localizer.message(without), values: localizer.list(labels)});
  return html`<button class="link" part="relaxation" type="button" @click=${() => leave(without)}>
    ${localizer
      .parts('without', {what, count})
      .map(({name, text}) => (name === 'what' ? html`<em><bdi>${text}</bdi></em>` : text))}
  </button>`;
}
