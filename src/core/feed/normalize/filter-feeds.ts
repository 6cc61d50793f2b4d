import type {FilterFeed} from '../feed.js';
import {isObject, toFields, toItems, type Item} from '../json-value.js';
import {readAddress} from './links.js';
import {readText, type FieldReadContext} from './text.js';

/** The most feeds that a feed declares. */
export const MAX_FILTER_FEEDS = 500;

/**
 * Reads the feeds that visitors can follow: `[{"filter": "topic:education", "url": "https://…"}]`.
 * An empty filter means all practices.
 */
export function readFilterFeeds(item: Item, context: FieldReadContext): FilterFeed[] {
  const {warn} = context;
  const {pointer, value} = item;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    warn('bad-filter-feed', item);
    return [];
  }
  if (value.length > MAX_FILTER_FEEDS)
    warn('bad-filter-feed', {value: value.length, pointer}, `the first ${MAX_FILTER_FEEDS} were read`);
  return toItems(item, MAX_FILTER_FEEDS).flatMap((each): FilterFeed[] => {
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
