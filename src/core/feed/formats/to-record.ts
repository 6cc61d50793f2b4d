import {escapeEntities} from '../../text/entities.js';
import {htmlToText} from '../../text/html-text.js';
import {isObject} from '../json-value.js';
import {UNSAID} from '../raw-feed.js';
import {fieldOf, type FieldName} from './field-names.js';
import {fieldsOf, listOf, textOf} from './json-fields.js';
import {attributeIn, isHtml, pick, toDay, toSpan, unwrap} from './unwrap.js';

/** A record under our own names; nothing in it is trusted yet. */
export type RawRecord = Record<string, unknown>;

interface Found {
  readonly field: FieldName;
  readonly name: string;
  readonly rank: number;
  /** `''` where the name says none. */
  readonly language: string;
  /** The name without its language. */
  readonly base: string;
  readonly value: unknown;
}

/** A name of a document that means a field, but for which another was taken. */
export type LeftOut = Pick<Found, 'field' | 'name'>;

const leftOut = new WeakMap<object, readonly LeftOut[]>();

/** Which names of its document hold something that is not in this record, though they mean a field. For those who check a feed. */
export const leftOutOf = (record: unknown): readonly LeftOut[] => (isObject(record) && leftOut.get(record)) || [];

/** Texts that may be in several languages, each under a name of its own: `title_de`, `title_en`. Of anything else the first language counts. */
const TRANSLATED = /^(?:title|summary|sections|headed)$/;
/** Fields of which all values are shown, and those of which a second says the same in other words: an id, a place on the map. */
const NEVER_LEFT_OUT = /^(?:topics|links|url|headed|id|language|titleLang|location|lat|lon)$/;
/** In these an address may stand in a tag. */
const TAGGED = /^(?:sections|headed|url|links|image|location|details)$/;
/** What tables and databases have where there is nothing. */
const NOTHING = /^(?:[-–]+0?|#?n\/a|null|none|nan|k\.a\.)$/i;

/**
 * A record from the fields of another format, each a name and a value: names as in `fieldOf`, values as they are written there (an object
 * with `rendered` or `value`, several topics in one text, an image with its address under another name). What is not known is left out.
 */
export function toRecord(entries: Iterable<readonly [name: string, value: unknown]>): RawRecord {
  const {found, others} = findFields(entries);
  const inOrder = (field: FieldName) => found.get(field) ?? [];
  const byRank = (field: FieldName) => [...inOrder(field)].sort((a, b) => a.rank - b.rank);
  const shown = new Set<Found>();
  const show = (each: Found | undefined) => {
    if (each) shown.add(each);
    return each?.value;
  };
  const list = (field: FieldName) => show(byRank(field)[0]);
  const one = (field: FieldName) => firstOf(list(field));

  const language = textOf(one('language'));
  const isTag = /^[a-z]{2,3}(?:[-_]|$)/i.test(language);
  const titleLanguage = one('titleLang') ?? (isTag ? language : undefined);
  const inLanguage = (text: unknown) => (typeof text === 'string' && isTag ? {[language]: text} : text);
  /** A text, or texts by language, each by the best of its names. */
  const translated = (texts: readonly Found[], own: string): unknown => {
    const byLanguage = new Map<string, unknown>();
    for (const each of texts) {
      const key = each.language || own;
      if (!byLanguage.has(key)) byLanguage.set(key, firstOf(show(each)));
    }
    if (!texts.some((each) => each.language)) return byLanguage.get(own);
    const plain = byLanguage.get(own);
    // it may have texts by language itself
    if (isObject(plain)) byLanguage.delete(own);
    return {...(isObject(plain) && plain), ...Object.fromEntries(byLanguage)};
  };
  const own = isTag ? language : UNSAID;
  const toSection = (value: unknown) =>
    isObject(value) && pick(value, 'heading text html')
      ? value
      : {[(isObject(value) ? Object.values(value) : [value]).some(isHtml) ? 'html' : 'text']: inLanguage(value)};

  const [inOne, inSeveral] = [false, true].map((isTagged) =>
    byRank('sections').filter((each) => Boolean(each.language) === isTagged),
  ) as [Found[], Found[]];
  const best = inOne.filter(({rank}) => rank === inOne[0]!.rank);
  const parts = best.flatMap((each) => toList(show(each)));
  // a text alone is that of one more language; of several parts nobody knows which it is
  const isOneText = inSeveral.length && parts.length < 2 && !isObject(parts[0]);
  const sections = isOneText
    ? [translated([...best, ...inSeveral], own)]
    : [...parts, ...(inSeveral.length ? [translated(inSeveral, own)] : [])];
  const headed = groupByHeading(inOrder('headed').filter(({value}) => typeof value === 'string')).map((group) => ({
    heading: inLanguage(group[0]!.base.trim()),
    ...(toSection(translated(group, own)) as object),
  }));
  const [url, ...otherUrls] = byRank('url').map(({value}) => toAddress(firstOf(value)));
  const location = list('location');
  const isPlaceName = typeof location === 'string' && !/\d/.test(location);
  const record = compact({
    id: one('id'),
    title: translated(byRank('title'), textOf(titleLanguage) || UNSAID),
    titleLang: titleLanguage,
    city: toNames(list('city') ?? (isPlaceName ? location : undefined)),
    country: toNames(list('country')),
    location: isPlaceName ? undefined : (toLocation(location) ?? toPair(one('lat'), one('lon'))),
    period: toPeriod(list('period'), one('from'), one('to')),
    topics: toTopics(inOrder('topics').map(({value}) => value)),
    summary: inLanguage(translated(byRank('summary'), own)),
    sections: [...sections.map(toSection), ...headed],
    url,
    image: byRank('image')
      .map((each) => ({each, image: toImage(firstOf(each.value), one('imageAlt'))}))
      .filter(({image}) => image.src)
      .slice(0, 1)
      .map(({each, image}) => show(each) && image)[0],
    links: [...inOrder('links').flatMap(({value}) => toLinks(value)), ...otherUrls.filter((each) => each !== url)],
    details: one('details'),
    contact: toContact(one('contact'), one('email'), one('phone')),
  });

  const missing = [...[...found.values()].flat().filter((each) => !isShown(each, shown, record)), ...others];
  if (missing.length) leftOut.set(record, withoutRepetitions(missing, shown));
  return record;
}

/** What a document says of each field, in its order; and names in further languages, of fields for which one language counts. */
function findFields(entries: Iterable<readonly [name: string, value: unknown]>) {
  const found = new Map<FieldName, Found[]>();
  const others: Found[] = [];
  for (const [name, raw] of entries) {
    const known = fieldOf(name);
    if (!known) continue;
    const {base = name, field, language = '', rank} = known;
    const isTranslated = TRANSLATED.test(field);
    const rich = unwrap(raw);
    const value = TAGGED.test(field) ? rich : Array.isArray(rich) ? rich.map(toPlain) : toPlain(rich);
    if (isEmpty(value) || (!isTranslated && NOTHING.test(textOf(value)))) continue;
    const same = found.get(field) ?? [];
    found.set(field, same);
    const isFurther = language && !isTranslated && same.some((other) => other.rank === rank);
    (isFurther ? others : same).push({field, name, rank, language, base, value});
  }
  return {found, others};
}

/** Dates are shown if the period says them. */
function isShown(each: Found, shown: ReadonlySet<Found>, {period}: RawRecord): boolean {
  if (NEVER_LEFT_OUT.test(each.field)) return true;
  const isDate = /^(?:period|from|to)$/.test(each.field);
  return shown.has(each) && (!isDate || textOf(firstOf(period)).includes(textOf(toDay(firstOf(each.value)))));
}

/** Nothing is lost of two columns that say the same. */
function withoutRepetitions(missing: readonly Found[], shown: ReadonlySet<Found>): Found[] {
  const keyOf = ({field, value}: Found) => `${field} ${textOf(value)}`;
  const left = new Set(missing);
  const said = new Set([...shown].filter((each) => !left.has(each)).map(keyOf));
  return missing.filter((each) => !said.has(keyOf(each)));
}

/** What stands under one heading in several languages: `Goals_en`, `Goals_de`. */
function groupByHeading(headed: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  const latest = new Map<string, Found[]>();
  for (const each of headed) {
    const group = latest.get(each.base);
    if (group?.every(({language}) => language !== each.language)) group.push(each);
    else {
      latest.set(each.base, [each]);
      groups.push(latest.get(each.base)!);
    }
  }
  return groups;
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

/** A year or a day. */
const ONE_DATE = /^\s*(?:\d{4}|\d{4}-\d\d-\d\d|(?:\d\d?[./-]){1,2}\d{4})\s*$/;
const yearIn = (text: string) => Number(/\d{4}/.exec(text)?.[0]);

/**
 * Words alone say less than the ends that are given beside them: “Middle Ages”, 800, 1400. One date beside an end is the start: `Datum`, `Ende`;
 * unless it is later, as the day is on which something was published.
 */
function toPeriod(period: unknown, from: unknown, to: unknown): unknown {
  const day = textOf(toDay(firstOf(period)));
  const isStart = ONE_DATE.test(day) && to !== undefined && !(yearIn(day) > yearIn(textOf(toDay(to))));
  const span = toSpan([from ?? (isStart ? day : undefined), to]);
  if (period === undefined || (span && (isStart || !/\d/.test(day)))) return span || undefined;
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
