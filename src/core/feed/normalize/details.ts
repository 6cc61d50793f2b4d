import type {Practice} from '../../practice.js';
import type {Sliced} from '../../time-slicing.js';
import {createWarningLog, type Warn} from '../feed-warnings.js';
import type {Feed, RawFeed} from '../feed.js';
import {isObject, pointerTo, toFields, type Item} from '../json-value.js';
import type {FeedDocument} from '../parse.js';
import {readId} from './practice-id.js';
import {readBody, type Body} from './practice.js';
import {readLanguage, type FieldReadContext} from './text.js';

/** The fields of a practice that its full record replaces. */
export type PracticeDetails = Partial<Body> & Pick<Practice, 'details'>;

/**
 * Reads a full record. Its fields take precedence over those of the list, even if they are empty.
 * Title, places, period and topics are those of the list: otherwise visitors would see other values
 * than those they searched and filtered by.
 */
function readFullRecord(record: Item, context: FieldReadContext): PracticeDetails {
  const field = toFields(record)!;
  const named = Object.entries(readBody(field, context)).filter(([name]) => field(name).value !== undefined);
  return {...(Object.fromEntries(named) as Partial<Body>), details: ''};
}

/** Adds the full texts to the practices of a feed, by their ids. */
export function* addDetailsSliced(feed: Feed, {address, language, pointer, records}: RawFeed): Sliced<Feed> {
  const {warn, warnings} = createWarningLog();
  const context = {
    address,
    warn,
    language: readLanguage({value: language, pointer: '/language'}, warn) || feed.language,
  };
  const places = new Map<string, number>();
  for (let i = 0; i < records.length; i++) {
    const id = idOf(records[i], warn);
    if (id) places.set(id, i);
    yield;
  }
  const practices: Practice[] = [];
  for (const practice of feed.practices) {
    const {details, id} = practice;
    const i = places.get(id);
    if (i !== undefined)
      practices.push({...practice, ...readFullRecord({value: records[i], pointer: pointerTo(pointer, i)}, context)});
    else practices.push(details === feed.texts ? {...practice, details: ''} : practice);
    yield;
  }
  return {...feed, practices, texts: '', warnings: [...feed.warnings, ...warnings.values()]};
}

/**
 * Reads the document at `details` of a practice: the record alone, or a list or feed with the
 * record of the same id. Null if it is none of these.
 */
export function readDetails(
  {address, content}: FeedDocument,
  {id, summary, title}: Practice,
  warn: Warn = () => {},
): PracticeDetails | null {
  const list: unknown = isObject(content) && 'practices' in content ? content['practices'] : content;
  const record: unknown = Array.isArray(list) ? (list.find((each: unknown) => idOf(each, warn) === id) ?? {}) : list;
  if (!isObject(record)) return null;
  const value = (isObject(content) ? content : record)['language'];
  const language =
    value === undefined ? (summary[0] ?? title[0]!).lang : readLanguage({value, pointer: '/language'}, warn);
  return readFullRecord({value: record, pointer: ''}, {address, warn, language});
}

/** The id, cleaned as in the list. */
function idOf(record: unknown, warn: Warn): string {
  const value = isObject(record) && record['id'];
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return readId({value, pointer: ''}, {givenIds: new Set(), language: '', warn});
}
