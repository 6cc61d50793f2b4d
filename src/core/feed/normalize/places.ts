import {memoize} from '../../memoize.js';
import type {Place} from '../../practice.js';
import {fieldsOf, isObject, listOf, MAX_ITEMS, toItems, type Item} from '../json-value.js';
import {countryCode} from './country.js';
import {readText, type TextContext} from './text.js';

type Location = Place['location'];

/**
 * Reads the places of a record from its `city`, `country` and `location`, each of which may be a
 * list. Lists of the same length are paired item by item, and a single country belongs to every
 * city. Lists of other lengths are not paired: cities and countries become places of their own, and
 * locations are left out. Of all places, the first `MAX_ITEMS` are read, with a warning.
 */
export function readPlaces(field: (key: string) => Item, context: TextContext): Place[] {
  const cities = toItems(field('city')).map((item) => readText(item, context, 'name'));
  const countries = toItems(field('country')).map((item) => readCountry(item, context));
  const locations = readLocations(field('location'), context);
  // Lists may be longer than what is read of them.
  const countOf = (key: string, read: readonly unknown[]) =>
    read.length === MAX_ITEMS ? (field(key).value as readonly unknown[]).length : read.length;
  const countryCount = countOf('country', countries);
  const locationCount = countOf('location', locations);
  const length = countOf('city', cities) || Math.max(countryCount, locationCount);
  const hasCountries = countryCount < 2 || countryCount === length;
  const hasLocations = !locations.length || locationCount === length;
  const count = length + (hasCountries ? 0 : countryCount);
  const {pointer} = field(cities.length ? 'city' : 'country');
  if (count > MAX_ITEMS) context.warn('too-many-items', {value: count, pointer}, `the first ${MAX_ITEMS} were read`);
  const places = [...Array(Math.min(length, MAX_ITEMS)).keys()].map((i): Place => ({
    city: cities[i] ?? '',
    country: (hasCountries && (countries[i] ?? countries[0])) || '',
    location: (hasLocations && locations[i]) || null,
  }));
  if (!hasCountries || !hasLocations) {
    context.warn('unpaired-places', {...field('city'), value: cities}, 'not matched');
  }
  const alone = hasCountries ? [] : countries.map((country): Place => ({city: '', country, location: null}));
  return [...places, ...alone].filter(({city, country, location}) => city || country || location).slice(0, MAX_ITEMS);
}

const codeOf = memoize(countryCode);

function readCountry(item: Item, context: TextContext): string {
  const text = readText(item, context, 'name');
  const code = codeOf(text);
  if (text && !code) context.warn('unknown-country', item, 'kept');
  return code || text;
}

/** Reads a pair, a list of pairs, or nothing. */
function readLocations(item: Item, context: TextContext): Location[] {
  // A pair contains a number; a list of pairs contains lists, objects or texts such as "53.8,
  // -1.55".
  const isPair = Array.isArray(item.value) && !item.value.slice(0, MAX_ITEMS).map(toNumber).every(Number.isNaN);
  const locations = (isPair ? [item] : toItems(item)).map((each) => readLocation(each, context));
  return locations.some(Boolean) ? locations : [];
}

function readLocation(item: Item, {warn}: TextContext): Location {
  const parts = coordinatesOf(item.value);
  if (parts.every((part) => (part ?? '') === '') && !isOtherObject(item.value)) return null;
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

/** Characters that are read: two numbers and a height need fewer. */
const MAX_PAIR_LENGTH = 200;

/** Latitude, longitude and perhaps a height. */
function coordinatesOf(value: unknown): readonly unknown[] {
  if (isObject(value)) {
    // GeoJSON has the longitude first.
    const [x, y] = listOf(value['coordinates']);
    return [value['lat'] ?? value['latitude'] ?? y, value['lon'] ?? value['lng'] ?? value['longitude'] ?? x];
  }
  return typeof value === 'string'
    ? value
        .slice(0, MAX_PAIR_LENGTH)
        .trim()
        .split(/[,;\s]+/)
    : [value].flat();
}

const COORDINATES = /^(?:lat(?:itude)?|lon(?:gitude)?|lng|coordinates|geometries)$/;

/** Whether an object has fields, but none for coordinates: an address, for example. */
function isOtherObject(value: unknown): boolean {
  const names = Object.keys(fieldsOf(value));
  return names.length > 0 && !names.some((name) => COORDINATES.test(name));
}

/** The number, also from a text; otherwise `NaN`. `Number` alone would make 0 of `''` or `[]`. */
function toNumber(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)) ? Number(value) : Number.NaN;
}
