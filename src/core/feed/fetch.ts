import {addToHash, FNV_SEED} from '../text/hash.js';
import {FeedError} from './feed-error.js';
import {quoteRefusalIn} from './refusal.js';
import {explainPlainPermalinks} from './wordpress-address.js';

/** Default limit of a feed in bytes, uncompressed. */
export const MAX_BYTES = 80_000_000;
/** Default limit of the time without data. */
const IDLE_TIMEOUT_MS = 15_000;

export interface FetchOptions {
  /** Aborts the request. The promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The limit in bytes, uncompressed. Default: `MAX_BYTES`. */
  readonly maxBytes?: number | undefined;
  /** The longest time without data, in milliseconds. Default: 15,000. */
  readonly idleTimeout?: number | undefined;
  /**
   * Whether only an answer of the host of the address counts. For addresses that a feed names: it
   * must not lead to other hosts, not by a redirect either.
   */
  readonly staysOnHost?: boolean | undefined;
  /** Whether cookies are sent. Default: to the origin of the page only. */
  readonly credentials?: 'same-origin' | 'omit' | undefined;
  /** Use of the browser's cache. `no-cache` asks the server whether there is a newer feed. */
  readonly cache?: 'default' | 'no-cache' | undefined;
  /**
   * JSON to send, for a server that answers questions. A server of another origin is asked for
   * permission first (a CORS preflight).
   */
  readonly body?: string | undefined;
  /**
   * Called whenever data arrive, with the bytes so far, uncompressed, and the total: `NaN` if
   * unknown. A server of another origin may hide that it compresses; then more bytes may arrive
   * than it says.
   */
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined;
  /** Gets each chunk. Then the result has none, so that documents of any size can be fetched. */
  readonly onChunk?: ((chunk: Uint8Array<ArrayBuffer>) => void) | undefined;
}

/** A document before parsing. A worker can parse it. */
export interface FeedBytes {
  /** The address after redirects. */
  readonly address: string;
  /** The charset that the server declared; `''` if none. */
  readonly charset: string;
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** How the first page of the feed describes its facets, if this is a later page. */
  readonly facets?: unknown;
}

/** A document from a server. */
export interface FetchedFeed extends FeedBytes {
  /**
   * Headers about further pages: `Link`, and WordPress's `X-WP-TotalPages` and `X-WP-Total`; `''`
   * for each that is missing.
   */
  readonly paging: readonly [link: string, pages: string, records: string];
  /** Differs if the bytes do (FNV-1a, 32 bits). */
  readonly fingerprint: number;
}

/**
 * Fetches a document of any format, with the limits and errors that all feeds share. Throws a
 * `FeedError`, or the reason of the caller's signal.
 */
