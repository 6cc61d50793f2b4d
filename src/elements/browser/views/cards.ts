import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Engine} from '../../../core/engine/engine.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Practice} from '../../../core/practice.js';
import type {Labels} from '../../../core/search/labels.js';
import {MAX_LISTED, type SearchState} from '../../../core/state/search-state.js';
import type {MessageValues} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {checkIcon, listIcon, plusIcon, renderHeading, renderHiddenName, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import type {SharedList} from '../store.js';
import {renderSuggestion, renderUnderstanding, type AnswerView} from './understanding.js';

/** This many cards fill a large screen. */
const FIRST_CARDS = 4;

export interface CardsView extends AnswerView {
  /** The id of the practice for which the search was cleared; `''` for none. */
  readonly clearedFor: string;
  /** Of the cards, in the outline of the page. */
  readonly headingLevel: number;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  /** Whether this is the first drawing, of what the visitor sees at once. */
  readonly isFirstFrame: boolean;
  readonly labels: Labels;
  /** A practice behind the hits, which a link led to. */
  readonly linked: Practice | null;
  /** The id of the practice that found no room on the visitor's list; `''` for none. */
  readonly refusedId: string;
  /** A list that somebody shared. */
  readonly shared: SharedList | null;
  /** Says which practices are open and which are on the visitor's list. */
  readonly state: SearchState;
  /** BCP 47 tag of the language of the feed if the toolbar says it; otherwise `''`. */
  readonly textLanguage: string;
  /** Finds practices like an open one. */
  readonly engine: Engine;
}

/** The cards of the pages shown so far. */
export function renderCards(view: CardsView, actions: BrowserActions) {
  const {isFirstFrame, linked, localizer, results, shared} = view;
  const limit = isFirstFrame ? FIRST_CARDS : Infinity;
  const practices = results.hits.map(({practice}) => practice);
  if (linked && !practices.some(({id}) => id === linked.id)) practices.push(linked);
  return html`
    ${renderSuggestion(view, actions)} ${renderUnderstanding(view, actions)}
    ${results.isPartial ? html`<p class="note">${renderMessage(localizer, 'partial')}</p>` : nothing}
    ${
      shared?.practices
        ? renderSharedFirst(shared.ids, shared.practices, practices, limit, view, actions)
        : renderList(practices.slice(0, limit), view, actions)
    }
  `;
}

/** The practices that somebody chose for the visitor, and then all others. Each group has a heading. */
function renderSharedFirst(
  ids: readonly string[],
  chosen: readonly Practice[],
  all: readonly Practice[],
  limit: number,
  view: CardsView,
  actions: BrowserActions,
) {
  const {headingLevel, localizer} = view;
  const isBelow = {...view, headingLevel: headingLevel + 1};
  const gone = ids.length - chosen.length;
  const heading = (key: MessageKey, values?: MessageValues) =>
    html`<div class="group">${renderHeading(headingLevel, renderMessage(localizer, key, values))}</div>`;
  return html`
    ${heading('sharedList', {count: chosen.length})} ${renderList(chosen.slice(0, limit), isBelow, actions)}
    ${gone ? html`<p class="note">${renderMessage(localizer, 'gone', {count: gone})}</p>` : nothing}
    ${heading('allPractices')}
    ${renderList(all.filter(({id}) => !ids.includes(id)).slice(0, Math.max(0, limit - chosen.length)), isBelow, actions)}
  `;
}

function renderList(practices: readonly Practice[], view: CardsView, actions: BrowserActions) {
  const {clearedFor, localizer, refusedId, state} = view;
  return html`<ul class="cards" role="list">
    ${repeat(
      practices,
      ({id}) => id,
      (practice) =>
        html`<li class=${state.open.includes(practice.id) ? 'open' : ''}>
          ${clearedFor === practice.id ? html`<p class="note">${renderMessage(localizer, 'clearedToShow')}</p>` : nothing}
          ${renderCard(practice, view, actions)}
          ${
            refusedId === practice.id
              ? html`<p class="refused">${renderMessage(localizer, 'listFull', {count: MAX_LISTED})}</p>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}

function renderCard(practice: Practice, view: CardsView, actions: BrowserActions) {
  const {headingLevel, imageHosts, labels, localizer, results, state, textLanguage} = view;
  const isOpen = state.open.includes(practice.id);
  return html`<gpb-card
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
    >${renderListToggle(practice, view, actions)}${isOpen ? renderOpened(practice, view, actions) : nothing}</gpb-card
  >`;
}

/** What an open card has at its end. */
function renderOpened(practice: Practice, view: CardsView, actions: BrowserActions) {
  const {engine, headingLevel, labels, localizer} = view;
  const link = actions.linkTo(practice.id);
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

/**
 * Puts a practice on the visitor's list. The name says which practice, since a page has many such
 * buttons. The way to the list keeps its place beside it, so that nothing moves when it appears.
 */
function renderListToggle({id, title}: Practice, {labels, localizer, state}: CardsView, actions: BrowserActions) {
  const isListed = state.list.includes(id);
  const count = state.list.length;
  return html`<span slot="list" class="list-buttons">
    <button
      class="list-link ${isListed ? '' : 'empty'}"
      type="button"
      aria-label=${localizer.message('listCount', {count})}
      lang=${localizer.languageOf('listCount') || nothing}
      @click=${() => actions.openList()}
    >
      ${listIcon}<strong>${localizer.number(count)}</strong>
    </button>
    <button
      class="list-toggle"
      part="list-toggle"
      type="button"
      aria-pressed=${isListed}
      @click=${() => actions.toggleListed(id)}
    >
      ${isListed ? checkIcon : plusIcon}${renderMessage(localizer, 'myList')}${renderHiddenName(translationFor(title, labels.language))}
    </button>
  </span>`;
}
