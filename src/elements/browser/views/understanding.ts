import {html, nothing} from 'lit';
import type {SearchResults} from '../../../core/state/search-results.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {renderIsolated, renderMessage, renderParts} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';

/** What is said about an answer beside its cards. */
export interface AnswerView {
  readonly localizer: Localizer;
  readonly query: string;
  readonly results: SearchResults;
}

/** The query as it was corrected, or as it may have been meant, one click away. */
export function renderSuggestion({localizer, results}: AnswerView, actions: BrowserActions) {
  const {isCorrected, suggestion} = results;
  if (!suggestion) return nothing;
  const values = {query: suggestion};
  if (isCorrected)
    return html`<p class="note">
      ${renderParts(localizer, 'showingFor', values, ({name, text}) => (name ? html`<bdi class="meant">${text}</bdi>` : text))}
    </p>`;
  return html`<p class="note">
    <button class="link" part="suggestion" type="button" @click=${() => actions.correct(suggestion)}>
      ${renderParts(localizer, 'didYouMean', values, ({name, text}) => (name ? html`<em><bdi>${text}</bdi></em>` : text))}
    </button>
  </p>`;
}

/** What the query was taken to mean, and the way back to its letters. */
export function renderUnderstanding({localizer, query, results}: AnswerView, actions: BrowserActions) {
  const {alsoFound, language, literalQuery} = results.understanding;
  if (!alsoFound.length && !language) return nothing;
  return html`<p class="note understanding">
    ${
      language
        ? html`<span>${renderMessage(localizer, 'understoodIn', {language: localizer.languageName(language)})}</span>`
        : nothing
    }
    ${
      alsoFound.length
        ? html`<span
              >${renderParts(localizer, 'alsoFound', {terms: ''}, ({name, text}) =>
                name ? alsoFound.map((term, i) => [i ? localizer.separator : '', renderIsolated(term)]) : text,
              )}</span
            >
            <button class="link" part="literal" type="button" @click=${() => actions.correct(literalQuery)}>
              ${renderMessage(localizer, 'searchOnly', {query: query.trim()})}
            </button>`
        : nothing
    }
  </p>`;
}
