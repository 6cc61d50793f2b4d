import {addIssue, checkFeedSliced, failureReport} from '../core/doctor/check-feed.js';
import {parseSource} from '../core/doctor/check-input.js';
import type {Report, Severity} from '../core/doctor/report.js';
import type {RawFeed} from '../core/feed/feed.js';
import type {FeedBytes} from '../core/feed/fetch.js';
import {askForAll, createPostCounter, describeMissingPosts, type CountPosts} from '../core/feed/paging.js';
import {
  followPages,
  isAddressUnknown,
  nameOf,
  nextOf,
  readInTime,
  readSource,
  withName,
  type FeedSource,
  type Reading,
  type ReadOptions,
  type Source,
  type UnreadableFeedError,
} from './read-source.js';

/** What a check has found. */
export interface CheckResult {
  /** A report for each page of the feed, at least one. */
  readonly reports: readonly Report[];
  /** Whether every page was read and is a feed. */
  readonly isReadable: boolean;
  /** How many findings there are in all reports: something cannot be shown … */
  readonly errors: number;
  /** … something is shown differently from how it was meant … */
  readonly warnings: number;
  /** … something could be better. */
  readonly notes: number;
  /**
   * The address of the first page that was not read, because the feed has more pages than
   * `maxPages`; `''` if all were read.
   */
  readonly unread: string;
}

/**
 * Says what is wrong with a feed and with the pages that follow its address, and how to fix it. A
 * feed that cannot be read is reported as well (`isReadable` is false). Throws a `TypeError` for
 * options that make no sense, and no other error.
 */
export async function check(feed: FeedSource, options: ReadOptions = {}): Promise<CheckResult> {
  const reports: Report[] = [];
  const countPosts = createPostCounter();
  let missing = 0;
  let described: unknown;
  const readPage = async (page: FeedSource, pageOptions: Reading) => {
    const {next, report, source} = await reportOn(page, pageOptions, described);
    reports.push(report);
    if (source && next && reports.length === 1) described = tryToParse(source, options)?.facets;
    missing = source ? countMissing(countPosts, source, options) : 0;
    return next;
  };
  const unread = await readInTime(feed, options, (reading) => followPages(feed, reading, readPage));
  const last = reports.at(-1);
  if (missing && last && reports.length > 1 && !unread) {
    const message = describeMissingPosts(askForAll(nameOf(feed, options)), missing);
    reports.splice(-1, 1, addIssue(last, {code: 'missing-posts', pointer: '', message, count: missing}));
  }
  const count = (severity: Severity) =>
    reports.flatMap(({findings}) => findings).filter((finding) => finding.severity === severity).length;
  return {
    reports,
    isReadable: reports.every(({isReadable}) => isReadable),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    unread,
  };
}

interface PageReport {
  readonly report: Report;
  /** The address of the next page; `''` where this one is the last, is empty or cannot be read. */
  readonly next: string;
  /** What was read, where it could be. */
  readonly source?: Source;
}

/** `described`: how the first page describes its facets, for a later page. */
async function reportOn(feed: FeedSource, options: Reading, described: unknown): Promise<PageReport> {
  let source: Source;
  try {
    source = {...(await readSource(feed, options)), facets: described};
  } catch (error) {
    const {code, message} = error as UnreadableFeedError;
    return {report: failureReport(nameOf(feed, options), code, message), next: ''};
  }
  const report = reportOnSource(source, options);
  // Without a base, it is unknown which hosts are others than that of a file.
  const known = report.findings.filter(({code}) => code !== 'foreign-address' || !isAddressUnknown(source));
  const findings = known.map((finding) => ({...finding, message: withName(finding.message, source)}));
  const next = report.records ? nextOf(source, report.next) : '';
  return {report: {...report, address: source.name, findings}, next, source};
}

/** How many posts WordPress has that were on no page so far. */
function countMissing(countPosts: CountPosts, {fetched}: Source, options: ReadOptions): number {
  const raw = fetched?.paging[2] && tryToParse(fetched, options);
  return fetched && raw ? countPosts(fetched, raw.records) : 0;
}

function tryToParse(page: FeedBytes, {format}: ReadOptions): RawFeed | undefined {
  try {
    return parseSource(page, format).raw;
  } catch {
    // The report says what is wrong with the page.
    return undefined;
  }
}

function reportOnSource(source: Source, {facets, format, onProgress}: ReadOptions): Report {
  const steps = checkFeedSliced(source, format, facets);
  for (let count = 0; ; count++) {
    const {done, value} = steps.next();
    if (done) return value;
    onProgress?.(count, 'practices');
  }
}
