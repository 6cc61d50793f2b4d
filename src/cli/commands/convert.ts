import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {Feed} from '../../core/feed/feed.js';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeOwnJson} from '../../core/feed/write/own-json.js';
import {splitFeed} from '../../core/feed/write/split-feed.js';
import {readPractices} from '../read-practices.js';
import {withoutBase} from '../read-source.js';
import {UsageError} from '../usage.js';
import type {Command, Surface} from './command.js';

/** Writes a feed in our own format or as a table, into a file or, if only the kind is named, to the standard output. */
export const convert: Command = async (name, options, surface) => {
  const {split: isSplit, to = ''} = options;
  if (isSplit) {
    if (!to) throw new UsageError('--split needs --to with the name of a folder.');
    const [feed] = await readPractices(name, options, surface);
    await writeSplit(feed, to, surface);
    return 0;
  }
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

/** A folder with a list, the texts of all, and a file for each practice. */
async function writeSplit(feed: Feed, folder: string, {err, progress}: Surface): Promise<void> {
  const {details, list, texts} = splitFeed(feed);
  const files = new Map([...details, ['feed.json', list]]);
  if (details.size) files.set('texts.json', texts);
  for (const path of new Set([...files.keys()].map(dirname))) await mkdir(join(folder, path), {recursive: true});
  let count = 0;
  for (const [path, text] of files) {
    await writeFile(join(folder, path), `${withoutBase(text, path.includes('/') ? '../' : '')}\n`);
    progress(`${++count} of ${files.size} files`);
  }
  progress('');
  const parts = details.size
    ? `texts.json and ${details.size} files in details`
    : 'and no other file: nothing is left out';
  err.write(`${folder}: feed.json with ${feed.practices.length} practices, ${parts}.\n`);
}
