import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {SearchResults} from '../core/engine.js';
import type {FeedInfo} from '../core/feed/feed.js';
import {translationFor} from '../core/localized-text.js';
import type {Labels} from '../core/search/labels.js';
import {hasRefinements, sorts, type SearchState, type Sort} from '../core/search-state.js';
import type {Localizer} from '../i18n/localizer.js';
import {ClearRequest, SortRequest} from './events.js';
import {chevronIcon} from './icons.js';

/** What every view of the results needs. */
export interface ResultsView {
  readonly results: SearchResults;
  /** What the visitor chose; the results may be on their way still. */
  readonly state: SearchState;
  readonly localizer: Localizer;
  readonly labels: Labels;
  /** Of the cards, in the page's outline. */
  readonly headingLevel: number;
}

/** How many there are, in words; the same is announced. */
export function countMessage({totalHits, totalPractices}: SearchResults) {
  return totalHits === totalPractices
    ? ({key: 'countAll', values: {count: totalHits}} as const)
    : ({key: 'countSome', values: {count: totalHits, total: totalPractices}} as const);
}

export function renderCount({localizer, results}: ResultsView) {
  const {key, values} = countMessage(results);
  return html`<p class="total" part="count">
    ${localizer.parts(key, values).map(({name, text}) => (name === 'count' ? html`<strong>${text}</strong>` : html`<span>${text}</span>`))}
  </p>`;
}

/** The order menu. Without a query everything is as relevant as everything else. */
export function renderSort({localizer, state}: ResultsView, chosen: Sort) {
  const options = sorts.filter((sort) => (sort === 'relevance' ? state.query : sort !== 'feed' || !state.query) || sort === chosen);
  const handleChange = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    select.dispatchEvent(new SortRequest(select.value as Sort));
  };
  return html`<label class="sort">
    <span>${localizer.message('sort')}</span>
    <span class="select">
      <select part="sort" @change=${handleChange}>
        ${repeat(
          options,
          (sort) => sort,
          (sort) => html`<option value=${sort} .selected=${sort === chosen}>${localizer.message(sort === 'city' ? 'byCity' : sort)}</option>`,
        )}
      </select>
      ${chevronIcon}
    </span>
  </label>`;
}

/** The cards of the pages shown so far. */
export function renderCards({headingLevel, labels, localizer, results, state}: ResultsView) {
  return html`
    ${results.isPartial ? html`<p class="note">${localizer.message('partial')}</p>` : nothing}
    <ul class="cards" role="list">
      ${repeat(
        results.hits,
        ({practice}) => practice.id,
        ({practice}) =>
          html`<li class=${state.open.includes(practice.id) ? 'open' : ''}>
            <gpb-card
              exportparts="card, title, summary, topic, toggle, body, source, mark"
              .practice=${practice}
              .localizer=${localizer}
              .labels=${labels}
              .matchedTerms=${results.matchedTerms}
              .refinedTopics=${results.state.refinements.topic}
              .open=${state.open.includes(practice.id)}
              .headingLevel=${headingLevel}
            ></gpb-card>
          </li>`,
      )}
    </ul>
  `;
}

/** Nothing matches: what was asked, and the ways back. */
export function renderEmpty({localizer, results, state}: ResultsView, chosen: readonly string[]) {
  if (results.totalPractices === 0) return html`<slot name="empty"><p class="empty">${localizer.message('emptyFeed')}</p></slot>`;
  const query = state.query.trim();
  const key = query ? (chosen.length ? 'noneForBoth' : 'noneForQuery') : 'noneForRefinements';
  const clear = (everything: boolean) => (event: Event) => event.target!.dispatchEvent(new ClearRequest(everything));
  return html`<slot name="empty">
    <div class="empty" part="empty">
      <p class="strong">${localizer.message('nothingFound')}</p>
      <p>${localizer.message(key, {query, refinements: localizer.list(chosen)})}</p>
      <p class="buttons">
        ${hasRefinements(results.state.refinements)
          ? html`<button class="button" type="button" @click=${clear(false)}>${localizer.message('clearFilters')}</button>`
          : nothing}
        <button class="button" type="button" @click=${clear(true)}>
          ${localizer.message(chosen.length ? 'clearAll' : 'clearSearch')}
        </button>
      </p>
    </div>
  </slot>`;
}

/** What the feed says of itself, and where to hand in more. */
export function renderClosing(feed: FeedInfo, {labels, localizer}: ResultsView, maxPractices: number, templateHref: string) {
  const title = translationFor(feed.title, labels.language);
  return html`<div class="closing" part="closing">
    ${feed.totalRecords > maxPractices
      ? html`<p>${localizer.message('cut', {count: maxPractices, total: feed.totalRecords})}</p>`
      : nothing}
    <p class="pieces">
      ${title.text ? html`<span lang=${title.lang || nothing}>${title.text}</span>` : nothing}
      ${feed.updated ? html`<span>${localizer.message('updated', {date: localizer.date(feed.updated)})}</span>` : nothing}
      ${feed.license ? html`<span>${localizer.message('license', {license: feed.license})}</span>` : nothing}
    </p>
    ${templateHref ? html`<p><a part="hand-in" href=${templateHref}>${localizer.message('handIn')}</a></p>` : nothing}
  </div>`;
}
