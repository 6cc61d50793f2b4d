import {shortAddress} from './wordpress-address.js';

/**
 * Why a feed failed to load. i18n has the messages for visitors.
 * - `network`: no answer, or the connection broke: offline, wrong host, CORS, or the policy of the
 *   page
 * - `http`: the server answered with an error; see `status`
 * - `timeout`: no data for too long
 * - `redirected`: a further page or the texts of a feed are redirected to another host
 * - `too-large`: more bytes than allowed
 * - `not-json`: it looks like JSON, but is empty, cut off or invalid
 * - `not-a-feed`: no format that we know: a web page, other JSON, a table without titles, no text
 */
export type FeedErrorCode = 'network' | 'http' | 'timeout' | 'redirected' | 'too-large' | 'not-json' | 'not-a-feed';

// Statuses below 500 that mean “not now”: Request Timeout, Too Early, Too Many Requests (RFC 9110,
// 8470, 6585).
const RETRYABLE = /network|timeout|http(?:408|425|429|5)/;

/** A feed failed to load. `message` is for the webmaster: what happened, and what to do. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  /** HTTP status; 0 unless the code is `http`. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /**
   * Whether a part of the widget failed to load. Browsers never repeat a failed `import()`, so only
   * reloading the page helps.
   */
  readonly needsReload: boolean;

  constructor(
    code: FeedErrorCode,
    message: string,
    options: {status?: number; cause?: unknown; needsReload?: boolean} = {},
  ) {
    super(shortAddress(message), options);
    this.code = code;
    this.status = options.status ?? 0;
    this.retryable = RETRYABLE.test(code + this.status);
    this.needsReload = options.needsReload ?? false;
  }
}
