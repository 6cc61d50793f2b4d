import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {Feed} from '../../core/feed/feed.js';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeOwnJson} from '../../core/feed/write/own-json.js';
import {splitFeed} from '../../core/feed/write/split-feed.js';
import {readPractices} from '../read-practices.js';
import {withRelativeAddresses} from '../relative-addresses.js';
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
  const [absolute, labels] = await readPractices(name, options, surface);
  const feed = withRelativeAddresses(absolute);
  const {practices} = feed;
  const text = kind === 'csv' ? writeCsv(practices, labels) : `${writeOwnJson(feed, practices)}\n`;
  if (to.toLowerCase() === kind) surface.out.write(text);
  else {
    await writeFile(to, text);
    surface.err.write(`${to}: ${practices.length} practices.\n`);
  }
  return 0;
};

/** A folder with a list, the texts of all, and a file for each practice. */
async function writeSplit(feed: Feed, folder: string, {err, progress}: Surface): Promise<void> {
  const {list, texts} = splitFeed(withRelativeAddresses(feed));
  const {details} = splitFeed(withRelativeAddresses(feed, 'details/'));
  const files = new Map([...details, ['feed.json', list]]);
  if (details.size) files.set('texts.json', texts);
  for (const path of new Set([...files.keys()].map(dirname))) await mkdir(join(folder, path), {recursive: true});
  let count = 0;
  for (const [path, text] of files) {
    await writeFile(join(folder, path), `${text}\n`);
    progress(`${++count} of ${files.size} files`);
  }
  progress('');
  const parts = details.size
    ? `texts.json and ${details.size} files in details`
    : 'and no other file: nothing is left out';
  err.write(`${folder}: feed.json with ${feed.practices.length} practices, ${parts}.\n`);
}