export async function fetchFeed(
  address: string,
  {
    signal,
    maxBytes = MAX_BYTES,
    idleTimeout = IDLE_TIMEOUT_MS,
    staysOnHost,
    credentials = 'same-origin',
    cache = 'default',
    body,
    onChunk,
    onProgress,
  }: FetchOptions = {},
): Promise<FetchedFeed> {
  const request = new AbortController();
  const either = AbortSignal.any([request.signal, signal ?? request.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForByte = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        request.abort(
          new FeedError(
            'timeout',
            `${address} sent no data for ${idleTimeout / 1000} seconds. Check whether the server is overloaded.`,
          ),
        ),
      idleTimeout,
    );
  };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let hasAnswered = false;
  let size = 0;
  let fingerprint = FNV_SEED;
  try {
    waitForByte();
    const response = await fetch(address, {
      // No other header: with one more, browsers first ask a server of another origin for
      // permission (a CORS preflight).
      headers: {Accept: 'application/json, */*;q=0.5', ...(body && {'Content-Type': 'application/json'})},
      ...(body && {method: 'POST', body}),
      signal: either,
      credentials,
      cache,
    });
    const {headers, ok, status, url} = response;
    if (staysOnHost && url && new URL(url).host !== new URL(address).host)
      throw new FeedError(
        'redirected',
        `${address} redirects to another host, ${new URL(url).host}, so it was not loaded. Keep all parts of a feed on one host.`,
      );
    if (!ok) throw new FeedError('http', explainStatus(address, status, await readBeginning(response)), {status});
    hasAnswered = true;
    const header = (name: string) => headers.get(name) ?? '';
    const total = header('Content-Encoding') ? NaN : parseInt(header('Content-Length'));
    // A page may replace `fetch` by one whose responses have no streams.
    const reader = (response.body ?? new Blob([await response.arrayBuffer()]).stream()).getReader();
    for (;;) {
      waitForByte();
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) {
        throw new FeedError(
          'too-large',
          `${address} is larger than ${maxBytes} bytes. Make the feed smaller, or set the attribute max-bytes to a larger number.`,
        );
      }
      if (onChunk) onChunk(value);
      else chunks.push(value);
      for (let i = 0; i < value.length; i++) fingerprint = addToHash(fingerprint, value[i]!);
      onProgress?.(size, total);
    }
    return {
      address: url || address,
      charset: /charset="?([\w-]+)/i.exec(header('Content-Type'))?.[1] ?? '',
      chunks,
      paging: [header('Link'), header('X-WP-TotalPages'), header('X-WP-Total')],
      fingerprint,
    };
  } catch (cause) {
    either.throwIfAborted();
    // Closes a connection that is still open, such as that of an error page or a feed that is too
    // large. Not after the end: scripts of the page may still read a copy of the response.
    request.abort();
    if (cause instanceof FeedError) throw cause;
    throw new FeedError('network', hasAnswered ? explainBreak(address, size) : explainNoAnswer(address), {cause});
  } finally {
    clearTimeout(timer);
  }
}

/** The most bytes of an error page that are read, and the time for them. */
const MAX_ERROR_BYTES = 50_000;
const ERROR_PAGE_MS = 1000;

/** The beginning of an error page, which may say what is wrong; `''` if it does not come soon. */
async function readBeginning({body}: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const read = async () => {
    while (reader && text.length < MAX_ERROR_BYTES) {
      const {done, value} = await reader.read();
      if (done) break;
      text += decoder.decode(value, {stream: true});
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ERROR_PAGE_MS)));
  await Promise.race([read(), late]).catch(() => {});
  clearTimeout(timer);
  return text;
}

function explainStatus(address: string, status: number, page: string): string {
  const refusal = quoteRefusalIn(page);
  const plain = status === 404 && !refusal ? explainPlainPermalinks(address) : '';
  if (plain) return `${address} returned HTTP status ${status}. Perhaps it is ${plain}`;
  const said = refusal && ` The server says: ${refusal}.`;
  const advice = refusal && status === 400 ? 'Correct the parameters of the address.' : adviseOnStatus(status);
  return `${address} returned HTTP status ${status}.${said} ${advice}`;
}

function adviseOnStatus(status: number): string {
  if (status === 401 || status === 403)
    return 'Open it in a private browser window: it must show the feed without a login.';
  if (status >= 500) return 'Read the error log of the server.';
  if ([408, 425, 429].includes(status)) return 'Try again later: the server is busy, or it limits requests.';
  return 'Open it in a browser, and correct the address.';
}

/** Browsers do not tell scripts the cause. */
const explainNoAnswer = (address: string) =>
  /^file:/i.test(address)
    ? `${address} is on disk (file://), and browsers do not load feeds from there. Put the page and the feed on a web server.`
    : `${address} failed to load. Likely causes: no connection; a wrong address; the Content-Security-Policy of the page ` +
      'does not allow it (connect-src); or it is on another origin that does not send Access-Control-Allow-Origin (CORS).';

const explainBreak = (address: string, bytes: number) =>
  `${address} broke off after ${bytes} bytes. Either the connection was cut, or the server compresses the feed wrongly ` +
  '(Content-Encoding). Try again. If it fails again, check the compression and the error log of the server.';
