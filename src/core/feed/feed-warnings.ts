import type {FeedWarning} from './feed.js';
import {describe, type Item} from './json-value.js';

/**
 * Every doubt that `normalize` may have.
 *
 * Of what was fetched:
 * - `feed-failed`: one of several feeds; the others are shown
 * - `page-failed`: a page of a feed; left out, with those after it
 * - `texts-failed`: the full texts of a feed; each practice's own are fetched when it is opened
 * - `too-many-pages`: more than are followed; the rest is left out
 * - `missing-posts`: WordPress has more posts than were on its pages; the others are shown
 *
 * Of the feed:
 * - `unknown-version`: made for another version of the format; read as version 1
 * - `bad-topic`: a topic without an id and a label; left out
 * - `bad-synonyms`: not a list of two terms at least; left out, but for a text with commas, which is read as several terms
 * - `too-many-synonyms`: more groups or terms than are read; the rest is left out
 * - `too-many-practices`: more records than allowed; the rest is left out
 *
 * Of a record as a whole:
 * - `not-a-record`: not an object; left out
 * - `no-title`: left out, for there is nothing to show
 * - `duplicate-id`: given to several practices; each got a suffix
 *
 * Of a field:
 * - `bad-text`: something else where a text should be; left out, but for the texts in a list, which are joined
 * - `text-too-long`: longer than a text of its kind may be (see text-limits.ts); cut
 * - `too-much-text`: sections with more text, paragraphs or tags than one practice may have; cut there
 * - `unknown-language`: not a BCP 47 tag; left out, with the text of that language
 * - `empty-section`: a section without text; left out
 * - `unknown-period`: no year was found in it; shown as published
 * - `unknown-country`: neither an ISO 3166 code nor a known name; shown as published
 * - `unknown-topic`: not among the topics that the feed describes; kept
 * - `bad-location`: not a latitude and a longitude; left out
 * - `swapped-location`: longitude first; turned round
 * - `unpaired-places`: cities, countries and locations differ in number; not matched with each other
 * - `bad-address`: not an address that a link may have, or a mail be sent to; left out
 * - `foreign-address`: of `details` or `texts`, on another host than the feed; left out
 */
export type FeedWarningCode =
  | 'feed-failed'
  | 'page-failed'
  | 'texts-failed'
  | 'too-many-pages'
  | 'missing-posts'
  | 'unknown-version'
  | 'bad-topic'
  | 'bad-synonyms'
  | 'too-many-synonyms'
  | 'too-many-practices'
  | 'not-a-record'
  | 'no-title'
  | 'duplicate-id'
  | 'bad-text'
  | 'text-too-long'
  | 'too-much-text'
  | 'unknown-language'
  | 'empty-section'
  | 'unknown-period'
  | 'unknown-country'
  | 'unknown-topic'
  | 'bad-location'
  | 'swapped-location'
  | 'unpaired-places'
  | 'bad-address'
  | 'foreign-address';

/**
 * Notes a doubt about a value, and what was `done` about it: `"Narnia": unknown country, kept.` Of texts that are alike
 * only the first is noted: a topic that nobody described, say, is one doubt however many records name it.
 */
export type Warn = (code: FeedWarningCode, item: Item, done?: string) => void;

/** Longer texts are told apart by where they are: else megabytes would be kept and compared. */
const MAX_KEY_LENGTH = 200;

/** Where warnings are kept: the first thousand, for nobody reads more. */
export function createWarningLog(): {readonly warn: Warn; readonly warnings: ReadonlyMap<string, FeedWarning>} {
  const warnings = new Map<string, FeedWarning>();
  const warn: Warn = (code, {value, pointer}, done = 'left out') => {
    const key = `${code} ${(typeof value === 'string' && value.length < MAX_KEY_LENGTH && value) || pointer}`;
    if (warnings.size < 1000 && !warnings.has(key)) {
      warnings.set(key, {code, pointer, message: `${describe(value)}: ${code.replaceAll('-', ' ')}, ${done}.`});
    }
  };
  return {warn, warnings};
}
