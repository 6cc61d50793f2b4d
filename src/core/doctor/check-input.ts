import type {Feed, RawFeed} from '../feed/feed.js';
import type {FeedBytes} from '../feed/fetch.js';
import {isNativeJson, readNativeJson} from '../feed/formats/native-json.js';
import {chooseFormat, detectFormat, readDocument} from '../feed/formats/read-document.js';
import {isObject, pointerTo} from '../feed/json-value.js';
import {readLocalized} from '../feed/normalize/text.js';
import {createFieldTest, type IsOwnField} from '../feed/own-fields.js';
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
  /** Whether a field belongs to a facet of the feed's own. */
  readonly isOwnField: IsOwnField;
}

/** Reads a document of any format as the widget does, with facets that the page describes. Throws a `FeedError`. */
export function parseSource(fetched: FeedBytes, format = '', pageFacets = ''): ParsedSource {
  const {address, content} = parseFeed(fetched, format);
  if (!format && isNativeJson(content, pageFacets))
    return sourceOf({raw: readNativeJson(content, address), content, document: content, isTable: false}, pageFacets);
  const isOurs = /^(?:json|)$/.test(format) && detectFormat(content) === 'json';
  return sourceOf(
    {
      raw: readDocument(content, address, format, pageFacets),
      content,
      document: isOurs ? content : null,
      isTable: chooseFormat(content, format) === 'csv',
    },
    pageFacets,
  );
}

const sourceOf = (source: Omit<ParsedSource, 'isOwnField'>, pageFacets: string): ParsedSource => ({
  ...source,
  isOwnField: createFieldTest(source.raw.facets, pageFacets),
});

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
