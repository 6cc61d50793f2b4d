import type {Feed} from './feed.js';

/** Several feeds as one. The first says what it is called; a practice with an id that was there before is the same, and left out. */
export function mergeFeeds(feeds: readonly Feed[]): Feed {
  const [first, ...others] = feeds;
  if (!first || others.length === 0) return first!;
  const once = <T extends {readonly id: string}>(items: readonly T[]) => [
    ...new Map([...items].reverse().map((item) => [item.id, item])).values(),
  ].reverse();
  return {
    ...first,
    topics: once(feeds.flatMap(({topics}) => topics)),
    practices: once(feeds.flatMap(({practices}) => practices)),
    warnings: feeds.flatMap(({warnings}) => warnings),
    totalRecords: feeds.reduce((sum, {totalRecords}) => sum + totalRecords, 0),
  };
}
