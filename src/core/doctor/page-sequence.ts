import {adviseOnRest} from '../feed/advice.js';
import type {FetchedFeed} from '../feed/fetch.js';
import {askForAll, createPostCounter, describeMissingPosts, nextPage} from '../feed/paging.js';
import {parseSource} from './check-input.js';
import type {Issue, Report} from './report.js';

/** The pages of a feed while they are checked, one after the other. */
export interface PageSequence {
  /** How the first page describes its facets, for the check of a later page. */
  readonly facets: unknown;
  /**
   * Notes a page and the report on it. A page that did not come from a server has no bytes here.
   * Returns the address of the next page; `''` if this one is the last, is empty or cannot be read.
   */
  add(page: FetchedFeed | undefined, report: Report): string;
  /** The records that are on none of the pages, if all pages were added. */
  findMissing(): Issue | null;
}

/** `address` is that of the first page, for messages. */
export function createPageSequence(address: string, format = ''): PageSequence {
  const countPosts = createPostCounter();
  let pages = 0;
  let missing = 0;
  let sent = 0;
  let last: Pick<Report, 'next' | 'total'> = {next: '', total: 0};
  let facets: unknown;
  return {
    get facets() {
      return facets;
    },
    add(page, report) {
      pages++;
      // The page counted last is right, and may not have the number.
      missing = 0;
      sent += report.records;
      last = report;
      if (!page || !report.isReadable) return '';
      const read = () => parseSource(page, format).raw;
      if (page.paging[2]) missing = countPosts(page, read().records);
      const next = report.records ? nextPage(page, report.next) : '';
      if (next && pages === 1) facets = read().facets;
      return next;
    },
    findMissing() {
      const [rest] = adviseOnRest(address, sent, last);
      if (rest) return {...rest, pointer: '', count: last.total - sent};
      if (!missing || pages === 1) return null;
      const message = describeMissingPosts(askForAll(address), missing);
      return {code: 'missing-posts', pointer: '', message, count: missing};
    },
  };
}
