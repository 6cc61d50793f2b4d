import type {Feed, RawFeed} from '../feed/feed.js';
import type {FeedBytes} from '../feed/fetch.js';
import {isNativeJson, readNativeJson} from '../feed/formats/native-json.js';
import {chooseFormat, detectFormat, readDocument} from '../feed/formats/read-document.js';
import {isObject, pointerTo} from '../feed/json-value.js';
import {readLocalized} from '../feed/normalize/text.js';
import {parseFeed} from '../feed/parse.js';
import type {Practice} from '../practice.js';
import type {Issue} from './report.js';

/** A document before `normalize`. */
export interface ParsedSource {
  readonly raw: RawFeed;
  /** What JSON says; the text of any other document. */
  readonly content: unknown;
  /** The content if its field names are meant to be ours; otherwise null. */
  readonly document: unknown;
  readonly isTable: boolean;
}

/** Reads a document of any format as the widget does. Throws a `FeedError`. */
export function parseSource(fetched: FeedBytes, format = ''): ParsedSource {
  const {address, content} = parseFeed(fetched, format);
  if (!format && isNativeJson(content))
    return {raw: readNativeJson(content, address), content, document: content, isTable: false};
  const isOurs = /^(?:json|)$/.test(format) && detectFormat(content) === 'json';
  return {
    raw: readDocument(content, address, format),
    content,
    document: isOurs ? content : null,
    isTable: chooseFormat(content, format) === 'csv',
  };
}

/** A practice, and the pointer to its record. */
export interface CheckedPractice {
  readonly practice: Practice;
  readonly pointer: string;
}

/** What the checks look at: a feed before and after `normalize`. */
export interface CheckInput extends ParsedSource {
  readonly feed: Feed;
  readonly practices: readonly CheckedPractice[];
}

/** Looks for problems of one kind. */
export type Check = (input: CheckInput) => Issue[];

/** Pairs the practices of a feed with their records, which are those with a title. */
export function createCheckInput(source: ParsedSource, feed: Feed): CheckInput {
  const {raw} = source;
  const context = {language: feed.language, warn: () => {}};
  const pointers = raw.records
    .map((record, i) => ({record, pointer: pointerTo(raw.pointer, i)}))
    .filter(
      ({record}) => isObject(record) && readLocalized({value: record['title'], pointer: ''}, context, 'title').length,
    )
    .map(({pointer}) => pointer);
  return {...source, feed, practices: feed.practices.map((practice, i) => ({practice, pointer: pointers[i]!}))};
}
