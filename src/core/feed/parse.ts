import {sum} from '../sum.js';
import {decodeText} from '../text/decode.js';
import {FeedError} from './feed-error.js';
import type {FeedBytes} from './fetch.js';
import type {RawFeed} from './raw-feed.js';

/** A document of any format. */
export interface FeedDocument {
  /** Where it was found, after redirects. */
  readonly address: string;
  /** What JSON says; the text of anything else. */
  readonly content: unknown;
}

/**
 * Reads a document of a format (one of `formatNames`); without one, of the format that its content shows. Throws a `FeedError` of the code `not-a-feed` where it
 * cannot be read.
 */
export type ReadDocument = (content: unknown, address: string, format?: string) => RawFeed;

/**
 * The document in the bytes of a feed. Throws a `FeedError` of the code `not-json` where there is nothing, or JSON that is not whole.
 */
export function parseFeed({address, charset, chunks}: FeedBytes, format = ''): FeedDocument {
  const text = decodeText(joined(chunks), charset);
  // Beyond white space this takes away a second byte order mark, which JSON.parse would stumble over.
  const json = text.trim();
  if (/^(?:[[{]|$)/.test(json) && !/csv|rss|atom/i.test(format)) return {address, content: parseJson(json, address)};
  return {address, content: text};
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sum(chunks.map(({length}) => length)));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseJson(json: string, address: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw new FeedError('not-json', `${address} is empty, incomplete or not valid JSON. ${String(cause)}`, {cause});
  }
}
