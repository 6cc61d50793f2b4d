import {escapeEntities} from '../escape-entities.js';
import {htmlToText} from '../html-text.js';
import {isObject} from '../json-value.js';
import {fieldOf, type FieldName} from './field-names.js';
import {textOf} from './json-fields.js';

/** A record under our own names; nothing in it is trusted yet. */
export type RawRecord = Record<string, unknown>;

interface Found {
  readonly name: string;
  readonly rank: number;
  readonly value: unknown;
}

/**
 * A record from the fields of another format, each a name and a value: names as in `fieldOf`, values as they are written there (an object
 * with `rendered` or `value`, several topics in one text, an image with its address under another name). What is not known is left out.
 */
export function toRecord(entries: Iterable<readonly [name: string, value: unknown]>): RawRecord {
  const found = new Map<FieldName, Found[]>();
  for (const [name, raw] of entries) {
    const known = fieldOf(name);
    const value = known && unwrap(raw);
    if (!known || isEmpty(value)) continue;
    const one = {name, rank: known.rank, value};
    const others = found.get(known.field);
    if (others) others.push(one);
    else found.set(known.field, [one]);
  }
  const inOrder = (field: FieldName) => found.get(field) ?? [];
  const byRank = (field: FieldName) => inOrder(field).sort((a, b) => a.rank - b.rank);
  const list = (field: FieldName) => byRank(field)[0]?.value;
  const one = (field: FieldName) => firstOf(list(field));

  const language = textOf(one('language'));
  const inLanguage = (text: unknown) =>
    typeof text === 'string' && /^[a-z]{2,3}(?:[-_]|$)/i.test(language) ? {[language]: text} : text;
  const toSection = (value: unknown) =>
    isObject(value) && ['heading', 'text', 'html'].some((key) => key in value)
      ? value
      : {[isHtml(value) ? 'html' : 'text']: inLanguage(value)};
  const headed = inOrder('headed')
    .filter(({value}) => typeof value === 'string')
    .map(({name, value}) => ({heading: inLanguage(name.trim()), ...(toSection(value) as object)}));
  const [url, ...otherUrls] = byRank('url').map(({value}) => toAddress(firstOf(value)));
  const location = list('location');
  const isPlaceName = typeof location === 'string' && !/\d/.test(location);
  return compact({
    id: one('id'),
    title: toPlain(one('title')),
    titleLang: one('titleLang') ?? one('language'),
    city: splitText(list('city') ?? (isPlaceName ? location : undefined)),
    country: splitText(list('country')),
    location: isPlaceName ? undefined : (toLocation(location) ?? toPair(one('lat'), one('lon'))),
    period: toPeriod(list('period'), one('from'), one('to')),
    topics: toTopics(inOrder('topics').map(({value}) => value)),
    summary: inLanguage(toPlain(one('summary'))),
    sections: [...toList(list('sections')).map(toSection), ...headed],
    url,
    image: toImage(one('image'), one('imageAlt')),
    links: [...inOrder('links').flatMap(({value}) => toLinks(value)), ...otherUrls.filter((each) => each !== url)],
    details: one('details'),
    contact: toContact(one('contact'), one('email'), one('phone')),
  });
}

const HTML =
  /<(?:!--|\/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|table|t[rdh]|img|figure|blockquote|section|article|iframe|hr|su[bp]|font)[\s/>])/i;
const isHtml = (value: unknown) => typeof value === 'string' && HTML.test(value);

/** The words alone where markup stands among them; markup alone is a text, since a title must not be lost. */
const toPlain = (value: unknown) => (isHtml(value) && escapeEntities(htmlToText(value as string))) || value;

/** The value that stands in what content management systems wrap it in, also in a list of such. */
function unwrap(value: unknown): unknown {
  return Array.isArray(value) ? value.map(unwrapOne) : unwrapOne(value);
}

function unwrapOne(value: unknown): unknown {
  if (!isObject(value)) return value;
  const {end_value: end, label, processed, rendered, value: plain} = value;
  if (end && end !== plain) return toSpan([plain, end]);
  return rendered ?? processed ?? (plain === undefined || 'lat' in value ? value : (label ?? plain));
}

// false: what custom fields of WordPress say where there is nothing
const isEmpty = (value: unknown) =>
  (value ?? '') === '' || value === false || (typeof value === 'string' && !value.trim()) || toList(value).length === 0;

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const compact = (record: RawRecord): RawRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && toList(value).length));

/** Of one text the parts between semicolons, bars and line breaks, where it has several. */
function splitText(value: unknown): unknown {
  if (typeof value !== 'string' || !/[;|\r\n]/.test(value)) return value;
  return value
    .split(/[;|\r\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** One text is left alone: whether a comma in it separates, only who knows the topics can say. */
function toTopics(values: readonly unknown[]): unknown {
  const topics = values.map(splitText);
  return topics.length === 1 && !Array.isArray(topics[0]) ? nameOf(topics[0]) : topics.flatMap(toList).map(nameOf);
}

const nameOf = (value: unknown) =>
  isObject(value) && !('label' in value) ? (value['name'] ?? value['title'] ?? value['slug'] ?? value) : value;

const toDay = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/s, '$1') : value;

function toPeriod(period: unknown, from: unknown, to: unknown): unknown {
  if (period !== undefined) return Array.isArray(period) ? period.map(toDay) : toDay(period);
  return toSpan([from, to]) || undefined;
}

const toSpan = (ends: readonly unknown[]) => ends.map(toDay).map(textOf).filter(Boolean).join(' – ');

/** GeoJSON has the longitude first. */
function toLocation(value: unknown): unknown {
  const coordinates = isObject(value) && value['coordinates'];
  return Array.isArray(coordinates) ? toPair(coordinates[1], coordinates[0]) : value;
}

const toPair = (lat: unknown, lon: unknown) =>
  lat === undefined || lon === undefined
    ? undefined
    : [lat, lon].map((part) => (typeof part === 'string' ? part.replace(',', '.') : part));

const toAddress = (value: unknown): unknown =>
  isObject(value) ? textOf(value['uri'] ?? value['url'] ?? value['href']).replace(/^internal:/, '') : value;

function toImage(image: unknown, alt: unknown): unknown {
  if (!isObject(image)) return image !== undefined && alt !== undefined ? {src: image, alt} : image;
  return {
    src: image['src'] ?? image['url'] ?? image['source_url'] ?? image['href'],
    alt: image['alt'] ?? image['alt_text'] ?? alt,
  };
}

/** In one text a line each: an address, perhaps with a label before it, as our own table writes them. */
function toLinks(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return toList(value);
  return value.split(/[\r\n|]+/).flatMap((line) => {
    const at = Math.max(line.search(/https?:\/\//), 0);
    const label = line.slice(0, at).trim();
    const url = line.slice(at).trim();
    return url ? [label ? {url, label: label.endsWith(':') ? label.slice(0, -1) : label} : url] : [];
  });
}

const toContact = (contact: unknown, email: unknown, phone: unknown): unknown =>
  isObject(contact) || (email ?? phone) === undefined ? contact : compact({name: contact, email, phone});
