import {createReadStream} from 'node:fs';
import {FeedError} from '../../core/feed/feed-error.js';

/** A document in our own JSON, read piece by piece. */
export interface RecordScan {
  /** JSON lists of records: the list of the document in parts, in its order. */
  readonly lists: AsyncGenerator<Buffer>;
  /** The document with an empty list of records, after the last part. */
  readonly head: () => string;
}

/** The limits of one part: larger parts are slow to parse, and smaller ones are slow to send. */
const MAX_PART_BYTES = 2_000_000;
const MAX_PART_RECORDS = 500;
/** The limit of everything around the records. A document with more has no list `practices`. */
const MAX_HEAD_BYTES = 32_000_000;

/** The document is not in our own JSON, so it must be read whole. */
export class NotScannableError extends Error {}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [...'"\\,[]{}'].map((sign) => sign.charCodeAt(0));
const SPACES = new Set([...' \t\r\n'].map((sign) => sign.charCodeAt(0)));
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads a file with an object that has a list `practices`, or with a list of practices. Such files
 * may be larger than the memory: only one part is in it. Bytes of UTF-8 below 128 are always
 * characters of their own, so nothing needs decoding to find the end of a record.
 *
 * The parts throw a `NotScannableError` for other documents, and a `FeedError` if the document
 * breaks off.
 */
export function scanRecords(path: string, name: string): RecordScan {
  const around: Buffer[] = [];
  return {lists: scan(path, name, around), head: () => Buffer.concat(around).toString()};
}

async function* scan(path: string, name: string, around: Buffer[]): AsyncGenerator<Buffer> {
  let [aroundBytes, depth, listDepth, records, total] = [0, 0, 0, 0, 0];
  let [isInText, isEscaped, isDone, hasBegun] = [false, false, false, false];
  let part: Buffer[] = [];
  let partBytes = 0;

  const keepAround = (bytes: Buffer) => {
    aroundBytes += bytes.length;
    if (aroundBytes > MAX_HEAD_BYTES) throw new NotScannableError();
    around.push(Buffer.from(bytes));
  };
  const keepPart = (bytes: Buffer) => {
    part.push(bytes);
    partBytes += bytes.length;
  };
  const takePart = () => {
    const list = Buffer.concat([Buffer.from('['), ...part, Buffer.from(']')]);
    total += records;
    [part, partBytes, records] = [[], 0, 0];
    return list;
  };
  /** Whether a list that opens here has the records. */
  const hasRecords = () =>
    depth === 0 ||
    (depth === 1 && /"practices"\s*:\s*$/.test(Buffer.concat(around.slice(-2)).subarray(-200).toString()));

  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>) {
    let start = 0;
    if (!hasBegun) {
      if (BYTE_ORDER_MARK.every((byte, i) => chunk[i] === byte)) start = BYTE_ORDER_MARK.length;
      const first = chunk.subarray(start).find((byte) => !SPACES.has(byte));
      if (first !== OPEN && first !== OPEN_LIST) throw new NotScannableError();
      hasBegun = true;
    }
    for (let i = start; i < chunk.length; i++) {
      const byte = chunk[i];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
      } else if (byte === QUOTE) isInText = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (byte === OPEN_LIST && !listDepth && !isDone) {
          keepAround(chunk.subarray(start, i));
          start = i;
          if (hasRecords()) {
            keepAround(chunk.subarray(i, i + 1));
            start = i + 1;
            listDepth = depth + 1;
          }
        }
        depth++;
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (depth === listDepth && listDepth && !isDone) {
          keepPart(chunk.subarray(start, i));
          const list = takePart();
          if (list.toString().trim() !== '[]') yield list;
          start = i;
          isDone = true;
          listDepth = 0;
        }
        depth--;
      } else if (byte === COMMA && listDepth && depth === listDepth) {
        records++;
        if (records >= MAX_PART_RECORDS || partBytes + i - start >= MAX_PART_BYTES) {
          keepPart(chunk.subarray(start, i));
          yield takePart();
          start = i + 1;
        }
      }
    }
    if (listDepth) keepPart(Buffer.from(chunk.subarray(start)));
    else keepAround(chunk.subarray(start));
  }
  if (isInText || depth > 0)
    throw new FeedError(
      'not-json',
      `${name} breaks off after ${total + records} practices. Save or upload the file again.`,
    );
  if (!isDone) throw new NotScannableError();
}
