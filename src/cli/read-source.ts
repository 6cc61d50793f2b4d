import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {buffer} from 'node:stream/consumers';
import type {FindingCode} from '../core/doctor/report.js';
import {FeedError} from '../core/feed/feed-error.js';
import {fetchFeed, type FeedBytes, type FetchedFeed} from '../core/feed/fetch-feed.js';
import {decodeEntities} from '../core/feed/html-text.js';
import {ownAddress} from '../core/feed/own-address.js';
import {nextPage, askForAll} from '../core/feed/paging.js';

/** A feed that was named on the command line. */
export interface Source extends FeedBytes {
  /** As it was named. */
  readonly name: string;
  /** As it was fetched, where it was. */
  readonly fetched?: FetchedFeed;
}

/**
 * Where a file is taken to lie, so that relative addresses in it have something to start from. The domain exists nowhere (RFC 2606), and
 * is taken away again before anything is written.
 */
const NOWHERE = 'https://feed.invalid/';

/** A file, an address, or what is piped in (`-`). Throws a `FeedError`, or an error of Node's where a file cannot be read. */
export async function readSource(name: string, base: string, progress: (text: string) => void): Promise<Source> {
  if (/^https?:/i.test(name)) {
    const fetched = await fetchFeed(askForAll(name), {
      onProgress: (bytes) => progress(`${(bytes / 1e6).toFixed(1)} MB`),
    });
    return {...fetched, address: base || fetched.address, name, fetched};
  }
  const bytes = name === '-' ? await buffer(process.stdin) : await readFile(name);
  const address = base || NOWHERE + encodeURIComponent(name === '-' ? 'feed' : basename(name));
  return {address, charset: '', chunks: [new Uint8Array(bytes)], name: name === '-' ? 'standard input' : name};
}

const addressIn = (said: unknown) => (typeof said === 'string' ? said : '');

/** Where the page that follows a source is, absolute; `said` is what the document says. `''` where there is none, and after a file. */
export const nextOf = ({fetched}: Source, said: unknown) => (fetched ? nextPage(fetched, addressIn(said)) : '');

/** The same of the document with the full texts of a feed. */
export const textsOf = ({fetched}: Source, said: unknown) =>
  fetched ? ownAddress(decodeEntities(addressIn(said)), fetched.address) : '';

/** Whether nothing is known of where a source will be. */
export const isNowhere = ({address}: Source) => address.startsWith(NOWHERE);

/** What is written about a file or made of it, with the addresses in it as they were; `up` leads from where it is written to where these start. */
export const withoutBase = (text: string, up = '') => text.replaceAll(NOWHERE, up);

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
  return error instanceof FeedError ? message.replaceAll(NOWHERE, '') : `${name} cannot be read: ${message}`;
}

/** What Node says of a request that failed: `getaddrinfo ENOTFOUND city.example`. */
function reasonOf(error: unknown): string {
  const {cause, message} = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
