import {linkHref} from './attribute-rules.js';

const PLACEHOLDER = '{city}';

/**
 * The address of the page about a city, from the attribute `city-href`; `''` if it names no page.
 * Without a placeholder, the city becomes the parameter `city`.
 */
export function cityHref(pattern: string, city: string, base: string): string {
  if (!linkHref(pattern, base)) return '';
  const value = encodeURIComponent(city);
  if (pattern.includes(PLACEHOLDER)) return linkHref(pattern.replaceAll(PLACEHOLDER, value), base);
  const url = new URL(pattern, base);
  url.search += `${url.search ? '&' : '?'}city=${value}`;
  return url.href;
}

/** The city in the address of this page, in the parameter that `city-href` writes; `''` for none. */
export function cityInAddress(pattern: string, base: string): string {
  const params = URL.canParse(pattern, base) ? [...new URL(pattern, base).searchParams] : [];
  const name = params.find(([, value]) => value === PLACEHOLDER)?.[0] ?? 'city';
  return new URLSearchParams(location.search).get(name) ?? '';
}
