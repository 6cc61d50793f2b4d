import {countEach} from '../../count-each.js';
import type {FeedWarningCode} from '../../feed/feed-warnings.js';
import type {Feed, RawFeed} from '../../feed/feed.js';
import {isObject, pointerKeys, valueAt} from '../../feed/json-value.js';
import {memoize} from '../../memoize.js';
import type {Issue} from '../report.js';

/** The warnings of `normalize` and of loading in plain words. */
const SUBJECTS: Record<FeedWarningCode, string> = {
  'feed-failed': 'One of the feeds failed to load',
  'page-failed': 'A page of the feed failed to load',
  'texts-failed': 'The full texts of the feed failed to load',
  'too-many-pages': 'The feed has more pages than the widget reads',
  'missing-posts': 'Posts of WordPress are on none of its pages',
  'no-posts': 'WordPress has no such posts',
  'no-places': 'No practice of WordPress has a place',
  'ten-posts': 'RSS of WordPress leaves out older posts',
  'no-next-page': 'The server has more practices, but does not say where',
  'unknown-version': 'The version of the feed is unknown',
  'bad-topic': 'A topic has neither an id nor a label',
  'bad-facet': 'A facet is not an object with a name',
  'bad-facet-name': 'The name of a facet is not made of small letters, digits and hyphens',
  'reserved-facet-name': 'The name of a facet means something else',
  'duplicate-facet': 'Two facets have the same name',
  'too-many-facets': 'There are more facets than the widget reads',
  'no-facet-label': 'A facet has no label',
  'unknown-facet-type': 'The type of a facet is unknown',
  'other-facet-type': 'A facet has another type in another feed',
  'bad-facet-value': 'A value does not fit its facet',
  'bad-synonyms': 'Synonyms are not lists of two terms or more',
  'too-many-synonyms': 'There are more synonyms than the widget reads',
  'bad-collection': 'A collection has no id, no title or no practices',
  'duplicate-collection': 'Two collections have the same id',
  'too-many-collections': 'There are more collections, or practices in one, than the widget reads',
  'too-many-examples': 'There are more examples than the search field shows',
  'bad-filter-feed': 'Feeds to follow are not a list of filters and addresses, or there are more than 500',
  'too-many-practices': 'There are more practices than the widget shows',
  'bad-date': 'This is not a date',
  'not-a-record': 'This entry is not a practice',
  'no-title': 'A practice without a title is left out',
  'duplicate-id': 'Several practices have the same id',
  'bad-text': 'This should be a text',
  'text-too-long': 'A text is too long',
  'too-much-text': 'A practice has too much text',
  'too-many-marks': 'A letter has more marks than any script needs',
  'unknown-language': 'This is not a language tag',
  'empty-section': 'A section without text is left out',
  'unknown-period': 'A period has no year',
  'unknown-country': 'A country is unknown',
  'unknown-topic': 'The feed does not describe a topic',
  'bad-location': 'A location must be [latitude, longitude]',
  'swapped-location': 'A location has the longitude first',
  'too-many-items': 'A practice has more places, topics, links or sections than the widget reads',
  'unpaired-places': 'The numbers of cities, countries and locations differ',
  'bad-address': 'This is not an address for a link or an email',
  'foreign-address': 'Details or texts are on another host than the feed',
};

/**
 * The warnings of `normalize`, each with the number of records that have the same text in the same
 * field.
 */
export function checkWarnings({pointer, records}: RawFeed, {warnings}: Feed): Issue[] {
  const within = (path: string) => path.slice(pointer.length);
  const countsAt = memoize((shape) => countEach(textsAt(records, pointerKeys(within(shape)))));
  return warnings.map((warning) => {
    const {message, pointer: at} = warning;
    const code = warning.code as FeedWarningCode;
    const text = at.startsWith(`${pointer}/`) ? valueAt(records, within(at)) : undefined;
    const count = (typeof text === 'string' && countsAt(shapeOf(at)).get(text)) || 1;
    return {code, pointer: at, message: inWords(code, message, count), count};
  });
}

/** Converts `"Narnia": unknown country, kept.` to `A country is unknown: "Narnia" (3 times).` */
function inWords(code: FeedWarningCode, message: string, count: number): string {
  const about = `: ${code.replaceAll('-', ' ')}, `;
  const at = message.lastIndexOf(about);
  const value = message.slice(0, Math.max(0, at));
  const isTelling = value && !/^(?:A list|An object|undefined|null|"")$/.test(value);
  // Its length, and the limit.
  const done = /^too-much|too-long$/.test(code) && message.slice(at + about.length, -1);
  const told = [isTelling && value, done].filter(Boolean).join(', ');
  return `${SUBJECTS[code]}${told ? `: ${told}` : ''}${count > 1 ? ` (${count} times)` : ''}.`;
}

/** The pointer with `*` in place of positions in lists. */
const shapeOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

function* textsAt(value: unknown, [key, ...keys]: readonly string[]): Generator<string> {
  if (key === undefined) {
    if (typeof value === 'string') yield value;
  } else if (key !== '*') yield* isObject(value) ? textsAt(value[key], keys) : [];
  else for (const item of [value].flat()) yield* textsAt(item, keys);
}
