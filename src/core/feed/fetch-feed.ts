import {decodeText} from './decode-text.js';
import {FeedError} from './feed-error.js';
import {readOwnJson} from './formats/own-json.js';
import type {RawFeed} from './raw-feed.js';

export interface FetchOptions {
  /** Gives the feed up: the promise is rejected with the signal's reason, and the connection is closed. */
  readonly signal?: AbortSignal | undefined;
  /** How many bytes may come, unpacked; 80,000,000 by default. */
  readonly maxBytes?: number | undefined;
  /** For how many milliseconds no byte may come, before the first one or between two; 15,000 by default. */
  readonly idleTimeout?: number | undefined;
  /** How the browser's cache is used; `no-cache` asks the server whether there is a newer feed. */
  readonly cache?: RequestCache | undefined;
}

/** A text as it came. */
export interface FetchedText {
  /** Where it was found in the end, after redirects. */
  readonly address: string;
  readonly text: string;
}

/** Fetches a feed of our own format. Throws a `FeedError`, or the reason of the caller's signal. */
export async function fetchFeed(address: string, options: FetchOptions = {}): Promise<RawFeed> {
  const found = await fetchText(address, options);
  return readOwnJson(parseJson(found), found.address);
}

/**
 * Fetches a text of any format, with the limits and the errors that all feeds share. Throws a `FeedError`, or the reason of the
 * caller's signal.
 */
export async function fetchText(
  address: string,
  {signal, maxBytes = 80_000_000, idleTimeout = 15_000, cache = 'default'}: FetchOptions = {},
): Promise<FetchedText> {
  const request = new AbortController();
  const either = AbortSignal.any([request.signal, signal ?? request.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForByte = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => request.abort(new FeedError('timeout', `${address} sent nothing for ${idleTimeout / 1000} seconds.`)),
      idleTimeout,
    );
  };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    waitForByte();
    const {body, headers, ok, status, url} = await fetch(address, {
      // No other header: one more, and another origin's server is asked for permission first (a CORS preflight).
      headers: {Accept: 'application/json, */*;q=0.5'},
      signal: either,
      cache,
    });
    if (!ok) throw new FeedError('http', `${address} was answered with HTTP status ${status}.`, {status});
    const reader = body?.getReader();
    while (reader) {
      waitForByte();
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) {
        throw new FeedError(
          'too-large',
          `${address} is larger than ${maxBytes} bytes. Shorten it, or allow more with max-bytes.`,
        );
      }
      chunks.push(value);
    }
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    const charset = /charset="?([\w-]+)/i.exec(headers.get('Content-Type') ?? '')?.[1];
    return {address: url || address, text: decodeText(bytes, charset)};
  } catch (cause) {
    either.throwIfAborted();
    if (cause instanceof FeedError) throw cause;
    throw new FeedError(
      'network',
      `${address} cannot be fetched: no connection, a wrong address, forbidden by the page's Content-Security-Policy ` +
        '(connect-src) or, on another origin, without Access-Control-Allow-Origin.',
      {cause},
    );
  } finally {
    clearTimeout(timer);
    // Closes what is still open: the connection of an error page or of a feed that is too large, and the stream's reader.
    request.abort();
  }
}

function parseJson({address, text}: FetchedText): unknown {
  // Beyond white space this takes away a second byte order mark, which JSON.parse would stumble over.
  const json = text.trim();
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    const kind = json.startsWith('<') ? 'a web page, perhaps for a login or an error, not' : 'not, or not all of,';
    throw new FeedError('not-json', `${address} is ${kind} the JSON of a feed. ${String(cause)}`, {cause});
  }
}
