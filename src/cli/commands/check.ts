import {addDoubt, checkFeedInSteps, failureReport} from '../../core/doctor/check-feed.js';
import {readWritten} from '../../core/doctor/read-written.js';
import type {Report, Severity} from '../../core/doctor/report.js';
import {createPostCounter, describeMissingPosts, type CountPosts} from '../../core/feed/count-posts.js';
import {askForAll, MAX_PAGES} from '../../core/feed/paging.js';
import {
  describeFailure,
  failureCode,
  isAddressUnknown,
  nextOf,
  readSource,
  withName,
  type Source,
} from '../read-source.js';
import {pagesToText, reportToText} from '../report-to-text.js';
import {plain} from '../terminal.js';
import {UsageError} from '../usage.js';
import type {Command, Options, Surface} from './command.js';

/** Says what is wrong with a feed, and with each of the pages that follow it. */
export const check: Command = async (name, options, surface) => {
  const maxWarnings = Number(options['max-warnings'] ?? 0);
  if (!(maxWarnings >= 0)) throw new UsageError('--max-warnings needs a number.');
  const reports: Report[] = [];
  for await (const report of reportOnPages(name, options, surface)) {
    reports.push(report);
    if (!options.json) surface.out.write(reportToText(report, surface.paint));
  }
  if (options.json) surface.out.write(`${JSON.stringify(reports, null, 2)}\n`);
  else if (reports.length > 1) surface.out.write(pagesToText(reports, surface.paint));
  const count = (severity: Severity) =>
    reports.flatMap(({findings}) => findings).filter((finding) => finding.severity === severity).length;
  if (!reports.every(({isReadable}) => isReadable)) return 2;
  return count('error') > 0 || count('warning') > maxWarnings ? 1 : 0;
};

/** They end where the widget stops as well, and where one is empty, cannot be read or was there before. */
async function* reportOnPages(name: string, options: Options, {err, progress}: Surface): AsyncGenerator<Report> {
  const seen = new Set<string>();
  const countPosts = createPostCounter();
  for (let next = name; next && !seen.has(next);) {
    if (seen.size === MAX_PAGES) {
      err.write(`${plain(next)} and what follows it is not read: the first ${MAX_PAGES} pages of a feed are shown.\n`);
      return;
    }
    seen.add(next);
    let source: Source;
    try {
      source = await readSource(next, options.base ?? '', progress);
    } catch (error) {
      yield failureReport(next, failureCode(error), describeFailure(next, error));
      return;
    } finally {
      progress('');
    }
    const report = reportOn(source, options.format, progress);
    const missing = countMissing(countPosts, source, options.format);
    next = report.records ? nextOf(source, report.next) : '';
    const isLastOfSeveral = seen.size > 1 && (!next || seen.has(next));
    yield missing && isLastOfSeveral
      ? addDoubt(report, {
          code: 'missing-posts',
          pointer: '',
          message: describeMissingPosts(askForAll(name), missing),
          count: missing,
        })
      : report;
  }
}

/** How many posts WordPress has that were on no page so far. */
function countMissing(countPosts: CountPosts, {fetched}: Source, format: string | undefined): number {
  if (!fetched?.paging[2]) return 0;
  try {
    return countPosts(fetched, readWritten(fetched, format).raw.records);
  } catch {
    // the report says what is wrong with the page
    return 0;
  }
}

function reportOn(source: Source, format: string | undefined, progress: Surface['progress']): Report {
  const report = inOneGo(source, format, progress);
  progress('');
  // of a file without --base nobody can say which hosts are others
  const known = report.findings.filter(({code}) => code !== 'foreign-address' || !isAddressUnknown(source));
  const findings = known.map((finding) => ({
    ...finding,
    message: withName(finding.message, source.address, source.name),
  }));
  return {...report, address: source.name, findings};
}

function inOneGo(source: Source, format: string | undefined, progress: Surface['progress']): Report {
  const steps = checkFeedInSteps(source, format);
  for (let count = 0; ; count++) {
    const {done, value} = steps.next();
    if (done) return value;
    progress(`${count} practices`);
  }
}
