// Converts values from the forms of other formats to the forms of our own.
import {escapeEntities, htmlToText, isMarkup, splitOutsideReferences} from '../../text/html-text.js';
import {fieldsOf, isObject, listOf, textOf, type JsonObject} from '../json-value.js';
import {isDate} from '../normalize/practice.js';

/** Content management systems wrap a value in at most this many objects. */
const MAX_DEPTH = 4;

/** A value without the objects that content management systems wrap it in; also in a list. */
export function unwrap(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => (isObject(each) ? unwrap(each, depth + 1) : each));
  if (!isObject(value) || depth > MAX_DEPTH) return value;
  const {attributes, data, end_value: end, label, processed, rendered, value: plain} = value;
  // Relations of Strapi, texts of Plone.
  if (data !== undefined) return unwrap(data, depth + 1);
  if (isObject(attributes)) return attributes;
  if (end) return toSpan([plain, end]);
  return rendered ?? processed ?? (plain === undefined || 'lat' in value ? value : (label ?? plain));
}

/** The first of the named fields that an object has. */
export const pick = (object: JsonObject, names: string): unknown =>
  names
    .split(' ')
    .map((name) => object[name])
    .find(Boolean);

export const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

export const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** What tables and databases write for an empty value. */
const PLACEHOLDER = /^(?:[-–]+0?|#?n\/a|null|none|nan|k\.a\.)$/i;

export const isPlaceholder = (value: unknown): boolean => PLACEHOLDER.test(textOf(value));

/** Empty custom fields of WordPress are `false`. */
export const isEmpty = (value: unknown): boolean =>
  typeof value === 'string' ? !value.trim() : (!value && value !== 0) || !toList(value).length;

// Texts

export const isHtml = (value: unknown): value is string => typeof value === 'string' && isMarkup(value);

/** The value of the first attribute of this name in HTML. */
const attributeIn = (html: unknown, name: string): string | undefined =>
  isHtml(html) ? new RegExp(`\\s${name}=["']([^"']*)`, 'i').exec(html)?.[1] : undefined;

/** Longer texts keep their markup: `normalize` cuts them before it cleans them. */
const MAX_PLAIN_LENGTH = 1_000_000;

/** A text without its markup. A text that is nothing but markup stays: a title must not be lost. */
export const toPlain = (value: unknown): unknown =>
  (textOf(value).length < MAX_PLAIN_LENGTH && isHtml(value) && escapeEntities(htmlToText(value))) || value;

/** The parts of a text between semicolons, bars and line breaks. */
function splitText(value: unknown): unknown {
  if (typeof value !== 'string' || !/[;|\r\n]/.test(value)) return value;
  return splitOutsideReferences(value, ';|\r\n')
    .map((part) => part.trim())
    .filter(Boolean);
}

const nameOf = (value: unknown) =>
  isObject(value) && !('label' in value) ? (pick(value, 'name title slug') ?? value) : value;

/** Names of cities or countries: one, a list, or several in one text. */
export const toNames = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(nameOf) : nameOf(splitText(value));

/**
 * Topics out of several values. A single text stays whole: only `normalize` knows whether a comma
 * separates two topics.
 */
export function toTopics(values: readonly unknown[]): unknown {
  const topics = values.map(splitText);
  return topics.length === 1 && !Array.isArray(topics[0]) ? nameOf(topics[0]) : topics.flatMap(toList).map(nameOf);
}

// Periods

/** The day of a database's date: `2019-03-01T00:00:00Z`, `20190301`. */
export const toDay = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/s, '$1').replace(/^(\d{4})([01]\d)(\d\d)$/, '$1-$2-$3')
    : value;

/** The date of the last change. It only orders, so a date in another form than ISO 8601 is left out. */
export const toUpdated = (value: unknown): unknown => (isDate(textOf(value)) ? value : undefined);

/** From one day or year to another. If both are the same, it is written once. */
const toSpan = (ends: readonly unknown[]): string =>
  [...new Set(ends.map(toDay).map(textOf))].filter(Boolean).join(' – ');

/** A year or a day. */
const ONE_DATE = /^\s*(?:\d{4}|\d{4}-\d\d-\d\d|(?:\d\d?[./-]){1,2}\d{4})\s*$/;
const yearIn = (text: string) => Number(/\d{4}/.exec(text)?.[0]);

/**
 * The period. If it has no digits (“Middle Ages”), its start and end say more. One date beside an
 * end is the start (`Datum`, `Ende`), unless it is later than the end: then it is the day of
 * publication.
 */
export function toPeriod(period: unknown, from: unknown, to: unknown): unknown {
  const day = textOf(toDay(firstOf(period)));
  const isStart = ONE_DATE.test(day) && to !== undefined && !(yearIn(day) > yearIn(textOf(toDay(to))));
  const span = toSpan([from ?? (isStart ? day : undefined), to]);
  if (period === undefined || (span && (isStart || !/\d/.test(day)))) return span || undefined;
  return Array.isArray(period) ? period.map(toDay) : toDay(period);
}

// Places

/** Coordinates of GeoJSON, which has the longitude first. Only points have one place on a map. */
export function toLocation(value: unknown): unknown {
  const {coordinates, type} = fieldsOf(value);
  if (!Array.isArray(coordinates)) return value;
  const toPoint = (position: unknown) => toPair(listOf(position)[1], listOf(position)[0]);
  return type === 'MultiPoint' ? coordinates.map(toPoint) : toPoint(coordinates);
}

/**
 * Latitude and longitude. Undefined if one is missing, or if both are 0: nobody filled in these
 * fields.
 */
export function toPair(lat: unknown, lon: unknown): unknown {
  const pair = [lat, lon].map((part) => textOf(part).replace(',', '.'));
  return pair.every(Boolean) && pair.some(Number) ? pair : undefined;
}

// Addresses

/** The address in a link of Drupal, in an object or in a tag. */
export const toAddress = (value: unknown): unknown =>
  isObject(value)
    ? textOf(pick(value, 'uri url href')).replace(/^(?:internal|entity):\/?/, '/')
    : (attributeIn(value, 'href') ?? value);

/**
 * An image from an address, an object or a tag; of several addresses in one text, the first. A
 * number is the key of an image that is not in the document.
 */
export function toImage(image: unknown, alt: unknown): {src: unknown; alt: unknown} {
  const src = attributeIn(image, 'src') ?? (typeof image === 'string' && image.split(/, |[|\n]/)[0]);
  const fields = isObject(image) ? image : {src, alt: attributeIn(image, 'alt')};
  return {
    src: pick(fields, 'src url source_url href download'),
    alt: pick(fields, 'alt alt_text alternativeText') ?? alt,
  };
}

/** An address, and what separates it from the next link. It may itself contain semicolons and commas. */
const ADDRESS = /(https?:\/\/[^]*?)(?:[\r\n|]|;(?:\s|$)|[;,]\s*(?=https?:)|$)/g;

/** Links. A text may have several, each perhaps after a label: our own CSV files have one in each line. */
export function toLinks(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return toList(value).map(toLink);
  const lines = value.replace(ADDRESS, '$1\n').split(/[\r\n|]+/);
  return lines.flatMap((line) => {
    const at = Math.max(line.search(/https?:\/\//), 0);
    const label = line.slice(0, at).trim();
    const url = line.slice(at).trim();
    return url ? [label ? {url, label: label.endsWith(':') ? label.slice(0, -1) : label} : url] : [];
  });
}

const toLink = (link: unknown): unknown =>
  isObject(link) ? {url: toAddress(link), label: pick(link, 'label title')} : link;
