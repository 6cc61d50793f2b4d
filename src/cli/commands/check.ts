import {MAX_PAGES} from '../../core/feed/paging.js';
import {check as checkFeed} from '../../node/check.js';
import {readArguments} from '../read-arguments.js';
import {pagesToText, reportToText} from '../report-to-text.js';
import {plain} from '../terminal.js';
import {UsageError} from '../usage.js';
import type {Command} from './command.js';

/** Says what is wrong with a feed, and with each of the pages that follow it. */
export const check: Command = async (name, options, {err, out, paint, progress}) => {
  const maxWarnings = Number(options['max-warnings'] ?? 0);
  if (!(maxWarnings >= 0)) throw new UsageError('--max-warnings needs a number.');
  const {errors, isReadable, reports, unread, warnings} = await checkFeed(
    ...(await readArguments(name, options, progress)),
  );
  progress('');
  if (options.json) out.write(`${JSON.stringify(reports, null, 2)}\n`);
  else for (const report of reports) out.write(reportToText(report, paint));
  if (!options.json && reports.length > 1) out.write(pagesToText(reports, paint));
  if (unread)
    err.write(`${plain(unread)} and what follows it is not read: the first ${MAX_PAGES} pages of a feed are shown.\n`);
  if (!isReadable) return 2;
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
};
