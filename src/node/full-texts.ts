import {fileURLToPath, pathToFileURL} from 'node:url';
import {sameHostUrl} from '../core/feed/normalize/safe-url.js';
import type {Practice} from '../core/practice.js';
import {decodeEntities} from '../core/text/html-text.js';
import {UnreadableFeedError, type Reading, type Source} from './read-source.js';

/** Where a document is, and the address at which its relative addresses start, if it is known. */
export interface DocumentPlace {
  readonly place: string;
  readonly base: string;
}

/**
 * Where the document with the full texts of a feed is; `said` is what the feed says. It is on the
 * same host, or in the folder of the file: a feed must not choose any file of a computer. Null if
 * there is none. Throws an `UnreadableFeedError` if it is out of reach, unless the result
 * `keepsTexts`.
 */
export function textsOf(
  {address, fetched, file, name}: Source,
  said: unknown,
  {keepsTexts}: Pick<Reading, 'keepsTexts'> = {},
): DocumentPlace | null {
  const texts = typeof said === 'string' && sameHostUrl(decodeEntities(said), fetched?.address ?? address);
  if (!texts) return null;
  if (fetched) return {place: texts, base: ''};
  const place = file ? pathBeside(file, texts, address) : '';
  if (place) return {place, base: texts};
  if (keepsTexts) return null;
  throw new UnreadableFeedError(
    'unreadable-file',
    `The full texts of ${name} are in another document (“texts”). Name a file that has this document in its folder, or the address of the published feed.`,
  );
}

/**
 * Warns of full texts that only `details` have. They are not read, and formats other than our own
 * have no place for their addresses.
 */
export function warnOfUnreadDetails(practices: readonly Practice[], {onWarning}: Pick<Reading, 'onWarning'>): void {
  const count = practices.filter(({details, sections}) => details && !sections.length).length;
  if (!count) return;
  const lost =
    count === 1
      ? 'One practice has its full text in “details” only, which was left out.'
      : `${count} practices have their full texts in “details” only, which were left out.`;
  onWarning?.(`${lost} Name a feed with “texts”, or convert to JSON, which keeps the addresses.`);
}

/** The path of the file at an address in the folder of another one; `''` for any other address. */
function pathBeside(file: string, address: string, addressOfFile: string): string {
  const folder = new URL('.', addressOfFile).href;
  if (!address.startsWith(folder)) return '';
  try {
    return fileURLToPath(new URL(`./${address.slice(folder.length)}`, pathToFileURL(file)));
  } catch {
    // An encoded slash, for example.
    return '';
  }
}
