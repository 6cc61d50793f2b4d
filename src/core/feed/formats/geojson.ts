import {FeedError} from '../feed-error.js';
import {isObject, pointerTo} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';
import {toRecord} from './to-record.js';

export const isGeoJson = (document: unknown): boolean =>
  isObject(document) && document['type'] === 'FeatureCollection' && Array.isArray(document['features']);

/** Reads a FeatureCollection (RFC 7946): of each feature the properties, and its place where that is a point or several. */
export function readGeoJson(document: unknown, address: string): RawFeed {
  const {features, ...collection} = isObject(document) ? document : {};
  if (!Array.isArray(features))
    throw new FeedError('not-a-feed', `${address} is no GeoJSON: it has no list “features”.`);
  return {
    address,
    title: collection['title'] ?? collection['name'],
    language: collection['language'],
    records: features.map((feature: unknown) => (isObject(feature) ? toRecord(entriesOf(feature)) : feature)),
    pointer: pointerTo('', 'features'),
  };
}

function entriesOf({geometry, id, properties}: Readonly<Record<string, unknown>>): [string, unknown][] {
  return [
    ['location', isObject(geometry) ? toLocations(geometry) : undefined],
    ...Object.entries(isObject(properties) ? properties : {}),
    // a number that the program counted, where the properties have a better one
    ['guid', id],
  ];
}

/** GeoJSON has the longitude first. */
function toLocations({coordinates, type}: Readonly<Record<string, unknown>>): unknown {
  const toLocation = (position: unknown) => (Array.isArray(position) ? [position[1], position[0]] : undefined);
  if (type === 'MultiPoint' && Array.isArray(coordinates)) return coordinates.map(toLocation);
  return type === 'Point' ? toLocation(coordinates) : undefined;
}
