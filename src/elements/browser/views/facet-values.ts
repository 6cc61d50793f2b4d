import {html, nothing, svg, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {isSelected} from '../../../core/state/search-state.js';
import {fold} from '../../../core/text/fold.js';
import {renderExpand, shortenList} from '../../shared/long-list.js';
import {chevronIcon, isLargeCount, renderIsolated, renderSearchField, renderMessage} from '../../shared/templates.js';
import type {BrowserActions} from '../actions.js';
import type {FacetItem, FacetsView} from './facet-items.js';

/** Visitors find one of so many values by looking. */
const MAX_WITHOUT_FIELD = 25;

const isKept = (item: FacetItem) => item.isKept;
const LIMITS = {atFirst: 6, maxWhole: 8, isKept};
const withCities = (items: readonly FacetItem[]) => items.flatMap((item) => [item, ...item.cities]);

/** The values of a facet, and a field to find one if there are many. */
export function renderValues(
  key: string,
  title: string,
  items: readonly FacetItem[],
  view: FacetsView,
  actions: BrowserActions,
): TemplateResult {
  const {lists, localizer} = view;
  const text = lists.queries.get(key) ?? '';
  const isSearchable = text || withCities(items).length > MAX_WITHOUT_FIELD;
  const matches = (query: string) => {
    const wanted = fold(query.trim());
    return ({label}: FacetItem) => fold(label.text).includes(wanted);
  };
  const search = (query: string) => actions.searchValues(key, query, withCities(items).filter(matches(query)).length);
  const label = localizer.message('findValue', {attribute: title});
  return html`${isSearchable ? renderSearchField({id: `find-${key}`, label, text, search}, localizer) : nothing}
  ${items.length ? renderList(key, title, text.trim() ? find(items, matches(text)) : items, view, actions) : nothing}`;
}

/** The items that match, with all of their cities. An item of which only cities match has those. */
function find(items: readonly FacetItem[], isMatch: (item: FacetItem) => boolean): FacetItem[] {
  return items.flatMap((item): FacetItem | [] => {
    if (isMatch(item)) return item;
    const cities = find(item.cities, isMatch);
    return item.isKept || cities.length ? {...item, cities, isFound: true} : [];
  });
}

/** Values with checkboxes. */
function renderList(
  key: string,
  title: string,
  items: readonly FacetItem[],
  view: FacetsView,
  actions: BrowserActions,
): TemplateResult {
  const {lists, localizer} = view;
  const isExpanded = lists.toggled.includes(key);
  const {rest, shown} = shortenList(items, isExpanded, LIMITS);
  const toggle = (button: HTMLElement) => actions.toggleExpanded(key, button);
  let most = 1;
  for (const {count} of items) most = Math.max(most, count);
  return html`<ul class=${isLargeCount(most) ? 'large-counts' : ''} role="list">
      ${repeat(
        shown,
        (item) => item.key,
        (item) => renderItem(item, most, view, actions),
      )}
    </ul>
    ${renderExpand(rest, isExpanded, {lang: '', text: title}, localizer, toggle)}`;
}

function renderItem(item: FacetItem, most: number, view: FacetsView, actions: BrowserActions): TemplateResult {
  const {attribute, cities, count, isFound, isKept: isSteady, isRefined, key, label, value} = item;
  const {lists, localizer} = view;
  const isOpen = isFound || lists.toggled.includes(key) !== isRefined;
  const shown = isOpen ? cities : cities.filter(isKept);
  const isTicked = isSelected(view.refinements, attribute, value);
  // `live`, because the browser itself ticks the box: what Lit drew last is not what the visitor sees.
  return html`<li>
    <div class="item">
      <label class=${isTicked ? 'refined' : ''}>
        <input
          type="checkbox"
          .checked=${live(isTicked)}
          ?disabled=${!count && !isSteady}
          @change=${() => actions.refine(attribute, value)}
        />
        <span class="label">${renderIsolated(label)}</span>
        <span class="figure">
          ${renderBar(count / most)}
          <span aria-hidden="true" translate="no">${localizer.number(count)}</span>
          <span class="visually-hidden">${renderMessage(localizer, 'countAll', {count})}</span>
        </span>
      </label>
      ${
        cities.length && !isFound
          ? html`<button
              class="cities"
              type="button"
              aria-expanded=${isOpen}
              aria-label=${localizer.message('citiesOf', {country: label.text})}
              @click=${(event: Event) => actions.toggleExpanded(key, event.currentTarget as HTMLElement)}
            >
              ${chevronIcon}
            </button>`
          : nothing
      }
    </div>
    ${shown.length ? renderList(`more ${key}`, label.text, shown, view, actions) : nothing}
  </li>`;
}

/**
 * A bar as long as the share, 0 to 1. It is an SVG, since a strict CSP forbids style attributes.
 */
const renderBar = (share: number) =>
  html`<svg class="bar" aria-hidden="true" preserveAspectRatio="none">
    ${svg`<rect width="${Math.round(share * 100)}%" height="100%" rx="3"/>`}
  </svg>`;
