import type {FeedWarningCode} from '../../feed/feed-warnings.js';
import type {Feed, RawFeed} from '../../feed/feed.js';
import {isObject, keysOf, valueAt} from '../../feed/json-value.js';
import type {Issue} from '../report.js';

/** What the doubts of `normalize` are about, in plain words. */
const SUBJECTS: Record<FeedWarningCode, string> = {
  'feed-failed': 'One of the feeds cannot be had',
  'page-failed': 'A page of the feed cannot be had',
  'texts-failed': 'The full texts of the feed cannot be had',
  'too-many-pages': 'The feed has more pages than are followed',
  'missing-posts': 'Posts of WordPress are on none of its pages',
  'unknown-version': 'The feed is of a version that is not known',
  'bad-topic': 'A topic has neither an id nor a label',
  'bad-synonyms': 'Synonyms are not lists of two terms or more',
  'too-many-synonyms': 'There are more synonyms than are read',
  'too-many-practices': 'There are more practices than are shown',
  'not-a-record': 'This is no practice',
  'no-title': 'A practice has no title, and is left out',
  'duplicate-id': 'An id is given to several practices',
  'bad-text': 'Something else stands where a text should be',
  'text-too-long': 'A text is too long',
  'too-much-text': 'A practice has too much text',
  'unknown-language': 'This is no language tag',
  'empty-section': 'A section has no text, and is left out',
  'unknown-period': 'There is no year in a period',
  'unknown-country': 'A country is not known',
  'unknown-topic': 'A topic is not among those that the feed describes',
  'bad-location': 'A location is no latitude and longitude',
  'swapped-location': 'A location has longitude first',
  'unpaired-places': 'Cities, countries and locations are not equally many',
  'bad-address': 'This is no address for a link or a mail',
  'foreign-address': 'Details or texts are on another host than the feed',
};

/** The doubts of `normalize`, each with how often its text stands in the same field of other records. */
export function checkRawFeed({pointer, records}: RawFeed, {warnings}: Feed): Issue[] {
  const within = (path: string) => path.slice(pointer.length);
  const countsByShape = new Map<string, Map<string, number>>();
  const countsAt = (shape: string) => {
    const known = countsByShape.get(shape);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const text of textsAt(records, keysOf(within(shape)))) counts.set(text, (counts.get(text) ?? 0) + 1);
    countsByShape.set(shape, counts);
    return counts;
  };
  return warnings.map((warning) => {
    const {message, pointer: at} = warning;
    const code = warning.code as FeedWarningCode;
    const text = at.startsWith(`${pointer}/`) ? valueAt(records, within(at)) : undefined;
    const count = (typeof text === 'string' && countsAt(shapeOf(at)).get(text)) || 1;
    return {code, pointer: at, message: inWords(code, message, count), count};
  });
}

/** `"Narnia": unknown country, kept.` is `A country is not known: "Narnia" (3 times).` */
function inWords(code: FeedWarningCode, message: string, count: number): string {
  const about = `: ${code.replaceAll('-', ' ')}, `;
  const at = message.lastIndexOf(about);
  const value = message.slice(0, Math.max(0, at));
  const isTelling = value && !/^(?:A list|An object|undefined|null|"")$/.test(value);
  // how long it is, and how long it may be
  const done = /^too-much|too-long$/.test(code) && message.slice(at + about.length, -1);
  const told = [isTelling && value, done].filter(Boolean).join(', ');
  return `${SUBJECTS[code]}${told ? `: ${told}` : ''}${count > 1 ? ` (${count} times)` : ''}.`;
}

/** A pointer with `*` for every position in a list. */
const shapeOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

function* textsAt(value: unknown, [key, ...keys]: readonly string[]): Generator<string> {
  if (key === undefined) {
    if (typeof value === 'string') yield value;
  } else if (key !== '*') yield* isObject(value) ? textsAt(value[key], keys) : [];
  else for (const item of [value].flat()) yield* textsAt(item, keys);
}
