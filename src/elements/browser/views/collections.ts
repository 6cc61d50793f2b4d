import {html, nothing} from 'lit';
import type {Collection} from '../../../core/feed/feed.js';
import {isOnHost} from '../../../core/feed/normalize/safe-url.js';
import {translationFor} from '../../../core/localized-text.js';
import type {Image} from '../../../core/practice.js';
import type {Labels} from '../../../core/search/labels.js';
import {messageText, type Localizer} from '../../../i18n/localizer.js';
import {renderExpand, shortenList, type ListLimits} from '../../shared/long-list.js';
import {renderHeading, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';

/** Two rows beside the filters. More would push the practices off the screen of a phone. */
const LIMITS: ListLimits<Entrance> = {atFirst: 4, maxWhole: 4};

/** A collection, and how many practices it has in this widget. */
export interface Entrance {
  readonly collection: Collection;
  readonly count: number;
}

export interface CollectionsView {
  /** The collection that the visitor looks into; null for none. */
  readonly chosen: Collection | null;
  /** Those to choose from; empty while the visitor searches, filters or looks into one. */
  readonly entrances: readonly Entrance[];
  /** Whether all entrances are shown, and not only the first. */
  readonly areAllShown: boolean;
  /** In the outline of the page. */
  readonly headingLevel: number;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** Whether there is a heading above the cards, so that theirs are one level lower. */
export const hasCollections = ({chosen, entrances}: CollectionsView): boolean => !!chosen || entrances.length > 0;

/** The collection that the visitor looks into, or the entrances to all, above the cards. */
export function renderCollections(view: CollectionsView, actions: BrowserActions) {
  if (view.chosen) return renderChosen(view.chosen, view);
  return view.entrances.length ? renderEntrances(view, actions) : nothing;
}

function renderChosen({image, introduction, title}: Collection, view: CollectionsView) {
  const {headingLevel, labels} = view;
  const name = translationFor(title, labels.language);
  const {lang, text} = translationFor(introduction, labels.language);
  return html`<div class="collection">
    ${renderImage(image, view)}
    <div>
      ${renderHeading(headingLevel, name.text, {id: 'collection', lang: name.lang})}
      ${text ? text.split('\n\n').map((paragraph) => html`<p dir="auto" lang=${lang || nothing}>${paragraph}</p>`) : nothing}
    </div>
  </div>`;
}

function renderEntrances(view: CollectionsView, actions: BrowserActions) {
  const {areAllShown, entrances, headingLevel, localizer} = view;
  const {rest, shown} = shortenList(entrances, areAllShown, LIMITS);
  const toggle = () => actions.toggleAll('areCollectionsShown');
  return html`<div class="entrances-box">
      <div class="group">
        ${renderHeading(headingLevel, renderMessage(localizer, 'collections'), {id: 'collections'})}
      </div>
      <ul class="entrances" role="list">
        ${shown.map((entrance) => html`<li>${renderEntrance(entrance, view, actions)}</li>`)}
      </ul>
      ${renderExpand(rest, areAllShown, messageText('collections', localizer), localizer, toggle)}
    </div>
    <div class="group">${renderHeading(headingLevel, renderMessage(localizer, 'allPractices'))}</div>`;
}

/** The heading describes each button: screen readers that jump from button to button do not pass it. */
function renderEntrance({collection, count}: Entrance, view: CollectionsView, actions: BrowserActions) {
  const {labels, localizer} = view;
  const {lang, text} = translationFor(collection.title, labels.language);
  return html`<button
    class="entrance"
    part="collection"
    type="button"
    aria-describedby="collections"
    @click=${() => actions.enterCollection(collection.id)}
  >
    ${renderImage(collection.image, view, '')}
    <span>
      <bdi class="name" lang=${lang || nothing}>${text}</bdi>
      <span class="count">${renderMessage(localizer, 'countAll', {count})}</span>
    </span>
  </button>`;
}

/** `alt` replaces the description: in an entrance, the image is decoration. */
function renderImage(image: Image | null, {imageHosts, labels}: CollectionsView, alt?: string) {
  if (!image || !isOnHost(image.src, imageHosts)) return nothing;
  const {lang, text} = translationFor(image.alt, labels.language);
  return html`<img
    part="image"
    alt=${alt ?? text}
    lang=${lang || nothing}
    decoding="async"
    referrerpolicy="no-referrer"
    src=${image.src}
    @error=${(event: Event) => (event.currentTarget as HTMLElement).remove()}
  />`;
}
