import {readWritten} from '../core/doctor/read-written.js';
import type {Feed} from '../core/feed/feed.js';
import {normalize} from '../core/feed/normalize.js';
import {createLabels, type Labels} from '../core/search/labels.js';
import type {Options, Surface} from './commands/command.js';
import {readSource} from './read-source.js';

/** The practices of a feed, and what their topics and countries are called in the language that was asked for, or in the feed's. */
export async function readPractices(
  name: string,
  {base, format, lang}: Options,
  {progress}: Surface,
): Promise<[Feed, Labels]> {
  try {
    const feed = normalize(readWritten(await readSource(name, base ?? '', progress), format).raw);
    return [feed, createLabels(feed.topics, lang ?? (feed.language || 'en'))];
  } finally {
    progress('');
  }
}
