import type {FeedBytes} from '../feed/fetch.js';
import {isNativeJson, readNativeJson} from '../feed/formats/native-json.js';
import {detectFormat, readDocument} from '../feed/formats/read-document.js';
import {parseFeed} from '../feed/parse.js';
import type {RawFeed} from '../feed/raw-feed.js';

/** A feed as its format reads it, as it is written and, if it is JSON under names such as ours, as a document to look for these in. */
export interface ParsedSource {
  readonly raw: RawFeed;
  readonly content: unknown;
  readonly document: unknown;
}

/** Reads a document of any format, as the widget does. Throws a `FeedError`. */
export function parseSource(fetched: FeedBytes, format = ''): ParsedSource {
  const {address, content} = parseFeed(fetched, format);
  if (!format && isNativeJson(content)) return {raw: readNativeJson(content, address), content, document: content};
  const raw = readDocument(content, address, format);
  return {raw, content, document: /^(?:json|)$/.test(format) && detectFormat(content) === 'json' ? content : null};
}
