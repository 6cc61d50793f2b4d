import type {Practice} from '../core/practice.js';
import type {Labels} from '../core/search/labels.js';

/** Where a practice took place, in one line: `Leeds, York, United Kingdom · Oslo, Norway`; `''` where it does not say. */
export function placeLine({places}: Practice, labels: Labels): string {
  const cities = new Map<string, string[]>();
  for (const {city, country} of places) cities.set(country, [...(cities.get(country) ?? []), ...(city ? [city] : [])]);
  return [...cities]
    .map(([country, names]) => [...names, ...(country ? [labels.of('country', country)] : [])].join(', '))
    .join(' · ');
}
