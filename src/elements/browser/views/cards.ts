import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Engine} from '../../../core/engine/engine.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Practice} from '../../../core/practice.js';
import type {Labels} from '../../../core/search/labels.js';
import type {SearchState} from '../../../core/state/search-state.js';
import {checkIcon, plusIcon, renderHiddenName, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
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
  /** Says which practices are open and which are on the visitor's list. */
  readonly state: SearchState;
  /** BCP 47 tag of the language of the feed if the toolbar says it; otherwise `''`. */
  readonly textLanguage: string;
  /** Finds practices like an open one. */
  readonly engine: Engine;
}

/** The cards of the pages shown so far. */
export function renderCards(view: CardsView, actions: BrowserActions) {
  const {clearedFor, isFirstFrame, linked, localizer, results, state} = view;
  const practices = results.hits.slice(0, isFirstFrame ? FIRST_CARDS : Infinity).map(({practice}) => practice);
  if (linked && !practices.some(({id}) => id === linked.id)) practices.push(linked);
  return html`
    ${renderSuggestion(view, actions)} ${renderUnderstanding(view, actions)}
    ${results.isPartial ? html`<p class="note">${renderMessage(localizer, 'partial')}</p>` : nothing}
    <ul class="cards" role="list">
      ${repeat(
        practices,
        ({id}) => id,
        (practice) =>
          html`<li class=${state.open.includes(practice.id) ? 'open' : ''}>
            ${clearedFor === practice.id ? html`<p class="note">${renderMessage(localizer, 'clearedToShow')}</p>` : nothing}
            ${renderCard(practice, view, actions)}
          </li>`,
      )}
    </ul>
  `;
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
 * buttons.
 */
function renderListToggle({id, title}: Practice, {labels, localizer, state}: CardsView, actions: BrowserActions) {
  const isListed = state.list.includes(id);
  return html`<button
    slot="list"
    class="list-toggle"
    part="list-toggle"
    type="button"
    aria-pressed=${isListed}
    @click=${() => actions.toggleListed(id)}
  >
    ${isListed ? checkIcon : plusIcon}${renderMessage(localizer, 'myList')}${renderHiddenName(translationFor(title, labels.language))}
  </button>`;
}
