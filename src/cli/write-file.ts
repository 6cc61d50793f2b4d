import {randomBytes} from 'node:crypto';
import {access, chmod, chown, constants, readlink, realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, resolve} from 'node:path';

/**
 * Writes a file whole or not at all: if the run breaks off, the old file stays. The new one is
 * written beside it first, and gets its mode and its owner. A link keeps leading to its target.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  // A device or a pipe, such as /dev/stdout, has nothing to lose.
  if (old && !old.isFile()) return writeFile(path, text);
  const target = await followLink(path);
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(stop)) process.on(signal, stop);
  try {
    if (old) await access(target, constants.W_OK);
    await writeFile(draft, text, {flag: 'wx', signal: stopped.signal});
    if (old) {
      await chown(draft, old.uid, old.gid);
      await chmod(draft, old.mode);
    }
    await rename(draft, target);
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    // Nobody else may write this file beside or in place of the old one, but perhaps into it.
    if (!old || !['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    await writeFile(target, text);
  } finally {
    await rm(draft, {force: true});
    if (stopped.signal.aborted) end(stopped.signal.reason as NodeJS.Signals);
  }
}

/** Where a link leads, even if there is no file yet. */
const followLink = (path: string): Promise<string> =>
  realpath(path).catch(async () => resolve(dirname(path), await readlink(path).catch(() => basename(path))));

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const stopped = new AbortController();

/** From the first file on, Ctrl-C and the like wait until the draft is removed. `npx` sends them twice. */
function stop(signal: NodeJS.Signals): void {
  stopped.abort(signal);
}

/** Ends as without `stop`, so that the shell knows why. */
function end(signal: NodeJS.Signals): void {
  process.off(signal, stop);
  process.kill(process.pid, signal);
}
