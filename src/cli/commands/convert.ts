import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {convert as convertFeed, split, type SplitConversion} from '../../node/convert.js';
import {readArguments} from '../read-arguments.js';
import {OutputError, UsageError} from '../usage.js';
import type {Command, Surface} from './command.js';

/** Writes a feed in our own format or as a table, into a file or, if only the kind is named, to the standard output. */
export const convert: Command = async (name, options, surface) => {
  const {err, out, progress} = surface;
  const {split: isSplit, to: target = ''} = options;
  if (isSplit) {
    if (!target) throw new UsageError('--split needs --to with the name of a folder.');
    const parts = await split(...(await readArguments(name, options, progress)));
    await writeParts(parts, target, surface);
    return 0;
  }
  const to = toFormat(target);
  if (!to)
    throw new UsageError(
      '--to needs a name that ends in .json or .csv; json or csv alone writes to the standard output.',
    );
  const [feed, readOptions] = await readArguments(name, options, progress);
  const {practices, text} = await convertFeed(feed, {...readOptions, to});
  progress('');
  if (target.toLowerCase() === to) out.write(text);
  else {
    await write(target, text);
    err.write(`${target}: ${practices} practices.\n`);
  }
  return 0;
};

function toFormat(name: string): 'json' | 'csv' | undefined {
  const ending = /(?:^|\.)(json|csv)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'json' || ending === 'csv' ? ending : undefined;
}

/** A folder with a list, the texts of all, and a file for each practice. */
async function writeParts(
  {files, practices}: SplitConversion,
  folder: string,
  {err, progress}: Surface,
): Promise<void> {
  let count = 0;
  for (const [path, text] of files) {
    await write(join(folder, path), text, true);
    progress(`${++count} of ${files.size} files`);
  }
  progress('');
  const parts = files.has('texts.json')
    ? `texts.json and ${files.size - 2} files in details`
    : 'and no other file: nothing is left out';
  err.write(`${folder}: feed.json with ${practices} practices, ${parts}.\n`);
}

async function write(path: string, text: string, makesFolder = false): Promise<void> {
  try {
    if (makesFolder) await mkdir(dirname(path), {recursive: true});
    await writeFile(path, text);
  } catch (error) {
    throw new OutputError(`${path} cannot be written: ${(error as Error).message}.`);
  }
}
