import {memoize} from '../../memoize.js';
import type {Place} from '../../practice.js';
import {isObject, MAX_ITEMS, toItems, type Item} from '../json-value.js';
import {countryCode} from './country.js';
import {readText, type TextContext} from './text.js';

type Location = Place['location'];

/**
 * The places of a record from its `city`, `country` and `location`, each of which may be a list. Lists of one length belong
 * together item by item, and a single country belongs to every city. Other lengths cannot be matched, so nothing is guessed:
 * cities and countries stand by themselves, and locations are left out.
 */
export function readPlaces(field: (key: string) => Item, wording: TextContext): Place[] {
  const cities = toItems(field('city')).map((item) => readText(item, wording, 'name'));
  const countries = toItems(field('country')).map((item) => readCountry(item, wording));
  const locations = readLocations(field('location'), wording);
  const length = cities.length || Math.max(countries.length, locations.length);
  const hasCountries = countries.length < 2 || countries.length === length;
  const hasLocations = !locations.length || locations.length === length;
  const places = [...Array(length).keys()].map((i): Place => ({
    city: cities[i] ?? '',
    country: (hasCountries && (countries[i] ?? countries[0])) || '',
    location: (hasLocations && locations[i]) || null,
  }));
  if (!hasCountries || !hasLocations) {
    wording.warn('unpaired-places', {...field('city'), value: cities}, 'not matched');
  }
  const alone = hasCountries ? [] : countries.map((country): Place => ({city: '', country, location: null}));
  return [...places, ...alone].filter(({city, country, location}) => city || country || location);
}

const codeOf = memoize(countryCode);

function readCountry(item: Item, wording: TextContext): string {
  const text = readText(item, wording, 'name');
  const code = codeOf(text);
  if (text && !code) wording.warn('unknown-country', item, 'kept');
  return code || text;
}

/** A pair, a list of pairs, or none. */
function readLocations(item: Item, wording: TextContext): Location[] {
  // a pair has a number in it; a list of pairs has lists, objects or "53.8, -1.55"
  const isPair = Array.isArray(item.value) && !item.value.slice(0, MAX_ITEMS).map(toNumber).every(Number.isNaN);
  const locations = (isPair ? [item] : toItems(item)).map((each) => readLocation(each, wording));
  return locations.some(Boolean) ? locations : [];
}

function readLocation(item: Item, {warn}: TextContext): Location {
  const parts = coordinatesOf(item.value);
  if (parts.every((part) => (part ?? '') === '')) return null;
  const [latitude, longitude] = (parts.length < 4 ? parts.map(toNumber) : []) as [number, number];
  if (isLocation(latitude, longitude)) return [latitude, longitude];
  if (isLocation(longitude, latitude)) {
    warn('swapped-location', item, 'turned round');
    return [longitude, latitude];
  }
  warn('bad-location', item, 'left out: not [latitude, longitude]');
  return null;
}

const isLocation = (latitude: number, longitude: number) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** More than two numbers and a height need. */
const MAX_PAIR_LENGTH = 200;

/** Latitude, longitude and perhaps the height. */
function coordinatesOf(value: unknown): readonly unknown[] {
  if (isObject(value)) return [value['lat'] ?? value['latitude'], value['lon'] ?? value['lng'] ?? value['longitude']];
  return typeof value === 'string'
    ? value
        .slice(0, MAX_PAIR_LENGTH)
        .trim()
        .split(/[,;\s]+/)
    : [value].flat();
}

/** Of a number, in figures or as a text; `NaN` for anything else, such as the 0 that `Number` makes of `''` or `[]`. */
function toNumber(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)) ? Number(value) : Number.NaN;
}
