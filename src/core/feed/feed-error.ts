/**
 * Why a feed could not be had. What a visitor reads is made from this in i18n.
 * - `network`: no answer, or it broke off: offline, wrong host, refused by CORS or by the page's policy
 * - `http`: the server answered, but not with the feed; see `status`
 * - `timeout`: no byte for too long
 * - `too-large`: more bytes than allowed
 * - `not-json`: what came is no JSON, though it begins like it: nothing at all, a cut file
 * - `not-a-feed`: no feed of any format that we know: a web page, other JSON, a table without titles
 */
export type FeedErrorCode = 'network' | 'http' | 'timeout' | 'too-large' | 'not-json' | 'not-a-feed';

// Statuses below 500 that say "not now": Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585).
const RETRYABLE = /network|timeout|http(?:408|425|429|5)/;

/** A feed could not be had. `message` is for the webmaster: plain English, what happened and what to do. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  /** HTTP status; 0 unless the code is `http`. */
  readonly status: number;
  /** Whether the same request may well succeed later. */
  readonly retryable: boolean;
  /** Whether a part of the widget failed to load. Browsers do not repeat an `import()` that failed, so only a new page helps. */
  readonly needsReload: boolean;

  constructor(
    code: FeedErrorCode,
    message: string,
    options: {status?: number; cause?: unknown; needsReload?: boolean} = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = options.status ?? 0;
    this.retryable = RETRYABLE.test(code + this.status);
    this.needsReload = options.needsReload ?? false;
  }
}
