import {FeedError} from '../feed-error.js';
import {describe, isObject} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';

/**
 * Reads our own format, version 1 (an object with `practices`), and a bare list of practices. `address` is where the document
 * was found. Throws a `FeedError` of the code `not-a-feed` for anything else, and for a list in which nothing can be a practice.
 */
export function readOwnJson(document: unknown, address: string): RawFeed {
  if (isRecordList(document)) return {address, records: document, pointer: ''};
  if (isObject(document) && isRecordList(document.practices)) {
    const {version, title, language, license, updated, topics, practices: records} = document;
    return {address, version, title, language, license, updated, topics, records, pointer: '/practices'};
  }
  const wanted = 'A feed is a list of practices, or an object with such a list named "practices".';
  throw new FeedError('not-a-feed', `${address} ${whatIsThere(document)}. ${wanted}`);
}

function isRecordList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && (value.length === 0 || value.some(isObject));
}

function whatIsThere(document: unknown): string {
  if (!isObject(document)) return `holds ${describe(document)}${Array.isArray(document) ? ' without any object' : ''}`;
  const {practices} = document;
  if (practices !== undefined) return `has ${describe(practices)} named "practices" that holds no practice`;
  const keys = Object.keys(document).slice(0, 5).map(describe).join(', ');
  return keys ? `is an object with ${keys}, but without "practices"` : 'is an empty object';
}
