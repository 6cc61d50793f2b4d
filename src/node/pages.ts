import {createPages} from '../core/feed/write/pages.js';
import {checkPublication, toChannel, type PublicationOptions} from './convert.js';
import {warnOfUnreadDetails} from './full-texts.js';
import {readPractices} from './read-practices.js';
import type {FeedSource} from './read-source.js';

/** A folder with a page for each practice. */
export interface PageConversion {
  /** The names of all files: the pages, `index.html`, `pages.css` and `sitemap.xml`. */
  readonly names: readonly string[];
  /**
   * The content of each file by its name, to be written as UTF-8. Each is made when it is asked for,
   * so that large feeds need little memory.
   */
  files(): Iterable<readonly [name: string, content: string]>;
  /** How many practices the feed has. */
  readonly practices: number;
}

/**
 * Writes an HTML page for each practice, for search engines. Needs `page`, the address of the page
 * with the list, and `url`, the address of the folder. Throws as `convert` does.
 */
export async function prerenderPages(source: FeedSource, options: PublicationOptions = {}): Promise<PageConversion> {
  const {base, page, url} = options;
  checkPublication(options);
  if (!page) throw new TypeError('Pages need page, the address of the page with the list. Each page leads there.');
  if (!url) throw new TypeError('Pages need url, the address of their folder. The sitemap contains it.');
  const read = await readPractices(source, options);
  warnOfUnreadDetails(read.feed.practices, options);
  const channel = toChannel(read, options);
  const places = [page, url, base, source instanceof URL ? source.href : source];
  const imageHosts = places.flatMap((place) =>
    typeof place === 'string' && /^https?:/i.test(place) ? new URL(place).host : [],
  );
  const pages = createPages({...channel, page: channel.page!, imageHosts});
  return {...pages, practices: channel.practices.length};
}
