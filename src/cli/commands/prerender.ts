import {prerender as prerenderFeed} from '../../node/prerender.js';
import {readArguments} from '../read-arguments.js';
import type {Command} from './command.js';

/** Writes what may be between the tags: a list for readers without scripts, and the same for search engines. */
export const prerender: Command = async (name, options, {out, progress}) => {
  const html = await prerenderFeed(...(await readArguments(name, options, progress)));
  progress('');
  out.write(html);
  return 0;
};
