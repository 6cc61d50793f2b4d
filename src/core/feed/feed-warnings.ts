import type {FeedWarning} from './feed.js';

/**
 * Every doubt that `normalize` may have.
 *
 * Of the feed:
 * - `unknown-version`: made for another version of the format; read as version 1
 * - `bad-date`: `updated` is no ISO 8601 date; left out
 * - `bad-topic`: a topic without an id and a label; left out
 * - `duplicate-topic`: a topic described twice; the first one counts
 * - `too-many-practices`: more records than allowed; the rest is left out
 * - `more-warnings`: more warnings than are kept; says how many
 *
 * Of a record as a whole:
 * - `not-a-record`: not an object; left out
 * - `no-title`: left out, for there is nothing to show
 * - `bad-id`: neither text nor number, or too long; another was made
 * - `duplicate-id`: given to several practices; each got a suffix
 *
 * Of a field:
 * - `bad-text`: something else where a text should be; left out, or a list that was joined
 * - `unknown-language`: not a BCP 47 tag; left out, with the text of that language
 * - `empty-section`: a section without text; left out
 * - `unknown-period`: no year was found in it; shown as published
 * - `unknown-country`: neither an ISO 3166 code nor a known name; shown as published
 * - `unknown-topic`: not among the topics that the feed describes; kept
 * - `bad-location`: not a latitude and a longitude; left out
 * - `swapped-location`: longitude first; turned round
 * - `unpaired-places`: cities, countries and locations differ in number; not matched with each other
 * - `bad-address`: not an address that a link may have; left out
 * - `bad-email`, `bad-phone`: left out
 */
export type FeedWarningCode =
  | 'unknown-version'
  | 'bad-date'
  | 'bad-topic'
  | 'duplicate-topic'
  | 'too-many-practices'
  | 'more-warnings'
  | 'not-a-record'
  | 'no-title'
  | 'bad-id'
  | 'duplicate-id'
  | 'bad-text'
  | 'unknown-language'
  | 'empty-section'
  | 'unknown-period'
  | 'unknown-country'
  | 'unknown-topic'
  | 'bad-location'
  | 'swapped-location'
  | 'unpaired-places'
  | 'bad-address'
  | 'bad-email'
  | 'bad-phone';

/**
 * Notes a doubt. What is wrong in the same way with the same `subject` is noted once: by default the subject is the place in the
 * document, but a topic that nobody described, say, is one doubt however many records name it.
 */
export type Warn = (code: FeedWarningCode, pointer: string, message: string, subject?: string) => void;

/** Where warnings are kept: the first `limit` of them and, if there were more, a last one that says how many. */
export function createWarningLog(limit = 1000): {readonly warn: Warn; readonly warnings: readonly FeedWarning[]} {
  const warnings: FeedWarning[] = [];
  const seen = new Set<string>();
  const warn: Warn = (code, pointer, message, subject = pointer) => {
    seen.add(`${code} ${subject}`);
    const count = seen.size;
    if (count <= limit && count > warnings.length) warnings.push({code, pointer, message});
    else if (count > limit) {
      warnings[limit] = {code: 'more-warnings', pointer: '', message: `Not listed: ${count - limit} more.`};
    }
  };
  return {warn, warnings};
}
