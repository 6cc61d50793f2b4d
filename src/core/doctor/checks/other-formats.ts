import type {RawFeed} from '../../feed/feed.js';
import {csvColumns, csvNamelessColumns} from '../../feed/formats/csv.js';
import {fieldOf} from '../../feed/formats/field-names.js';
import {isEmpty} from '../../feed/formats/field-values.js';
import {detectFormat} from '../../feed/formats/read-document.js';
import {syndicationNames} from '../../feed/formats/syndication.js';
import {unusedFieldsOf} from '../../feed/formats/to-record.js';
import {fieldsOf, isObject, listOf, pointerTo, valueAt, type JsonObject} from '../../feed/json-value.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/** Names in a message: all, unless the document is not by people. */
const MAX_NAMES = 500;
/** Characters of a name in a message: the question of a form may be long. */
const MAX_NAME_LENGTH = 200;

/** Fields that have a finding of their own. */
const MAX_UNUSED_FIELDS = 100;

/**
 * What documents of other formats have that is not shown: columns and fields with unknown names,
 * and records that are not embedded.
 */
export const checkOtherFormats: Check = ({content, document, isOwnField, isTable, raw}) => {
  // `checkFields` reports those of JSON with names such as ours, one by one.
  const names = document === content ? [] : unknownNames(content, listOf(valueAt(content, raw.pointer)), isTable);
  const unknown = names.filter((name) => !isOwnField(name));
  const nameless = isTable && typeof content === 'string' ? csvNamelessColumns(content) : [];
  const isBare =
    isObject(content) || Array.isArray(content) ? refersOnly(content, listOf(valueAt(content, raw.pointer))) : false;
  return [
    ...(unknown.length
      ? [{code: 'unknown-field' as const, pointer: raw.pointer, message: inWords(unknown), count: unknown.length}]
      : []),
    ...(nameless.length
      ? [{code: 'unknown-field' as const, pointer: raw.pointer, message: asColumns(nameless), count: nameless.length}]
      : []),
    ...unused(raw),
    ...(isBare
      ? [
          {
            code: 'not-embedded' as const,
            pointer: raw.pointer,
            message: 'The document refers to topics or images that it does not contain.',
            count: 1,
          },
        ]
      : []),
  ];
};

/** Columns and fields whose names are known, but for which another one is used; each once. */
function unused({pointer, records}: RawFeed): Issue[] {
  const found = new Map<string, {why: string; pointer: string; count: number}>();
  for (const [i, record] of records.entries())
    for (const {field, name} of unusedFieldsOf(record)) {
      const known = found.get(name);
      if (known) known.count++;
      else if (found.size < MAX_UNUSED_FIELDS)
        found.set(name, {why: whyUnused(field, fieldsOf(record)), pointer: pointerTo(pointer, i), count: 1});
    }
  return [...found].map(([name, {count, pointer: at, why}]) => {
    const where = count === 1 ? '1 practice' : `${count} practices`;
    return {
      code: 'unused-field',
      pointer: at,
      message: `“${name.trim().slice(0, MAX_NAME_LENGTH)}” is not shown in ${where}: ${why}.`,
      count,
    };
  });
}

/** What our own format calls these fields. */
const meanings: Partial<Record<string, string>> = {from: 'period', to: 'period', location: 'city', imageAlt: 'alt'};

const whyUnused = (field: string, {image}: JsonObject) =>
  field === 'imageAlt' && !image
    ? 'there is no image'
    : `another column or field is used for “${meanings[field] ?? field}”`;

/** The columns of a table, and the fields that a site adds to those of its system. */
function unknownNames(content: unknown, records: readonly unknown[], isTable: boolean): string[] {
  const names = typeof content === 'string' ? namesInText(content, isTable) : namesIn(content, records.map(fieldsOf));
  return [...new Set(names)].filter((name) => name.trim() && !fieldOf(name));
}

