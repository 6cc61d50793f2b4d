import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {translationFor} from '../core/localized-text.js';
import type {Actions, View} from './view.js';

/** The cards of the pages shown so far. */
export function renderCards(view: View) {
  const {clearedFor, headingLevel, labels, localizer, results, state} = view;
  return html`
    ${results.isPartial ? html`<p class="note">${localizer.message('partial')}</p>` : nothing}
    <ul class="cards" role="list">
      ${repeat(
        results.hits,
        ({practice}) => practice.id,
        ({practice}) =>
          html`<li class=${state.open.includes(practice.id) ? 'open' : ''}>
            ${clearedFor === practice.id ? html`<p class="note">${localizer.message('clearedToShow')}</p>` : nothing}
            <gpb-card
              exportparts="card, title, summary, topic, toggle, body, source, mark"
              .practice=${practice}
              .localizer=${localizer}
              .labels=${labels}
              .matchedTerms=${results.matchedTerms}
              .refinedTopics=${results.state.refinements.topic}
              .open=${state.open.includes(practice.id)}
              .headingLevel=${headingLevel}
              >${
                state.open.includes(practice.id)
                  ? html`<gpb-similar .view=${view} .practice=${practice}></gpb-similar>`
                  : nothing
              }</gpb-card
            >
          </li>`,
      )}
    </ul>
  `;
}

/** Nothing matches: what was asked, and the ways back. */
export function renderEmpty({chips, localizer, results, state}: View, {clear}: Actions) {
  if (results.totalPractices === 0)
    return html`<slot name="empty"><p class="box">${localizer.message('emptyFeed')}</p></slot>`;
  const query = state.query.trim();
  const key = query ? (chips.length ? 'noneForBoth' : 'noneForQuery') : 'noneForRefinements';
  const refinements = localizer.list(chips.map(({label}) => label));
  const all = chips.length ? 'clearAll' : 'clearSearch';
  return html`<slot name="empty">
    <div class="box" part="empty">
      <p class="strong">${localizer.message('nothingFound')}</p>
      <p>${localizer.message(key, {query, refinements})}</p>
      <p class="buttons">
        ${
          chips.length && query
            ? html`<button class="button" type="button" @click=${() => clear('refinements')}>
                ${localizer.message('clearFilters')}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => clear('everything')}>${localizer.message(all)}</button>
      </p>
    </div>
  </slot>`;
}

/** As many more as a page has. */
export function renderMore({localizer, results}: View, {showMore}: Actions) {
  return results.hits.length < results.totalHits
    ? html`<button class="button more" part="more" type="button" @click=${showMore}>
        ${localizer.message('showMore')}
      </button>`
    : nothing;
}

/** What the feed says of itself, and where to hand in more. */
export function renderClosing({feed, labels, localizer, templateHref}: View) {
  const title = translationFor(feed.title, labels.language);
  return html`<div class="closing" part="closing">
    ${
      feed.totalRecords > feed.readRecords
        ? html`<p>${localizer.message('cut', {count: feed.readRecords, total: feed.totalRecords})}</p>`
        : nothing
    }
    <p class="pieces">
      ${title.text ? html`<bdi lang=${title.lang || nothing}>${title.text}</bdi>` : nothing}
      ${feed.updated ? html`<span>${localizer.message('updated', {date: localizer.date(feed.updated)})}</span>` : nothing}
      ${feed.license ? html`<span>${localizer.message('license', {license: feed.license})}</span>` : nothing}
    </p>
    ${templateHref ? html`<p><a part="hand-in" href=${templateHref}>${localizer.message('handIn')}</a></p>` : nothing}
  </div>`;
}
