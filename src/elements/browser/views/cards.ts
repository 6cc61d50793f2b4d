import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Engine} from '../../../core/engine/engine.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Practice} from '../../../core/practice.js';
import type {Labels} from '../../../core/search/labels.js';
import type {Hit} from '../../../core/state/search-results.js';
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
  /** Which page a city leads to; `''` for none. */
  readonly cityHref: string;
  /** The id of the practice for which the search was cleared; `''` for none. */
  readonly clearedFor: string;
  /** The facets of the page. */
  readonly facetNames: readonly string[];
  /** Of the cards, in the outline of the page. */
  readonly headingLevel: number;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  /** Whether this is the first drawing, of what the visitor sees at once. */
  readonly isFirstFrame: boolean;
  readonly labels: Labels;
  /** A practice behind the hits, which a link led to. */
  readonly linked: Practice | null;
  /** The hits to print in place of those shown; null if the visitor prints those or one practice. */
  readonly printedHits: readonly Hit[] | null;
  /** The id of a practice that the visitor prints alone; `''` for none. */
  readonly printedPractice: string;
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

/** The cards of the pages shown so far, and further ones that only paper has. */
export function renderCards(view: CardsView, actions: BrowserActions) {
  const {isFirstFrame, linked, localizer, printedHits, results, shared} = view;
  const practices = results.hits.map(({practice}) => practice);
  if (linked && !practices.some(({id}) => id === linked.id)) practices.push(linked);
  const shown = new Set([...practices, ...(shared?.practices ?? [])].map(({id}) => id));
  for (const {practice} of printedHits ?? []) if (!shown.has(practice.id)) practices.push(practice);
  const list: CardList = {
    ...view,
    alone: printedAlone([...new Set([...(shared?.practices ?? []), ...practices])], view),
    limit: isFirstFrame ? FIRST_CARDS : Infinity,
    shown,
  };
  return html`
    ${renderSuggestion(view, actions)} ${renderUnderstanding(view, actions)}
    ${results.isPartial ? html`<p class="note">${renderMessage(localizer, 'partial')}</p>` : nothing}
    ${
      shared?.practices
        ? renderSharedFirst(shared.ids, shared.practices, practices, list, actions)
        : renderList(practices, list, actions)
    }
  `;
}

interface CardList extends CardsView {
  /** The id of the practice that is printed without the others; `''` for none. */
  readonly alone: string;
  /** How many cards are drawn at most. */
  readonly limit: number;
  /** The ids of the practices on the screen. Paper may have more. */
  readonly shown: ReadonlySet<string>;
}

/** The practices that somebody chose for the visitor, and then all others. Each group has a heading. */
function renderSharedFirst(
  ids: readonly string[],
  chosen: readonly Practice[],
  all: readonly Practice[],
  list: CardList,
  actions: BrowserActions,
) {
  const {headingLevel, limit, localizer, results} = list;
  const gone = ids.length - chosen.length;
  const others = all.filter(({id}) => !ids.includes(id));
  const hasOthers = others.length > 0 || results.totalHits > results.hits.length;
  const below = {...list, headingLevel: headingLevel + 1};
  const heading = (key: MessageKey, values?: MessageValues) =>
    html`<div class="group">${renderHeading(headingLevel, renderMessage(localizer, key, values))}</div>`;
  return html`
    ${heading('sharedList', {count: chosen.length})} ${renderList(chosen, below, actions)}
    ${gone ? html`<p class="note">${renderMessage(localizer, 'gone', {count: gone})}</p>` : nothing}
    ${
      hasOthers
        ? [heading('allPractices'), renderList(others, {...below, limit: Math.max(0, limit - chosen.length)}, actions)]
        : nothing
    }
  `;
}

function renderList(practices: readonly Practice[], list: CardList, actions: BrowserActions) {
  const {alone, clearedFor, limit, localizer, refusedId, shown, state} = list;
  const classes = ({id}: Practice) => {
    const names = [state.open.includes(id) && 'open', !shown.has(id) && 'paper', id === alone && 'alone'];
    return names.filter(Boolean).join(' ');
  };
  return html`<ul class="cards" role="list">
    ${repeat(
      practices.slice(0, limit),
      ({id}) => id,
      (practice) =>
        html`<li class=${classes(practice)}>
          ${clearedFor === practice.id ? html`<p class="note">${renderMessage(localizer, 'clearedToShow')}</p>` : nothing}
          ${renderCard(practice, list, actions)}
          ${
            refusedId === practice.id
              ? html`<p class="refused">${renderMessage(localizer, 'listFull', {count: MAX_LISTED})}</p>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}

/** The id of the practice that is printed without the others; `''` for none. */
function printedAlone(practices: readonly Practice[], {printedHits, printedPractice, state}: CardsView): string {
  if (printedHits || printedPractice) return printedPractice;
  const open = practices.filter(({id}) => state.open.includes(id));
  return open.length === 1 ? open[0]!.id : '';
}

function renderCard(practice: Practice, view: CardsView, actions: BrowserActions) {
  const {cityHref, facetNames, headingLevel, imageHosts, labels, localizer, results, state, textLanguage} = view;
  const isOpen = state.open.includes(practice.id);
  return html`<gpb-card
    exportparts="card, image, title, summary, place, topic, toggle, body, source, mark"
    .practice=${practice}
    .localizer=${localizer}
    .labels=${labels}
    .matchedTerms=${results.matchedTerms}
    .refinements=${results.state.refinements}
    .facetNames=${facetNames}
    .imageHosts=${imageHosts}
    .cityHref=${cityHref}
    .saidLanguage=${textLanguage}
    .open=${isOpen}
    .headingLevel=${headingLevel}
    >${renderListToggle(practice, view, actions)}${isOpen ? renderOpened(practice, view, actions) : nothing}</gpb-card
  >`;
}

/** What an open card has at its end. */
function renderOpened(practice: Practice, view: CardsView, actions: BrowserActions) {
  const {cityHref, engine, headingLevel, labels, localizer} = view;
  const link = actions.linkTo(practice.id);
  const name = translationFor(practice.title, labels.language);
  return html`${
      link
        ? html`<gpb-copy-link
            slot="actions"
            exportparts="link"
            .link=${link}
            .localizer=${localizer}
            .name=${name}
          ></gpb-copy-link>`
        : nothing
    }<button class="link" slot="actions" part="print" type="button" @click=${() => actions.print(practice.id)}>
      ${renderMessage(localizer, 'printList')}${renderHiddenName(name)}
    </button>
    <gpb-similar
      .cityHref=${cityHref}
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
    <button class="list-link ${isListed ? '' : 'empty'}" type="button" @click=${() => actions.list.open()}>
      ${listIcon}<span class="visually-hidden"
        >${isListed ? renderMessage(localizer, 'listCount', {count}) : nothing}</span
      ><strong aria-hidden="true">${isListed ? localizer.number(count) : nothing}</strong>
    </button>
    <button
      class="list-toggle"
      part="list-toggle"
      type="button"
      aria-pressed=${isListed}
      @click=${() => actions.list.toggle(id)}
    >
      ${isListed ? checkIcon : plusIcon}${renderMessage(localizer, 'myList')}${renderHiddenName(translationFor(title, labels.language))}
    </button>
  </span>`;
}
