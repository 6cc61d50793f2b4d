#!/usr/bin/env node
import {version} from '../generated/build.js';
import {ClusterError} from '../node/cluster/cluster-error.js';
import {UnreadableFeedError} from '../node/read-source.js';
import {shownAddress} from '../node/shown-address.js';
import {checkOptions, parseCommandLine, usage, UsageError} from './arguments.js';
import {checkAlias, index} from './cluster-commands.js';
import {check, convert, prerender, type Command} from './commands.js';
import {OutputError} from './output-error.js';
import {createPaint, createProgress, plain} from './terminal.js';

const commands = new Map<string, Command>(Object.entries({check, convert, prerender, index}));

/** Runs the command. @returns the exit code */
async function run(args: string[]): Promise<number> {
  const {options, positionals} = parseCommandLine(args);
  const {stderr: err, stdout: out, env} = process;
  if (options.help || options.version) {
    out.write(options.help ? usage : `${version}\n`);
    return 0;
  }
  const [name = '', feed, ...more] = positionals;
  const command = name === 'check' && options.alias !== undefined ? checkAlias : commands.get(name);
  if (!command) {
    const names = `Commands: ${[...commands.keys()].join(', ')}.`;
    throw new UsageError(name ? `Unknown command: ${shownAddress(name)}. ${names}` : `No command given. ${names}`);
  }
  checkOptions(name, options);
  if (feed === undefined)
    throw new UsageError(`${name} needs a feed: a file, an address, or - for the standard input.`);
  if (more.length && command !== index)
    throw new UsageError(`${name} takes one feed at a time, but got ${more.length + 1}.`);
  const showProgress = createProgress(err);
  try {
    return await command(feed, options, {out, err, paint: createPaint(out, env), showProgress}, more);
  } catch (error) {
    showProgress('');
    const isExpected = [UnreadableFeedError, OutputError, ClusterError].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    err.write(`${plain((error as Error).message)}\n`);
    return 2;
  }
}

// `good-practice-browser … | head` closes the pipe early, which is not an error.
process.stdout.on('error', ({code}: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

try {
  // Not process.exit(): output to a pipe may not be written yet.
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${plain((error as Error).message)}\nSee good-practice-browser --help.\n`);
  process.exitCode = 2;
}
