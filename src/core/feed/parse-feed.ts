import {decodeText} from './decode-text.js';
import {FeedError} from './feed-error.js';
import type {FetchedFeed} from './fetch-feed.js';
import {readOwnJson} from './formats/own-json.js';
import type {RawFeed} from './raw-feed.js';

/** Reads the bytes of a feed of our own format. Throws a `FeedError`: `not-json` or `not-a-feed`. */
export function parseFeed({address, charset, chunks}: FetchedFeed): RawFeed {
  return readOwnJson(parseJson(decodeText(joined(chunks), charset), address), address);
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, {length}) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseJson(text: string, address: string): unknown {
  // Beyond white space this takes away a second byte order mark, which JSON.parse would stumble over.
  const json = text.trim();
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    const kind = json.startsWith('<') ? 'a web page, perhaps for a login or an error, not' : 'not, or not all of,';
    throw new FeedError('not-json', `${address} is ${kind} the JSON of a feed. ${String(cause)}`, {cause});
  }
}
