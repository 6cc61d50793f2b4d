// What the page says about the feeds that it has read, and the copy of them for the page to try.
import {mergeFeeds} from '../../../src/core/feed/merge.js';
import {writeNativeJson} from '../../../src/core/feed/write/native-json.js';
import {runSync} from '../../../src/core/time-slicing.js';

/** @typedef {import('../check/check-pages.js').Checked & {address: string}} CheckedFeed one address of `src` */

const practicesOf = (feeds) => feeds.flatMap(({feed}) => feed?.practices ?? []);

/**
 * How many values visitors can filter by, and how many practices have an image.
 * @param {readonly CheckedFeed[]} feeds
 */
export function countFields(feeds) {
  const practices = practicesOf(feeds);
  const distinct = (values) => new Set(practices.flatMap(values).filter(Boolean)).size;
  const count = (has) => practices.filter(has).length;
  return {
    practices: practices.length,
    topics: distinct(({topics}) => topics),
    countries: distinct(({places}) => places.map(({country}) => country)),
    cities: distinct(({places}) => places.map(({city}) => city)),
    years: count(({period: {from, ongoing, to}}) => from !== null || to !== null || ongoing),
    images: count(({image}) => image),
    feeds: feeds.filter(({feed}) => feed).length,
  };
}

/** Filter -> the count of `countFields` that says whether it has values. */
export const countOfFacet = {
  topic: 'topics',
  country: 'countries',
  city: 'cities',
  year: 'years',
  'year-range': 'years',
};

/** The hosts of the images that the widget would not show, the most frequent first. */
export function foreignImageHosts(feeds, allowed) {
  const counts = new Map();
  for (const {image} of practicesOf(feeds)) {
    const host = image && URL.canParse(image.src) ? new URL(image.src).host : '';
    // The folder of a file is not known, so relative addresses lead nowhere yet.
    if (host && !host.endsWith('.invalid') && !allowed.includes(host)) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([host]) => host);
}

/** All practices as one document in our own format, without the addresses of further files. */
export function copyOf(feeds) {
  const merged = runSync(mergeFeeds(feeds.flatMap(({address, feed}) => (feed ? [{address, pages: [feed]}] : []))));
  const practices = merged.practices.map((practice) => ({...practice, details: ''}));
  return writeNativeJson({...merged, texts: ''}, practices);
}
