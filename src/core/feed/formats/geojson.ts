import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, mustBeList, pointerTo, type JsonObject} from '../json-value.js';
import {toRecord} from './to-record.js';

export const isGeoJson = (document: unknown): boolean =>
  isObject(document) && document['type'] === 'FeatureCollection' && Array.isArray(document['features']);

/** Reads a FeatureCollection (RFC 7946): of each feature the properties, and its place where that is a point or several. */
export function readGeoJson(document: unknown, address: string): RawFeed {
  const {features, ...collection} = fieldsOf(document);
  return {
    address,
    title: collection['title'] ?? collection['name'],
    language: collection['language'],
    records: mustBeList(features, address, 'GeoJSON', '“features”').map((feature) =>
      isObject(feature) ? toRecord(entriesOf(feature)) : feature,
    ),
    pointer: pointerTo('', 'features'),
  };
}

function entriesOf({geometry, id, properties}: JsonObject): [string, unknown][] {
  return [
    ['location', geometry],
    ...Object.entries(fieldsOf(properties)),
    // a number that the program counted, where the properties have a better one
    ['guid', id],
  ];
}
