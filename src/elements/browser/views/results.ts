import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Practice} from '../../../core/practice.js';
import {checkIcon, plusIcon, renderHiddenName} from '../../shared/templates.js';
import type {Actions} from '../actions.js';
import type {View} from '../view-model.js';
import {renderSuggestion, renderUnderstanding} from './empty.js';

/** So many cards fill a large screen. */
const FIRST_CARDS = 4;

/** The cards of the pages shown so far; behind them the one that a link led to. */
export function renderCards(view: View, actions: Actions) {
  const {clearedFor, headingLevel, imageHosts, labels, linked, localizer, results, state, textLanguage} = view;
  const practices = results.hits.slice(0, view.isFirstFrame ? FIRST_CARDS : Infinity).map(({practice}) => practice);
  if (linked && !practices.some(({id}) => id === linked.id)) practices.push(linked);
  return html`
    ${renderSuggestion(view, actions)} ${renderUnderstanding(view, actions)}
    ${results.isPartial ? html`<p class="note">${localizer.message('partial')}</p>` : nothing}
    <ul class="cards" role="list">
      ${repeat(
        practices,
        ({id}) => id,
        (practice) => {
          const isOpen = state.open.includes(practice.id);
          return html`<li class=${isOpen ? 'open' : ''}>
            ${clearedFor === practice.id ? html`<p class="note">${localizer.message('clearedToShow')}</p>` : nothing}
            <gpb-card
              exportparts="card, image, title, summary, place, topic, toggle, body, source, mark"
              .practice=${practice}
              .localizer=${localizer}
              .labels=${labels}
              .matchedTerms=${results.matchedTerms}
              .refinements=${results.state.refinements}
              .imageHosts=${imageHosts}
              .saidLanguage=${textLanguage}
              .open=${isOpen}
              .headingLevel=${headingLevel}
              >${renderListButton(practice, view, actions)}${
                isOpen ? renderOpened(practice, view, actions) : nothing
              }</gpb-card
            >
          </li>`;
        },
      )}
    </ul>
  `;
}

/** What an open card has at its end. */
function renderOpened(practice: Practice, {engine, headingLevel, labels, localizer}: View, {linkTo}: Actions) {
  const link = linkTo(practice.id);
  return html`${
      link
        ? html`<gpb-copy-link
            exportparts="link"
            .link=${link}
            .localizer=${localizer}
            .name=${translationFor(practice.title, labels.language)}
          ></gpb-copy-link>`
        : nothing
    }<gpb-similar
      .engine=${engine}
      .headingLevel=${headingLevel}
      .labels=${labels}
      .localizer=${localizer}
      .practice=${practice}
    ></gpb-similar>`;
}

/** Puts a practice on the visitor's list. Its name says which: a page has many. */
function renderListButton({id, title}: Practice, {labels, localizer, state}: View, {toggleListed}: Actions) {
  const isListed = state.list.includes(id);
  return html`<button
    slot="list"
    class="list-toggle"
    part="list-toggle"
    type="button"
    aria-pressed=${isListed}
    @click=${() => toggleListed(id)}
  >
    ${isListed ? checkIcon : plusIcon}${localizer.message('myList')}${renderHiddenName(translationFor(title, labels.language))}
  </button>`;
}

/** As many more as a page has; on paper, how many are left out. */
export function renderMore({localizer, results}: View, {showMore}: Actions) {
  const count = results.totalHits - results.hits.length;
  return count > 0
    ? html`<button class="button more" part="more" type="button" @click=${showMore}>
          ${localizer.message('showMore')}
        </button>
        <p class="rest">${localizer.message('notPrinted', {count})}</p>`
    : nothing;
}

/** What the feed says of itself, and where to hand in more. */
export function renderClosing({feed, labels, localizer, templateHref}: View) {
  const title = translationFor(feed.title, labels.language);
  return html`<div class="closing" part="closing">
    ${
      feed.totalRecords > feed.readRecords
        ? html`<p>
            ${localizer.message(isFinite(feed.totalRecords) ? 'cut' : 'cutAt', {count: feed.readRecords, total: feed.totalRecords})}
          </p>`
        : nothing
    }
    <p class="pieces">
      ${title.text ? html`<bdi lang=${title.lang || nothing}>${title.text}</bdi>` : nothing}
      ${feed.updated ? html`<span>${localizer.message('updated', {date: localizer.date(feed.updated)})}</span>` : nothing}
      ${feed.license ? html`<span>${localizer.message('license', {license: feed.license})}</span>` : nothing}
    </p>
    ${templateHref ? html`<p><a part="submit-link" href=${templateHref}>${localizer.message('handIn')}</a></p>` : nothing}
  </div>`;
}
