import {FeedError} from '../feed-error.js';
import {isObject, pointerTo} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';
import {fieldOf} from './field-names.js';
import {fieldsOf, listOf, textOf} from './json-fields.js';
import {toRecord} from './to-record.js';

type Json = Readonly<Record<string, unknown>>;
type Entry = [name: string, value: unknown];

export const isDrupal = (document: unknown): boolean =>
  isObject(document) &&
  Array.isArray(document['data']) &&
  ('jsonapi' in document || document['data'].some((node) => isObject(node) && isObject(node['attributes'])));

/**
 * Reads JSON:API as Drupal speaks it: `/jsonapi/node/practice?include=field_topics,field_image`. Fields are known by their names without
 * `field_`; terms that are referred to are topics, but where the field is called as one of ours.
 */
export function readDrupal(document: unknown, address: string): RawFeed {
  const {data, included, links} = fieldsOf(document);
  if (!Array.isArray(data)) throw new FeedError('not-a-feed', `${address} is no JSON:API: it has no list “data”.`);
  const resources = new Map(
    listOf(included)
      .filter(isObject)
      .map((resource) => [keyOf(resource), resource]),
  );
  const find = (reference: unknown) => (isObject(reference) ? resources.get(keyOf(reference)) : undefined);
  const next = fieldsOf(links)['next'];
  return {
    address,
    records: data.map((node: unknown) =>
      isObject(node) ? toRecord([...readAttributes(node, address), ...readRelationships(node, find)]) : node,
    ),
    pointer: pointerTo('', 'data'),
    next: isObject(next) ? next['href'] : next,
  };
}

function readAttributes(node: Json, address: string): Entry[] {
  const attributes = fieldsOf(node['attributes']);
  const alias = fieldsOf(attributes['path'])['alias'];
  const number = attributes['drupal_internal__nid'];
  const path = typeof alias === 'string' && alias ? alias : typeof number === 'number' ? `/node/${number}` : '';
  return [
    ['id', path.split('/').at(-1) || node['id']],
    // the site may lie in a folder, and its languages do
    ['url', path && address.split('/jsonapi')[0] + path],
    ...Object.entries(attributes).flatMap(([name, value]): Entry[] => {
      if (!isObject(value)) return [[name, value]];
      const {country_code: country, locality, summary} = value;
      const place: Entry[] = country
        ? [
            ['country', country],
            ['city', locality],
          ]
        : [];
      return [...place, [name, value], ['summary', summary]];
    }),
  ];
}

type Find = (reference: unknown) => Json | undefined;

function readRelationships(node: Json, find: Find): Entry[] {
  return Object.entries(fieldsOf(node['relationships'])).flatMap(([name, relationship]) => {
    const data = fieldsOf(relationship)['data'];
    return (Array.isArray(data) ? data : [data]).flatMap((reference: unknown): Entry[] => {
      const resource = find(reference);
      if (!resource) return [];
      const [type] = keyOf(resource).split('--');
      const attributes = fieldsOf(resource['attributes']);
      const known = fieldOf(name);
      if (type === 'taxonomy_term') return [[known ? name : 'topics', [attributes['name']]]];
      if (type === 'file' || type === 'media') return [['image', readImage(resource, reference, find)]];
      return known ? [[name, [attributes['title'] ?? attributes['name']]]] : [];
    });
  });
}

/** A file, or a medium that has one; nothing where it is no picture. The words for it stand in the reference. */
function readImage(resource: Json, reference: unknown, find: Find): unknown {
  const {filemime, uri} = fieldsOf(resource['attributes']);
  if (uri) {
    const isImage = (textOf(filemime) || 'image').startsWith('image');
    return isImage ? {src: fieldsOf(uri)['url'] ?? uri, alt: fieldsOf(fieldsOf(reference)['meta'])['alt']} : undefined;
  }
  const references = Object.values(fieldsOf(resource['relationships'])).map((each) => fieldsOf(each)['data']);
  const [file] = references.flatMap((each) => {
    const found = find(each);
    return found && keyOf(found).startsWith('file--') ? [{found, each}] : [];
  });
  return file && readImage(file.found, file.each, find);
}

const keyOf = ({id, type}: Json) => `${textOf(type)} ${textOf(id)}`;
