import {warnOnce} from '../../platform/warn-once.js';
import {sum} from '../sum.js';
import {decodeText} from '../text/decode.js';
import {FeedError} from './feed-error.js';
import type {RawFeed} from './feed.js';
import type {FeedBytes} from './fetch.js';
import {isNativeJson, readNativeJson} from './formats/native-json.js';

/** A document of any format. */
export interface FeedDocument {
  /** Where it was found, after redirects. */
  readonly address: string;
  /** What JSON says; the text of anything else. */
  readonly content: unknown;
}

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
    throw new FeedError('not-json', `${address} is not, or not all of, the JSON of a feed. ${String(cause)}`, {cause});
  }
}

/**
 * Reads a document in the named format; without a name, in the format that its content shows. The readers of formats other than our
 * own load when a feed needs them. Throws a `FeedError`: of the code `network` if they fail to load.
 */
export async function readAnyFormat({address, content}: FeedDocument, format = ''): Promise<RawFeed> {
  if (!format && isNativeJson(content)) return readNativeJson(content, address);
  const {formatNames, isFormatName, readDocument} = await loadReaders(address);
  if (format && !isFormatName(format.trim().toLowerCase()))
    warnOnce(`format: “${format}” is not one of ${formatNames.join(', ')}; the content is looked at`);
  return readDocument(content, address, format);
}

async function loadReaders(address: string) {
  try {
    return await import('./formats/read-document.js');
  } catch (cause) {
    throw new FeedError('network', `The reader of the format of ${address} failed to load. ${String(cause)}`, {
      cause,
      needsReload: true,
    });
  }
}
