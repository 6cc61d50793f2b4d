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
  {signal, maxBytes = 80_000_000, idleTimeout = 15_000}: FetchOptions = {},
): Promise<FetchedText> {
  signal?.throwIfAborted();
  const request = new AbortController();
  // The listener goes with the request, so that a signal that outlives many feeds does not collect them.
  signal?.addEventListener('abort', () => request.abort(signal.reason), {signal: request.signal});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForByte = () => {
    clearTimeout(timer);
    timer = setTimeout(() => request.abort(timeout(address, idleTimeout)), idleTimeout);
  };
  const chunks: Uint8Array[] = [];
  let size = 0;
  let response: Response;
  try {
    waitForByte();
    response = await fetch(address, {
      credentials: 'same-origin',
      // No other header: one more, and another origin's server is asked for permission first (a CORS preflight).
      headers: {Accept: 'application/json, */*;q=0.5'},
      signal: request.signal,
    });
    if (!response.ok) throw httpError(address, response.status);
    const reader = response.body?.getReader();
    while (reader) {
      waitForByte();
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) throw tooLarge(address, maxBytes);
      chunks.push(value);
    }
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    throw error instanceof FeedError ? error : networkError(address, error);
  } finally {
    clearTimeout(timer);
    // Closes what is still open: the connection of an error page or of a feed that is too large, and the stream's reader.
    request.abort();
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const charset = /charset\s*=\s*["']?([^\s"';]+)/i.exec(response.headers.get('Content-Type') ?? '')?.[1];
  return {address: response.url || address, text: decodeText(bytes, charset)};
}

function parseJson({address, text}: FetchedText): unknown {
  // Beyond white space this takes away a second byte order mark, which JSON.parse would stumble over.
  const json = text.trim();
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    const advice = 'Open it in a browser: it should show the JSON of the feed and nothing else.';
    throw new FeedError('not-json', `${address} ${whatIsThere(json, cause)}. ${advice}`, {cause});
  }
}

function whatIsThere(text: string, error: unknown): string {
  if (!text) return 'is empty';
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(text))
    return 'looks like a web page, perhaps a login or an error page';
  if (text.startsWith('<')) return 'looks like XML';
  return `is not JSON, or was cut off (${String(error)})`;
}

function networkError(address: string, cause: unknown): FeedError {
  const message =
    `${address} could not be fetched: there is no connection, the address is wrong, the page's Content-Security-Policy ` +
    '(connect-src) is against it or, on another origin, its server does not send Access-Control-Allow-Origin.';
  return new FeedError('network', message, {cause});
}

function httpError(address: string, status: number): FeedError {
  let advice = status < 500 ? 'Check the address.' : 'Its server has a fault.';
  if (status === 401 || status === 403) advice = 'It must be readable without a login.';
  if (status === 404 || status === 410) advice = 'There is no such file: check the address.';
  return new FeedError('http', `${address} was answered with the HTTP status ${status}. ${advice}`, {status});
}

function timeout(address: string, idleTimeout: number): FeedError {
  return new FeedError(
    'timeout',
    `${address} sent nothing for ${idleTimeout / 1000} seconds. Its server is too slow or stuck.`,
  );
}

function tooLarge(address: string, maxBytes: number): FeedError {
  return new FeedError(
    'too-large',
    `${address} is larger than ${maxBytes} bytes. Shorten the feed, or allow more with max-bytes.`,
  );
}
