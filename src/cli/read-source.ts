import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {buffer} from 'node:stream/consumers';
import type {FindingCode} from '../core/doctor/report.js';
import {FeedError} from '../core/feed/feed-error.js';
import {fetchFeed, type FeedBytes, type FetchedFeed} from '../core/feed/fetch-feed.js';
import {decodeEntities} from '../core/feed/html-text.js';
import {ownAddress} from '../core/feed/own-address.js';
import {nextPage, askForAll} from '../core/feed/paging.js';
import {UNKNOWN_FOLDER} from './relative-addresses.js';

/** A feed that was named on the command line. */
export interface Source extends FeedBytes {
  /** As it was named. */
  readonly name: string;
  /** As it was fetched, where it was. */
  readonly fetched?: FetchedFeed;
}

/** What messages call a source. */
const displayName = (name: string) => (name === '-' ? 'standard input' : name);

const fileName = (name: string) => encodeURIComponent(name === '-' ? 'feed' : basename(name));

/** A file, an address, or what is piped in (`-`). Throws a `FeedError`, or an error of Node's where a file cannot be read. */
export async function readSource(name: string, base: string, progress: (text: string) => void): Promise<Source> {
  if (/^https?:/i.test(name)) {
    const fetched = await fetchFeed(askForAll(name), {
      onProgress: (bytes) => progress(`${(bytes / 1e6).toFixed(1)} MB`),
    });
    return {...fetched, address: base || fetched.address, name, fetched};
  }
  const bytes = name === '-' ? await buffer(process.stdin) : await readFile(name);
  const address = base || UNKNOWN_FOLDER + fileName(name);
  return {address, charset: '', chunks: [new Uint8Array(bytes)], name: displayName(name)};
}

const addressIn = (said: unknown) => (typeof said === 'string' ? said : '');

/** Where the page that follows a source is, absolute; `said` is what the document says. `''` where there is none, and after a file. */
export const nextOf = ({fetched}: Source, said: unknown) => (fetched ? nextPage(fetched, addressIn(said)) : '');

/** The same of the document with the full texts of a feed. */
export const textsOf = ({fetched}: Source, said: unknown) =>
  fetched ? ownAddress(decodeEntities(addressIn(said)), fetched.address) : '';

/** Whether nobody says where a file will be published. */
export const isAddressUnknown = ({address}: Source) => address.startsWith(UNKNOWN_FOLDER);

/** A message about a source, which begins with the address of it, with the name in place of this address. */
export const withName = (message: string, address: string, name: string) =>
  message.startsWith(address) ? name + message.slice(address.length) : message;

/** Why a source cannot be read, as the doctor calls it. */
export const failureCode = (error: unknown): FindingCode =>
  error instanceof FeedError ? error.code : 'unreadable-file';

/** Why a source cannot be read, in plain words. */
export function describeFailure(name: string, error: unknown): string {
  const {cause, code, message} = error as NodeJS.ErrnoException;
  // what a page's policy or another origin forbids does not matter here
  if (code === 'network') return `${name} cannot be fetched: ${reasonOf(cause)}.`;
  if (code === 'ENOENT') return `There is no file ${name}.`;
  if (code === 'EISDIR') return `${name} is a folder.`;
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read.`;
  return error instanceof FeedError
    ? withName(message, UNKNOWN_FOLDER + fileName(name), displayName(name))
    : `${name} cannot be read: ${message}`;
}

/** What Node says of a request that failed: `getaddrinfo ENOTFOUND city.example`. */
function reasonOf(error: unknown): string {
  const {cause, message} = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
