// Programs that a test starts, with a temporary folder. They end, and the folder goes, however the test ends.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, openSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

/** How long a program may take to end when it is asked to. */
const GRACE_MS = 5000;

/** Of each log, in characters. */
const MAX_LOG = 1000;

/** Sends a signal to a program and to all that it started. */
function signalGroup({pid}, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** @param {string} folder has the logs of the programs */
export function createPrograms(folder) {
  /** Each leads a process group of its own, so that it ends with all that it started. */
  const started = [];
  const endAtOnce = () => {
    for (const child of started.toReversed()) signalGroup(child, 'SIGKILL');
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  };
  const endBySignal = () => process.exit(1);
  process.once('exit', endAtOnce);
  process.once('SIGTERM', endBySignal);
  process.once('SIGINT', endBySignal);

  return {
    /** Starts a program that writes to the log of this name. `stdio` are further file descriptors, from 3. */
    start(logName, command, args, {stdio = [], ...options} = {}) {
      const log = openSync(join(folder, `${logName}.log`), 'a');
      const child = spawn(command, args, {detached: true, stdio: ['ignore', log, log, ...stdio], ...options});
      closeSync(log);
      started.push(child);
      return child;
    },
    /** The ends of all logs. */
    logs: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .map((name) => `${name}: ${readFileSync(join(folder, name), 'utf8').trim().slice(-MAX_LOG)}`)
        .join('\n'),
    /** Ends the programs, the last one first, and removes the folder. */
    async end(signal = 'SIGTERM') {
      const running = started.filter(({exitCode, signalCode}) => exitCode === null && signalCode === null);
      for (const child of running.toReversed()) signalGroup(child, signal);
      await Promise.race([Promise.all(running.map((child) => once(child, 'exit'))), sleep(GRACE_MS)]);
      endAtOnce();
      process.off('exit', endAtOnce);
      process.off('SIGTERM', endBySignal);
      process.off('SIGINT', endBySignal);
    },
  };
}
