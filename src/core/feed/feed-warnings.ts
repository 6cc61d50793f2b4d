import type {FeedWarning} from './feed.js';
import {describe, type Item} from './json-value.js';

/**
 * The problems that `normalize` and the loading of a feed report.
 *
 * Loading:
 * - `feed-failed`: one of several feeds failed to load; the others are shown
 * - `page-failed`: a page of a feed failed to load; left out, with the pages after it
 * - `texts-failed`: the full texts of a feed failed to load; those of each practice load when it is
 *   opened
 * - `too-many-pages`: more pages than are read; the rest is left out
 * - `missing-posts`: WordPress has more posts than were on its pages; the others are shown
 *
 * The feed:
 * - `no-posts`, `no-places`, `ten-posts`: WordPress probably sends less than the webmaster wants (see
 *   advice.ts)
 * - `no-next-page`: the server has more records, but does not say where
 * - `unknown-version`: made for another version of the format; read as version 1
 * - `bad-topic`: a topic without an id and a label; left out
 * - `bad-facet`: a facet that is not an object with a name; left out
 * - `bad-facet-name`: a name with other than small letters, digits and hyphens, or that does not
 *   begin with a letter; left out
 * - `reserved-facet-name`: a name that means something else; left out
 * - `duplicate-facet`: a second facet of the same name; left out
 * - `too-many-facets`: more than six; the rest is left out
 * - `no-facet-label`: the name is shown instead
 * - `unknown-facet-type`: read as a list
 * - `other-facet-type`: one of several feeds has another type for it; the first feed counts
 * - `bad-synonyms`: not a list of at least two terms; left out, except that a text with commas is
 *   read as several terms
 * - `too-many-synonyms`: more groups or terms than are read; the rest is left out
 * - `bad-collection`: not an object with an id, a title and a list of ids of practices; left out
 * - `duplicate-collection`: a collection with the id of another; left out
 * - `too-many-collections`: more collections, or practices in one, than are read; the rest is left
 *   out
 * - `too-many-examples`: more than a search field shows; the rest is left out
 * - `bad-filter-feed`: not a list of objects with `filter` and `url`, or too long a list; left out
 * - `too-many-practices`: more records than allowed; the rest is left out
 * - `bad-date`: not a date such as `2026-11-24`; shown as published
 *
 * A record:
 * - `not-a-record`: not an object; left out
 * - `no-title`: left out, as there is nothing to show
 * - `duplicate-id`: several practices have it; each got a suffix
 *
 * A field:
 * - `bad-text`: not a text; left out, except that the texts of a list are joined
 * - `text-too-long`: longer than a text of its kind may be (see text/limits.ts); cut
 * - `too-much-text`: sections with more text, paragraphs or tags than one practice may have; cut
 * - `too-many-marks`: more accents or other marks on a letter than any script needs; cut
 * - `unknown-language`: not a BCP 47 tag; left out, with the text in this language
 * - `empty-section`: a section without text; left out
 * - `unknown-period`: no year in it; shown as published
 * - `unknown-country`: neither an ISO 3166 code nor a known name; shown as published
 * - `unknown-topic`: not among the topics that the feed describes; kept
 * - `bad-location`: not a latitude and a longitude; left out
 * - `swapped-location`: longitude first; swapped
 * - `bad-facet-value`: not a text or a number, or not what the type of its facet says; left out
 * - `too-many-items`: more places, topics, links or sections than one practice may have; cut
 * - `unpaired-places`: different numbers of cities, countries and locations; not paired
 * - `bad-address`: not an address for a link or an email; left out
 * - `foreign-address`: `details` or `texts` on another host than the feed; left out
 */
export type FeedWarningCode =
  | 'feed-failed'
  | 'page-failed'
  | 'texts-failed'
  | 'too-many-pages'
  | 'missing-posts'
  | 'no-posts'
  | 'no-places'
  | 'ten-posts'
  | 'no-next-page'
  | 'unknown-version'
  | 'bad-topic'
  | 'bad-facet'
  | 'bad-facet-name'
  | 'reserved-facet-name'
  | 'duplicate-facet'
  | 'too-many-facets'
  | 'no-facet-label'
  | 'unknown-facet-type'
  | 'other-facet-type'
  | 'bad-facet-value'
  | 'bad-synonyms'
  | 'too-many-synonyms'
  | 'bad-collection'
  | 'duplicate-collection'
  | 'too-many-collections'
  | 'too-many-examples'
  | 'bad-filter-feed'
  | 'too-many-practices'
  | 'bad-date'
  | 'not-a-record'
  | 'no-title'
  | 'duplicate-id'
  | 'bad-text'
  | 'text-too-long'
  | 'too-much-text'
  | 'too-many-marks'
  | 'unknown-language'
  | 'empty-section'
  | 'unknown-period'
  | 'unknown-country'
  | 'unknown-topic'
  | 'bad-location'
  | 'swapped-location'
  | 'too-many-items'
  | 'unpaired-places'
  | 'bad-address'
  | 'foreign-address';

/**
 * Reports a problem of a value, and what was `done` about it: `"Narnia": unknown country, kept.` Of
 * several problems with the same text only the first is kept: an unknown topic is one problem, even
 * if many records name it.
 */
export type Warn = (code: FeedWarningCode, item: Item, done?: string) => void;

/** Longer texts are identified by their pointers: to keep and compare megabytes would be slow. */
const MAX_KEY_LENGTH = 200;
/** Nobody reads more. */
const MAX_WARNINGS = 1000;

/** Collects the first warnings of a feed. */
export function createWarningLog(): {readonly warn: Warn; readonly warnings: ReadonlyMap<string, FeedWarning>} {
  const warnings = new Map<string, FeedWarning>();
  const warn: Warn = (code, {value, pointer}, done = 'left out') => {
    const key = `${code} ${(typeof value === 'string' && value.length < MAX_KEY_LENGTH && value) || pointer}`;
    if (warnings.size < MAX_WARNINGS && !warnings.has(key)) {
      warnings.set(key, {code, pointer, message: `${describe(value)}: ${code.replaceAll('-', ' ')}, ${done}.`});
    }
  };
  return {warn, warnings};
}
