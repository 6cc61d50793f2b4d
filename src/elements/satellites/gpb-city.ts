import {Task} from '@lit/task';
import {html, nothing, svg, unsafeCSS, type PropertyDeclarations, type PropertyValues} from 'lit';
import {AddressController} from '../../controllers/address.js';
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
    new AddressController(this, () => this.requestUpdate());
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
    const {totalHits} = results;
    return html`<div class="name">${renderHeading(this.headingLevel, city)}</div>
      <p class="about">
        ${country ? [html`<bdi>${country}</bdi>`, ' · '] : nothing}${renderMessage(localizer, 'countAll', {count: totalHits})}
      </p>
      <div class="sections">
        ${this.renderTopics(city, valuesOf(results, 'topic'))} ${this.renderYears(city, valuesOf(results, 'year'))}
        <div class="section">
          ${this.renderTitle('results')}
          <ul role="list">
            ${results.hits.map(({practice}) => html`<li>${this.renderPractice(practice)}</li>`)}
          </ul>
          <a class="all" href=${this.linkToList(city)}
            >${renderMessage(localizer, 'showResults', {count: totalHits})}</a
          >
        </div>
        ${cities.length ? this.renderSimilar(cities) : nothing}
      </div>`;
  }

  private renderTopics(city: string, topics: readonly FacetValue[]) {
    if (!topics.length) return nothing;
    return html`<div class="section">
      ${this.renderTitle('topics')}
      <ul class="values" role="list">
        ${topics.map((topic) => html`<li>${this.renderValue(city, 'topic', topic)}</li>`)}
      </ul>
    </div>`;
  }

  /** A bar for each year, the first one first. “Ongoing” and “No date given” are below. */
  private renderYears(city: string, values: readonly FacetValue[]) {
    const years = values.filter(({value}) => +value).reverse();
    const others = values.filter(({value}) => !+value);
    const most = Math.max(...years.map(({count}) => count));
    return html`<div class="section">
      ${this.renderTitle('year')}
      ${
        years.length
          ? html`<ul class="years" role="list">
              ${years.map((year) => html`<li>${this.renderValue(city, 'year', year, year.count / most)}</li>`)}
            </ul>`
          : nothing
      }
      ${
        others.length
          ? html`<ul class="values" role="list">
              ${others.map((other) => html`<li>${this.renderValue(city, 'year', other)}</li>`)}
            </ul>`
          : nothing
      }
    </div>`;
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

  private renderSimilar(cities: readonly SimilarCity[]) {
    return html`<div class="section">
      ${this.renderTitle('similarCities')}
      <ul role="list">
        ${cities.map(
          ({city, sharedTopics}) =>
            html`<li>${this.renderCityLink(city)}<span>${this.renderShared(sharedTopics)}</span></li>`,
        )}
      </ul>
    </div>`;
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
      <ul class="cities" role="list">
        ${sorted.map(
          ({count, value}) =>
            html`<li>
              <span>${this.renderCityLink(value)} <span class="count">(${localizer.number(count)})</span></span>
            </li>`,
        )}
      </ul>`;
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

  private renderTitle(key: MessageKey) {
    return renderHeading(this.headingLevel + 1, renderMessage(this.locale.localizer, key));
  }

  /** The address of the list with a city, and another value if there is one. */
  private linkToList(city: string, attribute?: Attribute, value = ''): string {
    const state = toggleRefinement(initialState, 'city', city);
    return this.linkTo(attribute ? toggleRefinement(state, attribute, value) : state);
  }
}

/** The values of an attribute that any practice has. */
const valuesOf = (results: SearchResults, attribute: Attribute): readonly FacetValue[] =>
  facetValues(results, attribute).filter(({count}) => count > 0);

declare global {
  interface HTMLElementTagNameMap {
    'gpb-city': GpbCity;
  }
}
