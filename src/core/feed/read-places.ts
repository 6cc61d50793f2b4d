import type {Place} from '../practice.js';
import {countryCode} from './country.js';
import type {Warn} from './feed-warnings.js';
import {describe, isObject, toItems, type Item} from './json-value.js';
import {readText} from './read-text.js';

type Location = Place['location'];

/**
 * The places of a record from its `city`, `country` and `location`, each of which may be a list. Lists of one length belong
 * together item by item, and a single country belongs to every city. Other lengths cannot be matched, so nothing is guessed:
 * cities and countries stand by themselves, and locations are left out.
 */
export function readPlaces(field: (key: string) => Item, warn: Warn): Place[] {
  const cities = toItems(field('city')).map((item) => readText(item, warn));
  const countries = toItems(field('country')).map((item) => readCountry(item, warn));
  const locations = readLocations(field('location'), warn);
  const length = cities.length || Math.max(countries.length, locations.length);
  const hasCountries = countries.length < 2 || countries.length === length;
  const hasLocations = locations.length === 0 || locations.length === length;
  if (!hasCountries || !hasLocations) {
    const counts = `${cities.length} cities, ${countries.length} countries and ${locations.length} locations`;
    const done = hasLocations ? 'Cities and countries were kept apart.' : 'The locations were left out.';
    warn('unpaired-places', field('city').pointer, `There are ${counts}, which cannot be matched. ${done}`);
  }
  const places: Place[] = Array.from({length}, (_, i) => ({
    city: cities[i] ?? '',
    country: (hasCountries && (countries[i] ?? countries[0])) || '',
    location: (hasLocations && locations[i]) || null,
  }));
  if (!hasCountries) places.push(...countries.map((country) => ({city: '', country, location: null})));
  return places.filter(({city, country, location}) => city || country || location);
}

function readCountry(item: Item, warn: Warn): string {
  const text = readText(item, warn);
  const code = countryCode(text);
  if (text && !code) {
    warn(
      'unknown-country',
      item.pointer,
      `${describe(text)} is not a country that we know. It was kept as it is.`,
      text,
    );
  }
  return code || text;
}

/** A pair, a list of pairs, or none. */
function readLocations(item: Item, warn: Warn): Location[] {
  const {value} = item;
  // A list of pairs has lists, objects or "53.8, -1.55" in it; a pair has numbers.
  const isPair = Array.isArray(value) && !value.every((part) => typeof part === 'object' || /,/.test(String(part)));
  const locations = (isPair ? [item] : toItems(item)).map((each) => readLocation(each, warn));
  return locations.some(Boolean) ? locations : [];
}

function readLocation({value, pointer}: Item, warn: Warn): Location {
  if (value === null || value === '') return null;
  const found = coordinatesOf(value);
  if (found.length > 0 && found.every((coordinate) => coordinate === null || coordinate === '')) return null;
  const [latitude, longitude] = found.length < 4 ? found.map(toNumber) : [];
  if (isLocation(latitude, longitude)) return [latitude!, longitude!];
  if (isLocation(longitude, latitude)) {
    warn('swapped-location', pointer, 'This begins with the longitude. It was read the other way round.');
    return [longitude!, latitude!];
  }
  warn('bad-location', pointer, 'This is no [latitude, longitude] in degrees, such as [53.8, -1.55]. It was left out.');
  return null;
}

const isLocation = (latitude = Number.NaN, longitude = Number.NaN) =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const NAMES = [
  ['lat', 'latitude'],
  ['lon', 'lng', 'longitude'],
];

/** Latitude, longitude and perhaps the height. */
function coordinatesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return NAMES.map((names) => names.map((name) => value[name]).find((each) => each !== undefined));
  return typeof value === 'string' ? value.trim().split(/[,;\s]+/) : [];
}

/** Of a decimal number, in figures or as a text; `NaN` for anything else, such as the 0 that `Number` makes of `''` or `[]`. */
function toNumber(value: unknown): number {
  const isDecimal =
    typeof value === 'number' || (typeof value === 'string' && /^[-+]?\d+(?:\.\d+)?$/.test(value.trim()));
  return isDecimal ? Number(value) : Number.NaN;
}
