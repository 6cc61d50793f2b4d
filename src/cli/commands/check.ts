import {checkFeedInSteps, failureReport} from '../../core/doctor/check-feed.js';
import type {Report, Severity} from '../../core/doctor/report.js';
import {describeFailure, failureCode, isNowhere, readSource, withoutBase, type Source} from '../read-source.js';
import {reportToText} from '../report-to-text.js';
import {UsageError} from '../usage.js';
import type {Command, Options, Surface} from './command.js';

/** Says what is wrong with a feed. */
export const check: Command = async (name, options, surface) => {
  const maxWarnings = Number(options['max-warnings'] ?? 0);
  if (!(maxWarnings >= 0)) throw new UsageError('--max-warnings needs a number.');
  const report = await reportOn(name, options, surface);
  surface.out.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : reportToText(report, surface.paint));
  const count = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity).length;
  if (!report.isReadable) return 2;
  return count('error') > 0 || count('warning') > maxWarnings ? 1 : 0;
};

async function reportOn(name: string, {base = '', format}: Options, {progress}: Surface): Promise<Report> {
  let source: Source;
  try {
    source = await readSource(name, base, progress);
  } catch (error) {
    return failureReport(name, failureCode(error), describeFailure(name, error));
  } finally {
    progress('');
  }
  const report = inOneGo(source, format, progress);
  progress('');
  // of a file without --base nobody can say which hosts are others
  const known = report.findings.filter(({code}) => code !== 'foreign-address' || !isNowhere(source));
  const findings = known.map((finding) => ({
    ...finding,
    message: withoutBase(finding.message.replaceAll(source.address, source.name)),
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
