import {warnOnce} from '../../platform/warn-once.js';
import {sum} from '../sum.js';
import {decodeText} from '../text/decode.js';
import {FeedError} from './feed-error.js';
import type {RawFeed} from './feed.js';
import type {FeedBytes} from './fetch.js';
import {isNativeJson, readNativeJson} from './formats/native-json.js';
import {isObject} from './json-value.js';
import {explainNotText} from './not-text.js';

/** A document of any format, after decoding. */
export interface FeedDocument {
  /** The address after redirects. */
  readonly address: string;
  /** The value of JSON; the text of any other document. */
  readonly content: unknown;
}

/**
 * Parses the bytes of a feed. Throws a `FeedError` (`not-json`) if they are empty, or JSON that is
 * not complete, and (`not-a-feed`) if they are not text. A later page has the facets of the first page, unless it describes its own.
 */
export function parseFeed({address, charset, chunks, facets}: FeedBytes, format = ''): FeedDocument {
  const bytes = joinChunks(chunks);
  const kind = explainNotText(bytes);
  if (kind) throw new FeedError('not-a-feed', `${address} is ${kind}`);
  const text = decodeText(bytes, charset);
  // This also removes a second byte order mark, which JSON.parse rejects.
  const json = text.trim();
  if (!/^(?:[[{]|$)/.test(json) || /csv|rss|atom/i.test(format)) return {address, content: text};
  const content = parseJson(json, address);
  return {address, content: facets && isObject(content) ? {facets, ...content} : content};
}

export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
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

/**
 * Reads a document in the named format; without a name, in the format that its content shows. The
 * readers of formats other than our own load when a feed needs them. Throws a `FeedError`; its code
 * is `network` if they fail to load.
 */
export async function readAnyFormat({address, content}: FeedDocument, format = '', pageFacets = ''): Promise<RawFeed> {
  if (!format && isNativeJson(content, pageFacets)) return readNativeJson(content, address);
  const {formatNames, isFormatName, readDocument} = await loadReaders(address);
  if (format && !isFormatName(format.trim().toLowerCase()))
    warnOnce(
      `format: “${format}” is not one of ${formatNames.join(', ')}. The widget detects the format from the content.`,
    );
  return readDocument(content, address, format, pageFacets);
}

async function loadReaders(address: string) {
  try {
    return await import('./formats/read-document.js');
  } catch (cause) {
    throw new FeedError(
      'network',
      `The reader for the format of ${address} failed to load. Reload the page. ${String(cause)}`,
      {
        cause,
        needsReload: true,
      },
    );
  }
}
