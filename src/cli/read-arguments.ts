import {buffer} from 'node:stream/consumers';
import {isFormatName} from '../core/feed/formats/read-document.js';
import type {FeedSource, ReadOptions} from '../node/read-source.js';
import type {Options, Surface} from './commands/command.js';
import {UsageError} from './usage.js';

/** What the functions for Node take, from the command line. `-` is what is piped in. */
export async function readArguments(
  name: string,
  {base, format, lang: language}: Options,
  progress: Surface['progress'],
): Promise<[FeedSource, ReadOptions & {readonly language?: string | undefined}]> {
  if (format !== undefined && !isFormatName(format)) throw new UsageError(`There is no format ${format}.`);
  if (base && !URL.canParse(base))
    throw new UsageError('--base needs an address, such as https://city.example/feed.json.');
  const options = {base, format, language, onProgress: showProgress(progress)};
  return name === '-' ? [await buffer(process.stdin), {...options, name: 'standard input'}] : [name, options];
}

const showProgress = (progress: Surface['progress']) => (count: number, unit: 'bytes' | 'practices') =>
  progress(unit === 'bytes' ? `${(count / 1e6).toFixed(1)} MB` : `${count} practices`);
