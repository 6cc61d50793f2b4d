import {html} from 'lit';
import type {Attribute, Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {Localizer} from '../../i18n/localizer.js';
import {cityHref} from '../shared/city-href.js';

/** The cities of each country of a practice. The country is `''` if the practice names none. */
function citiesByCountry({places}: Practice): ReadonlyMap<string, readonly string[]> {
  const cities = new Map<string, string[]>();
  for (const {city, country} of places) cities.set(country, [...(cities.get(country) ?? []), ...(city ? [city] : [])]);
  return cities;
}

/**
 * The places in one line: `Leeds and York, United Kingdom · Oslo, Norway`. `renderValue` draws each
 * city and country. The separators are those of the interface's language.
 */
export function renderPlaces<Drawn>(
  practice: Practice,
  localizer: Localizer,
  renderValue: (attribute: Attribute, value: string) => Drawn,
): (Drawn | string)[] {
  const renderCities = (cities: readonly string[]) =>
    localizer.listParts(cities).map(({name, text}) => (name ? renderValue('city', text) : text));
  return [...citiesByCountry(practice)].flatMap(([country, cities], i) => {
    const separator = i ? [' · '] : [];
    if (!country) return [...separator, ...renderCities(cities)];
    if (!cities.length) return [...separator, renderValue('country', country)];
    const parts = localizer.parts('cityInCountry').flatMap(({name, text}) => {
      if (name === 'city') return renderCities(cities);
      return name === 'country' ? renderValue('country', country) : text;
    });
    return [...separator, ...parts];
  });
}

/** The same line as text; `''` if there are no places. */
export const placeLine = (practice: Practice, labels: Labels, localizer: Localizer): string =>
  renderPlaces(practice, localizer, (attribute, value) =>
    attribute === 'city' ? value : labels.of(attribute, value).text,
  ).join('');

/**
 * The same line, in which cities lead to their pages. If the page has named no such pages, it is one
 * text, which screen readers read in one piece.
 */
export function renderPlaceLine(
  practice: Practice,
  labels: Labels,
  localizer: Localizer,
  pattern: string,
  base: string,
): string | readonly unknown[] {
  if (!pattern) return placeLine(practice, labels, localizer);
  return renderPlaces<unknown>(practice, localizer, (attribute, value) => {
    if (attribute !== 'city') return labels.of(attribute, value).text;
    const href = cityHref(pattern, value, base);
    return href ? html`<a class="place" href=${href}><bdi>${value}</bdi></a>` : value;
  });
}
