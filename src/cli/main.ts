#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {version} from '../generated/build.js';
import {UnreadableFeedError} from '../node/read-source.js';
import {check} from './commands/check.js';
import type {Command} from './commands/command.js';
import {convert} from './commands/convert.js';
import {prerender} from './commands/prerender.js';
import {createPaint, createProgress, plain} from './terminal.js';
import {OutputError, usage, UsageError} from './usage.js';

const commands = new Map<string, Command>(Object.entries({check, convert, prerender}));

/** Runs what was asked for. @returns the exit code */
async function run(args: string[]): Promise<number> {
  const {positionals, values} = readArgs(args);
  const {stderr: err, stdout: out, env} = process;
  if (values.help || values.version) {
    out.write(values.help ? usage : `${version}\n`);
    return 0;
  }
  const [name = '', feed, ...more] = positionals;
  const command = commands.get(name);
  if (!command) throw new UsageError(name ? `There is no command ${name}.` : 'Which command?');
  if (feed === undefined || more.length) throw new UsageError(`${name} needs one feed.`);
  const progress = createProgress(err);
  try {
    return await command(feed, values, {out, err, paint: createPaint(out, env), progress});
  } catch (error) {
    progress('');
    if (!(error instanceof UnreadableFeedError || error instanceof OutputError)) throw error;
    err.write(`${plain(error.message)}\n`);
    return 2;
  }
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: {type: 'boolean'},
        'max-warnings': {type: 'string'},
        base: {type: 'string'},
        format: {type: 'string'},
        lang: {type: 'string'},
        split: {type: 'boolean'},
        to: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
        version: {type: 'boolean', short: 'v'},
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

// whoever pipes into `head` has read enough
process.stdout.on('error', ({code}: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

try {
  // not process.exit(): what is written to a pipe may still be on its way
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${plain((error as Error).message)}\nSee good-practice-browser --help.\n`);
  process.exitCode = 2;
}
