import {Task} from '@lit/task';
import {html, nothing, svg, unsafeCSS, type PropertyDeclarations, type PropertyValues} from 'lit';
import {AddressChangesController} from '../../controllers/address-changes.js';
import {rankSimilarCities, type SimilarCity} from '../../core/facets/similar-cities.js';
import {translationFor} from '../../core/localized-text.js';
import {memoizeLast} from '../../core/memoize.js';
import type {Attribute, Practice} from '../../core/practice.js';
import {nearestValues, suggestAmong} from '../../core/search/nearby-values.js';
import {facetValues, type FacetValue, type SearchResults} from '../../core/state/search-results.js';
import {initialState, MAX_QUERY_LENGTH, toggleRefinement, type SearchState} from '../../core/state/search-state.js';
import {refinementLabel} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {warnOnce} from '../../platform/warn-once.js';
import {periodLabel} from '../card/period-label.js';
import {wholeNumber} from '../shared/attribute-rules.js';
import {cityInAddress} from '../shared/city-href.js';
import {renderHeading, renderMessage, renderParts, renderText} from '../shared/templates.js';
import css from './gpb-city.css?inline';
import {Satellite} from './satellite.js';

/** In a list of cities and of topics, more are hard to compare. */
const MAX_SIMILAR = 5;
const MAX_SHARED_TOPICS = 4;

/**
 * What one city did: its practices by topic and year, the newest of them, and cities that work on
 * the same topics. One page serves all cities: without `city`, the element shows the city in the
 * page's address, such as `city.html?city=Bergen`. Without any city, it lists all cities. Elements
 * with the same `src` share one feed.
 *
 * @summary What one city did, and cities like it; without a city, all cities.
 * @tag gpb-city
 * @slot - Fallback content until the feed loads, if it has no cities, and if it fails to load
 */
