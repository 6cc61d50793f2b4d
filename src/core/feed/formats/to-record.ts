import {escapeEntities} from '../escape-entities.js';
import {htmlToText} from '../html-text.js';
import {isObject} from '../json-value.js';
import {fieldOf, type FieldName} from './field-names.js';
import {fieldsOf, listOf, textOf} from './json-fields.js';
import {attributeIn, isHtml, pick, toDay, toSpan, unwrap} from './wrapping.js';

/** A record under our own names; nothing in it is trusted yet. */
export type RawRecord = Record<string, unknown>;

interface Found {
  readonly name: string;
  readonly rank: number;
  readonly value: unknown;
}

/** Texts that may be in several languages, each under a name of its own: `title_de`, `title_en`. Of anything else the first language counts. */
const TRANSLATED = /^(?:title|summary|sections)$/;
/** In these an address may stand in a tag. */
const TAGGED = /^(?:sections|headed|url|links|image|location|details)$/;
/** What tables and databases have where there is nothing. */
const NOTHING = /^(?:[-–]+0?|#?n\/a|null|none|nan|k\.a\.)$/i;

/**
 * A record from the fields of another format, each a name and a value: names as in `fieldOf`, values as they are written there (an object
 * with `rendered` or `value`, several topics in one text, an image with its address under another name). What is not known is left out.
 */
export function toRecord(entries: Iterable<readonly [name: string, value: unknown]>): RawRecord {
  const found = new Map<FieldName, Found[]>();
  const inOrder = (field: FieldName) => found.get(field) ?? [];
  for (const [name, raw] of entries) {
    const known = fieldOf(name);
    if (!known) continue;
    const {field, language, rank} = known;
    const isTranslated = TRANSLATED.test(field);
    const rich = unwrap(raw);
    const value = TAGGED.test(field) ? rich : Array.isArray(rich) ? rich.map(toPlain) : toPlain(rich);
    if (isEmpty(value) || (!isTranslated && NOTHING.test(textOf(value)))) continue;
    const others = inOrder(field);
    const same = language && others.find((other) => other.rank === rank);
    if (!same) others.push({name, rank, value: language && isTranslated ? {[language]: value} : value});
    else if (isObject(same.value)) Object.assign(same.value, {[language]: value});
    found.set(field, others);
  }
  const byRank = (field: FieldName) => inOrder(field).sort((a, b) => a.rank - b.rank);
  const list = (field: FieldName) => byRank(field)[0]?.value;
  const one = (field: FieldName) => firstOf(list(field));

  const language = textOf(one('language'));
  const isTag = /^[a-z]{2,3}(?:[-_]|$)/i.test(language);
  const inLanguage = (text: unknown) => (typeof text === 'string' && isTag ? {[language]: text} : text);
  const toSection = (value: unknown) =>
    isObject(value) && pick(value, 'heading text html')
      ? value
      : {[(isObject(value) ? Object.values(value) : [value]).some(isHtml) ? 'html' : 'text']: inLanguage(value)};
  const headed = inOrder('headed')
    .filter(({value}) => typeof value === 'string')
    .map(({name, value}) => ({heading: inLanguage(name.trim()), ...(toSection(value) as object)}));
  const [url, ...otherUrls] = byRank('url').map(({value}) => toAddress(firstOf(value)));
  const location = list('location');
  const isPlaceName = typeof location === 'string' && !/\d/.test(location);
  return compact({
    id: one('id'),
    title: one('title'),
    titleLang: one('titleLang') ?? (isTag ? language : undefined),
    city: toNames(list('city') ?? (isPlaceName ? location : undefined)),
    country: toNames(list('country')),
    location: isPlaceName ? undefined : (toLocation(location) ?? toPair(one('lat'), one('lon'))),
    period: toPeriod(list('period'), one('from'), one('to')),
    topics: toTopics(inOrder('topics').map(({value}) => value)),
    summary: inLanguage(one('summary')),
    sections: [
      ...byRank('sections')
        .filter(({rank}, _, [best]) => rank === best!.rank)
        .flatMap(({value}) => toList(value))
        .map(toSection),
      ...headed,
    ],
    url,
    image: byRank('image')
      .map(({value}) => toImage(firstOf(value), one('imageAlt')))
      .find(({src}) => src),
    links: [...inOrder('links').flatMap(({value}) => toLinks(value)), ...otherUrls.filter((each) => each !== url)],
    details: one('details'),
    contact: toContact(one('contact'), one('email'), one('phone')),
  });
}

/** Longer texts are left to `normalize`, which cuts them before it cleans them. */
const MAX_PLAIN_LENGTH = 1_000_000;

/** The words alone where markup stands among them; markup alone is a text, since a title must not be lost. */
const toPlain = (value: unknown) =>
  (textOf(value).length < MAX_PLAIN_LENGTH && isHtml(value) && escapeEntities(htmlToText(value))) || value;
// false: what custom fields of WordPress say where there is nothing
const isEmpty = (value: unknown) =>
  typeof value === 'string' ? !value.trim() : (!value && value !== 0) || !toList(value).length;

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

const toNames = (value: unknown) => (Array.isArray(value) ? value.map(nameOf) : nameOf(splitText(value)));

/** One text is left alone: whether a comma in it separates, only who knows the topics can say. */
function toTopics(values: readonly unknown[]): unknown {
  const topics = values.map(splitText);
  return topics.length === 1 && !Array.isArray(topics[0]) ? nameOf(topics[0]) : topics.flatMap(toList).map(nameOf);
}

const nameOf = (value: unknown) =>
  isObject(value) && !('label' in value) ? (pick(value, 'name title slug') ?? value) : value;

/** Words alone say less than the ends that are given beside them: “Middle Ages”, 800, 1400. */
function toPeriod(period: unknown, from: unknown, to: unknown): unknown {
  const span = toSpan([from, to]);
  if (period === undefined || (span && !/\d/.test(textOf(firstOf(period))))) return span || undefined;
  return Array.isArray(period) ? period.map(toDay) : toDay(period);
}

/** GeoJSON has the longitude first; only of points, of one or several, is it known where they are. */
function toLocation(value: unknown): unknown {
  const {coordinates, type} = fieldsOf(value);
  if (!Array.isArray(coordinates)) return value;
  const toPoint = (position: unknown) => toPair(listOf(position)[1], listOf(position)[0]);
  return type === 'MultiPoint' ? coordinates.map(toPoint) : toPoint(coordinates);
}

/** Nothing of what is no number, and of the point in the sea off Africa that is none, but a field that nobody filled in. */
function toPair(lat: unknown, lon: unknown): unknown {
  const pair = [lat, lon].map((part) => textOf(part).replace(',', '.'));
  return pair.every(Boolean) && pair.some(Number) ? pair : undefined;
}

const toAddress = (value: unknown): unknown =>
  isObject(value)
    ? textOf(pick(value, 'uri url href')).replace(/^(?:internal|entity):\/?/, '/')
    : (attributeIn(value, 'href') ?? value);

/** An address alone, with what is said of it, or in a tag; of several in a text the first. A number is the key of an image that is not here. */
function toImage(image: unknown, alt: unknown): {src: unknown; alt: unknown} {
  const src = attributeIn(image, 'src') ?? (typeof image === 'string' && image.split(/, |[|\n]/)[0]);
  const fields = isObject(image) ? image : {src, alt: attributeIn(image, 'alt')};
  return {
    src: pick(fields, 'src url source_url href download'),
    alt: pick(fields, 'alt alt_text alternativeText') ?? alt,
  };
}

/** In one text a line each: an address, perhaps with a label before it, as our own table writes them. */
function toLinks(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return toList(value).map(toLink);
  return value.split(/[\r\n|]+/).flatMap((line) => {
    const at = Math.max(line.search(/https?:\/\//), 0);
    const label = line.slice(0, at).trim();
    const url = line.slice(at).trim();
    return url ? [label ? {url, label: label.endsWith(':') ? label.slice(0, -1) : label} : url] : [];
  });
}

const toLink = (link: unknown): unknown =>
  isObject(link) ? {url: toAddress(link), label: pick(link, 'label title')} : link;

const toContact = (contact: unknown, email: unknown, phone: unknown): unknown =>
  isObject(contact) || (email ?? phone) === undefined ? contact : compact({name: contact, email, phone});
