import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, mustBeList, pointerTo, type JsonObject} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {readPaging} from './json-pages.js';
import {toRecord, type Entry} from './to-record.js';

export const isGeoJson = (document: unknown): boolean =>
  isObject(document) && document['type'] === 'FeatureCollection' && Array.isArray(document['features']);

/**
 * Reads a FeatureCollection (RFC 7946): the properties of each feature, and its place if that is
 * one or several points.
 */
export function readGeoJson(document: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const {features, properties, ...collection} = fieldsOf(document);
  const list = mustBeList(features, address, 'GeoJSON', '“features”');
  return {
    address,
    title: collection['title'] ?? collection['name'],
    language: collection['language'],
    records: list.map((feature) => (isObject(feature) ? toRecord(entriesOf(feature), isOwn) : feature)),
    pointer: pointerTo('', 'features'),
    // ArcGIS says in the properties that there are more.
    ...readPaging(document, properties, list),
  };
}

function entriesOf({geometry, id, properties}: JsonObject): Entry[] {
  return [
    ['location', geometry],
    ...Object.entries(fieldsOf(properties)),
    // Software assigns this number. The properties may have a better id.
    ['guid', id],
  ];
}
