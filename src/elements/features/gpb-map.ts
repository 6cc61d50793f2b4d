// Long: the squares and the lists of values share what is chosen and what was pressed.
import {html, LitElement, nothing, unsafeCSS, type PropertyValues} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {BuiltInAttribute, Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {facetValues, type FacetValue, type SearchResults} from '../../core/state/search-results.js';
import {messageText, type Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {keepInPlace, scrollerOf} from '../shared/focus-and-scroll.js';
import {renderExpand, shortenList} from '../shared/long-list.js';
import {isLargeCount, renderHeading, renderMessage} from '../shared/templates.js';
import css from './gpb-map.css?inline';
import {isKosovo, renderKosovoNote, valueName} from './kosovo.js';
import {arrange, COLUMNS, move, type Tile} from './tile-grid.js';

const LIMITS = {atFirst: 12, maxWhole: 16, isKept: ({isRefined}: FacetValue) => isRefined};

/** How many shades there are. They are far enough apart to tell them from each other. */
const SHADES = 5;

/** What an arrow key means from right to left. */
const MIRRORED: Readonly<Record<string, string>> = {ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft'};

/** The numbers from 0 to `end`, without it. */
const range = (end: number) => [...Array(end).keys()];

/** A square, and its country with any practice. */
type CountryTile = Tile & {readonly country: FacetValue};
const hasCountry = (tile: Tile): tile is CountryTile => tile.country !== null;

/**
 * A square for each country, arranged roughly as on a map, with the number of its practices. Countries
 * are toggle buttons that filter. Each chosen country lists its cities, which filter too.
 */
export class GpbMap extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    current: {state: true},
    expanded: {state: true},
    headingLevel: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    pointed: {state: true},
    results: {attribute: false},
  };

  /** Of headings, in the outline of the page. */
  headingLevel = 3;
  labels!: Labels;
  localizer!: Localizer;
  results!: SearchResults;

  /** The countries that had the focus last. They are the stops for Tab. */
  private current: readonly string[] = [];
  /** The lists that show all of their values: the countries of cities, and `''` for what is no country. */
  private expanded: readonly string[] = [];
  /** The country with the focus or that the pointer moved to last. The squares have no room for its name. */
  private pointed = '';

  /** What the visitor pressed, and where it was on the screen. Chips that appear above must not move it. */
  private pressed: {readonly button: Element; readonly top: number} | null = null;

  /** Moves the focus to where Tab leads; to the text above the map if there is nothing to choose. */
  override focus(options?: FocusOptions): void {
    const first = this.renderRoot.querySelector<HTMLElement>('button:not([tabindex="-1"])');
    (first ?? this.renderRoot.querySelector<HTMLElement>('#hint'))?.focus(options);
  }

  override render() {
    const {labels, localizer, results} = this;
    const countries = facetValues(results, 'country');
    const pointed = countries.find(({value}) => value === this.pointed);
    const nameOf = ({value}: FacetValue) => valueName('country', value, labels).text;
    const {far, near, unknown} = arrange(countries, (a, b) => localizer.compare(nameOf(a), nameOf(b)));
    const most = Math.max(...[...near, ...far].map(({country}) => country?.count ?? 0));
    const chosen = countries.filter(({isRefined}) => isRefined);
    const isEmpty = !near.some(hasCountry) && !far.length && !unknown.length;
    const hasOthers = far.length + unknown.length > 0;
    const hasKosovo = countries.some(({count, isRefined, value}) => isKosovo(value) && (count || isRefined));
    return html`<div class="layout">
      <div class="countries">
        <div class="caption">
          <p id="hint" class=${pointed ? 'covered' : ''} tabindex=${isEmpty ? -1 : nothing}>
            ${renderMessage(localizer, isEmpty ? 'noPractice' : 'mapHint')}
          </p>
          ${pointed ? html`<p class="pointed" aria-hidden="true">${this.describe(pointed, 'country')}</p>` : nothing}
        </div>
        ${this.renderGrid(near, most, 'country')}
        ${hasOthers ? renderHeading(this.headingLevel, renderMessage(localizer, 'otherCountries')) : nothing}
        ${far.length ? this.renderGrid(far, most, 'otherCountries') : nothing}
        ${unknown.length ? this.renderList(unknown, 'country', '', messageText('otherCountries', localizer)) : nothing}
        ${hasKosovo ? html`<p id="kosovo" class="note">${renderKosovoNote(localizer)}</p>` : nothing}
      </div>
      ${
        chosen.length
          ? html`<div class="chosen">
              ${repeat(
                chosen,
                ({value}) => value,
                (country) => this.renderCities(country),
              )}
              <button class="button" type="button" @click=${this.handleShow}>
                ${renderMessage(localizer, 'showResults', {count: results.totalHits})}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {pressed} = this;
    if (!pressed || !changed.has('results')) return;
    this.pressed = null;
    const moved = pressed.button.getBoundingClientRect().top - pressed.top;
    if (moved && pressed.button.isConnected) scrollerOf(this).scrollBy({top: moved, behavior: 'instant'});
  }

  /** Squares without practices are drawn, but are nothing to choose. Keys and screen readers skip them. */
  private renderGrid(tiles: readonly Tile[], most: number, name: MessageKey) {
    const shown = tiles.filter(hasCountry);
    const stop = this.stopIn(shown);
    const rows = range(tiles.at(-1)!.y + 1).map((y) => tiles.filter((tile) => tile.y === y));
    return html`<div
      class="grid ${name === 'country' ? 'map' : ''}"
      role=${shown.length ? 'grid' : nothing}
      aria-label=${shown.length ? this.localizer.message(name) : nothing}
      aria-describedby=${shown.length ? 'hint' : nothing}
      @keydown=${(event: KeyboardEvent) => this.handleKeydown(event, shown)}
      @pointerleave=${this.handlePointerLeave}
      @focusout=${() => (this.pointed = '')}
    >
      ${rows.map(
        (row) =>
          html`<div class="row" role=${row.some(hasCountry) ? 'row' : 'presentation'}>
            ${range(COLUMNS).map((x) => {
              const tile = row.find((each) => each.x === x);
              if (!tile) return html`<span aria-hidden="true"></span>`;
              return hasCountry(tile)
                ? this.renderTile(tile, tile === stop, most)
                : html`<span class="tile" aria-hidden="true">${tile.code}</span>`;
            })}
          </div>`,
      )}
    </div>`;
  }

  /** The name has the code as well: people who speak to their computer say what they see. */
  private renderTile({code, country}: CountryTile, isStop: boolean, most: number) {
    const {count, isRefined} = country;
    const point = () => (this.pointed = code);
    // Browsers also tell of a pointer at rest when the page moves below it.
    const handlePointerMove = ({movementX, movementY}: PointerEvent) => (movementX || movementY) && point();
    return html`<div role="gridcell">
      <button
        class="tile shade-${Math.ceil(Math.sqrt(count / most || 0) * SHADES)}"
        type="button"
        data-code=${code}
        aria-describedby=${isKosovo(code) ? 'kosovo' : nothing}
        aria-pressed=${isRefined}
        tabindex=${isStop ? 0 : -1}
        @click=${(event: Event) => this.refine('country', country, event.currentTarget as Element)}
        @focus=${() => {
          this.current = [...this.current.filter((other) => other !== code), code];
          point();
        }}
        @pointermove=${handlePointerMove}
      >
        <span class="visually-hidden">${this.describe(country, 'country')}</span>
        <span class="code">${code}${isKosovo(code) ? '*' : nothing}</span>
        <span class="count ${isLargeCount(count) ? 'large' : ''}" aria-hidden="true"
          >${this.localizer.number(count)}</span
        >
      </button>
    </div>`;
  }

  /** The tile that Tab leads to: that with the focus last, else a chosen one, else the first. */
  private stopIn(tiles: readonly CountryTile[]): CountryTile | undefined {
    const last = this.current.findLast((code) => tiles.some((tile) => tile.code === code));
    return tiles.find(({code}) => code === last) ?? tiles.find(({country}) => country.isRefined) ?? tiles[0];
  }

  /** The cities of a chosen country, the most frequent first. */
  private renderCities(country: FacetValue) {
    const {labels, localizer, results} = this;
    const {value} = country;
    const name = valueName('country', value, labels);
    const cities = facetValues(results, 'city')
      .filter(({count, countries, isRefined}) => countries.includes(value) && (count || isRefined))
      .sort((a, b) => b.count - a.count || localizer.compare(a.value, b.value));
    return cities.length
      ? html`<div>
          ${renderHeading(this.headingLevel, renderMessage(localizer, 'citiesOf', {country: name.text}))}
          ${this.renderList(cities, 'city', value, name)}
        </div>`
      : nothing;
  }

  /** Toggle buttons, at first few of many. `key` tells the lists from each other, and `name` tells visitors. */
  private renderList(values: readonly FacetValue[], attribute: BuiltInAttribute, key: string, name: Translation) {
    const {expanded, localizer} = this;
    const isExpanded = expanded.includes(key);
    const {rest, shown} = shortenList(values, isExpanded, LIMITS);
    const toggle = (button: Element) => {
      if (isExpanded) keepInPlace(button);
      this.expanded = isExpanded ? expanded.filter((other) => other !== key) : [...expanded, key];
    };
    return html`<ul role="list">
        ${repeat(
          shown,
          ({value}) => value,
          (value) =>
            html`<li>
              <button
                class="value"
                type="button"
                aria-pressed=${value.isRefined}
                @click=${(event: Event) => this.refine(attribute, value, event.currentTarget as Element)}
              >
                <bdi aria-hidden="true">${this.labels.of(attribute, value.value).text}</bdi>
                <span class="count" aria-hidden="true">${localizer.number(value.count)}</span>
                <span class="visually-hidden">${this.describe(value, attribute)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${renderExpand(rest, isExpanded, name, localizer, toggle)}`;
  }

  /** “Spain, 15 practices”. */
  private describe({count, value}: FacetValue, attribute: BuiltInAttribute): string {
    return `${valueName(attribute, value, this.labels).text}, ${this.localizer.message('countAll', {count})}`;
  }

  private refine(attribute: BuiltInAttribute, {value}: FacetValue, button: Element): void {
    this.pressed = {button, top: button.getBoundingClientRect().top};
    this.dispatchEvent(new GpbEvent('gpb-refine', {attribute, refinement: value}));
  }

  private readonly handleShow = () => this.dispatchEvent(new GpbEvent('gpb-show-cards', {refinements: {}}));

  /** The caption names the country with the focus again. */
  private readonly handlePointerLeave = () => {
    this.pointed = this.renderRoot.querySelector<HTMLElement>('.tile:focus-visible')?.dataset['code'] ?? '';
  };

  /** Arrow keys lead where they point to, also where the first country of a row is at the right. */
  private handleKeydown(event: KeyboardEvent, tiles: readonly CountryTile[]): void {
    const {altKey, ctrlKey, currentTarget, metaKey, target} = event;
    const isBackward = getComputedStyle(currentTarget as Element).direction === 'rtl';
    const key = (isBackward && MIRRORED[event.key]) || event.key;
    const from = tiles.find(({code}) => code === (target as HTMLElement).dataset['code']);
    const to = from && !altKey && !metaKey && move(tiles, from, key, ctrlKey);
    if (!to) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>(`[data-code="${to.code}"]`)!.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-map': GpbMap;
  }
}
