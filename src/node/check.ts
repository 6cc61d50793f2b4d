import {addIssue, checkFeedSliced, failureReport} from '../core/doctor/check-feed.js';
import {createPageSequence} from '../core/doctor/page-sequence.js';
import type {Report, Severity} from '../core/doctor/report.js';
import type {FetchedFeed} from '../core/feed/fetch.js';
import {
  readPages,
  isAddressUnknown,
  nameOf,
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
  /** In all reports: how many findings say that something cannot be shown. */
  readonly errors: number;
  /** How many say that something is shown differently than meant. */
  readonly warnings: number;
  /** How many say that something could be better. */
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
  const sequence = createPageSequence(nameOf(feed, options), options.format);
  const readPage = async (page: FeedSource, pageOptions: Reading) => {
    const {fetched, report} = await reportOn(page, pageOptions, sequence.facets);
    reports.push(report);
    return sequence.add(fetched, report);
  };
  const unread = await readInTime(feed, options, (reading) => readPages(feed, reading, readPage));
  const missing = sequence.findMissing();
  if (missing && !unread) reports.push(addIssue(reports.pop()!, missing));
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
  /** The page as it was fetched, if it came from a server. */
  readonly fetched?: FetchedFeed | undefined;
}

/** `described`: how the first page describes its facets, for a later page. */
async function reportOn(feed: FeedSource, options: Reading, described: unknown): Promise<PageReport> {
  let source: Source;
  try {
    source = {...(await readSource(feed, options)), facets: described};
  } catch (error) {
    const {code, message} = error as UnreadableFeedError;
    return {report: failureReport(nameOf(feed, options), code, message)};
  }
  const report = reportOnSource(source, options);
  // Without a base, it is unknown which hosts are others than that of a file.
  const known = report.findings.filter(({code}) => code !== 'foreign-address' || !isAddressUnknown(source));
  const findings = known.map((finding) => ({...finding, message: withName(finding.message, source)}));
  return {report: {...report, address: source.name, findings}, fetched: source.fetched};
}

function reportOnSource(source: Source, {facets, format, onProgress}: ReadOptions): Report {
  const steps = checkFeedSliced(source, format, facets);
  for (let count = 0; ; count++) {
    const {done, value} = steps.next();
    if (done) return value;
    onProgress?.(count, 'practices');
  }
}
