import {FeedError} from './feed-error.js';

/** So many bytes of a feed may come, unpacked, where nobody says otherwise. */
export const MAX_BYTES = 80_000_000;

export interface FetchOptions {
  /** Gives the feed up: the promise is rejected with the signal's reason, and the connection is closed. */
  readonly signal?: AbortSignal | undefined;
  /** How many bytes may come, unpacked; `MAX_BYTES` by default. */
  readonly maxBytes?: number | undefined;
  /** For how many milliseconds no byte may come, before the first one or between two; 15,000 by default. */
  readonly idleTimeout?: number | undefined;
  /** How the browser's cache is used; `no-cache` asks the server whether there is a newer feed. */
  readonly cache?: 'default' | 'no-cache' | undefined;
  /**
   * Told at each arrival how many bytes have come, unpacked, of how many: `NaN` where the server does not say. Another origin does not show
   * that it packs, and then more may come than it says.
   */
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined;
}

/** A document as it came: bytes, which `parseFeed` reads, here or in a worker. */
export interface FeedBytes {
  /** Where it was found in the end, after redirects. */
  readonly address: string;
  /** The charset that the server declared, `''` where it did not. */
  readonly charset: string;
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
}

/** A document that came from a server. */
export interface FetchedFeed extends FeedBytes {
  /** What the headers say of further pages: `Link`, and WordPress's `X-WP-TotalPages` and `X-WP-Total`; `''` for each that is not there. */
  readonly paging: readonly [link: string, pages: string, records: string];
  /** Differs where the bytes do (FNV-1a, 32 bits). */
  readonly fingerprint: number;
}

/**
 * Fetches a document of any format, with the limits and the errors that all feeds share. Throws a `FeedError`, or the reason of the
 * caller's signal.
 */
export async function fetchFeed(
  address: string,
  {signal, maxBytes = MAX_BYTES, idleTimeout = 15_000, cache = 'default', onProgress}: FetchOptions = {},
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
  let size = 0;
  let fingerprint = 0x811c9dc5;
  try {
    waitForByte();
    const response = await fetch(address, {
      // No other header: one more, and another origin's server is asked for permission first (a CORS preflight).
      headers: {Accept: 'application/json, */*;q=0.5'},
      signal: either,
      cache,
    });
    const {headers, ok, status, url} = response;
    if (!ok)
      throw new FeedError(
        'http',
        `${address} returned HTTP status ${status}. Open it in a private browser window: it must show the feed without a login.`,
        {status},
      );
    const header = (name: string) => headers.get(name) ?? '';
    const total = header('Content-Encoding') ? NaN : parseInt(header('Content-Length'));
    // A page may have a `fetch` of its own, whose answers are no streams.
    const reader = (response.body ?? new Blob([await response.arrayBuffer()]).stream()).getReader();
    for (;;) {
      waitForByte();
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > maxBytes) {
        throw new FeedError(
          'too-large',
          `${address} is larger than ${maxBytes} bytes. Make the feed smaller, or set max-bytes to a larger number.`,
        );
      }
      chunks.push(value);
      for (let i = 0; i < value.length; i++) fingerprint = Math.imul(fingerprint ^ value[i]!, 0x01000193);
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
    // Closes what is still open: the connection of an error page or of a feed that is too large. Not after the end: the page's own scripts may
    // still read a copy of the answer.
    request.abort();
    if (cause instanceof FeedError) throw cause;
    throw new FeedError('network', explainNoAnswer(address), {cause});
  } finally {
    clearTimeout(timer);
  }
}

/** The likely causes. The browser names none to a script. */
const explainNoAnswer = (address: string) =>
  /^file:/i.test(address)
    ? `${address} is on disk (file://), and browsers do not load feeds from there. Put the page and the feed on a web server.`
    : `${address} failed to load. Likely causes: no connection; a wrong address; the Content-Security-Policy of the page ` +
      'does not allow it (connect-src); or it is on another origin that does not send Access-Control-Allow-Origin (CORS).';
