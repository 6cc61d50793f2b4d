import type {Practice} from '../../practice.js';
import type {Sliced} from '../../time-slicing.js';
import {createWarningLog, type Warn} from '../feed-warnings.js';
import type {Feed, RawFeed} from '../feed.js';
import {isObject, pointerTo, toFields, type Item} from '../json-value.js';
import type {FeedDocument} from '../parse.js';
import {readId} from './practice-id.js';
import {readBody, type Body} from './practice.js';
import {readLanguage, type FieldReadContext} from './text.js';

/** What a fuller record makes of a practice. */
export type PracticeDetails = Partial<Body> & Pick<Practice, 'details'>;

/**
 * What a fuller record says. A field that it names goes before that of the list, also where it is empty. What one searches and refines by
 * (title, places, period and topics) is what the list says: else what was found by it would not be what is shown.
 */
function readFilling(record: Item, reading: FieldReadContext): PracticeDetails {
  const field = toFields(record)!;
  const named = Object.entries(readBody(field, reading)).filter(([name]) => field(name).value !== undefined);
  return {...(Object.fromEntries(named) as Partial<Body>), details: ''};
}

/** The practices of a feed with the texts that came later, each found by its id. */
export function* addDetailsSliced(feed: Feed, {address, language, pointer, records}: RawFeed): Sliced<Feed> {
  const {warn, warnings} = createWarningLog();
  const reading = {
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
      practices.push({...practice, ...readFilling({value: records[i], pointer: pointerTo(pointer, i)}, reading)});
    else practices.push(details === feed.texts ? {...practice, details: ''} : practice);
    yield;
  }
  return {...feed, practices, texts: '', warnings: [...feed.warnings, ...warnings.values()]};
}

/**
 * What the document at `details` of a practice says of it: the record alone, or a list or a feed with the record of its id, if it
 * has more to say. Null where it is nothing of the kind.
 */
export function readDetails(
  {address, content}: FeedDocument,
  {id, summary, title}: Practice,
  warn: Warn = () => {},
): PracticeDetails | null {
  const list: unknown = isObject(content) && 'practices' in content ? content['practices'] : content;
  const record: unknown = Array.isArray(list) ? (list.find((each: unknown) => idOf(each, warn) === id) ?? {}) : list;
  if (!isObject(record)) return null;
  const said = (isObject(content) ? content : record)['language'];
  const language =
    said === undefined ? (summary[0] ?? title[0]!).lang : readLanguage({value: said, pointer: '/language'}, warn);
  return readFilling({value: record, pointer: ''}, {address, warn, language});
}

/** As the list has it, where ids are cleaned. */
function idOf(record: unknown, warn: Warn): string {
  const value = isObject(record) && record['id'];
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return readId({value, pointer: ''}, {givenIds: new Set(), language: '', warn});
}
