import {fieldNamesFor} from './formats/field-names.js';

// What an address of the WordPress REST API says, and what to add to it.

/** `/wp-json/wp/v2/posts`; with plain permalinks `/?rest_route=/wp/v2/posts`, also encoded. */
const REST = /^http[^#]*(?:\/|%2F)wp(?:\/|%2F)v2(?:\/|%2F)/i;
const PRETTY_REST = /\/wp-json(\/[^?#&]*)/i;

export const isWordPressAddress = (address: string): boolean => REST.test(address);

/**
 * Fields that a site may add to its posts (`register_rest_field`). `_fields` has to name each, so
 * these are the names that the widget knows. WordPress itself has title, texts and address, and it
 * ignores names that a post does not have. `date` is the day of publication. The
 * description of an image has few names here, as firewalls refuse long addresses.
 */
const OWN_FIELDS = fieldNamesFor(
  'city country period from to language location lat lon topics links image contact email phone',
)
  .filter((name) => name !== 'date')
  .concat('imageAlt', 'image_alt', 'alt', 'alttext');

/** What the widget reads of a post. */
const FIELDS = [...'id slug link title excerpt content modified meta acf _links _embedded'.split(' '), ...OWN_FIELDS];

/** What the widget adds to an address, unless it has the parameter. */
export const ASKED_PARAMETERS = {
  per_page: '100',
  orderby: 'id',
  _embed: 'wp:term,wp:featuredmedia',
  _fields: FIELDS.join(),
};

/** A message without the names of fields in addresses, which fill many lines. */
export const shortAddress = (message: string): string => message.replace(/([?&]_fields=)[^&\s]{60,}/g, '$1…');

/**
 * The terms that an address selects, by the parameter: `categories=2,5` or `categories[]=2`. The
 * parameter of a taxonomy of the site has the name of its `rest_base`.
 */
export function termsInAddress(address: string): ReadonlyMap<string, ReadonlySet<string>> {
  const terms = new Map<string, Set<string>>();
  if (!isWordPressAddress(address)) return terms;
  for (const [key, value] of new URL(address).searchParams) {
    const [, name = '', part = ''] = /^([^[]+)(?:\[(\w*)\])?$/.exec(key) ?? [];
    if (!/^(?:\d*|terms)$/.test(part)) continue;
    const ids = terms.get(name) ?? new Set();
    terms.set(name, ids);
    for (const id of value.split(',')) ids.add(id.trim());
  }
  return terms;
}

/**
 * Says how to reach WordPress if the address needs pretty permalinks, which this site may not have;
 * `''` for other addresses.
 */
export function explainPlainPermalinks(address: string): string {
  const [, route] = PRETTY_REST.exec(address) ?? [];
  return route ? `WordPress with plain permalinks: use /?rest_route=${route}, and write other parameters after &.` : '';
}
