import type {Attribute, Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';

/** The cities of each country of a practice. The country is `''` if the practice names none. */
function citiesByCountry({places}: Practice): ReadonlyMap<string, readonly string[]> {
  const cities = new Map<string, string[]>();
  for (const {city, country} of places) cities.set(country, [...(cities.get(country) ?? []), ...(city ? [city] : [])]);
  return cities;
}

/** The places in one line: `Leeds, York, United Kingdom · Oslo, Norway`; `''` if there are none. */
export const placeLine = (practice: Practice, labels: Labels): string =>
  [...citiesByCountry(practice)]
    .map(([country, cities]) => [...cities, ...(country ? [labels.of('country', country).text] : [])].join(', '))
    .join(' · ');

/** The same line as a template, in which `renderValue` draws each city and country. */
export const renderPlaces = <Drawn>(practice: Practice, renderValue: (attribute: Attribute, value: string) => Drawn) =>
  [...citiesByCountry(practice)].map(([country, cities], i) => {
    const values = cities.map((city) => renderValue('city', city));
    if (country) values.push(renderValue('country', country));
    return [i ? ' · ' : '', values.map((value, n) => [n ? ', ' : '', value])];
  });
