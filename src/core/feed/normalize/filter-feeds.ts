import type {FilterFeed} from '../feed.js';
import {isObject, toFields, type Item} from '../json-value.js';
import {readAddress} from './links.js';
import {readList, readText, type FieldReadContext} from './text.js';

/** The most feeds that a feed declares. */
export const MAX_FILTER_FEEDS = 500;

/**
 * Reads the feeds that visitors can follow: `[{"filter": "topic:education", "url": "https://…"}]`.
 * An empty filter means all practices.
 */
export function readFilterFeeds(item: Item, context: FieldReadContext): FilterFeed[] {
  const {warn} = context;
  const codes = {bad: 'bad-filter-feed', tooMany: 'bad-filter-feed'} as const;
  return readList(item, MAX_FILTER_FEEDS, codes, warn).flatMap((each): FilterFeed[] => {
    const field = toFields(each);
    if (!isObject(each.value) || !field || typeof each.value['filter'] !== 'string') {
      warn('bad-filter-feed', each);
      return [];
    }
    const filter = readText(field('filter'), context, 'filter');
    const url = readAddress(field('url'), context);
    if (/^https?:/.test(url)) return [{filter, url}];
    // Other addresses are none of a feed, and `readAddress` reports those that are no addresses.
    if (url || !each.value['url']) warn('bad-address', {...field('url'), value: each.value['url'] ?? ''});
    return [];
  });
}
