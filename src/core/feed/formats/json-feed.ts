import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, mustBeList, pointerTo, textOf, type JsonObject} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {toId} from './syndication.js';
import {toRecord, type Entry} from './to-record.js';

export const isJsonFeed = (document: unknown): boolean =>
  isObject(document) && /^https?:\/\/(?:www\.)?jsonfeed\.org\//.test(textOf(document['version']));

/**
 * Reads JSON Feed 1.0 and 1.1. Fields that only practices have are in extensions: objects whose
 * names begin with `_`.
 */
export function readJsonFeed(document: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const feed = fieldsOf(document);
  return {
    address,
    title: feed['title'],
    language: feed['language'],
    records: mustBeList(feed['items'], address, 'JSON Feed', '“items”').map((item) =>
      isObject(item) ? toRecord(entriesOf(item), isOwn) : item,
    ),
    pointer: pointerTo('', 'items'),
    next: feed['next_url'],
  };
}

/** The extension in feeds that `convert` writes. It has what only practices have. */
export const EXTENSION = '_good_practice';

/**
 * If an item has text and HTML, the HTML counts. The format demands a text: one that is the summary
 * again says nothing more.
 */
function entriesOf({content_html: html, content_text: text, id, ...item}: JsonObject) {
  const ownId = fieldsOf(item[EXTENSION])['id'] ?? (typeof id === 'string' ? toId(id) : id);
  const entries: Entry[] = [['id', ownId]];
  entries.push(['content', html || (text === item['summary'] ? undefined : text)]);
  for (const [name, value] of Object.entries(item))
    if (name.startsWith('_') && isObject(value)) entries.push(...Object.entries(value));
    else entries.push([name, value]);
  return entries;
}