export class GpbCity extends Satellite {
  static override styles = [...Satellite.styles, unsafeCSS(css)];
  static override properties: PropertyDeclarations = {
    city: {},
    count: {converter: wholeNumber(6)},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber(2, 6)},
  };

  /**
   * The city, in any spelling. Default: the one in the page's address, in the parameter that
   * `city-href` writes, or in `city`.
   */
  city = '';
  /** How many practices it shows at most: a whole number from 1. */
  count = 6;
  /**
   * Level of the city's name in the page's outline, 1 to 6. Other headings are one level deeper, but
   * 6 is the deepest.
   */
  headingLevel = 2;

  protected override readonly facets: readonly Attribute[] = ['topic', 'year', 'city'];

  private readonly stateOf = memoizeLast((city: string) =>
    city ? toggleRefinement(initialState, 'city', city) : initialState,
  );
  private readonly table = new Task(this, {
    args: () => [this.search.engine] as const,
    task: async ([engine]) => (await engine?.crossTable(initialState, 'city', 'topic')) ?? null,
  });
  private readonly rankSimilar = memoizeLast(rankSimilarCities);

  constructor() {
    super();
    new AddressChangesController(this, () => this.requestUpdate());
  }

  protected override get limit(): number {
    return this.count;
  }

  protected override get state(): SearchState {
    return this.stateOf(this.name);
  }

  /** The city that the page asks for. */
  private get name(): string {
    return (this.city || cityInAddress(this.cityHref, this.baseURI)).trim().slice(0, MAX_QUERY_LENGTH);
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {name, search} = this;
    const cities = search.results ? valuesOf(search.results, 'city') : [];
    if (!name || search.isPending || !cities.length || cities.some(({isRefined}) => isRefined)) return;
    warnOnce(`city: “${name}” is not a city of any practice. ${suggestAmong(cities, 'city', name, search.labels)}`);
  }

  protected override renderResults(results: SearchResults) {
    const cities = valuesOf(results, 'city');
    const city = cities.find(({isRefined}) => isRefined);
    if (city) return this.renderCity(city, results);
    // The results may be those of a city that the page asked for before.
    return cities.length && !this.search.isPending ? this.renderCities(cities) : nothing;
  }

  private renderCity({countries, value: city}: FacetValue, results: SearchResults) {
    const {labels} = this.search;
    const {localizer} = this.locale;
    const country = localizer.list(countries.map((code) => labels.of('country', code).text));
    const cities = this.rankSimilar(this.table.value ?? {rows: [], columns: []}, city).slice(0, MAX_SIMILAR);
    const topics = valuesOf(results, 'topic');
    const {hits, totalHits} = results;
    return html`<div class="name">${renderHeading(this.headingLevel, city)}</div>
      <p class="about">
        ${country ? [html`<bdi>${country}</bdi>`, ' · '] : nothing}${renderMessage(localizer, 'countAll', {count: totalHits})}
      </p>
      <div class="sections">
        ${topics.length ? this.renderSection('topics', this.renderValues(city, 'topic', topics)) : nothing}
        ${this.renderSection('year', this.renderYears(city, valuesOf(results, 'year')))}
        ${this.renderSection(
          'results',
          html`${renderList(hits.map(({practice}) => this.renderPractice(practice)))}
            <a class="all" href=${this.linkToList(city)}
              >${renderMessage(localizer, 'showResults', {count: totalHits})}</a
            >`,
        )}
        ${cities.length ? this.renderSection('similarCities', renderList(cities.map((each) => this.renderSimilar(each)))) : nothing}
      </div>`;
  }

  private renderSection(key: MessageKey, content: unknown) {
    return html`<div class="section">
      ${renderHeading(this.headingLevel + 1, renderMessage(this.locale.localizer, key))} ${content}
    </div>`;
  }

  private renderValues(city: string, attribute: Attribute, values: readonly FacetValue[]) {
    return renderList(
      values.map((value) => this.renderValue(city, attribute, value)),
      'values',
    );
  }

  /** A bar for each year, the first one first. “Ongoing” and “No date given” are below. */
  private renderYears(city: string, values: readonly FacetValue[]) {
    const years = values.filter(({value}) => +value).reverse();
    const others = values.filter(({value}) => !+value);
    const most = Math.max(...years.map(({count}) => count));
    const bars = years.map((year) => this.renderValue(city, 'year', year, year.count / most));
    return [renderList(bars, 'years'), this.renderValues(city, 'year', others)];
  }

  /** A link to the city's practices with a value. `share` of the highest bar is the height of its bar. */
  private renderValue(city: string, attribute: Attribute, {count, value}: FacetValue, share = 0) {
    const {localizer} = this.locale;
    const label = renderText(refinementLabel(attribute, value, this.search.labels, localizer));
    const bar = svg`<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"
      ><rect width="1" y=${1 - share} height=${share} /></svg>`;
    return html`<a href=${this.linkToList(city, attribute, value)}
      >${share ? bar : nothing}<span>${label}</span> <span class="count">(${localizer.number(count)})</span></a
    >`;
  }

  private renderPractice(practice: Practice) {
    const {lang, text} = translationFor(practice.title, this.search.labels.language);
    const period = periodLabel(practice, this.locale.localizer);
    return html`<a href=${this.linkTo({open: [practice.id]})} lang=${lang || nothing} dir="auto">${text}</a>
      ${period.text ? html`<span>${renderText(period)}</span>` : nothing}`;
  }

  private renderSimilar({city, sharedTopics}: SimilarCity) {
    return html`${this.renderCityLink(city)}<span>${this.renderShared(sharedTopics)}</span>`;
  }

  private renderShared(topics: readonly string[]) {
    const {localizer} = this.locale;
    return renderParts(localizer, 'sharedTopics', {count: topics.length}, ({name, text}) => {
      if (name !== 'topics') return text;
      const shown = topics.slice(0, MAX_SHARED_TOPICS).map((topic) => this.search.labels.of('topic', topic));
      const {separator} = localizer;
      return [
        shown.map((topic, i) => [i ? separator : '', renderText(topic)]),
        topics.length > shown.length ? `${separator}…` : '',
      ];
    });
  }

  /** All cities by name. Above them, what may have been meant if the page asks for an unknown city. */
  private renderCities(cities: readonly FacetValue[]) {
    const {name} = this;
    const {localizer} = this.locale;
    const sorted = [...cities].sort((a, b) => localizer.compare(a.value, b.value));
    return html`${name ? this.renderUnknown(name, cities) : nothing}
      <div class="name">${renderHeading(this.headingLevel, renderMessage(localizer, 'cities'))}</div>
      ${renderList(
        sorted.map(
          ({count, value}) =>
            html`<span>${this.renderCityLink(value)} <span class="count">(${localizer.number(count)})</span></span>`,
        ),
        'cities',
      )}`;
  }

  private renderUnknown(city: string, cities: readonly FacetValue[]) {
    const {localizer} = this.locale;
    const near = nearestValues(cities, 'city', city, this.search.labels);
    return html`<p>
        ${renderParts(localizer, 'noneInCity', {city}, ({name, text}) => (name ? html`<bdi>${text}</bdi>` : text))}
      </p>
      ${
        near.length
          ? html`<p>
              ${renderParts(localizer, 'didYouMean', {}, ({name, text}) =>
                name ? near.map((each, i) => [i ? ' · ' : '', this.renderCityLink(each)]) : text,
              )}
            </p>`
          : nothing
      }`;
  }

  private renderCityLink(city: string) {
    return html`<a href=${this.linkToCity(city) || this.linkToList(city)} dir="auto">${city}</a>`;
  }

  /** The address of the list with a city, and another value if there is one. */
  private linkToList(city: string, attribute?: Attribute, value = ''): string {
    const state = toggleRefinement(initialState, 'city', city);
    return this.linkTo(attribute ? toggleRefinement(state, attribute, value) : state);
  }
}

/** A list with a class of its own, if there is anything in it. */
const renderList = (items: readonly unknown[], look = '') =>
  items.length
    ? html`<ul class=${look || nothing} role="list">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`
    : nothing;

/** The values of an attribute that any practice has. */
const valuesOf = (results: SearchResults, attribute: Attribute): readonly FacetValue[] =>
  facetValues(results, attribute).filter(({count}) => count > 0);

declare global {
  interface HTMLElementTagNameMap {
    'gpb-city': GpbCity;
  }
}
