import {writeFile} from 'node:fs/promises';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeOwnJson} from '../../core/feed/write/own-json.js';
import {readPractices} from '../read-practices.js';
import {withoutBase} from '../read-source.js';
import {UsageError} from '../usage.js';
import type {Command} from './command.js';

/** Writes a feed in our own format or as a table, into a file or, if only the kind is named, to the standard output. */
export const convert: Command = async (name, options, surface) => {
  const {to = ''} = options;
  const kind = /(?:^|\.)(json|csv)$/i.exec(to)?.[1]?.toLowerCase();
  if (!kind) throw new UsageError('--to needs a name that ends in .json or .csv.');
  const [feed, labels] = await readPractices(name, options, surface);
  const {practices} = feed;
  const text = kind === 'csv' ? writeCsv(practices, labels) : `${writeOwnJson(feed, practices)}\n`;
  if (to.toLowerCase() === kind) surface.out.write(withoutBase(text));
  else {
    await writeFile(to, withoutBase(text));
    surface.err.write(`${to}: ${practices.length} practices.\n`);
  }
  return 0;
};