const namesInText = (text: string, isTable: boolean) =>
  isTable
    ? csvColumns(text)
    : syndicationNames(text)
        .filter((name) => !STANDARD_ELEMENT.test(name))
        .map((name) => name.replace(/^.*:/, ''));

function namesIn(content: unknown, records: readonly JsonObject[]): string[] {
  switch (detectFormat(content)) {
    case 'geojson':
      return records.flatMap(({properties}) => Object.keys(fieldsOf(properties)));
    case 'wordpress':
      return records.flatMap(({acf, meta, ...post}) => [
        ...Object.keys(fieldsOf(acf)),
        ...Object.entries({...fieldsOf(meta), ...post})
          .filter(([name, value]) => !OF_WORDPRESS.test(name) && isContent(value))
          .map(([name]) => name),
      ]);
    case 'drupal':
      return records.flatMap(({attributes}) =>
        Object.entries(fieldsOf(attributes))
          // An address has the city and the country.
          .filter(
            ([name, value]) => name.startsWith('field_') && !isEmpty(value) && !('country_code' in fieldsOf(value)),
          )
          .map(([name]) => name),
      );
    case 'json-feed':
      return records.flatMap((item) =>
        Object.entries(item).flatMap(([name, value]) => (name.startsWith('_') ? Object.keys(fieldsOf(value)) : [])),
      );
    default:
      return [];
  }
}

/** Elements of RSS, of Atom and of their well-known extensions. */
const STANDARD_ELEMENT =
  /^(?:author|comments|contributor|enclosure|post-id|pubDate|published|rights|source|(?:atom|cc|content|creativeCommons|dc|dcterms|feedburner|geo|georss|gml|gp|itunes|media|slash|sy|thr|wfw):.*)$/;
/** Fields of WordPress and of widespread plugins. Those that begin with “_” are for programs. */
const OF_WORDPRESS =
  /^(?:_.*|author|categories|class_list|comment_status|content|date|date_gmt|excerpt|featured_media|footnotes|format|guid|id|link|menu_order|modified|modified_gmt|parent|ping_status|slug|status|sticky|tags|template|title|type|(?:aioseo|jetpack|rank_math|uagb|yoast)[_-].*)$/;

/** Whether a field of WordPress was filled in: numbers of terms were not, and themes write `default`. */
const isContent = (value: unknown) =>
  typeof value === 'number'
    ? value !== 0
    : [value].flat().some((text) => typeof text === 'string' && !['', 'default'].includes(text.trim()));

function inWords(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name.trim().slice(0, MAX_NAME_LENGTH)}”`);
  return names.length === 1
    ? `${quoted[0]} is unknown. It is not shown.`
    : `${enumerate(quoted)} are unknown. They are not shown.`;
}

const asColumns = (letters: readonly string[]) =>
  letters.length === 1
    ? `Column ${letters[0]} has no name. It is not shown.`
    : `Columns ${enumerate(letters)} have no names. They are not shown.`;

function enumerate(names: readonly string[]): string {
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return names.slice(0, MAX_NAMES).join(', ') + more;
}

/**
 * Whether the address does not ask WordPress to embed, or JSON:API to include, the topics and
 * images of the records.
 */
function refersOnly(content: unknown, records: readonly unknown[]): boolean {
  const all = records.map(fieldsOf);
  switch (detectFormat(content)) {
    case 'wordpress':
      return (
        !all.some((post) => '_embedded' in post) &&
        all.some(
          ({categories, featured_media: image, tags}) => image || listOf(categories).length || listOf(tags).length,
        )
      );
    case 'drupal':
      return (
        !listOf(fieldsOf(content)['included']).length &&
        all.some(({relationships}) =>
          Object.values(fieldsOf(relationships)).some((each) =>
            [fieldsOf(each)['data']]
              .flat()
              .some((to) => /^(?:taxonomy_term|file|media|paragraph)--/.test(String(fieldsOf(to)['type']))),
          ),
        )
      );
    default:
      return false;
  }
}
