import {UNSAID} from '../feed.js';
import {fieldsOf, isObject, textOf} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {
  firstOf,
  isEmpty,
  isHtml,
  isPlaceholder,
  pick,
  toAddress,
  toImage,
  toLinks,
  toList,
  toLocation,
  toNames,
  toPair,
  toPeriod,
  toPlain,
  toTopics,
  toUpdated,
  unwrap,
} from './field-values.js';
import {recordFields} from './native-json.js';
import {
  createRecordFields,
  isPlaceName,
  type FoundField,
  type RecordFields,
  type UnusedField,
} from './record-fields.js';

/** A field of a document. */
export type Entry = readonly [name: string, value: unknown];

/** A record with our own field names. Nothing in it is trusted yet. */
export type RawRecord = Record<string, unknown>;

/**
 * Makes a record from the fields of another format: pairs of a name (see `fieldOf`) and a value in
 * any form that the format has, such as an object with `rendered` or `value`, several topics in one
 * text, or an image in a tag. Fields with unknown names are left out. Fields of the feed's own facets
 * keep their names and mean nothing else.
 *
 * @param base where relative addresses in its texts start, if not at the address of the feed
 */
export function toRecord(entries: readonly Entry[], isOwn: IsOwnField, base?: string): RawRecord {
  const own = entries.filter(([name]) => isOwn(name) && !recordFields.includes(name));
  const fields = createRecordFields(own.length ? entries.filter((entry) => !own.includes(entry)) : entries);
  const {best, byRank, inOrder, one, translated, use} = fields;
  const language = textOf(one('language'));
  const tag = /^[a-z]{2,3}(?:[-_]|$)/i.test(language) ? language : '';
  // `normalize` reports a language that is none.
  const titleLanguage = one('titleLang') ?? (language || undefined);
  const [url, ...otherUrls] = byRank('url').map(({value}) => toAddress(firstOf(value)));
  const city = best('city');
  const [place] = byRank('location');
  const isCity = isPlaceName(place?.value);
  const location = place && (!isCity || city === undefined) ? use(place) : undefined;
  const {city: itsCity, country: itsCountry} = fieldsOf(location);
  const [lat, lon] = [one('lat'), one('lon')];
  const record = withoutEmpty({
    ...readOwn(own),
    id: one('id'),
    title: translated(byRank('title'), textOf(one('titleLang')) || tag || UNSAID),
    titleLang: titleLanguage,
    city: toNames(city ?? (isCity ? location : itsCity)),
    country: toNames(best('country') ?? itsCountry),
    // One coordinate alone is no location, which `normalize` reports.
    location:
      (isCity ? undefined : toLocation(location)) ??
      (lat === undefined ? lon : lon === undefined ? lat : toPair(lat, lon)),
    period: toPeriod(best('period'), one('from'), one('to')),
    topics: toTopics(inOrder('topics').map(({value}) => value)),
    summary: inLanguage(translated(byRank('summary'), tag || UNSAID), tag),
    sections: [...readSections(fields, tag), ...readHeaded(fields, tag)].map((section) =>
      base && 'html' in section ? {...section, base} : section,
    ),
    url,
    image: readImage(fields),
    links: [...inOrder('links').flatMap(({value}) => toLinks(value)), ...otherUrls.filter((each) => each !== url)],
    updated: toUpdated(one('updated')),
    details: one('details'),
    contact: toContact(one('contact'), one('email'), one('phone')),
  });
  const unused = fields.unused(textOf(firstOf(record['period'])));
  if (unused.length) unusedFields.set(record, unused);
  return record;
}

/** The values of facets; those of several fields with one name, such as the terms of a taxonomy, together. */
function readOwn(entries: readonly Entry[]): RawRecord {
  const found = new Map<string, unknown[]>();
  for (const [name, raw] of entries) {
    const values = toList(unwrap(raw)).map(toPlain);
    found.set(name, [
      ...(found.get(name) ?? []),
      ...values.filter((value) => !isEmpty(value) && !isPlaceholder(value)),
    ]);
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

const unusedFields = new WeakMap<object, readonly UnusedField[]>();

/**
 * The fields of a document that mean one of ours, and whose values are not in this record. For the
 * feed check.
 */
export const unusedFieldsOf = (record: unknown): readonly UnusedField[] =>
  (isObject(record) && unusedFields.get(record)) || [];

const withoutEmpty = (record: RawRecord): RawRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && toList(value).length));

/** A text by its language, if the record says one. */
const inLanguage = (text: unknown, tag: string) => (typeof text === 'string' && tag ? {[tag]: text} : text);

const toSection = (value: unknown, tag: string): object => {
  if (isObject(value) && pick(value, 'heading text html')) return value;
  const texts = isObject(value) ? Object.values(value) : [value];
  return {[texts.some(isHtml) ? 'html' : 'text']: inLanguage(value, tag)};
};

function readSections({byRank, translated, use}: RecordFields, tag: string): object[] {
  const fields = byRank('sections');
  const plain = fields.filter(({language}) => !language);
  const inLanguages = fields.filter(({language}) => language);
  const best = plain.filter(({rank}) => rank === plain[0]!.rank);
  const parts = best.flatMap((each) => toList(use(each)));
  // A single text without a language is one more translation. Of several parts, nobody knows which
  // one is translated.
  const isTranslation = inLanguages.length && parts.length < 2 && !isObject(parts[0]);
  const sections = isTranslation
    ? [translated([...best, ...inLanguages], tag || UNSAID)]
    : [...parts, ...(inLanguages.length ? [translated(inLanguages, tag || UNSAID)] : [])];
  return sections.map((section) => toSection(section, tag));
}

/** Texts in a column of their own: sections under the name of the column. */
function readHeaded({inOrder, translated}: RecordFields, tag: string): object[] {
  const texts = inOrder('headed').filter(({value}) => typeof value === 'string');
  return groupByHeading(texts).map((group) => ({
    heading: inLanguage(group[0]!.base.trim(), tag),
    ...toSection(translated(group, tag || UNSAID), tag),
  }));
}

/** The same column in several languages is one section: `Goals_en`, `Goals_de`. */
function groupByHeading(headed: readonly FoundField[]): FoundField[][] {
  const groups: FoundField[][] = [];
  const latest = new Map<string, FoundField[]>();
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

/** The best image that has an address. */
function readImage({byRank, one, use}: RecordFields): unknown {
  for (const each of byRank('image')) {
    const image = toImage(firstOf(each.value), one('imageAlt'));
    if (!image.src) continue;
    use(each);
    return image;
  }
  return undefined;
}

const toContact = (contact: unknown, email: unknown, phone: unknown): unknown =>
  isObject(contact) || (email ?? phone) === undefined ? contact : withoutEmpty({name: contact, email, phone});
