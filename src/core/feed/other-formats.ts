import {FeedError} from './feed-error.js';
import {isOwnJson, readOwnJson} from './formats/own-json.js';
import type {FeedDocument, ReadDocument} from './parse-feed.js';
import type {RawFeed} from './raw-feed.js';

/** Settles `arrival`. */
let tell!: (read: ReadDocument) => void;

/** What reads the formats of others, once its file (formats.ts) has run and called `arrive`. */
export const otherFormats = {
  read: undefined as ReadDocument | undefined,
  arrive(read: ReadDocument): void {
    otherFormats.read = read;
    tell(read);
  },
  arrival: new Promise<ReadDocument>((resolve) => (tell = resolve)),
};

/**
 * Reads a document; where it is not in our own format, or another is named, `load` has what reads others come. Where that cannot be had, what is in our
 * own but for some field is read all the same, and anything else is a `FeedError` of the code `network`.
 */
export async function readAnyFormat(
  {address, content}: FeedDocument,
  format: string | undefined,
  load: () => unknown,
): Promise<RawFeed> {
  if (!format && isOwnJson(content)) return readOwnJson(content, address);
  try {
    if (!otherFormats.read) await load();
    if (!otherFormats.read) throw new Error('good-practice-browser.formats.js is not of our version.');
  } catch (cause) {
    try {
      return readOwnJson(content, address);
    } catch {
      const message = `${address} is not in our own format, and what reads others cannot be had. ${String(cause)}`;
      throw new FeedError('network', message, {cause});
    }
  }
  return otherFormats.read(content, address, format);
}
