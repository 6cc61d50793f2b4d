import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, listOf, mustBeList, pointerTo, textOf, type JsonObject} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {fieldOf} from './field-names.js';
import {pick} from './field-values.js';
import {readPaging} from './json-pages.js';
import {toRecord, type Entry} from './to-record.js';

export const isDrupal = (document: unknown): boolean =>
  isObject(document) &&
  Array.isArray(document['data']) &&
  ('jsonapi' in document || document['data'].some((node) => isObject(node) && isObject(node['attributes'])));

/**
 * Reads JSON:API of Drupal: `/jsonapi/node/practice?include=field_topics,field_image`. Fields are
 * known by their names without `field_`. Included terms are topics, unless the name of the field
 * means one of our fields.
 */
export function readDrupal(document: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const {data, included} = fieldsOf(document);
  const resources = new Map(
    listOf(included)
      .filter(isObject)
      .map((resource) => [keyOf(resource), resource]),
  );
  const find = (reference: unknown) => (isObject(reference) ? resources.get(keyOf(reference)) : undefined);
  const nodes = mustBeList(data, address, 'JSON:API', '“data”');
  return {
    address,
    records: nodes.map((node) =>
      isObject(node)
        ? toRecord([...readAttributes(node, address), ...readRelationships(node, find, isOwn)], isOwn)
        : node,
    ),
    pointer: pointerTo('', 'data'),
    ...readPaging(document, document, nodes),
  };
}

function readAttributes(node: JsonObject, address: string): Entry[] {
  const attributes = fieldsOf(node['attributes']);
  const alias = fieldsOf(attributes['path'])['alias'];
  const number = attributes['drupal_internal__nid'];
  const path = typeof alias === 'string' && alias ? alias : typeof number === 'number' ? `/node/${number}` : '';
  return [
    ['id', path.split('/').at(-1) || node['id']],
    // A site may be in a folder, and each of its languages may have one. If the path is not called
    // `jsonapi`, the folder is unknown.
    ['url', path && (/^(.*)\/jsonapi/.exec(address)?.[1] ?? '') + path],
    ...Object.entries(attributes).flatMap(([name, value]): Entry[] => {
      if (!isObject(value)) return [[name, value]];
      const {country_code: country, locality, summary} = value;
      if (country) {
        return [
          ['country', country],
          ['city', locality],
        ];
      }
      // The body and the paragraphs are one text.
      return [
        [name === 'body' ? 'sections' : name, value],
        ['summary', summary],
      ];
    }),
  ];
}

type Find = (reference: unknown) => JsonObject | undefined;

function readRelationships(node: JsonObject, find: Find, isOwn: IsOwnField): Entry[] {
  return Object.entries(fieldsOf(node['relationships'])).flatMap(([name, relationship]) => {
    const data = fieldsOf(relationship)['data'];
    return (Array.isArray(data) ? data : [data]).flatMap((reference: unknown): Entry[] => {
      const resource = find(reference);
      if (!resource) return [];
      const [type] = keyOf(resource).split('--');
      const attributes = fieldsOf(resource['attributes']);
      const known = isOwn(name) || fieldOf(name);
      if (type === 'taxonomy_term') return [[known ? name : 'topics', [attributes['name']]]];
      if (type === 'paragraph') return readParagraph(attributes);
      if (type === 'file' || type === 'media') return readFile(resource, reference, find);
      return known ? [[name, [attributes['title'] ?? attributes['name']]]] : [];
    });
  });
}

/** A paragraph: a part of the text that editors can move. Each of its texts is a section. */
function readParagraph(attributes: JsonObject): Entry[] {
  const heading = pick(attributes, 'field_title field_heading');
  const texts = Object.values(attributes).map((value) => fieldsOf(value)['processed']);
  return [['sections', texts.filter(Boolean).map((html) => ({heading, html}))]];
}

/**
 * A file, or a medium with a file: an image, whose description is in the reference, or a download.
 */
function readFile(resource: JsonObject, reference: unknown, find: Find): Entry[] {
  const {filemime, filename, uri} = fieldsOf(resource['attributes']);
  if (uri) {
    const url = fieldsOf(uri)['url'] ?? uri;
    return (textOf(filemime) || 'image').startsWith('image')
      ? [['image', {src: url, alt: fieldsOf(fieldsOf(reference)['meta'])['alt']}]]
      : [['links', [{url, label: filename}]]];
  }
  const references = Object.values(fieldsOf(resource['relationships'])).map((each) => fieldsOf(each)['data']);
  const [file] = references.flatMap((each) => {
    const found = find(each);
    return found && keyOf(found).startsWith('file--') ? [{found, each}] : [];
  });
  return file ? readFile(file.found, file.each, find) : [];
}

const keyOf = ({id, type}: JsonObject) => `${textOf(type)} ${textOf(id)}`;
