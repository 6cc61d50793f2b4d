import type {RawFeed} from '../feed.js';
import {createFieldTest, type IsOwnField} from '../own-fields.js';
import {readCsv} from './csv.js';
import {isDrupal, readDrupal} from './drupal.js';
import {readGenericJson} from './generic-json.js';
import {isGeoJson, readGeoJson} from './geojson.js';
import {isJsonFeed, readJsonFeed} from './json-feed.js';
import {readSyndication} from './syndication.js';
import {isWordPress, readWordPress} from './wordpress.js';

const readers = {
  json: readGenericJson,
  'json-feed': readJsonFeed,
  wordpress: readWordPress,
  drupal: readDrupal,
  geojson: readGeoJson,
  rss: readSyndication,
  atom: readSyndication,
  csv: readCsv,
} satisfies Record<string, (content: unknown, address: string, isOwn: IsOwnField) => RawFeed>;

export type FormatName = keyof typeof readers;
export const formatNames = Object.keys(readers);
export const isFormatName = (text: string): text is FormatName => formatNames.includes(text);

/**
 * Reads a document in the named format; without a name, in the format that its content shows.
 * Throws a `FeedError` (`not-a-feed`) if the document is not in this format.
 *
 * @param pageFacets facets that the page describes, such as `target:list`
 */
export const readDocument = (content: unknown, address: string, format = '', pageFacets = ''): RawFeed =>
  readers[chooseFormat(content, format)](content, address, createFieldTest(undefined, pageFacets));

/** The named format; without a name of a format, the one that the content shows. */
export function chooseFormat(content: unknown, format: string): FormatName {
  const name = format.trim().toLowerCase();
  return isFormatName(name) ? name : detectFormat(content);
}

/**
 * Detects the format from the content. The ending of an address and the declared type are often
 * wrong, so they do not count.
 */
export function detectFormat(content: unknown): FormatName {
  // There may be a warning of the server before it.
  if (typeof content === 'string')
    return /<(?:\w+:)?(?:rss|feed|rdf)[\s>]|<\?xml\s|^\s*</i.test(content.slice(0, 5000)) ? 'rss' : 'csv';
  if (isJsonFeed(content)) return 'json-feed';
  if (isGeoJson(content)) return 'geojson';
  if (isDrupal(content)) return 'drupal';
  return isWordPress(content) ? 'wordpress' : 'json';
}
