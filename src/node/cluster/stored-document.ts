import {createWriteStream, openSync, closeSync, writeSync} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import {parseSource} from '../../core/doctor/check-input.js';
import {FeedError} from '../../core/feed/feed-error.js';
import type {RawFeed} from '../../core/feed/feed.js';
import {fetchFeed} from '../../core/feed/fetch.js';
import {isNativeJson, readNativeJson} from '../../core/feed/formats/native-json.js';
import {readDocument} from '../../core/feed/formats/read-document.js';
import {isObject} from '../../core/feed/json-value.js';
import {askForAll} from '../../core/feed/paging.js';
import {toUnreadable, type Reading, type ReadOptions, type Source} from '../read-source.js';
import {shownAddress} from '../shown-address.js';
import {NotScannableError, scanRecords} from './scan-records.js';

/** The standard input, as a feed. */
export const STANDARD_INPUT = '-';

/** From this size on, a document in our own JSON is read in parts. */
const MIN_SCANNED_BYTES = 8_000_000;
/** The largest document that is read whole: engines of JavaScript have no longer texts. */
export const MAX_WHOLE_BYTES = 500_000_000;
/** Practices in one part of a document that was read whole. */
export const PART = 500;

/**
 * The origin of a file without an address. It is the same at every run, so that ids that depend on
 * addresses are the same too. `.invalid` exists nowhere (RFC 2606).
 */
export const FILE_ORIGIN = 'https://feed.invalid';

/** A document of a feed, whose bytes are on disk. */
export interface StoredDocument extends Source {
  readonly path: string;
  /** What is around the records, which may be nothing but a list; null if the document is read whole. */
  readonly head: Readonly<Record<string, unknown>> | readonly [] | null;
}

/** Writes a document to disk, unless it is a file. */
export async function storeDocument(feed: string, options: Reading, path: string): Promise<StoredDocument> {
  const {base, maxBytes = Infinity, onProgress, signal, staysOnHost} = options;
  const name = feed === STANDARD_INPUT ? 'standard input' : shownAddress(feed);
  try {
    if (/^https?:/i.test(feed)) {
      const file = openSync(path, 'w');
      const fetched = await fetchFeed(askForAll(feed), {
        signal,
        maxBytes,
        staysOnHost,
        onChunk: (chunk) => void writeSync(file, chunk),
        onProgress: (bytes) => onProgress?.(bytes, 'bytes'),
      }).finally(() => closeSync(file));
      return await withHead({...fetched, path, name, address: base || fetched.address, fetched, head: null});
    }
    const own = feed === STANDARD_INPUT ? path : /^file:/i.test(feed) ? fileURLToPath(feed) : feed;
    if (feed === STANDARD_INPUT) await pipeline(process.stdin, createWriteStream(path));
    const {size} = await stat(own);
    if (size > maxBytes) throw new FeedError('too-large', `${name} is larger than ${maxBytes} bytes.`);
    const address = base || `${FILE_ORIGIN}/${encodeURIComponent(basename(own))}`;
    const file = feed === STANDARD_INPUT ? '' : own;
    return await withHead({path: own, file, name, address, charset: '', chunks: [], head: null});
  } catch (error) {
    throw toUnreadable(error, name, feed);
  }
}

/** Reads what is around the records of a large document, as records depend on it. */
async function withHead(document: StoredDocument): Promise<StoredDocument> {
  const {name, path} = document;
  if ((await stat(path)).size < MIN_SCANNED_BYTES) return document;
  const {head, lists} = scanRecords(path, name);
  try {
    for await (const _ of lists);
  } catch (error) {
    if (error instanceof NotScannableError) return document;
    throw error;
  }
  const content: unknown = JSON.parse(head());
  return {...document, head: isObject(content) ? content : []};
}

/** Reads a document again and again, with some of its records each time. */
export async function* readDocumentInParts(document: StoredDocument, options: ReadOptions): AsyncGenerator<RawFeed> {
  const {address, charset, facets: described, head, name, path} = document;
  const {facets = '', format = ''} = options;
  try {
    if (head && (!format || format === 'json')) {
      for await (const list of scanRecords(path, name).lists) {
        const records = parseList(list, name);
        const content = isObject(head)
          ? {...(described ? {facets: described} : {}), ...head, practices: records}
          : records;
        yield !format && isNativeJson(content, facets)
          ? readNativeJson(content, address)
          : readDocument(content, address, format, facets);
      }
      return;
    }
    const {size} = await stat(path);
    if (size > MAX_WHOLE_BYTES)
      throw new FeedError(
        'too-large',
        `${name} has ${size} bytes. Only our own JSON may have more than ${MAX_WHOLE_BYTES}. Split it into pages.`,
      );
    const chunks = [new Uint8Array(await readFile(path))];
    const {raw} = parseSource({address, charset, chunks, facets: described}, format, facets);
    for (let i = 0; i < Math.max(raw.records.length, 1); i += PART)
      yield {...raw, records: raw.records.slice(i, i + PART)};
  } catch (error) {
    throw toUnreadable(error, name, address);
  }
}

function parseList(list: Buffer, name: string): unknown {
  try {
    return JSON.parse(list.toString());
  } catch (cause) {
    throw new FeedError('not-json', `${name} is not valid JSON. ${String(cause)}`, {cause});
  }
}
